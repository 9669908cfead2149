"""The logboek on screen and as a file: who may read what, filters in the address, pages, old and new."""

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from flask.testing import FlaskClient
from openpyxl import load_workbook
from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from app.logboek import queries
from app.models import Bron, Gebruiker, Logregel, Onderwerp, Rol
from app.services.accounts.gebruikers_beheren import verwijder_gebruiker
from app.services.logboek import OPDRACHTREGEL, Dader, schrijf
from tests.binnen import laat_binnen
from tests.integration import bewerkhulp as hulp
from tests.integration.conftest import Teller

ADRES = "/beheer/logboek/"
TelQueries = Callable[[], AbstractContextManager[Teller]]


class Dorp:
    """A gemeente with a beheerder, a manager and somebody who did things."""

    def __init__(self, client: FlaskClient, session: Session) -> None:
        self.client, self.session = client, session
        self.organisatie = hulp.maak_organisatie(session)
        self.wie = {
            rol: hulp.maak_gebruiker(session, self.organisatie, rol, f"{rol.label} Een")
            for rol in (Rol.BEHEERDER, Rol.MANAGER, Rol.BELEIDSADVISEUR)
        }
        session.commit()

    def schrijf(self, omschrijving: str, **velden: object) -> Logregel:
        bron = velden.pop("bron", Bron.SCHERM)
        door = Dader(self.wie[Rol.BELEIDSADVISEUR].id, bron)  # type: ignore[arg-type]
        organisatie_id = velden.pop("organisatie_id", self.organisatie.id)
        vast = {"door": door, "organisatie_id": organisatie_id, "omschrijving": omschrijving}
        regel = schrijf(self.session, **{**vast, **velden})  # type: ignore[arg-type]
        self.session.commit()
        return regel

    def als(self, rol: Rol) -> FlaskClient:
        self.client.delete_cookie("session")
        laat_binnen(self.client, self.wie[rol].email)
        return self.client

    def tekst(self, **filters: object) -> str:
        antwoord = self.client.get(ADRES, query_string=filters)
        assert antwoord.status_code == 200, antwoord.get_data(as_text=True)
        return hulp.tekst_van(antwoord)


@pytest.fixture
def dorp(client: FlaskClient, session: Session) -> Dorp:
    return Dorp(client, session)


def test_een_regel_zegt_wie_wanneer_wat_en_van_wat_naar_wat(dorp: Dorp) -> None:
    dorp.schrijf("Doel 1 gewijzigd", notitie_id=1, oud={"doeljaar": 2020}, nieuw={"doeljaar": 2022}, bron=Bron.IMPORT)
    dorp.als(Rol.MANAGER)
    tekst = dorp.tekst()
    for deel in ("Doel 1 gewijzigd", "Beleidsadviseur Een", "uit een bestand", "doeljaar", "2020", "2022"):
        assert deel in tekst
    assert "Een regel verandert nooit meer." in tekst


def test_alleen_van_de_eigen_organisatie(dorp: Dorp) -> None:
    ander = hulp.maak_organisatie(dorp.session, "anderdorp")
    dorp.schrijf("Van hier")
    dorp.schrijf("Van daar", organisatie_id=ander.id)
    dorp.als(Rol.BEHEERDER)
    assert "Van hier" in dorp.tekst()
    assert "Van daar" not in dorp.tekst()
    assert b"Van daar" not in dorp.client.get(f"{ADRES}bestand.csv").data


@pytest.mark.parametrize("rol", [Rol.BELEIDSADVISEUR])
def test_niet_voor_wie_er_niets_te_zoeken_heeft(dorp: Dorp, rol: Rol) -> None:
    client = dorp.als(rol)
    assert client.get(ADRES).status_code == 403
    assert client.get(f"{ADRES}bestand.csv").status_code == 403


def test_wat_over_een_gebruiker_is_geregeld_is_voor_de_beheerder(dorp: Dorp) -> None:
    dorp.schrijf("Geblokkeerd: Kim Kok", over_gebruiker_id=dorp.wie[Rol.MANAGER].id)
    dorp.als(Rol.BEHEERDER)
    assert "Geblokkeerd: Kim Kok" in dorp.tekst()
    dorp.als(Rol.MANAGER)
    assert "Geblokkeerd: Kim Kok" not in dorp.tekst()
    assert "Kim Kok" not in dorp.client.get(f"{ADRES}bestand.json").get_data(as_text=True)


def test_cijfers_zijn_voor_wie_kleine_aantallen_mag_zien(dorp: Dorp) -> None:
    dorp.schrijf("1 meting van Wachtlijst ingevoerd", over=Onderwerp.CIJFERS, nieuw={"2020": "37"})
    dorp.als(Rol.MANAGER)
    assert "37" in dorp.tekst(onderwerp="cijfers")
    dorp.als(Rol.BEHEERDER)
    tekst = dorp.tekst()
    assert "1 meting van Wachtlijst ingevoerd" in tekst
    assert queries.NIET_VOOR_U in tekst
    assert "37" not in tekst
    bestand_ = json.loads(dorp.client.get(f"{ADRES}bestand.json").data)
    assert bestand_["regels"][0]["nieuw"] == queries.NIET_VOOR_U


