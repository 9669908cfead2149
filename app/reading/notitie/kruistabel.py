"""A table with one doel or interventie a row and crosses in the columns of who carries it.

"Nr | Doel | Indicator | Interventie | Lokaal | RIGG": a cross gives the doel and the interventie of its row to
that opdrachtnemer. Everything becomes the same stream as the same facts in rows with labels would.
"""

import re
from dataclasses import dataclass, field, replace
from typing import Protocol

from app.domain.structuur import Opdrachtnemer
from app.reading.notitie.cellen import celtekst
from app.reading.notitie.gebeurtenissen import Gebeurtenis, Inhoud
from app.reading.notitie.labels import Etiket, Soort, herken, herken_nemer, is_nummerkop
from app.reading.notitie.regels import Regel, maak_regels
from app.reading.word.lezen import Cel, Rij

GENUMMERD = (Soort.DOELEN, Soort.INDICATOREN, Soort.INTERVENTIES)
_NUMMER = re.compile(r"\(?(\d{1,3})[.):]?")
_KRUIS = re.compile(r"[xv✓✔✗✘☒☑●•]|ja", re.IGNORECASE)
_KRUIS_MET_VOORBEHOUD = re.compile(r"\((?:[xv✓✔✗✘☒☑●•]|ja)\)", re.IGNORECASE)
_GEEN_KRUIS = {"", "-", "–", "nee", "☐", "□", "n.v.t.", "nvt"}


class _Uitvoer(Protocol):
    uit: list[Gebeurtenis]

    def kopje(self, etiket: Etiket, regel: Regel, *, herhaald: bool = False) -> None: ...
    def lopende(self, regel: Regel, *, ruim: bool) -> None: ...


@dataclass(slots=True)
class Kruistabel:
    """`nummers` are the columns with numbers, each for what stands right of it; `delen` and `nemers` say what
    the other columns hold.

    `verdeling` is a column that says in words who carries the row: "Lokaal", "RIGG", "Lokaal en RIGG";
    `verdeelt_zeker` when its header names both.
    """

    nummers: list[int]
    delen: dict[int, Soort]
    nemers: dict[int, Opdrachtnemer]
    verdeling: int | None = None
    verdeelt_zeker: bool = False
    _laatste: dict[Soort, int] = field(default_factory=dict)

    def lees(self, rij: Rij, stroom: _Uitvoer) -> bool:
        """Puts the row on the stream; False when it does not belong to such a table."""
        cellen = {cel.kolom: cel for cel in rij.cellen if not cel.leeg}
        if not set(cellen) <= {self.verdeling, *self.nummers, *self.delen, *self.nemers} or not set(cellen) & {
            *self.delen
        }:
            return False
        if any(kolom in cellen and _nummer_in(cellen[kolom]) is None for kolom in self.nummers):
            return False
        geplaatst = {
            soort: self._deel(soort, cellen[k], self._nummer_voor(k, cellen), stroom)
            for k, soort in self.delen.items()
            if k in cellen
        }
        for kolom, nemer in self.nemers.items():
            if kolom in cellen:
                _kruis(cellen[kolom], nemer, geplaatst, stroom)
        if self.verdeling in cellen:
            _verdeel(cellen[self.verdeling], geplaatst, stroom)
        return True

    def _nummer_voor(self, kolom: int, cellen: dict[int, Cel]) -> int | None:
        links = [nummer for nummer in self.nummers if nummer < kolom]
        return _nummer_in(cellen.get(links[-1])) if links else None

    def _deel(self, soort: Soort, cel: Cel, nummer: int | None, stroom: _Uitvoer) -> list[int]:
        """The numbers that the lines of the cell got."""
        regels = [regel for alinea in cel.alineas for regel in maak_regels(alinea, uit_tabel=True)]
        if not any(regel.nummer for regel in regels):
            regels[0] = regels[0].met_nummer(self._eigen_nummer(soort, nummer), regels[0].tekst)
        stroom.kopje(Etiket(soort), regels[0], herhaald=True)
        stroom.uit.extend(Inhoud(regel) for regel in regels)
        nummers = [regel.nummer for regel in regels if regel.nummer]
        self._laatste[soort] = nummers[-1]
        return nummers

    def _eigen_nummer(self, soort: Soort, nummer: int | None) -> int:
        """The number of the row; else an indicator follows its doel and the others count on."""
        if nummer is not None:
            return nummer
        bij_doel = self._laatste.get(Soort.DOELEN) if soort is Soort.INDICATOREN else None
        return bij_doel or self._laatste.get(soort, 0) + 1


