"""A whole probleemgebied, the form of a doel, and the number of queries of every edit page."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from decimal import Decimal
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from app.models import Doel, Notitie, Probleemgebied
from tests.integration import bewerkhulp as hulp
from tests.integration.bewerkhulp import Wereld

ZELF = {"hoe": "zelf", "richting": "niveau", "eenheid": "aantal"}


@pytest.fixture
def wereld(client: FlaskClient, session: Session) -> Wereld:
    return hulp.maak_wereld(client, session)


def volgorde(wereld: Wereld) -> list[tuple[int, str]]:
    notitie = hulp.een(wereld.session, Notitie, id=wereld.notitie)
    return [(gebied.volgorde, gebied.naam) for gebied in notitie.probleemgebieden]


def voeg_toe(wereld: Wereld, naam: str) -> int:
    adres = f"/notities/{wereld.notitie}/probleemgebieden/nieuw"
    hulp.volg(wereld.client, hulp.sla_op(wereld.client, adres, hulp.formulier(wereld.client.get(adres)), naam=naam))
    return wereld.id(Probleemgebied, naam=naam)


def test_toevoegen_verplaatsen_en_de_einden(wereld: Wereld) -> None:
    tweede = voeg_toe(wereld, "Tweede")
    pagina = hulp.doe(wereld.client, f"/probleemgebieden/{tweede}/verplaatsen", stap="omhoog")
    assert "Probleemgebied 'Tweede' is nu nummer 1." in hulp.melding(pagina)
    assert volgorde(wereld) == [(1, "Tweede"), (2, "Wachttijden")]
    boven = hulp.doe(wereld.client, f"/probleemgebieden/{tweede}/verplaatsen", stap="omhoog")
    assert "Probleemgebied 'Tweede' staat al bovenaan." in hulp.melding(boven)
    onder = hulp.doe(wereld.client, f"{wereld.basis}/verplaatsen", stap="omlaag")
    assert "Probleemgebied 'Wachttijden' staat al onderaan." in hulp.melding(onder)


@pytest.mark.parametrize("plek", [1, 2, 3])
def test_verwijderen_en_terugzetten_laat_alles_gelijk(wereld: Wereld, plek: int) -> None:
    voeg_toe(wereld, "Tweede")
    voeg_toe(wereld, "Derde")
    for _ in range(plek - 1):
        hulp.doe(wereld.client, f"{wereld.basis}/verplaatsen", stap="omlaag")
    voor, lijst = wereld.toestand(), volgorde(wereld)
    pagina = hulp.doe(wereld.client, f"{wereld.basis}/verwijderen")
    assert "Probleemgebied 'Wachttijden' is verwijderd." in hulp.melding(pagina)
    assert [nummer for nummer, _ in volgorde(wereld)] == [1, 2]
    assert wereld.client.get(wereld.basis).status_code == 404
    terug = hulp.maak_ongedaan(wereld.client, pagina)
    assert "Probleemgebied 'Wachttijden' teruggezet." in hulp.melding(terug)
    assert wereld.toestand() == voor
    assert volgorde(wereld) == lijst
    assert "is al teruggezet" in hulp.melding(hulp.maak_ongedaan(wereld.client, pagina))


def test_terugzetten_van_iets_daarin_nadat_het_gebied_weg_was(wereld: Wereld) -> None:
    voor = wereld.toestand()
    doel = wereld.verwijder("doel", wereld.id(Doel, nummer=2))
    gebied = hulp.doe(wereld.client, f"{wereld.basis}/verwijderen")
    assert "Doel 2 kan niet terug: waar het bij hoorde is ook verwijderd." in hulp.melding(
        hulp.maak_ongedaan(wereld.client, doel)
    )
    hulp.maak_ongedaan(wereld.client, gebied)
    hulp.maak_ongedaan(wereld.client, doel)
    assert wereld.toestand() == voor


def test_terugzetten_als_er_minder_gebieden_zijn_dan_eerst(wereld: Wereld) -> None:
    tweede = voeg_toe(wereld, "Tweede")
    weg = hulp.doe(wereld.client, f"/probleemgebieden/{tweede}/verwijderen")
    hulp.doe(wereld.client, f"{wereld.basis}/verwijderen")
    hulp.maak_ongedaan(wereld.client, weg)
    assert volgorde(wereld) == [(1, "Tweede")]


@pytest.mark.parametrize(
    ("naam", "status"), [("", 422), ("  ", 422), ("x" * 300, 303), ("x" * 301, 422), ("\x00", 422)]
)
def test_naam_van_een_gebied(wereld: Wereld, naam: str, status: int) -> None:
    adres = f"{wereld.basis}/gegevens"
    assert hulp.sla_op(wereld.client, adres, hulp.formulier(wereld.client.get(adres)), naam=naam).status_code == status


# ---- The form of a doel


def sla_doel_op(wereld: Wereld, **velden: str) -> Any:
    adres = f"{wereld.basis}/doel/{wereld.id(Doel, nummer=1)}"
    return hulp.sla_op(wereld.client, adres, hulp.formulier(wereld.client.get(adres)), **velden)


def streefwaarde(wereld: Wereld) -> tuple[str, Decimal | None, Decimal | None, str | None, int | None, bool]:
    doel = hulp.een(wereld.session, Doel, nummer=1)
    return doel.richting.value, doel.minimum, doel.maximum, doel.eenheid, doel.doeljaar, doel.open


def test_streefwaarde_wordt_uit_de_tekst_gelezen(wereld: Wereld) -> None:
    pagina = hulp.volg(
        wereld.client, sla_doel_op(wereld, hoe="lezen", tekst="In 2022 zijn er 30% minder uitgaven dan in 2019.")
    )
    assert streefwaarde(wereld) == ("daling", 30, 30, "procent", 2022, False)
    assert "30% lager dan in 2019, te halen in 2022" in hulp.tekst_van(pagina)


def test_lees_opnieuw_toont_en_bewaart_niets(wereld: Wereld) -> None:
    antwoord = sla_doel_op(wereld, hoe="lezen", tekst="In 2022 zijn er 1.250 plaatsen.", actie="lezen")
    assert antwoord.status_code == 200
    velden = hulp.formulier(antwoord)
    assert (velden["richting"], velden["minimum"], velden["doeljaar"]) == ("niveau", "1.250", "2022")
    assert velden["tekst"] == "In 2022 zijn er 1.250 plaatsen."
    assert wereld.doelen()[0] == (1, "Doel tekst 1")
    adres = f"{wereld.basis}/doel/{wereld.id(Doel, nummer=1)}"
    hulp.volg(wereld.client, hulp.sla_op(wereld.client, adres, velden))
    assert streefwaarde(wereld)[:3] == ("niveau", 1250, 1250)


def test_verbeterd_getal_gaat_niet_stil_verloren(wereld: Wereld) -> None:
    """Corrected figures while the choice still says: read from the text."""
    adres = f"{wereld.basis}/doel/{wereld.id(Doel, nummer=1)}"
    velden = hulp.formulier(sla_doel_op(wereld, hoe="lezen", tekst="In 2022 zijn er 1.250 plaatsen.", actie="lezen"))
    antwoord = hulp.sla_op(wereld.client, adres, velden, minimum="1.300", maximum="")
    assert antwoord.status_code == 422
    assert "U hebt hieronder zelf iets ingevuld" in hulp.tekst_van(antwoord)
    opnieuw = hulp.formulier(antwoord)
    assert opnieuw["minimum"] == "1.300"
    hulp.volg(wereld.client, hulp.sla_op(wereld.client, adres, opnieuw, hoe="zelf"))
    assert streefwaarde(wereld)[:3] == ("niveau", 1300, None)
    assert hulp.formulier(wereld.client.get(adres))["hoe"] == "zelf"


@pytest.mark.parametrize(
    ("getypt", "waarde"),
    [("1.234,5", "1234.5"), ("1234,5", "1234.5"), ("0", "0"), ("-0", "0"), ("0,0001", "0.0001"), (" 12 ", "12"),
     ("9999999999999", "9999999999999"), ("007", "7")],
)  # fmt: skip
def test_nederlandse_getallen(wereld: Wereld, getypt: str, waarde: str) -> None:
    hulp.volg(wereld.client, sla_doel_op(wereld, **ZELF, minimum=getypt))
    assert streefwaarde(wereld)[1] == Decimal(waarde)
    assert hulp.formulier(wereld.client.get(f"{wereld.basis}/doel/{wereld.id(Doel, nummer=1)}"))["hoe"] == "zelf"


ONGELDIG = [
    {"minimum": fout}
    for fout in ("NaN", "sNaN", "Infinity", "-inf", "1e400", "1e-400", "1e5", "1.5", "1,2,3", "1.23.456", "abc", "٣",
                 "1_000", "9" * 14, "9" * 5000, "0,00001", "0," + "1" * 5000, "-5", "\u2212", "<b>")
] + [
    {"minimum": "5", "maximum": "4"}, {"minimum": "5", "open": "y"}, {"minimum": ""},
    {"minimum": "5", "richting": "kwalitatief"},
    {"minimum": "5", "richting": "onzin"}, {"minimum": "5", "hoe": "onzin"}, {"minimum": "5", "doeljaar": "1899"},
    {"minimum": "5", "doeljaar": "2201"}, {"minimum": "5", "referentiejaar": "99999999999999999999"},
    {"minimum": "5", "doeljaar": "tweeduizend"}, {"minimum": "5", "eenheid": "e" * 81},
]  # fmt: skip


@pytest.mark.parametrize("velden", ONGELDIG, ids=lambda velden: str(velden)[:40])
def test_onmogelijke_streefwaarden(wereld: Wereld, velden: dict[str, str]) -> None:
    voor = wereld.toestand()
    assert sla_doel_op(wereld, **(ZELF | velden)).status_code == 422
    assert wereld.toestand() == voor


def test_open_en_kwalitatief(wereld: Wereld) -> None:
    hulp.volg(wereld.client, sla_doel_op(wereld, **ZELF, open="y", doeljaar="2022"))
    assert streefwaarde(wereld) == ("niveau", None, None, "aantal", 2022, True)
    adres = f"{wereld.basis}/doel/{wereld.id(Doel, nummer=1)}"
    velden = {n: w for n, w in hulp.formulier(wereld.client.get(adres)).items() if n != "open"}
    hulp.volg(wereld.client, hulp.sla_op(wereld.client, adres, velden, richting="kwalitatief"))
    assert streefwaarde(wereld) == ("kwalitatief", None, None, None, 2022, False)


@pytest.mark.parametrize(
    "tekst",
    ["999999999999999 miljard meer in 2022", "Daling van 0,0000001 procent", "van 9 tot 3 procent minder",
     "in 3022 minimaal 5",
     "X% minder in 9999", "10-5%", "1" * 20_000, "%" * 20_000, "10% minder " * 4000, "(" * 20_000, "in 2022 " * 5000],
    ids=lambda tekst: tekst[:20],
)  # fmt: skip
def test_elke_tekst_kan_worden_gelezen_en_bewaard(wereld: Wereld, tekst: str) -> None:
    hulp.volg(wereld.client, sla_doel_op(wereld, hoe="lezen", tekst=tekst))
    assert wereld.doelen()[0] == (1, tekst.strip())
    assert hulp.formulier(wereld.client.get(f"{wereld.basis}/doel/{wereld.id(Doel, nummer=1)}"))["hoe"] == "lezen"


# ---- Queries

QUERIES = {
    "/probleemgebieden/{gebied}": 8,
    "/probleemgebieden/{gebied}/bewerken": 8,
    "/probleemgebieden/{gebied}/toewijzen": 8,
    "/probleemgebieden/{gebied}/geschiedenis": 10,
    "/probleemgebieden/{gebied}/doel/{doel}": 9,
    "/notities/{notitie}": 7,
    "/notities/": 2,
    "/": 9,
}


def maak_tien_keer_zo_groot(wereld: Wereld) -> None:
    session = wereld.session
    notitie = hulp.een(session, Notitie, id=wereld.notitie)
    for i in range(2, 12):
        hulp.maak_gebied(session, notitie, f"Gebied {i}", i)
    for i in range(2, 12):
        hulp.maak_gebied(session, hulp.maak_notitie(session, notitie.organisatie, f"Notitie {i}"))
    session.commit()
    for soort in ("doel", "ist", "interventie"):
        adres = f"{wereld.basis}/{soort}/nieuw"
        velden = hulp.formulier(wereld.client.get(adres))
        for i in range(27):
            assert hulp.sla_op(wereld.client, adres, velden, tekst=f"Nog {i}").status_code == 303
    hulp.formulier(wereld.client.get(f"{wereld.basis}/ist/nieuw"))  # reads away the messages


def test_aantal_queries_staat_vast(wereld: Wereld, tel_queries: Callable[[], AbstractContextManager[Any]]) -> None:
    doel = wereld.id(Doel, nummer=1)

    def meet() -> dict[str, int]:
        uit = {}
        for pad in QUERIES:
            with tel_queries() as teller:
                adres = pad.format(gebied=wereld.gebied, notitie=wereld.notitie, doel=doel)
                assert wereld.client.get(adres).status_code == 200
            uit[pad] = teller.aantal
        return uit

    adres = f"{wereld.basis}/ist/nieuw"
    hulp.sla_op(wereld.client, adres, hulp.formulier(wereld.client.get(adres)), tekst="Een regel in de geschiedenis")
    klein = meet()
    maak_tien_keer_zo_groot(wereld)
    assert meet() == klein
    assert klein == QUERIES
