"""Reads a table row by row: a label and its content, a name across the row, or a row that goes on."""

import re
from typing import Protocol

from app.reading.notitie.cellen import celtekst, eerste_regel, is_nummer, teksten_van
from app.reading.notitie.gebeurtenissen import ETIKET, RIJ, Gebeurtenis, Kandidaat, Onbekend
from app.reading.notitie.kruistabel import Kruistabel, lees_kruiskop
from app.reading.notitie.labels import (
    Etiket,
    Soort,
    herken,
    herken_met_nummer,
    herken_nemer,
    is_koptekst,
    naam_na_voorvoegsel,
)
from app.reading.notitie.overzicht import Lijstkop, lees_lijstkop
from app.reading.notitie.regels import Regel, heeft_merk, maak_regels
from app.reading.notitie.verwijsregel import noemt_nummers
from app.reading.word.lezen import Alinea, Blok, Cel, Rij, Tabel

MAX_NAAM = 120
VERWIJSSOORTEN = {Soort.DOELEN, Soort.INTERVENTIES}
_REST = re.compile(r"(?:overige?s?|algemeen|opdracht(?:en)?|taken|overige opdrachten)\W*", re.IGNORECASE)


class _Uitvoer(Protocol):
    uit: list[Gebeurtenis]
    etiket: Etiket | None

    @property
    def in_opdracht(self) -> bool: ...
    @property
    def onder_tabelkopje(self) -> bool: ...
    def kopje(self, etiket: Etiket, regel: Regel, *, herhaald: bool = False) -> None: ...
    def inhoud(self, regel: Regel) -> None: ...
    def kandidaat(self, kandidaat: Kandidaat) -> None: ...
    def lopende(self, regel: Regel, *, ruim: bool) -> None: ...


