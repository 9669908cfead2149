"""The overview of opdrachten: what it counts, who sees what, what the filters do, and what the files carry."""

import csv
import io
import json
import re
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlencode

import docx
import openpyxl
import pytest
from flask.testing import FlaskClient
from lxml import html
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import structuur as s
from app.domain.opdrachtoverzicht import Blok, tel
from app.domain.structuur import Opdrachtnemer
from app.models import (
    Gebruiker,
    Notitie,
    NotitieStatus,
    Onderdeel,
    Organisatie,
    OrganisatieSoort,
    Probleemgebied,
    Regio,
    Rol,
    Toewijzing,
)
from app.opdrachten import queries
from app.opdrachten.bereik import Bereik, Keuze, bereik_van, bereik_van_alles
from app.opdrachten.blokken import Sleutel, blok_van, laad_blokken
from app.opdrachten.queries import BLOKKEN_PER_PAGINA, heel_overzicht, overzicht
from app.services.logboek import OPDRACHTREGEL
from app.services.notitie_overnemen import neem_notitie_over
from app.writing.formaten import FORMATEN
from tests.unit.writing.teruglezen_odf import uit_ods, uit_odt
from tests.unit.writing.teruglezen_pdf import uit_pdf

Inloggen = Callable[..., FlaskClient]
VERWACHT = {Opdrachtnemer.LOKAAL: (25, 31, 1), Opdrachtnemer.RIGG: (8, 17, 7)}
LOKAAL, RIGG = Opdrachtnemer.LOKAAL, Opdrachtnemer.RIGG


def adres(**filters: object) -> str:
    return "/opdrachten/?" + urlencode(filters)


def vind(session: Session, slug: str) -> Organisatie:
    return session.scalars(select(Organisatie).where(Organisatie.slug == slug)).one()


def gebruiker(session: Session, rol: Rol) -> Gebruiker:
    return session.scalars(select(Gebruiker).where(Gebruiker.rol == rol).order_by(Gebruiker.id)).first()  # type: ignore[return-value]


def neem_over(session: Session, organisatie: Organisatie, status: NotitieStatus, **velden: Any) -> Notitie:
    gebied = s.Probleemgebied(
        volgorde=1,
        naam=velden.pop("gebied", "Wachttijden"),
        doelen=[s.Doel(1, "Kortere wachttijd."), s.Doel(2, "Meer plekken.")],
        interventies=[s.Interventie(1, "Afspraken maken.", [s.Onderdeel("a", "Met scholen."), s.Onderdeel("b", "X.")])],
        opdracht=velden.pop("opdracht", {LOKAAL: s.Opdracht(doelen=[s.Verwijzing(2)]), RIGG: rigg_opdracht()}),
    )
    leeg = s.Probleemgebied(volgorde=2, naam="Nog niets", doelen=[s.Doel(1, "Ooit.")])
    bron = s.Notitie(titel=velden.pop("titel", "Notitie"), probleemgebieden=[gebied, leeg], **velden)
    return neem_notitie_over(session, organisatie=organisatie, bron=bron, door=OPDRACHTREGEL, status=status)


def rigg_opdracht() -> s.Opdracht:
    interventies = [s.Verwijzing(1, ("a",), voorbehoud=True)]
    return s.Opdracht(opdrachten=["Inkopen."], doelen=[s.Verwijzing(1)], interventies=interventies)


def maak_regio(session: Session, aantal: int) -> Gebruiker:
    """A regio of that many gemeenten, and who works for its RIGG."""
    regio = Regio(slug="proef", naam="Proef")
    rigg = Organisatie(slug="proef-rigg", naam="RIGG Proef", soort=OrganisatieSoort.INKOOPORGANISATIE, regio=regio)
    session.add(rigg)
    for nummer in range(aantal):
        gemeente = Organisatie(slug=f"g-{nummer}", naam=f"Gemeente {nummer:03}", soort=OrganisatieSoort.GEMEENTE)
        gemeente.regio = regio
        session.add(gemeente)
        session.flush()
        neem_over(session, gemeente, NotitieStatus.VASTGESTELD)
    wie = Gebruiker(email="r@proef.example", naam="R", rol=Rol.RIGG, wachtwoord_hash="-", organisatie=rigg)
    session.add(wie)
    session.commit()
    return wie


# --- counting ---


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


# --- which notitie ---


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


# --- who sees what ---


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


# --- the page ---


