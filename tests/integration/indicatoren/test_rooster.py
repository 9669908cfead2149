"""The grid: what it shows, what it stores, what it refuses, what it does when two people are in it."""

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from flask import Flask
from lxml import html
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from app.domain.cijfers.indicator import Meetfrequentie
from app.models import EerdereMeting, Indicator, Indicatorregel, Logregel
from tests.integration import bewerkhulp as hulp
from tests.integration.conftest import Teller
from tests.integration.indicatoren import cijferhulp as ch
from tests.integration.indicatoren.cijferhulp import Wereld
from tests.integration.indicatoren.test_beheer import terug

JAREN = "/indicatoren/invullen?periodes=2018..2021"


@pytest.fixture
def wereld(app: Flask, session: Session) -> Wereld:
    return ch.maak_wereld(app, session)


def rooster(antwoord: TestResponse) -> dict[str, str]:
    """What a browser would send of the grid; without the text of a block."""
    wortel = html.document_fromstring(antwoord.get_data(as_text=True))
    (form,) = wortel.xpath("//form[.//textarea[@name='blok']]")
    return {naam: waarde or "" for naam, waarde in form.form_values() if naam != "blok"}


def stuur(wereld: Wereld, velden: dict[str, str], wie: str = "Jo", actie: str = "alles", adres: str = JAREN) -> Any:
    return wereld.als(wie).post(adres, data=velden | {"actie": actie})


def cel(wereld: Wereld, jaar: str, indicator: int | None = None) -> str:
    return f"c-{indicator or wereld.aandeel}-{jaar}"


def typ(wereld: Wereld, wie: str = "Jo", actie: str = "alles", **velden: str) -> Any:
    """`a2020="5"`: Aandeel in 2020; `t2020`: Trajecten."""
    form = rooster(wereld.als(wie).get(JAREN))
    return stuur(wereld, form | velden_van(wereld, velden), wie, actie)


def velden_van(wereld: Wereld, velden: dict[str, str]) -> dict[str, str]:
    rij = {"a": wereld.aandeel, "t": wereld.trajecten}
    return {cel(wereld, naam[1:], rij[naam[0]]) if naam[1:].isdecimal() else naam: w for naam, w in velden.items()}


def test_de_tabel(wereld: Wereld) -> None:
    pagina = wereld.als("Jo").get(JAREN)
    form = rooster(pagina)
    assert [form[cel(wereld, jaar)] for jaar in ("2018", "2019", "2020", "2021")] == ["8,3", "9,2*", "", ""]
    assert ch.kies(pagina, "//th[@class='rooster__naam']") == ["Aandeel procent", "Trajecten aantal"]
    assert ch.kies(pagina, "//th[@class='rooster__kop']/span") == ["2018", "2019", "2020", "2021"]


def test_de_kolommen_vanzelf_eindigen_met_wat_nu_aan_de_beurt_is(wereld: Wereld) -> None:
    pagina = wereld.als("Jo").get("/indicatoren/invullen")
    assert ch.kies(pagina, "//th[@class='rooster__kop']/span") == ["2016", "2017", "2018", "2019", "2020"]


@pytest.mark.parametrize(
    ("vraag", "kolommen"),
    [
        ("periodes=2019-H1..2020-H1", ["Eerste halfjaar 2019", "Tweede halfjaar 2019", "Eerste halfjaar 2020"]),
        ("frequentie=kwartaal&van=2020&tot=2020-Q2", ["Eerste kwartaal 2020", "Tweede kwartaal 2020"]),
        ("frequentie=maand&van=2020-11&tot=2021-01", ["November 2020", "December 2020", "Januari 2021"]),
        ("periodes=2018,2020", ["2018", "2020"]),
    ],
)
def test_kolommen_kiezen(wereld: Wereld, vraag: str, kolommen: list[str]) -> None:
    pagina = wereld.als("Jo").get(f"/indicatoren/invullen?alle=ja&{vraag}")
    assert ch.kies(pagina, "//th[@class='rooster__kop']/span") == kolommen


