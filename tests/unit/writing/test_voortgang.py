"""The voortgangstabellen as a document, and the charts."""

from datetime import UTC, date, datetime
from typing import Any
from xml.etree import ElementTree

import pytest

from app.domain.voortgang.overzicht import MaatregelBeeld, PeriodeBeeld, RegelBeeld, ThemaBeeld, VoortgangBeeld
from app.domain.voortgang.periode import PeriodeSoort
from app.domain.voortgang.periodestatus import PeriodeStatus
from app.domain.voortgang.structuur import Kleur, Moment, Precisie, Status
from app.writing.document import Alinea, Document, Kop, Tabel
from app.writing.documenten.voortgang import GEEN_REGELS, Kolommen, stand, voortgang_document
from app.writing.formaten import FORMATEN, schrijf
from app.writing.svg import Balk, Deel, Staaf, Streep, gestapelde_staven, tijdlijn
from tests.unit.writing.uitgevouwen import uitgevouwen

DAG = date(2020, 7, 1)
ROOD = RegelBeeld(
    voortgang="Loopt vast.",
    planning="Gepland\n1 juli 2020",
    status=Status.GEPLAND,
    kleur=Kleur.ROOD,
    oorzaak="Geen mensen.",
    gevolg="Wachttijd.",
    bijsturing="Inhuur.",
    momenten=(Moment(DAG, DAG, Precisie.DAG),),
)
TWEEDE = RegelBeeld(voortgang="=SOM(1)", planning="Doorlopend", status=Status.DOORLOPEND)


def periode(**anders: Any) -> PeriodeBeeld:
    vast: dict[str, Any] = {
        "id": 1,
        "code": "2019-H2",
        "soort": PeriodeSoort.HALFJAAR,
        "van": date(2019, 7, 1),
        "tot": date(2019, 12, 31),
        "sluit_op": date(2020, 1, 31),
        "status": PeriodeStatus.OPEN,
    }
    return PeriodeBeeld(**{**vast, **anders})


def beeld(**anders: Any) -> VoortgangBeeld:
    themas = (
        ThemaBeeld(1, 1, "Structuur", (MaatregelBeeld(1, 1, "a", "Regie", regels=(ROOD, TWEEDE)),)),
        ThemaBeeld(2, 3, "Sturing", (MaatregelBeeld(2, 3, None, "Cijfers", regels=(RegelBeeld(),)),)),
    )
    vast: dict[str, Any] = {
        "organisatie": "Testdorp",
        "periode": periode(),
        "peildatum": date(2020, 1, 15),
        "themas": themas,
        "kleurdefinities": {Kleur.ROOD: "Het lukt niet zonder hulp."},
    }
    return VoortgangBeeld(**{**vast, **anders})


def maak(wat: VoortgangBeeld | None = None, **kolommen: bool) -> Document:
    return voortgang_document(
        wat or beeld(), organisatie="Gemeente Testdorp", kolommen=Kolommen(**kolommen), filters=(("Thema", "1"),)
    )


def tabellen(document: Document) -> list[Tabel]:
    return [blok for blok in document.blokken if isinstance(blok, Tabel)]


def test_zoals_in_de_bron_een_tabel_per_thema() -> None:
    document = maak()
    assert document.ondertitel == "Tweede halfjaar 2019"
    assert document.kenmerken[0] == ("Periode", "2019-H2")
    assert document.kenmerken[-1] == ("Thema", "1")
    assert [blok.tekst for blok in document.blokken if isinstance(blok, Kop)] == ["1. Structuur", "3. Sturing"]
    eerste, tweede = tabellen(document)
    assert [kolom.naam for kolom in eerste.kolommen] == ["Maatregel", "Voortgang", "Planning"]
    assert eerste.rijen == (("a. Regie", "Loopt vast.", "Gepland\n1 juli 2020"), ("", "=SOM(1)", "Doorlopend"))
    assert tweede.rijen == (("Cijfers", "", ""),)
    assert not document.liggend


def test_kolommen_die_iemand_kiest() -> None:
    document = maak(status=True, kleur=True)
    eerste = tabellen(document)[0]
    assert [kolom.naam for kolom in eerste.kolommen][3:] == ["Status", "Kleur"]
    assert eerste.rijen[0][3:] == ("Gepland", "Rood\nOorzaak: Geen mensen.\nGevolg: Wachttijd.\nBijsturing: Inhuur.")
    assert Alinea("Rood: Het lukt niet zonder hulp.", stil=True, merk="_ds_vast_2") in document.blokken
    assert document.liggend
    assert [kolom.naam for kolom in document.gegevens.kolommen][-5:] == [
        "status",
        "kleur",
        "oorzaak",
        "gevolg",
        "bijsturing",
    ]
    alleen_status = maak(status=True)
    assert [kolom.naam for kolom in alleen_status.gegevens.kolommen][-2:] == ["planning", "status"]
    assert not any(isinstance(blok, Alinea) and "Rood:" in blok.tekst for blok in alleen_status.blokken)


def test_json_heeft_de_vorm_van_de_bron_met_meer() -> None:
    structuur = uitgevouwen(maak()).structuur
    assert (structuur["gemeente"], structuur["periode"]) == ("Testdorp", "2019-H2")
    regie = structuur["themas"][0]["maatregelen"][0]
    assert (regie["letter"], regie["naam"]) == ("a", "Regie")
    assert regie["regels"][0] == {
        "voortgang": "Loopt vast.",
        "planning": ["Gepland", "1 juli 2020"],
        "status": "gepland",
        "momenten": [{"van": "2020-07-01", "tot": "2020-07-01", "precisie": "dag"}],
        "kleur": "rood",
        "oorzaak": "Geen mensen.",
        "gevolg": "Wachttijd.",
        "bijsturing": "Inhuur.",
    }
    assert structuur["themas"][1]["maatregelen"][0]["regels"] == [
        {"voortgang": "", "planning": [], "status": None, "momenten": []}
    ]


