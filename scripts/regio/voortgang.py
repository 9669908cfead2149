"""Beheersmaatregelen of one gemeente, with what was reported on them in a row of half-years."""

from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.planning.lezen import lees_planning
from app.domain.voortgang.periode import Periode, PeriodeSoort
from app.domain.voortgang.structuur import Kleur, Moment, Status
from app.models import (
    Beoordeling,
    Gebruiker,
    Maatregel,
    PeriodeStatus,
    Planningsmoment,
    Rapportageperiode,
    Thema,
    Voortgangsregel,
)
from scripts.regio import voortgangsteksten as teksten
from scripts.regio.maken import Gemeente
from scripts.regio.rijen import Rijen

EERSTE = Periode(2011, PeriodeSoort.HALFJAAR)
MINSTE_THEMAS, PER_THEMA = 7, 50
DAGEN_OM_TE_SLUITEN = 31
IN_BEHANDELING = (Beoordeling.IN_TE_VULLEN, Beoordeling.INGEVULD, Beoordeling.AKKOORD, Beoordeling.AKKOORD)
STATUSSEN = (
    Status.IN_UITVOERING,
    Status.GEPLAND,
    Status.DOORLOPEND,
    Status.IN_UITVOERING,
    Status.NIET_GESTART,
    Status.UITGESTELD,
    Status.AFGEROND,
)


@dataclass(frozen=True, slots=True)
class Voortgang:
    """The ids, oldest period first. Of the periods only the last is open; the others are ter controle and akkoord."""

    codes: tuple[str, ...]
    periodes: tuple[int, ...]
    maatregelen: tuple[int, ...]


def periodes_op_rij(aantal: int) -> list[Periode]:
    rij = [EERSTE]
    while len(rij) < aantal:
        rij.append(rij[-1].volgende)
    return rij


def maak_voortgang(session: Session, gemeente: Gemeente, *, maatregelen: int = 19, periodes: int = 20) -> Voortgang:
    """Adds to a gemeente without maatregelen and does not commit. The adviseur owns every maatregel.

    Every maatregel has one row in every period. The same arguments give the same texts, statuses and dates.
    """
    eigenaar_id = session.scalars(select(Gebruiker.id).where(Gebruiker.email == gemeente.adviseur)).one()
    rijen = _Voortgangsrijen(session, gemeente.organisatie_id)
    maatregel_ids = rijen.maatregelen(maatregelen, eigenaar_id)
    rij = periodes_op_rij(periodes)
    periode_ids = [rijen.periode(periode, maatregel_ids, laatste=periode is rij[-1]) for periode in rij]
    rijen.schrijf()
    return Voortgang(tuple(periode.code for periode in rij), tuple(periode_ids), tuple(maatregel_ids))


class _Voortgangsrijen:
    def __init__(self, session: Session, organisatie_id: int) -> None:
        self._rijen, self._organisatie_id = Rijen(session), organisatie_id
        self.schrijf = self._rijen.schrijf

    def _voeg_toe(self, model: type[Any], **waarden: Any) -> int:
        return self._rijen.voeg_toe(model, organisatie_id=self._organisatie_id, **waarden)

    def maatregelen(self, aantal: int, eigenaar_id: int) -> list[int]:
        """Spread over the themas, as evenly as it goes."""
        themas = [
            self._voeg_toe(Thema, nummer=nummer, naam=teksten.thema(nummer))
            for nummer in range(1, max(MINSTE_THEMAS, aantal // PER_THEMA) + 1)
        ]
        return [self._maatregel(themas, plek, eigenaar_id) for plek in range(aantal)]

    def _maatregel(self, themas: list[int], plek: int, eigenaar_id: int) -> int:
        volgorde, thema = divmod(plek, len(themas))
        return self._voeg_toe(
            Maatregel,
            thema_id=themas[thema],
            letter=teksten.letter(volgorde),
            volgorde=volgorde + 1,
            naam=teksten.maatregel(thema, volgorde),
            eigenaar_id=eigenaar_id,
            fte=None,
        )

    def periode(self, periode: Periode, maatregelen: list[int], *, laatste: bool) -> int:
        id_ = self._voeg_toe(
            Rapportageperiode,
            code=periode.code,
            soort=periode.soort,
            van=periode.van,
            tot=periode.tot,
            sluit_op=periode.tot + timedelta(days=DAGEN_OM_TE_SLUITEN),
            status=PeriodeStatus.OPEN if laatste else PeriodeStatus.TER_CONTROLE,
        )
        for plek, maatregel_id in enumerate(maatregelen):
            beoordeling = IN_BEHANDELING[plek % len(IN_BEHANDELING)] if laatste else Beoordeling.AKKOORD
            self._regel(id_, periode, maatregel_id, plek, beoordeling)
        return id_

    def _regel(self, periode_id: int, periode: Periode, maatregel_id: int, plek: int, beoordeling: Beoordeling) -> None:
        planning, leeg = teksten.planning(plek, periode.jaar), beoordeling is Beoordeling.IN_TE_VULLEN
        regel_id = self._voeg_toe(
            Voortgangsregel,
            maatregel_id=maatregel_id,
            periode_id=periode_id,
            volgorde=1,
            voortgang="" if leeg else teksten.voortgang(plek, _half(periode)),
            planning=planning,
            status=_status(plek, periode),
            beoordeling=beoordeling,
            opmerking="",
            **_kleur(plek, leeg=leeg),
        )
        for volgorde, moment in enumerate(_momenten(planning, periode), 1):
            self._moment(regel_id, volgorde, moment)

    def _moment(self, regel_id: int, volgorde: int, moment: Moment) -> None:
        self._voeg_toe(
            Planningsmoment,
            regel_id=regel_id,
            volgorde=volgorde,
            van=moment.van,
            tot=moment.tot,
            precisie=moment.precisie,
            herhaling=moment.herhaling,
        )


def _half(periode: Periode) -> int:
    """Counts the half-years, so that texts and statuses move on from one to the next."""
    return periode.jaar * 2 + periode.deel


def _status(plek: int, periode: Periode) -> Status:
    """Of every three maatregelen one changes each half-year."""
    return STATUSSEN[(plek + (_half(periode) + plek) // 3) % len(STATUSSEN)]


def _kleur(plek: int, *, leeg: bool) -> dict[str, Any]:
    kleur = None if leeg else Kleur.ROOD if plek % 11 == 0 else Kleur.ORANJE if plek % 5 == 0 else Kleur.GROEN
    if kleur is None or not kleur.vraagt_uitleg:
        return {"kleur": kleur, "oorzaak": "", "gevolg": "", "bijsturing": ""}
    return {"kleur": kleur} | teksten.uitleg(plek)


@lru_cache
def _momenten(planning: str, periode: Periode) -> tuple[Moment, ...]:
    """As the screens read it, so that text and dates agree."""
    return tuple(lees_planning(planning.split("\n"), periode.tot).momenten)
