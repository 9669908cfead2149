"""Whether a doel is on course, by examples."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.domain.cijfers.indicator import Gunstig
from app.domain.koers.bepalen import (
    AANDACHT,
    Koers,
    Meetpunt,
    bereken_koers,
    kies_nulmeting,
)
from app.domain.koers.doel import Reden
from app.domain.structuur import Richting, Streefwaarde
from tests.unit.domain.koersen import DERTIG_MINDER, NA_AFLOOP, NUL, PEIL, beeld_van, doel, meting


@pytest.mark.parametrize(
    ("waarde", "koers", "afwijking", "achterstand", "voortgang"),
    [
        (600_000, Koers.BEHAALD, -300_000, "0", "1.3333"),
        (700_000, Koers.BEHAALD, -200_000, "0", "1"),
        (700_001, Koers.OP_KOERS, -199_999, "0", "1"),
        (900_000, Koers.OP_KOERS, 0, "0", "0.3333"),
        (930_000, Koers.OP_KOERS, 30_000, "0.1", "0.2333"),
        (930_001, Koers.ACHTER, 30_001, "0.1", "0.2333"),
        (1_000_000, Koers.ACHTER, 100_000, "0.3333", "0"),
        (1_000_001, Koers.VER_ACHTER, 100_001, "0.3333", "0"),
        (1_300_000, Koers.VER_ACHTER, 400_000, "1.3333", "-1"),
    ],
)
def test_dertig_procent_minder_dan_in_2019(
    waarde: int, koers: Koers, afwijking: int, achterstand: str, voortgang: str
) -> None:
    beeld = beeld_van(replace(DERTIG_MINDER), 1_000_000, waarde, eenheid="euro")
    assert (beeld.koers, beeld.afwijking, beeld.achterstand) == (koers, afwijking, Decimal(achterstand))
    assert beeld.voortgang == Decimal(voortgang)
    assert (beeld.doel_min, beeld.doel_max, beeld.eis_min, beeld.eis_max) == (700_000, 700_000, None, 700_000)
    assert (beeld.verwacht, beeld.verwacht_pad) == (
        900_000,
        ((date(2019, 12, 31), 1_000_000), (date(2022, 12, 31), 700_000)),
    )


@pytest.mark.parametrize(
    ("streefwaarde", "nul", "waarde", "koers"),
    [
        (doel(Richting.STIJGING, "20", "40"), 55, 95, Koers.BEHAALD),
        (doel(Richting.STIJGING, "20", "40"), 55, 75, Koers.BEHAALD),
        (doel(Richting.STIJGING, "20", "40"), 55, 200, Koers.BEHAALD),
        (doel(Richting.STIJGING, "20", "40"), 55, 60, Koers.OP_KOERS),
        (doel(Richting.STIJGING, "20", "40"), 55, 56, Koers.ACHTER),
        (doel(Richting.STIJGING, "20", "40"), 55, 54, Koers.VER_ACHTER),
        (doel(Richting.DALING, "7", "7", "weken"), 11, 4, Koers.BEHAALD),
        (doel(Richting.DALING, "7", "7", "weken"), 11, 9, Koers.OP_KOERS),
        (doel(Richting.DALING, "10", "15", "procent"), "8.3", "7.47", Koers.BEHAALD),
        (doel(Richting.DALING, "10", "15", "procentpunt"), 80, 71, Koers.OP_KOERS),
        (doel(Richting.DALING, "10", None, "procent"), 100, 90, Koers.BEHAALD),
        (doel(Richting.DALING, None, "5", "procent"), 100, 96, Koers.BEHAALD),
        (doel(Richting.DALING, None, "5", "procent"), 100, 94, Koers.ACHTER),
        (doel(Richting.STIJGING, None, "5", "procent"), 100, 107, Koers.VER_ACHTER),
        (doel(Richting.NIVEAU, "25", "30"), 10, 27, Koers.BEHAALD),
        (doel(Richting.NIVEAU, "25", "30"), 10, 15, Koers.OP_KOERS),
        (doel(Richting.NIVEAU, "25", "30"), 10, 31, Koers.OP_KOERS),
        (doel(Richting.NIVEAU, "25", "30"), 10, 35, Koers.ACHTER),
        (doel(Richting.NIVEAU, "25", "30"), 10, 40, Koers.VER_ACHTER),
        (doel(Richting.NIVEAU, "25", "30"), 27, 24, Koers.ACHTER),
        (doel(Richting.NIVEAU, "2", None), 0, 2, Koers.BEHAALD),
        (doel(Richting.NIVEAU, "2", None), 0, 5, Koers.BEHAALD),
        (doel(Richting.NIVEAU, "2", None), None, 3, Koers.BEHAALD),
        (doel(Richting.NIVEAU, "2", None), 3, 1, Koers.VER_ACHTER),
        (doel(Richting.NIVEAU, None, "4", "weken"), 11, 4, Koers.BEHAALD),
        (doel(Richting.NIVEAU, None, "4", "weken"), 11, 10, Koers.ACHTER),
        (doel(Richting.NIVEAU, "40", "40"), 20, 41, Koers.BEHAALD),
        (doel(Richting.NIVEAU, "40", "40"), 60, 39, Koers.BEHAALD),
        (doel(Richting.NIVEAU, "40", "40"), 40, 40, Koers.BEHAALD),
        (doel(Richting.NIVEAU, "0", "0"), 0, 0, Koers.BEHAALD),
        (doel(Richting.DALING, "0", "0"), 0, 1, Koers.VER_ACHTER),
        (doel(Richting.DALING, "0", "0"), 100, 109, Koers.OP_KOERS),
        (doel(Richting.DALING, "20", "20", "procent"), -100, -120, Koers.BEHAALD),
    ],
)
def test_banden_en_grenzen(streefwaarde: Streefwaarde, nul: int | str | None, waarde: int | str, koers: Koers) -> None:
    eenheid = "procent" if streefwaarde.eenheid == "procentpunt" else streefwaarde.eenheid
    assert beeld_van(streefwaarde, nul, waarde, eenheid=eenheid).koers is koers


@pytest.mark.parametrize(
    ("streefwaarde", "nul", "waarde", "koers", "reden"),
    [
        (Streefwaarde(), 1, 1, Koers.NIET_TE_BEREKENEN, Reden.KWALITATIEF),
        (Streefwaarde(Richting.DALING, open=True), 1, 1, Koers.DOEL_OPEN, None),
        (Streefwaarde(Richting.NIVEAU, eenheid="aantal"), 1, 1, Koers.DOEL_OPEN, None),
        (DERTIG_MINDER, None, None, Koers.GEEN_METING, Reden.GEEN_NULMETING),
        (DERTIG_MINDER, 100, None, Koers.GEEN_METING, None),
        (DERTIG_MINDER, None, 90, Koers.NIET_TE_BEREKENEN, Reden.GEEN_NULMETING),
        (DERTIG_MINDER, 0, 90, Koers.NIET_TE_BEREKENEN, Reden.NULMETING_NUL),
        (doel(Richting.NIVEAU, "2", None), None, None, Koers.GEEN_METING, None),
        (doel(Richting.NIVEAU, "2", None), None, 1, Koers.NIET_TE_BEREKENEN, Reden.GEEN_NULMETING),
        (doel(Richting.NIVEAU, "40", "40"), None, 41, Koers.NIET_TE_BEREKENEN, Reden.RICHTING),
        (doel(Richting.NIVEAU, "40", "40"), 40, 41, Koers.NIET_TE_BEREKENEN, Reden.RICHTING),
        (doel(Richting.NIVEAU, "40", "40", doeljaar=None), 20, 30, Koers.NIET_TE_BEREKENEN, Reden.GEEN_DOELJAAR),  # type: ignore[arg-type]
        (doel(Richting.NIVEAU, "40", "40", doeljaar=None), 20, 41, Koers.BEHAALD, None),  # type: ignore[arg-type]
    ],
)
def test_wat_ontbreekt(
    streefwaarde: Streefwaarde, nul: int | None, waarde: int | None, koers: Koers, reden: Reden | None
) -> None:
    beeld = beeld_van(streefwaarde, nul, waarde)
    assert (beeld.koers, beeld.reden) == (koers, reden)
    assert (beeld.buiten is None) == (koers is not Koers.BEHAALD)


@pytest.mark.parametrize(
    ("doeleenheid", "eenheid", "past"),
    [
        ("weken", "weken", True),
        ("weken", "aantal", False),
        ("aantal", "trajecten", True),
        ("aantal", "fte", True),
        ("fte", "aantal", True),
        ("aantal", "procent", False),
        ("procent", "aantal", False),
        ("procentpunt", "procent", True),
        ("euro", "euro per jeugdige", True),
        ("euro", "aantal", False),
        ("aantal", "cijfer", False),
        ("aantal", None, True),
    ],
)
def test_eenheden(doeleenheid: str, eenheid: str | None, past: bool) -> None:
    beeld = beeld_van(doel(Richting.NIVEAU, "40", None, doeleenheid), 20, 30, eenheid=eenheid)
    assert (beeld.reden is Reden.EENHEID) is not past


def test_een_percentage_past_bij_elke_eenheid_als_het_om_verandering_gaat() -> None:
    for eenheid in ("euro", "aantal", "procent", "weken", "trajecten"):
        assert beeld_van(DERTIG_MINDER, 100, 70, eenheid=eenheid).koers is Koers.BEHAALD


@pytest.mark.parametrize(
    ("gunstig", "waarde", "koers"),
    [
        (Gunstig.HOGER, 41, Koers.BEHAALD),
        (Gunstig.LAGER, 39, Koers.BEHAALD),
        (Gunstig.HOGER, 39, Koers.NIET_TE_BEREKENEN),
    ],
)
def test_een_kaal_niveau_zonder_nulmeting_met_een_gunstige_kant(gunstig: Gunstig, waarde: int, koers: Koers) -> None:
    assert beeld_van(doel(Richting.NIVEAU, "40", "40"), None, waarde, gunstig=gunstig).koers is koers


def test_na_het_doeljaar_is_bijna_niet_genoeg() -> None:
    assert beeld_van(DERTIG_MINDER, 1_000_000, 700_001, peildatum=date(2022, 12, 31)).koers is Koers.OP_KOERS
    beeld = beeld_van(DERTIG_MINDER, 1_000_000, 700_001, peildatum=NA_AFLOOP)
    assert (beeld.koers, beeld.buiten, beeld.achterstand) == (Koers.VER_ACHTER, 1, 0)
    assert beeld_van(DERTIG_MINDER, 1_000_000, 700_000, peildatum=NA_AFLOOP).koers is Koers.BEHAALD
    zonder_nul = beeld_van(doel(Richting.NIVEAU, "2", None), None, 1, peildatum=NA_AFLOOP)
    assert zonder_nul.koers is Koers.VER_ACHTER


def test_alleen_de_laatste_meting_tussen_nulmeting_en_peildatum_telt() -> None:
    metingen = [meting(2020, 950_000), meting(2018, 1), NUL, meting(2021, 2), Meetpunt(date(2020, 6, 30), Decimal(3))]
    beeld = bereken_koers(streefwaarde=DERTIG_MINDER, nulmeting=NUL, metingen=metingen, peildatum=PEIL)
    assert beeld.laatste == meting(2020, 950_000)
    geen = bereken_koers(streefwaarde=DERTIG_MINDER, nulmeting=NUL, metingen=metingen, peildatum=date(2020, 1, 31))
    assert (geen.koers, geen.laatste) == (Koers.GEEN_METING, None)


def test_de_laatste_meting_wordt_vergeleken_met_wat_toen_verwacht_werd() -> None:
    beeld = beeld_van(DERTIG_MINDER, 1_000_000, 900_000, peildatum=date(2022, 6, 30))
    assert (beeld.koers, beeld.verwacht, beeld.verwacht_nu) == (Koers.OP_KOERS, 900_000, 750_000)
    assert not beeld.verouderd
    assert beeld_van(DERTIG_MINDER, 1_000_000, 900_000, peildatum=date(2022, 7, 1)).verouderd


def test_een_pad_van_de_gebruiker_in_plaats_van_de_lijn() -> None:
    pad = [
        (date(2024, 12, 31), Decimal(1)),
        (date(2021, 12, 31), Decimal(950_000)),
        (date(2020, 12, 31), Decimal(1_000_000)),
        (date(2018, 12, 31), Decimal(1)),
    ]
    beeld = beeld_van(DERTIG_MINDER, 1_000_000, 1_000_000, pad=pad)
    assert (beeld.koers, beeld.verwacht) == (Koers.OP_KOERS, 1_000_000)
    assert [punt for _, punt in beeld.verwacht_pad] == [1_000_000, 1_000_000, 950_000, 700_000]
    eind = beeld_van(DERTIG_MINDER, 1_000_000, 1_000_000, pad=[(date(2022, 12, 31), Decimal(800_000))])
    assert [punt for _, punt in eind.verwacht_pad] == [1_000_000, 800_000]


def test_een_pad_maakt_een_nulmeting_en_een_doeljaar_overbodig() -> None:
    pad = [(date(2019, 12, 31), Decimal(10)), (date(2021, 12, 31), Decimal(20))]
    zonder_nul = beeld_van(doel(Richting.NIVEAU, "30", None), None, 15, pad=pad)
    assert (zonder_nul.koers, zonder_nul.verwacht, zonder_nul.voortgang) == (Koers.OP_KOERS, 15, None)
    zonder_jaar = beeld_van(doel(Richting.NIVEAU, "30", None, doeljaar=None), 10, 11, pad=pad)  # type: ignore[arg-type]
    assert (zonder_jaar.koers, zonder_jaar.verwacht) == (Koers.ACHTER, 15)


def test_zonder_weg_te_gaan_is_er_geen_pad() -> None:
    assert beeld_van(doel(Richting.NIVEAU, "2", None), 3, 3).verwacht_pad == ()
    te_vroeg = bereken_koers(streefwaarde=DERTIG_MINDER, nulmeting=meting(2022, 5), metingen=[], peildatum=NA_AFLOOP)
    assert (te_vroeg.koers, te_vroeg.verwacht_pad) == (Koers.GEEN_METING, ())


@pytest.mark.parametrize(
    ("dag", "verwacht"),
    [
        (date(2018, 5, 5), 300),
        (date(2019, 12, 31), 300),
        (date(2020, 3, 31), 275),
        (date(2020, 6, 30), 250),
        (date(2020, 12, 31), 200),
        (date(2021, 1, 31), Decimal("191.6667")),
        (date(2022, 12, 31), 0),
        (date(2030, 1, 1), 0),
    ],
)
def test_een_maand_is_een_twaalfde_van_een_jaar(dag: date, verwacht: Decimal) -> None:
    assert beeld_van(doel(Richting.DALING, "300", "300"), 300, None, peildatum=dag).verwacht_nu == verwacht


METINGEN = [meting(2021, 3), meting(2018, 1), Meetpunt(date(2019, 6, 30), Decimal(9)), meting(2019, 2)]


@pytest.mark.parametrize(
    ("expliciet", "referentiejaar", "gekozen"),
    [
        (meting(2017, 7), 2019, meting(2017, 7)),
        (None, 2019, meting(2019, 2)),
        (None, 2020, None),
        (None, None, meting(2018, 1)),
    ],
)
def test_nulmeting(expliciet: Meetpunt | None, referentiejaar: int | None, gekozen: Meetpunt | None) -> None:
    assert kies_nulmeting(METINGEN, expliciet=expliciet, referentiejaar=referentiejaar) == gekozen


def test_een_enkele_meting_is_niet_tegelijk_het_begin() -> None:
    assert kies_nulmeting(METINGEN[:1], expliciet=None, referentiejaar=None) is None


def test_elke_koers_heeft_een_plaats_in_de_aandacht() -> None:
    assert sorted(AANDACHT) == sorted(Koers)
