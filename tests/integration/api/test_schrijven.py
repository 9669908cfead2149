"""Writing through the API: many at a time, all or nothing, as often as one likes, with a history."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm.exc import StaleDataError

from app.api import metingen_schrijven
from app.models import Bron, EerdereMeting, Logregel, Meting, Reeks
from app.services.indicatoren.levering import neem_levering
from tests.integration.api.apihulp import Wereld
from tests.integration.conftest import Teller

JAAR = {jaar: f"{jaar}-01-01/{jaar}-12-31" for jaar in range(2000, 2030)}


def tellen(antwoord: Any) -> tuple[int, ...]:
    assert antwoord.status_code == 200, antwoord.text
    return tuple(antwoord.get_json()[naam] for naam in ("nieuw", "gewijzigd", "gelijk", "fout"))


def test_metingen_komen_in_de_tabellen_en_dezelfde_levering_verandert_niets(wereld: Wereld) -> None:
    levering = (
        ("2020", "12.50"),
        {"periode": "2020-H1", "waarde": "-0", "gebied": "Wijk Oost", "voorlopig": True, "bron": "Telling"},
        {"periode": "2020", "waarde": "99999999999999.9999", "reeks": "begroting", "toelichting": "Raming"},
    )
    assert tellen(wereld.lever(*levering)) == (3, 0, 0, 0)
    eerst = wereld.metingen()
    assert eerst == {
        ("", "realisatie", JAAR[2020]): Decimal("12.5"),
        ("Wijk Oost", "realisatie", "2020-01-01/2020-06-30"): Decimal(0),
        ("", "begroting", JAAR[2020]): Decimal("99999999999999.9999"),
    }
    regels = wereld.aantal(Logregel)
    assert tellen(wereld.lever(*levering)) == (0, 0, 3, 0)
    assert wereld.metingen() == eerst
    assert (wereld.aantal(Logregel), wereld.aantal(EerdereMeting)) == (regels, 0)


def test_wat_geschreven_is_komt_zo_terug(wereld: Wereld) -> None:
    rij = {
        "periode": "2020-W05",
        "waarde": "1234.5",
        "reeks": "prognose",
        "gebied": "Wijk “Oost” & co",
        "voorlopig": True,
        "bron": "Eigen telling",
        "toelichting": "Regel 1\nRegel 2 <b>",
    }
    wereld.lever(rij)
    (terug,) = wereld.vraag("/indicatoren/{clienten}/metingen").get_json()["metingen"]
    assert {naam: terug[naam] for naam in rij} == rij


def test_een_wijziging_vraagt_een_reden_en_houdt_de_oude_waarde(wereld: Wereld) -> None:
    wereld.lever(("2019", "10"), ("2020", "20"))
    antwoord = wereld.lever(("2019", "10"), ("2020", "21"))
    assert antwoord.status_code == 422
    (fout,) = antwoord.get_json()["fouten"]
    assert (fout["index"], fout["plek"]) == (1, "/metingen/1/waarde")
    assert fout["melding"] == "2020 is al ingevoerd met 20 en wordt 21: geef een reden."
    assert wereld.metingen()["", "realisatie", JAAR[2020]] == 20
    assert tellen(wereld.lever(("2019", "10"), ("2020", "21"), reden=" Nagekomen\n declaraties ")) == (0, 1, 1, 0)
    eerdere = wereld.session.scalars(select(EerdereMeting)).one()
    assert (eerdere.waarde, eerdere.reden) == (20, "Nagekomen declaraties (sleutel 'schrijver')")
    assert eerdere.gebruiker_id is None


def test_een_andere_bron_is_ook_een_wijziging_en_een_lege_niet(wereld: Wereld) -> None:
    wereld.lever({"periode": "2020", "waarde": "20", "bron": "Telling"})
    assert tellen(wereld.lever(("2020", "20"))) == (0, 0, 1, 0)
    antwoord = wereld.lever({"periode": "2020", "waarde": "20", "bron": "Andere telling"})
    assert antwoord.get_json()["fouten"][0]["melding"] == "2020 is al ingevoerd en verandert: geef een reden."


def test_het_logboek_noemt_de_sleutel_en_de_api(wereld: Wereld) -> None:
    wereld.lever(("2019", "10"), ("2020", "20"))
    wereld.session.rollback()
    regel = wereld.session.scalars(select(Logregel)).one()
    assert regel.omschrijving == "2 metingen van Indicator clienten ingevoerd: sleutel 'schrijver'"
    assert (regel.bron, regel.gebruiker_id, regel.organisatie_id) == (Bron.API, None, wereld.ids["testdorp"])
    assert regel.nieuw == {"2019": "10", "2020": "20"}


FOUT: list[tuple[str, dict[str, Any], str]] = [
    ("clienten", {"waarde": "-3"}, "Een aantal is niet negatief; hier staat -3."),
    ("aandeel", {"waarde": "100.1"}, "100,1% kan hier niet: het hoogste is 100%."),
    ("aandeel", {"waarde": "8,3"}, "'8,3' is geen getal met een punt voor de decimalen, zoals 1234.5."),
    ("clienten", {"waarde": "1e5"}, "'1e5' is geen getal met een punt voor de decimalen, zoals 1234.5."),
    ("clienten", {"waarde": "NaN"}, "'NaN' is geen getal met een punt voor de decimalen, zoals 1234.5."),
    ("clienten", {"waarde": "=A1+A2"}, "'=A1+A2' is geen getal met een punt voor de decimalen, zoals 1234.5."),
    ("clienten", {"waarde": "٣"}, "'٣' is geen getal met een punt voor de decimalen, zoals 1234.5."),
    ("clienten", {"waarde": "1" + "0" * 30}, f"'1{'0' * 30}' heeft meer dan 14 cijfers voor de komma."),
    ("clienten", {"waarde": "0.00001"}, "'0.00001' heeft meer dan 4 cijfers achter de komma; rond het af."),
    ("clienten", {"periode": "2020-H3"}, "'2020-H3' is geen periode;"),
    ("clienten", {"periode": "32-13-2020"}, "'32-13-2020' is geen periode;"),
    ("clienten", {"periode": "1850"}, "'1850' is geen periode;"),
]


@pytest.mark.parametrize(("naam", "wat", "melding"), FOUT, ids=str)
def test_een_foute_meting_houdt_alles_tegen_of_alleen_zichzelf(
    wereld: Wereld, naam: str, wat: dict[str, Any], melding: str
) -> None:
    levering = ({"periode": "2019", "waarde": "1"}, {"periode": "2020", "waarde": "2", **wat}, ("2021", "3"))
    antwoord = wereld.lever(*levering, naam=naam)
    assert (antwoord.status_code, antwoord.mimetype) == (422, "application/problem+json")
    (fout,) = antwoord.get_json()["fouten"]
    assert fout["index"] == 1
    assert fout["plek"] == f"/metingen/1/{next(iter(wat))}"
    assert fout["melding"].startswith(melding)
    assert wereld.metingen(naam) == {}
    toch = wereld.lever(*levering, naam=naam, vraag="?alleenGoede=true")
    assert tellen(toch) == (2, 0, 0, 1)
    assert toch.get_json()["fouten"] == [fout]
    assert sorted(wereld.metingen(naam).values()) == [1, 3]


def test_twee_keer_dezelfde_periode_mag_alleen_met_dezelfde_waarde(wereld: Wereld) -> None:
    assert tellen(wereld.lever(("2020", "5"), ("2020", "5.0"))) == (1, 0, 1, 0)
    antwoord = wereld.lever(("2021", "5"), ("2022", "1"), ("2021", "6"))
    assert [fout["index"] for fout in antwoord.get_json()["fouten"]] == [0, 2]
    assert "staat er twee keer, met 5 en met 6." in antwoord.get_json()["fouten"][0]["melding"]
    assert len(wereld.metingen()) == 1


def test_de_eigen_naam_is_de_organisatie_zelf(wereld: Wereld) -> None:
    wereld.lever({"periode": "2020", "waarde": "5", "gebied": " TestDorp "}, {"periode": "2021", "waarde": "6"})
    assert {gebied for gebied, _, _ in wereld.metingen()} == {""}


def test_op_een_gedeelde_indicator_schrijft_ieder_zijn_eigen_cijfers(wereld: Wereld) -> None:
    assert tellen(wereld.lever(("2020", "50"), naam="gedeeld")) == (1, 0, 0, 0)
    assert tellen(wereld.lever(("2020", "60"), naam="gedeeld", sleutel="buur")) == (1, 0, 0, 0)
    assert wereld.metingen("gedeeld", "testdorp") == {("", "realisatie", JAAR[2020]): Decimal(50)}
    assert wereld.metingen("gedeeld", "buurdorp") == {("", "realisatie", JAAR[2020]): Decimal(60)}
    gelezen = wereld.vraag("/indicatoren/{gedeeld}/metingen").get_json()["metingen"]
    assert [(m["organisatie"], m["waarde"]) for m in gelezen] == [("testdorp", "50"), ("buurdorp", "60")]


@pytest.mark.parametrize("naam", ["geheim", "ver"])
def test_op_andermans_indicator_kan_niemand_schrijven(wereld: Wereld, naam: str) -> None:
    assert wereld.lever(("2020", "5"), naam=naam).status_code == 404
    assert wereld.aantal(Meting) == wereld.aantal(Reeks) == 0


BSN = "111222333"


@pytest.mark.parametrize(
    "rijen",
    [
        [{"toelichting": f"Zie BSN {BSN}"}],
        [{"gebied": BSN}],
        [{"bron": f"{BSN} volgens opgave"}],
        [{"periode": str(jaar), "waarde": BSN} for jaar in range(2010, 2016)],
    ],
)
@pytest.mark.parametrize("vraag", ["", "?alleenGoede=true"])
def test_persoonsgegevens_worden_geweigerd_en_niet_herhaald(
    wereld: Wereld, rijen: list[dict[str, Any]], vraag: str
) -> None:
    levering = [{"periode": "2020", "waarde": "5", **rij} for rij in rijen]
    antwoord = wereld.lever(*levering, {"periode": "2021", "waarde": "7"}, vraag=vraag)
    assert antwoord.status_code == 422
    assert "burgerservicenummer" in antwoord.get_json()["detail"]
    assert BSN not in antwoord.text
    assert wereld.aantal(Meting) == 0


def test_onleesbare_tekens_komen_niet_in_de_tabellen(wereld: Wereld) -> None:
    wereld.lever({"periode": "2020", "waarde": "5", "gebied": "A\u0000\u200b  B\r\n", "toelichting": "x\u0000\ufffey"})
    (meting,) = wereld.vraag("/indicatoren/{clienten}/metingen").get_json()["metingen"]
    assert "\u0000" not in meting["gebied"] + meting["toelichting"]
    assert meting["toelichting"] == "xy"


def test_duizenden_metingen_kosten_een_vast_aantal_queries_per_deel(
    wereld: Wereld, tel_queries: Callable[[], AbstractContextManager[Teller]]
) -> None:
    wereld.vraag("/indicatoren")
    aantallen = []
    for eerste, aantal in ((1900, 20), (1930, 200)):
        levering = [(str(jaar), "5") for jaar in range(eerste, eerste + aantal)]
        with tel_queries() as teller:
            assert tellen(wereld.lever(*levering))[0] == aantal
        aantallen.append(sum("INSERT INTO meting" not in s for s in teller.statements))
    assert aantallen[1] - aantallen[0] <= 2
    assert max(aantallen) <= 20


def test_de_meeste_metingen_in_een_verzoek(wereld: Wereld) -> None:
    levering = [
        {"periode": f"{jaar}-{maand:02}", "waarde": "5", "gebied": f"Wijk {wijk}"}
        for wijk in range(4)
        for jaar in range(1950, 2055)
        for maand in range(1, 13)
    ]
    assert tellen(wereld.lever(*levering[:5000])) == (5000, 0, 0, 0)
    antwoord = wereld.lever(*levering[:5001])
    assert antwoord.status_code == 400
    assert antwoord.get_json()["fouten"] == [{"plek": "/metingen", "melding": "Deze lijst is te lang: hoogstens 5000."}]


def test_wie_tegelijk_hetzelfde_schrijft_maakt_niets_dubbel(wereld: Wereld) -> None:
    levering = [(str(jaar), "5") for jaar in range(1950, 2000)]
    with ThreadPoolExecutor(max_workers=4) as samen:
        antwoorden = list(samen.map(lambda _: wereld.lever(*levering), range(4)))
    assert sorted(tellen(antwoord)[0] for antwoord in antwoorden) == [0, 0, 0, 50]
    assert wereld.aantal(Meting) == 50
    assert wereld.aantal(EerdereMeting) == 0


def test_wie_net_te_laat_is_krijgt_een_tweede_kans(wereld: Wereld, monkeypatch: pytest.MonkeyPatch) -> None:
    """The view runs again, with the same body."""
    pogingen = []

    def eerst_te_laat(*args: Any, **kwargs: Any) -> Any:
        pogingen.append(kwargs["metingen"])
        if len(pogingen) == 1:
            raise StaleDataError
        return neem_levering(*args, **kwargs)

    monkeypatch.setattr(metingen_schrijven, "neem_levering", eerst_te_laat)
    assert tellen(wereld.lever(("2020", "5"))) == (1, 0, 0, 0)
    assert [len(poging) for poging in pogingen] == [1, 1]
    assert len(wereld.metingen()) == 1
