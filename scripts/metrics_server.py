"""Shows Prometheus what all processes of the server counted, and how the work in the background is doing.

A process of its own, started by gunicorn.conf.py: it asks the database at most once per scrape, and is on this machine
only. It ends when its standard input does, however gunicorn came to its end, and takes the directory with the counts
along when that is named to it.
"""

import os
import shutil
import sys
import time
from collections.abc import Iterator

from prometheus_client import CollectorRegistry, start_http_server
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.exc import SQLAlchemyError

from config import lees_instellingen

STATUSSEN = ("wacht", "bezig", "klaar", "mislukt", "afgebroken")


class Databasestand(Collector):
    """Plain SQL: loading the whole application for two questions would cost a hundred megabytes."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def describe(self) -> list[Metric]:
        return []  # so that registering asks the database nothing

    def collect(self) -> Iterator[Metric]:
        begin = time.perf_counter()
        try:
            taken, werkers = self._vraag()
        except SQLAlchemyError:
            yield GaugeMetricFamily("doelspoor_database_up", "Whether the database answers.", value=0)
            return
        duur = time.perf_counter() - begin
        yield GaugeMetricFamily("doelspoor_database_up", "Whether the database answers.", value=1)
        yield GaugeMetricFamily("doelspoor_database_seconds", "How long two short questions took.", value=duur)
        yield GaugeMetricFamily("doelspoor_workers", "Workers seen in the last two minutes.", value=werkers)
        jobs = GaugeMetricFamily("doelspoor_jobs", "Jobs in the background, by status.", labels=["status"])
        for status in STATUSSEN:
            jobs.add_metric([status], taken.get(status, 0))
        yield jobs

    def _vraag(self) -> tuple[dict[str, int], int]:
        sinds = "datetime('now', '-2 minutes')"
        if self._engine.dialect.name == "postgresql":
            sinds = "now() - interval '2 minutes'"
        with self._engine.connect() as verbinding:
            taken = verbinding.execute(text("SELECT status, count(*) FROM taak GROUP BY status")).all()
            werkers = verbinding.scalar(text(f"SELECT count(*) FROM werkerteken WHERE gezien_op > {sinds}"))
        return {str(rij[0]): int(rij[1]) for rij in taken}, int(werkers or 0)


def maak_register(engine: Engine) -> CollectorRegistry:
    register = CollectorRegistry()
    MultiProcessCollector(register)  # type: ignore[no-untyped-call]
    register.register(Databasestand(engine))
    return register


def main() -> None:
    instellingen = lees_instellingen()
    engine = create_engine(instellingen.database_url, pool_size=1, max_overflow=0, pool_pre_ping=True)
    start_http_server(instellingen.server.metrics_poort, addr="127.0.0.1", registry=maak_register(engine))
    while os.read(sys.stdin.fileno(), 1024):
        pass
    for telmap in sys.argv[1:]:
        shutil.rmtree(telmap, ignore_errors=True)


if __name__ == "__main__":
    main()