def test_pagina_van_de_gemeente(inloggen: Inloggen) -> None:
    tekst = inloggen(Rol.BELEIDSADVISEUR, organisatie="het-hogeland").get("/opdrachten/").get_data(as_text=True)
    assert "Lokaal: 25 doelen, 31 interventies en 1 opdracht, in 7 probleemgebieden." in tekst
    assert "RIGG: 8 doelen, 17 interventies en 7 opdrachten, in 6 probleemgebieden." in tekst
    pagina = html.document_fromstring(tekst)
    tabs = [" ".join(a.text_content().split()) for a in pagina.xpath("//a[contains(@class, 'tabs__tab')]")]
    assert tabs == ["Lokaal 57", "RIGG 32", "Allebei 89"]
    assert len(pagina.xpath("//section[contains(@class, 'opdrachtblok')]")) == 7
    assert len(pagina.xpath("//section[contains(@class, 'opdrachtblok')]//h2/a")) == 7
    assert len(pagina.xpath("//ul[contains(@class, 'legenda')]/li")) == 2


@pytest.mark.parametrize(("wie", "blokken"), [("rigg", 6), ("lokaal", 7)])
def test_tab_van_een_opdrachtnemer(inloggen: Inloggen, wie: str, blokken: int) -> None:
    antwoord = inloggen(Rol.BELEIDSADVISEUR, organisatie="het-hogeland").get(adres(opdrachtnemer=wie))
    pagina = html.document_fromstring(antwoord.get_data(as_text=True))
    assert len(pagina.xpath("//section[contains(@class, 'opdrachtblok')]")) == blokken
    doelen, interventies, _ = VERWACHT[Opdrachtnemer(wie)]
    assert len(pagina.xpath("//li[contains(@class, 'opdrachtregel')]")) == doelen + interventies
    exports = pagina.xpath("//ul[contains(@class, 'exportkeuze__lijst')]//a/@href")
    assert [href.partition("?")[0].rpartition(".")[2] for href in exports] == list(FORMATEN)
    assert all(f"opdrachtnemer={wie}" in href for href in exports), "wat u ziet is wat u exporteert"


def test_een_probleemgebied(inloggen: Inloggen, session: Session) -> None:
    gebied = session.scalars(select(Probleemgebied).where(Probleemgebied.naam == "Verblijf")).one()
    client = inloggen(Rol.BELEIDSADVISEUR, organisatie="het-hogeland")
    pagina = html.document_fromstring(client.get(adres(probleemgebied=gebied.id, opdrachtnemer="rigg")).text)
    assert [h2.text_content().split() for h2 in pagina.xpath("//h2[starts-with(@id, 'gebied-')]")] == [
        ["5", "Verblijf"]
    ]
    assert len(pagina.xpath("//*[contains(@class, 'opdrachtregel__labels')]//*[text()='onder voorbehoud']")) == 2
    rijen = csv_rijen(client.get(f"/opdrachten/exporteren.csv?probleemgebied={gebied.id}&opdrachtnemer=rigg").data)
    assert {rij["probleemgebied"] for rij in rijen} == {"Verblijf"}
    assert len([rij for rij in rijen if rij["voorbehoud"] == "ja"]) == 2


def test_een_smaller_filter_vervalt_als_de_gemeente_verandert(inloggen: Inloggen, session: Session) -> None:
    notitie = session.scalars(select(Notitie).join(Notitie.organisatie).where(Organisatie.slug == "eemsdelta")).one()
    client = inloggen(Rol.RIGG)
    pagina = html.document_fromstring(client.get(adres(organisatie="westerkwartier", notitie=notitie.id)).text)
    assert pagina.xpath("//select[@name='organisatie']/option[@selected]/@value") == ["westerkwartier"]
    assert "Westerkwartier" in pagina.xpath("string(//div[@class='paginakop__onder'])")


ONBEKEND = [
    {"organisatie": "bestaat-niet"},
    {"organisatie": "\x00"},
    {"organisatie": "x" * 5000},
    {"notitie": "0"},
    {"notitie": "-1"},
    {"notitie": "1 or 1=1"},
    {"notitie": "99999999999999999999"},
    {"notitie": "٣"},
    {"probleemgebied": "<script>"},
    {"probleemgebied": "999999999"},
    {"opdrachtnemer": "iedereen"},
]


def test_onbekende_waarde_geeft_een_zin_en_geen_rijen(inloggen: Inloggen) -> None:
    client = inloggen(Rol.MANAGER)
    for filters in ONBEKEND:
        antwoord = client.get(adres(**filters))
        assert antwoord.status_code == 422, filters
        pagina = html.document_fromstring(antwoord.text)
        assert "bestaat niet" in pagina.xpath("string(//*[@role='alert'])"), filters
        assert not pagina.xpath("//section[contains(@class, 'opdrachtblok')]")
        assert "<script>" not in antwoord.text.partition("<main")[2]
        bestand = client.get("/opdrachten/exporteren.docx?" + urlencode(filters))
        assert bestand.status_code == 404, filters
        assert "bestaat niet" in bestand.text


