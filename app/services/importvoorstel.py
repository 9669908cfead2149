"""What waits for its owner to take it over or throw it away: read from an upload, or typed when a session was over."""

from datetime import timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import CursorResult, delete, select

from app.domain import structuur as s
from app.models import Gebruiker, Importvoorstel, Notitie, nu
from app.models.basis import Sessie
from app.services.logboek import Dader
from app.services.notities.overnemen import neem_notitie_over

BEWAARTIJD = timedelta(days=1)
LANGSTE_BESTANDSNAAM = 300


class Soort(StrEnum):
    """What a proposal is about: which screen reads it, and what taking over means."""

    NOTITIE = "notitie"
    VOORTGANG = "voortgang"
    TERUGKOMST = "terugkomst"
    FORMULIER = "formulier"
    VOORTGANG_TERUG = "voortgang terug"


class VoorstelWeg(Exception):
    """The proposal was taken over or thrown away already."""


def bewaar_voorstel(
    session: Sessie,
    *,
    gebruiker: Gebruiker,
    bestandsnaam: str,
    inhoud: dict[str, Any],
    soort: Soort = Soort.NOTITIE,
) -> Importvoorstel:
    """Also throws away what nobody looked at any more. `inhoud` must not have a key "soort" of its own."""
    ruim_voorstellen_op(session)
    voorstel = Importvoorstel(
        organisatie_id=gebruiker.organisatie_id,
        gebruiker_id=gebruiker.id,
        bestandsnaam=bestandsnaam[:LANGSTE_BESTANDSNAAM],
        inhoud={"soort": soort.value, **inhoud},
    )
    session.add(voorstel)
    session.flush()
    return voorstel


def ruim_voorstellen_op(session: Sessie) -> int:
    """Throws away what nobody came back for in a day; how many."""
    oud = Importvoorstel.tijdstip < nu() - BEWAARTIJD
    if session.scalar(select(Importvoorstel.id).where(oud).limit(1)) is None:
        return 0  # looking costs no lock
    uitkomst = session.execute(delete(Importvoorstel).where(oud))
    return uitkomst.rowcount if isinstance(uitkomst, CursorResult) else 0


def houd_nieuwste(session: Sessie, *, gebruiker_id: int, soort: Soort, aantal: int) -> None:
    """Of each other kind of proposal all stay. So that one person cannot fill the database."""
    deze = (Importvoorstel.gebruiker_id == gebruiker_id, Importvoorstel.inhoud["soort"].as_string() == soort.value)
    nieuwste = select(Importvoorstel.id).where(*deze).order_by(Importvoorstel.id.desc()).limit(aantal)
    session.execute(delete(Importvoorstel).where(*deze, Importvoorstel.id.not_in(nieuwste)))


def vind_voorstel(
    session: Sessie, *, id_: int, gebruiker: Gebruiker, soort: Soort = Soort.NOTITIE
) -> Importvoorstel | None:
    """Only one of this soort and of this user, and of the organisatie the user works for now."""
    voorstel = session.get(Importvoorstel, id_)
    if voorstel is None or voorstel.gebruiker_id != gebruiker.id:
        return None
    if voorstel.inhoud.get("soort", Soort.NOTITIE) != soort:
        return None
    return voorstel if voorstel.organisatie_id == gebruiker.organisatie_id else None


def neem_voorstel_over(
    session: Sessie, *, voorstel: Importvoorstel, bron: s.Notitie, door: Dader, bestaand: Notitie | None
) -> Notitie:
    """All or nothing. Raises VoorstelWeg or NotitieNietTeWijzigen."""
    gebruiker = session.get_one(Gebruiker, voorstel.gebruiker_id)
    annuleer_voorstel(session, voorstel=voorstel)
    return neem_notitie_over(session, organisatie=gebruiker.organisatie, bron=bron, door=door, bestaand=bestaand)


def annuleer_voorstel(session: Sessie, *, voorstel: Importvoorstel) -> None:
    """Of two that do this at the same time only one succeeds; the other gets VoorstelWeg."""
    uitkomst = session.execute(delete(Importvoorstel).where(Importvoorstel.id == voorstel.id))
    assert isinstance(uitkomst, CursorResult)
    if uitkomst.rowcount == 0:
        raise VoorstelWeg
