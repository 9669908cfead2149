"""What a hostile user and an unlucky colleague can do to indicatoren: no faults, nothing lost, nothing leaked."""

import contextvars
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import event
from sqlalchemy.orm import Session

from app.domain.cijfers.indicator import Meetfrequentie
from app.models import Indicator, Indicatorregel, Meting, NotitieStatus, Reeks, db
from tests.integration import bewerkhulp as hulp
from tests.integration.indicatoren import cijferhulp as ch
from tests.integration.indicatoren.cijferhulp import Wereld
from tests.integration.indicatoren.test_beheer import VELDEN, regel, vul
from tests.integration.indicatoren.test_rooster import JAREN, cel, rooster, stuur, velden_van

GROOT = 10**30


__all__ = ["regel"]


@pytest.fixture
def wereld(app: Flask, session: Session) -> Wereld:
    return ch.maak_wereld(app, session)


@pytest.mark.parametrize(
    "vraag",
    [
        f"invullen?pagina={GROOT}",
        f"invullen?periodes=2018..2022&pagina={2**63 - 1}",
        f"invullen?probleemgebied={GROOT}",
        f"nieuw?regel={GROOT}",
        "invullen?periodes=2200,2200-H2",
        "invullen?periodes=2200-12-31,2200",
    ],
)
def test_wat_in_geen_tabel_of_eeuw_past_is_geen_storing(wereld: Wereld, vraag: str) -> None:
    antwoord = wereld.als("Jo").get(f"/indicatoren/{vraag}", follow_redirects=True)
    assert antwoord.status_code == 200


@pytest.mark.parametrize("periode", ["1900", "2200", "1900-01-01/2200-12-31", "2200-12-31"])
def test_een_cijfer_aan_de_rand_van_de_tijd_houdt_het_rooster_heel(wereld: Wereld, periode: str) -> None:
    trajecten = wereld.een(Indicator, id=wereld.trajecten)
    ch.sla_op(wereld.session, wereld.organisatie, ch.nieuw(trajecten, periode, "7", gebied="Noord"))
    wereld.session.commit()
    assert wereld.als("Jo").get("/indicatoren/invullen?gebied=Noord").status_code == 200


@pytest.mark.parametrize("stond", ['{"%d": Infinity}', '{"%d": 1e999}', f'{{"{GROOT}": %d}}', '{"-5": %d}'])
def test_een_verzonnen_beginstand_van_de_doelen_doet_niets(wereld: Wereld, regel: Indicatorregel, stond: str) -> None:
    adres = f"/indicatoren/{wereld.aandeel}/doelen"
    antwoord = vul(wereld.als("Jo"), adres, stond=stond % wereld.aandeel)
    assert antwoord.status_code == 303
    assert wereld.een(Indicatorregel, id=regel.id).indicator_id is None


def test_een_half_teken_in_de_beginstand_van_een_cel(wereld: Wereld) -> None:
    form = rooster(wereld.als("Jo").get(JAREN)) | velden_van(wereld, {"a2020": "veel"})
    antwoord = stuur(wereld, form | {"basis": f'{{"{cel(wereld, "2020")}": "\\ud800"}}'})
    assert antwoord.status_code == 422


@pytest.mark.parametrize("getypt", ["Aantal", "AANTAL", "aantallen"])
def test_wie_aantal_zelf_opschrijft_krijgt_dezelfde_bescherming(wereld: Wereld, getypt: str) -> None:
    client = wereld.als("Jo")
    hulp.volg(client, vul(client, "/indicatoren/nieuw", **(VELDEN | {"eenheid": "anders", "eigen_eenheid": getypt})))
    indicator = wereld.een(Indicator, naam="Wachttijd")
    ch.sla_op(wereld.session, wereld.organisatie, ch.nieuw(indicator, "2020", "3"))
    wereld.session.commit()
    assert "< 5" in hulp.tekst_van(wereld.als("Lee").get(f"/indicatoren/{indicator.id}"))


def test_een_andere_eenheid_onthult_geen_kleine_aantallen_van_de_buren(wereld: Wereld) -> None:
    buur = ch.maak_buur(wereld.session, wereld)
    trajecten = wereld.session.get_one(Indicator, wereld.trajecten)
    trajecten.gedeeld = True
    ch.sla_op(wereld.session, buur.id, ch.nieuw(trajecten, "2020", "3"))
    wereld.session.commit()
    adres = f"/indicatoren/{trajecten.id}/bewerken"
    antwoord = vul(wereld.als("Jo"), adres, eenheid="anders", eigen_eenheid="trajecten")
    assert antwoord.status_code == 422
    assert "Andere gemeenten hebben hier aantallen bij staan" in hulp.melding(antwoord)
    assert wereld.een(Indicator, id=trajecten.id).eenheid == "aantal"


@pytest.mark.parametrize("naam", ["Testdorp", "testdorp", "Gemeente  Testdorp"])
def test_de_eigen_naam_is_geen_apart_gebied(wereld: Wereld, naam: str) -> None:
    client = wereld.als("Jo")
    wereld.session.get_one(Indicator, wereld.aandeel).organisatie.naam = "Testdorp"
    wereld.session.commit()
    adres = f"/indicatoren/{wereld.aandeel}"
    form = hulp.formulier(client.get(adres), f"{adres}/metingen")
    client.post(f"{adres}/metingen", data=form | {"periode": "2020", "waarde": "9", "gebied": naam})
    form = rooster(client.get(f"{JAREN}&gebied={naam}"))
    stuur(wereld, form | {cel(wereld, "2021"): "8"}, adres=f"{JAREN}&gebied={naam}")
    assert [reeks.gebied for reeks in wereld.session.query(Reeks)] == [""]
    assert wereld.cijfers()["2020"] == "9"
    assert wereld.cijfers()["2021"] == "8"


