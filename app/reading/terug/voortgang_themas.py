"""Which heading of tables that came back is which thema of what was handed out."""

import re
from collections import Counter
from collections.abc import Callable

from app.domain.koppeling import Plek, koppel
from app.domain.terugkomst.documentmerk import Merksoort
from app.domain.voortgang.tabel import Tabellen, Themarijen
from app.reading.terug.gelezen import Lijn
from app.reading.terug.kern import zelfde
from app.reading.terug.voortgang_gelezen import Themakop
from app.reading.terug.voortgang_koppelen import Maatregelkoppelaar

ZONDER_NAAM = "Thema zonder naam"
_KOP = re.compile(r"(?:thema\s*)?(\d{1,3})\s*[.:)–-]?\s+(\S.*)", re.IGNORECASE | re.DOTALL)


class Themakoppelaar:
    def __init__(
        self,
        basis: Tabellen,
        koppelaar: Maatregelkoppelaar,
        nieuw_merk: Callable[[], str],
        meld: Callable[[str], None],
    ) -> None:
        self._over = {thema.merk: thema for thema in basis.themas}
        self._nummers = {thema.nummer for thema in basis.themas}
        self._koppelaar, self._nieuw_merk, self._meld = koppelaar, nieuw_merk, meld
        self._gehad: dict[str, Themarijen] = {}

    def thema_van(self, kop: Themakop) -> Themarijen:
        """With its name as it is in the document, without its maatregelen."""
        if kop.lijn is None:
            return self._zonder_kop(kop)
        nummer, naam = _ontleed(kop.lijn)
        was = self._bekende(kop.lijn, nummer, naam)
        if was is None:
            return self._nieuw(nummer, naam)
        del self._over[was.merk]
        if zelfde(kop.lijn.tekst, was.kop) or not naam:
            naam = was.naam
        elif nummer not in (None, was.nummer):
            self._meld(f"Thema {was.nummer} heeft in het bestand het nummer {nummer}; dat is niet overgenomen.")
        self._gehad[was.merk] = Themarijen(was.merk, was.nummer, naam)
        return self._gehad[was.merk]

    def _bekende(self, lijn: Lijn, nummer: int | None, naam: str) -> Themarijen | None:
        """By its mark, by its name, or by a name that resembles."""
        gemerkt = self._over.get(lijn.merk(Merksoort.THEMA) or "")
        if gemerkt is not None:
            return gemerkt
        over = list(self._over.values())
        oud = [Plek(thema.nummer, thema.naam, f"oud {thema.merk}") for thema in over]
        (keuze,) = koppel(oud, [Plek(nummer, naam, "nieuw")])
        return over[keuze] if keuze is not None else None

    def _nieuw(self, nummer: int | None, naam: str) -> Themarijen:
        """With a number behind the last one when its own is taken."""
        if nummer is None or nummer in self._nummers:
            nummer = max(self._nummers, default=0) + 1
        self._nummers.add(nummer)
        return Themarijen(self._nieuw_merk(), nummer, naam or ZONDER_NAAM)

    def _zonder_kop(self, kop: Themakop) -> Themarijen:
        """The heading was thrown away: most of its rows say which one it was."""
        themas = Counter(
            self._koppelaar.bekend[merk][0].merk
            for rij in kop.rijen
            if (merk := rij.maatregel_merk or self._koppelaar.eigenaar(rij.regel_merk)) in self._koppelaar.bekend
        )
        for merk, _ in themas.most_common(1):
            if merk in self._gehad:
                return self._gehad[merk]
            thema = self._over.pop(merk)
            self._meld(f"De kop van thema {thema.nummer} ontbreekt in het bestand; de naam blijft ‘{thema.naam}’.")
            self._gehad[merk] = Themarijen(merk, thema.nummer, thema.naam)
            return self._gehad[merk]
        return self._nieuw(None, "")


def _ontleed(lijn: Lijn) -> tuple[int | None, str]:
    tekst = " ".join(lijn.tekst.split())
    gevonden = _KOP.fullmatch(tekst) if lijn.nummer is None else None
    return (int(gevonden[1]), gevonden[2]) if gevonden else (lijn.nummer, tekst)
