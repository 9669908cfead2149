"""Frozen with its period: what is changed after closing is not in the report, until it is opened again."""

import json
from pathlib import Path

import pytest
from sqlalchemy import select

from app.models import Rapport, Voortgangsregel
from app.services.voortgang.periode_status import heropen_periode
from app.services.voortgang.thema_beheren import wijzig_thema
from tests.integration.rapportages.rapporthulp import ADRES, CODE, DOOR, Wereld, pagina, thema, vul_in


@pytest.fixture
def dicht(wereld: Wereld) -> Wereld:
    wereld.begin()
    vul_in(wereld.als("Jo"), f"/rapportages/hoofdstukken/{wereld.hoofdstuk('Wachttijden').id}", duiding="Het daalt.")
    wereld.sluit()
    return wereld


def verander_alles(wereld: Wereld) -> None:
    wereld.meet(wereld.kosten, "2018", "7654321")
    wijzig_thema(wereld.session, thema=thema(wereld, "Structuur"), naam="Anders", door=DOOR)
    wereld.session.commit()
    wereld.hoofdstuk("Wachttijden").duiding = "Het stijgt."
    for regel in wereld.session.scalars(select(Voortgangsregel)):
        regel.voortgang = "Na het sluiten."
    wereld.session.commit()


def test_een_gesloten_rapport_zegt_wat_het_zei(dicht: Wereld) -> None:
    ervoor = pagina(dicht.als("Lee").get(ADRES))
    bestand = dicht.als("Lee").get(f"{ADRES}/rapport.json").data
    verander_alles(dicht)
    assert pagina(dicht.als("Lee").get(ADRES)) == ervoor
    assert dicht.als("Lee").get(f"{ADRES}/rapport.json").data == bestand
    assert "€ 1.234.567" in ervoor
    assert "Het daalt." in ervoor
    assert "gesloten op" in ervoor


def test_na_heropenen_is_het_weer_van_nu_en_na_sluiten_weer_vast(dicht: Wereld) -> None:
    verander_alles(dicht)
    heropen_periode(dicht.session, periode=dicht.periode(CODE), reden="Een fout.", door=DOOR)
    dicht.session.commit()
    nu = pagina(dicht.als("Jo").get(ADRES))
    assert dicht.session.scalar(select(Rapport.momentopname)), "blijft tot de volgende keer sluiten"
    for woorden in ("€ 7.654.321", "Het stijgt.", "Thema 1: Anders", "Na het sluiten.", "ter controle"):
        assert woorden in nu
    dicht.sluit()
    dicht.meet(dicht.kosten, "2018", "5")
    assert "€ 7.654.321" in pagina(dicht.als("Lee").get(ADRES))


def test_ook_de_grafiek_zelf_is_bevroren(dicht: Wereld) -> None:
    inhoud = json.dumps(dicht.rapport().momentopname)
    assert '"1234567"' in inhoud
    assert "Lijngrafiek" in inhoud


def test_sluiten_zonder_rapport_kan_gewoon(wereld: Wereld) -> None:
    wereld.sluit()
    assert "Over deze periode is geen rapport gemaakt." in wereld.als("Lee").get(ADRES).get_data(as_text=True)


def test_het_bestand_van_de_opdrachtregel_is_dat_van_het_scherm(dicht: Wereld, tmp_path: Path) -> None:
    uit = tmp_path / "rapport.json"
    argumenten = ["--organisatie", "testdorp", "--periode", "2019-h2", "--formaat", "json", "--uit", str(uit)]
    uitkomst = dicht.app.test_cli_runner().invoke(args=["exporteer", "rapport", *argumenten])
    assert uitkomst.exit_code == 0, uitkomst.output
    assert uit.read_bytes() == dicht.als("Max").get(f"{ADRES}/rapport.json").data


@pytest.mark.parametrize(
    ("code", "zin"),
    [
        ("2019-H1", "Testdorp heeft geen rapport over 2019-H1."),
        ("2018", "Testdorp heeft geen periode 2018."),
        ("x", "'x' is geen periode; schrijf bijvoorbeeld 2019-H1, 2020-Q3 of 2020."),
    ],
)
def test_wat_er_niet_is_zegt_de_opdrachtregel(wereld: Wereld, code: str, zin: str) -> None:
    argumenten = ["--organisatie", "testdorp", "--periode", code, "--formaat", "csv", "--uit", "-"]
    uitkomst = wereld.app.test_cli_runner().invoke(args=["exporteer", "rapport", *argumenten])
    assert (uitkomst.exit_code, uitkomst.stderr.strip()) == (2, zin)
