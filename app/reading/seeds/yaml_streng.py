"""YAML as we accept it: plain data only, so that a file can neither surprise nor exhaust its reader."""

from pathlib import Path
from typing import Any

import yaml
from yaml.error import Mark, MarkedYAMLError
from yaml.nodes import MappingNode, Node
from yaml.reader import ReaderError

GROOTSTE_BESTAND = 1_000_000
DIEPSTE_NIVEAU = 20
TAG_TEKST = "tag:yaml.org,2002:str"

_UITLEG = {
    "mapping values are not allowed": "hier staat een dubbele punt die niet past; zet de tekst tussen aanhalingstekens",
    "'\\t'": "hier staat een tab; gebruik spaties om in te springen",
    "unexpected end of stream": "een aanhalingsteken wordt niet gesloten",
    "expected ',' or ']'": "een lijst die met [ begint, wordt niet gesloten",
    "expected ',' or '}'": "een blok dat met { begint, wordt niet gesloten",
    "expected <block end>": "de inspringing klopt niet",
    "could not find expected ':'": "er ontbreekt een dubbele punt",
    "but found another document": "er mag maar één document in het bestand staan",
}


class YamlFout(ValueError):
    """A file that is no acceptable YAML; the message is a Dutch clause, with line and column where known."""


class _Geweigerd(MarkedYAMLError):
    """Well-formed YAML that we do not accept; `problem` is Dutch already."""

    def __init__(self, reden: str, plek: Mark | None) -> None:
        super().__init__(problem=reden, problem_mark=plek)


class _StrengeLader(yaml.SafeLoader):
    """Refuses duplicate keys, keys that are no text, tags and anchors.

    Without anchors a small file cannot unfold into a huge one ("billion laughs").
    """

    diepte = 0

    def compose_node(self, parent: Node | None, index: Any) -> Node | None:
        gebeurtenis: Any = self.peek_event()  # type: ignore[no-untyped-call]
        if getattr(gebeurtenis, "anchor", None):
            raise _Geweigerd("ankers (&) en verwijzingen (*) zijn niet toegestaan", gebeurtenis.start_mark)
        if getattr(gebeurtenis, "tag", None):
            raise _Geweigerd("een soortaanduiding met ! is niet toegestaan", gebeurtenis.start_mark)
        if self.diepte >= DIEPSTE_NIVEAU:
            raise _Geweigerd(f"de inhoud is dieper genest dan {DIEPSTE_NIVEAU} niveaus", gebeurtenis.start_mark)
        self.diepte += 1
        node: Node | None = super().compose_node(parent, index)
        self.diepte -= 1
        return node

    def construct_mapping(self, node: MappingNode, deep: bool = False) -> dict[Any, Any]:
        gezien: set[str] = set()
        for sleutel, _ in node.value:
            if sleutel.tag != TAG_TEKST:
                raise _Geweigerd("een sleutel moet tekst zijn", sleutel.start_mark)
            if sleutel.value in gezien:
                raise _Geweigerd(f"de sleutel '{sleutel.value[:40]}' staat er twee keer", sleutel.start_mark)
            gezien.add(sleutel.value)
        return super().construct_mapping(node, deep)

    def construct_object(self, node: Node, deep: bool = False) -> Any:
        try:
            return super().construct_object(node, deep)
        except ValueError:
            raise _Geweigerd("deze waarde bestaat niet, zoals de datum 2020-02-30", node.start_mark) from None


def lees_yaml(bestand: Path) -> object:
    """The one document in `bestand`. Raises YamlFout when it is missing, too large, not UTF-8 or not acceptable."""
    tekst = _lees_tekst(bestand)
    try:
        return yaml.load(tekst, Loader=_StrengeLader)  # noqa: S506 - a SafeLoader that accepts less
    except ReaderError as fout:
        regel = tekst.count("\n", 0, fout.position) + 1
        raise YamlFout(f"regel {regel}: hier staat een teken dat niet mag (U+{_nummer(fout.character):04X}).") from None
    except MarkedYAMLError as fout:
        raise YamlFout(_met_plek(fout)) from None
    except yaml.YAMLError:
        raise YamlFout("het bestand is geen geldige YAML.") from None


def _lees_tekst(bestand: Path) -> str:
    try:
        with bestand.open("rb") as stroom:
            inhoud = stroom.read(GROOTSTE_BESTAND + 1)
    except FileNotFoundError:
        raise YamlFout("het bestand ontbreekt.") from None
    except OSError:
        raise YamlFout("het bestand kan niet worden gelezen.") from None
    if len(inhoud) > GROOTSTE_BESTAND:
        raise YamlFout("het bestand is groter dan 1 MB.")
    try:
        return inhoud.decode("utf-8-sig")
    except UnicodeDecodeError as fout:
        regel = inhoud.count(b"\n", 0, fout.start) + 1
        raise YamlFout(f"regel {regel}: het bestand is niet opgeslagen als UTF-8.") from None


def _met_plek(fout: MarkedYAMLError) -> str:
    plek = fout.problem_mark or fout.context_mark
    probleem = fout.problem or ""
    reden = probleem if isinstance(fout, _Geweigerd) else _leg_uit(probleem)
    return f"regel {plek.line + 1}, kolom {plek.column + 1}: {reden}." if plek else f"{reden}."


def _leg_uit(probleem: str) -> str:
    uitleg = (nederlands for engels, nederlands in _UITLEG.items() if engels in probleem)
    return next(uitleg, "de opmaak klopt hier niet")


def _nummer(teken: str | int) -> int:
    return teken if isinstance(teken, int) else ord(teken)
