"""The pages of the regio: who sees what of whom, grouped, chosen from and counted."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from flask.testing import FlaskClient
from lxml import html
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from app.domain import structuur as s
from app.domain.regio.groepen import Opdrachtsoort
from app.models import NotitieStatus, Organisatie, Rol
from app.regio import overzicht as scherm
from app.regio.laden import laad_regels
from app.services.logboek import OPDRACHTREGEL
from app.services.notities.versies import begin_nieuw_concept
from tests.integration import bewerkhulp
from tests.integration.regio import hulp
from tests.integration.regio.hulp import AFSPRAKEN, VERHELDEREN

CONCEPT, TER, VAST = NotitieStatus


def test_dezelfde_opdracht_van_twee_gemeenten_staat_er_een_keer(session: Session, client: FlaskClient) -> None:
    hulp.maak_regio(session)
    hulp.vraag(session, "aa-noord", VERHELDEREN, "Vervoer inkopen.")
    hulp.vraag(session, "bee-noord", "Verhelderen van de productomschrijvingen", AFSPRAKEN)
    pagina = hulp.als_rigg(client).get("/regio/")
    assert hulp.titels(pagina) == [VERHELDEREN, AFSPRAKEN, "Vervoer inkopen."]
    tekst = bewerkhulp.tekst_van(pagina)
    assert "2 gemeenten geven de RIGG samen 4 opdrachten: 3 verschillende, waarvan 1 van meer dan een" in tekst
    assert "Verhelderen van de productomschrijvingen" in tekst, "de eigen woorden staan erbij"
    assert "Zelf doen" not in tekst


def test_alleen_wat_een_gemeente_heeft_vrijgegeven(session: Session) -> None:
    regio = hulp.maak_regio(session, gemeenten=("aa", "bee", "cee"))
    hulp.vraag(session, "aa-noord", "Nog in concept.", status=CONCEPT)
    hulp.vraag(session, "bee-noord", "Aangeboden.", status=TER)
    vast = hulp.vraag(session, "cee-noord", "Vastgesteld.")
    concept = begin_nieuw_concept(session, notitie=vast, door=OPDRACHTREGEL)
    concept.probleemgebieden[0].opdrachten[-1].tekst = "Wat de volgende versie vraagt."
    session.commit()
    assert [regel.tekst for regel in laad_regels(regio.id)] == ["Aangeboden.", "Vastgesteld."]
    assert {regel.plek.versie for regel in laad_regels(regio.id)} == {1}


def test_een_andere_regio_is_onzichtbaar(session: Session, client: FlaskClient) -> None:
    regio = hulp.maak_regio(session)
    hulp.vraag(session, "aa-noord", VERHELDEREN)
    hulp.maak_regio(session, "zuid")
    hulp.vraag(session, "aa-zuid", AFSPRAKEN)
    sleutel = hulp.sleutel_van(session, regio, VERHELDEREN)
    assert hulp.als_rigg(client, "zuid").get(f"/regio/opdrachten/{sleutel}").status_code == 404
    assert hulp.titels(client.get("/regio/")) == [AFSPRAKEN]
    assert client.get("/regio/?gemeente=aa-noord").status_code == 422
    assert VERHELDEREN not in bewerkhulp.tekst_van(client.get("/regio/totalen"))


def test_wie_bij_geen_regio_hoort_ziet_niemand(session: Session, client: FlaskClient) -> None:
    los = Organisatie(slug="los", naam="Los", soort="inkooporganisatie")
    session.add(los)
    bewerkhulp.maak_gebruiker(session, los, Rol.RIGG)
    bewerkhulp.maak_organisatie(session, "eiland")  # a gemeente without a regio either
    session.commit()
    hulp.vraag(session, "eiland", VERHELDEREN)
    hulp.als(client, "jo.jansen@los.example")
    assert "hoort nog niet bij een regio" in bewerkhulp.tekst_van(client.get("/regio/"))
    assert client.get("/regio/totalen").status_code == 404
    assert VERHELDEREN not in bewerkhulp.tekst_van(client.get("/opdrachten/"))


def test_alleen_de_rigg_komt_erin(session: Session, client: FlaskClient) -> None:
    hulp.maak_regio(session)
    hulp.als(client, "ada.aa@aa-noord.example")
    for adres in ("/regio/", "/regio/totalen", "/regio/doelen", "/regio/opdrachten/a-b"):
        assert client.get(adres).status_code == 403


def test_wat_er_van_een_regel_gelezen_wordt(session: Session) -> None:
    """Doelen and interventies that were given to the RIGG, with only the onderdelen that it carries."""
    regio = hulp.maak_regio(session)
    streefwaarde = s.Streefwaarde(s.Richting.STIJGING, Decimal(5), Decimal(8), "aantal", 2028, 2024)
    hulp.vraag(
        session, "aa-noord", VERHELDEREN,
        doelen=[s.Doel(1, "Meer plekken.", streefwaarde), s.Doel(2, "Lokaal.")],
        interventies=[
            s.Interventie(1, "Deels.", [s.Onderdeel("a", "Wel."), s.Onderdeel("b", "Niet.")]),
            s.Interventie(2, "Geheel.", [s.Onderdeel("a", "Een."), s.Onderdeel("b", "Twee.")]),
            s.Interventie(3, "Van niemand."),
        ],
        rigg={"doelen": [s.Verwijzing(1)], "interventies": [s.Verwijzing(1, ("a",), voorbehoud=True), s.Verwijzing(2)]},
        lokaal={"doelen": [s.Verwijzing(1), s.Verwijzing(2)], "interventies": [s.Verwijzing(1, ("b",))]},
    )  # fmt: skip
    doel, deels, geheel, los = laad_regels(regio.id)
    assert (doel.soort, doel.nummer, doel.streefwaarde, doel.gedeeld) == (Opdrachtsoort.DOEL, "1", streefwaarde, True)
    assert (deels.onderdelen, deels.voorbehoud, deels.gedeeld) == ((("a", "Wel."),), True, True)
    assert (geheel.onderdelen, geheel.voorbehoud, geheel.gedeeld) == ((("a", "Een."), ("b", "Twee.")), False, False)
    assert (los.soort, los.tekst, los.nummer) == (Opdrachtsoort.OPDRACHT, VERHELDEREN, "")
    assert deels.volledig == "Deels.\na. Wel."


@pytest.fixture
def drie(session: Session, client: FlaskClient) -> FlaskClient:
    hulp.maak_regio(session)
    hulp.vraag(session, "aa-noord", VERHELDEREN, gebied="Jeugd-ggz")
    hulp.vraag(
        session, "bee-noord", VERHELDEREN, "Vervoer inkopen.", gebied="Jeugd GGZ",
        doelen=[s.Doel(1, "Meer pleegouders.")], rigg={"doelen": [s.Verwijzing(1)]},
    )  # fmt: skip
    return hulp.als_rigg(client)


@pytest.mark.parametrize(
    ("filter_", "verwacht"),
    [
        ("gemeente=aa-noord", [VERHELDEREN]),
        ("gemeente=bee-noord", [VERHELDEREN, "Meer pleegouders.", "Vervoer inkopen."]),
        ("soort=doel", ["Meer pleegouders."]),
        ("product=jeugd-ggz&soort=opdracht", [VERHELDEREN, "Vervoer inkopen."]),
        ("antwoord=open", [VERHELDEREN, "Meer pleegouders.", "Vervoer inkopen."]),
        ("antwoord=aanvaard", []),
    ],
)
def test_filters(drie: FlaskClient, filter_: str, verwacht: list[str]) -> None:
    assert hulp.titels(drie.get(f"/regio/?{filter_}")) == verwacht


def test_een_filter_verbergt_niet_dat_anderen_het_ook_vragen(drie: FlaskClient) -> None:
    tekst = bewerkhulp.tekst_van(drie.get("/regio/?gemeente=aa-noord"))
    assert "Ook in 1 andere gemeente" in tekst
    assert "1 opdracht bij deze keuze, op 1 plaats." in tekst


@pytest.mark.parametrize("filter_", ["gemeente=niemand", "product=x", "soort=alles", "antwoord=misschien%00"])
def test_een_filter_dat_niet_bestaat(drie: FlaskClient, filter_: str) -> None:
    antwoord = drie.get(f"/regio/?{filter_}")
    assert antwoord.status_code == 422
    assert "Deze keuze kan niet" in bewerkhulp.melding(antwoord)


def rijen(antwoord: TestResponse, plek: int) -> list[list[str]]:
    tabel = html.document_fromstring(antwoord.get_data(as_text=True)).xpath("//table")[plek]
    return [[" ".join(cel.text_content().split()) for cel in rij] for rij in tabel.xpath("./tbody/tr | ./tfoot/tr")]


def test_totalen_per_gemeente_en_product(drie: FlaskClient) -> None:
    pagina = drie.get("/regio/totalen")
    assert rijen(pagina, 0) == [
        ["Aa", "0", "0", "1", "1", "1", "0", "0", "0"],
        ["Bee", "1", "0", "2", "3", "3", "0", "0", "0"],
        ["Hele regio", "1", "0", "3", "4", "4", "0", "0", "0"],
    ]
    assert rijen(pagina, 1)[0] == ["Jeugd GGZ", "2", "1", "0", "3", "4", "4", "0", "0", "0"]


def doel(tekst: str, aantal: int, eenheid: str = "aantal") -> dict[str, Any]:
    waarde = s.Streefwaarde(s.Richting.STIJGING, Decimal(aantal), Decimal(aantal), eenheid, 2028, 2024)
    return {"doelen": [s.Doel(1, tekst, waarde)], "rigg": {"doelen": [s.Verwijzing(1)]}}


def test_doelen_die_optellen(session: Session, client: FlaskClient) -> None:
    hulp.maak_regio(session, gemeenten=("aa", "bee", "cee"))
    hulp.vraag(session, "aa-noord", **doel("In 2028 zijn er 8 meer pleeggezinnen.", 8))
    hulp.vraag(session, "bee-noord", **doel("In 2028 zijn er 5 meer pleeggezinnen.", 5))
    hulp.vraag(session, "cee-noord", **doel("In 2028 zijn er 10 procent meer pleeggezinnen.", 10, "procent"))
    tekst = bewerkhulp.tekst_van(hulp.als_rigg(client).get("/regio/doelen"))
    assert "Samen 13 meer dan in 2024, te halen in 2028 (2 doelen van 2 gemeenten)" in tekst
    assert "Cee, Begeleiding, doel 1: percentages tellen niet op (10% hoger dan in 2024" in tekst


def test_een_lange_lijst_gaat_per_bladzijde_in_evenveel_queries(
    session: Session, client: FlaskClient, tel_queries: Callable[[], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scherm, "GROEPEN_PER_PAGINA", 3)
    hulp.maak_regio(session, gemeenten=("aa", "bee", "cee", "dee"))
    hulp.vraag(session, "aa-noord", VERHELDEREN)
    adressen = ["/regio/", "/regio/totalen", "/regio/doelen"]
    hulp.als_rigg(client)
    eerst = []
    for adres in adressen:
        with tel_queries() as teller:
            client.get(adres)
        eerst.append(teller.aantal)
    for slug in ("bee", "cee", "dee"):
        hulp.vraag(session, f"{slug}-noord", VERHELDEREN, "Vervoer inkopen.", AFSPRAKEN, f"Iets eigens voor {slug}.")
    for adres, aantal in zip(adressen, eerst, strict=True):
        with tel_queries() as teller:
            client.get(adres)
        assert teller.aantal == aantal, adres
    assert len(hulp.titels(client.get("/regio/"))) == 3
    assert hulp.titels(client.get("/regio/?pagina=99")) == hulp.titels(client.get("/regio/?pagina=2"))
    assert len(hulp.titels(client.get("/regio/?pagina=2"))) == 3


def test_een_opdracht_met_al_haar_plekken(session: Session, client: FlaskClient) -> None:
    regio = hulp.maak_regio(session)
    hulp.vraag(session, "aa-noord", VERHELDEREN)
    notitie = hulp.vraag(session, "bee-noord", "Verhelderen van de productomschrijvingen")
    hulp.als_rigg(client)
    for gemeente in ("Aa", "Bee"):
        regels = [r for g in hulp.groepen(session, regio) for r in g.regels if r.plek.gemeente == gemeente]
        pagina = client.get(f"/regio/opdrachten/{regels[0].sleutel}")
        tekst = bewerkhulp.tekst_van(pagina)
        assert "2 plaatsen, 2 gemeenten" in tekst
        assert "Verhelderen van de productomschrijvingen" in tekst
    adres = f"/opdrachten/?probleemgebied={notitie.probleemgebieden[0].id}"
    assert adres in pagina.get_data(as_text=True)
    assert client.get(adres).status_code == 200, "de bron is te openen"
