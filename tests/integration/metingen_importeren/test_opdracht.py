"""`flask importeer metingen`: what it prints, its exit code, and what is stored."""

import json
from collections.abc import Callable

import pytest
from sqlalchemy import select

from app.models import EerdereMeting, Indicator, Logregel, Meting, Metingimport, Reeks
from tests import voorwaarden
from tests.integration.indicatoren.cijferhulp import Wereld
from tests.integration.metingen_importeren.hulp import Opdrachtregel, aantal, csv, stand, wacht_er_nog_iets

NIEUW = ("Testdorp;Wachttijd;weken;2019;8,3;GGD", "Provincie;Wachttijd;weken;2019;7;GGD", ";Trajecten;aantal;2019;12;")


def test_nieuw_en_daarna_gelijk(opdracht: Opdrachtregel, wereld: Wereld) -> None:
    eerst = opdracht(csv(*NIEUW))
    assert (eerst.exit_code, eerst.stderr) == (0, "")
    assert eerst.stdout.startswith("3 metingen: 3 nieuw, 0 gewijzigd, 0 gelijk, 0 fout.")
    assert "- Wachttijd" in eerst.stdout
    assert wereld.cijfers(wereld.trajecten) == {"2019": "12"}
    wachttijd = wereld.een(Indicator, naam="Wachttijd")
    assert wachttijd.eenheid == "weken"
    assert wereld.cijfers(wachttijd.id, gebied="") == {"2019": "8.3"}
    assert wereld.cijfers(wachttijd.id, gebied="Provincie") == {"2019": "7"}
    voor = stand(wereld)
    weer = opdracht(csv(*NIEUW))
    assert weer.stdout == "3 metingen: 0 nieuw, 0 gewijzigd, 3 gelijk, 0 fout.\n"
    assert stand(wereld) == voor
    assert not wacht_er_nog_iets(wereld)
    assert aantal(wereld, Metingimport) == 0


def test_gewijzigd_bewaart_wat_er_stond(opdracht: Opdrachtregel, wereld: Wereld) -> None:
    uitkomst = opdracht(csv(";Aandeel;procent;2018;8,4;CBS", ";Aandeel;procent;2019;9,2;"), "--reden", "Herzien")
    assert uitkomst.stdout.startswith("2 metingen: 0 nieuw, 2 gewijzigd, 0 gelijk, 0 fout")
    assert wereld.cijfers() == {"2018": "8.4", "2019": "9.2"}
    eerder = wereld.een(EerdereMeting, meting_id=wereld.meting("2018").id)
    assert (str(eerder.waarde), eerder.reden, eerder.gebruiker_id) == ("8.3", "Herzien (uit 'cijfers.csv')", None)
    meting = wereld.meting("2018")
    assert (meting.rev, meting.bron) == (2, "CBS")
    zin = wereld.session.scalars(select(Logregel.omschrijving).order_by(Logregel.id.desc()).limit(1)).one()
    assert zin == "Metingen overgenomen uit 'cijfers.csv': Herzien"


def test_proef_slaat_niets_op(opdracht: Opdrachtregel, wereld: Wereld) -> None:
    voor = stand(wereld)
    uitkomst = opdracht(csv(*NIEUW), "--proef", "--json")
    assert uitkomst.exit_code == 0
    assert uitkomst.stderr == "Proef: er is niets opgeslagen.\n"
    gelezen = json.loads(uitkomst.stdout)
    assert {naam: gelezen[naam] for naam in ("regels", "nieuw", "gewijzigd", "gelijk", "fout")} == {
        "regels": 3,
        "nieuw": 3,
        "gewijzigd": 0,
        "gelijk": 0,
        "fout": 0,
    }
    assert gelezen["metingen"][0] == {
        "regel": 2,
        "gebied": "Testdorp",
        "indicator": "Wachttijd",
        "eenheid": "weken",
        "periode": "2019",
        "reeks": "realisatie",
        "waarde": 8.3,
        "voorlopig": False,
        "bron": "GGD",
        "toelichting": "",
    }
    assert stand(wereld) == voor
    assert not wacht_er_nog_iets(wereld)


def test_een_fout_houdt_alles_tegen(opdracht: Opdrachtregel, wereld: Wereld) -> None:
    voor = stand(wereld)
    uitkomst = opdracht(csv(*NIEUW, ";Trajecten;aantal;2020;-4;", ";Trajecten;aantal;2021;veel;"))
    assert uitkomst.exit_code == 2
    assert uitkomst.stdout == ""
    assert uitkomst.stderr.splitlines() == [
        "cijfers.csv, regel 5, kolom 'waarde': Een aantal is niet negatief; hier staat -4.",
        "cijfers.csv, regel 6, kolom 'waarde': 'veel' is geen getal; schrijf bijvoorbeeld 1.234,5.",
        "Er is niets opgeslagen; met --alleen-goede slaat u de andere 3 wel op.",
    ]
    assert stand(wereld) == voor
    assert not wacht_er_nog_iets(wereld)


def test_alleen_de_goede(opdracht: Opdrachtregel, wereld: Wereld) -> None:
    uitkomst = opdracht(csv(*NIEUW, ";Trajecten;aantal;2020;-4;"), "--alleen-goede")
    assert uitkomst.exit_code == 0
    assert uitkomst.stdout.startswith("4 metingen: 3 nieuw, 0 gewijzigd, 0 gelijk, 1 fout.")
    assert "regel 5" in uitkomst.stdout
    assert wereld.cijfers(wereld.trajecten) == {"2019": "12"}


