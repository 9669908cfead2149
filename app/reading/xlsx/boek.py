"""What an Excel file says about itself: its sheets, how numbers are shown, and the texts that its cells point at."""

import posixpath
import re
from dataclasses import dataclass, field
from enum import StrEnum

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils.escape import unescape

from app.reading.metingen.gelezen import OnbruikbaarBestand
from app.reading.xlsx.pakket import BESCHADIGD, TE_GROOT, Ontleder, Pakket

MEESTE_TEKENS = 32 * 1024 * 1024
MEESTE_TEKSTEN = 2_000_000
MEESTE_BLADEN = 250
MEESTE_STIJLEN = 70_000
_LETTERLIJK = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')


class Getalsoort(StrEnum):
    """What a number in a cell stands for, seen from the way it is shown."""

    GETAL = "getal"
    PROCENT = "procent"
    DAG = "dag"
    MAAND = "maand"
    JAAR = "jaar"


@dataclass(frozen=True, slots=True)
class Blad:
    naam: str
    deel: str
    verborgen: bool


@dataclass(slots=True)
class Boek:
    """`soorten`: by style number. `vanaf_1904`: serial dates count from that year, as on an old Mac."""

    pakket: Pakket
    bladen: list[Blad] = field(default_factory=list)
    soorten: list[Getalsoort] = field(default_factory=list)
    teksten: list[str] = field(default_factory=list)
    vanaf_1904: bool = False


def open_boek(pakket: Pakket) -> Boek:
    """Raises OnbruikbaarBestand when the workbook is damaged or its texts do not fit in memory."""
    deel = _werkmap(pakket)
    relaties = _Relaties(pakket, _naast(deel, "_rels/" + posixpath.basename(deel) + ".rels")).gelezen()
    lijst = _Werkmap(pakket, deel)
    lijst.lees()
    boek = Boek(pakket, vanaf_1904=lijst.vanaf_1904)
    for naam, relatie, verborgen in lijst.bladen:
        soort, doel = relaties.get(relatie, ("", ""))
        if soort == "worksheet":
            boek.bladen.append(Blad(naam, _naast(deel, doel), verborgen))
    per_soort = {soort: _naast(deel, doel) for soort, doel in relaties.values()}
    if pakket.heeft(per_soort.get("styles", "")):
        boek.soorten = _Stijlen(pakket, per_soort["styles"]).gelezen()
    if pakket.heeft(per_soort.get("sharedStrings", "")):
        boek.teksten = _Teksten(pakket, per_soort["sharedStrings"]).gelezen()
    if not boek.bladen:
        raise OnbruikbaarBestand(BESCHADIGD.format(wat="er staan geen werkbladen in"))
    return boek


def getalsoort(opmaak: str) -> Getalsoort:
    """`0.0%` shows a share as a percentage; `mmm-yy` shows the first of a month as that month."""
    eerste = _LETTERLIJK.sub("", opmaak.split(";")[0]).lower()
    if "%" in eerste:
        return Getalsoort.PROCENT
    if not is_date_format(opmaak):
        return Getalsoort.GETAL
    if "d" in eerste:
        return Getalsoort.DAG
    if "y" not in eerste:
        return Getalsoort.MAAND if "mmm" in eerste else Getalsoort.GETAL
    return Getalsoort.MAAND if "m" in eerste else Getalsoort.JAAR


def _werkmap(pakket: Pakket) -> str:
    if pakket.heeft("_rels/.rels"):
        relaties = _Relaties(pakket, "_rels/.rels").gelezen()
        doelen = [_naast("", doel) for soort, doel in relaties.values() if soort == "officeDocument"]
        if doelen and pakket.heeft(doelen[0]):
            return doelen[0]
    return "xl/workbook.xml"


def _naast(deel: str, doel: str) -> str:
    """The name in the zip of what a part points at; nothing outside the package can be reached."""
    if doel.startswith("/"):
        return posixpath.normpath(doel).lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(deel), doel))


