"""The grid that says who carries what."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from app.models import Doel, Interventie, Logregel, Onderdeel
from tests.integration import bewerkhulp as hulp
from tests.integration.bewerkhulp import Wereld


@pytest.fixture
def wereld(client: FlaskClient, session: Session) -> Wereld:
    return hulp.maak_wereld(client, session)


def rooster(wereld: Wereld) -> tuple[str, dict[str, str]]:
    adres = f"{wereld.basis}/toewijzen"
    return adres, hulp.formulier(wereld.client.get(adres))


def stand(wereld: Wereld, model: type, **velden: object) -> set[tuple[str, bool]]:
    return hulp.wie(hulp.een(wereld.session, model, **velden))


def test_opslaan_zonder_wijziging_verandert_niets(wereld: Wereld) -> None:
    voor = wereld.toestand()
    adres, velden = rooster(wereld)
    assert "Er is niets gewijzigd." in hulp.melding(hulp.volg(wereld.client, hulp.sla_op(wereld.client, adres, velden)))
    assert wereld.toestand() == voor
    assert wereld.session.query(Logregel).count() == 0


def test_alles_in_een_keer(wereld: Wereld) -> None:
    adres, velden = rooster(wereld)
    een, deel = wereld.id(Doel, nummer=1), wereld.id(Onderdeel, letter="a")
    interventie = wereld.id(Interventie, nummer=2)
    erbij = {
        f"doel-{een}-lokaal": "ja",
        f"onderdeel-{deel}-voorbehoud-rigg": "ja",
        f"interventie-{interventie}-rigg": "ja",
    }
    pagina = hulp.volg(wereld.client, hulp.sla_op(wereld.client, adres, velden, **erbij))
    assert "Opgeslagen: 3 toewijzingen gewijzigd." in hulp.melding(pagina)
    assert stand(wereld, Doel, nummer=1) == {("lokaal", False)}
    assert stand(wereld, Onderdeel, letter="a") == {("rigg", True)}
    assert stand(wereld, Interventie, nummer=2) == {("rigg", False)}
    regel = hulp.een(wereld.session, Logregel)
    assert regel.nieuw == {"doel 1 Lokaal": "ja", "interventie 1a RIGG": "onder voorbehoud", "interventie 2 RIGG": "ja"}


def test_naam_uitzetten_haalt_ook_het_voorbehoud_weg(wereld: Wereld) -> None:
    adres, velden = rooster(wereld)
    del velden[f"doel-{wereld.id(Doel, nummer=2)}-lokaal"]
    hulp.volg(wereld.client, hulp.sla_op(wereld.client, adres, velden))
    assert stand(wereld, Doel, nummer=2) == {("rigg", False)}


def test_voorbehoud_aan_en_uit(wereld: Wereld) -> None:
    adres, velden = rooster(wereld)
    sleutel = f"doel-{wereld.id(Doel, nummer=2)}"
    del velden[f"{sleutel}-voorbehoud-lokaal"]
    pagina = hulp.volg(wereld.client, hulp.sla_op(wereld.client, adres, velden, **{f"{sleutel}-voorbehoud-rigg": "ja"}))
    assert "Opgeslagen: 2 toewijzingen gewijzigd." in hulp.melding(pagina)
    assert stand(wereld, Doel, nummer=2) == {("lokaal", False), ("rigg", True)}


def test_twee_mensen_in_verschillende_vakken_gaan_samen(wereld: Wereld) -> None:
    adres, mijn = rooster(wereld)
    _, hun = rooster(wereld)
    een = wereld.id(Doel, nummer=1)
    hulp.volg(wereld.client, hulp.sla_op(wereld.client, adres, hun, **{f"doel-{een}-rigg": "ja"}))
    hulp.volg(wereld.client, hulp.sla_op(wereld.client, adres, mijn, **{f"doel-{een}-lokaal": "ja"}))
    assert stand(wereld, Doel, nummer=1) == {("lokaal", False), ("rigg", False)}


def test_hetzelfde_vak_wordt_eerst_getoond_en_de_rest_blijft(wereld: Wereld) -> None:
    adres, mijn = rooster(wereld)
    _, hun = rooster(wereld)
    een, twee = f"doel-{wereld.id(Doel, nummer=1)}", f"doel-{wereld.id(Doel, nummer=2)}"
    # The colleague: doel 2 Lokaal without voorbehoud, and doel 1 to the RIGG. Me: doel 2 not Lokaal at all.
    del hun[f"{twee}-voorbehoud-lokaal"]
    hulp.volg(wereld.client, hulp.sla_op(wereld.client, adres, hun, **{f"{een}-rigg": "ja"}))
    del mijn[f"{twee}-lokaal"], mijn[f"{twee}-voorbehoud-lokaal"]
    botsing = hulp.sla_op(wereld.client, adres, mijn)
    assert botsing.status_code == 409
    woorden = ["toegewezen onder voorbehoud", "toegewezen", "niet toegewezen"]
    assert hulp.naast_elkaar(botsing) == {"Doel 2, Lokaal": woorden}
    assert stand(wereld, Doel, nummer=2) == {("lokaal", False), ("rigg", False)}
    opnieuw = hulp.formulier(botsing)
    assert f"{twee}-lokaal" not in opnieuw
    zonder = hulp.sla_op(wereld.client, adres, opnieuw)
    assert zonder.status_code == 422
    hun_keuze = hulp.sla_op(wereld.client, adres, hulp.kies(botsing, "hun"))
    assert "Er is niets gewijzigd." in hulp.melding(hulp.volg(wereld.client, hun_keuze))
    assert stand(wereld, Doel, nummer=2) == {("lokaal", False), ("rigg", False)}
    hulp.volg(wereld.client, hulp.sla_op(wereld.client, adres, hulp.kies(zonder)))
    assert stand(wereld, Doel, nummer=2) == {("rigg", False)}
    assert stand(wereld, Doel, nummer=1) == {("rigg", False)}


def test_een_rij_die_er_intussen_bijkwam_blijft_zoals_hij_is(wereld: Wereld) -> None:
    adres, velden = rooster(wereld)
    twee = wereld.id(Doel, nummer=2)
    zonder = {naam: waarde for naam, waarde in velden.items() if not naam.startswith(f"doel-{twee}-")}
    hulp.volg(
        wereld.client, hulp.sla_op(wereld.client, adres, zonder | {"doel-999999-rigg": "ja", "doel-x-rigg-was": "?"})
    )
    assert stand(wereld, Doel, nummer=2) == {("lokaal", True), ("rigg", False)}


def test_de_teller_telt_wat_nog_niemand_heeft(wereld: Wereld) -> None:
    # doelen 1 and 4, interventies 1 and 2, onderdeel a; doel 2 and onderdeel c have somebody
    assert "Regels zonder Lokaal of RIGG: 5" in hulp.tekst_van(wereld.client.get(f"{wereld.basis}/toewijzen"))
