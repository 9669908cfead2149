"""The regio and its changes as a document: what a reader sees, and the same facts to calculate with."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from app.domain.regio.antwoord import Antwoord, Antwoordsoort
from app.domain.regio.groepen import Opdrachtsoort
from app.domain.regio.overzicht import Regiokeuze, Regioregel, kies, stel_samen
from app.domain.regio.wijzigingen import stand_van, vergelijk
from app.domain.structuur import Richting, Streefwaarde
from app.writing.document import Alinea, Document, Kop, Tabel
from app.writing.documenten.regio import GEEN, regio_document
from app.writing.documenten.regio_wijzigingen import NIETS, wijzigingen_document
from app.writing.formaten import FORMATEN, schrijf
from tests.unit.domain.test_regio import ANDERS, VERHELDEREN, regel
from tests.unit.writing.uitgevouwen import uitgevouwen

DATUM = date(2026, 3, 2)
OP = datetime(2026, 3, 1, 12, tzinfo=UTC)


def doel(sleutel: str, gemeente: str, aantal: int) -> Regioregel:
    waarde = Streefwaarde(Richting.STIJGING, Decimal(aantal), Decimal(aantal), "aantal", 2028, 2024)
    return regel(sleutel, "Meer pleeggezinnen.", gemeente, soort=Opdrachtsoort.DOEL, streefwaarde=waarde)


REGELS = [
    regel("a", antwoord=Antwoord(Antwoordsoort.VRAAG, "Welke?", VERHELDEREN, OP, "Rik")),
    regel("b", ANDERS, "Bee", voorbehoud=True, gedeeld=True),
    regel("c", "=Vervoer", "Bee", "Vervoer"),
    doel("d", "Aa", 8),
    doel("e", "Bee", 5),
]


def document(keuze: Regiokeuze | None = None) -> Document:
    return regio_document(kies(stel_samen(REGELS), keuze or Regiokeuze()), regio="Noord", datum=DATUM)


def tabellen(document: Document) -> dict[str, Tabel]:
    return {blok.titel: blok for blok in document.blokken if isinstance(blok, Tabel)}


def test_wat_een_lezer_ziet() -> None:
    koppen = [blok.tekst for blok in document().blokken if isinstance(blok, Kop)]
    assert koppen == [
        "Per gemeente",
        "Per product",
        "Doelen die optellen",
        "Doelen",
        "Interventies en losse opdrachten",
    ]
    zin = next(blok.tekst for blok in document().blokken if isinstance(blok, Alinea))
    assert zin == (
        "2 gemeenten geven de RIGG samen 5 opdrachten: 3 verschillende, waarvan 2 van meer dan een gemeente. "
        "Antwoorden: 1 vraag en 4 nog geen."
    )


def test_een_groep_met_haar_plaatsen_eronder() -> None:
    tabel = tabellen(document())["Interventies en losse opdrachten"]
    assert tabel.rijen == (
        ("2", VERHELDEREN, "Aa en Bee", "", ""),
        ("2.1", "Dezelfde tekst", "Aa, Jeugd-ggz", "", "Vraag (1 maart 2026). Welke?"),
        ("2.2", ANDERS, "Bee, Jeugd-ggz", "gedeeld met Lokaal, onder voorbehoud", ""),
        ("3", "=Vervoer", "Bee, Vervoer", "", ""),
    )
    assert tabel.ondergeschikt == {1, 2}
    assert {rij[0]: rij[1] for rij in document().gegevens.rijen}[2] == VERHELDEREN, "dezelfde nummers als in Gegevens"
    zonder = tabellen(document(Regiokeuze(antwoord="open")))["Interventies en losse opdrachten"]
    assert [kolom.naam for kolom in zonder.kolommen] == ["Nr", "Opdracht", "Waar", "Bijzonderheden"]


def test_totalen_en_sommen() -> None:
    per_gemeente = tabellen(document())["Opdrachten per gemeente"]
    assert per_gemeente.rijen == (
        ("Aa", 1, 1, 0, 1, 2, 1, 0, 1, 0),
        ("Bee", 1, 1, 0, 2, 3, 3, 0, 0, 0),
        ("Samen", 2, 2, 0, 3, 5, 4, 0, 1, 0),
    )
    sommen = tabellen(document())["Doelen die in meer plaatsen staan"]
    assert sommen.rijen[1][1] == "13 meer dan in 2024, te halen in 2028"


def test_een_keuze_telt_alleen_wat_gekozen_is() -> None:
    gekozen = document(Regiokeuze(gemeente="bee"))
    assert tabellen(gekozen)["Opdrachten per gemeente"].rijen[-1][5] == 3
    assert "Doelen die in meer plaatsen staan" not in tabellen(gekozen), "een som over een deel zou misleiden"
    assert len(uitgevouwen(gekozen).rijen) == 3
    assert {rij[2] for rij in gekozen.gegevens.rijen} == {1, 2}, "dat anderen het ook vragen blijft erbij staan"


def test_gegevens_en_structuur_hebben_dezelfde_feiten() -> None:
    geheel = uitgevouwen(document())
    kolommen = [kolom.naam for kolom in document().gegevens.kolommen]
    rijen = [dict(zip(kolommen, rij, strict=True)) for rij in geheel.rijen]
    plaatsen = [plaats for groep in geheel.structuur["groepen"] for plaats in groep["plaatsen"]]
    assert [(r["gemeente"], r["tekst"]) for r in rijen] == [(p["gemeente"], p["tekst"]) for p in plaatsen]
    met = next(r for r in rijen if r["antwoord"])
    assert (met["toelichting antwoord"], met["antwoord op"]) == ("Welke?", date(2026, 3, 1))
    assert geheel.structuur["optellingen"][0]["sommen"][0]["minimum"] == 13
    assert geheel.structuur["totalen"]["regio"]["samen"] == len(rijen) == 5


def test_niets_gekozen() -> None:
    leeg = document(Regiokeuze(antwoord="aanvaard"))
    assert uitgevouwen(leeg).blokken == (Alinea(GEEN),)
    assert uitgevouwen(leeg).rijen == ()


def wijzigingen(nu: list[Regioregel]) -> Document:
    gevonden = vergelijk(stand_van(REGELS), stand_van(nu))
    return wijzigingen_document(gevonden, regio="Noord", sinds=OP, datum=DATUM)


def test_wijzigingen() -> None:
    anders = wijzigingen([regel("b", "Heel anders.", "Bee"), *REGELS[2:], regel("f", "Nieuw.", "Cee")])
    assert anders.ondertitel == "Sinds 1 maart 2026, 13:00"
    zin, tabel = anders.blokken
    assert isinstance(zin, Alinea)
    assert isinstance(tabel, Tabel)
    assert zin.tekst == "3 opdrachten zijn anders: 1 nieuw, 1 gewijzigd en 1 vervallen."
    assert [(rij[0], rij[1], rij[3]) for rij in tabel.rijen] == [
        ("Vervallen", "Aa, Jeugd-ggz", VERHELDEREN),
        ("Gewijzigd: tekst, gedeeld, voorbehoud", "Bee, Jeugd-ggz", f"{ANDERS}\ngedeeld\nonder voorbehoud"),
        ("Nieuw", "Cee, Jeugd-ggz", ""),
    ]
    vol = uitgevouwen(anders)
    assert len(vol.rijen) == len(vol.structuur["wijzigingen"]) == 3


def test_niets_gewijzigd() -> None:
    assert uitgevouwen(wijzigingen(REGELS)).blokken == (Alinea(NIETS),)


@pytest.mark.parametrize("formaat", list(FORMATEN))
@pytest.mark.parametrize("maak", [document, lambda: document(Regiokeuze(gemeente="niemand")), lambda: wijzigingen([])])
def test_elk_formaat_is_te_schrijven(maak: Any, formaat: str) -> None:
    assert schrijf(maak(), formaat)
