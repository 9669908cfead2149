"""Who is logged in: the cookie carries a token, and the database says whether it still counts."""

from flask import current_app, g, request, session
from flask_login import login_user, logout_user
from sqlalchemy import update
from sqlalchemy.exc import OperationalError

from app.domain.browser import in_woorden
from app.models import Gebruiker, Inlogsessie, db, nu
from app.services.accounts import sessies
from app.services.eigen_transactie import eigen_transactie
from config import Inlogregels

BEWIJS = "sessie"
# Milliseconds that a request waits to note that somebody was seen, when another is writing.
KORT = 100


def log_in(gebruiker: Gebruiker, *, tweede_stap: bool = False) -> None:
    """A new session with a token of its own; nothing of the one before goes along."""
    sessies.beeindig_token(db.session, token=session.get(BEWIJS, ""))
    session.clear()
    session[BEWIJS] = sessies.begin_sessie(
        db.session,
        gebruiker=gebruiker,
        browser=in_woorden(request.user_agent.string),
        grenzen=grenzen(),
        tweede_stap=tweede_stap,
    )
    login_user(gebruiker)


def log_uit() -> None:
    sessies.beeindig_token(db.session, token=session.get(BEWIJS, ""))
    logout_user()
    session.clear()


def laad_gebruiker(id_: str) -> Gebruiker | None:
    """The user of a session that is not over, read together with it in one query."""
    sessie = sessies.vind_sessie(db.session, session.get(BEWIJS, ""))
    if sessie is None or str(sessie.gebruiker_id) != id_ or not sessies.is_geldig(sessie, grenzen(), nu()):
        return None
    g.inlogsessie = sessie
    return sessie.gebruiker


def is_verlopen() -> bool:
    """Whether this browser was logged in, and is no longer."""
    return BEWIJS in session and "inlogsessie" not in g


def huidige_sessie() -> Inlogsessie:
    sessie: Inlogsessie = g.inlogsessie
    return sessie


def noteer_gezien() -> None:
    """In a transaction of its own, now and then. Not worth waiting or failing for: the next request tries again."""
    sessie, moment = huidige_sessie(), nu()
    if moment - sessie.laatst_gezien_op < sessies.GEZIEN_PER:
        return
    try:
        with eigen_transactie(db.engine, geduld=KORT) as verbinding:
            verbinding.execute(update(Inlogsessie).where(Inlogsessie.id == sessie.id).values(laatst_gezien_op=moment))
    except OperationalError:
        current_app.logger.info("Het bezoek van sessie %s is niet genoteerd: de database is bezet.", sessie.id)


def grenzen() -> sessies.Sessiegrenzen:
    regels: Inlogregels = current_app.config["INLOGGEN"]
    return sessies.Sessiegrenzen(regels.sessie_stil, regels.sessie_langst)