class _Relaties(Ontleder):
    def gelezen(self) -> dict[str, tuple[str, str]]:
        """Of each id the kind, without the address in front of it, and the target; nothing for a missing part."""
        self.uit: dict[str, tuple[str, str]] = {}
        if self.pakket.heeft(self.naam):
            self.lees()
        return self.uit

    def begin(self, naam: str, kenmerken: dict[str, str]) -> None:
        if naam == "Relationship" and len(self.uit) < MEESTE_BLADEN * 4 and kenmerken.get("TargetMode") != "External":
            self.uit[kenmerken.get("Id", "")] = (
                kenmerken.get("Type", "").rsplit("/", 1)[-1],
                kenmerken.get("Target", ""),
            )


class _Werkmap(Ontleder):
    def __init__(self, pakket: Pakket, naam: str) -> None:
        super().__init__(pakket, naam)
        self.bladen: list[tuple[str, str, bool]] = []
        self.vanaf_1904 = False

    def begin(self, naam: str, kenmerken: dict[str, str]) -> None:
        if naam == "sheet" and len(self.bladen) < MEESTE_BLADEN:
            relatie = next((waarde for sleutel, waarde in kenmerken.items() if sleutel.endswith(":id")), "")
            verborgen = kenmerken.get("state", "visible") != "visible"
            self.bladen.append((kenmerken.get("name", ""), relatie, verborgen))
        elif naam == "workbookPr":
            self.vanaf_1904 = kenmerken.get("date1904") in ("1", "true")


class _Stijlen(Ontleder):
    def gelezen(self) -> list[Getalsoort]:
        self.opmaken: dict[int, str] = {}
        self.soorten: list[Getalsoort] = []
        self.in_cellen = False
        self.lees()
        return self.soorten

    def begin(self, naam: str, kenmerken: dict[str, str]) -> None:
        if naam == "numFmt" and len(self.opmaken) < MEESTE_STIJLEN:
            self.opmaken[int(kenmerken.get("numFmtId", 0))] = kenmerken.get("formatCode", "")[:255]
        elif naam == "cellXfs":
            self.in_cellen = True
        elif naam == "xf" and self.in_cellen and len(self.soorten) < MEESTE_STIJLEN:
            nummer = int(kenmerken.get("numFmtId", 0))
            self.soorten.append(getalsoort(self.opmaken.get(nummer) or BUILTIN_FORMATS.get(nummer, "General")))

    def eind(self, naam: str) -> None:
        if naam == "cellXfs":
            self.in_cellen = False


class _Teksten(Ontleder):
    """The shared texts; the pronunciation that East Asian versions put beside a text is no part of it."""

    def gelezen(self) -> list[str]:
        self.teksten: list[str] = []
        self.delen: list[str] = []
        self.lezend = self.uitspraak = False
        self.tekens = 0
        self.lees()
        return self.teksten

    def begin(self, naam: str, kenmerken: dict[str, str]) -> None:
        if naam == "t":
            self.lezend = not self.uitspraak
        elif naam == "rPh":
            self.uitspraak = True

    def eind(self, naam: str) -> None:
        if naam == "t":
            self.lezend = False
        elif naam == "rPh":
            self.uitspraak = False
        elif naam == "si":
            self.teksten.append(unescape("".join(self.delen)))
            self.delen.clear()
            self._bewaak(0)

    def tekst(self, tekst: str) -> None:
        if self.lezend:
            self.delen.append(tekst)
            self._bewaak(len(tekst))

    def _bewaak(self, erbij: int) -> None:
        self.tekens += erbij
        if self.tekens > MEESTE_TEKENS or len(self.teksten) > MEESTE_TEKSTEN or len(self.delen) > MEESTE_TEKSTEN:
            raise OnbruikbaarBestand(TE_GROOT.format(wat="te veel tekst"))