def test_filters_staan_in_het_adres(dorp: Dorp) -> None:
    dorp.schrijf("Notitie gewijzigd", notitie_id=1)
    dorp.schrijf("Periode gesloten", over=Onderwerp.VOORTGANG, bron=Bron.API)
    schrijf(dorp.session, door=OPDRACHTREGEL, organisatie_id=dorp.organisatie.id, omschrijving="100% van Organisatie")
    dorp.session.commit()
    dorp.als(Rol.MANAGER)
    adviseur = dorp.wie[Rol.BELEIDSADVISEUR].id
    alles = {"Notitie gewijzigd", "Periode gesloten", "100% van Organisatie"}
    for filters, gezien in [
        ({"onderwerp": "notities"}, {"Notitie gewijzigd"}),
        ({"onderwerp": "voortgang"}, {"Periode gesloten"}),
        ({"bron": "api"}, {"Periode gesloten"}),
        ({"wie": adviseur}, {"Notitie gewijzigd", "Periode gesloten"}),
        ({"wie": "doelspoor"}, {"100% van Organisatie"}),
        ({"woord": "NOTITIE"}, {"Notitie gewijzigd"}),
        ({"woord": "0%"}, {"100% van Organisatie"}),
        ({"woord": "_"}, set()),
        ({"woord": "\x00"}, alles),
        ({"bron": "api", "onderwerp": "notities"}, set()),
        ({"voor": "geen getal"}, alles),
    ]:
        tekst = dorp.tekst(**filters)
        assert {zin for zin in alles if zin in tekst} == gezien, filters
    assert "Niets gevonden" in dorp.tekst(woord="bestaat niet")


def test_een_dag_telt_helemaal_mee(dorp: Dorp) -> None:
    for moment in ("2020-01-31T22:59:59", "2020-01-31T23:00:00", "2020-02-01T22:59:59", "2020-02-01T23:00:00"):
        tijdstip = datetime.fromisoformat(moment).replace(tzinfo=UTC)
        vast = {"organisatie_id": dorp.organisatie.id, "bron": Bron.SCHERM, "omschrijving": f"Om {moment}"}
        dorp.session.execute(insert(Logregel).values(tijdstip=tijdstip, oud={}, nieuw={}, **vast))
    dorp.session.commit()
    dorp.als(Rol.MANAGER)
    tekst = dorp.tekst(van="1-2-2020", tot="1 februari 2020")
    assert [m in tekst for m in ("31T22:59:59", "31T23:00:00", "01T22:59:59", "01T23:00:00")] == [
        False, True, True, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("filters", "zin"),
    [
        ({"van": "31-2-2020"}, "is geen datum die bestaat"),
        ({"van": "2-1-2020", "tot": "1-1-2020"}, "De laatste dag ligt voor de eerste (2 januari 2020)."),
        ({"wie": "999999"}, "Deze gebruiker is er niet, of u mag die niet zien."),
        ({"onderwerp": "onzin"}, "‘onzin’ is hier geen keuze."),
        ({"bron": "x"}, "‘x’ is hier geen keuze."),
    ],
)
def test_wat_niet_bestaat_wordt_geweigerd(dorp: Dorp, filters: dict[str, str], zin: str) -> None:
    client = dorp.als(Rol.MANAGER)
    for adres in (ADRES, f"{ADRES}bestand.csv"):
        antwoord = client.get(adres, query_string=filters)
        assert antwoord.status_code == 422
        assert zin in hulp.tekst_van(antwoord)


def test_bladeren_heen_en_terug(dorp: Dorp) -> None:
    eerste = _veel(dorp, 120)
    dorp.als(Rol.MANAGER)

    def bovenste(antwoord: str) -> list[int]:
        return [i for i in range(1, 121) if f"Daad {i}. " in antwoord]

    pagina = dorp.tekst()
    assert bovenste(pagina) == list(range(71, 121))
    assert ("Ouder" in pagina, "Nieuwste" in pagina) == (True, False)
    tweede = dorp.tekst(voor=eerste + 71)
    assert bovenste(tweede) == list(range(21, 71))
    assert "Ouder" in tweede
    assert "Nieuwste" in tweede
    laatste = dorp.tekst(voor=eerste + 21)
    assert bovenste(laatste) == list(range(1, 21))
    assert "Ouder" not in laatste
    assert bovenste(dorp.tekst(na=eerste + 20)) == list(range(21, 71))
    assert dorp.client.get(ADRES, query_string={"voor": "9" * 30}).status_code == 200


