"""The koers as a sentence in which a reader can check the sum."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.cijfers.indicator import Gunstig
from app.domain.koers.bepalen import Koers, Koersbeeld, Meetpunt, bereken_koers
from app.domain.koers.in_woorden import koers_in_woorden
from app.domain.structuur import Richting, Streefwaarde
from app.domain.taal.getallen import normaliseer, vind_bereiken

DALING, STIJGING, NIVEAU = Richting.DALING, Richting.STIJGING, Richting.NIVEAU


def meting(jaar: int, waarde: str | int | Decimal, voorlopig: bool = False) -> Meetpunt:
    return Meetpunt(date(jaar, 12, 31), Decimal(waarde), voorlopig)


def doel(richting: Richting, laag: int | None, hoog: int | None, eenheid: str, jaar: int | None = 2022) -> Streefwaarde:
    grenzen = [None if grens is None else Decimal(grens) for grens in (laag, hoog)]
    return Streefwaarde(richting, *grenzen, eenheid, jaar, 2019 if richting is not NIVEAU else None)


MINDER = doel(DALING, 30, 30, "procent")
PEIL = date(2021, 3, 1)


def beeld_van(
    s: Streefwaarde, nul: str | int | None, laatste: Meetpunt | None, eenheid: str | None = "euro", peil: date = PEIL
) -> Koersbeeld:
    return bereken_koers(
        streefwaarde=s,
        nulmeting=None if nul is None else meting(2019, nul),
        metingen=[laatste] if laatste else [],
        peildatum=peil,
        eenheid=eenheid,
    )


VAN_NAAR = "Van € 1.000.000 in 2019 naar hoogstens € 700.000 eind 2022: "
HOORT = VAN_NAAR + "eind 2020 hoort het hoogstens € 900.000 te zijn; "


@pytest.mark.parametrize(
    ("waarde", "zin"),
    [
        (meting(2020, 950_000, True), HOORT + "het is € 950.000 (voorlopig), € 50.000 te hoog."),
        (meting(2020, 1_100_000), HOORT + "het is € 1.100.000, € 200.000 te hoog."),
        (meting(2020, 920_000), HOORT + "het is € 920.000, € 20.000 te hoog, maar binnen de speelruimte."),
        (meting(2020, "900000.4"), HOORT + "het is € 900.000,40, € 0,40 te hoog, maar binnen de speelruimte."),
        (meting(2020, "900000.001"), HOORT + "het is € 900.000,00, iets te hoog, maar binnen de speelruimte."),
        (meting(2020, 900_000), HOORT + "het is € 900.000, precies wat verwacht werd."),
        (meting(2020, 850_000), HOORT + "het is € 850.000, € 50.000 beter dan dat."),
        (meting(2020, 700_000), VAN_NAAR + "eind 2020 was het € 700.000, en daarmee is het doel behaald."),
        (
            None,
            VAN_NAAR + "er is nog geen meting na de nulmeting; op 1 maart 2021 hoort het hoogstens € 883.065 te zijn.",
        ),
        (
            Meetpunt(date(2020, 6, 30), Decimal(950_000)),
            VAN_NAAR + "eind juni 2020 hoort het hoogstens € 950.000 te zijn; "
            "het is € 950.000, precies wat verwacht werd.",
        ),
        (
            Meetpunt(date(2020, 6, 15), Decimal(950_000)),
            VAN_NAAR + "op 15 juni 2020 hoort het hoogstens € 954.167 te zijn; "
            "het is € 950.000, € 4.167 beter dan dat.",
        ),
    ],
)
def test_onderweg(waarde: Meetpunt | None, zin: str) -> None:
    assert koers_in_woorden(beeld_van(MINDER, 1_000_000, waarde)) == zin


def test_na_het_doeljaar() -> None:
    later = date(2023, 2, 1)
    beeld = beeld_van(MINDER, 1_000_000, meting(2022, 710_000), peil=later)
    assert (
        koers_in_woorden(beeld) == VAN_NAAR + "het doeljaar is voorbij; eind 2022 was het € 710.000, € 10.000 te hoog."
    )
    geen = beeld_van(MINDER, 1_000_000, None, peil=later)
    assert koers_in_woorden(geen) == VAN_NAAR + "er is nog geen meting na de nulmeting, en het doeljaar is voorbij."


def test_een_nulmeting_aan_het_einde_van_het_doeljaar() -> None:
    s = doel(NIVEAU, None, 4, "weken", 2019)
    assert koers_in_woorden(beeld_van(s, 11, None, "weken", date(2019, 12, 31))) == (
        "Van 11 weken in 2019 naar hoogstens 4 weken eind 2019: er is nog geen meting na de nulmeting."
    )


def test_een_oude_meting_wordt_genoemd() -> None:
    oud = Meetpunt(date(2020, 3, 15), Decimal(975_000))
    zin = koers_in_woorden(beeld_van(MINDER, 1_000_000, oud, peil=date(2022, 3, 1)))
    assert zin.endswith(" De laatste meting is oud: van 15 maart 2020.")


@pytest.mark.parametrize(
    ("s", "nul", "laatste", "eenheid", "zin"),
    [
        (
            doel(NIVEAU, 25, 30, "aantal"), 10, 35, "cliënten",
            "Van 10 cliënten in 2019 naar 25 tot 30 cliënten eind 2022: "
            "eind 2020 hoort het minstens 15 cliënten te zijn; het is 35 cliënten, "
            "5 cliënten te hoog voor 25 tot 30 cliënten.",
        ),
        (
            doel(NIVEAU, 25, 30, "aantal"), 27, 24, "aantal",
            "Het was 27 in 2019 en moet 25 tot 30 blijven tot eind 2022: eind 2020 was het 24, 1 te laag.",
        ),
        (
            doel(NIVEAU, 2, None, "aantal", None), 3, 2, "aantal",
            "Het was 3 in 2019 en moet minstens 2 blijven: eind 2020 was het 2, en daarmee is het doel behaald.",
        ),
        (
            doel(NIVEAU, 90, 90, "procent"), 80, 81, "procent",
            "Van 80% in 2019 naar minstens 90% eind 2022: eind 2020 hoort het minstens 83,3% te zijn; "
            "het is 81%, 2,3 procentpunt te laag.",
        ),
        (
            doel(STIJGING, 20, 40, "aantal"), 55, 60, "aantal",
            "Van 55 in 2019 naar minstens 75 eind 2022: eind 2020 hoort het minstens 61,7 te zijn; "
            "het is 60, 1,7 te laag, maar binnen de speelruimte.",
        ),
        (
            doel(NIVEAU, None, 4, "weken"), None, None, "weken",
            "Het doel is hoogstens 4 weken eind 2022: er is nog geen meting.",
        ),
    ],
)  # fmt: skip
def test_grenzen_en_banden(
    s: Streefwaarde, nul: int | None, laatste: int | None, eenheid: str | None, zin: str
) -> None:
    punt = None if laatste is None else meting(2020, laatste)
    assert koers_in_woorden(beeld_van(s, nul, punt, eenheid)) == zin


NIET = "De koers is niet te berekenen: "


@pytest.mark.parametrize(
    ("s", "nul", "laatste", "eenheid", "zin"),
    [
        (Streefwaarde(), None, None, "euro", NIET + "dit doel is kwalitatief en heeft geen getal om mee te rekenen."),
        (Streefwaarde(DALING, open=True), 5, 5, None, "Het doel noemt nog geen getal: vul het in om de koers te zien."),
        (MINDER, None, None, "euro", "Er is nog geen meting, en de nulmeting van 2019 ontbreekt."),
        (
            MINDER, None, 5, "euro",
            NIET + "de nulmeting van 2019 ontbreekt, dus is niet te zeggen hoe ver het had moeten zijn "
            "(eind 2020 was het € 5).",
        ),
        (
            MINDER, 0, 5, "euro",
            NIET + "de nulmeting is 0, en daarvan is geen percentage te nemen (eind 2020 was het € 5).",
        ),
        (
            doel(NIVEAU, 4, None, "weken"), 0, 2, "aantal",
            NIET + "het doel is gesteld in weken, maar de indicator meet in aantal (eind 2020 was het 2).",
        ),
        (
            doel(NIVEAU, 40, 40, "aantal"), None, 2, "aantal",
            NIET + "niet bekend is of meer of minder dan 40 goed is; geef dat op bij de indicator of vul een nulmeting "
            "in (eind 2020 was het 2).",
        ),
        (
            doel(NIVEAU, 4, None, "aantal"), None, 2, "aantal",
            NIET + "een nulmeting ontbreekt, dus is niet te zeggen hoe ver het had moeten zijn (eind 2020 was het 2).",
        ),
        (
            doel(NIVEAU, 4, None, "aantal", None), 0, 2, "aantal",
            NIET + "het doel noemt geen jaar waarin het gehaald moet zijn (eind 2020 was het 2).",
        ),
    ],
)  # fmt: skip
def test_wat_niet_te_berekenen_is(
    s: Streefwaarde, nul: int | None, laatste: int | None, eenheid: str | None, zin: str
) -> None:
    punt = None if laatste is None else meting(2020, laatste)
    assert koers_in_woorden(beeld_van(s, nul, punt, eenheid)) == zin


def getallen_na(zin: str, woord: str) -> Decimal:
    bereik = vind_bereiken(normaliseer(zin.split(woord, 1)[1]))[0]
    assert bereik.min is not None
    return -bereik.min if bereik.teken == "-" else bereik.min


@given(st.integers(100, 10**7), st.integers(1, 99), st.decimals(1, 10**7, places=2))
def test_de_lezer_komt_op_hetzelfde_verschil(nul: int, deel: int, waarde: Decimal) -> None:
    """What stands after "hoort" and "het is" differs by what stands before "te hoog" or "beter", as it is shown."""
    beeld = beeld_van(doel(DALING, deel, deel, "procent"), nul, meting(2020, waarde), "aantal")
    zin = koers_in_woorden(beeld)
    if beeld.koers is Koers.BEHAALD or "precies" in zin:
        return
    hoort, is_ = getallen_na(zin, "hoort het hoogstens "), getallen_na(zin, "het is ")
    assert ("te hoog" in zin) != ("beter" in zin)
    if "iets" in zin:
        assert abs(is_ - hoort) <= 1
        return
    verschil = getallen_na(zin.split("het is ", 1)[1], ", ")
    afronding = Decimal(1) if verschil >= 1000 else Decimal("0.1") if verschil >= 10 else Decimal("0.01")
    assert abs(abs(is_ - hoort) - verschil) <= afronding / 2
    assert ("te hoog" in zin) == (is_ > hoort)


def test_gunstig_bepaalt_of_een_kaal_niveau_minstens_of_hoogstens_is() -> None:
    for gunstig, woord in ((Gunstig.HOGER, "minstens"), (Gunstig.LAGER, "hoogstens")):
        beeld = bereken_koers(
            streefwaarde=doel(NIVEAU, 40, 40, "aantal"), nulmeting=None, metingen=[], peildatum=PEIL, gunstig=gunstig
        )
        assert koers_in_woorden(beeld) == f"Het doel is {woord} 40 eind 2022: er is nog geen meting."
