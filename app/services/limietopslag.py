"""Where the library `limits` keeps its counters: in the own database, so that all processes count together."""

import math
import time
from datetime import datetime, timedelta
from typing import Any

from limits.storage import Storage
from sqlalchemy import Connection, Engine, case, delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import SQLAlchemyError

from app.models import Limiet, nu
from app.services.eigen_transactie import eigen_transactie

GEDULD = 1000  # milliseconds
OPRUIMEN_NA = 60.0  # seconds


class Limietopslag(Storage):
    """Each count is one statement that adds and reads, so two at the same time never count as one."""

    STORAGE_SCHEME = None

    def __init__(self, engine: Engine) -> None:
        super().__init__()
        self._engine = engine
        self._opgeruimd = time.monotonic()

    @property
    def base_exceptions(self) -> type[Exception]:
        return SQLAlchemyError

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        """A counter whose time is over begins anew."""
        moment = nu()
        with eigen_transactie(self._engine, geduld=GEDULD) as verbinding:
            self._ruim_op(verbinding, moment)
            telling = self._tel(key, moment, moment + timedelta(seconds=expiry), amount)
            return int(verbinding.execute(telling).scalar_one())

    def get(self, key: str) -> int:
        with self._engine.connect() as verbinding:
            keuze = select(Limiet.aantal).where(Limiet.sleutel == key, Limiet.verloopt_op > nu())
            return verbinding.scalar(keuze) or 0

    def get_expiry(self, key: str) -> float:
        with self._engine.connect() as verbinding:
            moment = verbinding.scalar(select(Limiet.verloopt_op).where(Limiet.sleutel == key))
        return math.ceil((moment or nu()).timestamp())

    def check(self) -> bool:
        with self._engine.connect() as verbinding:
            verbinding.execute(select(Limiet.sleutel).limit(1))
        return True

    def reset(self) -> int | None:
        with eigen_transactie(self._engine, geduld=GEDULD) as verbinding:
            return verbinding.execute(delete(Limiet)).rowcount

    def clear(self, key: str) -> None:
        with eigen_transactie(self._engine, geduld=GEDULD) as verbinding:
            verbinding.execute(delete(Limiet).where(Limiet.sleutel == key))

    def _tel(self, sleutel: str, moment: datetime, einde: datetime, erbij: int) -> Any:
        soort = postgresql if self._engine.dialect.name == "postgresql" else sqlite
        over = Limiet.verloopt_op <= moment
        nieuw = soort.insert(Limiet).values(sleutel=sleutel, aantal=erbij, verloopt_op=einde)
        return nieuw.on_conflict_do_update(
            index_elements=[Limiet.sleutel],
            set_={
                "aantal": case((over, erbij), else_=Limiet.aantal + erbij),
                "verloopt_op": case((over, einde), else_=Limiet.verloopt_op),
            },
        ).returning(Limiet.aantal)

    def _ruim_op(self, verbinding: Connection, moment: datetime) -> None:
        if time.monotonic() - self._opgeruimd >= OPRUIMEN_NA:
            self._opgeruimd = time.monotonic()
            verbinding.execute(delete(Limiet).where(Limiet.verloopt_op <= moment))
