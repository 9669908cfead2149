"""Check an e-mail address and password, and remember the visit."""

from sqlalchemy import select

from app.models import Gebruiker, nu
from app.models.basis import Sessie
from app.services.wachtwoorden import klopt, versleutel

_schijnhash: list[str] = []


def log_in(session: Sessie, *, email: str, wachtwoord: str) -> Gebruiker | None:
    """None when the two do not belong together, the account is closed, or there is no such user."""
    gebruiker = session.scalars(select(Gebruiker).where(Gebruiker.email == email.strip().lower())).first()
    # An unknown address costs as much time as a wrong password, so that the answer does not tell who has an account.
    if not klopt(gebruiker.wachtwoord_hash if gebruiker else _een_hash(), wachtwoord):
        return None
    if gebruiker is None or not gebruiker.actief:
        return None
    gebruiker.vorig_bezoek, gebruiker.laatste_bezoek = gebruiker.laatste_bezoek, nu()
    session.flush()
    return gebruiker


def _een_hash() -> str:
    if not _schijnhash:
        _schijnhash.append(versleutel("van niemand"))
    return _schijnhash[0]