@pytest.mark.parametrize(
    ("vraag", "zin"),
    [
        ("periodes=2022..2018", "2018 ligt voor 2022; draai ze om."),
        ("periodes=2018..2019-H2", "zijn niet even lang"),
        ("periodes=ooit", "'ooit' is geen periode"),
        ("frequentie=maand&van=2010&tot=2020", "meer dan 40 periodes; kies er minder."),
    ],
)
def test_wat_geen_periodes_zijn_wordt_gezegd(wereld: Wereld, vraag: str, zin: str) -> None:
    antwoord = wereld.als("Jo").get(f"/indicatoren/invullen?{vraag}")
    assert antwoord.status_code == 422
    assert zin in hulp.melding(antwoord)


def test_filters(wereld: Wereld) -> None:
    ch.maak_indicator(wereld.session, wereld.organisatie, "Per maand", frequentie=Meetfrequentie.MAAND)
    indicator = wereld.session.get_one(Indicator, wereld.trajecten)
    gebied = hulp.maak_gebied(wereld.session, hulp.maak_notitie(wereld.session, indicator.organisatie))
    wereld.session.scalars(select(Indicatorregel)).first().indicator_id = indicator.id  # type: ignore[union-attr]
    ch.sla_op(wereld.session, wereld.organisatie, ch.nieuw(indicator, "2018", "7", gebied="Provincie"))
    gebied_id = gebied.id
    wereld.session.commit()
    client = wereld.als("Jo")

    def namen(vraag: str) -> list[str]:
        return ch.kies(client.get(f"{JAREN}&{vraag}"), "//th[@class='rooster__naam']/a")

    assert namen("") == ["Aandeel", "Trajecten"]
    assert namen("alle=ja") == ["Aandeel", "Per maand", "Trajecten"]
    assert namen(f"probleemgebied={gebied_id}") == ["Trajecten"]
    assert rooster(client.get(f"{JAREN}&gebied=Provincie"))[cel(wereld, "2018", wereld.trajecten)] == "7"
    assert rooster(client.get(f"{JAREN}&soort=begroting"))[cel(wereld, "2018")] == ""


def test_alles_opslaan_en_ongedaan_maken(wereld: Wereld) -> None:
    client = wereld.als("Jo")
    antwoord = typ(wereld, a2018="8,4", a2019="", a2020="9,7*", t2018="1.234", reden="Nieuwe telling")
    pagina = hulp.volg(client, antwoord)
    assert "4 cijfers opgeslagen: 2 nieuw, 1 gewijzigd, 1 verwijderd." in hulp.melding(pagina)
    assert wereld.cijfers() == {"2018": "8.4", "2020": "9.7*"}
    assert wereld.cijfers(wereld.trajecten) == {"2018": "1234"}
    assert wereld.meting("2018").eerdere[0].reden == "Nieuwe telling"
    assert wereld.meting("2018").eerdere[0].gebruiker.naam == "Jo"
    pagina = terug(client, pagina)
    assert "4 cijfers zijn weer zoals ze waren." in hulp.melding(pagina)
    assert wereld.cijfers() == {"2018": "8.3", "2019": "9.2*"}
    assert wereld.cijfers(wereld.trajecten) == {}
    assert wereld.session.scalar(select(func.count()).select_from(EerdereMeting)) == 0
    assert rooster(pagina)[cel(wereld, "2019")] == "9,2*"


def test_alleen_wat_onaangeraakt_is_gaat_terug(wereld: Wereld) -> None:
    client = wereld.als("Jo")
    pagina = hulp.volg(client, typ(wereld, a2020="9,7", a2021="9,6"))
    typ(wereld, wie="Col", a2021="9,5", reden="Beter geteld")
    melding = hulp.melding(terug(client, pagina))
    assert "1 cijfer is weer zoals het was." in melding
    assert "1 cijfer is intussen door iemand anders gewijzigd en zo gebleven." in melding
    assert wereld.cijfers() == {"2018": "8.3", "2019": "9.2*", "2021": "9.5"}


def test_een_hele_kolom_voorlopig_en_een_cel_definitief(wereld: Wereld) -> None:
    hulp.volg(wereld.als("Jo"), typ(wereld, a2019="9,2", a2020="9,7", t2020="5", **{"voorlopig-2020": "on"}))
    assert wereld.cijfers() == {"2018": "8.3", "2019": "9.2", "2020": "9.7*"}
    assert wereld.cijfers(wereld.trajecten) == {"2020": "5*"}


