"""The RIGG answers: nothing is overwritten, an answer survives a new version, and the gemeente reads it."""

import contextvars
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import structuur as s
from app.domain.regio.antwoord import Antwoordsoort
from app.models import Gebruiker, Logregel, Notitie, NotitieStatus, Opdrachtantwoord, Organisatie, Regio, Rol
from app.services.logboek import OPDRACHTREGEL
from app.services.notities.versies import begin_nieuw_concept
from app.services.regio.beantwoorden import ToelichtingOntbreekt, beantwoord
from tests.integration import bewerkhulp
from tests.integration.bewerkhulp import formulier, kies, melding, tekst_van
from tests.integration.regio import hulp
from tests.integration.regio.hulp import AFSPRAKEN, VERHELDEREN

AANVAARD, VRAAG, NIET = Antwoordsoort


@pytest.fixture
def regio(session: Session) -> Regio:
    regio = hulp.maak_regio(session)
    hulp.vraag(session, "aa-noord", VERHELDEREN)
    hulp.vraag(session, "bee-noord", "Verhelderen van de productomschrijvingen")
    rigg = hulp.gemeente(session, "rigg-noord")
    bewerkhulp.maak_gebruiker(session, rigg, Rol.RIGG, "Bo Buur")
    session.commit()
    return regio


@pytest.fixture
def adres(session: Session, regio: Regio) -> str:
    return f"/regio/opdrachten/{hulp.sleutel_van(session, regio, VERHELDEREN)}/antwoord"


def antwoorden(session: Session) -> list[tuple[str, str, str]]:
    session.rollback()
    session.expire_all()
    rijen = session.scalars(select(Opdrachtantwoord).order_by(Opdrachtantwoord.tekst))
    return [(rij.antwoord.value, rij.toelichting, rij.tekst) for rij in rijen]


def geef(client: FlaskClient, adres: str, antwoord: str, toelichting: str = "", **anders: Any) -> Any:
    velden = formulier(client.get(adres)) | {"antwoord": antwoord, "toelichting": toelichting, **anders}
    return client.post(adres, data=velden)


def test_beantwoorden_en_terug(session: Session, client: FlaskClient, regio: Regio, adres: str) -> None:
    hulp.als_rigg(client)
    pagina = bewerkhulp.volg(client, geef(client, adres, "vraag", "Om welke producten\ngaat het?"))
    assert "Het antwoord is opgeslagen" in melding(pagina)
    assert "vraag Rik Inkoop, RIGG Noord" in tekst_van(pagina)
    assert antwoorden(session) == [("vraag", "Om welke producten\ngaat het?", VERHELDEREN)]
    assert hulp.titels(client.get("/regio/?antwoord=vraag")) == [VERHELDEREN]
    bewerkhulp.volg(client, geef(client, adres, "aanvaard"))
    assert antwoorden(session) == [("aanvaard", "", VERHELDEREN)]
    bewerkhulp.volg(client, geef(client, adres, ""))
    assert antwoorden(session) == []
    log = session.scalars(
        select(Logregel).where(Logregel.omschrijving.startswith("Antwoord")).order_by(Logregel.id)
    ).all()
    assert [regel.omschrijving.split(": ")[-1] for regel in log] == ["vraag", "aanvaard", "ingetrokken"]
    assert {regel.organisatie_id for regel in log} == {hulp.gemeente(session, "aa-noord").id}
    assert log[1].oud["antwoord"] == "vraag"


@pytest.mark.parametrize("antwoord", ["vraag", "niet uitvoerbaar", "misschien", "AANVAARD"])
def test_een_antwoord_dat_niet_kan(session: Session, client: FlaskClient, adres: str, antwoord: str) -> None:
    """Without a toelichting, or one that does not exist."""
    hulp.als_rigg(client)
    pagina = geef(client, adres, antwoord)
    assert pagina.status_code == 422
    assert "toelichting" in melding(pagina) or "bestaat niet" in melding(pagina)
    assert antwoorden(session) == []


def test_een_burgerservicenummer_hoort_niet_in_een_antwoord(session: Session, client: FlaskClient, adres: str) -> None:
    hulp.als_rigg(client)
    assert geef(client, adres, "vraag", "Gaat het om 123456782?").status_code == 422
    assert antwoorden(session) == []


