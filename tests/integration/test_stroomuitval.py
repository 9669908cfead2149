"""`kill -9` of the server, and of the database, while people save: what was answered with "saved" is there, and nothing
is half."""

import re
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import requests
from sqlalchemy import select, text

from app.models import Logregel, Probleemgebied, Punt, db
from scripts.meten.opschaling.cluster import Kluster, kluster
from scripts.meten.opschaling.servers import Server
from tests import voorwaarden
from tests.databases import SLEUTEL, Databases, PostgresDatabases, in_app

ADVISEUR, WACHTWOORD = "adviseur@hogeland.example", "doelspoor-demo"
SCHRIJVERS, MINSTENS = 4, 5
GEDULD = 60  # seconds
CSRF = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')
BEGIN = "Stroomuitval"


@dataclass
class Schrijver:
    """Adds one ist-punt after another, each with words of its own."""

    nummer: int
    adres: str
    bezoeker: requests.Session = field(default_factory=requests.Session)
    token: str = ""
    aanvaard: list[str] = field(default_factory=list)
    mislukt: int = 0

    def log_in(self, server: str) -> None:
        velden = {"email": ADVISEUR, "wachtwoord": WACHTWOORD, "csrf_token": self._token(f"{server}/inloggen")}
        antwoord = self.bezoeker.post(f"{server}/inloggen", data=velden, timeout=20, allow_redirects=False)
        assert antwoord.status_code == 302
        self.token = self._token(self.adres)

    def schrijf(self, klaar: threading.Event) -> None:
        while not klaar.is_set():
            tekst = f"{BEGIN} {self.nummer}-{len(self.aanvaard) + self.mislukt}"
            if self._stuur(tekst):
                self.aanvaard.append(tekst)
            else:
                self.mislukt += 1
                time.sleep(0.05)

    def _stuur(self, tekst: str) -> bool:
        velden = {"tekst": tekst, "csrf_token": self.token, "actie": "opslaan"}
        try:
            antwoord = self.bezoeker.post(self.adres, data=velden, timeout=20, allow_redirects=False)
        except requests.RequestException:
            return False
        return antwoord.status_code == 303

    def _token(self, adres: str) -> str:
        gevonden = CSRF.search(self.bezoeker.get(adres, timeout=20).text)
        assert gevonden, adres
        return gevonden[1]


def schrijf_tot(server: Server, gebied: int, gebeurtenis: Callable[[], None], *, eerste: int = 0) -> list[Schrijver]:
    """Everybody is busy when it happens, and goes on for a moment."""
    adres = f"http://127.0.0.1:{server.poort}"
    naar = f"{adres}/probleemgebieden/{gebied}/ist/nieuw"
    schrijvers = [Schrijver(nummer, naar) for nummer in range(eerste, eerste + SCHRIJVERS)]
    for schrijver in schrijvers:
        schrijver.log_in(adres)
    klaar = threading.Event()
    draden = [threading.Thread(target=schrijver.schrijf, args=(klaar,)) for schrijver in schrijvers]
    for draad in draden:
        draad.start()
    try:
        _wacht_tot(lambda: all(len(schrijver.aanvaard) >= MINSTENS for schrijver in schrijvers))
        gebeurtenis()
        time.sleep(0.3)
    finally:
        klaar.set()
    for draad, schrijver in zip(draden, schrijvers, strict=True):
        draad.join()
        schrijver.bezoeker.close()
    return schrijvers


def _wacht_tot(klopt: Callable[[], bool]) -> None:
    einde = time.monotonic() + GEDULD
    while not klopt():
        assert time.monotonic() < einde, "er wordt niet geschreven"
        time.sleep(0.02)


def eerste_gebied(url: str) -> int:
    gevonden: list[int] = []

    def zoek() -> None:
        keuze = select(Probleemgebied.id).join(Probleemgebied.notitie).where(text("status = 'concept'"))
        gevonden.append(db.session.scalars(keuze.order_by(Probleemgebied.id).limit(1)).one())

    in_app(url, zoek)
    return gevonden[0]


def controleer(url: str, schrijvers: list[Schrijver]) -> None:
    """After starting again, with the eyes of a fresh process."""

    def kijk() -> None:
        staat_er = set(db.session.scalars(select(Punt.tekst).where(Punt.tekst.startswith(BEGIN))))
        aanvaard = {tekst for schrijver in schrijvers for tekst in schrijver.aanvaard}
        assert aanvaard, "er is geschreven voordat het misging"
        assert aanvaard <= staat_er, "wat 'opgeslagen' kreeg, staat er"
        regels = [regel.nieuw.get("tekst", "") for regel in db.session.scalars(select(Logregel))]
        in_het_logboek = [tekst for tekst in regels if str(tekst).startswith(BEGIN)]
        assert sorted(in_het_logboek) == sorted(staat_er), "elk punt met zijn regel, geen van beide alleen"
        if db.engine.dialect.name == "sqlite":
            assert db.session.execute(text("PRAGMA integrity_check")).all() == [("ok",)]
            assert db.session.execute(text("PRAGMA foreign_key_check")).all() == []

    in_app(url, kijk)


def start(url: str, log: Path) -> Server:
    adres = url.replace("postgresql+psycopg://", "postgresql://", 1)
    return Server({"DATABASE_URL": adres, "SECRET_KEY": SLEUTEL, "DOELSPOOR_OMGEVING": "test"}, log)


def test_de_server_valt_uit(databases: Databases, tmp_path: Path) -> None:
    url = databases.kopie(gevuld=True)
    server = start(url, tmp_path / "log")
    try:
        schrijvers = schrijf_tot(server, eerste_gebied(url), server.dood)
        assert sum(schrijver.mislukt for schrijver in schrijvers), "er was iemand bezig"
        controleer(url, schrijvers)
    finally:
        server.dood()
        databases.gooi_weg(url)


@pytest.fixture
def eigen_postgres() -> Iterator[Kluster]:
    voorwaarden.postgres_programma("initdb")
    with kluster(met_kopie=False) as gemaakt:
        yield gemaakt


def test_de_database_valt_uit(eigen_postgres: Kluster, tmp_path: Path) -> None:
    """The server stays, and goes on by itself when the database is there again."""
    databases = PostgresDatabases(eigen_postgres.hoofd)
    url = databases.kopie(gevuld=True)
    databases.sluit()
    gebied = eerste_gebied(url)
    server = start(url, tmp_path / "log")
    try:
        schrijvers = schrijf_tot(server, gebied, eigen_postgres.dood_hoofd)
        eigen_postgres.start_hoofd()
        later = schrijf_tot(server, gebied, lambda: None, eerste=SCHRIJVERS)
        assert all(schrijver.aanvaard for schrijver in later), "wie later komt kan weer opslaan"
        controleer(url, [*schrijvers, *later])
    finally:
        server.dood()
