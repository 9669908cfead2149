"""docs/beveiliging.md says nothing that is not there: each test and page it names exists, and its counts are right."""

import ast
import json
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from config import PROJECT

BLADZIJDE = PROJECT / "docs/beveiliging.md"
# Of the requirements of levels 1 and 2 of version 5.0.0, per chapter.
AANTALLEN = (27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7)
RIJ = re.compile(r"\| (\d+)\.(\d+)\.(\d+) \| ([12]) \| (.+?) \| (.+?) \| (.*?) ?\|")
PROEF = re.compile(r"`([\w/]+\.py)::(\w+)`")
VERWIJZING = re.compile(r"\]\(([\w./-]*)(?:#([\w-]+))?\)")
NIET, NVT = "**niet gehaald**: ", "n.v.t.: "
TELLING = re.compile(r"\| (\*\*samen\*\*|V(\d+) [^|]+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|")

TEKST = BLADZIJDE.read_text(encoding="utf-8")
RIJEN = [gevonden.groups() for regel in TEKST.splitlines() if (gevonden := RIJ.fullmatch(regel))]


@cache
def proeven_in(pad: Path) -> frozenset[str]:
    boom = ast.parse(pad.read_text(encoding="utf-8"))
    return frozenset(knoop.name for knoop in ast.walk(boom) if isinstance(knoop, ast.FunctionDef))


@cache
def koppen_in(pad: Path) -> frozenset[str]:
    """As they are called in an address."""
    koppen = re.findall(r"^#+ (.+)$", pad.read_text(encoding="utf-8"), re.MULTILINE)
    return frozenset(re.sub(r"[^\w\- ]", "", kop.lower()).replace(" ", "-") for kop in koppen)


def soort(doet: str) -> str:
    return "niet" if doet.startswith(NIET) else "nvt" if doet.startswith(NVT) else "gehaald"


def test_elke_genoemde_proef_bestaat() -> None:
    genoemd = PROEF.findall(TEKST)
    assert len(genoemd) > 200
    weg = [f"{pad}::{naam}" for pad, naam in genoemd if not (PROJECT / "tests" / pad).is_file()]
    weg = weg or [f"{pad}::{naam}" for pad, naam in genoemd if naam not in proeven_in(PROJECT / "tests" / pad)]
    assert not weg
    assert not [naam for _, naam in genoemd if not naam.startswith("test_")]


def test_elke_verwijzing_klopt() -> None:
    for pad, kop in VERWIJZING.findall(TEKST):
        doel = BLADZIJDE.parent / pad if pad else BLADZIJDE
        assert doel.is_file(), pad
        assert not kop or kop in koppen_in(doel), f"{pad}#{kop}"


def test_geen_eis_ontbreekt_of_staat_er_twee_keer() -> None:
    nummers = [(int(hoofdstuk), int(deel), int(nr)) for hoofdstuk, deel, nr, *_ in RIJEN]
    assert nummers == sorted(set(nummers))
    per_hoofdstuk = Counter(hoofdstuk for hoofdstuk, *_ in nummers)
    assert tuple(per_hoofdstuk[hoofdstuk] for hoofdstuk in range(1, 18)) == AANTALLEN
    assert len(RIJEN) == len(re.findall(r"^\| \d+\.\d+\.\d+ ", TEKST, re.MULTILINE)), "een rij met een andere vorm"


@pytest.mark.parametrize("rij", RIJEN, ids=lambda rij: ".".join(rij[:3]))
def test_wat_gehaald_is_heeft_een_bewijs_en_de_rest_een_reden(rij: tuple[str, ...]) -> None:
    doet, bewijs = rij[5], rij[6]
    if soort(doet) == "gehaald":
        assert PROEF.search(bewijs) or VERWIJZING.search(bewijs)
    else:
        assert not bewijs
        assert len(doet) > 20


def test_de_telling_klopt() -> None:
    geteld = Counter((hoofdstuk, soort(doet)) for hoofdstuk, *_, doet, _ in RIJEN)
    regels = TELLING.findall(TEKST)
    assert len(regels) == 18
    for _, hoofdstuk, *getallen in regels:
        per_soort = [
            sum(aantal for (van, wat), aantal in geteld.items() if wat == deze and hoofdstuk in ("", van))
            for deze in ("gehaald", "niet", "nvt")
        ]
        assert [int(getal) for getal in getallen] == [sum(per_soort), *per_soort], hoofdstuk or "samen"


def test_elk_onderdeel_ligt_vast() -> None:
    """Each library with its version and what its files must add up to."""
    for lijst in ("requirements.txt", "requirements-dev.txt"):
        tekst = (PROJECT / lijst).read_text(encoding="utf-8").replace("\\\n", " ")
        onderdelen = [regel for regel in tekst.splitlines() if regel and not regel.lstrip().startswith("#")]
        los = [regel.split()[0] for regel in onderdelen if "--hash=sha256:" not in regel or "==" not in regel]
        assert onderdelen
        assert not los
    pakketten = json.loads((PROJECT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert not [naam for naam, pakket in pakketten.items() if naam and not pakket.get("integrity")]
