"""The half-year report as a neutral document, and frozen as JSON."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.cijfers.indicator import Bloksoort, Reekssoort
from app.domain.voortgang.overzicht import MaatregelBeeld, PeriodeBeeld, RegelBeeld, ThemaBeeld
from app.domain.voortgang.periode import lees_periode
from app.domain.voortgang.periodestatus import PeriodeStatus
from app.domain.voortgang.structuur import Status
from app.writing.bevroren import bevries, ontdooi
from app.writing.document import Alinea, Document, Grafiek, Kolom, Kop, Lijst, Tabel, Waarde
from app.writing.documenten.rapport import alineas, rapport_document
from app.writing.documenten.rapport_beeld import (
    Deel,
    Hoofdstukbeeld,
    Indicatordeel,
    Rapportbeeld,
    Tekstdeel,
    Voortgangdeel,
)
from app.writing.formaten import FORMATEN, schrijf
from app.writing.grafiek.waarden import Lijngrafiek, Punt, Reeks, Streef
from app.writing.schoon import schoon_document
from tests.unit.writing.uitgevouwen import uitgevouwen

PERIODE = lees_periode("2019-H1")
LIJN = Lijngrafiek(
    titel="Wachttijd",
    omschrijving="",
    eenheid="weken",
    reeksen=(
        Reeks(
            Reekssoort.REALISATIE,
            (Punt(date(2018, 12, 31), Decimal("8.30"), "2018"), Punt(date(2019, 6, 30), None, "H1", tekst="< 5")),
        ),
        Reeks(Reekssoort.BEGROTING, (Punt(date(2019, 12, 31), Decimal(7), "2019", voorlopig=True),)),
    ),
    eerdere=(Punt(date(2018, 12, 31), Decimal(9), "2018"),),
    nulmeting=Punt(date(2018, 12, 31), Decimal("8.3"), "2018"),
    streef=Streef(None, Decimal(5), date(2022, 12, 31)),
    pad=((date(2018, 12, 31), Decimal("8.3")), (date(2022, 12, 31), Decimal(5))),
    peildatum=date(2019, 6, 30),
)
REGEL = RegelBeeld(voortgang="Er is begonnen.", planning="Q3 2019", status=Status.IN_UITVOERING)
THEMA = ThemaBeeld(1, 2, "Samen", (MaatregelBeeld(1, 2, "a", "Regie", None, None, None, (), (REGEL,)),))


def indicator(soort: Bloksoort, id_: int = 1, **velden: Any) -> Indicatordeel:
    return Indicatordeel(id_, soort, LIJN, **velden)


def beeld(*delen: Deel, titel: str = "Cijfers", duiding: str = "", **velden: Any) -> Rapportbeeld:
    periode = PeriodeBeeld(
        1, PERIODE.code, PERIODE.soort, PERIODE.van, PERIODE.tot, date(2019, 7, 31), PeriodeStatus.OPEN
    )
    hoofdstukken = (Hoofdstukbeeld(titel, duiding, delen),)
    vast = {"titel": "Halfjaarrapportage", "organisatie": "Gemeente Noordwoude", "peildatum": date(2019, 7, 1)}
    return Rapportbeeld(**{**vast, "periode": periode, "hoofdstukken": hoofdstukken, **velden})


def blokken(*delen: Deel, **velden: Any) -> list[Any]:
    document = rapport_document(beeld(*delen, **velden))
    return [blok.tekst if isinstance(blok, Kop | Alinea) else blok for blok in document.blokken]


def test_een_hoofdstuk_opent_met_wat_we_zien_en_noemt_een_indicator_een_keer() -> None:
    delen = (indicator(Bloksoort.GRAFIEK, koers=("Op koers.",)), indicator(Bloksoort.DUIDING, duiding="Korter."))
    kop, eerste, naam, grafiek, koers, vraag, laatste = blokken(*delen, duiding="Het gaat goed.")
    assert (kop, eerste, naam, koers) == ("1. Cijfers", "Het gaat goed.", "Wachttijd", "Op koers.")
    assert (vraag, laatste) == ("Wat zien we?", "Korter.")
    assert isinstance(grafiek, Grafiek)
    assert grafiek.beeld.titel == "Realisatie en begroting, 2018 tot en met 2019"
    assert grafiek.beeld.omschrijving.startswith("Wachttijd. ")
    assert grafiek.tabel.rijen


def test_cijfers_en_koers_staan_er_niet_dubbel() -> None:
    koers = {"koers": ("Op koers.",)}
    uit = blokken(indicator(Bloksoort.GRAFIEK, **koers), indicator(Bloksoort.CIJFERS, **koers))
    grafiek, tabel = (blok for blok in uit if isinstance(blok, Grafiek | Tabel))
    assert grafiek.tabel.rijen == ()
    assert tabel.rijen
    assert uit.count("Op koers.") == 1


def test_zonder_duiding_staat_er_ook_geen_kop() -> None:
    assert blokken(indicator(Bloksoort.DUIDING)) == ["1. Cijfers"]


@pytest.mark.parametrize(("titel", "kop"), [("Samen", []), ("Voortgang", ["Thema 2: Samen"])])
def test_een_thema_heeft_een_kop_als_het_hoofdstuk_anders_heet(titel: str, kop: list[str]) -> None:
    *koppen, tabel = blokken(Voortgangdeel((THEMA,), "Samen"), titel=titel)
    assert koppen == [f"1. {titel}", *kop]
    assert tabel.rijen == (("a. Regie", "Er is begonnen.", "Q3 2019", "In uitvoering"),)


def test_een_thema_zonder_regels_zegt_dat() -> None:
    assert blokken(Voortgangdeel((), "Samen"))[1].startswith("Over dit thema is")


def test_regels_met_een_streepje_zijn_een_opsomming() -> None:
    assert list(alineas("Eerst dit.\n\n- een\n• twee\nDan dat.")) == [
        Alinea("Eerst dit."),
        Lijst(("een", "twee")),
        Alinea("Dan dat."),
    ]


def test_de_datum_en_de_stand_zijn_van_het_sluiten() -> None:
    assert rapport_document(beeld()).datum == date(2019, 7, 1)
    open_ = beeld().periode
    gesloten = PeriodeBeeld(
        open_.id, open_.code, open_.soort, open_.van, open_.tot, open_.sluit_op, PeriodeStatus.GESLOTEN,
        datetime(2019, 8, 2, 23, 30, tzinfo=UTC), "Jo Jansen",
    )  # fmt: skip
    document = rapport_document(beeld(periode=gesloten))
    assert document.datum == date(2019, 8, 3)
    assert dict(document.kenmerken)["Stand"] == "gesloten op 3 augustus 2019 door Jo Jansen"


ALLES = rapport_document(
    beeld(
        indicator(Bloksoort.GRAFIEK, koers=("Op koers.",)),
        indicator(Bloksoort.DUIDING, duiding="Korter.\n- zo"),
        Tekstdeel("Slot."),
        Voortgangdeel((THEMA,)),
    )
)


def test_bevroren_en_ontdooid_is_het_hetzelfde_document() -> None:
    terug = ontdooi(json.loads(json.dumps(bevries(ALLES))))
    assert terug == ALLES
    assert [schrijf(terug, formaat) for formaat in ("csv", "json")] == [schrijf(ALLES, f) for f in ("csv", "json")]
    assert set(FORMATEN) >= {"csv", "json"}


WAARDEN: st.SearchStrategy[Waarde] = st.one_of(
    st.none(), st.integers(), st.text(), st.dates(), st.decimals(allow_nan=False, allow_infinity=False)
)


@example([], {"#": ["datum"]})
@given(st.lists(st.tuples(WAARDEN, WAARDEN)), st.dictionaries(st.text(), st.lists(WAARDEN)))
def test_elke_waarde_komt_terug_als_wat_zij_was(rijen: list[tuple[Waarde, Waarde]], structuur: dict[str, Any]) -> None:
    tabel = Tabel("t", (Kolom("a"), Kolom("b", 2.5, getal=True)), tuple(rijen), frozenset({1, 2}))
    document = Document("t", "", "o", date(2020, 1, 1), (tabel,), tabel, {"rest": structuur})
    terug = ontdooi(json.loads(json.dumps(bevries(document))))
    assert terug == document
    assert [[type(w) for w in rij] for rij in terug.gegevens.rijen] == [[type(w) for w in rij] for rij in rijen]


def test_ook_wat_nog_niet_gemaakt_is_wordt_bevroren() -> None:
    terug = ontdooi(json.loads(json.dumps(bevries(schoon_document(ALLES)))))
    assert uitgevouwen(terug) == uitgevouwen(ALLES)
    assert isinstance(terug.structuur, dict)
    assert [schrijf(terug, formaat) for formaat in ("csv", "json")] == [schrijf(ALLES, f) for f in ("csv", "json")]


def test_wat_niet_is_bevroren_wordt_niet_ontdooid() -> None:
    for onzin in ({}, {"versie": 99, "document": bevries(ALLES)["document"]}, {"versie": 1, "document": {}}):
        with pytest.raises(ValueError, match="geen bevroren document"):
            ontdooi(onzin)
