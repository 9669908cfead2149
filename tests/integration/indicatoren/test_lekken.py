"""No way out gives a small count away: whatever it is, who may not see it gets the very same pages and files.

Each test asks for everything twice; in between only the hidden figures change.
"""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from app.domain.cijfers.meetperiode import lees_meetperiode
from app.domain.structuur import Richting
from app.models import EerdereMeting, Meting, Reeks
from app.services.indicatoren.meting_wijzigen import wijzig_meting
from app.writing.formaten import FORMATEN
from tests.binnen import laat_binnen
from tests.integration import bewerkhulp as hulp
from tests.integration.indicatoren import cijferhulp as ch
from tests.integration.indicatoren import koershulp as kh

TOKEN = re.compile(rb'value="[^"]{80,}"')


class Streek:
    """Testdorp with a small count in 2020 and in Noord, a buur and a verre buur, a RIGG that measures the whole."""

    def __init__(self, app: Flask, session: Session) -> None:
        self.session = session
        self.wereld = wereld = ch.maak_wereld(app, session)
        self.buur = ch.maak_buur(session, wereld)
        self.ver = hulp.maak_organisatie(session, "verdorp")
        self.ver.regio_id = self.buur.regio_id
        self.rigg = kh.maak_rigg(session, self.buur.regio_id or 0)
        self.indicator = indicator = kh.indicator(wereld)
        indicator.gedeeld = True
        noemer = ch.maak_indicator(session, wereld.organisatie, "Jongeren", gedeeld=True)
        indicator.noemer = noemer
        for organisatie in (wereld.organisatie, self.buur.id, self.ver.id, self.rigg.id):
            ch.sla_op(session, organisatie, ch.nieuw(noemer, "2020", "900"))
        eigen = (("2018", "40"), ("2019", "30"), ("2020", "3"), ("2020-H1", "3"), ("2020-H2", "0"))
        ch.sla_op(session, wereld.organisatie, *(ch.nieuw(indicator, p, w) for p, w in eigen))
        for gebied, waarde in (("Noord", "4"), ("Zuid", "26")):
            ch.sla_op(session, wereld.organisatie, ch.nieuw(indicator, "2019", waarde, gebied=gebied))
        ch.sla_op(session, self.buur.id, ch.nieuw(indicator, "2020", "60"))
        ch.sla_op(session, self.ver.id, ch.nieuw(indicator, "2020", "37"))
        ch.sla_op(session, self.rigg.id, ch.nieuw(indicator, "2020", "100", gebied="De regio"))
        gebied = kh.maak_gebied(session, wereld.organisatie)
        streef = {"richting": Richting.DALING, "minimum": Decimal(50), "maximum": Decimal(50), "eenheid": "procent"}
        self.doel = kh.maak_doel(session, gebied, indicator, referentiejaar=2019, **streef).id
        self.ver_doel = self._doel_van_ver(streef)
        self._herzie("2019", "30", "29", "Het waren er geen 29")
        reeks = (
            session.query(Reeks)
            .filter_by(indicator_id=indicator.id, organisatie_id=wereld.organisatie, gebied="")
            .one()
        )
        reeks.nulmeting_datum, reeks.nulmeting_waarde = lees_meetperiode("2017").tot, Decimal(2)
        self.gebied, self.reeks = gebied.id, reeks.id
        session.commit()

    def _doel_van_ver(self, streef: dict[str, Any]) -> int:
        """Its koers would tell its figure, and that the small count of Testdorp."""
        ch.sla_op(self.session, self.ver.id, ch.nieuw(self.indicator, "2019", "80"))
        gebied = kh.maak_gebied(self.session, self.ver.id)
        return kh.maak_doel(self.session, gebied, self.indicator, referentiejaar=2019, **streef).id

    def _herzie(self, periode: str, waarde: str, eerst: str, reden: str) -> None:
        rij = self._rij(periode)
        rij.waarde = Decimal(eerst)
        self.session.flush()
        velden = {"waarde": Decimal(waarde), "voorlopig": False, "bron": "", "toelichting": ""}
        wijzig_meting(self.session, rij=rij, waarden=velden, door=ch.DOOR, reden=reden)

    def verander(self) -> None:
        """Every hidden figure becomes another one; every sum stays what it was."""
        self._zet("2020", "", "2", "Twee gezinnen")
        self._zet("2020-H1", "", "2")
        self._zet("2019", "Noord", "3")
        self._zet("2019", "Zuid", "27")
        self._zet("2020", "", "38", organisatie=self.ver.id)
        self.session.get_one(Reeks, self.reeks).nulmeting_waarde = Decimal(1)
        eerder = self.session.query(EerdereMeting).one()
        eerder.waarde, eerder.reden = Decimal(28), "Het waren er geen 28"
        self.session.commit()

    def _zet(self, code: str, gebied: str, waarde: str, toelichting: str = "", organisatie: int = 0) -> None:
        rij = self._rij(code, gebied, organisatie)
        rij.waarde, rij.toelichting = Decimal(waarde), toelichting

    def _rij(self, code: str, gebied: str = "", organisatie: int = 0) -> Meting:
        periode = lees_meetperiode(code)
        return (
            self.session.query(Meting)
            .join(Reeks, Reeks.id == Meting.reeks_id)
            .filter(Reeks.indicator_id == self.indicator.id, Reeks.gebied == gebied)
            .filter(Meting.organisatie_id == (organisatie or self.wereld.organisatie))
            .filter(Meting.van == periode.van, Meting.tot == periode.tot)
            .one()
        )

    @property
    def adressen(self) -> list[str]:
        """Everywhere a figure comes out."""
        id_ = self.indicator.id
        vergelijken = f"indicator={id_}&periode=2020"
        paginas = [
            f"/indicatoren/{id_}",
            "/indicatoren/",
            "/indicatoren/alle",
            f"/indicatoren/doelen/{self.doel}",
            f"/indicatoren/doelen/{self.doel}?peildatum=2020-06-01",
            f"/indicatoren/doelen/{self.ver_doel}",
            f"/probleemgebieden/{self.gebied}",
            f"/indicatoren/vergelijken?{vergelijken}&noemer=geen",
            f"/indicatoren/vergelijken?{vergelijken}",
            "/",
        ]
        namen = (f"/indicatoren/{id_}/cijfers.{{}}", "/indicatoren/koersen.{}")
        bestanden = [naam.format(formaat) for naam in namen for formaat in FORMATEN]
        for noemer in ("&noemer=geen", ""):
            bestanden += [f"/indicatoren/vergelijken.{formaat}?{vergelijken}{noemer}" for formaat in FORMATEN]
        return paginas + bestanden


