"""The worker: huey's consumer, with our table as its queue.

Huey brings the loop, the waiting that slows down when there is nothing to do, the clock, and stopping in an orderly
way. Its own storages are not used: they forget a job as soon as a worker takes it, and a job that dies must be seen.
"""

import time
from datetime import datetime, timedelta
from threading import Event
from typing import Any

from flask import Flask
from huey import Huey
from huey.consumer import Consumer
from huey.signals import SIGNAL_INTERRUPTED
from huey.storage import BlackHoleStorage

from app.achtergrond.uitvoeren import geef_terug, pak_volgende, voer_uit, werkernaam
from app.models import db
from app.services.importvoorstel import ruim_voorstellen_op
from app.services.indicatoren.import_beheren import ruim_imports_op
from app.services.taken.oppakken import Greep
from app.services.taken.opruimen import markeer_gestopte, ruim_bestanden_op
from app.services.werkertekens import laat_teken_achter

TUSSEN_TEKENS = 15.0  # seconds
LANGSTE_WACHT = 1.0  # seconds between two looks at an empty queue
# When the worker must stop a job gets so many seconds to finish, and then so many to undo what it did. Containers are
# killed after ten.
GENADE = 5.0
UITLOOP = 3.0


class Wachtrij(Huey):  # type: ignore[misc]
    """`stil_na`: without a sign of life for so long, a job is given up."""

    def __init__(self, app: Flask, stil_na: timedelta) -> None:
        super().__init__("doelspoor", results=False, storage_class=BlackHoleStorage)
        self._app, self._stil_na = app, stil_na
        self._ophouden, self._vrij = Event(), Event()
        self._teken_op = -TUSSEN_TEKENS
        self._uitvoeren = self.task(name="uitvoeren")(self._voer_uit)
        self.signal(SIGNAL_INTERRUPTED)(self._onderbreek)

    def dequeue(self) -> Any:
        greep = pak_volgende(self._app)
        return None if greep is None else self._uitvoeren.s(greep)

    def read_schedule(self, _moment: datetime | None = None) -> list[Any]:
        """Nothing is scheduled; this is the clock on which a worker looks after what others left behind."""
        ruim_op(self._app, self._stil_na)
        if time.monotonic() >= self._teken_op + TUSSEN_TEKENS:
            self._teken_op = time.monotonic()
            laat_merken(self._app)
        return []

    def _voer_uit(self, greep: Greep) -> None:
        self._vrij.clear()
        voer_uit(self._app, greep, self._ophouden)
        self._vrij.set()

    def _onderbreek(self, _signaal: str, taak: Any) -> None:
        """In the main thread, when the job did not finish in time; one that never calls `meld` is left behind."""
        self._ophouden.set()
        self._vrij.wait(UITLOOP)
        geef_terug(self._app, taak.args[0])


def maak_werker(app: Flask) -> Consumer:
    """`.run()` works until SIGTERM or Ctrl-C; only in the main thread of a process."""
    stil_na = timedelta(seconds=app.config["TAAK_STIL_NA"])
    return Wachtrij(app, stil_na).create_consumer(
        workers=1,
        worker_type="thread",
        periodic=False,
        max_delay=LANGSTE_WACHT,
        scheduler_interval=1,
        shutdown_timeout=GENADE,
        graceful_signal="TERM",
    )


def laat_merken(app: Flask) -> None:
    """That there is a worker, also when it has nothing to do."""
    with app.app_context():
        laat_teken_achter(db.engine, werkernaam())


def ruim_op(app: Flask, stil_na: timedelta) -> None:
    with app.app_context():
        for taak_id in markeer_gestopte(db.session(), stil_na=stil_na):
            app.logger.warning("Taak %s gaf geen teken van leven meer en is gemarkeerd als mislukt.", taak_id)
        ruim_bestanden_op(db.session())
        ruim_voorstellen_op(db.session())
        ruim_imports_op(db.session())
        db.session.commit()