def test_van_twee_die_een_indicator_tegelijk_opslaan_ziet_de_tweede_de_eerste(wereld: Wereld) -> None:
    """Col saves at the last moment: after Jo has read it, just before Jo has the lock."""
    adres = f"/indicatoren/{wereld.trajecten}/bewerken"
    jo, col = (hulp.formulier(wereld.als(naam).get(adres)) for naam in ("Jo", "Col"))
    codes: list[int] = []

    def eerst_col(*gebeurtenis: Any) -> None:
        opdracht = gebeurtenis[2]
        if not codes and (opdracht.startswith("UPDATE indicator") or opdracht.endswith("FOR UPDATE")):
            codes.append(0)
            van_col = col | {"definitie": "Van Col"}
            codes[0] = contextvars.Context().run(wereld.als("Col").post, adres, data=van_col).status_code

    with wereld.app.app_context():
        motor = db.engine
    event.listen(motor, "before_cursor_execute", eerst_col)
    codes.append(wereld.als("Jo").post(adres, data=jo | {"definitie": "Van Jo"}).status_code)
    event.remove(motor, "before_cursor_execute", eerst_col)
    assert codes == [303, 409]
    assert wereld.een(Indicator, id=wereld.trajecten).definitie == "Van Col"


def test_een_cijfer_dat_een_collega_wijzigde_wordt_niet_ongezien_verwijderd(wereld: Wereld) -> None:
    adres = f"/indicatoren/{wereld.aandeel}/metingen/{wereld.meting('2018').id}"
    van_jo = hulp.formulier(wereld.als("Jo").get(adres), f"{adres}/verwijderen")
    assert vul(wereld.als("Col"), adres, waarde="7", reden="Herrekend").status_code == 303
    antwoord = hulp.volg(wereld.als("Jo"), wereld.als("Jo").post(f"{adres}/verwijderen", data=van_jo))
    assert "Een collega heeft dit cijfer intussen gewijzigd. Er is niets verwijderd." in hulp.melding(antwoord)
    assert wereld.cijfers()["2018"] == "7"
    van_jo = hulp.formulier(wereld.als("Jo").get(adres), f"{adres}/verwijderen")
    wereld.als("Jo").post(f"{adres}/verwijderen", data=van_jo)
    assert "2018" not in wereld.cijfers()


def test_wat_een_collega_aan_een_regel_koppelde_wordt_niet_overschreven(wereld: Wereld, regel: Indicatorregel) -> None:
    adres = f"/indicatoren/indicatorregels/{regel.id}/koppelen"
    van_jo = hulp.formulier(wereld.als("Jo").get(adres))
    vul(wereld.als("Col"), adres, indicator=str(wereld.trajecten))
    antwoord = wereld.als("Jo").post(adres, data=van_jo | {"indicator": str(wereld.aandeel)})
    antwoord = hulp.volg(wereld.als("Jo"), antwoord)
    assert "Een collega heeft deze indicator intussen gekoppeld aan 'Trajecten'." in hulp.melding(antwoord)
    assert wereld.een(Indicatorregel, id=regel.id).indicator_id == wereld.trajecten
    hulp.volg(wereld.als("Jo"), vul(wereld.als("Jo"), adres, indicator=str(wereld.aandeel)))
    assert wereld.een(Indicatorregel, id=regel.id).indicator_id == wereld.aandeel


def test_wat_bij_een_verdwenen_rij_was_getypt_gaat_niet_verloren(wereld: Wereld) -> None:
    van_jo = rooster(wereld.als("Jo").get(JAREN))
    hulp.doe(wereld.als("Col"), f"/indicatoren/{wereld.trajecten}/verwijderen")
    client = wereld.als("Jo")
    antwoord = hulp.volg(client, stuur(wereld, van_jo | velden_van(wereld, {"t2020": "51", "a2020": "9"})))
    assert "Een indicator is intussen verwijderd of niet meer gedeeld" in hulp.melding(antwoord)
    assert "Niet opgeslagen: 51 (2020)." in hulp.melding(antwoord)
    assert wereld.cijfers()["2020"] == "9"


def test_een_doel_in_een_notitie_die_intussen_is_vastgesteld_wordt_genoemd(
    wereld: Wereld, regel: Indicatorregel
) -> None:
    adres = f"/indicatoren/{wereld.aandeel}/doelen"
    form = hulp.formulier(wereld.als("Jo").get(adres))
    doel = next(doel for doel in regel.probleemgebied.doelen if doel.nummer == 4)
    regel.probleemgebied.notitie.status = NotitieStatus.VASTGESTELD
    wereld.session.commit()
    antwoord = hulp.volg(wereld.als("Jo"), wereld.als("Jo").post(adres, data=form | {"doel": str(doel.id)}))
    assert "1 doel is intussen veranderd of vastgesteld en overgeslagen." in hulp.melding(antwoord)


def test_een_week_aan_het_eind_van_de_tijd(wereld: Wereld) -> None:
    trajecten = wereld.een(Indicator, id=wereld.trajecten)
    trajecten.frequentie = Meetfrequentie.WEEK
    ch.sla_op(wereld.session, wereld.organisatie, ch.nieuw(trajecten, "2200-12-31", "7"))
    wereld.session.commit()
    assert wereld.als("Jo").get(f"/indicatoren/{wereld.trajecten}").status_code == 200
    assert wereld.session.query(Meting).count() == 3