def test_een_verandering_vraagt_waarom(wereld: Wereld) -> None:
    for velden, nieuw in (({"a2018": "8,4"}, "8,4"), ({"a2018": ""}, "leeg")):
        antwoord = typ(wereld, **velden, a2020="9,7")
        assert antwoord.status_code == 422
        zin = f"Er verandert 1 cijfer dat er al stond: Aandeel, 2018 van 8,3 naar {nieuw}. Schrijf op waarom."
        assert zin in hulp.melding(antwoord)
        assert rooster(antwoord)[cel(wereld, "2020")] == "9,7"
    assert wereld.cijfers() == {"2018": "8.3", "2019": "9.2*"}
    assert stuur(wereld, rooster(antwoord) | {"reden": "Dubbel geteld"}).status_code == 303
    assert wereld.cijfers() == {"2019": "9.2*", "2020": "9.7"}


FOUT = {"a2020": "veel", "a2021": "101", "t2018": "-3", "t2019": "10"}


def test_alles_of_niets(wereld: Wereld) -> None:
    antwoord = typ(wereld, **FOUT)
    assert antwoord.status_code == 422
    melding = hulp.melding(antwoord)
    assert "3 cellen zijn nog niet opgeslagen" in melding
    assert "Aandeel, 2020: 'veel' is geen getal; schrijf bijvoorbeeld 1.234,5." in melding
    assert "Aandeel, 2021: 101% kan hier niet: het hoogste is 100%." in melding
    assert "Trajecten, 2018: Een aantal is niet negatief; hier staat -3." in melding
    assert wereld.cijfers(wereld.trajecten) == {}
    form = rooster(antwoord)
    assert [form[naam] for naam in velden_van(wereld, FOUT)] == list(FOUT.values())


def test_alleen_de_goede_opslaan(wereld: Wereld) -> None:
    """The others stay in the form with what was typed, and can be set right."""
    client = wereld.als("Jo")
    antwoord = typ(wereld, **FOUT, actie="goede")
    assert antwoord.status_code == 200
    assert "1 cijfer opgeslagen: 1 nieuw." in hulp.melding(antwoord)
    assert "3 cellen zijn nog niet opgeslagen" in hulp.melding(antwoord)
    assert wereld.cijfers(wereld.trajecten) == {"2019": "10"}
    form = rooster(antwoord)
    assert form[cel(wereld, "2020")] == "veel"
    assert json.loads(form["basis"])[cel(wereld, "2019", wereld.trajecten)] == "10"
    goed = form | velden_van(wereld, {"a2020": "9,7", "a2021": "", "t2018": "3"})
    assert "2 cijfers opgeslagen: 2 nieuw." in hulp.melding(hulp.volg(client, stuur(wereld, goed)))
    assert wereld.cijfers(wereld.trajecten) == {"2018": "3", "2019": "10"}


def test_niets_getypt_is_niets_gedaan(wereld: Wereld) -> None:
    voor = wereld.session.scalar(select(func.count()).select_from(Logregel))
    pagina = hulp.volg(wereld.als("Jo"), typ(wereld, a2018="8,30"))
    assert "Er is niets gewijzigd." in hulp.melding(pagina)
    assert "Ongedaan maken" not in hulp.melding(pagina)
    assert wereld.session.scalar(select(func.count()).select_from(Logregel)) == voor