def test_vreemde_paginanummers(inloggen: Inloggen) -> None:
    client = inloggen(Rol.MANAGER)
    for pagina in ("0", "-1", "abc", "999", "99999999999999999999", "1.5", ""):
        antwoord = client.get(adres(pagina=pagina))
        assert antwoord.status_code == 200, pagina
        assert "opdrachtblok" in antwoord.text, pagina


# --- paging, and the number of queries ---


def test_bladeren_door_een_regio(session: Session) -> None:
    bereik = bereik_van(maak_regio(session, 60))
    alles = Keuze(bereik.opdrachtnemers)
    eerste, tweede, derde = (overzicht(bereik, alles, nummer) for nummer in (1, 2, 3))
    assert [len(tuple(p.overzicht.blokken)) for p in (eerste, tweede, derde)] == [25, 25, 10]
    namen = [blok.organisatie for p in (eerste, tweede, derde) for blok in p.overzicht.blokken]
    assert namen == [f"Gemeente {nummer:03}" for nummer in range(60)]
    assert eerste.aantal == 3
    assert eerste.overzicht.totalen[RIGG].doelen == 60
    assert overzicht(bereik, alles, 99).nummer == 3
    assert [blok.organisatie for blok in heel_overzicht(bereik, alles).blokken] == namen


