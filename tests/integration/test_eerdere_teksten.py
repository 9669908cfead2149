"""What an item said before comes back into its form, whoever or whatever changed it, also from a version before."""

import re

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import Doel, EerdereTekst, Interventie, Notitie, NotitieStatus, Onderdeel, Rol
from app.services.logboek import OPDRACHTREGEL
from app.services.notities.versies import begin_nieuw_concept
from tests.integration import bewerkhulp as hulp
from tests.integration.bewerkhulp import Wereld

EERST, DAARNA, NU = (f"In {jaar} {pct}% minder dan in 2019." for jaar, pct in ((2022, 10), (2023, 20), (2024, 30)))


@pytest.fixture
def wereld(client: FlaskClient, session: Session) -> Wereld:
    return hulp.maak_wereld(client, session, Rol.MANAGER)


def schrijf(wereld: Wereld, soort: str, id_: int, *teksten: str) -> str:
    adres = f"{wereld.basis}/{soort}/{id_}"
    for tekst in teksten:
        velden = hulp.formulier(wereld.client.get(adres))
        hoe = {"hoe": "lezen"} if soort == "doel" else {}
        assert hulp.sla_op(wereld.client, adres, velden, tekst=tekst, **hoe).status_code == 303
    return adres


def links(wereld: Wereld, adres: str) -> list[str]:
    pagina = wereld.client.get(adres).get_data(as_text=True)
    return re.findall(r'href="([^"]+\?eerder=\d+)"', pagina)


def test_terughalen_vult_het_veld_en_slaat_niets_op(wereld: Wereld) -> None:
    id_ = wereld.id(Doel, nummer=1)
    adres = schrijf(wereld, "doel", id_, EERST, DAARNA, NU)
    eerdere = links(wereld, adres)
    assert len(eerdere) == 3
    pagina = wereld.client.get(eerdere[1])
    assert "Er is nog niets opgeslagen" in hulp.tekst_van(pagina)
    velden = hulp.formulier(pagina)
    assert velden["tekst"] == EERST
    assert hulp.een(wereld.session, Doel, id=id_).tekst == NU
    assert hulp.sla_op(wereld.client, adres, velden).status_code == 303
    wereld.session.expire_all()
    doel = hulp.een(wereld.session, Doel, id=id_)
    assert (doel.tekst, doel.minimum, doel.doeljaar) == (EERST, 10, 2022), "ook de streefwaarde van toen"


def test_wat_er_staat_en_wat_er_twee_keer_stond_staat_er_niet_bij(wereld: Wereld) -> None:
    adres = schrijf(wereld, "doel", wereld.id(Doel, nummer=1), EERST, DAARNA, EERST, DAARNA, EERST)
    pagina = hulp.tekst_van(wereld.client.get(adres))
    assert len(links(wereld, adres)) == 2
    assert "Eerdere teksten 2" in pagina


def test_een_collega_die_intussen_iets_deed_blijft_een_vraag(wereld: Wereld) -> None:
    id_ = wereld.id(Doel, nummer=1)
    adres = schrijf(wereld, "doel", id_, EERST, DAARNA)
    velden = hulp.formulier(wereld.client.get(links(wereld, adres)[0]))
    schrijf(wereld, "doel", id_, NU)
    assert hulp.sla_op(wereld.client, adres, velden).status_code == 409


def test_ook_van_een_onderdeel(wereld: Wereld) -> None:
    id_ = wereld.id(Onderdeel, letter="a")
    adres = schrijf(wereld, "onderdeel", id_, "Eerst dit.", "En nu dat.")
    assert len(links(wereld, adres)) == 2


def test_de_tekst_van_de_vorige_versie_is_terug_te_halen(wereld: Wereld) -> None:
    schrijf(wereld, "interventie", wereld.id(Interventie, nummer=1), EERST)
    notitie = wereld.session.get_one(Notitie, wereld.notitie)
    notitie.status = NotitieStatus.VASTGESTELD
    wereld.session.commit()
    nieuw = begin_nieuw_concept(wereld.session, notitie=notitie, door=OPDRACHTREGEL)
    wereld.session.commit()
    gebied = nieuw.probleemgebieden[0]
    adres = f"/probleemgebieden/{gebied.id}/interventie/{gebied.interventies[0].id}"
    velden = hulp.formulier(wereld.client.get(adres))
    assert hulp.sla_op(wereld.client, adres, velden, tekst=NU).status_code == 303
    assert hulp.formulier(wereld.client.get(links(wereld, adres)[0]))["tekst"] == EERST


@pytest.mark.parametrize("nummer", ["0", "x", "99999999999", "12345"])
def test_een_nummer_dat_niet_bestaat(wereld: Wereld, nummer: str) -> None:
    id_ = wereld.id(Doel, nummer=1)
    adres = schrijf(wereld, "doel", id_, NU)
    assert hulp.formulier(wereld.client.get(f"{adres}?eerder={nummer}"))["tekst"] == NU


def test_de_tekst_van_een_ander_item_komt_niet_terug(wereld: Wereld) -> None:
    van_een = schrijf(wereld, "doel", wereld.id(Doel, nummer=1), EERST, DAARNA)
    ander = schrijf(wereld, "doel", wereld.id(Doel, nummer=2), NU)
    nummer = links(wereld, van_een)[0].rpartition("=")[2]
    assert hulp.formulier(wereld.client.get(f"{ander}?eerder={nummer}"))["tekst"] == NU


def test_alleen_een_andere_tekst_telt(wereld: Wereld, session: Session) -> None:
    doel = hulp.een(session, Doel, id=wereld.id(Doel, nummer=1))
    doel.doeljaar = 2030
    session.commit()
    assert not session.scalars(select(EerdereTekst)).all()