def test_wat_een_collega_intussen_deed_wordt_getoond(wereld: Wereld) -> None:
    """What only the colleague touched is taken over; what both touched is asked; nothing is overwritten unseen."""
    van_jo = rooster(wereld.als("Jo").get(JAREN))
    typ(wereld, wie="Col", a2018="8,5", a2020="9,8", t2018="4", reden="Col telde beter")
    mijn = van_jo | velden_van(wereld, {"a2020": "9,7", "a2021": "9,6"})
    botsing = stuur(wereld, mijn)
    assert botsing.status_code == 409
    assert "Aandeel, 2020: een collega maakte hiervan 9,8; kies welk cijfer blijft" in hulp.melding(botsing)
    assert hulp.naast_elkaar(botsing) == {"Aandeel, 2020": ["(leeg)", "9,8", "9,7"]}
    assert wereld.cijfers() == {"2018": "8.5", "2019": "9.2*", "2020": "9.8"}
    form = rooster(botsing)
    assert (form[cel(wereld, "2018")], form[cel(wereld, "2020")], form[cel(wereld, "2021")]) == ("8,5", "9,7", "9,6")
    zonder = stuur(wereld, form | {"reden": "Toch 9,7"})
    assert zonder.status_code == 409
    assert hulp.naast_elkaar(zonder) == {"Aandeel, 2020": ["(leeg)", "9,8", "9,7"]}
    keuze = {f"keuze-{cel(wereld, '2020')}": "mijn"}
    assert stuur(wereld, rooster(zonder) | keuze | {"reden": "Toch 9,7"}).status_code == 303
    assert wereld.cijfers() == {"2018": "8.5", "2019": "9.2*", "2020": "9.7", "2021": "9.6"}
    assert wereld.meting("2020").eerdere[0].waarde == Decimal("9.8")


def test_wie_hetzelfde_typt_als_een_collega_botst_niet(wereld: Wereld) -> None:
    van_jo = rooster(wereld.als("Jo").get(JAREN))
    typ(wereld, wie="Col", a2020="9,8")
    assert stuur(wereld, van_jo | velden_van(wereld, {"a2020": "9,80"})).status_code == 303
    assert wereld.meting("2020").eerdere == []


def test_een_rij_die_verdween_wordt_gezegd(wereld: Wereld) -> None:
    van_jo = rooster(wereld.als("Jo").get(JAREN))
    hulp.doe(wereld.als("Col"), f"/indicatoren/{wereld.trajecten}/verwijderen")
    antwoord = stuur(wereld, van_jo | velden_van(wereld, {"t2020": "5", "a2020": "veel"}))
    assert "Een indicator is intussen verwijderd of niet meer gedeeld; die rij is weggelaten." in hulp.melding(antwoord)


BLOK = "\n".join(
    (
        "Indicator\tEenheid\t2018\t2020\tKwartaal 2",
        "Aandeel\tprocent\t\t9,7\t",
        "trajecten \taantal\t12\tveel",
        "",
        "Trajecten voor jongeren\t%\t1\t2",
    )
)


def plak(wereld: Wereld, tekst: str, **getypt: str) -> Any:
    form = rooster(wereld.als("Jo").get(JAREN)) | velden_van(wereld, getypt)
    return stuur(wereld, form | {"blok": tekst}, actie="plakken")


def test_plakken_toont_eerst_en_slaat_dan_op(wereld: Wereld) -> None:
    antwoord = plak(wereld, BLOK)
    assert antwoord.status_code == 200
    melding = hulp.melding(antwoord)
    assert "3 cellen overgenomen in de tabel" in melding
    assert "Kolom 'Eenheid' is overgeslagen: dat is geen periode." in melding
    assert "Regel 4: 'Trajecten voor jongeren' is geen indicator die u kunt invullen. Bedoelt u 'Trajecten'?" in melding
    assert wereld.cijfers(wereld.trajecten) == {}
    form = rooster(antwoord)
    waarden = [form[cel(wereld, j, i)] for i in (wereld.aandeel, wereld.trajecten) for j in ("2018", "2020")]
    assert waarden == ["8,3", "9,7", "12", "veel"]
    adres = html.document_fromstring(antwoord.text).xpath("//form[.//textarea]/@action")[0]
    fout = stuur(wereld, form, adres=adres)
    assert "Trajecten, 2020: 'veel' is geen getal" in hulp.melding(fout)
    goed = stuur(wereld, form | {cel(wereld, "2020", wereld.trajecten): "13"}, adres=adres)
    assert "3 cijfers opgeslagen: 3 nieuw." in hulp.melding(hulp.volg(wereld.als("Jo"), goed))
    assert wereld.cijfers(wereld.trajecten) == {"2018": "12", "2020": "13"}