def test_een_bestand_leest_een_deel_tegelijk(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was read before it was asked for stays small, and nothing that came by is kept."""
    gelezen: list[int] = []

    def laad(sleutels: Sequence[Sleutel]) -> list[Blok]:
        gelezen.append(len(sleutels))
        return laad_blokken(sleutels)

    bereik = bereik_van(maak_regio(session, 10))
    monkeypatch.setattr(queries, "BLOKKEN_PER_KEER", 4)
    monkeypatch.setattr(queries, "laad_blokken", laad)
    geheel = heel_overzicht(bereik, Keuze(bereik.opdrachtnemers))
    assert gelezen == [4]
    namen = [blok.organisatie for blok in geheel.blokken]
    assert namen == [f"Gemeente {nummer:03}" for nummer in range(10)]
    assert gelezen == [4, 4, 2]
    assert [blok.organisatie for blok in geheel.blokken] == namen
    assert gelezen == [4, 4, 2, 4, 2], "de eerste zijn er nog"


def test_aantal_queries_hangt_niet_van_het_aantal_gemeenten_af(
    session: Session, tel_queries: Callable[[], Any]
) -> None:
    wie = maak_regio(session, 30)
    enkele = session.scalars(select(Organisatie).where(Organisatie.slug == "g-3")).one()
    aantallen = []
    for organisatie in (enkele, None):
        bereik = bereik_van(wie)
        session.expire_all()
        for al_geladen in (wie, wie.organisatie, enkele):
            session.refresh(al_geladen)
        with tel_queries() as teller:
            pagina = overzicht(bereik, Keuze(bereik.opdrachtnemers, organisatie))
        aantallen.append(teller.aantal)
        assert pagina.overzicht.blokken
    assert aantallen[0] == aantallen[1] <= 8


def test_aantal_queries_van_de_hele_pagina(
    session: Session, inloggen: Inloggen, tel_queries: Callable[[], Any]
) -> None:
    client = inloggen(Rol.RIGG)
    with tel_queries() as voor:
        assert client.get("/opdrachten/").status_code == 200
    regio = vind(session, "rigg").regio
    for nummer in range(30):
        extra = Organisatie(slug=f"x-{nummer}", naam=f"Extra {nummer:02}", soort=OrganisatieSoort.GEMEENTE, regio=regio)
        session.add(extra)
        session.flush()
        neem_over(session, extra, NotitieStatus.VASTGESTELD)
    session.commit()
    with tel_queries() as na:
        antwoord = client.get("/opdrachten/")
    assert "32 gemeenten" in antwoord.text
    assert "Pagina" in antwoord.text
    assert na.aantal == voor.aantal


# --- the files ---

Feit = tuple[str, ...]


def csv_rijen(inhoud: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(inhoud.decode("utf-8-sig"), newline=""), delimiter=";"))


def van_csv(inhoud: bytes) -> list[Feit]:
    velden = ("probleemgebied", "opdrachtnemer", "soort", "kenmerk", "tekst", "gedeeld", "voorbehoud")
    return [tuple(rij[veld] for veld in velden) for rij in csv_rijen(inhoud)]


def van_xlsx(inhoud: bytes) -> list[Feit]:
    kop, *rijen = openpyxl.load_workbook(io.BytesIO(inhoud))["Gegevens"].iter_rows(values_only=True)
    plaats = {str(naam).lower(): i for i, naam in enumerate(kop)}
    velden = ("probleemgebied", "opdrachtnemer", "soort", "kenmerk", "tekst", "gedeeld", "voorbehoud")
    return [tuple(str(rij[plaats[veld]] or "") for veld in velden) for rij in rijen]


def van_json(inhoud: bytes) -> list[Feit]:
    feiten: list[Feit] = []
    for notitie in json.loads(inhoud)["notities"]:
        for gebied in notitie["probleemgebieden"]:
            for deel in gebied["per_opdrachtnemer"]:
                begin = (gebied["naam"], Opdrachtnemer(deel["opdrachtnemer"]).label)
                feiten += [(*begin, "opdracht", "", tekst, "nee", "nee") for tekst in deel["opdrachten"]]
                feiten += [
                    (*begin, *feit) for soort in ("doelen", "interventies") for feit in _json_regels(deel, soort)
                ]
    return feiten


def _json_regels(deel: dict[str, Any], soort: str) -> list[Feit]:
    enkelvoud = {"doelen": "doel", "interventies": "interventie"}[soort]
    regels = [(enkelvoud, regel) for regel in deel[soort]]
    regels += [("onderdeel", onderdeel) for regel in deel[soort] for onderdeel in regel.get("onderdelen", ())]
    return [
        (naam, regel["kenmerk"], regel["tekst"], ja_nee(regel["gedeeld"]), ja_nee(regel["voorbehoud"]))
        for naam, regel in regels
    ]


def ja_nee(waarde: object) -> str:
    return "ja" if waarde else "nee"


def van_docx(inhoud: bytes) -> list[Feit]:
    """(soort, kenmerk, tekst, gedeeld, voorbehoud) only: the rest is in the headings."""
    return [
        (soort.lower(), kenmerk, tekst, ja_nee("gedeeld met" in merken), ja_nee("onder voorbehoud" in merken))
        for tabel in docx.Document(io.BytesIO(inhoud)).tables
        for soort, kenmerk, tekst, merken in ([cel.text for cel in rij.cells] for rij in tabel.rows[1:])
    ]


def van_pagina(tekst: str) -> list[Feit]:
    """(soort, kenmerk, tekst, gedeeld) as it stands on the screen."""
    feiten: list[Feit] = []
    for kop in html.document_fromstring(tekst).xpath("//*[contains(@class, 'opdrachtblok__soort')]"):
        soort = {"Doelen": "doel", "Interventies": "interventie", "Opdrachten": "opdracht"}[kop.text_content()]
        for li in kop.getnext().xpath("./li"):
            feiten += [_feit(soort, li, "")] if soort == "opdracht" else list(_feiten_van_regel(soort, li))
    return feiten


def _feiten_van_regel(soort: str, li: Any) -> list[Feit]:
    nummer = li.xpath("string(./span[contains(@class, 'opdrachtregel__nr')])")
    gedeeld = ja_nee(li.xpath("./span[contains(@class, 'opdrachtregel__labels')]//*[text()='gedeeld']"))
    feiten: list[Feit] = [(soort, nummer, schoon(li.xpath("./div/text()")[0]), gedeeld)]
    for onderdeel in li.xpath(".//ul[contains(@class, 'onderdelen')]/li"):
        letter, tekst = (schoon(span.text_content()) for span in onderdeel.xpath("./span")[:2])
        feiten.append(("onderdeel", nummer + letter, tekst, ja_nee(onderdeel.xpath(".//*[text()='gedeeld']"))))
    return feiten


def _feit(soort: str, li: Any, kenmerk: str) -> Feit:
    return (soort, kenmerk, schoon(li.text_content()), "nee")


def schoon(tekst: str) -> str:
    return " ".join(tekst.split())


def test_alle_bestanden_en_de_pagina_zeggen_hetzelfde(inloggen: Inloggen) -> None:
    client = inloggen(Rol.BELEIDSADVISEUR, organisatie="het-hogeland")
    bestanden = {f: client.get(f"/opdrachten/exporteren.{f}").data for f in FORMATEN}
    feiten = sorted(van_csv(bestanden["csv"]))
    assert len(feiten) == 25 + 8 + 31 + 17 + 1 + 7 + 7  # and the seven onderdelen
    assert sorted(van_xlsx(bestanden["xlsx"])) == feiten
    assert sorted(van_json(bestanden["json"])) == feiten
    zonder_kop = sorted(feit[2:] for feit in feiten)
    assert sorted(van_docx(bestanden["docx"])) == zonder_kop
    assert uit_odt(bestanden["odt"]) == zonder_kop
    assert sorted(feit[1:] for feit in uit_ods(bestanden["ods"])) == feiten
    assert sorted(map(_zonder_wit, uit_pdf(bestanden["pdf"]))) == sorted(map(_zonder_wit, zonder_kop))
    op_pagina = van_pagina(client.get("/opdrachten/").text)
    assert sorted(op_pagina) == sorted((*feit[2:4], schoon(feit[4]), feit[5]) for feit in feiten)


def _zonder_wit(feit: Feit) -> Feit:
    """On paper a line may end anywhere, and a word may be broken with a hyphen."""
    return tuple(re.sub(r"[\s-]", "", waarde) for waarde in feit)


def test_bestand_heeft_een_naam_en_een_soort(inloggen: Inloggen) -> None:
    client = inloggen(Rol.MANAGER)
    office, open_document = "application/vnd.openxmlformats-officedocument", "application/vnd.oasis.opendocument"
    mimetypes = {
        "pdf": "application/pdf",
        "odt": f"{open_document}.text",
        "ods": f"{open_document}.spreadsheet",
        "docx": f"{office}.wordprocessingml.document",
        "xlsx": f"{office}.spreadsheetml.sheet",
        "csv": "text/csv",
        "json": "application/json",
    }
    for formaat, mimetype in mimetypes.items():
        antwoord = client.get(f"/opdrachten/exporteren.{formaat}?opdrachtnemer=rigg")
        assert antwoord.mimetype == mimetype
        naam = f"opdrachten-rigg-het-hogeland-2020-05-20.{formaat}"
        assert antwoord.headers["Content-Disposition"] == f"attachment; filename={naam}"
        assert antwoord.headers["X-Content-Type-Options"] == "nosniff"
        assert antwoord.headers["Cache-Control"] == "no-store"


def test_bestand_van_de_regio_heet_naar_de_regio(inloggen: Inloggen) -> None:
    kop = inloggen(Rol.RIGG).get("/opdrachten/exporteren.csv").headers["Content-Disposition"]
    assert re.fullmatch(r"attachment; filename=opdrachten-rigg-regio-groningen-\d{4}-\d\d-\d\d\.csv", kop)


def test_onbekend_formaat(inloggen: Inloggen) -> None:
    client = inloggen(Rol.MANAGER)
    for formaat in ("exe", "DOCX", "", "..", "docx.exe"):
        assert client.get(f"/opdrachten/exporteren.{formaat}").status_code == 404, formaat


def test_bestand_zegt_wat_het_laat_zien(inloggen: Inloggen) -> None:
    kenmerken = json.loads(inloggen(Rol.MANAGER).get("/opdrachten/exporteren.json?opdrachtnemer=rigg").data)[
        "kenmerken"
    ]
    assert kenmerken["Opdrachtnemer"] == "RIGG"
    assert kenmerken["Status"] == "Concept"


def test_wat_kwaadaardig_lijkt_blijft_tekst(inloggen: Inloggen, session: Session) -> None:
    eemsdelta = vind(session, "eemsdelta")
    opdracht = {LOKAAL: s.Opdracht(), RIGG: s.Opdracht(opdrachten=["=cmd()", "<script>alert(1)</script> 🎯 שלום"])}
    neem_over(session, eemsdelta, NotitieStatus.CONCEPT, opdracht=opdracht, gebied="<b>vet</b>")
    session.commit()
    client = inloggen(Rol.BELEIDSADVISEUR, organisatie="eemsdelta")
    tekst = client.get("/opdrachten/").text
    assert "&lt;script&gt;alert(1)" in tekst
    assert "<b>vet" not in tekst
    teksten = {rij["tekst"] for rij in csv_rijen(client.get("/opdrachten/exporteren.csv").data)}
    assert teksten == {"'=cmd()", "<script>alert(1)</script> 🎯 שלום"}
    assert ("opdracht", "", "=cmd()", "nee", "nee") in van_docx(client.get("/opdrachten/exporteren.docx").data)


def test_bereik_van_de_rigg_kent_geen_lokaal(session: Session, demo: object) -> None:
    bereik: Bereik = bereik_van(gebruiker(session, Rol.RIGG))
    assert bereik.opdrachtnemers == (RIGG,)
    assert overzicht(bereik, Keuze()).standen[LOKAAL].regels == 0
