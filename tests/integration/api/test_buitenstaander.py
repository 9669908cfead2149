"""Somebody else's program, on a server as in production, with the description of the API and a key."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models import Meting, db
from tests.databases import Databases, laat_los, maak_app
from tests.e2e.server import draaiende_server
from tests.integration.api.apihulp import Wereld, maak_wereld
from tests.integration.api.buitenstaander import Buitenstaander


@dataclass
class Opstelling:
    openapi: str
    wereld: Wereld
    session: Session

    def client(self, sleutel: str) -> Buitenstaander:
        return Buitenstaander(self.openapi, self.wereld.sleutels.get(sleutel, sleutel))


@pytest.fixture
def opstelling(databases: Databases, tmp_path: Path) -> Iterator[Opstelling]:
    url = databases.kopie(gevuld=False)
    app = maak_app(url)
    with app.app_context():
        wereld = maak_wereld(app, db.session())
        with draaiende_server(url, tmp_path / "server.log") as adres:
            yield Opstelling(f"{adres}/api/v1/openapi.json", wereld, db.session())
        db.session.rollback()
    laat_los(app)
    databases.gooi_weg(url)


def test_schrijven_lezen_verbeteren_en_nog_eens(opstelling: Opstelling) -> None:
    client = opstelling.client("schrijver")
    gevonden = client.bladzijden("indicatorenlijst", naam="clienten", aantal=1)[0]["indicatoren"]
    id_ = gevonden[0]["id"]
    assert client.doe("indicator", id=id_).inhoud["eenheid"] == "aantal"
    levering = client.voorbeeld("metingenOpslaan")
    assert client.doe("metingenOpslaan", levering, id=id_).inhoud["nieuw"] == 2
    assert client.doe("metingenOpslaan", levering, id=id_).inhoud["gelijk"] == 2

    maanden = [{"periode": f"{2010 + n // 12}-{n % 12 + 1:02}", "waarde": f"{n + 10}.25"} for n in range(120)]
    assert client.doe("metingenOpslaan", {"metingen": maanden}, id=id_).inhoud["nieuw"] == 120
    paginas = client.bladzijden("metingenlijst", id=id_, periodeTot="2019-12-31", aantal=50)
    gelezen = [meting for pagina in paginas for meting in pagina["metingen"]]
    assert len(paginas) == 3
    assert [(m["periode"], m["waarde"]) for m in gelezen] == [(m["periode"], m["waarde"]) for m in maanden]

    anders = {"metingen": [{**maanden[0], "waarde": "99"}, {**maanden[1], "waarde": "-1"}]}
    geweigerd = client.doe("metingenOpslaan", anders, id=id_)
    assert (geweigerd.code, [fout["index"] for fout in geweigerd.inhoud["fouten"]]) == (422, [0, 1])
    deels = client.doe("metingenOpslaan", {**anders, "reden": "Herteld"}, id=id_, alleenGoede="true")
    assert (deels.inhoud["gewijzigd"], deels.inhoud["fout"]) == (1, 1)
    (eerste,) = client.doe("metingenlijst", id=id_, periodeTot="2010-01-31").inhoud["metingen"]
    assert eerste["waarde"] == "99"
    assert opstelling.session.scalar(select(func.count(Meting.id))) == 122


def test_elke_sleutel_doet_wat_hij_mag(opstelling: Opstelling) -> None:
    id_ = opstelling.wereld.ids["clienten"]
    levering = {"metingen": [{"periode": "2020", "waarde": "3"}]}
    assert opstelling.client("lezer").doe("metingenOpslaan", levering, id=id_).code == 403
    assert opstelling.client("buur").doe("metingenOpslaan", levering, id=id_).code == 404
    assert opstelling.client("geen").doe("metingenOpslaan", levering, id=id_).code == 401
    assert opstelling.client("schrijver").doe("metingenOpslaan", levering, id=id_).code == 200
    (meting,) = opstelling.client("lezer").doe("metingenlijst", id=id_).inhoud["metingen"]
    assert (meting["waarde"], meting["weergave"]) == (None, "< 5")
    assert opstelling.client("lezer").doe("indicator", id=987654).code == 404
