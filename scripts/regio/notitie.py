"""The rows of one notitie, with the numbers of a real one: 7 probleemgebieden, 31 doelen, 39 interventies."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from app.domain.structuur import Opdrachtnemer, Prioriteit
from app.models import (
    Bron,
    Doel,
    Indicatorregel,
    Interventie,
    Logregel,
    Notitie,
    NotitieStatus,
    Onderdeel,
    Opdracht,
    Probleemgebied,
    Punt,
    PuntSoort,
    Toewijzing,
)
from scripts.regio import teksten
from scripts.regio.rijen import Rijen


@dataclass(frozen=True, slots=True)
class Maat:
    """How much one probleemgebied holds. The first doelen and interventies are Lokaal, the last RIGG; some are both.

    Of the first interventie with onderdelen the RIGG also carries one onderdeel; that makes it one more for the RIGG.
    """

    ist: int
    soll: int
    doelen: int
    indicatoren: int
    interventies: int
    doelen_lokaal: int
    doelen_rigg: int
    interventies_lokaal: int
    interventies_rigg: int
    opdrachten_rigg: int
    opdrachten_lokaal: int = 0
    onderdelen: tuple[int, ...] = ()  # of the first interventies


MATEN = (
    Maat(4, 7, 6, 6, 7, 4, 2, 6, 1, 2, opdrachten_lokaal=1, onderdelen=(4, 3)),
    Maat(5, 5, 7, 1, 8, 7, 0, 8, 0, 0),
    Maat(3, 4, 3, 2, 6, 3, 1, 5, 2, 1),
    Maat(4, 2, 6, 3, 5, 5, 2, 4, 2, 2),
    Maat(4, 7, 4, 2, 8, 2, 2, 4, 8, 1),
    Maat(1, 3, 4, 2, 3, 3, 1, 2, 1, 0),
    Maat(1, 2, 1, 0, 2, 1, 0, 2, 2, 1),
)
LETTERS = "abcdefgh"


@dataclass(frozen=True, slots=True)
class Eigenaar:
    """Of whom the notitie is; `plek` makes its texts differ from those of other gemeenten."""

    plek: int
    naam: str
    organisatie_id: int
    gebruiker_id: int


def voeg_notitie_toe(
    rijen: Rijen, eigenaar: Eigenaar, status: NotitieStatus, datum: date, logregels: int
) -> tuple[int, tuple[int, ...]]:
    """The id of the notitie, and those of its probleemgebieden in order."""
    notitie_id = rijen.voeg_toe(
        Notitie,
        organisatie_id=eigenaar.organisatie_id,
        titel=f"Notitie hulp en ondersteuning {eigenaar.naam} {datum.year}",
        datum=datum,
        versie=status.value,
        referentiejaar=teksten.REFERENTIEJAAR,
        doeljaar=teksten.DOELJAAR,
        status=status,
    )
    gebieden = [_Gebied(rijen, eigenaar, notitie_id, volgorde) for volgorde in range(1, len(MATEN) + 1)]
    for gebied in gebieden:
        gebied.vul(logregels)
    return notitie_id, tuple(gebied.id for gebied in gebieden)


class _Gebied:
    def __init__(self, rijen: Rijen, eigenaar: Eigenaar, notitie_id: int, volgorde: int) -> None:
        self._rijen, self._eigenaar, self._notitie_id = rijen, eigenaar, notitie_id
        self._maat, self._zaad = MATEN[volgorde - 1], (eigenaar.plek, volgorde)
        self.id = rijen.voeg_toe(
            Probleemgebied,
            organisatie_id=eigenaar.organisatie_id,
            notitie_id=notitie_id,
            volgorde=volgorde,
            naam=teksten.GEBIEDEN[volgorde - 1],
            naam_in_lijst=None,
            prioriteit=Prioriteit.TOP_VIJF if volgorde <= 5 else Prioriteit.OVERIG,
            doelen_toelichting="",
            indicatoren_inleiding="",
            toelichting=teksten.toelichting(*self._zaad),
        )

    def vul(self, logregels: int) -> None:
        self._punten()
        self._doelen()
        self._interventies()
        self._opdrachten(Opdrachtnemer.RIGG, self._maat.opdrachten_rigg)
        self._opdrachten(Opdrachtnemer.LOKAAL, self._maat.opdrachten_lokaal)
        for nummer in range(1, logregels + 1):
            self._logregel(nummer)

    def _voeg_toe(self, model: type[Any], **waarden: Any) -> int:
        return self._rijen.voeg_toe(model, organisatie_id=self._eigenaar.organisatie_id, **waarden)

    def _punten(self) -> None:
        for soort, aantal, tekst in (
            (PuntSoort.IST, self._maat.ist, teksten.ist),
            (PuntSoort.SOLL, self._maat.soll, teksten.soll),
        ):
            for nummer in range(1, aantal + 1):
                inhoud = tekst(*self._zaad, nummer)
                self._voeg_toe(Punt, probleemgebied_id=self.id, soort=soort, volgorde=nummer, tekst=inhoud)

    def _doelen(self) -> None:
        maat = self._maat
        for nummer in range(1, maat.doelen + 1):
            doel_id = self._doel(nummer)
            if nummer <= maat.doelen_lokaal:
                self._toewijzing(Opdrachtnemer.LOKAAL, nummer, doel_id=doel_id)
            if nummer > maat.doelen - maat.doelen_rigg:
                self._toewijzing(Opdrachtnemer.RIGG, nummer, doel_id=doel_id)
            if nummer <= maat.indicatoren:
                self._indicator(nummer, doel_id)

    def _doel(self, nummer: int) -> int:
        doel = teksten.doel(*self._zaad, nummer)
        return self._voeg_toe(
            Doel,
            probleemgebied_id=self.id,
            nummer=nummer,
            tekst=doel.tekst,
            richting=doel.richting,
            minimum=doel.minimum,
            maximum=doel.maximum,
            eenheid=doel.eenheid,
            doeljaar=teksten.DOELJAAR if doel.eenheid else None,
            referentiejaar=teksten.REFERENTIEJAAR if doel.eenheid else None,
            open=False,
        )

    def _indicator(self, nummer: int, doel_id: int) -> None:
        self._voeg_toe(
            Indicatorregel,
            probleemgebied_id=self.id,
            doel_id=doel_id,
            los_nummer=None,
            volgorde=nummer,
            tekst=teksten.indicator(*self._zaad, nummer),
        )

    def _interventies(self) -> None:
        maat = self._maat
        for nummer in range(1, maat.interventies + 1):
            tekst = teksten.interventie(*self._zaad, nummer)
            interventie_id = self._voeg_toe(Interventie, probleemgebied_id=self.id, nummer=nummer, tekst=tekst)
            if nummer <= maat.interventies_lokaal:
                self._toewijzing(Opdrachtnemer.LOKAAL, nummer, interventie_id=interventie_id)
            if nummer > maat.interventies - maat.interventies_rigg:
                self._toewijzing(Opdrachtnemer.RIGG, nummer, interventie_id=interventie_id)
            if nummer <= len(maat.onderdelen):
                self._onderdelen(interventie_id, nummer, maat.onderdelen[nummer - 1])

    def _onderdelen(self, interventie_id: int, nummer: int, aantal: int) -> None:
        for letter in LETTERS[:aantal]:
            tekst = teksten.onderdeel(*self._zaad, nummer, ord(letter))
            onderdeel_id = self._voeg_toe(Onderdeel, interventie_id=interventie_id, letter=letter, tekst=tekst)
            if letter in "ac":
                self._toewijzing(Opdrachtnemer.LOKAAL, nummer, onderdeel_id=onderdeel_id)
            if letter == "b" and nummer == 1:
                self._toewijzing(Opdrachtnemer.RIGG, nummer, onderdeel_id=onderdeel_id)

    def _toewijzing(self, wie: Opdrachtnemer, nummer: int, **waaraan: int) -> None:
        drager = {"doel_id": None, "interventie_id": None, "onderdeel_id": None} | waaraan
        self._voeg_toe(Toewijzing, opdrachtnemer=wie, voorbehoud=(sum(self._zaad) + nummer) % 6 == 0, **drager)

    def _opdrachten(self, wie: Opdrachtnemer, aantal: int) -> None:
        for nummer in range(1, aantal + 1):
            tekst = teksten.opdracht(*self._zaad, nummer)
            self._voeg_toe(Opdracht, probleemgebied_id=self.id, opdrachtnemer=wie, volgorde=nummer, tekst=tekst)

    def _logregel(self, nummer: int) -> None:
        self._voeg_toe(
            Logregel,
            gebruiker_id=self._eigenaar.gebruiker_id,
            bron=Bron.SCHERM,
            notitie_id=self._notitie_id,
            probleemgebied_id=self.id,
            omschrijving=f"Doel {nummer} gewijzigd",
            oud={"tekst": "Een eerdere tekst van dit doel."},
            nieuw={"tekst": teksten.doel(*self._zaad, nummer).tekst},
        )
