"""A real server, as in production: what Prometheus sees, what stands in the log, and who can reach what."""

import json
import re
import socket
import time
import urllib.error
import urllib.request
from http.client import HTTPMessage
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from scripts.metrics_server import Databasestand
from tests.databases import Databases, SqliteDatabases
from tests.e2e.server import draaiende_server, vrije_poort

GEHEIM = "Zeer-Geheim-Woord"


def haal(adres: str, **koppen: str) -> tuple[int, HTTPMessage, str]:
    try:
        with urllib.request.urlopen(urllib.request.Request(adres, headers=koppen), timeout=10) as antwoord:
            return antwoord.status, antwoord.headers, antwoord.read().decode()
    except urllib.error.HTTPError as fout:
        with fout:
            return fout.code, fout.headers, fout.read().decode()


def getal(metrics: str, begin: str) -> float:
    """The sum of the lines that begin so."""
    return sum(float(regel.rpartition(" ")[2]) for regel in metrics.splitlines() if regel.startswith(begin))


@pytest.fixture(scope="module")
def leeg(tmp_path_factory: pytest.TempPathFactory) -> str:
    return SqliteDatabases(tmp_path_factory.mktemp("draaiend")).kopie(gevuld=False)


def test_een_server_met_metrics_en_een_schoon_log(leeg: str, tmp_path: Path) -> None:
    poort, log = vrije_poort(), tmp_path / "log"
    instellingen = {"DOELSPOOR_METRICS_PORT": str(poort), "DOELSPOOR_OMGEVING": "productie", "TMPDIR": str(tmp_path)}
    with draaiende_server(leeg, log, **instellingen) as server:
        for nummer in range(6):
            assert haal(f"{server}/gezond?zoek={GEHEIM}", **{"X-Request-ID": f"nummer-{nummer}-abc"})[0] == 200
        haal(f"{server}/bestaat-niet/{GEHEIM}", Authorization=f"Bearer {GEHEIM}")
        assert haal(f"{server}/metrics")[0] == 404
        metrics = _wacht_op_metrics(poort)
        assert not _luistert_buiten(poort)
    assert getal(metrics, 'doelspoor_requests_total{method="GET",route="/gezond",status="2xx"}') == 6
    assert getal(metrics, 'doelspoor_requests_total{method="GET",route="?",status="4xx"}') >= 1
    assert getal(metrics, 'doelspoor_request_seconds_count{route="/gezond"}') == 6
    assert getal(metrics, "doelspoor_database_up") == 1
    assert GEHEIM not in metrics
    _controleer_log(log.read_text())
    assert not list(tmp_path.glob("doelspoor-metrics-*"))


def test_een_eigen_map_voor_metrics_blijft(leeg: str, tmp_path: Path) -> None:
    poort, eigen = vrije_poort(), tmp_path / "eigen"
    eigen.mkdir()
    instellingen = {"DOELSPOOR_METRICS_PORT": str(poort), "PROMETHEUS_MULTIPROC_DIR": str(eigen)}
    with draaiende_server(leeg, tmp_path / "log", **instellingen) as server:
        _, koppen, _ = haal(f"{server}/gezond")
        _wacht_op_metrics(poort)
    assert koppen["Server"] == "Doelspoor"
    assert list(eigen.iterdir())


def _controleer_log(log: str) -> None:
    assert GEHEIM not in log
    regels = [json.loads(regel) for regel in log.splitlines() if regel.startswith("{")]
    gezond = [regel for regel in regels if regel.get("route") == "/gezond"]
    assert {f"nummer-{nummer}-abc" for nummer in range(6)} == {regel["request_id"] for regel in gezond}
    assert not re.search(r'"GET /', log)


def _wacht_op_metrics(poort: int) -> str:
    for _ in range(100):
        try:
            return haal(f"http://127.0.0.1:{poort}/metrics")[2]
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    raise AssertionError("De metrics zijn er niet.")


def _luistert_buiten(poort: int) -> bool:
    """On another address of this machine than loopback, where there is one."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as proef:
        try:
            proef.connect(("192.0.2.1", 9))
            eigen = proef.getsockname()[0]
        except OSError:
            return False
    if eigen.startswith("127."):
        return False
    with socket.socket() as proef:
        return proef.connect_ex((eigen, poort)) == 0


def test_de_stand_van_het_werk_op_elke_database(databases: Databases) -> None:
    engine = create_engine(databases.kopie(gevuld=False))
    stand = {m.name: [(s.labels, s.value) for s in m.samples] for m in Databasestand(engine).collect()}
    engine.dispose()
    assert stand["doelspoor_database_up"] == [({}, 1)]
    assert ({"status": "mislukt"}, 0) in stand["doelspoor_jobs"]
    assert stand["doelspoor_workers"] == [({}, 0)]


def test_een_database_die_er_niet_is_is_een_nul() -> None:
    engine = create_engine("sqlite:////bestaat/niet/x.db")
    assert [(m.name, m.samples[0].value) for m in Databasestand(engine).collect()] == [("doelspoor_database_up", 0)]
