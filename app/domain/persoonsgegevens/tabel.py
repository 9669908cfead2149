"""Sees whether a table of figures holds personal data: citizen service numbers, or names with birth dates.

Only aggregates belong here. No sentence of this module repeats what stands in a cell.
"""

import re
from collections.abc import Collection

from app.domain.cijfers.meetwaarde import is_leeg
from app.domain.persoonsgegevens.burgerservicenummer import GROEPJES, LIJKT_OP_BSN, heeft_los_bsn, lijkt_bsn, noemt_bsn
from app.domain.persoonsgegevens.kop import lees_kop
from app.domain.taal.citaat import citaat
from app.domain.taal.datums import lees_datum

# One in eleven numbers passes the elfproef by chance, so amounts of nine digits must be told from service numbers.
# Of 5 to 9 such numbers all must pass, of more this share: by chance less than once in ten thousand columns.
MINST_NUMMERS = 5
VEEL_NUMMERS = 10
DEEL_DAT_KLOPT = 0.6
# From how many cells, and which share of them, a column is one of names ("Jansen, P.").
MINST_NAMEN = 3
DEEL_NAMEN = 0.6

_LETTER = re.compile(r"[^\W\d_]")
_VOORLETTERS = r"[^\W\d_]\.(?: ?[^\W\d_]\.){0,5}"
_TUSSENVOEGSEL = r"(?: (?:van|de|der|den|het|ter|ten|te|el|al|von|la|le|'t)){0,3}"
_ACHTERNAAM = r"[^\W\d_][\w'-]+(?:[ -][^\W\d_][\w'-]+)?"
_PERSOONSNAAM = re.compile(
    rf"{_ACHTERNAAM}, ?{_VOORLETTERS}{_TUSSENVOEGSEL}|{_VOORLETTERS}{_TUSSENVOEGSEL} ?{_ACHTERNAAM}", re.IGNORECASE
)
_LANGSTE_NAAM = 80  # a hostile text that is longer would keep the pattern busy for seconds
_MEESTE_ONTHOUDEN = 5000
_SLOT = "Doelspoor bewaart alleen opgetelde cijfers en geen gegevens over personen; haal ze uit het bestand."


def _is_persoonsnaam(tekst: str) -> bool:
    return len(tekst) <= _LANGSTE_NAAM and _PERSOONSNAAM.fullmatch(tekst) is not None


class Kolomcontrole:
    """What is counted of one column. Texts without anything in them are remembered, as they come back often."""

    def __init__(self, kop: str) -> None:
        self.kop = lees_kop(kop)
        self._kop_tekst = kop
        self._gewoon: set[str] = set()
        self._teksten = self._getallen = 0
        self._nummers = self._kloppend = self._lang = self._lang_kloppend = 0
        self._in_tekst = self._genoemd = self._namen = self._geboortedata = 0

    @property
    def aanduiding(self) -> str:
        """How a message names it. In a file without headings the first row stands there: that is not repeated."""
        eigen = re.search(rf"[0-9]{{8}}|{GROEPJES}", self._kop_tekst) or _is_persoonsnaam(self._kop_tekst)
        return "een kolom" if eigen or not self._kop_tekst.strip() else f"kolom {citaat(self._kop_tekst)}"

    def bekijk(self, cel: str) -> None:
        if cel in self._gewoon:
            self._teksten += 1
            return
        schoon = cel.strip()
        if schoon.isdigit():
            self._getallen += 1
            if 8 <= len(schoon) <= 9:
                self._tel_nummer(schoon)
        elif not is_leeg(schoon):
            self._bekijk_tekst(schoon)

    def heeft_bsn(self) -> bool:
        """The heading or a cell says so, a lone number among texts passes, or nearly all among numbers pass."""
        if self._genoemd or (self.kop.bsn and self._teksten + self._getallen > 0):
            return True
        if self.kop.tekst or (self._teksten > self._getallen and not self.kop.opgeteld):
            return self._in_tekst + self._lang_kloppend > 0
        if self._lang < MINST_NUMMERS:
            return False
        return self._kloppend >= self._nummers * (DEEL_DAT_KLOPT if self._lang >= VEEL_NUMMERS else 1)

    def heeft_namen(self) -> bool:
        if self.kop.naam or self.kop.misschien_naam:
            return self._teksten > 0
        return self._namen >= MINST_NAMEN and self._namen >= DEEL_NAMEN * (self._teksten + self._getallen)

    def heeft_geboortedata(self) -> bool:
        """Only days: a column "geboren" may count births, and a year of birth alone points at nobody."""
        return self._geboortedata > 0

    def _tel_nummer(self, cijfers: str) -> None:
        klopt, lang = lijkt_bsn(cijfers), len(cijfers) == 9
        self._nummers += 1
        self._kloppend += klopt
        self._lang += lang
        self._lang_kloppend += klopt and lang

    def _bekijk_tekst(self, schoon: str) -> None:
        if self.kop.geboorte and lees_datum(schoon):
            self._geboortedata += 1
        if noemt_bsn(schoon):
            self._genoemd += 1
        elif heeft_los_bsn(schoon):
            self._in_tekst += 1
        elif not _LETTER.search(schoon):
            self._getallen += 1
            return
        elif _is_persoonsnaam(schoon):
            self._namen += 1
        elif not self.kop.geboorte and len(self._gewoon) < _MEESTE_ONTHOUDEN:
            self._gewoon.add(schoon)
        self._teksten += 1


class Persoonscontrole:
    """Is given every cell of a file, in any order, and keeps counts. `bezwaar` tells what they say."""

    def __init__(self) -> None:
        self._kolommen: dict[str, Kolomcontrole] = {}

    def kolom(self, kop: str) -> Kolomcontrole:
        """The column with this heading. Who reads a million rows asks once and calls its `bekijk`."""
        if kop not in self._kolommen:
            self._kolommen[kop] = Kolomcontrole(kop)
        return self._kolommen[kop]

    def bekijk(self, kop: str, cel: str) -> None:
        self.kolom(kop).bekijk(cel)

    @property
    def bezwaar(self) -> str | None:
        """A Dutch explanation of why this file may not be stored, or None."""
        kolommen = self._kolommen.values()
        bsn = next((kolom for kolom in kolommen if kolom.heeft_bsn()), None)
        if bsn:
            return f"In {bsn.aanduiding} staat {LIJKT_OP_BSN}. {_SLOT}"
        return _bezwaar_namen(kolommen)


def _bezwaar_namen(kolommen: Collection[Kolomcontrole]) -> str | None:
    """Names with birth dates; names of children; a first and a last name."""
    namen = [kolom for kolom in kolommen if kolom.heeft_namen()]
    geboren = next((kolom for kolom in kolommen if kolom.heeft_geboortedata()), None)
    if namen and geboren:
        return f"In {namen[0].aanduiding} staan namen en in {geboren.aanduiding} geboortedata van personen. {_SLOT}"
    zeker = [kolom for kolom in namen if kolom.kop.naam]
    if len(zeker) > 1 or any(kolom.kop.kindnaam for kolom in zeker):
        return f"In {zeker[0].aanduiding} staan namen van personen. {_SLOT}"
    return None
