"""What is the same and what is not: taking apart, putting together, and back; also over versions."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import Logregel, NotitieStatus, Opdrachtbesluit, Regio
from app.services.logboek import OPDRACHTREGEL
from app.services.notities.versies import begin_nieuw_concept
from tests.integration import bewerkhulp
from tests.integration.bewerkhulp import formulier, melding, tekst_van
from tests.integration.regio import hulp
from tests.integration.regio.hulp import AFSPRAKEN, VERHELDEREN

ANDERS = "Verhelderen van de productomschrijvingen"


@pytest.fixture
def regio(session: Session, client: FlaskClient) -> Regio:
    regio = hulp.maak_regio(session, gemeenten=("aa", "bee", "cee"))
    hulp.vraag(session, "aa-noord", VERHELDEREN)
    hulp.vraag(session, "bee-noord", ANDERS)
    hulp.vraag(session, "cee-noord", VERHELDEREN, AFSPRAKEN)
    hulp.als_rigg(client)
    return regio


def adres_van(session: Session, regio: Regio, tekst: str, gemeente: str = "") -> str:
    return f"/regio/opdrachten/{hulp.sleutel_van(session, regio, tekst, gemeente)}"


def indeling(session: Session, regio: Regio) -> list[list[str]]:
    return sorted(sorted(r.plek.gemeente for r in groep.regels) for groep in hulp.groepen(session, regio))


def apart(client: FlaskClient, groep: str, wie: str) -> object:
    """Press "Hoort hier niet bij" at `wie`, on the page `groep`."""
    return client.post(f"{wie}/apart", data=formulier(client.get(groep), f"{wie}/apart"))


def test_een_regel_uit_een_groep_halen_en_terug(session: Session, client: FlaskClient, regio: Regio) -> None:
    assert indeling(session, regio) == [["Aa", "Bee", "Cee"], ["Cee"]]
    bee = adres_van(session, regio, ANDERS)
    groep = adres_van(session, regio, VERHELDEREN)
    pagina = bewerkhulp.volg(client, client.post(f"{bee}/apart", data=formulier(client.get(groep), f"{bee}/apart")))
    assert "Deze opdracht staat nu apart" in melding(pagina)
    assert "Apart gehaald: Bee, Begeleiding Rik Inkoop" in tekst_van(pagina)
    assert indeling(session, regio) == [["Aa", "Cee"], ["Bee"], ["Cee"]]
    assert "Apart gehaald: Bee" in tekst_van(client.get(groep)), "ook bij wie achterbleef"
    besluit = bewerkhulp.een(session, Opdrachtbesluit).id
    terug = bewerkhulp.doe(client, f"/regio/besluiten/{besluit}/intrekken")
    assert "teruggedraaid" in melding(terug)
    assert indeling(session, regio) == [["Aa", "Bee", "Cee"], ["Cee"]]
    log = session.scalars(
        select(Logregel.omschrijving).where(Logregel.organisatie_id == hulp.gemeente(session, "rigg-noord").id)
    )
    assert [zin.split(" van ")[-1] for zin in log] == ["Bee apart gehaald", "Apart halen ongedaan gemaakt"]


def test_apart_blijft_apart_in_een_nieuwe_versie(session: Session, client: FlaskClient, regio: Regio) -> None:
    bee = adres_van(session, regio, ANDERS)
    apart(client, adres_van(session, regio, VERHELDEREN), bee)
    notitie = hulp.groepen(session, regio)[0].regels[0].plek.notitie_id
    gekozen = bewerkhulp.een(session, bewerkhulp.Notitie, id=notitie)
    concept = begin_nieuw_concept(session, notitie=gekozen, door=OPDRACHTREGEL)
    concept.status = NotitieStatus.TER_VASTSTELLING
    session.commit()
    assert indeling(session, regio) == [["Aa", "Cee"], ["Bee"], ["Cee"]]


def test_samenvoegen_wat_in_andere_woorden_hetzelfde_vraagt(
    session: Session, client: FlaskClient, regio: Regio
) -> None:
    hulp.vraag(
        session, "aa-noord", "Productomschrijvingen van begeleiding verhelderen en dubbele producten samenvoegen."
    )
    eigen = adres_van(session, regio, VERHELDEREN)
    pagina = client.get(eigen)
    assert "Lijkt hierop" in tekst_van(pagina)
    velden = formulier(pagina, f"{eigen}/samen")
    assert "De opdrachten zijn samengevoegd" in melding(
        bewerkhulp.volg(client, client.post(f"{eigen}/samen", data=velden))
    )
    assert indeling(session, regio) == [["Aa", "Bee", "Cee"], ["Cee"]]
    assert "Samengevoegd" in tekst_van(client.get(eigen))


def test_wie_een_oude_groep_zag_verandert_niets(session: Session, client: FlaskClient, regio: Regio) -> None:
    """Two people decide about one group: the second looks again first."""
    groep, bee = adres_van(session, regio, VERHELDEREN, "Aa"), adres_van(session, regio, ANDERS)
    cee = adres_van(session, regio, VERHELDEREN, "Cee")
    oud = formulier(client.get(groep), f"{cee}/apart")
    apart(client, groep, bee)
    assert "intussen veranderd" in melding(bewerkhulp.volg(client, client.post(f"{cee}/apart", data=oud)))
    assert indeling(session, regio) == [["Aa", "Cee"], ["Bee"], ["Cee"]]


def test_wat_er_niet_is_valt_niet_te_besluiten(session: Session, client: FlaskClient, regio: Regio) -> None:
    los = adres_van(session, regio, AFSPRAKEN)
    bladzijde = client.get(los)
    stand = formulier(client.get(adres_van(session, regio, ANDERS)), f"{adres_van(session, regio, ANDERS)}/apart")
    for velden in ({}, {"andere": "bestaat-niet"}, {"andere": los.rsplit("/", 1)[1]}):
        assert client.post(f"{los}/samen", data=stand | velden).status_code == 303
    assert client.post("/regio/opdrachten/x-y/apart", data=stand).status_code == 404
    assert client.post("/regio/besluiten/99/intrekken", data=stand).status_code == 404
    assert bladzijde.status_code == 200
    assert session.scalars(select(Opdrachtbesluit)).all() == []


def test_een_besluit_van_een_andere_regio(session: Session, client: FlaskClient, regio: Regio) -> None:
    apart(client, adres_van(session, regio, VERHELDEREN), adres_van(session, regio, ANDERS))
    hulp.maak_regio(session, "zuid")
    besluit = bewerkhulp.een(session, Opdrachtbesluit).id
    hulp.als_rigg(client, "zuid")
    token = formulier(client.get("/inloggen", follow_redirects=True), "/uitloggen")
    assert client.post(f"/regio/besluiten/{besluit}/intrekken", data=token).status_code == 404
    assert bewerkhulp.een(session, Opdrachtbesluit).id == besluit


def test_een_besluit_over_wat_uit_de_notitie_is(session: Session, client: FlaskClient, regio: Regio) -> None:
    """Taking it back leads to what is still there, or to the overview."""
    bee = adres_van(session, regio, ANDERS)
    apart(client, adres_van(session, regio, VERHELDEREN), bee)
    for slug in ("aa", "bee", "cee"):
        hulp.vraag(session, f"{slug}-noord", "Heel iets anders.")
    besluit = bewerkhulp.een(session, Opdrachtbesluit).id
    assert "teruggedraaid" in melding(bewerkhulp.doe(client, f"/regio/besluiten/{besluit}/intrekken"))