def test_de_dienst_zelf_eist_de_toelichting_ook(session: Session, regio: Regio) -> None:
    regel = hulp.groepen(session, regio)[0].regels[0]
    with pytest.raises(ToelichtingOntbreekt):
        beantwoord(session, regio_id=regio.id, regel=regel, soort=NIET, toelichting=" \n", door=OPDRACHTREGEL)


def test_twee_medewerkers_tegelijk(session: Session, client: FlaskClient, regio: Regio, adres: str) -> None:
    """The second sees the first's answer and chooses; what was typed is not lost."""
    hulp.als_rigg(client)
    mijn = formulier(client.get(adres)) | {"antwoord": "niet uitvoerbaar", "toelichting": "Geen budget."}
    ander = client.application.test_client()
    hulp.als_rigg(ander, naam="bo.buur")
    geef(ander, adres, "aanvaard", "Doen we.")
    botst = client.post(adres, data=mijn)
    assert botst.status_code == 409
    assert bewerkhulp.naast_elkaar(botst) == {
        "Antwoord": [
            "Antwoord: Nog geen antwoord Toelichting: (leeg)",
            "Antwoord: Aanvaard Toelichting: Doen we.",
            "Antwoord: Niet uitvoerbaar Toelichting: Geen budget.",
        ]
    }
    assert antwoorden(session) == [("aanvaard", "Doen we.", VERHELDEREN)]
    assert client.post(adres, data=kies(botst, "hun")).status_code == 303
    assert antwoorden(session) == [("aanvaard", "Doen we.", VERHELDEREN)]
    assert client.post(adres, data=kies(botst, "mijn")).status_code == 303
    assert antwoorden(session) == [("niet uitvoerbaar", "Geen budget.", VERHELDEREN)]


def nieuwe_versie(session: Session, notitie: Notitie, tekst: str) -> Notitie:
    concept = begin_nieuw_concept(session, notitie=notitie, door=OPDRACHTREGEL)
    concept.probleemgebieden[0].opdrachten[-1].tekst = tekst
    session.commit()
    return concept


def geef_vrij(session: Session, notitie: Notitie) -> None:
    notitie.status = NotitieStatus.TER_VASTSTELLING
    session.commit()


def test_een_antwoord_blijft_bij_een_nieuwe_versie(
    session: Session, client: FlaskClient, regio: Regio, adres: str
) -> None:
    hulp.als_rigg(client)
    geef(client, adres, "aanvaard")
    notitie = bewerkhulp.een(session, Notitie, titel="Notitie aa-noord")
    concept = nieuwe_versie(session, notitie, "Productomschrijvingen verhelderen, ook die van vervoer.")
    assert not hulp.groepen(session, regio)[0].regels[0].op_eerdere_tekst, "het concept is nog niet vrijgegeven"
    geef_vrij(session, concept)
    (regel,) = (r for g in hulp.groepen(session, regio) for r in g.regels if r.plek.gemeente == "Aa")
    assert regel.antwoord
    assert (regel.antwoord.soort, regel.op_eerdere_tekst, regel.plek.versie) == (AANVAARD, True, 2)
    pagina = tekst_van(client.get(adres.removesuffix("/antwoord")))
    assert f"Gegeven op een andere tekst: {VERHELDEREN}" in pagina
    assert hulp.titels(client.get("/regio/?antwoord=eerdere+tekst")) != []
    geef(client, adres, "aanvaard")
    assert antwoorden(session) == [("aanvaard", "", "Productomschrijvingen verhelderen, ook die van vervoer.")]


def test_een_antwoord_op_woorden_die_er_net_niet_meer_staan(
    session: Session, client: FlaskClient, regio: Regio, adres: str
) -> None:
    hulp.als_rigg(client)
    velden = formulier(client.get(adres)) | {"antwoord": "vraag", "toelichting": "Welke producten?"}
    geef_vrij(
        session, nieuwe_versie(session, bewerkhulp.een(session, Notitie, titel="Notitie aa-noord"), "Iets anders.")
    )
    antwoord = client.post(adres, data=velden)
    assert antwoord.status_code == 409
    assert "heeft de tekst van deze opdracht intussen gewijzigd" in melding(antwoord)
    assert "Iets anders." in tekst_van(antwoord)
    assert antwoorden(session) == []
    assert client.post(adres, data=formulier(antwoord)).status_code == 303, "wat was ingevuld staat er nog"
    assert antwoorden(session) == [("vraag", "Welke producten?", "Iets anders.")]


