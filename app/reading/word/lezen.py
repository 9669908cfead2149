"""A Word document as a sequence of paragraphs and tables, each with the place where it stands."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypedDict

from lxml import etree

from app.reading.fouten import LeesFout
from app.reading.plaats import Plaats
from app.reading.word.bereiken import Bereik, Bereiken, Merk
from app.reading.word.nummering import Nummer, Nummering
from app.reading.word.stijlen import Stijl, Stijlen
from app.reading.word.tekst import Bijvangst, maak_schoon, stukken
from app.reading.xml import W, aan, getal, kinderen, waarde

DOORZICHTIG = {W + naam for naam in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")}
GROOT = 28  # half points: from 14 points on a line stands out
MAX_KOLOMMEN = 200
# Some twenty times the largest note; a small file can hold millions, and each costs time.
MAX_ALINEAS = 50_000
TE_LANG = "Dit document heeft meer dan {aantal} alinea's; dat is geen notitie of rapport. Er is niets gelezen."


@dataclass(frozen=True, slots=True)
class Alinea:
    """`nummer`, `letter`, `opsomteken`: what Word itself puts before the text. `kop_niveau`: 1 to 9.

    `merken`: our own hidden marks that it lies in. `opmerkingen`: the ids of the comments on it.
    """

    tekst: str
    plaats: Plaats
    nummer: int | None = None
    letter: str | None = None
    niveau: int = 0
    opsomteken: bool = False
    kop_niveau: int | None = None
    titel: bool = False
    vet: bool = False
    groot: bool = False
    merken: tuple[Merk, ...] = ()
    opmerkingen: tuple[str, ...] = ()

    @property
    def in_lijst(self) -> bool:
        return self.nummer is not None or self.letter is not None or self.opsomteken


@dataclass(slots=True)
class Cel:
    """`kolom` and `breedte` count grid columns, from 0."""

    kolom: int
    breedte: int = 1
    blokken: list["Blok"] = field(default_factory=list)

    @property
    def leeg(self) -> bool:
        return not any(isinstance(blok, Tabel) or blok.tekst for blok in self.blokken)

    @property
    def alineas(self) -> list[Alinea]:
        return [blok for blok in self.blokken if isinstance(blok, Alinea)]


@dataclass(slots=True)
class Rij:
    nummer: int
    cellen: list[Cel] = field(default_factory=list)


@dataclass(slots=True)
class Tabel:
    nummer: int
    rijen: list[Rij] = field(default_factory=list)
    kolommen: int = 0


Blok = Alinea | Tabel


@dataclass(slots=True)
class WordInhoud:
    blokken: list[Blok] = field(default_factory=list)
    noten: int = 0
    beelden: int = 0
    wijzigingen: int = 0


def alle_alineas(blokken: Iterable[Blok]) -> Iterator[Alinea]:
    """Those in tables included, and in tables within them, in reading order."""
    for blok in blokken:
        if isinstance(blok, Alinea):
            yield blok
        else:
            for rij in blok.rijen:
                for cel in rij.cellen:
                    yield from alle_alineas(cel.blokken)


class _Bereikvelden(TypedDict):
    merken: tuple[Merk, ...]
    opmerkingen: tuple[str, ...]


@dataclass(slots=True)
class Teller:
    """Counts paragraphs that show text, separately outside the tables and within each cell."""

    tabel: int | None = None
    rij: int | None = None
    alinea: int = 0

    def volgende(self) -> Plaats:
        self.alinea += 1
        return self.hier

    @property
    def hier(self) -> Plaats:
        return Plaats(self.tabel, self.rij, self.alinea)


class WordLezer:
    """Walks the body once. Empty paragraphs and cells that continue a merged one give nothing.

    With `bereiken` every paragraph is given with its marks, also an empty one.
    """

    def __init__(self, stijlen: Stijlen, nummering: Nummering, bereiken: Bereiken | None = None) -> None:
        self._stijlen = stijlen
        self._nummering = nummering
        self._bereiken = bereiken
        self._tabellen = self._alineas = 0
        self.inhoud = WordInhoud()

    def lees(self, hoofdtekst: etree._Element) -> WordInhoud:
        self.inhoud.blokken = list(self._blokken(hoofdtekst, Teller()))
        return self.inhoud

    def _blokken(self, ouder: etree._Element, teller: Teller) -> Iterator[Blok]:
        for element in kinderen(ouder):
            if element.tag == W + "p":
                yield from self._alinea(element, teller)
            elif element.tag == W + "tbl":
                yield self._tabel(element, teller)
            elif element.tag in DOORZICHTIG:
                yield from self._blokken(element, teller)

    def _alinea(self, element: etree._Element, teller: Teller) -> Iterator[Blok]:
        self._tel_alinea()
        vangst = Bijvangst()
        stijl = self._stijlen.van(waarde(element.find(f"{W}pPr/{W}pStyle")))
        lopend = [(tekst, run) for tekst, run in stukken(element, vangst) if tekst]
        tekst = maak_schoon("".join(tekst for tekst, _ in lopend))
        if tekst:
            yield self._maak_alinea(element, stijl, tekst, [run for t, run in lopend if t.strip()], teller.volgende())
        elif self._bereiken is not None:
            nummer = self._nummer(element, stijl)  # an empty line in a list has its number too
            yield Alinea("", teller.hier, nummer.nummer, nummer.letter, nummer.niveau, **self._bereik(element))
        self._tel_bijvangst(vangst)
        for kader in vangst.kaders:
            yield from self._blokken(kader, teller)

    def _tel_alinea(self) -> None:
        self._alineas += 1
        if self._alineas > MAX_ALINEAS:
            raise LeesFout(TE_LANG.format(aantal=f"{MAX_ALINEAS:,}".replace(",", ".")))

    def _maak_alinea(
        self, element: etree._Element, stijl: Stijl, tekst: str, runs: list[etree._Element | None], plaats: Plaats
    ) -> Alinea:
        nummer = self._nummer(element, stijl)
        return Alinea(
            tekst=tekst,
            plaats=plaats,
            nummer=nummer.nummer,
            letter=nummer.letter,
            niveau=nummer.niveau,
            opsomteken=nummer.opsomteken,
            kop_niveau=_kop_niveau(element, stijl),
            titel=stijl.titel,
            vet=all(self._vet(run, stijl) for run in runs),
            groot=all(self._grootte(run, stijl) >= GROOT for run in runs),
            **self._bereik(element),
        )

    def _bereik(self, element: etree._Element) -> _Bereikvelden:
        bereik = (self._bereiken or {}).get(element) or Bereik()
        return {"merken": tuple(bereik.merken), "opmerkingen": tuple(bereik.opmerkingen)}

    def _nummer(self, element: etree._Element, stijl: Stijl) -> Nummer:
        eigen = element.find(f"{W}pPr/{W}numPr")
        num_id, niveau = stijl.num_id or 0, stijl.niveau or 0
        if eigen is not None:
            num_id = getal(waarde(eigen.find(W + "numId")), num_id)
            niveau = getal(waarde(eigen.find(W + "ilvl")), niveau)
        return self._nummering.volgende(num_id, niveau)

    def _vet(self, run: etree._Element | None, stijl: Stijl) -> bool:
        if run is None:
            return stijl.vet
        eigen = aan(run.find(f"{W}rPr/{W}b"))
        if eigen is not None:
            return eigen
        tekenstijl = waarde(run.find(f"{W}rPr/{W}rStyle"))
        return stijl.vet or (tekenstijl is not None and self._stijlen.van(tekenstijl).vet)

    def _grootte(self, run: etree._Element | None, stijl: Stijl) -> int:
        eigen = waarde(run.find(f"{W}rPr/{W}sz")) if run is not None else None
        return getal(eigen, stijl.grootte or 0)

    def _tel_bijvangst(self, vangst: Bijvangst) -> None:
        self.inhoud.noten += vangst.noten
        self.inhoud.beelden += vangst.beelden

    def _tabel(self, element: etree._Element, teller: Teller) -> Tabel:
        """A nested table takes its place from the cell around it."""
        genest = teller.tabel is not None
        if not genest:
            self._tabellen += 1
        tabel = Tabel(teller.tabel or self._tabellen)
        for nummer, rij in enumerate(_rijen(element), start=1):
            plek = teller if genest else Teller(tabel.nummer, nummer)
            tabel.rijen.append(self._rij(rij, nummer, plek, genest))
        tabel.kolommen = max((sum(cel.breedte for cel in rij.cellen) for rij in tabel.rijen), default=0)
        return tabel

    def _rij(self, element: etree._Element, nummer: int, teller: Teller, genest: bool) -> Rij:
        rij = Rij(nummer)
        kolom = 0
        for tc in _cellen(element):
            breedte = min(max(getal(waarde(tc.find(f"{W}tcPr/{W}gridSpan")), 1), 1), MAX_KOLOMMEN)
            plek = teller if genest else Teller(teller.tabel, teller.rij)
            rij.cellen.append(Cel(kolom, breedte, list(self._blokken(tc, plek))))
            kolom += breedte
        return rij


def _kop_niveau(element: etree._Element, stijl: Stijl) -> int | None:
    eigen = waarde(element.find(f"{W}pPr/{W}outlineLvl"))
    if eigen is None:
        return stijl.kop
    niveau = getal(eigen, 9)
    return niveau + 1 if 0 <= niveau <= 8 else None


def _rijen(ouder: etree._Element) -> Iterator[etree._Element]:
    for element in kinderen(ouder):
        if element.tag == W + "tr" and element.find(f"{W}trPr/{W}del") is None:
            yield element
        elif element.tag in DOORZICHTIG:
            yield from _rijen(element)


def _cellen(ouder: etree._Element) -> Iterator[etree._Element]:
    for element in kinderen(ouder):
        if element.tag == W + "tc":
            yield element
        elif element.tag in DOORZICHTIG:
            yield from _cellen(element)