@pytest.fixture
def streek(app: Flask, session: Session) -> Streek:
    return Streek(app, session)


def lees(client: FlaskClient, adressen: list[str]) -> dict[str, dict[str, bytes]]:
    return {adres: dict(_delen(client.get(adres))) for adres in adressen}


def _delen(antwoord: TestResponse) -> Iterator[tuple[str, bytes]]:
    """A page without its tokens and the number of the request; of a zipped file what is in it, without its moment."""
    inhoud = antwoord.get_data()
    yield "status", str(antwoord.status_code).encode()
    if inhoud[:2] != b"PK":
        nummer = antwoord.headers["X-Request-ID"].encode()
        yield "inhoud", TOKEN.sub(b"", inhoud).replace(nummer, b"")
        return
    with ZipFile(BytesIO(inhoud)) as zip_:
        yield from ((naam, zip_.read(naam)) for naam in zip_.namelist() if naam != "docProps/core.xml")


def anders(streek: Streek, client: FlaskClient) -> set[str]:
    """The addresses whose answer depends on a hidden figure."""
    voor = lees(client, streek.adressen)
    streek.verander()
    na = lees(client, streek.adressen)
    return {adres for adres in streek.adressen if voor[adres] != na[adres]}


def rik(streek: Streek) -> FlaskClient:
    client = streek.wereld.app.test_client()
    laat_binnen(client, "rik@rigg.example")
    return client


def test_de_lezer_ziet_niets_van_een_klein_aantal(streek: Streek) -> None:
    client = streek.wereld.als("Lee")
    pagina = hulp.tekst_van(client.get(f"/indicatoren/{streek.indicator.id}"))
    assert "< 5" in pagina
    assert "afgeschermd" in pagina
    assert anders(streek, client) == set()


def test_de_rigg_ziet_niets_van_een_klein_aantal(streek: Streek) -> None:
    client = rik(streek)
    vergelijking = hulp.tekst_van(client.get(f"/indicatoren/vergelijken?indicator={streek.indicator.id}&noemer=geen"))
    for tekst in ("Testdorp < 5", "Verdorp afgeschermd", "Buurdorp 60", "De regio (RIGG) 100"):
        assert tekst in vergelijking
    assert anders(streek, client) == set()


def test_wie_ze_mag_zien_ziet_ze_ook(streek: Streek) -> None:
    """Otherwise the tests above would prove nothing."""
    geraakt = anders(streek, streek.wereld.als("Jo"))
    niet = {adres for adres in streek.adressen if adres not in geraakt}
    # The list has no figures, and my own page names what runs behind, not how far.
    assert niet <= {"/indicatoren/alle", "/", f"/indicatoren/doelen/{streek.ver_doel}"}


def test_een_manager_van_de_buren_leidt_niets_af(streek: Streek, maak_manager: Callable[[Streek], FlaskClient]) -> None:
    """Who sees all of its own still sees nothing small of another; and of its own it hides nothing."""
    client = maak_manager(streek)
    adressen = [adres for adres in streek.adressen if "vergelijken" in adres]
    tekst = hulp.tekst_van(client.get(f"/indicatoren/vergelijken?indicator={streek.indicator.id}&noemer=geen"))
    for deel in ("Buurdorp 60", "Testdorp < 5", "Verdorp afgeschermd"):
        assert deel in tekst
    voor = lees(client, adressen)
    streek.verander()
    assert lees(client, adressen) == voor


@pytest.fixture
def maak_manager() -> Callable[[Streek], FlaskClient]:
    def maak(streek: Streek) -> FlaskClient:
        hulp.maak_gebruiker(streek.session, streek.buur, naam="Bo")
        streek.session.commit()
        client = streek.wereld.app.test_client()
        laat_binnen(client, "bo@buurdorp.example")
        return client

    return maak
