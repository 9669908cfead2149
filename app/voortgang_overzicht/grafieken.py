"""The figures behind the charts, and the charts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

from app.domain.planning.lezen import toon_momenten, voorkomens
from app.domain.taal.datums import toon_datum
from app.domain.voortgang.overzicht import MaatregelBeeld, RegelBeeld, ThemaBeeld, VoortgangBeeld, tel
from app.domain.voortgang.structuur import Moment, Status
from app.voortgang_overzicht.samenvatting import VOLGORDE
from app.writing.svg import Balk, Deel, Staaf, Streep, gestapelde_staven, tijdlijn

ZONDER = "zonder status"
LANGSTE_TIJDLIJN = 60  # bars; the table beside it has all of them
VERSTE_BLIK = 5 * 366  # days


@dataclass(frozen=True, slots=True)
class Kolom:
    """A status as it is drawn: a letter, a word, and the name of its colour."""

    teken: str
    woord: str
    soort: str


@dataclass(frozen=True, slots=True)
class Rij:
    thema: ThemaBeeld
    aantallen: tuple[int, ...]

    @property
    def totaal(self) -> int:
        return sum(self.aantallen)


@dataclass(frozen=True, slots=True)
class Statusgrafiek:
    """`totalen`: of all themas together, in the order of `kolommen`."""

    kolommen: tuple[Kolom, ...]
    rijen: tuple[Rij, ...]
    totalen: tuple[int, ...]
    svg: Markup


@dataclass(frozen=True, slots=True)
class Punt:
    """One planningsmoment, or one time that something recurring comes round."""

    maatregel: MaatregelBeeld
    regel: RegelBeeld
    tekst: str
    van: date | None
    tot: date | None

    @property
    def begin(self) -> date:
        return self.van or self.tot or date.max

    @property
    def eind(self) -> date:
        return self.tot or self.van or date.max


@dataclass(frozen=True, slots=True)
class Tijdlijn:
    """`verborgen`: how many do not stand in the drawing, only in the table."""

    punten: tuple[Punt, ...]
    verborgen: int
    svg: Markup


def statusgrafiek(beeld: VoortgangBeeld) -> Statusgrafiek:
    alle = [Kolom(status.value[0].upper(), status.value, status.value.replace(" ", "-")) for status in VOLGORDE]
    alle.append(Kolom("?", ZONDER, "zonder"))
    per_thema = [(thema, _aantallen(thema)) for thema in beeld.themas]
    gebruikt = [plek for plek in range(len(alle)) if any(aantallen[plek] for _, aantallen in per_thema)]
    kolommen = tuple(alle[plek] for plek in gebruikt)
    rijen = tuple(Rij(thema, tuple(aantallen[plek] for plek in gebruikt)) for thema, aantallen in per_thema)
    totalen = tuple(sum(rij.aantallen[plek] for rij in rijen) for plek in range(len(kolommen)))
    svg = gestapelde_staven(
        id_="grafiek-status",
        titel=f"Statussen per thema in {beeld.periode.code}",
        omschrijving="Per thema een staaf met het aantal regels per status. Dezelfde cijfers staan in de tabel.",
        staven=[_staaf(rij, kolommen) for rij in rijen],
    )
    return Statusgrafiek(kolommen, rijen, totalen, svg)


def _aantallen(thema: ThemaBeeld) -> tuple[int, ...]:
    t = tel(thema)
    return (*(t.per_status[status] for status in VOLGORDE), t.zonder_status)


def _staaf(rij: Rij, kolommen: tuple[Kolom, ...]) -> Staaf:
    delen = (Deel(aantal, k.woord, k.teken, k.soort) for k, aantal in zip(kolommen, rij.aantallen, strict=True))
    return Staaf(f"{rij.thema.nummer}. {rij.thema.naam}", tuple(delen))


# --- the timeline ---


def maak_tijdlijn(beeld: VoortgangBeeld) -> Tijdlijn | None:
    """None when nothing has a date."""
    van, tot = _bereik(beeld)
    punten = sorted(_punten(beeld, van, tot), key=lambda punt: (punt.begin, punt.eind, punt.maatregel.thema_nummer))
    if not punten:
        return None
    getoond = punten[:LANGSTE_TIJDLIJN]
    svg = tijdlijn(
        id_="grafiek-tijdlijn",
        titel=f"Planning van {toon_datum(van)} tot en met {toon_datum(tot)}",
        omschrijving="Per planningsmoment een balk of een punt, op volgorde van tijd. Alles staat ook in de tabel.",
        balken=[_balk(punt, van, tot) for punt in getoond],
        strepen=[*_jaren(van, tot), Streep(_plek(beeld.peildatum, van, tot), "peildatum", nu=True)],
    )
    return Tijdlijn(tuple(punten), len(punten) - len(getoond), svg)


def _bereik(beeld: VoortgangBeeld) -> tuple[date, date]:
    """From the start of the period, or the first date, to the last date; not further than a few years."""
    momenten = [moment for regel in beeld.regels for moment in regel.momenten]
    data = [dag for moment in momenten for dag in (moment.van, moment.tot) if dag]
    begin = max(min([beeld.periode.van, *data]), beeld.periode.van - timedelta(days=366))
    eind = max([beeld.periode.tot, beeld.peildatum, *data])
    return begin, min(eind, begin + timedelta(days=VERSTE_BLIK))


def _punten(beeld: VoortgangBeeld, van: date, tot: date) -> Iterator[Punt]:
    for maatregel in beeld.maatregelen:
        for regel in maatregel.regels:
            for moment in regel.momenten:
                yield from _punten_van(maatregel, regel, moment, van, tot)


def _punten_van(maatregel: MaatregelBeeld, regel: RegelBeeld, moment: Moment, van: date, tot: date) -> Iterator[Punt]:
    if moment.herhaling is None:
        yield Punt(maatregel, regel, toon_momenten([moment]), moment.van, moment.tot)
        return
    for dag in voorkomens(moment, van, tot):
        yield Punt(maatregel, regel, f"{moment.herhaling}: {toon_datum(dag)}", dag, dag)


def _balk(punt: Punt, van: date, tot: date) -> Balk:
    te_laat = ", te laat" if punt.regel.te_laat else ""
    return Balk(
        tekst=f"{punt.tekst}{te_laat}: {punt.maatregel.aanduiding} {punt.maatregel.naam}",
        van=_plek(punt.van or van, van, tot),
        tot=_plek(punt.tot or tot, van, tot),
        soort="te-laat" if punt.regel.te_laat else _soort(punt.regel.status),
        open_links=punt.van is None,
        open_rechts=punt.tot is None,
    )


def _soort(status: Status | None) -> str:
    return status.value.replace(" ", "-") if status else "zonder"


def _jaren(van: date, tot: date) -> Iterator[Streep]:
    for jaar in range(van.year, tot.year + 1):
        plek = _plek(date(jaar, 1, 1), van, tot)
        yield Streep(plek, str(jaar))


def _plek(dag: date, van: date, tot: date) -> float:
    lengte = max((tot - van).days, 1)
    return min(max((dag - van).days / lengte, 0.0), 1.0)