def lees_kruiskop(cellen: list[Cel]) -> Kruistabel | None:
    """None when the row is no header of such a table."""
    tabel = Kruistabel([], {}, {})
    for cel in cellen:
        tekst = celtekst(cel)
        etiket = herken(tekst) or herken_nemer(tekst)
        if is_nummerkop(tekst):
            tabel.nummers.append(cel.kolom)
        elif etiket and etiket.soort in GENUMMERD and etiket.soort not in tabel.delen.values():
            tabel.delen[cel.kolom] = etiket.soort
        elif etiket and len(etiket.nemers) == 1 and etiket.nemers[0] not in tabel.nemers.values():
            tabel.nemers[cel.kolom] = etiket.nemers[0]
        elif etiket and etiket.soort is Soort.OPDRACHT and len(etiket.nemers) != 1 and tabel.verdeling is None:
            tabel.verdeling = cel.kolom
            tabel.verdeelt_zeker = len(etiket.nemers) > 1
        else:
            return None
    return tabel if tabel.delen and (tabel.nummers or tabel.nemers or tabel.verdeelt_zeker) else None


def _nummer_in(cel: Cel | None) -> int | None:
    gevonden = _NUMMER.fullmatch(celtekst(cel)) if cel else None
    return int(gevonden.group(1)) if gevonden else None


def _kruis(cel: Cel, nemer: Opdrachtnemer, geplaatst: dict[Soort, list[int]], stroom: _Uitvoer) -> None:
    """A cross becomes "doelen: 2"; anything else in the cell is a line of the opdracht itself."""
    regels = [regel for alinea in cel.alineas for regel in maak_regels(alinea, uit_tabel=True)]
    tekst = celtekst(cel)
    if not regels or tekst.casefold() in _GEEN_KRUIS:
        return
    voorbehoud = _KRUIS_MET_VOORBEHOUD.fullmatch(tekst) is not None
    if voorbehoud or _KRUIS.fullmatch(tekst):
        _wijs_toe(regels[0], nemer, geplaatst, stroom, vorm="({})" if voorbehoud else "{}")
    else:
        _onder_nemer(regels, nemer, stroom)


def _verdeel(cel: Cel, geplaatst: dict[Soort, list[int]], stroom: _Uitvoer) -> None:
    regels = [regel for alinea in cel.alineas for regel in maak_regels(alinea, uit_tabel=True)]
    wie = herken_nemer(celtekst(cel)) or _beide(celtekst(cel))
    if wie is None:
        stroom.kopje(Etiket(Soort.OPDRACHT), regels[0])
        for regel in regels:
            stroom.lopende(regel, ruim=False)
        return
    for nemer in wie.nemers:
        _wijs_toe(regels[0], nemer, geplaatst, stroom, vorm="{}")


def _beide(tekst: str) -> Etiket | None:
    beide = tekst.strip(" .").casefold() in {"beide", "allebei", "samen"}
    return Etiket(Soort.OPDRACHT, tuple(Opdrachtnemer)) if beide else None


def _wijs_toe(
    regel: Regel, nemer: Opdrachtnemer, geplaatst: dict[Soort, list[int]], stroom: _Uitvoer, *, vorm: str
) -> None:
    kort = replace(regel, nummer=None, letter=None, teken=False)
    regels = [
        replace(kort, tekst=f"Realiseren {soort.value}: {', '.join(map(vorm.format, geplaatst[soort]))}")
        for soort in (Soort.DOELEN, Soort.INTERVENTIES)
        if soort in geplaatst
    ]
    if regels:
        _onder_nemer(regels, nemer, stroom)


def _onder_nemer(regels: list[Regel], nemer: Opdrachtnemer, stroom: _Uitvoer) -> None:
    stroom.kopje(Etiket(Soort.OPDRACHT, (nemer,)), regels[0], herhaald=True)
    stroom.uit.extend(Inhoud(regel) for regel in regels)
