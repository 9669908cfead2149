"""The trial itself: visitors who keep asking while a server is killed, and files out while the copy is gone."""

import shutil
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import requests

from app.services.accounts.wachtwoorden import stel_kosten_in
from config_lezen import lees_leesdatabase
from scripts.meten.bezoeker import CSRF, SLEUTEL
from scripts.meten.opschaling.cluster import Kluster, kluster
from scripts.meten.opschaling.servers import achter_nginx
from scripts.meten.stand import vul_regio
from scripts.regio import Regio
from tests.databases import PostgresDatabases, in_app

BEZOEKERS, SECONDEN = 8, 12
GEMEENTEN = 12
BESTANDEN = 10
BESTAND = "/opdrachten/exporteren.csv?opdrachtnemer=rigg"


@dataclass(slots=True)
class Uitslag:
    """`statussen`: of answers, and the names of errors without one. `duren` in seconds."""

    statussen: Counter[str] = field(default_factory=Counter)
    duren: list[float] = field(default_factory=list)

    @property
    def mislukt(self) -> int:
        return sum(aantal for status, aantal in self.statussen.items() if status != "200")


@dataclass(frozen=True, slots=True)
class Proef:
    """`rustig`: both servers are there. `uitval`: one is killed meanwhile. `met` and `zonder`: files out, with the copy
    (and how many connections it had of us) and after it was stopped."""

    rustig: Uitslag
    uitval: Uitslag
    met: Uitslag
    verbindingen: int
    zonder: Uitslag


def doe_proef(nginx: str) -> Proef:
    """`nginx`: the path of the program."""
    with kluster() as gemaakt:
        databases = PostgresDatabases(gemaakt.hoofd)
        try:
            url = databases.kopie(gevuld=False)
            regio = _vul(url)
            gemaakt.wacht_op_kopie()
            return _met_servers(nginx, gemaakt, url, regio)
        finally:
            databases.ruim_op()


def nginx_programma() -> str | None:
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")


def _vul(url: str) -> Regio:
    gemaakt: list[Regio] = []

    def doe() -> None:
        from app.models import db

        gemaakt.append(vul_regio(db.session(), GEMEENTEN))
        db.session.commit()

    stel_kosten_in(time_cost=1, memory_cost=8)
    in_app(url, doe)
    return gemaakt[0]


def _met_servers(nginx: str, gemaakt: Kluster, url: str, regio: Regio) -> Proef:
    naam = url.rpartition("/")[2]
    lees = f"{gemaakt.kopie}/{naam}"
    assert lees_leesdatabase(lees, url)
    omgeving = {
        "DATABASE_URL": url.replace("+psycopg", ""),
        "DOELSPOOR_LEESDATABASE_URL": lees,
        "SECRET_KEY": SLEUTEL,
        "DOELSPOOR_OMGEVING": "ontwikkeling",
        "DOELSPOOR_PROXIES": "1",
        "DOELSPOOR_GRENZEN": "uit",
    }
    with achter_nginx(nginx, omgeving) as (adres, servers):
        bezoekers = list(_log_in(adres, regio))
        gemeente = regio.gemeenten[0]
        paden = [f"/notities/{gemeente.notities[0]}", "/opdrachten/", "/", f"/probleemgebieden/{gemeente.gebieden[0]}"]
        rustig = _vraag(adres, bezoekers, paden, SECONDEN / 2)
        klok = threading.Timer(SECONDEN / 3, servers[0].dood)
        klok.start()
        uitval = _vraag(adres, bezoekers, paden, SECONDEN)
        klok.join()
        met = _haal(adres, bezoekers[0])
        verbindingen = gemaakt.verbindingen_met_kopie(naam)
        gemaakt.stop_kopie()
        zonder = _haal(adres, bezoekers[0])
    return Proef(rustig, uitval, met, verbindingen, zonder)


def _log_in(adres: str, regio: Regio) -> Iterator[requests.Session]:
    """Everybody as the adviser of the first gemeente."""
    for _ in range(BEZOEKERS):
        bezoeker = requests.Session()
        token = CSRF.search(bezoeker.get(f"{adres}/inloggen", timeout=20).text)
        assert token
        velden = {"email": regio.gemeenten[0].adviseur, "wachtwoord": regio.wachtwoord, "csrf_token": token[1]}
        antwoord = bezoeker.post(f"{adres}/inloggen", data=velden, timeout=20, allow_redirects=False)
        assert antwoord.status_code == 302, antwoord.status_code
        yield bezoeker


def _vraag(adres: str, bezoekers: Sequence[requests.Session], paden: Sequence[str], seconden: float) -> Uitslag:
    uitslag, einde = Uitslag(), time.monotonic() + seconden

    def blijf_vragen(bezoeker: requests.Session, begin: int) -> None:
        nummer = begin
        while time.monotonic() < einde:
            _een(bezoeker, f"{adres}{paden[nummer % len(paden)]}", uitslag)
            nummer += 1

    draden = [threading.Thread(target=blijf_vragen, args=(bezoeker, nr)) for nr, bezoeker in enumerate(bezoekers)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    return uitslag


def _haal(adres: str, bezoeker: requests.Session) -> Uitslag:
    uitslag = Uitslag()
    for _ in range(BESTANDEN):
        _een(bezoeker, f"{adres}{BESTAND}", uitslag)
    return uitslag


def _een(bezoeker: requests.Session, adres: str, uitslag: Uitslag) -> None:
    begin = time.perf_counter()
    try:
        antwoord = bezoeker.get(adres, timeout=30, allow_redirects=False)
        uitslag.statussen[str(antwoord.status_code)] += 1
    except requests.RequestException as fout:
        uitslag.statussen[type(fout).__name__] += 1
    uitslag.duren.append(time.perf_counter() - begin)
