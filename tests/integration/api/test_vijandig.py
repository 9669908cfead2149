"""Requests that mean harm or are broken: refused in Dutch, nothing stored, no server error."""

import json

import pytest

from app.api.verzoek import GROOTSTE_LICHAAM
from app.models import Meting
from tests.integration.api.apihulp import Wereld

GOED = {"periode": "2020", "waarde": "5"}
RIJ = '{"periode": "2020", "waarde": "5"}'


def stuur(wereld: Wereld, lichaam: str | bytes, soort: str = "application/json") -> tuple[int, dict[str, object]]:
    antwoord = wereld.vraag("/indicatoren/{clienten}/metingen", methode="POST", data=lichaam, content_type=soort)
    assert antwoord.mimetype == "application/problem+json", antwoord.text
    assert wereld.aantal(Meting) == 0
    return antwoord.status_code, antwoord.get_json()


@pytest.mark.parametrize(
    "lichaam",
    [
        b"",
        b"\xff\xfe",
        b"\xef\xbb\xbf{}",
        b"{",
        b"[" * 200_000,
        b'{"metingen":' * 50_000,
        '{"metingen": [' + RIJ,
        '{"metingen": [' + RIJ + "]} en meer",
        "{'metingen': []}",
        '{"metingen": [{"periode": "\\ud800", "waarde": "5"}]}',
        "9" * 100_000,
    ],
    ids=lambda lichaam: str(lichaam[:20]),
)
def test_wat_geen_json_is_wordt_geweigerd(wereld: Wereld, lichaam: str | bytes) -> None:
    assert stuur(wereld, lichaam)[0] == 400


@pytest.mark.parametrize(
    ("lichaam", "plek"),
    [
        ("[]", ""),
        ("null", ""),
        ('"tekst"', ""),
        ("{}", "/metingen"),
        ('{"metingen": null}', "/metingen"),
        ('{"metingen": {}}', "/metingen"),
        ('{"metingen": []}', "/metingen"),
        ('{"metingen": [null]}', "/metingen/0"),
        ('{"metingen": [[]]}', "/metingen/0"),
        ('{"metingen": [{"periode": "2020"}]}', "/metingen/0/waarde"),
        ('{"metingen": [{"periode": "2020", "waarde": 5}]}', "/metingen/0/waarde"),
        ('{"metingen": [{"periode": "2020", "waarde": NaN}]}', "/metingen/0/waarde"),
        ('{"metingen": [{"periode": "2020", "waarde": 1e999}]}', "/metingen/0/waarde"),
        ('{"metingen": [{"periode": "2020", "waarde": -Infinity}]}', "/metingen/0/waarde"),
        ('{"metingen": [{"periode": "2020", "waarde": ""}]}', "/metingen/0/waarde"),
        ('{"metingen": [{"periode": 2020, "waarde": "5"}]}', "/metingen/0/periode"),
        ('{"metingen": [{"periode": "2020", "waarde": "5", "voorlopig": 1}]}', "/metingen/0/voorlopig"),
        ('{"metingen": [{"periode": "2020", "waarde": "5", "reeks": "raming"}]}', "/metingen/0/reeks"),
        ('{"metingen": [{"periode": "2020", "waarde": "5", "organisatieId": 2}]}', "/metingen/0/organisatieId"),
        ('{"metingen": [{"periode": "2020", "waarde": "5", "a/b~": 2}]}', "/metingen/0/a~1b~0"),
        ('{"metingen": [' + RIJ + '], "reden": null}', "/reden"),
        ('{"metingen": [' + RIJ + '], "__proto__": {}}', "/__proto__"),
    ],
)
def test_de_verkeerde_vorm_wordt_geweigerd_met_de_plek(wereld: Wereld, lichaam: str, plek: str) -> None:
    code, probleem = stuur(wereld, lichaam)
    assert code == 400
    assert [fout["plek"] for fout in probleem["fouten"]] == [plek]  # type: ignore[attr-defined]


def test_alleen_json_wordt_gelezen(wereld: Wereld) -> None:
    goed = json.dumps({"metingen": [GOED]})
    for soort in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/xml", ""):
        assert stuur(wereld, goed, soort)[0] == 415


def test_een_te_groot_verzoek_wordt_niet_gelezen(wereld: Wereld) -> None:
    code, probleem = stuur(wereld, json.dumps({"metingen": [GOED], "reden": "x" * GROOTSTE_LICHAAM}))
    assert (code, probleem["title"]) == (413, "Het verzoek is te groot")


def test_een_verzoek_dat_een_en_al_fout_is_kost_geen_geheugen(wereld: Wereld) -> None:
    lichaam = "{" + ",".join(f'"v{nummer}":1' for nummer in range(300_000)) + "}"
    code, probleem = stuur(wereld, lichaam)
    assert (code, probleem["detail"]) == (400, "300001 dingen kloppen niet. Er is niets opgeslagen.")
    assert "fouten" not in probleem


def test_van_duizenden_fouten_komen_de_eerste_terug(wereld: Wereld) -> None:
    code, probleem = stuur(wereld, json.dumps({"metingen": [{"periode": "2020", "waarde": 5}] * 5000}))
    assert code == 400
    assert len(probleem["fouten"]) == 1000  # type: ignore[arg-type]
    assert "5000 dingen kloppen niet." in str(probleem["detail"])
    code, probleem = stuur(wereld, json.dumps({"metingen": [{"periode": "2020", "waarde": "x"}] * 5000}))
    assert (code, len(probleem["fouten"])) == (422, 1000)  # type: ignore[arg-type]


def test_lange_teksten_worden_geweigerd(wereld: Wereld) -> None:
    for veld, lengte in (("bron", 5001), ("toelichting", 5001), ("gebied", 201), ("waarde", 41), ("periode", 81)):
        code, probleem = stuur(wereld, json.dumps({"metingen": [{**GOED, veld: "5" * lengte}]}))
        assert (code, probleem["fouten"][0]["plek"]) == (400, f"/metingen/0/{veld}")  # type: ignore[index]
