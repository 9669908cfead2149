"""The overview of opdrachten: what it counts, which notitie it takes, and who sees what."""

from urllib.parse import urlencode

from flask.testing import FlaskClient
from lxml import html
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import structuur as s
from app.domain.opdrachtoverzicht import tel
from app.models import (
    Notitie,
    NotitieStatus,
    Onderdeel,
    Organisatie,
    Rol,
    Toewijzing,
)
from app.opdrachten.bereik import Bereik, Keuze, bereik_van, bereik_van_alles
from app.opdrachten.blokken import blok_van
from app.opdrachten.queries import BLOKKEN_PER_PAGINA, heel_overzicht, overzicht
from app.writing.formaten import FORMATEN
from tests.integration.opdrachtenhulp import (
    LOKAAL,
    RIGG,
    VERWACHT,
    Inloggen,
    adres,
    csv_rijen,
    gebruiker,
    neem_over,
    vind,
)


def test_de_seeds_tellen_op_tot_de_aantallen_van_de_notitie(session: Session, demo: object) -> None:
    standen = overzicht(bereik_van_alles(), Keuze(organisatie=vind(session, "het-hogeland"))).standen
    assert {
        wie: (stand.totaal.doelen, stand.totaal.interventies, stand.totaal.opdrachten) for wie, stand in standen.items()
    } == VERWACHT
    assert {wie: stand.blokken for wie, stand in standen.items()} == {LOKAAL: 7, RIGG: 6}


def test_tellen_in_de_database_is_tellen_van_de_blokken(session: Session, demo: object) -> None:
    keuze = Keuze()
    geheel = heel_overzicht(bereik_van_alles(), keuze)
    blokken = tuple(geheel.blokken)
    assert geheel.totalen == tel(blokken)
    pagina = overzicht(bereik_van_alles(), keuze)
    assert pagina.overzicht.totalen == geheel.totalen
    assert len(tuple(pagina.overzicht.blokken)) == BLOKKEN_PER_PAGINA < len(blokken)


def test_interventie_met_alleen_een_toegewezen_onderdeel_telt_een_keer(session: Session, demo: object) -> None:
    notitie = neem_over(session, vind(session, "eemsdelta"), NotitieStatus.CONCEPT, datum=None)
    onderdelen = session.scalars(select(Onderdeel).where(Onderdeel.interventie.has(tekst="Afspraken maken."))).all()
    for onderdeel in onderdelen:
        onderdeel.toewijzingen.append(Toewijzing(opdrachtnemer=LOKAAL, organisatie_id=notitie.organisatie_id))
    session.flush()
    pagina = overzicht(bereik_van_alles(), Keuze(notitie=notitie, opdrachtnemers=(LOKAAL,)))
    (blok,) = pagina.overzicht.blokken
    assert pagina.overzicht.totalen[LOKAAL].interventies == 1
    (interventie,) = blok.interventies
    assert [(onderdeel.kenmerk, onderdeel.gedeeld) for onderdeel in interventie.onderdelen] == [
        ("1a", True),
        ("1b", False),
    ]
    assert (interventie.gedeeld, interventie.voorbehoud) == (True, False)


def test_interventie_zonder_letters_is_de_hele_interventie(session: Session, demo: object) -> None:
    opdracht = {LOKAAL: s.Opdracht(), RIGG: s.Opdracht(interventies=[s.Verwijzing(1, voorbehoud=True)])}
    notitie = neem_over(session, vind(session, "eemsdelta"), NotitieStatus.CONCEPT, opdracht=opdracht)
    blok = blok_van(notitie.probleemgebieden[0], RIGG)
    assert [(o.kenmerk, o.voorbehoud, o.gedeeld) for o in blok.interventies[0].onderdelen] == [
        ("1a", True, False),
        ("1b", True, False),
    ]


def test_lege_blokken_komen_niet_mee(session: Session, demo: object) -> None:
    notitie = neem_over(session, vind(session, "eemsdelta"), NotitieStatus.CONCEPT)
    blokken = heel_overzicht(bereik_van_alles(), Keuze(notitie=notitie)).blokken
    assert [(blok.probleemgebied, blok.opdrachtnemer) for blok in blokken] == [
        ("Wachttijden", LOKAAL),
        ("Wachttijden", RIGG),
    ]