def test_dezelfde_opdracht_elders_in_een_keer(session: Session, client: FlaskClient, regio: Regio, adres: str) -> None:
    """Only where nobody answered yet: not what a colleague answered while the form was open."""
    sleutel = hulp.sleutel_van(session, regio, "Verhelderen van de productomschrijvingen")
    hulp.als_rigg(client)
    velden = formulier(client.get(adres)) | {"antwoord": "aanvaard", "ook": sleutel}
    assert "Bee, Begeleiding: Verhelderen van de productomschrijvingen" in tekst_van(client.get(adres))
    geef(client, f"/regio/opdrachten/{sleutel}/antwoord", "vraag", "Hoezo?")
    pagina = bewerkhulp.volg(client, client.post(adres, data=velden))
    assert "Op 1 plaats is niets opgeslagen" in melding(pagina)
    geef(client, f"/regio/opdrachten/{sleutel}/antwoord", "")
    bewerkhulp.volg(
        client, client.post(adres, data=formulier(client.get(adres)) | {"antwoord": "aanvaard", "ook": sleutel})
    )
    assert [soort for soort, *_ in antwoorden(session)] == ["aanvaard", "aanvaard"]


def test_een_andere_rigg_leest_en_geeft_hier_geen_antwoord(
    session: Session, client: FlaskClient, regio: Regio, adres: str
) -> None:
    zuid = hulp.maak_regio(session, "zuid")
    hulp.als_rigg(client, "zuid")
    assert client.get(adres).status_code == 404
    hulp.als_rigg(client)
    geef(client, adres, "aanvaard")
    aa = hulp.gemeente(session, "aa-noord")
    aa.regio_id = zuid.id
    session.commit()
    (regel,) = (r for g in hulp.groepen(session, zuid) for r in g.regels)
    assert regel.antwoord is None, "wie naar een andere regio gaat, krijgt daar nieuwe antwoorden"
    assert "aanvaard" not in tekst_van(hulp.als(client, "ada.aa@aa-noord.example").get("/opdrachten/"))


def test_op_mijn_werk_staat_wat_op_antwoord_wacht(
    session: Session, client: FlaskClient, regio: Regio, adres: str
) -> None:
    hulp.als_rigg(client)
    assert "2 opdrachten wachten op antwoord van 2 opdrachten uit 2 gemeenten" in tekst_van(client.get("/"))
    geef(client, adres, "aanvaard")
    notitie = bewerkhulp.een(session, Notitie, titel="Notitie aa-noord")
    geef_vrij(session, nieuwe_versie(session, notitie, "Iets anders."))
    tekst = tekst_van(client.get("/"))
    assert "1 opdracht wacht op antwoord" in tekst
    assert "1 antwoord hoort bij een tekst die is veranderd" in tekst


def test_acht_die_tegelijk_antwoorden(
    app: Flask, session: Session, client: FlaskClient, regio: Regio, adres: str
) -> None:
    """One of them is first; each of the others gets to see that."""
    hulp.als_rigg(client)
    velden = formulier(client.get(adres))
    koekjes = "; ".join(f"{koekje.key}={koekje.value}" for koekje in client._cookies.values())

    def een(nummer: int) -> int:
        wie = app.test_client(use_cookies=False)
        eigen = velden | {"antwoord": "vraag", "toelichting": f"Van {nummer}."}
        return wie.post(adres, data=eigen, headers={"Cookie": koekjes}).status_code

    session.rollback()
    with ThreadPoolExecutor(8) as draden:
        taken = [draden.submit(contextvars.Context().run, een, nummer) for nummer in range(8)]
        codes = sorted(taak.result() for taak in taken)
    assert codes == [303] + [409] * 7
    assert len(antwoorden(session)) == 1


# --- the gemeente ---


@pytest.fixture
def beantwoord_(session: Session, client: FlaskClient, regio: Regio, adres: str) -> Notitie:
    hulp.als_rigg(client)
    geef(client, adres, "vraag", "Om welke producten gaat het?")
    hulp.als(client, "ada.aa@aa-noord.example")
    notitie: Notitie = bewerkhulp.een(session, Notitie, titel="Notitie aa-noord")
    return notitie


