"""Being logged in: begun with a token that only the browser keeps, known here by its hash, ended by taking it away."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete, select
from sqlalchemy.orm import joinedload

from app.models import Gebruiker, Inlogsessie, nu
from app.models.basis import Sessie
from app.services.geheimen import hash_van, nieuw_geheim

# How precise "last seen" is: a visit now and then is a write, the others are not.
GEZIEN_PER = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Sessiegrenzen:
    """`stil`: how long nothing may happen. `langst`: after this it is over, whatever happened."""

    stil: timedelta
    langst: timedelta


def begin_sessie(
    session: Sessie, *, gebruiker: Gebruiker, browser: str, grenzen: Sessiegrenzen, tweede_stap: bool = False
) -> str:
    """The token for the browser. What was over of this user is cleaned up."""
    moment = nu()
    van_hem = Inlogsessie.gebruiker_id == gebruiker.id
    session.execute(delete(Inlogsessie).where(van_hem, Inlogsessie.begonnen_op < moment - grenzen.langst))
    token = nieuw_geheim()
    rij = Inlogsessie(gebruiker_id=gebruiker.id, hash=hash_van(token), browser=browser, tweede_stap=tweede_stap)
    rij.begonnen_op = rij.laatst_gezien_op = moment
    session.add(rij)
    gebruiker.vorig_bezoek, gebruiker.laatste_bezoek = gebruiker.laatste_bezoek, moment
    session.flush()
    return token


# Asked for every page, and put into words once.
_MET_GEBRUIKER = (
    select(Inlogsessie)
    .where(Inlogsessie.hash == bindparam("hash"))
    .options(joinedload(Inlogsessie.gebruiker).joinedload(Gebruiker.organisatie))
)


def vind_sessie(session: Sessie, token: str) -> Inlogsessie | None:
    """With its user and the organisatie, which stands in the header of every page. Also one that is over."""
    return session.scalars(_MET_GEBRUIKER, {"hash": hash_van(token)}).first()


def is_geldig(sessie: Inlogsessie, grenzen: Sessiegrenzen, moment: datetime) -> bool:
    stil, duur = moment - sessie.laatst_gezien_op, moment - sessie.begonnen_op
    return stil < grenzen.stil and duur < grenzen.langst


def sessies_van(session: Sessie, gebruiker_id: int, grenzen: Sessiegrenzen) -> Sequence[Inlogsessie]:
    """Those that are not over, the last seen first."""
    moment = nu()
    keuze = select(Inlogsessie).where(
        Inlogsessie.gebruiker_id == gebruiker_id,
        Inlogsessie.laatst_gezien_op > moment - grenzen.stil,
        Inlogsessie.begonnen_op > moment - grenzen.langst,
    )
    return session.scalars(keuze.order_by(Inlogsessie.laatst_gezien_op.desc(), Inlogsessie.id.desc())).all()


def beeindig_token(session: Sessie, *, token: str) -> None:
    session.execute(delete(Inlogsessie).where(Inlogsessie.hash == hash_van(token)))


def beeindig_sessie(session: Sessie, *, id_: int) -> None:
    session.execute(delete(Inlogsessie).where(Inlogsessie.id == id_))


def beeindig_sessies(session: Sessie, *, gebruiker_id: int, behalve: int | None = None) -> None:
    """All of them, or all but the one with this id."""
    session.execute(
        delete(Inlogsessie).where(Inlogsessie.gebruiker_id == gebruiker_id, Inlogsessie.id != (behalve or 0))
    )
