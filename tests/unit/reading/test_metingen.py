"""Files with metingen as people and their programs write them."""

import io
import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.cijfers.indicator import Reekssoort
from app.domain.cijfers.meetperiode import lees_meetperiode
from app.reading.metingen.kolommen import Betekenis
from app.reading.metingen.lezen import (
    Kolomkeuze,
    Meetregel,
    OnbruikbaarBestand,
    als_dict,
    codering_in_woorden,
    lees_metingen,
    uit_dict,
    verken,
)
from tests.unit.reading.metingen_bouw import (
    KOP,
    RIJEN,
    csv_bytes,
    csv_tekst,
    fouten,
    gelezen,
    metingen,
    verkend,
    xlsx_bytes,
)
from tests.voorwaarden import bronnen

VERWACHT = [
    Meetregel(
        nummer,
        gebied,
        indicator,
        eenheid,
        lees_meetperiode(periode),
        Reekssoort.REALISATIE,
        Decimal(waarde),
        False,
        bron,
        None,
    )
    for nummer, (gebied, indicator, eenheid, periode, waarde, bron) in enumerate(
        (
            ("Dorpstad", "Wachttijd", "weken", "2019", "8.5", "Eigen telling"),
            ("Dorpstad", "Cliënten boven € 100", "aantal", "2020-H1", "1234", "Café, het register"),
            ("Zeestad", "Aandeel", "procent", "2021-01", "8.3", "Bron; met puntkomma"),
        ),
        start=2,
    )
]


def test_het_echte_bestand_zonder_een_melding() -> None:
    with (bronnen() / "metingen-groningen-bmwe.csv").open("rb") as bestand:
        verkenning = verken(bestand)
        uit = list(lees_metingen(bestand, verkenning))
    assert (verkenning.aantal_regels, verkenning.bezwaar, verkenning.waarschuwingen) == (42, None, ())
    assert (verkenning.decimaalteken, verkenning.koprij, len(verkenning.voorbeeldrijen)) == (",", 1, 20)
    assert fouten(uit) == []
    assert [regel.regel for regel in uit] == list(range(2, 44))
    assert {regel.gebied for regel in uit if isinstance(regel, Meetregel)} == {"Provincie Groningen", "BMWE"}


@pytest.mark.parametrize("einde", ["\r\n", "\n", "\r"], ids=["crlf", "lf", "cr"])
@pytest.mark.parametrize("scheiding", [";", ",", "\t"], ids=["puntkomma", "komma", "tab"])
@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_elke_codering_met_elke_scheiding(codering: str, scheiding: str, einde: str) -> None:
    inhoud = csv_bytes(KOP, *RIJEN, scheiding=scheiding, einde=einde, codering=codering)
    verkenning = verkend(inhoud)
    assert verkenning.soort == "csv"
    assert verkenning.scheiding == scheiding
    assert codering_in_woorden(verkenning.codering) in {"UTF-8", "UTF-16", "Windows-1252"}
    assert verkenning.waarschuwingen == ()
    assert metingen(inhoud) == VERWACHT


def test_utf_16_met_de_bytes_andersom() -> None:
    inhoud = b"\xfe\xff" + csv_tekst([KOP, *RIJEN]).encode("utf-16-be")
    assert metingen(inhoud) == VERWACHT


def test_windows_blijkt_pas_ver_in_het_bestand() -> None:
    veel = [("Dorp", "Kosten", "euro", str(1950 + n % 100), str(n), "telling") for n in range(5_000)]
    inhoud = csv_bytes(KOP, *veel, RIJEN[1], codering="cp1252")
    assert verkend(inhoud).codering == "cp1252"
    assert [m.indicator for m in metingen(inhoud)][-2:] == ["Kosten", "Cliënten boven € 100"]
    assert len(metingen(inhoud)) == 5_001


def test_het_scheidingsteken_dat_excel_noemt() -> None:
    assert [m.regel for m in metingen(b"sep=;\r\n" + csv_bytes(KOP, *RIJEN))] == [3, 4, 5]
    assert [m.regel for m in metingen(b"sep=\t\r\n" + csv_bytes(KOP, *RIJEN, scheiding="\t"))] == [3, 4, 5]


def test_regelnummers_kloppen_na_een_regeleinde_tussen_aanhalingstekens() -> None:
    inhoud = csv_bytes(
        KOP,
        ("Dorp", "Kosten", "euro", "2019", "1", "eerste\nen tweede regel"),
        ("Dorp", "Kosten", "euro", "2020", "fout", "x"),
    )
    uit = gelezen(inhoud)
    assert uit[0] == metingen(csv_bytes(KOP, ("Dorp", "Kosten", "euro", "2019", "1", "eerste en tweede regel")))[0]
    assert [(fout.regel, fout.kolom) for fout in fouten(uit)] == [(4, "waarde")]