class Tabelstroom:
    """One table, nested or not. `_koppen`: labels that head a column, for the rows below them."""

    def __init__(self, stroom: _Uitvoer, tabel: Tabel) -> None:
        self._stroom = stroom
        self._tabel = tabel
        self._koppen: dict[int, Etiket] = {}
        self._lijstkop: Lijstkop | None = None
        self._kruistabel: Kruistabel | None = None

    def lees(self) -> None:
        for rij in self._tabel.rijen:
            cellen = [cel for cel in rij.cellen if not cel.leeg]
            if cellen:
                self._rij(rij, cellen)

    def _rij(self, rij: Rij, cellen: list[Cel]) -> None:
        if self._overzicht(rij, cellen) or self._kruisrij(rij, cellen):
            return
        if self._kolomkoppen(cellen) or self._koptekstrij(cellen):
            return
        if self._onder_koppen(cellen):
            return
        if self._rij_met_etiket(cellen) or self._rij_met_nummer(cellen):
            return
        if len(cellen) == 1:
            self._enkele_cel(rij, cellen[0])
        elif cellen[0].kolom > 0:
            self._cellen(cellen)
        elif is_nummer(cellen[0]):
            self._genummerde_rij(cellen)
        else:
            self._onbekende_rij(cellen)

    def _overzicht(self, rij: Rij, cellen: list[Cel]) -> bool:
        """A table that lists the probleemgebieden, before the first of them: "Nr | Probleemgebied | Prioriteit"."""
        if self._lijstkop is None:
            self._lijstkop = None if self._stroom.etiket else lees_lijstkop(cellen)
            return self._lijstkop is not None
        regel = self._lijstkop.regel(rij, eerste_regel(cellen[0]))
        if regel is None:
            return False
        self._stroom.inhoud(regel)
        return True

    def _kruisrij(self, rij: Rij, cellen: list[Cel]) -> bool:
        """ "Nr | Doel | Lokaal | RIGG" and the rows below it."""
        if kop := lees_kruiskop(cellen):
            self._kruistabel = kop
            return True
        if self._kruistabel is not None and not self._kruistabel.lees(rij, self._stroom):
            self._kruistabel = None
        return self._kruistabel is not None

    def _kolomkoppen(self, cellen: list[Cel]) -> bool:
        """Two or more cells that are only labels head the columns below: "Opdracht | Lokaal | RIGG"."""
        etiketten = [self._etiket_van_cel(cel, met_nemer=True) for cel in cellen]
        if len(cellen) < 2 or not all(etiketten) or _opdracht_met_een_nemer(etiketten):
            return False
        self._koppen = {cel.kolom: etiket for cel, etiket in zip(cellen, etiketten, strict=True) if etiket}
        for cel, etiket in zip(cellen, etiketten, strict=True):
            if etiket and not etiket.nemers:
                self._stroom.kopje(etiket, eerste_regel(cel))
        return True

    def _koptekstrij(self, cellen: list[Cel]) -> bool:
        """ "Onderdeel | Inhoud" says nothing; "Wonen | Inhoud" names the probleemgebied."""
        teksten = [celtekst(cel) for cel in cellen]
        if len(cellen) < 2 or not all(is_koptekst(tekst) for tekst in teksten[1:]):
            return False
        if is_koptekst(teksten[0]):
            return True
        if self._etiket_van_cel(cellen[0]) or len(teksten[0]) > MAX_NAAM:
            return False
        self._naam(cellen[0])
        return True

    def _onder_koppen(self, cellen: list[Cel]) -> bool:
        if not self._koppen:
            return False
        if self._verdeelrij(cellen):
            return True
        eerste_etiket = self._etiket_van_cel(cellen[0]) or (
            len(cellen) > 1 and self._etiket_van_cel(cellen[0], met_nemer=True)
        )
        if eerste_etiket or any(cel.kolom not in self._koppen for cel in cellen):
            self._koppen = {}
            return False
        for cel in cellen:
            self._stroom.kopje(self._koppen[cel.kolom], eerste_regel(cel), herhaald=True)
            self._cel(cel)
        return True

    def _verdeelrij(self, cellen: list[Cel]) -> bool:
        """ "Doelen | 1, 2 | 3" below "Opdracht | Lokaal | RIGG"."""
        eerste, *rest = cellen
        kop = self._koppen.get(eerste.kolom)
        if kop != Etiket(Soort.OPDRACHT) or not rest or any(cel.kolom not in self._koppen for cel in rest):
            return False
        etiket = self._etiket_van_cel(eerste)
        if etiket is not None and etiket.soort not in VERWIJSSOORTEN:
            return False
        for cel in rest:
            self._stroom.kopje(self._koppen[cel.kolom], eerste_regel(cel), herhaald=True)
            if _REST.fullmatch(celtekst(eerste)) is None:
                self._stroom.inhoud(eerste_regel(eerste))
            self._cel(cel)
        return True

    def _rij_met_etiket(self, cellen: list[Cel]) -> bool:
        """The label is the first cell that says something; a cell with only a number may come before it."""
        eerste = 1 if len(cellen) > 1 and is_nummer(cellen[0]) else 0
        if self._met_etiket(cellen, eerste):
            return True
        if len(cellen) > 2 and self._kan_naam_zijn(cellen[0]) and self._etiket_van_cel(cellen[1], met_nemer=True):
            self._naam(cellen[0])
            return self._met_etiket(cellen, 1)
        if len(cellen) == 2 and self._tabel.kolommen == 2 and self._etiket_van_cel(cellen[1]):
            return self._met_etiket(cellen[::-1], 0)
        return False

    def _rij_met_nummer(self, cellen: list[Cel]) -> bool:
        """ "Doel 2 | tekst"."""
        gevonden = herken_met_nummer(celtekst(cellen[0])) if len(cellen) == 2 and cellen[1].alineas else None
        if gevonden is None or self._stroom.in_opdracht:
            return False
        etiket, nummer = gevonden
        self._stroom.kopje(etiket, eerste_regel(cellen[0]), herhaald=self._stroom.onder_tabelkopje)
        eerste, *rest = [regel for alinea in cellen[1].alineas for regel in maak_regels(alinea, uit_tabel=True)]
        self._stroom.inhoud(eerste.met_nummer(nummer, eerste.tekst))
        for regel in rest:
            self._stroom.inhoud(regel)
        self._genest(cellen[1])
        return True

    def _met_etiket(self, cellen: list[Cel], plek: int) -> bool:
        cel, rest = cellen[plek], cellen[plek + 1 :]
        nemer_mag = self._stroom.in_opdracht or (bool(rest) and self._stroom.onder_tabelkopje)
        etiket = self._etiket_van_cel(cel, met_nemer=nemer_mag, met_rest=bool(rest))
        if etiket is None:
            return False
        if etiket.soort is Soort.NAAM:
            if rest:
                self._naam(rest[0])
                self._cellen(rest[1:])
            return bool(rest)
        self._stroom.kopje(etiket, eerste_regel(cel))
        for alinea in cel.alineas[_aantal_etiketalineas(cel) :]:
            self._regels(alinea)
        self._genest(cel)
        self._cellen(rest)
        return True

    def _enkele_cel(self, rij: Rij, cel: Cel) -> None:
        begint_rij = cel.kolom == 0
        if begint_rij and self._kan_naam_zijn(cel):
            self._naam(cel)
        else:
            self._cel(cel)

    def _kan_naam_zijn(self, cel: Cel) -> bool:
        alineas = cel.alineas
        if len(alineas) != 1 or len(cel.blokken) != 1 or alineas[0].opsomteken or alineas[0].letter:
            return False
        tekst = alineas[0].tekst
        regels = maak_regels(alineas[0], uit_tabel=True)
        if len(regels) > 1 or len(tekst) > MAX_NAAM or regels[0].teken:
            return False
        return naam_na_voorvoegsel(tekst) is not None or not tekst.endswith((".", ":", ";", ","))

    def _naam(self, cel: Cel) -> None:
        regels = [regel for alinea in cel.alineas for regel in maak_regels(alinea, uit_tabel=True)]
        if not regels:
            return
        tekst = " ".join(regel.tekst for regel in regels)
        vorm = ETIKET if naam_na_voorvoegsel(tekst) else RIJ
        self._stroom.kandidaat(Kandidaat(tekst, vorm, regels))

    def _genummerde_rij(self, cellen: list[Cel]) -> None:
        """ "1 | tekst": the number stands in a cell of its own."""
        merk = celtekst(cellen[0]).strip("(). ")
        for cel in cellen[1:]:
            alineas = cel.alineas
            if alineas and not alineas[0].in_lijst and not heeft_merk(alineas[0].tekst):
                eerste = alineas[0]
                self._regels(Alinea(f"{merk}. {eerste.tekst}", eerste.plaats, vet=eerste.vet))
                self._blokken([blok for blok in cel.blokken if blok is not eerste])
            else:
                self._cel(cel)

    def _onbekende_rij(self, cellen: list[Cel]) -> None:
        teksten = [" ".join(teksten_van(cel.blokken)) for cel in cellen]
        tekst = f"{teksten[0].removesuffix(':')}: {' | '.join(teksten[1:])}"
        self._stroom.uit.append(Onbekend(tekst, eerste_regel(cellen[0]).plaats))

    def _cellen(self, cellen: list[Cel]) -> None:
        """Content cells beside a label; "Lokaal | RIGG" beside "Opdracht" divide it."""
        for cel in cellen:
            self._cel(cel)

    def _cel(self, cel: Cel) -> None:
        self._blokken(cel.blokken)

    def _blokken(self, blokken: list[Blok]) -> None:
        for blok in blokken:
            if isinstance(blok, Tabel):
                Tabelstroom(self._stroom, blok).lees()
            else:
                self._regels(blok)

    def _genest(self, cel: Cel) -> None:
        self._blokken([blok for blok in cel.blokken if isinstance(blok, Tabel)])

    def _regels(self, alinea: Alinea) -> None:
        for regel in maak_regels(alinea, uit_tabel=True):
            self._stroom.lopende(regel, ruim=regel.kop is not None)

    def _etiket_van_cel(self, cel: Cel, *, met_nemer: bool = False, met_rest: bool = False) -> Etiket | None:
        """The label that the cell as a whole is; with `met_rest` also the one its first paragraph is."""
        if not cel.alineas or (len(cel.alineas) != len(cel.blokken) and not met_rest):
            return None
        if self._stroom.in_opdracht and noemt_nummers(eerste_regel(cel).tekst):
            return None
        teksten = [celtekst(cel), cel.alineas[0].tekst] if met_rest else [celtekst(cel)]
        for tekst in teksten:
            etiket = herken(tekst, ruim=True) or (herken_nemer(tekst) if met_nemer else None)
            if etiket is not None:
                return etiket
        return None


def _opdracht_met_een_nemer(etiketten: list[Etiket | None]) -> bool:
    """ "Opdracht | Lokaal" is a label with the first line of its content, not two columns."""
    eerste, *rest = etiketten
    opdracht = eerste is not None and eerste.soort is Soort.OPDRACHT and not eerste.nemers
    return opdracht and len(rest) == 1


def _aantal_etiketalineas(cel: Cel) -> int:
    """All paragraphs when together they are the label ("Ist" above "(huidige situatie)"), else only the first."""
    return len(cel.alineas) if herken(celtekst(cel), ruim=True) or herken_nemer(celtekst(cel)) else 1
