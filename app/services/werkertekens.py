"""Workers leave a sign that they are there, so that others can tell when nobody is."""

from datetime import timedelta

from sqlalchemy import Engine, delete, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import OperationalError

from app.models import Werkerteken, nu
from app.models.basis import Sessie
from app.services.eigen_transactie import eigen_transactie

GEDULD = 500  # milliseconds
LANG_GELEDEN = timedelta(days=1)


def laat_teken_achter(engine: Engine, naam: str) -> bool:
    """False when the database was too busy: the next time is soon enough."""
    soort = postgresql if engine.dialect.name == "postgresql" else sqlite
    moment = nu()
    teken = soort.insert(Werkerteken).values(naam=naam, gezien_op=moment)
    try:
        with eigen_transactie(engine, geduld=GEDULD) as verbinding:
            verbinding.execute(teken.on_conflict_do_update(index_elements=["naam"], set_={"gezien_op": moment}))
            verbinding.execute(delete(Werkerteken).where(Werkerteken.gezien_op < moment - LANG_GELEDEN))
    except OperationalError:
        return False
    return True


def werker_gezien(session: Sessie, *, sinds: timedelta) -> bool:
    laatste = session.scalar(select(func.max(Werkerteken.gezien_op)))
    return laatste is not None and laatste > nu() - sinds