def test_alleen_de_nieuwste_notitie_telt(session: Session, demo: object) -> None:
    eemsdelta = vind(session, "eemsdelta")
    zonder_datum = neem_over(session, eemsdelta, NotitieStatus.CONCEPT, titel="Zonder datum")
    session.flush()
    notities = {blok.notitie for blok in heel_overzicht(bereik_van_alles(), Keuze(organisatie=eemsdelta)).blokken}
    assert notities == {"Zonder datum"}, "een notitie zonder datum telt vanaf de dag waarop ze hier kwam"
    vorige = session.scalars(
        select(Notitie).where(Notitie.organisatie_id == eemsdelta.id, Notitie.id != zonder_datum.id)
    ).one()
    assert {b.notitie for b in heel_overzicht(bereik_van_alles(), Keuze(notitie=vorige)).blokken} == {vorige.titel}
    gebied = vorige.probleemgebieden[1]
    assert {b.probleemgebied for b in heel_overzicht(bereik_van_alles(), Keuze(gebied=gebied)).blokken} == {gebied.naam}


def test_de_rigg_krijgt_de_nieuwste_die_zij_mag_zien(session: Session, demo: object) -> None:
    neem_over(session, vind(session, "eemsdelta"), NotitieStatus.CONCEPT, titel="Nieuw concept")
    bereik = bereik_van(gebruiker(session, Rol.RIGG))
    titels = {blok.notitie for blok in heel_overzicht(bereik, Keuze(bereik.opdrachtnemers)).blokken}
    assert "Nieuw concept" not in titels
    assert len(titels) == 2


def test_rigg_ziet_geen_concept_en_nooit_lokaal(inloggen: Inloggen) -> None:
    tekst = inloggen(Rol.RIGG).get("/opdrachten/").get_data(as_text=True)
    pagina = html.document_fromstring(tekst)
    assert [h2.text_content() for h2 in pagina.xpath("//main//section/div/h2")] == ["Eemsdelta", "Westerkwartier"]
    assert "RIGG: 10 doelen, 16 interventies en 9 opdrachten, in 7 probleemgebieden." in tekst
    assert "Lokaal:" not in tekst
    assert not pagina.xpath("//nav[contains(@class, 'tabs')]")
    assert not pagina.xpath("//main//a[contains(@href, '/probleemgebieden/')]")


def test_rigg_krijgt_ook_in_een_bestand_niets_lokaals(inloggen: Inloggen) -> None:
    client = inloggen(Rol.RIGG)
    for formaat in FORMATEN:
        assert client.get(f"/opdrachten/exporteren.{formaat}?opdrachtnemer=lokaal").status_code == 404
        assert client.get(f"/opdrachten/exporteren.{formaat}?organisatie=westerkwartier").status_code == 200
    rijen = csv_rijen(client.get("/opdrachten/exporteren.csv?opdrachtnemer=allebei").data)
    assert {rij["opdrachtnemer"] for rij in rijen} == {"RIGG"}
    assert {rij["organisatie"] for rij in rijen} == {"Eemsdelta", "Westerkwartier"}


def test_adviseur_van_een_andere_gemeente_ziet_er_niets_van(inloggen: Inloggen, session: Session) -> None:
    hogeland = session.scalars(
        select(Notitie).join(Notitie.organisatie).where(Organisatie.slug == "het-hogeland")
    ).one()
    gebied = hogeland.probleemgebieden[0]
    client = inloggen(Rol.BELEIDSADVISEUR, organisatie="eemsdelta")
    for filters in ({}, {"notitie": hogeland.id}, {"probleemgebied": gebied.id}, {"organisatie": "het-hogeland"}):
        tekst = client.get(adres(**filters)).get_data(as_text=True)
        assert "Hogeland" not in tekst.replace("het-hogeland", "")
        assert gebied.naam not in tekst
        bestand = client.get("/opdrachten/exporteren.csv?" + urlencode(filters))
        assert bestand.status_code == (404 if filters else 200)
        assert "Hogeland" not in bestand.get_data(as_text=True)


def test_lezer_ziet_alleen_wat_is_vastgesteld(inloggen: Inloggen) -> None:
    tekst = inloggen(Rol.LEZER).get("/opdrachten/").get_data(as_text=True)
    assert "Nog geen opdrachten" in tekst
    assert "/opdrachten/exporteren" not in tekst


def test_zonder_inloggen_geen_overzicht(client: FlaskClient, demo: object) -> None:
    for weg in ("/opdrachten/", "/opdrachten/exporteren.csv"):
        assert "/inloggen" in client.get(weg).headers["Location"]


def test_bereik_van_de_rigg_kent_geen_lokaal(session: Session, demo: object) -> None:
    bereik: Bereik = bereik_van(gebruiker(session, Rol.RIGG))
    assert bereik.opdrachtnemers == (RIGG,)
    assert overzicht(bereik, Keuze()).standen[LOKAAL].regels == 0
