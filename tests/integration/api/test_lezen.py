"""Reading through the API: what there is, page after page, and nothing of others."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest

from tests.integration.api.apihulp import Wereld
from tests.integration.conftest import Teller


def namen(wereld: Wereld, sleutel: str = "lezer", vraag: str = "") -> set[str]:
    antwoord = wereld.vraag(f"/indicatoren{vraag}", sleutel)
    assert antwoord.status_code == 200, antwoord.text
    return {i["naam"].removeprefix("Indicator ") for i in antwoord.get_json()["indicatoren"]}


def test_een_organisatie_ziet_haar_eigen_indicatoren_en_die_van_haar_regio(wereld: Wereld) -> None:
    assert namen(wereld) == {"clienten", "aandeel", "gedeeld"}
    assert namen(wereld, "buur") == {"gedeeld", "geheim"}
    assert namen(wereld, "ver weg") == {"ver"}


def test_een_indicator_zegt_wat_er_wordt_gemeten(wereld: Wereld) -> None:
    antwoord = wereld.vraag("/indicatoren/{aandeel}")
    assert antwoord.get_json() == {
        "id": wereld.ids["aandeel"],
        "naam": "Indicator aandeel",
        "eenheid": "procent",
        "frequentie": "jaar",
        "definitie": "",
        "bron": "",
        "gunstig": None,
        "ondergrens": "0",
        "bovengrens": "100",
        "gedeeld": False,
        "organisatie": "testdorp",
        "noemerId": None,
    }
    assert wereld.vraag("/indicatoren/{gedeeld}").get_json()["organisatie"] == "buurdorp"


def test_indicatoren_zijn_te_vinden(wereld: Wereld) -> None:
    assert namen(wereld, vraag="?naam=AANDEEL") == {"aandeel"}
    assert namen(wereld, vraag="?naam=%25") == set()
    assert namen(wereld, vraag="?naam=a%00andeel") == {"aandeel"}
    assert namen(wereld, vraag="?gedeeld=true") == {"gedeeld"}
    assert namen(wereld, vraag="?gedeeld=false&naam=indicator") == {"clienten", "aandeel"}


@pytest.mark.parametrize("naam", ["geheim", "ver"])
@pytest.mark.parametrize("staart", ["", "/metingen"])
def test_wat_van_een_ander_is_bestaat_niet(wereld: Wereld, naam: str, staart: str) -> None:
    wereld.zet("geheim", "buurdorp", [("", "2020", "77.125")])
    anders, niets = (wereld.vraag(f"/indicatoren/{id_}{staart}") for id_ in (wereld.ids[naam], 987654))
    assert anders.status_code == niets.status_code == 404
    assert anders.get_json()["title"] == niets.get_json()["title"]
    assert "77.125" not in anders.text


def test_een_meting_staat_er_exact_en_leesbaar(wereld: Wereld) -> None:
    wereld.zet("clienten", "testdorp", [("Wijk Oost", "2020-H1", "12345678901234.5678")])
    (meting,) = wereld.vraag("/indicatoren/{clienten}/metingen").get_json()["metingen"]
    assert meting == {
        "organisatie": "testdorp",
        "gebied": "Wijk Oost",
        "reeks": "realisatie",
        "periode": "2020-H1",
        "van": "2020-01-01",
        "tot": "2020-06-30",
        "waarde": "12345678901234.5678",
        "afgeschermd": False,
        "weergave": "12.345.678.901.234,5678",
        "voorlopig": False,
        "bron": "",
        "toelichting": "",
    }


@pytest.mark.parametrize(
    ("vraag", "verwacht"),
    [
        ("", ["2018", "2019", "2019-Q1", "2020", "2020"]),
        ("?gebied=", ["2018", "2019", "2019-Q1", "2020"]),
        ("?gebied=Wijk", ["2020"]),
        ("?periodeVanaf=2019-01-01", ["2019", "2019-Q1", "2020", "2020"]),
        ("?periodeVanaf=2018-01-02&periodeTot=2019-12-31", ["2019", "2019-Q1"]),
        ("?periodeTot=2019-12-30", ["2018", "2019-Q1"]),
        ("?reeks=begroting", []),
        ("?organisatie=buurdorp", []),
        ("?organisatie=testdorp&reeks=realisatie&gebied=Wijk", ["2020"]),
    ],
)
def test_metingen_zijn_te_filteren(wereld: Wereld, vraag: str, verwacht: list[str]) -> None:
    rijen = [("", p, "50") for p in ("2020", "2018", "2019", "2019-Q1")] + [("Wijk", "2020", "50")]
    wereld.zet("clienten", "testdorp", rijen)
    antwoord = wereld.vraag("/indicatoren/{clienten}/metingen" + vraag)
    assert sorted(m["periode"] for m in antwoord.get_json()["metingen"]) == verwacht


def lees_alles(wereld: Wereld, pad: str, lijst: str) -> tuple[list[Any], int]:
    """Following the Link header from page to page."""
    gevonden, paginas = [], 0
    while pad:
        antwoord = wereld.vraag(pad)
        assert antwoord.status_code == 200, antwoord.text
        gevonden += antwoord.get_json()[lijst]
        paginas += 1
        volgende = antwoord.get_json()["volgende"]
        link = antwoord.headers.get("Link")
        assert (f'<{volgende}>; rel="next"' if volgende else None) == link
        pad = (volgende or "").partition("/api/v1")[2]
    return gevonden, paginas


def test_alle_metingen_komen_precies_een_keer(wereld: Wereld) -> None:
    """Also those of different kinds that begin on the same day."""
    perioden = [f"{jaar}{deel}" for jaar in range(2010, 2022) for deel in ("", "-H1", "-Q1", "-01", "-01-01")]
    wereld.zet("clienten", "testdorp", [(g, p, "50") for g in ("", "Wijk A", "Wijk B") for p in perioden])
    gevonden, paginas = lees_alles(wereld, "/indicatoren/{clienten}/metingen?aantal=7", "metingen")
    assert paginas == -(-180 // 7)
    cellen = [(m["van"], m["tot"], m["gebied"]) for m in gevonden]
    assert len(set(cellen)) == len(cellen) == 180
    assert [c[:2] for c in cellen] == sorted(c[:2] for c in cellen)


def test_filters_blijven_gelden_op_de_volgende_pagina(wereld: Wereld) -> None:
    wereld.zet("clienten", "testdorp", [(g, str(jaar), "50") for g in ("", "A & B") for jaar in range(2000, 2020)])
    gevonden, paginas = lees_alles(wereld, "/indicatoren/{clienten}/metingen?aantal=6&gebied=A+%26+B", "metingen")
    assert (len(gevonden), paginas) == (20, 4)
    assert {m["gebied"] for m in gevonden} == {"A & B"}


def test_door_indicatoren_kan_worden_gebladerd(wereld: Wereld) -> None:
    gevonden, paginas = lees_alles(wereld, "/indicatoren?aantal=1", "indicatoren")
    assert (len({i["id"] for i in gevonden}), paginas) == (3, 3)


def test_een_pagina_kost_een_vast_aantal_queries(
    wereld: Wereld, tel_queries: Callable[[], AbstractContextManager[Teller]]
) -> None:
    aantallen = []
    for jaren in (range(1950, 1953), range(1960, 2020)):
        wereld.zet("clienten", "testdorp", [(g, str(jaar), "3") for g in ("", "A", "B") for jaar in jaren])
        for sleutel in ("schrijver", "lezer"):
            wereld.vraag("/indicatoren", sleutel)  # notes the use of the key
            with tel_queries() as teller:
                assert wereld.vraag("/indicatoren/{clienten}/metingen", sleutel).status_code == 200
            aantallen.append(teller.aantal)
    assert aantallen[:2] == aantallen[2:]
    assert max(aantallen) <= 5


@pytest.mark.parametrize(
    ("pad", "plek"),
    [
        ("/indicatoren?aantal=0", "aantal"),
        ("/indicatoren?aantal=1001", "aantal"),
        ("/indicatoren?aantal=1_0", "aantal"),
        ("/indicatoren?aantal=1&aantal=2", "aantal"),
        ("/indicatoren?gedeeld=ja", "gedeeld"),
        ("/indicatoren?cursor=-1", "cursor"),
        ("/indicatoren?cursor=99999999999999999999", "cursor"),
        ("/indicatoren?pagina=2", "pagina"),
        ("/indicatoren/{clienten}?naam=x", "naam"),
        ("/indicatoren/{clienten}/metingen?periodeVanaf=2020", "periodeVanaf"),
        ("/indicatoren/{clienten}/metingen?periodeVanaf=2020-02-30", "periodeVanaf"),
        ("/indicatoren/{clienten}/metingen?periode_vanaf=2020-01-01", "periode_vanaf"),
        ("/indicatoren/{clienten}/metingen?reeks=raming", "reeks"),
        ("/indicatoren/{clienten}/metingen?cursor=1.2", "cursor"),
        ("/indicatoren/{clienten}/metingen?gebied=" + "x" * 201, "gebied"),
    ],
)
def test_een_verkeerde_parameter_wordt_geweigerd_met_de_plek(wereld: Wereld, pad: str, plek: str) -> None:
    antwoord = wereld.vraag(pad)
    assert antwoord.status_code == 400
    assert antwoord.mimetype == "application/problem+json"
    (fout,) = antwoord.get_json()["fouten"]
    assert fout["plek"] == plek
    assert fout["melding"].endswith(".")
