"""Turns paragraphs and tables into one stream of labels, names and content. Recognises by meaning, not by position."""

from collections.abc import Iterable
from itertools import zip_longest

from app.reading.notitie.gebeurtenissen import ETIKET, KAPITALEN, PLAT, VET, Gebeurtenis, Inhoud, Kandidaat, Kopje
from app.reading.notitie.labels import Etiket, Soort, herken, herken_met_rest, herken_nemer, naam_na_voorvoegsel
from app.reading.notitie.regels import Regel, heeft_merk, maak_regels
from app.reading.notitie.tabelstroom import Tabelstroom
from app.reading.notitie.verwijsregel import begint_verwijzing, noemt_nummers
from app.reading.word.lezen import Alinea, Blok, Tabel

VERWIJSSOORTEN = {Soort.DOELEN, Soort.INTERVENTIES}
MAX_NAAM = 120
MAX_PLATTE_NAAM = 80
MIN_KAPITALEN = 4


class Stroom:
    """`uit` is the stream; `etiket` the label under which we are reading now."""

    def __init__(self) -> None:
        self.uit: list[Gebeurtenis] = []
        self.etiket: Etiket | None = None
        self._begonnen = False
        self._in_tabel = False
        self._etiket_uit_tabel = False

    @property
    def in_opdracht(self) -> bool:
        """What stands below a table is no longer in its last row; a table that goes on is."""
        onder_tabel = self._etiket_uit_tabel and not self._in_tabel
        return self.etiket is not None and self.etiket.soort is Soort.OPDRACHT and not onder_tabel

    @property
    def onder_tabelkopje(self) -> bool:
        """A row "Lokaal" below the rows of a probleemgebied is its opdracht."""
        return self.etiket is not None and self._etiket_uit_tabel

    def lees(self, blokken: Iterable[Blok]) -> list[Gebeurtenis]:
        lijst = list(blokken)
        for blok, volgende in zip_longest(lijst, lijst[1:]):
            self._in_tabel = isinstance(blok, Tabel)
            if isinstance(blok, Tabel):
                Tabelstroom(self, blok).lees()
            else:
                self._alinea(blok, voor_tabel=isinstance(volgende, Tabel))
        return self.uit

    def kopje(self, etiket: Etiket, regel: Regel, *, herhaald: bool = False) -> None:
        """An opdrachtnemer within an opdracht divides it; anything else starts a part of its own.

        `herhaald`: the same label again, for a cell below the column it heads.
        """
        binnen = herhaald or (self.in_opdracht and etiket.soort is Soort.OPDRACHT and bool(etiket.nemers))
        self.etiket = etiket
        self._etiket_uit_tabel = regel.uit_tabel
        self._begonnen = True
        self.uit.append(Kopje(etiket, regel, binnen, zeker=herken(regel.ruw) is not None))

    def inhoud(self, regel: Regel) -> None:
        self.uit.append(Inhoud(regel))

    def kandidaat(self, kandidaat: Kandidaat) -> None:
        kandidaat.begin = not self.uit
        self.uit.append(kandidaat)

    def lopende(self, regel: Regel, *, ruim: bool) -> None:
        """A line among the others: a label, a label with its content behind a colon, or content."""
        etiket = self._etiket(regel, ruim)
        if etiket is not None:
            self.kopje(etiket, regel)
        elif not self._met_rest(regel):
            self.inhoud(regel)

    def _etiket(self, regel: Regel, ruim: bool) -> Etiket | None:
        if self.in_opdracht and not regel.teken and (nemer := herken_nemer(regel.tekst)):
            return nemer
        if (regel.in_lijst and not ruim) or (self.in_opdracht and noemt_nummers(regel.tekst)):
            return None
        etiket = herken(regel.ruw, ruim=ruim)
        return None if etiket and self._deelt_opdracht(etiket, regel) else etiket

    def _deelt_opdracht(self, etiket: Etiket, regel: Regel) -> bool:
        """ "Doelen" among the lines of an opdracht announces numbers, not the doelen themselves."""
        return self.in_opdracht and regel.uit_tabel and regel.kop is None and etiket.soort in VERWIJSSOORTEN

    def _met_rest(self, regel: Regel) -> bool:
        if begint_verwijzing(regel.tekst) and self.in_opdracht:
            return False
        if not (self.in_opdracht or self._begonnen):
            return False
        gevonden = herken_met_rest(regel.tekst, in_opdracht=True) if self.in_opdracht else None
        if gevonden is None and not regel.in_lijst:
            gevonden = herken_met_rest(regel.ruw)
        if gevonden is None:
            return False
        etiket, rest = gevonden
        if self._indicator_bij_doel(etiket, rest, regel):
            return True
        self.kopje(etiket, regel)
        for deel in maak_regels(_als_alinea(regel, rest), uit_tabel=regel.uit_tabel):
            self.inhoud(deel)
        return True

    def _indicator_bij_doel(self, etiket: Etiket, rest: str, regel: Regel) -> bool:
        """ "Indicator: aantal ritten" between the doelen measures the doel above it."""
        vorige = self.uit[-1] if self.uit else None
        if etiket.soort is not Soort.INDICATOREN or self.etiket is None or self.etiket.soort is not Soort.DOELEN:
            return False
        if not isinstance(vorige, Inhoud) or vorige.regel.nummer is None or heeft_merk(rest):
            return False
        doelen = self.etiket
        self.kopje(etiket, regel, herhaald=True)
        self.inhoud(regel.met_nummer(vorige.regel.nummer, rest))
        self.kopje(doelen, regel, herhaald=True)
        return True

    def _alinea(self, alinea: Alinea, *, voor_tabel: bool) -> None:
        regels = maak_regels(alinea)
        kandidaat = None if alinea.titel or len(regels) > 1 else _kandidaat(regels[0], voor_tabel=voor_tabel)
        if kandidaat is not None and self._etiket(regels[0], ruim=True) is None:
            if kandidaat.vorm not in {VET, KAPITALEN, PLAT}:
                self.etiket = None
            self._begonnen = True
            self.kandidaat(kandidaat)
            return
        for regel in regels:
            self.lopende(regel, ruim=regel.kop is not None or regel.vet)


def _als_alinea(regel: Regel, tekst: str) -> Alinea:
    return Alinea(tekst, regel.plaats, vet=regel.vet)


def _in_kapitalen(tekst: str) -> bool:
    """A line in capitals; a lone abbreviation such as "CONCEPT" or "RIGG" is too little to be one."""
    return tekst.isupper() and sum(map(str.isalpha, tekst)) > MIN_KAPITALEN


def _kandidaat(regel: Regel, *, voor_tabel: bool) -> Kandidaat | None:
    """What the looks of a line outside the tables say about it being a name."""
    tekst = regel.tekst
    if len(tekst) > MAX_NAAM:
        return None
    if naam_na_voorvoegsel(tekst) and not regel.teken:
        return Kandidaat(tekst, ETIKET, [regel], regel.kop)
    if regel.kop is not None:
        return Kandidaat(tekst, f"kop{regel.kop}", [regel], regel.kop)
    if regel.teken or tekst.endswith((".", ":", ";", "?", "!", ",")):
        return None
    if regel.vet or regel.groot:
        return Kandidaat(tekst, VET, [regel])
    if _in_kapitalen(tekst):
        return Kandidaat(tekst, KAPITALEN, [regel])
    if voor_tabel and len(tekst) <= MAX_PLATTE_NAAM:
        return Kandidaat(tekst, PLAT, [regel])
    return None
