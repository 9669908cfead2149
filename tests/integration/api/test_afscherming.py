"""Small counts through the API: hidden from a key that may not see them, with what would give them away."""

from typing import Any

import pytest
from sqlalchemy import update

from app.models import Meting, Organisatie
from tests.integration.api.apihulp import Wereld

WIJKEN = [("", "2020", "53"), ("A", "2020", "3"), ("B", "2020", "20"), ("C", "2020", "30")]


def gelezen(wereld: Wereld, sleutel: str, naam: str = "clienten", vraag: str = "") -> list[dict[str, Any]]:
    antwoord = wereld.vraag(f"/indicatoren/{wereld.ids[naam]}/metingen{vraag}", sleutel)
    assert antwoord.status_code == 200
    rijen: list[dict[str, Any]] = antwoord.get_json()["metingen"]
    return rijen


def getoond(rijen: list[dict[str, Any]]) -> dict[tuple[str, str], str]:
    return {(rij["gebied"], rij["periode"]): rij["weergave"] for rij in rijen}


def test_wie_het_niet_mag_ziet_geen_klein_aantal_en_niets_dat_het_verraadt(wereld: Wereld) -> None:
    wereld.zet("clienten", "testdorp", WIJKEN)
    rijen = gelezen(wereld, "lezer")
    assert getoond(rijen) == {
        ("", "2020"): "53",
        ("A", "2020"): "< 5",
        ("B", "2020"): "afgeschermd",
        ("C", "2020"): "30",
    }
    assert {rij["gebied"]: (rij["waarde"], rij["afgeschermd"]) for rij in rijen} == {
        "": ("53", False),
        "A": (None, True),
        "B": (None, True),
        "C": ("30", False),
    }


@pytest.mark.parametrize("sleutel", ["schrijver", "kijker"])
def test_wie_het_mag_ziet_alles_van_de_eigen_organisatie(wereld: Wereld, sleutel: str) -> None:
    wereld.zet("clienten", "testdorp", WIJKEN)
    assert [rij["waarde"] for rij in gelezen(wereld, sleutel)] == ["53", "3", "20", "30"]


@pytest.mark.parametrize("sleutel", ["schrijver", "kijker", "lezer"])
def test_kleine_aantallen_van_een_ander_ziet_niemand(wereld: Wereld, sleutel: str) -> None:
    wereld.zet("gedeeld", "buurdorp", [("", "2020", "4"), ("", "2021", "9")])
    wereld.zet("gedeeld", "testdorp", [("", "2020", "3")])
    rijen = {(r["organisatie"], r["periode"]): r["waarde"] for r in gelezen(wereld, sleutel, "gedeeld")}
    assert rijen["buurdorp", "2020"] is None
    assert rijen["buurdorp", "2021"] == "9"
    assert rijen["testdorp", "2020"] == (None if sleutel == "lezer" else "3")


@pytest.mark.parametrize(
    "vraag", ["?gebied=B", "?gebied=A", "?aantal=1", "?aantal=1&cursor=737425.737790.1", "?periodeVanaf=2020-01-01"]
)
def test_een_filter_of_pagina_verandert_niet_wat_verborgen_is(wereld: Wereld, vraag: str) -> None:
    wereld.zet("clienten", "testdorp", WIJKEN)
    alles = getoond(gelezen(wereld, "lezer"))
    deel = getoond(gelezen(wereld, "lezer", vraag=vraag))
    assert deel
    assert deel.items() <= alles.items()


def test_een_jaar_verraadt_geen_kwartaal_ook_niet_in_delen(wereld: Wereld) -> None:
    kwartalen = [("", f"2020-Q{n}", str(v)) for n, v in ((1, 3), (2, 9), (3, 12), (4, 16))]
    wereld.zet("clienten", "testdorp", [("", "2020", "40"), *kwartalen])
    vragen = ("", "?periodeTot=2020-03-31", "?periodeVanaf=2020-04-01", "?periodeVanaf=2020-07-01")
    zichten = [getoond(gelezen(wereld, "lezer", vraag=vraag)) for vraag in vragen]
    assert zichten[0]["", "2020-Q2"] == "afgeschermd"
    assert all(zicht.items() <= zichten[0].items() for zicht in zichten)


def test_ook_perioden_van_meer_jaren_verraden_niets(wereld: Wereld) -> None:
    wereld.zet("clienten", "testdorp", [("", "2019-01-01/2020-12-31", "23"), ("", "2019", "3"), ("", "2020", "20")])
    vragen = ("", "?periodeTot=2019-12-31", "?periodeVanaf=2020-01-01")
    for vraag in vragen:
        rijen = gelezen(wereld, "lezer", vraag=vraag)
        assert {rij["periode"] for rij in rijen if rij["afgeschermd"]} & {"2019", "2020"} or not rijen
        assert not [rij for rij in rijen if rij["periode"] == "2020" and not rij["afgeschermd"]]


