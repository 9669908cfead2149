"""What a beheerder does with the users of the own organisatie. There is always a beheerder left."""

from typing import Any

from sqlalchemy import select

from app.models import Gebruiker, Rol, nu
from app.models.basis import Sessie
from app.services.accounts.aanbieder import ontkoppel
from app.services.accounts.gebruiker_maken import OngeldigeGebruiker, eis_vrij_email, schoon_email
from app.services.accounts.links import trek_links_in
from app.services.accounts.log import schrijf_over
from app.services.accounts.sessies import beeindig_sessies
from app.services.accounts.uitnodigen import eis_rol
from app.services.accounts.wachtwoorden import GEEN
from app.services.logboek import Dader
from app.services.velden import wijzig_velden
from app.services.voortgang.slot import vergrendel_organisatie

# Where mail never arrives; the address itself becomes free for somebody else.
VERWIJDERD = "verwijderd-{id}@verwijderd.invalid"


class KanNiet(Exception):
    """The Dutch sentence says why."""


def wijzig_gebruiker(session: Sessie, *, gebruiker: Gebruiker, waarden: dict[str, Any], door: Dader) -> bool:
    """`waarden`: naam, email and rol. True when something changed. Raises OngeldigeGebruiker or KanNiet.

    Another role or address ends the sessions of that user: what follows is done by who logs in anew.
    """
    vergrendel_organisatie(session, gebruiker.organisatie_id)
    waarden = waarden | {"email": schoon_email(waarden["email"])}
    if waarden["email"] != gebruiker.email:
        eis_vrij_email(session, waarden["email"])
    if waarden["rol"] is not gebruiker.rol:
        eis_rol(gebruiker.organisatie, waarden["rol"])
        _eis_andere_beheerder(session, gebruiker)
    oud, nieuw = wijzig_velden(gebruiker, waarden)
    if not oud:
        return False
    if oud.keys() & {"rol", "email"}:
        _sluit_buiten(session, gebruiker)
    if "email" in oud:  # perhaps somebody else from here on
        ontkoppel(session, gebruiker=gebruiker, door=door)
    schrijf_over(session, gebruiker, "Gebruiker gewijzigd", door=door, oud=oud, nieuw=nieuw)
    session.flush()
    return True


def blokkeer(session: Sessie, *, gebruiker: Gebruiker, door: Dader) -> bool:
    """At once, wherever that user is logged in. False when it was so already. Raises KanNiet."""
    vergrendel_organisatie(session, gebruiker.organisatie_id)
    if not gebruiker.actief:
        return False
    _eis_ander_dan(gebruiker, door, "blokkeren")
    _eis_andere_beheerder(session, gebruiker)
    gebruiker.actief = False
    _sluit_buiten(session, gebruiker)
    schrijf_over(session, gebruiker, "Geblokkeerd", door=door)
    session.flush()
    return True


def deblokkeer(session: Sessie, *, gebruiker: Gebruiker, door: Dader) -> bool:
    """False when it was so already."""
    vergrendel_organisatie(session, gebruiker.organisatie_id)
    if gebruiker.actief:
        return False
    gebruiker.actief = True
    schrijf_over(session, gebruiker, "Blokkade opgeheven", door=door)
    session.flush()
    return True


def log_overal_uit(session: Sessie, *, gebruiker: Gebruiker, door: Dader) -> None:
    beeindig_sessies(session, gebruiker_id=gebruiker.id)
    schrijf_over(session, gebruiker, "Overal uitgelogd", door=door)
    session.flush()


def verwijder_gebruiker(session: Sessie, *, gebruiker: Gebruiker, door: Dader) -> None:
    """The name stays with what this user did; the address and everything to come in with goes. Raises KanNiet."""
    vergrendel_organisatie(session, gebruiker.organisatie_id)
    if gebruiker.verwijderd_op is not None:
        return
    _eis_ander_dan(gebruiker, door, "verwijderen")
    _eis_andere_beheerder(session, gebruiker)
    schrijf_over(session, gebruiker, "Verwijderd", door=door)
    _sluit_buiten(session, gebruiker)
    ontkoppel(session, gebruiker=gebruiker, door=door)
    gebruiker.email = VERWIJDERD.format(id=gebruiker.id)
    gebruiker.wachtwoord_hash, gebruiker.actief, gebruiker.voorkeuren = GEEN, False, {}
    gebruiker.verwijderd_op = nu()
    session.flush()


def _sluit_buiten(session: Sessie, gebruiker: Gebruiker) -> None:
    beeindig_sessies(session, gebruiker_id=gebruiker.id)
    trek_links_in(session, gebruiker_id=gebruiker.id)


def _eis_ander_dan(gebruiker: Gebruiker, door: Dader, wat: str) -> None:
    if gebruiker.id == door.gebruiker_id:
        raise KanNiet(f"U kunt uzelf niet {wat}. Vraag het een andere beheerder.")


def _eis_andere_beheerder(session: Sessie, gebruiker: Gebruiker) -> None:
    """Somebody who can come in: who was invited and has not answered is not there yet."""
    if gebruiker.rol is not Rol.BEHEERDER or not gebruiker.actief:
        return
    anderen = select(Gebruiker.id).where(
        Gebruiker.organisatie_id == gebruiker.organisatie_id,
        Gebruiker.id != gebruiker.id,
        Gebruiker.rol == Rol.BEHEERDER,
        Gebruiker.actief,
        Gebruiker.laatste_bezoek.is_not(None) | (Gebruiker.wachtwoord_hash != GEEN),
    )
    if session.scalar(anderen.limit(1)) is None:
        waar = gebruiker.organisatie.naam
        raise KanNiet(f"{gebruiker.naam} is de enige beheerder van {waar}. Maak eerst iemand anders beheerder.")


__all__ = [
    "KanNiet",
    "OngeldigeGebruiker",
    "blokkeer",
    "deblokkeer",
    "log_overal_uit",
    "verwijder_gebruiker",
    "wijzig_gebruiker",
]
