"""A file that was taken over is undone in one act; what somebody changed since stays, and is named."""

from sqlalchemy import select

from app.models import EerdereMeting, Indicator, Logregel, Metinglevering
from tests.binnen import laat_binnen
from tests.integration import bewerkhulp
from tests.integration.indicatoren import cijferhulp as ch
from tests.integration.metingen_importeren.hulp import START, Scherm, aantal, csv, stand, tekst

REGELS = (
    "Testdorp;Aandeel;procent;2019;9,9;",
    "Testdorp;Aandeel;procent;2020;10,1;CBS",
    "Noord;Aandeel;procent;2020;11;",
    "Testdorp;Meldingen;aantal;2020;12;",
    "Testdorp;Meldingen;aantal;2021;14;",
)


def neem_over(scherm: Scherm, *regels: str) -> str:
    """The address of what can be undone."""
    adres = scherm.lees(csv(*(regels or REGELS)))
    scherm.neem_over(adres, reden="Nieuwe telling")
    id_ = scherm.wereld.session.scalars(select(Metinglevering.id).order_by(Metinglevering.id.desc())).first()
    assert f"/leveringen/{id_}" in scherm.client.get(adres).text
    return f"{START}leveringen/{id_}"


def maak_ongedaan(scherm: Scherm, adres: str) -> str:
    antwoord = scherm.post(adres, "ongedaan")
    assert antwoord.status_code == 303
    scherm.werk()
    return scherm.pagina(adres)


def test_alles_is_weer_zoals_het_was(scherm: Scherm) -> None:
    voor, cijfers = stand(scherm.wereld), scherm.wereld.cijfers()
    adres = neem_over(scherm)
    assert stand(scherm.wereld)["Meting"] == voor["Meting"] + 4
    vooraf = scherm.pagina(adres)
    assert "4 nieuwe cijfers verdwijnen" in vooraf
    assert "1 cijfer krijgt de waarde van daarvoor terug" in vooraf
    achteraf = maak_ongedaan(scherm, adres)
    assert "Ongedaan gemaakt: 4 verwijderd, 1 teruggezet, 1 indicator verwijderd." in achteraf
    assert stand(scherm.wereld) == voor
    assert scherm.wereld.cijfers() == cijfers
    assert "Ongedaan gemaakt" in scherm.pagina(START)
    regel = scherm.wereld.session.scalars(select(Logregel).order_by(Logregel.id.desc())).all()
    assert "Metingen uit 'cijfers.csv' ongedaan gemaakt" in [r.omschrijving for r in regel]


def test_twee_keer_doet_het_een_keer(scherm: Scherm) -> None:
    adres = neem_over(scherm)
    voor = stand(scherm.wereld)["Meting"] - 4
    for _ in range(2):
        assert scherm.post(adres, "ongedaan").status_code == 303
    scherm.werk()
    scherm.post(adres, "ongedaan")
    scherm.werk()
    assert stand(scherm.wereld)["Meting"] == voor


def test_hetzelfde_bestand_komt_daarna_gewoon_weer_binnen(scherm: Scherm) -> None:
    maak_ongedaan(scherm, neem_over(scherm))
    neem_over(scherm)
    assert scherm.wereld.cijfers(gebied="")["2019"] == "9.9"
    assert scherm.wereld.een(Indicator, naam="Meldingen").eenheid == "aantal"


def test_wat_iemand_intussen_wijzigde_blijft_en_wordt_genoemd(scherm: Scherm) -> None:
    wereld = scherm.wereld
    adres = neem_over(scherm)
    aandeel = wereld.een(Indicator, naam="Aandeel")
    meldingen = wereld.een(Indicator, naam="Meldingen")
    for indicator, periode, waarde in ((aandeel, "2019", "9.5"), (meldingen, "2021", "15")):
        ch.sla_op(wereld.session, wereld.organisatie, ch.nieuw(indicator, periode, waarde), reden="Verbeterd")
    wereld.session.commit()
    rij = wereld.meting("2020", meldingen.id)
    bewerkhulp.doe(scherm.client, f"/indicatoren/{meldingen.id}/metingen/{rij.id}/verwijderen", rev=str(rij.rev))
    vooraf = scherm.pagina(adres)
    assert "2 cijfers blijven zoals ze zijn: iemand wijzigde ze intussen" in vooraf
    assert "1 cijfer is intussen al verwijderd" in vooraf
    assert vooraf.index("Aandeel , 2019") < vooraf.index("Meldingen , 2021")
    achteraf = maak_ongedaan(scherm, adres)
    assert "2 verwijderd, 2 gebleven, omdat iemand die intussen wijzigde, 1 was al weg." in achteraf
    assert wereld.cijfers(gebied="") == {"2018": "8.3", "2019": "9.5"}
    assert wereld.cijfers(meldingen.id) == {"2021": "15"}
    assert aantal(wereld, EerdereMeting) == 3


def test_een_later_bestand_telt_als_wijziging(scherm: Scherm) -> None:
    eerste = neem_over(scherm)
    neem_over(scherm, "Testdorp;Aandeel;procent;2020;10,4;CBS")
    assert "1 cijfer blijft zoals het is" in scherm.pagina(eerste)
    maak_ongedaan(scherm, eerste)
    assert scherm.wereld.cijfers(gebied="")["2020"] == "10.4"


def test_als_alles_is_gewijzigd_is_er_niets_terug_te_zetten(scherm: Scherm) -> None:
    eerste = neem_over(scherm, "Testdorp;Aandeel;procent;2020;10,1;")
    neem_over(scherm, "Testdorp;Aandeel;procent;2020;10,4;")
    assert "Er is niets meer om terug te zetten." in scherm.pagina(eerste)
    maak_ongedaan(scherm, eerste)
    assert "Ongedaan gemaakt" not in scherm.pagina(eerste)
    assert scherm.wereld.cijfers()["2020"] == "10.4"


def test_een_indicator_die_intussen_in_gebruik_is_blijft(scherm: Scherm) -> None:
    wereld = scherm.wereld
    adres = neem_over(scherm)
    aandeel = wereld.een(Indicator, naam="Aandeel")
    aandeel.noemer_id = wereld.een(Indicator, naam="Meldingen").id
    wereld.session.commit()
    maak_ongedaan(scherm, adres)
    assert wereld.een(Indicator, naam="Meldingen").naam == "Meldingen"


def test_alleen_van_de_eigen_gemeente(scherm: Scherm) -> None:
    wereld = scherm.wereld
    adres = neem_over(scherm)
    buur = ch.maak_buur(wereld.session, wereld)
    bewerkhulp.maak_gebruiker(wereld.session, buur, naam="Bo")
    wereld.session.commit()
    client = wereld.app.test_client()
    laat_binnen(client, "bo@buurdorp.example")
    assert client.get(adres).status_code == 404
    assert wereld.als("Lee").get(adres).status_code == 403
    assert "Aandeel" not in tekst(client.get(START))