def test_kop_staat_onder_titels_en_lege_regels() -> None:
    boven = b"Jeugdhulp in cijfers\r\n\r\nVersie van januari;;;;;\r\n"
    verkenning = verkend(boven + csv_bytes(KOP, *RIJEN))
    assert (verkenning.koprij, verkenning.koppen) == (4, KOP)
    assert [m.regel for m in metingen(boven + csv_bytes(KOP, *RIJEN))] == [5, 6, 7]


def test_lege_rijen_lege_kolommen_en_een_slotopmerking() -> None:
    inhoud = csv_bytes(
        (*KOP, "", ""),
        (*RIJEN[0], "", ""),
        ("", "", "", "", "", "", "", ""),
        (" ", "\u00a0", "", "", "", "", "", ""),
        (*RIJEN[1], "", ""),
        ("Bron: eigen telling", "", "", "", "", "", "", ""),
    )
    assert metingen(inhoud) == [VERWACHT[0], VERWACHT[1]._replace(regel=5)]


def test_totaalregels_worden_overgeslagen_en_geteld() -> None:
    bestand = io.BytesIO(
        csv_bytes(
            ("indicator", "2019", "2020"), ("Plaatsen", "3", "4"), ("Totaal", "3", "4"), ("Totaalscore", "7", "8")
        )
    )
    lezer = lees_metingen(bestand, verken(bestand))
    assert [(m.indicator, m.regel) for m in lezer if isinstance(m, Meetregel)] == [
        ("Plaatsen", 2),
        ("Plaatsen", 2),
        ("Totaalscore", 4),
        ("Totaalscore", 4),
    ]
    assert (lezer.totalen, lezer.totaalregels) == (1, [3])


def test_wat_geen_waarde_heeft_is_geen_fout() -> None:
    leeg = ("", "", "", "", "", "")
    rijen = [("Dorp", "Kosten", "euro", "2019", teken, "") for teken in ("", "-", ".", "x", "n.v.t.", "onbekend", "5")]
    bestand = io.BytesIO(csv_bytes(KOP, *rijen, leeg, leeg))
    lezer = lees_metingen(bestand, verken(bestand))
    assert [m.regel for m in lezer] == [8]
    assert lezer.zonder_waarde == 6


def test_perioden_als_koppen() -> None:
    inhoud = csv_bytes(
        ("gemeente", "indicator", "eenheid", "2018", "2019-H1", "begroting 2020", "2021*", "opmerking"),
        ("Dorp", "Kosten", "euro", "€ 1.000", "", "€ -12,50", "7", "let op"),
    )
    assert [(m.periode.code, m.reeks, str(m.waarde), m.voorlopig, m.toelichting) for m in metingen(inhoud)] == [
        ("2018", "realisatie", "1000", False, "let op"),
        ("2020", "begroting", "-12.50", False, "let op"),
        ("2021", "realisatie", "7", True, "let op"),
    ]


def test_begroting_en_realisatie_naast_elkaar() -> None:
    inhoud = csv_bytes(("naam", "jaar", "realisatie", "begroting", "prognose"), ("Kosten", "2020", "9", "8", "7"))
    assert [(str(m.reeks), str(m.waarde)) for m in metingen(inhoud)] == [
        ("realisatie", "9"),
        ("begroting", "8"),
        ("prognose", "7"),
    ]


def test_reeks_en_voorlopig_per_rij() -> None:
    kop = ("indicator", "periode", "waarde", "soort", "status", "toelichting")
    inhoud = csv_bytes(
        kop,
        ("Kosten", "2019", "1", "Realisatie", "definitief", ""),
        ("Kosten", "2020", "2", "begroting", "voorlopig", "=\u200b"),
        ("Kosten", "2021*", "3", "", "", "'=geen formule"),
        ("Kosten", "2021", "3", "anders", "misschien", ""),
    )
    uit = gelezen(inhoud)
    assert [(str(m.reeks), m.voorlopig, m.toelichting) for m in uit if isinstance(m, Meetregel)] == [
        ("realisatie", False, None),
        ("realisatie", True, "=geen formule"),
    ]
    assert [(fout.regel, fout.kolom) for fout in fouten(uit)] == [(3, "toelichting"), (5, "soort"), (5, "status")]


