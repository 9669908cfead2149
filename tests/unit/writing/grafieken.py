"""Charts to draw: a plain one, and whatever hypothesis thinks of."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hypothesis import strategies as st
from lxml import etree

from app.domain.cijfers.indicator import Reekssoort
from app.domain.cijfers.meetperiode import Meetperiode, lees_meetperiode
from app.writing.grafiek.letters import breedte
from app.writing.grafiek.opmaak import LETTER
from app.writing.grafiek.plaatsing import Vak
from app.writing.grafiek.waarden import Lijngrafiek, Punt, Reeks, Stap, Streef
from tests.unit.writing.voorbeelden import LASTIGE_TEKSTEN

SVG = "{http://www.w3.org/2000/svg}"
DOELDATUM = date(2024, 12, 31)
# A place is written to a tenth, so what stands side by side may seem to overlap by as much.
AFRONDING = 0.05


def punt(code: str, waarde: str | None, *, voorlopig: bool = False, tekst: str = "") -> Punt:
    getal = None if waarde is None else Decimal(waarde)
    return Punt.van_periode(lees_meetperiode(code), getal, voorlopig=voorlopig, tekst=tekst)


def jaren(*waarden: str | None, vanaf: int = 2018) -> tuple[Punt, ...]:
    return tuple(punt(str(jaar), waarde) for jaar, waarde in enumerate(waarden, vanaf))


def reeks(*punten: Punt, soort: Reekssoort = Reekssoort.REALISATIE, naam: str = "") -> Reeks:
    return Reeks(soort, punten, naam)


def lijngrafiek(*reeksen: Reeks, eenheid: str = "aantal", **rest: object) -> Lijngrafiek:
    return Lijngrafiek("Jongeren met hulp", "", eenheid, reeksen, **rest)  # type: ignore[arg-type]


def volle_grafiek() -> Lijngrafiek:
    """The share of young people with help in the province, with everything that a chart can show."""
    return lijngrafiek(
        reeks(*jaren("8.3", "9.2", "9.7"), punt("2021", "9.6", voorlopig=True)),
        reeks(*jaren("8", "8", "8", "8", "8"), soort=Reekssoort.BEGROTING),
        reeks(*jaren("9.6", "9.4", vanaf=2021), soort=Reekssoort.PROGNOSE),
        eenheid="procent",
        eerdere=(punt("2020", "9.4"),),
        nulmeting=punt("2018", "8.3"),
        streef=Streef(Decimal(7), Decimal(7), DOELDATUM),
        pad=((date(2018, 12, 31), Decimal("8.3")), (date(2020, 12, 31), Decimal("7.9")), (DOELDATUM, Decimal(7))),
        peildatum=date(2022, 7, 1),
    )


@dataclass(frozen=True)
class Tekst:
    """A text of a chart and about where its letters are."""

    inhoud: str
    vak: Vak


def teksten(wortel: etree._Element) -> list[Tekst]:
    return [_tekst(element) for element in wortel.iter(f"{SVG}text")]


def _tekst(element: etree._Element) -> Tekst:
    inhoud = "".join(element.itertext())
    x, y = float(element.get("x", "0")), float(element.get("y", "0"))
    lengte = breedte(inhoud, LETTER)
    links = x - lengte * {"middle": 0.5, "end": 1.0}.get(element.get("text-anchor", ""), 0.0)
    boven, onder = y - LETTER * 0.72, y + LETTER * 0.2
    return Tekst(inhoud, Vak(links + AFRONDING, boven + AFRONDING, links + lengte - AFRONDING, onder - AFRONDING))


getallen = st.one_of(
    st.decimals(min_value=-1000, max_value=1000, places=1),
    st.decimals(min_value=Decimal(-(10**14)), max_value=Decimal(10**14), places=4),
    st.integers(0, 60).map(Decimal),
)
dagen = st.dates(date(1995, 1, 1), date(2060, 12, 31))


@st.composite
def punten(draw: st.DrawFn, *, hoogstens: int = 14) -> tuple[Punt, ...]:
    periode = lees_meetperiode(
        draw(st.sampled_from(["2015", "2019-H2", "2020-Q1", "2018-11", "2020-W50", "2021-06-30"]))
    )
    gemaakt = []
    for _ in range(draw(st.integers(0, hoogstens))):
        waarde = draw(st.one_of(st.none(), getallen))
        gemaakt.append(Punt.van_periode(periode, waarde, voorlopig=draw(st.booleans())))
        periode = _verder(periode, draw(st.integers(1, 3)))
    return tuple(gemaakt)


def _verder(periode: Meetperiode, stappen: int) -> Meetperiode:
    for _ in range(stappen):
        periode = periode.volgende
    return periode


@st.composite
def streven(draw: st.DrawFn) -> Streef:
    laag, hoog = draw(getallen), draw(st.one_of(st.none(), getallen))
    return Streef(laag, hoog, draw(st.one_of(st.none(), dagen)))


@st.composite
def grafieken(draw: st.DrawFn) -> Lijngrafiek:
    reeksen = st.builds(
        Reeks, st.sampled_from(Reekssoort), punten(), st.sampled_from(["", "Het Hogeland", *LASTIGE_TEKSTEN[:6]])
    )
    losse = punten(hoogstens=1).map(lambda gemaakt: gemaakt[0] if gemaakt else None)
    pad: st.SearchStrategy[Stap] = st.tuples(dagen, getallen)
    return Lijngrafiek(
        draw(st.sampled_from(["Wachttijd", "<b>Uitgaven</b> & meer"])),
        draw(st.sampled_from(["", 'De "uitgaven" dalen <niet>.'])),
        draw(st.sampled_from(["aantal", "procent", "euro", "weken", "trajecten per 1.000 jeugdigen in de gemeente"])),
        tuple(draw(st.lists(reeksen, max_size=8))),
        draw(punten(hoogstens=3)),
        draw(losse),
        draw(st.one_of(st.none(), streven())),
        tuple(sorted(draw(st.lists(pad, max_size=3)))),
        draw(st.one_of(st.none(), dagen)),
    )
