"""Open a reporting period; half-years, quarters and years stand side by side."""

from datetime import date

from sqlalchemy import select

from app.domain.taal.datums import toon_datum
from app.domain.voortgang.periode import Periode, lees_periode
from app.models import Onderwerp, PeriodeStatus, Rapportageperiode
from app.models.basis import Sessie
from app.services.logboek import Dader, schrijf
from app.services.voortgang.fouten import OngeldigeSluitdatum, PeriodeBestaatAl
from app.services.voortgang.slot import vergrendel_organisatie


def open_periode(
    session: Sessie, *, organisatie_id: int, code: str, door: Dader, sluit_op: date | None = None
) -> Rapportageperiode:
    """An empty one. Without `sluit_op` it closes a month after it ends.

    Raises app.domain.voortgang.periode.OngeldigePeriode, PeriodeBestaatAl or OngeldigeSluitdatum.
    """
    wat = lees_periode(code)
    sluit_op = sluit_op or maand_erna(wat)
    controleer_sluitdatum(wat, sluit_op)
    vergrendel_organisatie(session, organisatie_id)
    if vind_periode(session, organisatie_id=organisatie_id, code=wat.code):
        raise PeriodeBestaatAl(f"De periode {wat.code} bestaat al.")
    periode = Rapportageperiode(
        organisatie_id=organisatie_id,
        code=wat.code,
        soort=wat.soort,
        van=wat.van,
        tot=wat.tot,
        sluit_op=sluit_op,
        status=PeriodeStatus.OPEN,
    )
    session.add(periode)
    session.flush()
    zin = f"Periode {periode.code} geopend, sluit op {toon_datum(sluit_op)}"
    schrijf(session, door=door, over=Onderwerp.VOORTGANG, organisatie_id=organisatie_id, omschrijving=zin)
    return periode


def vind_periode(session: Sessie, *, organisatie_id: int, code: str) -> Rapportageperiode | None:
    """`code` as lees_periode writes it: "2019-H1"."""
    keuze = select(Rapportageperiode).where(
        Rapportageperiode.organisatie_id == organisatie_id, Rapportageperiode.code == code
    )
    return session.scalars(keuze).first()


def wijzig_sluitdatum(session: Sessie, *, periode: Rapportageperiode, sluit_op: date, door: Dader) -> bool:
    """True when it changed. Raises OngeldigeSluitdatum, also for a closed period."""
    if periode.status is PeriodeStatus.GESLOTEN:
        raise OngeldigeSluitdatum(f"De periode {periode.code} is gesloten; de sluitdatum staat vast.")
    controleer_sluitdatum(lees_periode(periode.code), sluit_op)
    oud, periode.sluit_op = periode.sluit_op, sluit_op
    if oud == sluit_op:
        return False
    session.flush()
    schrijf(
        session,
        door=door,
        over=Onderwerp.VOORTGANG,
        organisatie_id=periode.organisatie_id,
        omschrijving=f"Periode {periode.code} sluit nu op {toon_datum(sluit_op)}",
        oud={"sluit_op": oud},
        nieuw={"sluit_op": sluit_op},
    )
    return True


def maand_erna(periode: Periode) -> date:
    """The last day of the month after it: 31 January 2020 for 2019-H2."""
    na = periode.volgende.van
    return date.fromordinal(date(na.year, na.month + 1, 1).toordinal() - 1)  # no period ends in November


def controleer_sluitdatum(periode: Periode, sluit_op: date) -> None:
    if sluit_op <= periode.van:
        raise OngeldigeSluitdatum(
            f"De periode {periode.code} begint op {toon_datum(periode.van)}; "
            f"{toon_datum(sluit_op)} is daarvoor te vroeg als sluitdatum."
        )
