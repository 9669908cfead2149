"""What the overview says and in which order, apart from any format."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.domain.opdrachtoverzicht import Blok, Regel
from app.domain.regio.antwoord import Antwoord, Antwoordsoort
from app.domain.structuur import Opdrachtnemer
from app.writing.document import Alinea, Document, Kop, Lijst, Tabel
from app.writing.documenten.opdrachten import GEEN_OPDRACHTEN
from tests.unit.writing.uitgevouwen import uitgevouwen
from tests.unit.writing.voorbeelden import gewoon_blok, maak_document

RIGG, LOKAAL = Opdrachtnemer.RIGG, Opdrachtnemer.LOKAAL


def koppen(document: Document) -> list[tuple[int, str]]:
    return [(blok.niveau, blok.tekst) for blok in document.blokken if isinstance(blok, Kop)]


def alineas(document: Document) -> list[str]:
    return [blok.tekst for blok in document.blokken if isinstance(blok, Alinea)]


def test_een_gemeente_een_opdrachtnemer() -> None:
    document = maak_document(gewoon_blok(), replace(gewoon_blok(volgorde=3), probleemgebied="Wonen"))
    assert (document.titel, document.ondertitel) == ("Opdrachtoverzicht", "Opdrachten aan de RIGG")
    assert document.kenmerken == (("Notitie", "Notitie jeugd 2020"),)
    assert koppen(document) == [(1, "1. Hulp dichtbij"), (1, "3. Wonen")]
    assert alineas(document)[0] == "Dit overzicht bevat 2 doelen, 2 interventies en 2 opdrachten."


def test_de_tabel_van_een_probleemgebied() -> None:
    (tabel,) = (blok for blok in maak_document(gewoon_blok()).blokken if isinstance(blok, Tabel))
    assert [kolom.naam for kolom in tabel.kolommen] == ["Soort", "Nr", "Tekst", "Bijzonderheden"]
    assert tabel.rijen == (
        ("Doel", "1", "Wachttijd van 11 naar 4 weken.", "gedeeld met Lokaal"),
        ("Interventie", "2", "Inkopen van lichte hulp.", "onder voorbehoud"),
        ("Onderdeel", "2a", "Voor jonge kinderen.", ""),
        ("Opdracht", "", "Minder producten.", ""),
    )
    assert tabel.ondergeschikt == frozenset({2})


def test_gedeeld_en_onder_voorbehoud_tegelijk() -> None:
    blok = Blok("W", "N", "P", 1, LOKAAL, doelen=(Regel("1", "T", gedeeld=True, voorbehoud=True),))
    (tabel,) = (blok for blok in maak_document(blok).blokken if isinstance(blok, Tabel))
    assert tabel.rijen[0][3] == "gedeeld met RIGG, onder voorbehoud"


def test_twee_opdrachtnemers_en_twee_gemeenten() -> None:
    document = maak_document(
        gewoon_blok(LOKAAL), gewoon_blok(RIGG), gewoon_blok(RIGG, organisatie="Veenrijk"), filters=(("Regio", "Noord"),)
    )
    assert document.ondertitel == "Alle opdrachten"
    assert document.kenmerken == (("Regio", "Noord"),)
    assert koppen(document) == [
        (1, "Waddenstad"),
        (2, "1. Hulp dichtbij"),
        (3, "Lokale opdrachten"),
        (3, "Opdrachten aan de RIGG"),
        (1, "Veenrijk"),
        (2, "1. Hulp dichtbij"),
        (3, "Opdrachten aan de RIGG"),
    ]
    lijsten = [blok.regels for blok in document.blokken if isinstance(blok, Lijst)]
    assert lijsten == [
        ("Lokaal: 1 doel, 1 interventie en 1 opdracht", "RIGG: 2 doelen, 2 interventies en 2 opdrachten")
    ]


def test_twee_notities_van_een_gemeente_blijven_uit_elkaar() -> None:
    document = maak_document(gewoon_blok(), replace(gewoon_blok(), notitie="Notitie wonen 2021"))
    assert koppen(document) == [
        (1, "Notitie jeugd 2020"),
        (2, "1. Hulp dichtbij"),
        (1, "Notitie wonen 2021"),
        (2, "1. Hulp dichtbij"),
    ]
    assert [n["notitie"] for n in uitgevouwen(document).structuur["notities"]] == [
        "Notitie jeugd 2020",
        "Notitie wonen 2021",
    ]


def test_legenda_legt_alleen_uit_wat_er_staat() -> None:
    zonder = Blok("W", "N", "P", 1, RIGG, doelen=(Regel("1", "T"),))
    assert len(alineas(maak_document(zonder))) == 1
    met = alineas(maak_document(gewoon_blok()))[1:]
    assert [zin.split(":")[0] for zin in met] == ["Gedeeld met Lokaal", "Onder voorbehoud"]


@pytest.mark.parametrize(
    ("keuze", "ondertitel"),
    [("RIGG", "Opdrachten aan de RIGG"), ("Lokaal", "Lokale opdrachten"), ("", "Alle opdrachten")],
)
def test_leeg_overzicht_zegt_dat_het_leeg_is(keuze: str, ondertitel: str) -> None:
    document = maak_document(filters=(("Opdrachtnemer", keuze),) if keuze else ())
    assert document.ondertitel == ondertitel
    assert uitgevouwen(document).blokken == (Alinea(GEEN_OPDRACHTEN),)
    assert uitgevouwen(document).rijen == ()
    assert uitgevouwen(document).structuur["notities"] == []


def test_leeg_blok_krijgt_geen_kop() -> None:
    leeg = Blok("W", "N", "Leeg gebied", 2, RIGG)
    assert koppen(maak_document(gewoon_blok(), leeg)) == [(1, "1. Hulp dichtbij")]


def test_gegevens_zijn_een_rij_per_regel() -> None:
    gegevens = maak_document(gewoon_blok()).gegevens
    begin = ("Waddenstad", "Notitie jeugd 2020", 1, "Hulp dichtbij", "RIGG")
    zonder = ("", "", None, "", "")
    assert tuple(gegevens.rijen) == (
        (*begin, "doel", "1", "Wachttijd van 11 naar 4 weken.", "ja", "nee", *zonder),
        (*begin, "interventie", "2", "Inkopen van lichte hulp.", "nee", "ja", *zonder),
        (*begin, "onderdeel", "2a", "Voor jonge kinderen.", "nee", "nee", *zonder),
        (*begin, "opdracht", "", "Minder producten.", "nee", "nee", *zonder),
    )
    assert [kolom.naam for kolom in gegevens.kolommen][:3] == ["organisatie", "notitie", "volgorde"]


def test_structuur_heeft_dezelfde_feiten() -> None:
    structuur = uitgevouwen(maak_document(gewoon_blok())).structuur
    assert structuur["totalen"] == {"rigg": {"doelen": 1, "interventies": 1, "opdrachten": 1}}
    (notitie,) = structuur["notities"]
    (gebied,) = notitie["probleemgebieden"]
    assert (gebied["volgorde"], gebied["naam"]) == (1, "Hulp dichtbij")
    (opdracht,) = gebied["per_opdrachtnemer"]
    assert opdracht["interventies"][0]["onderdelen"][0]["kenmerk"] == "2a"
    assert opdracht["opdrachten"] == ["Minder producten."]


def test_het_antwoord_van_de_rigg_staat_bij_de_opdracht() -> None:
    op = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)  # in the Netherlands it is the next day already
    eens = Antwoord(Antwoordsoort.AANVAARD, "", "Een.", op, "Rik")
    oud = Antwoord(Antwoordsoort.VRAAG, "Welke?", "Wat er stond.", op, "Rik")
    blok = Blok("W", "N", "P", 1, RIGG, opdrachten=(Regel("", "Een.", antwoord=eens), Regel("", "Twee.", antwoord=oud)))
    document = maak_document(blok)
    (tabel,) = (blok for blok in document.blokken if isinstance(blok, Tabel))
    assert tabel.kolommen[-1].naam == "Antwoord RIGG"
    assert [rij[4] for rij in tabel.rijen] == [
        "Aanvaard (2 maart 2026)",
        "Vraag (2 maart 2026, op een andere tekst). Welke?",
    ]
    assert [rij[-5:] for rij in document.gegevens.rijen] == [
        ("aanvaard", "", date(2026, 3, 2), "Rik", ""),
        ("vraag", "Welke?", date(2026, 3, 2), "Rik", "Wat er stond."),
    ]
    opdracht = uitgevouwen(document).structuur["notities"][0]["probleemgebieden"][0]["per_opdrachtnemer"][0]
    assert opdracht["opdrachten"] == ["Een.", "Twee."]
    assert [a["op_andere_tekst"] for a in opdracht["antwoorden_op_opdrachten"]] == [False, True]
