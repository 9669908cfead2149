"""What people do to a job: stop it, or let it be done again."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import CursorResult, update

from app.models import Taak, TaakStatus, nu
from app.models.basis import Sessie
from app.services.logboek import Dader, schrijf
from app.services.taken.fouten import BESTAND_WEG, TaakNietTeWijzigen
from app.services.taken.plannen import naam_van


def breek_af(session: Sessie, *, taak: Taak, door: Dader) -> None:
    """A worker that is at it notices at its next sign of life, and cannot save anything from now on."""
    _verander(
        session,
        taak,
        van=(TaakStatus.WACHT, TaakStatus.BEZIG),
        anders=f"De taak is al {taak.status.value}; er valt niets meer af te breken.",
        status=TaakStatus.AFGEBROKEN,
        melding="Afgebroken op verzoek.",
        klaar_op=nu(),
    )
    schrijf(session, door=door, organisatie_id=taak.organisatie_id, omschrijving=f"{naam_van(taak)} is afgebroken")


def voer_opnieuw_uit(session: Sessie, *, taak: Taak, door: Dader) -> None:
    """Back in the queue, in its old place. Raises TaakNietTeWijzigen."""
    if taak.bestand_weg:
        raise TaakNietTeWijzigen(BESTAND_WEG)
    _verander(
        session,
        taak,
        van=(TaakStatus.MISLUKT, TaakStatus.AFGEBROKEN),
        anders="De taak wacht al, is bezig of is klaar; zij wordt niet nog eens uitgevoerd.",
        status=TaakStatus.WACHT,
        gedaan=0,
        totaal=None,
        melding="",
        resultaat=None,
        werker="",
        gestart_op=None,
        bijgewerkt_op=None,
        klaar_op=None,
    )
    omschrijving = f"{naam_van(taak)} is opnieuw klaargezet"
    schrijf(session, door=door, organisatie_id=taak.organisatie_id, omschrijving=omschrijving)


def _verander(session: Sessie, taak: Taak, *, van: Collection[TaakStatus], anders: str, **waarden: Any) -> None:
    """Raises TaakNietTeWijzigen with the sentence `anders` when its status was another one by now."""
    uitkomst = session.execute(
        update(Taak).where(Taak.id == taak.id, Taak.status.in_(van)).values(**waarden),
        execution_options={"synchronize_session": False},
    )
    assert isinstance(uitkomst, CursorResult)
    session.refresh(taak)
    if uitkomst.rowcount == 0:
        raise TaakNietTeWijzigen(anders)
