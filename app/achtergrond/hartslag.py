"""Shows that a job is alive and how far it is, beside the work itself, and guards every commit of that work."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from types import TracebackType

from sqlalchemy import Engine, event
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from app.services.taken.fouten import Onderbroken
from app.services.taken.oppakken import Greep, teken_van_leven

TUSSENPOOS = 1.0  # seconds

logger = logging.getLogger(__name__)


class Hartslag:
    """A thread with a connection of its own that writes, every second, the last thing that `meld` was told.

    On SQLite it has to wait while the work itself holds a write transaction; each commit of the work is a sign of life
    as well, in the same transaction, so a job is never given up in the moment that it lets go of the lock.
    """

    gedaan: int = 0
    totaal: int | None = None

    def __init__(self, engine: Engine, greep: Greep, ophouden: Event) -> None:
        """`ophouden`: is set when the worker itself must stop."""
        self.greep = greep
        self._engine, self._ophouden = engine, ophouden
        self._kwijt = Event()
        self._afgelopen = Event()
        self._draad = Thread(target=self._klop, name=f"hartslag-{greep.taak_id}", daemon=True)

    def __enter__(self) -> "Hartslag":
        self._draad.start()
        return self

    def __exit__(self, *_fout: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._afgelopen.set()
        self._draad.join()

    def meld(self, gedaan: int, totaal: int | None = None) -> None:
        if self._kwijt.is_set() or self._ophouden.is_set():
            raise Onderbroken
        self.gedaan = gedaan
        self.totaal = self.totaal if totaal is None else totaal

    @contextmanager
    def bewaak(self, session: Session) -> Iterator[None]:
        """Inside, a commit of `session` fails with Onderbroken when the job belongs to this worker no longer."""
        event.listen(session, "before_commit", self._bevestig)
        try:
            yield
        finally:
            event.remove(session, "before_commit", self._bevestig)

    def _bevestig(self, session: Session) -> None:
        if not session.in_nested_transaction():  # a savepoint: the row would stay locked until the real commit
            teken_van_leven(session, self.greep, gedaan=self.gedaan, totaal=self.totaal)

    def _klop(self) -> None:
        while not self._afgelopen.wait(TUSSENPOOS) and not self._kwijt.is_set():
            try:
                with Session(self._engine) as session, session.begin():
                    teken_van_leven(session, self.greep, gedaan=self.gedaan, totaal=self.totaal)
            except Onderbroken:
                self._kwijt.set()
            except SQLAlchemyError as fout:
                logger.info("Taak %s kon geen teken van leven geven: %s", self.greep.taak_id, fout)
