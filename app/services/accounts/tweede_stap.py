"""Logging in in two steps: switching it on with a code that fits, checking a code, codes for who lost the app."""

import secrets
from datetime import datetime
from typing import Any

import pyotp
from sqlalchemy import delete, func, select, update
from sqlalchemy.sql.dml import ReturningUpdate

from app.models import Gebruiker, Herstelcode, TweedeStap, nu
from app.models.basis import Sessie
from app.services.accounts.log import schrijf_over
from app.services.accounts.sessies import beeindig_sessies
from app.services.geheimen import hash_van
from app.services.logboek import Dader
from app.services.verzegelen import Zegel

UITGEVER = "Doelspoor"
TIJDVAK = 30
# Clocks differ: a code of the half minute before or after counts too.
SPELING = 1
AANTAL_CODES = 10
# Without characters that look alike. 24 of them are 112 bits or more: nobody guesses one, so a plain hash is enough.
TEKENS = "abcdefghjkmnpqrstuvwxyz23456789"
GROEPEN, PER_GROEP = 6, 4


# A statement that uses a code up, once.
Verbruik = ReturningUpdate[Any]


class VerkeerdeCode(Exception):
    """The Dutch sentence says what to do."""


def nieuw_app_geheim() -> str:
    return pyotp.random_base32()


def adres_voor_app(geheim: str, gebruiker: Gebruiker) -> str:
    """What the picture with squares says."""
    return pyotp.TOTP(geheim).provisioning_uri(name=gebruiker.email, issuer_name=UITGEVER)


def zet_aan(session: Sessie, *, gebruiker: Gebruiker, geheim: str, code: str, zegel: Zegel, door: Dader) -> list[str]:
    """The codes for when the app is lost. Ends the sessions of this user. Raises VerkeerdeCode."""
    vak = _tijdvak_van(geheim, code, nu())
    if vak is None:
        raise VerkeerdeCode("Deze code klopt niet. Vul de code in die de app nu laat zien.")
    _wis(session, gebruiker.id)
    session.add(TweedeStap(gebruiker_id=gebruiker.id, geheim=zegel.verzegel(geheim), laatste_tijdvak=vak))
    beeindig_sessies(session, gebruiker_id=gebruiker.id)
    schrijf_over(session, gebruiker, "Inloggen in twee stappen aangezet", door=door)
    return _maak_codes(session, gebruiker)


def zet_uit(session: Sessie, *, gebruiker: Gebruiker, door: Dader) -> bool:
    """False when it was off already. Ends the sessions of this user."""
    if stand_van(session, gebruiker.id) is None:
        return False
    _wis(session, gebruiker.id)
    beeindig_sessies(session, gebruiker_id=gebruiker.id)
    schrijf_over(session, gebruiker, "Inloggen in twee stappen uitgezet", door=door)
    session.flush()
    return True


def nieuwe_codes(session: Sessie, *, gebruiker: Gebruiker, door: Dader) -> list[str]:
    """Those before work no longer."""
    session.execute(delete(Herstelcode).where(Herstelcode.gebruiker_id == gebruiker.id))
    schrijf_over(session, gebruiker, "Nieuwe herstelcodes gemaakt", door=door)
    return _maak_codes(session, gebruiker)


def zoek_code(session: Sessie, *, gebruiker_id: int, code: str, zegel: Zegel) -> Verbruik | None:
    """A code of the app or a herstelcode, not used before; None when it is neither. Changes nothing yet."""
    schoon = "".join(code.split()).replace("-", "").lower()
    van_app = _app_code(session, gebruiker_id, schoon, zegel)
    return van_app if van_app is not None else _herstelcode(session, gebruiker_id, schoon)


def gebruik_code(session: Sessie, verbruik: Verbruik) -> bool:
    """False when somebody was just first with the same code."""
    return session.execute(verbruik).first() is not None


def stand_van(session: Sessie, gebruiker_id: int) -> TweedeStap | None:
    """None when this user logs in in one step."""
    return session.scalars(select(TweedeStap).where(TweedeStap.gebruiker_id == gebruiker_id)).first()


def codes_over(session: Sessie, gebruiker_id: int) -> int:
    over = select(func.count(Herstelcode.id)).where(
        Herstelcode.gebruiker_id == gebruiker_id, Herstelcode.gebruikt_op.is_(None)
    )
    return session.scalar(over) or 0


def _app_code(session: Sessie, gebruiker_id: int, code: str, zegel: Zegel) -> Verbruik | None:
    stand = stand_van(session, gebruiker_id)
    geheim = zegel.open(stand.geheim) if stand else None
    vak = _tijdvak_van(geheim, code, nu()) if geheim else None
    if stand is None or vak is None or vak <= stand.laatste_tijdvak:
        return None
    zelfde = (TweedeStap.gebruiker_id == gebruiker_id, TweedeStap.geheim == stand.geheim)
    later = update(TweedeStap).where(*zelfde, TweedeStap.laatste_tijdvak < vak)
    return later.values(laatste_tijdvak=vak).returning(TweedeStap.gebruiker_id)


def _herstelcode(session: Sessie, gebruiker_id: int, code: str) -> Verbruik | None:
    deze = (
        Herstelcode.gebruiker_id == gebruiker_id,
        Herstelcode.hash == hash_van(code),
        Herstelcode.gebruikt_op.is_(None),
    )
    if session.scalar(select(Herstelcode.id).where(*deze)) is None:
        return None
    return update(Herstelcode).where(*deze).values(gebruikt_op=nu()).returning(Herstelcode.id)


def _tijdvak_van(geheim: str, code: str, moment: datetime) -> int | None:
    """The half minute that this code belongs to; None when it belongs to none around now."""
    schoon = "".join(code.split())
    if not schoon.isascii():
        return None
    totp, vak = pyotp.TOTP(geheim, interval=TIJDVAK), int(moment.timestamp()) // TIJDVAK
    rondom = range(vak - SPELING, vak + SPELING + 1)
    return next((v for v in rondom if secrets.compare_digest(totp.generate_otp(v), schoon)), None)


def _maak_codes(session: Sessie, gebruiker: Gebruiker) -> list[str]:
    ruw = ["".join(secrets.choice(TEKENS) for _ in range(GROEPEN * PER_GROEP)) for _ in range(AANTAL_CODES)]
    session.add_all(Herstelcode(gebruiker_id=gebruiker.id, hash=hash_van(code)) for code in ruw)
    session.flush()
    return ["-".join(code[i : i + PER_GROEP] for i in range(0, len(code), PER_GROEP)) for code in ruw]


def _wis(session: Sessie, gebruiker_id: int) -> None:
    for tabel in (TweedeStap, Herstelcode):
        session.execute(delete(tabel).where(tabel.gebruiker_id == gebruiker_id))