@pytest.mark.parametrize(
    ("waarden", "teken", "verwacht"),
    [
        (["1.234,5", "1.234"], ",", ["1234.5", "1234"]),
        (["1234.56", "1.234"], ".", ["1234.56", "1.234"]),
        (["1.234", "12.345"], None, ["1234", "12345"]),
        (["1.234,5", "1,234.5"], None, ["1234.5", "1234.5"]),
    ],
)
def test_een_decimaalteken_voor_de_hele_kolom(waarden: list[str], teken: str | None, verwacht: list[str]) -> None:
    inhoud = csv_bytes(
        ("indicator", "periode", "waarde"), *[("Kosten", "2020", waarde) for waarde in reversed(waarden)]
    )
    assert verkend(inhoud).decimaalteken == teken
    assert [str(m.waarde) for m in metingen(inhoud)] == verwacht[::-1]


def test_de_gebruiker_kiest_zelf_de_kolommen() -> None:
    inhoud = csv_bytes(("waar", "wat", "tijd", "x1", "x2"), ("Dorp", "Kosten", "2020", "1", "2"))
    verkenning = verkend(inhoud)
    assert "Er is geen kolom met de naam van de indicator" in (verkenning.kolomkeuze.bezwaar(verkenning.koppen) or "")
    keuze = Kolomkeuze({1: Betekenis.INDICATOR, 2: Betekenis.PERIODE, 4: Betekenis.WAARDE})
    (meting,) = gelezen(inhoud, keuze)
    assert isinstance(meting, Meetregel)
    assert (meting.gebied, meting.indicator, str(meting.waarde)) == (None, "Kosten", "2")
    onthouden = keuze.per_kop(verkenning.koppen)
    assert onthouden == {"wat": "indicator", "tijd": "periode", "x2": "waarde"}
    assert verkend(inhoud, onthouden).kolomkeuze == keuze


def test_zonder_goede_kolommen_wordt_niets_gelezen() -> None:
    bestand = io.BytesIO(csv_bytes(("waar", "wat"), ("Dorp", "Kosten")))
    verkenning = verken(bestand)
    with pytest.raises(OnbruikbaarBestand, match="naam van de indicator"):
        lees_metingen(bestand, verkenning)


def test_voorbeeldrijen_zijn_zo_breed_als_de_kop() -> None:
    verkenning = verkend(csv_bytes(KOP, *[RIJEN[0]] * 30, RIJEN[1][:5]))
    assert verkenning.voorbeeldrijen == (RIJEN[0],) * 20
    assert verkenning.aantal_regels == 31


@pytest.mark.parametrize("inhoud", [csv_bytes(KOP, *RIJEN), xlsx_bytes(KOP, *RIJEN)], ids=["csv", "xlsx"])
def test_een_verkenning_kan_bewaard_worden(inhoud: bytes) -> None:
    verkenning = verkend(inhoud)
    terug = uit_dict(json.loads(json.dumps(als_dict(verkenning))))
    assert terug == verkenning
    assert [m[1:] for m in lees_metingen(io.BytesIO(inhoud), terug)] == [m[1:] for m in VERWACHT]


def test_het_bestand_blijft_open_en_kan_nog_eens_gelezen_worden() -> None:
    bestand = io.BytesIO(csv_bytes(KOP, *RIJEN))
    verkenning = verken(bestand)
    assert list(lees_metingen(bestand, verkenning)) == list(lees_metingen(bestand, verkenning)) == VERWACHT
    next(iter(lees_metingen(bestand, verkenning)))
    assert not bestand.closed


# As Dutch is written: with a space before € and –, without which Windows-1252 could be UTF-8 by chance.
_stukken = [
    "a",
    "Z",
    "9",
    "é",
    "ë",
    "ï",
    "ö",
    "ü",
    "à",
    "ç",
    "É",
    " € ",
    " – ",
    ";",
    ",",
    "\t",
    ' "x" ',
    "'s",
    " & ",
    "%",
]
_tekst = st.lists(st.sampled_from(_stukken), max_size=12).map("".join)


@given(
    indicator=_tekst,
    waarde=st.decimals(min_value=-(10**9), max_value=10**9, places=2),
    jaar=st.integers(1990, 2090),
    scheiding=st.sampled_from(";,\t"),
    codering=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
)
def test_wat_geschreven_is_wordt_zo_gelezen(
    indicator: str, waarde: Decimal, jaar: int, scheiding: str, codering: str
) -> None:
    rij = ("Dorp", f"Meting {indicator}", "euro", str(jaar), f"{waarde:f}".replace(".", ","), "telling")
    (meting,) = metingen(csv_bytes(KOP, rij, scheiding=scheiding, codering=codering))
    assert (meting.waarde, meting.periode.code) == (waarde, str(jaar))
    assert meting.indicator == " ".join(f"Meting {indicator}".split())