def test_gesloten_periode_zegt_wanneer_en_door_wie() -> None:
    # Half an hour past midnight in Amsterdam is still the day before in UTC.
    dicht = periode(
        status=PeriodeStatus.GESLOTEN,
        gesloten_op=datetime(2020, 2, 2, 23, 30, tzinfo=UTC),
        gesloten_door="Jo Jansen",
    )
    assert stand(beeld(periode=dicht)) == "gesloten op 3 februari 2020 door Jo Jansen"
    assert maak(beeld(periode=dicht)).datum == date(2020, 2, 3)
    assert stand(beeld()) == "open, stand van 15 januari 2020"


def test_zonder_maatregelen_zegt_het_dat() -> None:
    leeg = maak(beeld(themas=()))
    assert uitgevouwen(leeg).blokken == (Alinea(GEEN_REGELS),)
    assert uitgevouwen(leeg).rijen == ()


@pytest.mark.parametrize("formaat", list(FORMATEN))
def test_elk_formaat_kan_het_schrijven(formaat: str) -> None:
    assert len(schrijf(maak(status=True, kleur=True), formaat)) > 200
    assert schrijf(maak(beeld(themas=())), formaat)


# --- the charts ---


def svg(tekst: str) -> ElementTree.Element:
    return ElementTree.fromstring(tekst)


def staven(*staven_: Staaf) -> ElementTree.Element:
    return svg(gestapelde_staven(id_="g", titel="T < 1", omschrijving='Zo "en" zo', staven=staven_))


def test_staven_staan_op_een_schaal_en_tellen_op() -> None:
    grafiek = staven(
        Staaf("Een", (Deel(1, "gepland", "G", "gepland"), Deel(3, "afgerond", "A", "afgerond"))),
        Staaf("Twee & <b>", (Deel(2, "gepland", "G", "gepland"), Deel(0, "afgerond", "A", "afgerond"))),
    )
    vakken = [(rect.get("x"), rect.get("width"), rect.get("class")) for rect in grafiek.iter("rect")]
    assert vakken == [
        ("0.00%", "25.00%", "grafiek__deel grafiek__deel--gepland"),
        ("25.00%", "75.00%", "grafiek__deel grafiek__deel--afgerond"),
        ("0.00%", "50.00%", "grafiek__deel grafiek__deel--gepland"),
    ]
    assert [tekst.text for tekst in grafiek.iter("text")] == ["Een", "G 1", "A 3", "Twee & <b>", "G 2"]


def test_grafiek_heeft_naam_en_omschrijving_en_geen_stijl() -> None:
    grafiek = staven()
    assert grafiek.get("role") == "img"
    assert [grafiek.find(naam).text for naam in ("title", "desc")] == ["T < 1", 'Zo "en" zo']  # type: ignore[union-attr]
    assert grafiek.get("aria-labelledby") == "g-titel g-tekst"
    assert all("style" not in element.attrib for element in grafiek.iter())


def test_smal_deel_krijgt_een_letter_of_niets() -> None:
    delen = (Deel(200, "w", "W", "w"), Deel(10, "x", "X", "x"), Deel(1, "y", "Y", "y"))
    assert [tekst.text for tekst in staven(Staaf("Een", delen)).iter("text")] == ["Een", "W 200", "X"]


def test_tijdlijn_met_punt_balk_en_open_einde() -> None:
    balken = [
        Balk("punt", 0.5, 0.5, "gepland"),
        Balk("balk", 0.25, 0.75),
        Balk("open", 0.5, 1.0, open_rechts=True),
        Balk("lang " * 40, 0.0, 0.5, open_links=True),
    ]
    strepen = [Streep(0.0, "2020"), Streep(0.5, "peildatum", nu=True)]
    lijn = svg(tijdlijn(id_="t", titel="T", omschrijving="O", balken=balken, strepen=strepen))
    assert [punt.get("cx") for punt in lijn.iter("circle")] == ["50.00%"]
    assert [(rect.get("x"), rect.get("width")) for rect in lijn.iter("rect")] == [
        ("25.00%", "50.00%"),
        ("50.00%", "50.00%"),
        ("0.00%", "50.00%"),
    ]
    teksten = [tekst.text or "" for tekst in lijn.iter("text")]
    assert teksten[:2] == ["2020", "peildatum"]
    assert teksten.count("▸") == teksten.count("◂") == 1
    assert all(len(tekst) <= 90 for tekst in teksten)
    assert lijn.get("height") == str(38 + 4 * 44)


def test_geen_streep_van_de_tijdlijn_gaat_door_een_naam() -> None:
    """Letters reach 13 pixels above the line they stand on, and 4 below it."""
    balken = [Balk("Een lange naam " * 5, 0.0, 0.1) for _ in range(3)]
    strepen = [Streep(0.0, "2020"), Streep(0.3, "2021"), Streep(0.31, "peildatum", nu=True)]
    lijn = svg(tijdlijn(id_="t", titel="T", omschrijving="O", balken=balken, strepen=strepen))
    teksten = [(float(tekst.get("y", "")) - 13, float(tekst.get("y", "")) + 4) for tekst in lijn.iter("text")]
    staand = [streep for streep in lijn.iter("line") if streep.get("x1") == streep.get("x2")]
    assert len(staand) == len(balken) * len(strepen)
    for streep in staand:
        boven, onder = float(streep.get("y1", "")), float(streep.get("y2", ""))
        assert not [tekst for tekst in teksten if boven < tekst[1] and onder > tekst[0]]