def test_veel_fouten_staan_er_niet_allemaal(opdracht: Opdrachtregel) -> None:
    uitkomst = opdracht(csv(*(f";Trajecten;aantal;{jaar};-1;" for jaar in range(1990, 2025))))
    regels = uitkomst.stderr.splitlines()
    assert len(regels) == 22
    assert regels[-2:] == ["En zo zijn er meer: 35 cijfers zijn fout.", "Er is niets opgeslagen."]


@pytest.mark.parametrize(
    ("regel", "opties", "woorden"),
    [
        (";Trajectn;aantal;2019;12;", (), "De indicator 'Trajectn' is niet bekend. Bedoelt u 'Trajecten'?"),
        (";Wachttijd;;2019;12;", (), "'Wachttijd' is niet bekend, en het bestand zegt niet in welke eenheid"),
        (";Wachttijd;weken;2019;12;", ("--onbekend", "fout"), "De indicator 'Wachttijd' is niet bekend."),
    ],
)
def test_een_onbekende_indicator(opdracht: Opdrachtregel, regel: str, opties: tuple[str, ...], woorden: str) -> None:
    uitkomst = opdracht(csv(regel), *opties)
    assert uitkomst.exit_code == 2
    assert woorden in uitkomst.stderr


def test_maken_wat_lijkt_op_iets_anders(opdracht: Opdrachtregel, wereld: Wereld) -> None:
    assert opdracht(csv(";Trajectn;aantal;2019;12;"), "--onbekend", "maak").exit_code == 0
    assert wereld.cijfers(wereld.een(Indicator, naam="Trajectn").id) == {"2019": "12"}


def test_een_gedeelde_indicator_van_de_regio(opdracht: Opdrachtregel, wereld: Wereld) -> None:
    from tests.integration.indicatoren.cijferhulp import maak_buur, maak_indicator

    buur = maak_buur(wereld.session, wereld)
    gedeeld = maak_indicator(wereld.session, buur.id, "Instroom", gedeeld=True).id
    maak_indicator(wereld.session, buur.id, "Geheim")
    wereld.session.commit()
    assert opdracht(csv(";instroom;aantal;2019;5;", ";Geheim;aantal;2019;6;")).exit_code == 0
    assert wereld.een(Reeks, indicator_id=gedeeld).organisatie_id == wereld.organisatie
    eigen = wereld.session.scalars(
        select(Indicator.organisatie_id).where(Indicator.naam == "Geheim").order_by(Indicator.id)
    ).all()
    assert eigen == [buur.id, wereld.organisatie]


def test_een_breed_bestand(opdracht: Opdrachtregel, wereld: Wereld) -> None:
    uitkomst = opdracht(csv("Trajecten;3;4;", kop="Indicator;2018;2019*;2020\n"))
    assert uitkomst.exit_code == 0, uitkomst.stderr
    assert wereld.cijfers(wereld.trajecten) == {"2018": "3", "2019": "4*"}


def test_gebieden_houden_hun_schrijfwijze(opdracht: Opdrachtregel, wereld: Wereld) -> None:
    opdracht(csv("Wijk Noord;Trajecten;aantal;2018;3;"))
    regels = ("WIJK NOORD;Trajecten;aantal;2019;4;", "gemeente testdorp;Trajecten;aantal;2019;7;")
    assert opdracht(csv(*regels)).exit_code == 0
    assert wereld.cijfers(wereld.trajecten, gebied="Wijk Noord") == {"2018": "3", "2019": "4"}
    assert wereld.cijfers(wereld.trajecten, gebied="") == {"2019": "7"}


def test_geen_bestand(opdracht: Opdrachtregel) -> None:
    uitkomst = opdracht.van(opdracht.map_ / "weg.csv")
    assert (uitkomst.exit_code, uitkomst.stderr.count("\n")) == (2, 1)
    assert "bestaat niet" in uitkomst.stderr


def test_het_echte_bestand(opdracht: Opdrachtregel, wereld: Wereld) -> None:
    pad = voorwaarden.bronnen() / "metingen-groningen-bmwe.csv"
    eerst = opdracht.van(pad, "--json")
    gelezen = json.loads(eerst.stdout)
    assert (eerst.exit_code, eerst.stderr) == (0, "")
    assert (gelezen["nieuw"], gelezen["fout"], gelezen["waarschuwingen"]) == (42, 0, [])
    assert aantal(wereld, Meting) == 44
    weer = json.loads(opdracht.van(pad, "--json").stdout)
    assert (weer["nieuw"], weer["gewijzigd"], weer["gelijk"]) == (0, 0, 42)


def test_evenveel_vragen_hoe_lang_het_bestand_ook_is(
    opdracht: Opdrachtregel, tel_queries: Callable[[], object]
) -> None:
    """The first time indicatoren and series are made; after that there are only figures."""

    def vragen(inhoud: bytes) -> int:
        with tel_queries() as teller:  # type: ignore[attr-defined]
            assert opdracht(inhoud).exit_code == 0
        return int(teller.aantal)

    def inhoud(jaren: range) -> bytes:
        return csv(*(f"{g};Trajecten;aantal;{jaar};{g}{jaar};" for g in range(40) for jaar in jaren))

    opdracht(inhoud(range(1990, 1991)))
    assert vragen(inhoud(range(1991, 1993))) == vragen(inhoud(range(1993, 2023)))