def test_het_aantal_vragen_staat_vast(dorp: Dorp, tel_queries: TelQueries) -> None:
    def tel(**filters: object) -> int:
        with tel_queries() as teller:
            dorp.tekst(**filters)
        return teller.aantal

    dorp.als(Rol.MANAGER)
    _veel(dorp, 3)
    dorp.tekst()
    weinig = tel()
    _veel(dorp, 300)
    assert tel() == tel(woord="Daad", van="1-1-2000") == weinig
    assert weinig <= 4


def test_wie_verwijderd_is_houdt_zijn_naam(dorp: Dorp) -> None:
    dorp.schrijf("Doel 1 gewijzigd", notitie_id=1)
    wie = dorp.session.get_one(Gebruiker, dorp.wie[Rol.BELEIDSADVISEUR].id)
    verwijder_gebruiker(dorp.session, gebruiker=wie, door=Dader(dorp.wie[Rol.BEHEERDER].id, Bron.SCHERM))
    dorp.session.commit()
    dorp.als(Rol.BEHEERDER)
    tekst = dorp.tekst(wie=wie.id)
    assert "Beleidsadviseur Een (verwijderd)" in tekst
    assert "Doel 1 gewijzigd" in tekst


# --- files ----------------------------------------------------------------------------------------------------------


def test_elk_bestand_zegt_hetzelfde(dorp: Dorp) -> None:
    dorp.schrijf("=Doel 1 gewijzigd", notitie_id=1, oud={"tekst": "Eerst"}, nieuw={"tekst": 'Later; met "tekens"'})
    dorp.schrijf("Iets anders", over=Onderwerp.VOORTGANG)
    client = dorp.als(Rol.MANAGER)
    filters = {"onderwerp": "notities"}

    def haal(formaat: str) -> bytes:
        antwoord = client.get(f"{ADRES}bestand.{formaat}", query_string=filters)
        assert antwoord.status_code == 200, formaat
        assert antwoord.headers["Content-Disposition"].startswith("attachment; filename=logboek-")
        assert antwoord.headers["Cache-Control"] == "no-store"
        return antwoord.data

    regel = json.loads(haal("json"))
    assert regel["kenmerken"] == {"Waarover": "Notities en opdrachten"}
    (waarden,) = [list(r.values())[1:] for r in regel["regels"]]
    assert waarden == [
        "Beleidsadviseur Een", "Op het scherm", "Notities en opdrachten", "=Doel 1 gewijzigd", "tekst: Eerst",
        'tekst: Later; met "tekens"',
    ]  # fmt: skip
    csv_ = haal("csv").decode("utf-8-sig").splitlines()
    assert csv_[0] == "Wanneer;Wie;Hoe;Waarover;Wat;Oud;Nieuw"
    assert len(csv_) == 2
    assert "'=Doel 1 gewijzigd" in csv_[1]  # a spreadsheet must not calculate it
    blad = load_workbook(BytesIO(haal("xlsx")), read_only=True)["Gegevens"]
    rijen = list(blad.values)
    assert [rij[4] for rij in rijen] == ["Wat", "=Doel 1 gewijzigd"]
    assert haal("ods")[:2] == b"PK"


def test_een_lang_logboek_komt_geheel(dorp: Dorp) -> None:
    _veel(dorp, 1203)
    client = dorp.als(Rol.MANAGER)
    regels = client.get(f"{ADRES}bestand.csv").data.decode("utf-8-sig").splitlines()
    assert len(regels) == 1204
    assert [r.split(";")[4] for r in (regels[1], regels[-1])] == ["Daad 1203.", "Daad 1."]
    assert len(json.loads(client.get(f"{ADRES}bestand.json").data)["regels"]) == 1203
    blad = load_workbook(BytesIO(client.get(f"{ADRES}bestand.xlsx").data), read_only=True)["Gegevens"]
    assert [rij[4] for rij in blad.values] == ["Wat", *(f"Daad {nummer}." for nummer in range(1203, 0, -1))]


def test_een_onbekend_formaat(dorp: Dorp) -> None:
    assert dorp.als(Rol.MANAGER).get(f"{ADRES}bestand.docx").status_code == 404


def _veel(dorp: Dorp, aantal: int) -> int:
    """Lines "Daad 1." and on; the id before the first."""
    begin = datetime(2020, 1, 1, tzinfo=UTC)
    vast = {"organisatie_id": dorp.organisatie.id, "bron": Bron.SCHERM, "oud": {}, "nieuw": {}}
    hoogste = dorp.session.scalar(select(Logregel.id).order_by(Logregel.id.desc()).limit(1)) or 0
    rijen = [
        {**vast, "tijdstip": begin + timedelta(minutes=i), "omschrijving": f"Daad {i}."} for i in range(1, aantal + 1)
    ]
    dorp.session.execute(insert(Logregel), rijen)
    dorp.session.commit()
    eerste = dorp.session.scalars(select(Logregel.id).where(Logregel.id > hoogste).order_by(Logregel.id)).first()
    assert eerste is not None
    return eerste - 1