def test_de_gemeente_leest_het_antwoord_bij_haar_opdracht(
    session: Session, client: FlaskClient, beantwoord_: Notitie
) -> None:
    gebied = beantwoord_.probleemgebieden[0].id
    for adres in ("/opdrachten/", f"/probleemgebieden/{gebied}"):
        assert "vraag Rik Inkoop, RIGG Noord" in tekst_van(client.get(adres)), adres
        assert "Om welke producten gaat het?" in tekst_van(client.get(adres))
    assert "Antwoord van de RIGG op opdracht" in tekst_van(client.get(f"/probleemgebieden/{gebied}/geschiedenis"))
    assert "Antwoord van de RIGG op opdracht" in tekst_van(client.get("/")), "onder Wat er veranderde"
    csv = client.get("/opdrachten/exporteren.csv?opdrachtnemer=rigg").get_data(as_text=True)
    assert "vraag;Om welke producten gaat het?" in csv
    hulp.als(client, "ada.bee@bee-noord.example")
    assert "Om welke producten" not in tekst_van(client.get("/opdrachten/"))


def test_in_het_volgende_concept_staat_op_welke_tekst_het_antwoord_was(
    session: Session, client: FlaskClient, beantwoord_: Notitie
) -> None:
    concept = nieuwe_versie(session, beantwoord_, "De omschrijvingen van begeleiding verhelderen.")
    gebied = concept.probleemgebieden[0].id
    assert f"Gegeven op een andere tekst: {VERHELDEREN}" in tekst_van(client.get(f"/probleemgebieden/{gebied}"))


def test_een_doel_dat_niet_meer_van_de_rigg_is_heeft_geen_antwoord(session: Session, client: FlaskClient) -> None:
    regio = hulp.maak_regio(session)
    gedeeld = {"doelen": [s.Doel(1, "Meer plekken.")], "rigg": {"doelen": [s.Verwijzing(1)]}}
    notitie = hulp.vraag(session, "aa-noord", **gedeeld, lokaal={"doelen": [s.Verwijzing(1)]})
    hulp.als_rigg(client)
    geef(client, f"/regio/opdrachten/{hulp.sleutel_van(session, regio, 'Meer plekken.')}/antwoord", "aanvaard")
    hulp.als(client, "ada.aa@aa-noord.example")
    assert "aanvaard Rik Inkoop" in tekst_van(client.get("/opdrachten/?opdrachtnemer=rigg"))
    assert "aanvaard" not in tekst_van(client.get("/opdrachten/?opdrachtnemer=lokaal"))
    concept = begin_nieuw_concept(session, notitie=notitie, door=OPDRACHTREGEL)
    doel = concept.probleemgebieden[0].doelen[0]
    doel.toewijzingen = [t for t in doel.toewijzingen if t.opdrachtnemer is hulp.LOKAAL]
    session.commit()
    assert "aanvaard Rik Inkoop" not in tekst_van(client.get(f"/probleemgebieden/{concept.probleemgebieden[0].id}"))


def test_evenveel_queries_met_en_zonder_antwoorden(
    session: Session, client: FlaskClient, regio: Regio, adres: str, tel_queries: Callable[[], Any]
) -> None:
    hulp.vraag(session, "aa-noord", VERHELDEREN, AFSPRAKEN, "Vervoer inkopen.")
    hulp.als_rigg(client)
    bladen = ["/opdrachten/", adres.removesuffix("/antwoord"), "/regio/"]
    eerst = []
    for blad in bladen:
        client.get(blad)
        with tel_queries() as teller:
            client.get(blad)
        eerst.append(teller.aantal)
    for groep in hulp.groepen(session, regio):
        for regel in groep.regels:
            geef(client, f"/regio/opdrachten/{regel.sleutel}/antwoord", "aanvaard")
    for blad, aantal in zip(bladen, eerst, strict=True):
        client.get(blad)
        with tel_queries() as teller:
            client.get(blad)
        assert teller.aantal == aantal, blad


def test_een_medewerker_die_weg_is_houdt_zijn_antwoord(
    session: Session, client: FlaskClient, beantwoord_: Notitie
) -> None:
    wie = session.scalars(select(Gebruiker).where(Gebruiker.naam == "Rik Inkoop")).one()
    wie.actief = False
    session.commit()
    assert "Rik Inkoop" in tekst_van(client.get("/opdrachten/"))
    assert session.get(Organisatie, beantwoord_.organisatie_id)