def test_wat_al_getypt_was_blijft_bij_plakken(wereld: Wereld) -> None:
    form = rooster(plak(wereld, "x\t2022\nTrajecten\t9", a2021="9,6"))
    assert (form[cel(wereld, "2021")], form[cel(wereld, "2022", wereld.trajecten)]) == ("9,6", "9")


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        ("", "Plak een blok met de periodes in de eerste regel"),
        ("zomaar een zin", "Plak een blok met de periodes in de eerste regel"),
        ("Naam\tWaarde\nAandeel\t5", "In de eerste regel staat geen periode"),
        ("x\t2020\nIets anders\t5", "Er is geen cijfer herkend."),
        ("x\t2020\n" + "Aandeel\t5\n" * 600, "Dit zijn 601 regels; plak er hoogstens 500."),
        ("x\t" + "\t".join(str(j) for j in range(1950, 2000)) + "\nAandeel" + "\t1" * 50, "te veel tegelijk"),
        ("x\t2020\n" + "A" * 200_001, "Dit blok is te groot."),
    ],
)
def test_een_onbruikbaar_blok(wereld: Wereld, tekst: str, zin: str) -> None:
    antwoord = plak(wereld, tekst, a2020="9,7")
    assert antwoord.status_code == 422
    assert zin in hulp.melding(antwoord)
    assert rooster(antwoord)[cel(wereld, "2020")] == "9,7"


def test_een_cel_die_twee_keer_in_het_blok_staat(wereld: Wereld) -> None:
    melding = hulp.melding(plak(wereld, "x\t2020\t2020\nAandeel\t5\t6"))
    assert "Aandeel, 2020 staat er twee keer: 5 en 6. De laatste telt." in melding


@pytest.mark.parametrize("onzin", ["{", "[]", '{"a": ' * 20_000, "null"])
def test_een_kapotte_basis_overschrijft_niets(wereld: Wereld, onzin: str) -> None:
    form = rooster(wereld.als("Jo").get(JAREN)) | velden_van(wereld, {"a2018": "1"})
    assert stuur(wereld, form | {"basis": onzin, "reden": "Zomaar"}).status_code == 409
    assert wereld.cijfers() == {"2018": "8.3", "2019": "9.2*"}


def test_de_rijen_zijn_die_van_de_eigen_organisatie(wereld: Wereld) -> None:
    buur = ch.maak_buur(wereld.session, wereld)
    vreemd = ch.maak_indicator(wereld.session, buur.id, "Geheim").id
    wereld.session.commit()
    form = rooster(wereld.als("Jo").get(JAREN)) | {"rijen": str(vreemd), f"c-{vreemd}-2020": "5"}
    stuur(wereld, form)
    assert wereld.cijfers(vreemd) == {}


@pytest.mark.parametrize("aantal", [3, 40])
def test_een_vast_aantal_queries(
    wereld: Wereld, aantal: int, tel_queries: Callable[[], AbstractContextManager[Teller]]
) -> None:
    """However many rows: the page and the save."""
    for i in range(aantal):
        ch.maak_indicator(wereld.session, wereld.organisatie, f"Reeks {i:02}")
    wereld.session.commit()
    client = wereld.als("Jo")
    client.get(JAREN)
    with tel_queries() as kijken:
        pagina = client.get(JAREN)
    form = rooster(pagina)
    form |= {naam: str(date(2020, 1, 1).day) for naam in _cellen(pagina)}
    with tel_queries() as bewaren:
        assert stuur(wereld, form | {"reden": "Alles op een"}).status_code == 303
    assert (kijken.aantal, bewaren.aantal) == (6, 18)


def _cellen(pagina: TestResponse) -> list[str]:
    return html.document_fromstring(pagina.text).xpath("//input[@class='rooster__veld']/@name")  # type: ignore[no-any-return]


def test_een_lange_lijst_komt_in_paginas(wereld: Wereld) -> None:
    for i in range(60):
        ch.maak_indicator(wereld.session, wereld.organisatie, f"Reeks {i:02}")
    wereld.session.commit()
    client = wereld.als("Jo")
    assert len(_cellen(client.get(JAREN))) == 4 * 50
    assert len(_cellen(client.get(f"{JAREN}&pagina=2"))) == 4 * 12
    assert client.get(f"{JAREN}&pagina=9").location.endswith("periodes=2018..2021&pagina=2")
    veertig = client.get("/indicatoren/invullen?periodes=1980..2019")
    assert len(_cellen(veertig)) == 40 * 15
