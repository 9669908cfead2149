"""An OpenDocument text as the same paragraphs and tables that a Word document gives."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from app.reading.odt.namen import MEESTE_HERHALINGEN, TABLE, TEXT
from app.reading.odt.nummering import OdtNummering, Tellers
from app.reading.odt.stijlen import OdtStijlen
from app.reading.odt.tekst import Gelopen, OdtTekst, lees_weggehaald
from app.reading.plaats import Plaats
from app.reading.word.lezen import GROOT, MAX_KOLOMMEN, Alinea, Blok, Cel, Rij, Tabel, Teller
from app.reading.word.nummering import Nummer
from app.reading.xml import getal, kinderen

_OVERSLAAN = {TEXT + naam for naam in ("tracked-changes", "table-of-content", "alphabetical-index", "sequence-decls")}
_OVERSLAAN |= {TEXT + "variable-decls", TEXT + "user-field-decls"}
_RIJGROEPEN = {TABLE + naam for naam in ("table-header-rows", "table-rows", "table-row-group")}
_CELLEN = {TABLE + "table-cell", TABLE + "covered-table-cell"}
_DIEPST = 100


@dataclass(slots=True)
class _Lijst:
    """Where in a list we are: `punt` is the item whose first paragraph has not come yet."""

    stijl: str
    niveau: int
    tellers: Tellers
    punt: etree._Element | None = None


class OdtLezer:
    """Walks the text once. `met_leeg`: empty paragraphs too, for the marks at them."""

    def __init__(self, stijlen: OdtStijlen, *, met_leeg: bool = False) -> None:
        self._stijlen = stijlen
        self._nummering = OdtNummering(stijlen)
        self._met_leeg = met_leeg
        self._tabellen = 0
        self.tekst = OdtTekst()

    def lees(self, romp: etree._Element) -> list[Blok]:
        self.tekst = OdtTekst(lees_weggehaald(romp))
        return list(self._blokken(romp, Teller(), None, 0))

    def _blokken(self, ouder: etree._Element, teller: Teller, lijst: _Lijst | None, diepte: int) -> Iterator[Blok]:
        for element in kinderen(ouder) if diepte < _DIEPST else ():
            if element.tag in {TEXT + "p", TEXT + "h"}:
                yield from self._alinea(element, teller, lijst, diepte)
            elif element.tag == TABLE + "table":
                yield self._tabel(element, teller, diepte)
            elif element.tag == TEXT + "list":
                yield from self._lijst(element, teller, lijst, diepte)
            elif element.tag not in _OVERSLAAN and not self.tekst.teken(element):
                yield from self._blokken(element, teller, lijst, diepte + 1)

    def _lijst(self, element: etree._Element, teller: Teller, boven: _Lijst | None, diepte: int) -> Iterator[Blok]:
        stijl = element.get(TEXT + "style-name") or (boven.stijl if boven else "")
        tellers = boven.tellers if boven else self._nummering.begin_lijst(element, stijl)
        for punt in kinderen(element):
            eigen = punt if punt.tag == TEXT + "list-item" else None
            lijst = _Lijst(stijl, boven.niveau + 1 if boven else 1, tellers, eigen)
            yield from self._blokken(punt, teller, lijst, diepte + 1)

    def _alinea(self, element: etree._Element, teller: Teller, lijst: _Lijst | None, diepte: int) -> Iterator[Blok]:
        gelopen = self.tekst.loop(element)
        nummer = Nummer()
        if lijst is not None and lijst.punt is not None:
            nummer = self._nummering.tel(lijst.punt, lijst.stijl, lijst.niveau, lijst.tellers)
            lijst.punt = None
        if gelopen.tekst or self._met_leeg:
            yield self._maak(element, gelopen, nummer, teller.volgende() if gelopen.tekst else teller.hier)
        for kader in gelopen.kaders:
            yield from self._blokken(kader, teller, None, diepte + 1)

    def _maak(self, element: etree._Element, gelopen: Gelopen, nummer: Nummer, plaats: Plaats) -> Alinea:
        stijl = self._stijlen.alinea(element.get(TEXT + "style-name"))
        tekens = [self._stijlen.tekst(naam) for tekst, naam in gelopen.stukken if tekst.strip()]
        kop = getal(element.get(TEXT + "outline-level"), 1) if element.tag == TEXT + "h" else None
        return Alinea(
            gelopen.tekst,
            plaats,
            nummer.nummer,
            nummer.letter,
            nummer.niveau,
            opsomteken=nummer.opsomteken and bool(gelopen.tekst),
            kop_niveau=kop if gelopen.tekst else None,
            titel=stijl.titel and bool(gelopen.tekst),
            vet=bool(tekens) and all(stijl.vet if teken.vet is None else teken.vet for teken in tekens),
            groot=bool(tekens) and all((teken.grootte or stijl.grootte or 0) >= GROOT for teken in tekens),
            merken=tuple(gelopen.merken),
            opmerkingen=tuple(gelopen.opmerkingen),
        )

    # --- tables ---

    def _tabel(self, element: etree._Element, teller: Teller, diepte: int) -> Tabel:
        """A nested table takes its place from the cell around it."""
        genest = teller.tabel is not None
        self._tabellen += not genest
        tabel = Tabel(teller.tabel or self._tabellen)
        for nummer, rij in enumerate(_rijen(element), start=1):
            plek = (teller.tabel, teller.rij) if genest else (tabel.nummer, nummer)
            tabel.rijen.append(Rij(nummer, list(self._cellen(rij, teller if genest else None, plek, diepte))))
        tabel.kolommen = max((sum(cel.breedte for cel in rij.cellen) for rij in tabel.rijen), default=0)
        return tabel

    def _cellen(
        self, rij: etree._Element, teller: Teller | None, plek: tuple[int | None, int | None], diepte: int
    ) -> Iterator[Cel]:
        """Below a cell that was merged downwards stands an empty one."""
        kolom = bedekt = 0
        for element in kinderen(rij):
            if element.tag not in _CELLEN:
                continue
            keer = _keren(element, "number-columns-repeated", MAX_KOLOMMEN)
            if element.tag == TABLE + "covered-table-cell" and bedekt:
                keer, bedekt = keer - min(keer, bedekt), bedekt - min(keer, bedekt)
            breedte = _keren(element, "number-columns-spanned", MAX_KOLOMMEN)
            for _ in range(keer if kolom < MAX_KOLOMMEN else 0):
                blokken = self._blokken(element, teller or Teller(*plek), None, diepte + 1)
                yield Cel(kolom, breedte, list(blokken))
                kolom += breedte
                bedekt = breedte - 1


def _rijen(ouder: etree._Element, diepte: int = 0) -> Iterator[etree._Element]:
    for element in kinderen(ouder) if diepte < _DIEPST else ():
        if element.tag == TABLE + "table-row":
            yield from [element] * _keren(element, "number-rows-repeated", MEESTE_HERHALINGEN)
        elif element.tag in _RIJGROEPEN:
            yield from _rijen(element, diepte + 1)


def _keren(element: etree._Element, naam: str, hoogstens: int) -> int:
    return min(max(getal(element.get(TABLE + naam), 1), 1), hoogstens)