def test_een_toelichting_bij_een_klein_aantal_blijft_ook_dicht(wereld: Wereld) -> None:
    wereld.lever({"periode": "2020", "waarde": "3", "bron": "Drie dossiers", "toelichting": "Het waren er drie."})
    (rij,) = gelezen(wereld, "lezer")
    assert (rij["bron"], rij["toelichting"]) == ("", "")
    assert gelezen(wereld, "schrijver")[0]["toelichting"] == "Het waren er drie."


def test_de_drempel_is_die_van_wie_het_cijfer_is(wereld: Wereld) -> None:
    wereld.session.execute(update(Organisatie).where(Organisatie.slug == "buurdorp").values(drempel=10))
    wereld.zet("gedeeld", "buurdorp", [("", "2020", "9")])
    wereld.zet("gedeeld", "testdorp", [("", "2020", "9")])
    rijen = {r["organisatie"]: r["weergave"] for r in gelezen(wereld, "lezer", "gedeeld")}
    assert rijen == {"buurdorp": "< 10", "testdorp": "9"}


REGIO = {"buurdorp": "20", "testdorp": "3", "streekdorp": "30"}


def in_de_regio(wereld: Wereld) -> None:
    """Three gemeenten and the RIGG that measures all of them: 53."""
    regio = wereld.session.get_one(Organisatie, wereld.ids["testdorp"]).regio_id
    for slug, soort in (("streekdorp", "gemeente"), ("rigg", "inkooporganisatie")):
        nieuw = Organisatie(slug=slug, naam=slug.capitalize(), soort=soort, regio_id=regio)
        wereld.session.add(nieuw)
        wereld.session.flush()
        wereld.ids[slug] = nieuw.id
    for slug, waarde in REGIO.items():
        wereld.zet("gedeeld", slug, [("", "2020", waarde)])
    wereld.zet("gedeeld", "rigg", [("De regio", "2020", "53")])


def test_een_cijfer_van_de_regio_verraadt_geen_klein_aantal_van_een_gemeente(wereld: Wereld) -> None:
    """53 less 20 and 30 would be 3. Of itself the buur knows 20, so the 30 of streekdorp is hidden."""
    in_de_regio(wereld)
    alles = {(r["organisatie"], r["periode"]): r["weergave"] for r in gelezen(wereld, "buur", "gedeeld")}
    assert alles["buurdorp", "2020"] == "20"
    assert alles["rigg", "2020"] == "53"
    assert alles["testdorp", "2020"] == "< 5"
    assert alles["streekdorp", "2020"] == "afgeschermd"
    for vraag in ("?organisatie=streekdorp", "?gebied=", "?periodeVanaf=2020-01-01&periodeTot=2020-12-31&aantal=2"):
        deel = {(r["organisatie"], r["periode"]): r["weergave"] for r in gelezen(wereld, "buur", "gedeeld", vraag)}
        assert deel
        assert deel.items() <= alles.items()


def test_wat_om_de_regio_verborgen_is_volgt_ook_niet_uit_delen_van_de_gemeente_zelf(wereld: Wereld) -> None:
    in_de_regio(wereld)
    wereld.zet("gedeeld", "streekdorp", [("", f"2020-Q{n}", w) for n, w in enumerate(("12", "9", "9", "0"), 1)])
    wereld.zet("gedeeld", "streekdorp", [("", f"2021-Q{n}", "8") for n in range(1, 5)])
    rijen = {(r["organisatie"], r["periode"]): r["weergave"] for r in gelezen(wereld, "buur", "gedeeld")}
    kwartalen = sorted(rijen["streekdorp", f"2020-Q{n}"] for n in range(1, 5))
    assert kwartalen == ["0", "12", "9", "afgeschermd"]
    assert rijen["streekdorp", "2021-Q1"] == "8"


def test_andere_eenheden_zijn_geen_mensen(wereld: Wereld) -> None:
    wereld.zet("aandeel", "testdorp", [("", "2020", "3")])
    assert [rij["waarde"] for rij in gelezen(wereld, "lezer", "aandeel")] == ["3"]


def test_een_pagina_leest_alleen_de_jaren_die_erbij_horen(wereld: Wereld) -> None:
    """The same figures are hidden whether one reads a hundred years at once or one by one."""
    rijen = [(g, str(j), str(v)) for j in range(1920, 2020) for g, v in (("", 40 + j % 3), ("A", 3), ("B", 37 + j % 3))]
    wereld.zet("clienten", "testdorp", rijen)
    alles = getoond(gelezen(wereld, "lezer"))
    los = [
        getoond(gelezen(wereld, "lezer", vraag=f"?periodeVanaf={j}-01-01&periodeTot={j}-12-31")) for j in (1920, 1999)
    ]
    assert all(zicht.items() <= alles.items() and len(zicht) == 3 for zicht in los)
    assert wereld.aantal(Meting) == 300
