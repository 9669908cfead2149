"""Two doors for a file with metingen: the command, and the screen with a worker."""

import io
from dataclasses import dataclass
from pathlib import Path

from click.testing import Result
from flask.testing import FlaskClient
from lxml import html
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from app.achtergrond import verwerk_alles
from app.models import (
    Bestand,
    EerdereMeting,
    Importdubbel,
    Importfout,
    Importindicator,
    Importmeting,
    Importreeks,
    Importwijziging,
    Indicator,
    Meting,
    Reeks,
)
from tests.binnen import token_van
from tests.integration.indicatoren.cijferhulp import Wereld

START = "/indicatoren/importeren/"
KOP = "gebied;indicator;eenheid;periode;waarde;bron\n"
WACHTEND = (Importmeting, Importreeks, Importindicator, Importfout, Importdubbel, Importwijziging)


def csv(*regels: str, kop: str = KOP) -> bytes:
    return (kop + "".join(f"{regel}\n" for regel in regels)).encode()


@dataclass
class Opdrachtregel:
    wereld: Wereld
    map_: Path

    def __call__(self, inhoud: bytes, *opties: str, naam: str = "cijfers.csv") -> Result:
        pad = self.map_ / naam
        pad.write_bytes(inhoud)
        return self.van(pad, *opties)

    def van(self, pad: Path, *opties: str) -> Result:
        regel = ["importeer", "metingen", str(pad), "--organisatie", "testdorp", *opties]
        return self.wereld.app.test_cli_runner().invoke(args=regel, catch_exceptions=False)


@dataclass
class Scherm:
    """Jo, an adviseur, with a browser."""

    wereld: Wereld

    @property
    def client(self) -> FlaskClient:
        return self.wereld.als("Jo")

    def kies(self, inhoud: bytes, naam: str = "cijfers.csv") -> str:
        """The address of the import."""
        velden = {"csrf_token": token_van(self.client), "bestand": (io.BytesIO(inhoud), naam)}
        antwoord = self.client.post(START, data=velden)
        assert antwoord.status_code == 303, antwoord.get_data(as_text=True)
        return antwoord.location.removesuffix("/voortgang")

    def lees(self, inhoud: bytes, naam: str = "cijfers.csv") -> str:
        adres = self.kies(inhoud, naam)
        self.werk()
        return adres

    def werk(self) -> None:
        verwerk_alles(self.wereld.app)

    def pagina(self, adres: str) -> str:
        return tekst(self.client.get(adres, follow_redirects=True))

    def post(self, adres: str, wat: str, **velden: str) -> TestResponse:
        """Underscores in names become dashes."""
        token = token_van(self.client)
        gegevens = {naam.replace("_", "-"): waarde for naam, waarde in velden.items()}
        return self.client.post(f"{adres}/{wat}", data={"csrf_token": token, **gegevens})

    def neem_over(self, adres: str, **velden: str) -> TestResponse:
        antwoord = self.post(adres, "overnemen", **velden)
        self.werk()
        return antwoord


def tekst(antwoord: TestResponse) -> str:
    assert antwoord.status_code in (200, 422), antwoord.status
    pagina = html.document_fromstring(antwoord.get_data(as_text=True))
    return " ".join(" ".join(pagina.find(".//main").itertext()).split())


def aantal(wereld: Wereld, model: type) -> int:
    wereld.session.rollback()
    return wereld.session.scalar(select(func.count()).select_from(model)) or 0


def stand(wereld: Wereld) -> dict[str, int]:
    """How much there is of what an import can make, and of what it must leave behind nowhere."""
    return {model.__name__: aantal(wereld, model) for model in (Meting, EerdereMeting, Reeks, Indicator)}


def wacht_er_nog_iets(wereld: Wereld) -> bool:
    return any(aantal(wereld, model) for model in (*WACHTEND, Bestand))
