"""Between the two steps of logging in: the password was right, the code still has to come."""

import time

from flask import current_app, session

from app.auth import sleutelbos
from app.auth.sessie import BEWIJS
from app.models import Gebruiker, db
from app.services.accounts import sessies
from app.services.accounts.tweede_stap import stand_van
from app.services.geheimen import hash_van
from app.services.verzegelen import Zegel
from config import Inlogregels

HALF = "halverwege"
# Seconds; after that the password is asked again.
DUUR = 600


def zegel() -> Zegel:
    return sleutelbos.zegel("tweede stap")


def eist_tweede_stap(gebruiker: Gebruiker) -> bool:
    """By the organisatie, or by this installation of everybody with such a role."""
    regels: Inlogregels = current_app.config["INLOGGEN"]
    return gebruiker.organisatie.eist_tweede_stap or gebruiker.rol.value in regels.tweede_stap


def heeft_tweede_stap(gebruiker: Gebruiker) -> bool:
    return stand_van(db.session, gebruiker.id) is not None


def onthoud_halverwege(gebruiker: Gebruiker) -> None:
    """In a session that says nothing else: nobody is logged in yet."""
    sessies.beeindig_token(db.session, token=session.get(BEWIJS, ""))
    session.clear()
    session[HALF] = {"id": gebruiker.id, "tot": time.time() + DUUR, "wachtwoord": _afdruk(gebruiker)}


def wie_halverwege() -> Gebruiker | None:
    """None when nobody is, when it took too long, or when the account changed meanwhile."""
    half = session.get(HALF)
    if not isinstance(half, dict) or half["tot"] < time.time():
        return None
    gebruiker = db.session.get(Gebruiker, half["id"])
    if gebruiker is None or not gebruiker.actief or half["wachtwoord"] != _afdruk(gebruiker):
        return None
    return gebruiker


def _afdruk(gebruiker: Gebruiker) -> str:
    """Another one after the password was changed."""
    return hash_van(gebruiker.wachtwoord_hash)[:16]
