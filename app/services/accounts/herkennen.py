"""Check an e-mail address and password."""

from sqlalchemy import select

from app.models import Gebruiker
from app.models.basis import Sessie
from app.services.accounts.wachtwoorden import is_verouderd, klopt, versleutel

_schijnhash: list[str] = []


def herken(session: Sessie, *, email: str, wachtwoord: str) -> Gebruiker | None:
    """None when the two do not belong together, the account is closed, or there is no such user."""
    gebruiker = session.scalars(select(Gebruiker).where(Gebruiker.email == email.strip().lower())).first()
    # An unknown address costs as much time as a wrong password, so that the answer does not tell who has an account.
    van_niemand = _een_hash()
    if not klopt(gebruiker.wachtwoord_hash if gebruiker else van_niemand, wachtwoord):
        return None
    if gebruiker is None or not gebruiker.actief:
        return None
    if is_verouderd(gebruiker.wachtwoord_hash):  # the one moment that the password itself is here
        gebruiker.wachtwoord_hash = versleutel(wachtwoord)
    return gebruiker


def nummer_van(session: Sessie, email: str) -> int | None:
    """Of the account at this address, for the log; None when there is none."""
    return session.scalar(select(Gebruiker.id).where(Gebruiker.email == email.strip().lower()))


def _een_hash() -> str:
    if not _schijnhash:
        _schijnhash.append(versleutel("van niemand"))
    return _schijnhash[0]
