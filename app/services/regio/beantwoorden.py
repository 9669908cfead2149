"""The RIGG answers an opdracht, answers it otherwise, or takes its answer back."""

from typing import Any

from sqlalchemy import select

from app.domain.regio.antwoord import MET_TOELICHTING, Antwoordsoort
from app.domain.regio.overzicht import Regioregel
from app.domain.taal.citaat import citaat
from app.models import Opdrachtantwoord, nu
from app.models.basis import Sessie
from app.services.logboek import Dader, schrijf


class ToelichtingOntbreekt(Exception):
    """The Dutch sentence says what is missing."""


def beantwoord(
    session: Sessie, *, regio_id: int, regel: Regioregel, soort: Antwoordsoort | None, toelichting: str, door: Dader
) -> bool:
    """True when something changed; None for `soort` takes the answer back. Raises ToelichtingOntbreekt.

    The answer counts for what the opdracht says now, so giving the same answer to another text is a new answer.
    """
    if soort in MET_TOELICHTING and not toelichting.strip():
        raise ToelichtingOntbreekt(f"Schrijf bij ‘{soort}’ een toelichting, zodat de gemeente ermee verder kan.")
    rij = _zoek(session, regio_id, regel)
    oud = _waarden(rij)
    nieuw = {} if soort is None else {"antwoord": soort.value, "toelichting": toelichting, "tekst": regel.volledig}
    if nieuw == oud:
        return False
    _bewaar(session, rij, regio_id, regel, nieuw, door)
    schrijf(
        session,
        door=door,
        organisatie_id=regel.plek.organisatie_id,
        notitie_id=regel.plek.notitie_id,
        probleemgebied_id=regel.plek.gebied_id,
        omschrijving=f"Antwoord van de RIGG op {naam_van(regel)}: {soort.value if soort else 'ingetrokken'}",
        oud=oud,
        nieuw=nieuw,
    )
    return True


def naam_van(regel: Regioregel) -> str:
    """ "doel 2", and of what has no number the beginning of its text."""
    return f"{regel.soort.value} {regel.nummer or citaat(regel.tekst)}"


def _zoek(session: Sessie, regio_id: int, regel: Regioregel) -> Opdrachtantwoord | None:
    sleutel = {"organisatie_id": regel.plek.organisatie_id, "lijn": regel.lijn, "merk": regel.merk}
    return session.scalars(select(Opdrachtantwoord).filter_by(regio_id=regio_id, **sleutel)).first()


def _waarden(rij: Opdrachtantwoord | None) -> dict[str, Any]:
    return {} if rij is None else {"antwoord": rij.antwoord.value, "toelichting": rij.toelichting, "tekst": rij.tekst}


def _bewaar(
    session: Sessie,
    rij: Opdrachtantwoord | None,
    regio_id: int,
    regel: Regioregel,
    waarden: dict[str, Any],
    door: Dader,
) -> None:
    if not waarden:
        session.delete(rij)
        session.flush()
        return
    if rij is None:
        rij = Opdrachtantwoord(
            organisatie_id=regel.plek.organisatie_id, regio_id=regio_id, lijn=regel.lijn, merk=regel.merk
        )
        session.add(rij)
    rij.antwoord, rij.toelichting = Antwoordsoort(waarden["antwoord"]), waarden["toelichting"]
    rij.tekst, rij.op, rij.gebruiker_id = waarden["tekst"], nu(), door.gebruiker_id
    session.flush()
