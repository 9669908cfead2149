"""Who did what and when."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.taal.datums import toon_moment
from app.models import Bron, Doel, Indicatorregel, Logregel, Onderdeel, Probleemgebied, Punt
from tests.integration import bewerkhulp as hulp
from tests.integration.bewerkhulp import Wereld


@pytest.fixture
def wereld(client: FlaskClient, session: Session) -> Wereld:
    return hulp.maak_wereld(client, session)


def regels(wereld: Wereld) -> list[Logregel]:
    wereld.session.rollback()
    return list(wereld.session.scalars(select(Logregel).order_by(Logregel.id.desc())))


def test_elke_handeling_staat_er_een_keer_met_wie_en_wanneer(wereld: Wereld) -> None:
    hulp.doe(wereld.client, f"{wereld.basis}/doel/{wereld.id(Doel, nummer=1)}/verplaatsen", stap="omlaag")
    adres = f"{wereld.basis}/ist/{wereld.id(Punt, tekst='ist 2')}"
    hulp.volg(
        wereld.client, hulp.sla_op(wereld.client, adres, hulp.formulier(wereld.client.get(adres)), tekst="Anders")
    )
    pagina = wereld.verwijder("onderdeel", wereld.id(Onderdeel, letter="c"))
    hulp.maak_ongedaan(wereld.client, pagina)
    adres = f"{wereld.basis}/toewijzen"
    doel = wereld.id(Doel, nummer=4)
    velden = hulp.formulier(wereld.client.get(adres)) | {f"doel-{doel}-rigg": "ja"}
    hulp.volg(wereld.client, hulp.sla_op(wereld.client, adres, velden))
    gevonden = regels(wereld)
    assert [regel.omschrijving for regel in gevonden] == [
        "Toewijzingen gewijzigd (1)",
        "Onderdeel 1c teruggezet",
        "Onderdeel 1c verwijderd",
        "Ist-punt 2 gewijzigd",
        "Doel 1 is nu doel 2 en 2 is nu 1; 3 indicatoren en 2 toewijzingen gingen mee",
    ]
    assert (gevonden[3].oud, gevonden[3].nieuw) == ({"tekst": "ist 2"}, {"tekst": "Anders"})
    tekst = hulp.tekst_van(wereld.client.get(f"{wereld.basis}/geschiedenis"))
    for regel in gevonden:
        assert f"{toon_moment(regel.tijdstip)} {regel.omschrijving} door Jo Jansen" in tekst
    assert "Onderdeel 1c teruggezet door Jo Jansen" in hulp.tekst_van(wereld.client.get(wereld.basis))
    assert "Onderdeel 1c teruggezet door Jo Jansen" in hulp.tekst_van(wereld.client.get(f"/notities/{wereld.notitie}"))


def test_hetzelfde_opslaan_laat_geen_spoor_na(wereld: Wereld) -> None:
    for soort, model, velden in (("doel", Doel, {"nummer": 1}), ("indicator", Indicatorregel, {"tekst": "A1"})):
        adres = f"{wereld.basis}/{soort}/{wereld.id(model, **velden)}"
        hulp.volg(wereld.client, hulp.sla_op(wereld.client, adres, hulp.formulier(wereld.client.get(adres))))
    adres = f"{wereld.basis}/gegevens"
    hulp.volg(wereld.client, hulp.sla_op(wereld.client, adres, hulp.formulier(wereld.client.get(adres))))
    assert regels(wereld) == []


def test_wat_een_opdracht_deed_staat_op_naam_van_doelspoor(wereld: Wereld) -> None:
    wereld.session.add(
        Logregel(
            organisatie_id=wereld.organisatie, bron=Bron.OPDRACHTREGEL, notitie_id=wereld.notitie,
            probleemgebied_id=wereld.gebied, omschrijving="Iets gedaan",
        )
    )  # fmt: skip
    wereld.session.commit()
    assert "Iets gedaan door Doelspoor (opdrachtregel)" in hulp.tekst_van(
        wereld.client.get(f"{wereld.basis}/geschiedenis")
    )


@pytest.mark.parametrize(
    ("pagina", "bovenste"),
    [("1", 120), ("2", 70), ("3", 20), ("4", 20), ("0", 120), ("-1", 120), ("abc", 120), ("9" * 30, 20),
     ("", 120), ("1e3", 120), ("\x00", 120)],
)  # fmt: skip
def test_bladeren(wereld: Wereld, pagina: str, bovenste: int) -> None:
    for i in range(1, 121):
        vast = {"organisatie_id": wereld.organisatie, "bron": Bron.SCHERM, "probleemgebied_id": wereld.gebied}
        wereld.session.add(Logregel(omschrijving=f"Daad {i}.", **vast))
    wereld.session.commit()
    antwoord = wereld.client.get(f"{wereld.basis}/geschiedenis", query_string={"pagina": pagina})
    assert antwoord.status_code == 200
    tekst = hulp.tekst_van(antwoord)
    assert f"Daad {bovenste}. " in tekst
    assert f"Daad {bovenste + 1}. " not in tekst
    assert f"Daad {max(1, bovenste - 49)}. " in tekst


def test_geschiedenis_overleeft_verwijderen_en_terugzetten(wereld: Wereld) -> None:
    pagina = hulp.doe(wereld.client, f"{wereld.basis}/verwijderen")
    hulp.maak_ongedaan(wereld.client, pagina)
    assert hulp.een(wereld.session, Probleemgebied, id=wereld.gebied).naam == "Wachttijden"
    tekst = hulp.tekst_van(wereld.client.get(f"{wereld.basis}/geschiedenis"))
    assert "Probleemgebied 'Wachttijden' teruggezet" in tekst
    assert "Probleemgebied 'Wachttijden' verwijderd" in tekst
