"""The time a figure speaks of: a day, week, month, quarter, half year, year, or any other stretch of days."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache

from app.domain.structuur import JAREN
from app.domain.taal.citaat import citaat
from app.domain.taal.datums import MAANDEN, lees_datum, toon_datum
from app.domain.taal.getallen import normaliseer
from app.domain.voortgang.periode import RANGTELWOORDEN


class Meetperiodesoort(StrEnum):
    DAG = "dag"
    WEEK = "week"
    MAAND = "maand"
    KWARTAAL = "kwartaal"
    HALFJAAR = "halfjaar"
    JAAR = "jaar"
    ANDERS = "anders"


# How many months each of these lasts; it begins at a month that is a multiple of that.
_MAANDEN_LANG = {
    Meetperiodesoort.MAAND: 1,
    Meetperiodesoort.KWARTAAL: 3,
    Meetperiodesoort.HALFJAAR: 6,
    Meetperiodesoort.JAAR: 12,
}


class OngeldigeMeetperiode(ValueError):
    """The Dutch sentence says what is wrong and what a period looks like."""


@dataclass(frozen=True, slots=True, order=True)
class Meetperiode:
    """`van` and `tot` both belong to it. In order of `van`, and what ends first goes first."""

    van: date
    tot: date

    def __post_init__(self) -> None:
        if self.tot < self.van:
            raise OngeldigeMeetperiode(
                f"De periode van {toon_datum(self.van)} tot en met {toon_datum(self.tot)} eindigt voor zij begint."
            )
        if self.van.year not in JAREN or self.tot.year not in JAREN:
            raise OngeldigeMeetperiode(f"Een periode ligt tussen {JAREN[0]} en {JAREN[-1]}.")

    @property
    def soort(self) -> Meetperiodesoort:
        return _soort(self.van, self.tot)

    @property
    def code(self) -> str:
        """Stable, for files and addresses: `2020`, `2020-H1`, `2020-Q3`, `2020-07`, `2020-W05`, `2020-07-01`.

        Any other stretch is its two days: `2020-07-01/2020-07-10`.
        """
        return _CODES[self.soort](self)

    @property
    def label(self) -> str:
        """In Dutch: `2020`, `eerste halfjaar 2020`, `juli 2020`, `week 5 2020`, `1 juli 2020`."""
        return _LABELS[self.soort](self)

    @property
    def volgende(self) -> "Meetperiode":
        """The one of the same kind (or as many days) that follows. Raises OngeldigeMeetperiode after the last year."""
        return self._verschoven(1)

    @property
    def vorige(self) -> "Meetperiode":
        """The one of the same kind (or as many days) before it. Raises OngeldigeMeetperiode before the first year."""
        return self._verschoven(-1)

    @property
    def midden(self) -> date:
        """The day in the middle; the earlier one of two."""
        return self.van + (self.tot - self.van) // 2

    def _verschoven(self, keer: int) -> "Meetperiode":
        maanden = _MAANDEN_LANG.get(self.soort)
        if maanden:
            return _van_maanden(self.van.year, self.van.month + keer * maanden, maanden)
        lengte = (self.tot - self.van + timedelta(days=1)) * keer
        return Meetperiode(self.van + lengte, self.tot + lengte)

    def _rang(self) -> int:
        """The how-manieth month, quarter or half of its year this is, from 1."""
        return (self.van.month - 1) // _MAANDEN_LANG[self.soort] + 1


@lru_cache(maxsize=4096)
def meetperiode(van: date, tot: date) -> Meetperiode:
    """The same one every time: thousands of figures speak of the same few periods."""
    return Meetperiode(van, tot)


@lru_cache(maxsize=4096)
def _soort(van: date, tot: date) -> Meetperiodesoort:
    if van == tot:
        return Meetperiodesoort.DAG
    if (tot - van).days == 6 and van.isoweekday() == 1:
        return Meetperiodesoort.WEEK
    for soort, maanden in _MAANDEN_LANG.items():
        past = van.day == 1 and (van.month - 1) % maanden == 0
        if past and tot == _laatste_dag(van.year, van.month + maanden - 1):
            return soort
    return Meetperiodesoort.ANDERS


def _laatste_dag(jaar: int, maand: int) -> date:
    """Of a month from 1 to 12; December needs no next year, which may not exist."""
    return date(jaar, 12, 31) if maand == 12 else date(jaar, maand + 1, 1) - timedelta(days=1)


def _van_maanden(jaar: int, maand: int, aantal: int) -> Meetperiode:
    """`maand` may lie outside 1 to 12: 13 is January of the next year, 0 is December of the one before."""
    jaar, maand = jaar + (maand - 1) // 12, (maand - 1) % 12 + 1
    return Meetperiode(date(jaar, maand, 1), _laatste_dag(jaar, maand + aantal - 1))


_CODES: dict[Meetperiodesoort, Callable[[Meetperiode], str]] = {
    Meetperiodesoort.DAG: lambda p: p.van.isoformat(),
    Meetperiodesoort.WEEK: lambda p: f"{p.van.isocalendar().year}-W{p.van.isocalendar().week:02}",
    Meetperiodesoort.MAAND: lambda p: f"{p.van.year}-{p.van.month:02}",
    Meetperiodesoort.KWARTAAL: lambda p: f"{p.van.year}-Q{p._rang()}",
    Meetperiodesoort.HALFJAAR: lambda p: f"{p.van.year}-H{p._rang()}",
    Meetperiodesoort.JAAR: lambda p: str(p.van.year),
    Meetperiodesoort.ANDERS: lambda p: f"{p.van.isoformat()}/{p.tot.isoformat()}",
}
_LABELS: dict[Meetperiodesoort, Callable[[Meetperiode], str]] = {
    Meetperiodesoort.DAG: lambda p: toon_datum(p.van),
    Meetperiodesoort.WEEK: lambda p: f"week {p.van.isocalendar().week} {p.van.isocalendar().year}",
    Meetperiodesoort.MAAND: lambda p: f"{MAANDEN[p.van.month - 1]} {p.van.year}",
    Meetperiodesoort.KWARTAAL: lambda p: f"{RANGTELWOORDEN[p._rang() - 1]} kwartaal {p.van.year}",
    Meetperiodesoort.HALFJAAR: lambda p: f"{RANGTELWOORDEN[p._rang() - 1]} halfjaar {p.van.year}",
    Meetperiodesoort.JAAR: lambda p: str(p.van.year),
    Meetperiodesoort.ANDERS: lambda p: f"{toon_datum(p.van)} t/m {toon_datum(p.tot)}",
}

_LANGSTE_TEKST = 80
_JAAR = r"(?P<jaar>[0-9]{4})"
_NAMEN = {naam: nummer for nummer, maand in enumerate(MAANDEN, 1) for naam in (maand, maand[:3])} | {
    "mrt": 3,
    "sept": 9,
}
_NAAM = rf"(?P<maand>{'|'.join(sorted(_NAMEN, key=len, reverse=True))})\.?"
_RANGEN = {woord: nummer for nummer, woord in enumerate(RANGTELWOORDEN, 1)}
_RANG = rf"(?P<rang>{'|'.join(_RANGEN)}|[0-9](?:e|de|ste))"
_WAT = r"(?P<wat>half ?jaar|helft|kwartaal|kw\.?)(?: van)?(?: het jaar)?"
# The letters of a part of the year, ours, those of Excel users and those of Statistics Netherlands (KW, MM, HJ).
_TEKENS = {
    "h": 6, "hj": 6, "halfjaar": 6, "half jaar": 6,
    "q": 3, "k": 3, "kw": 3, "kwartaal": 3,
    "m": 1, "mm": 1, "maand": 1,
    "w": 0, "wk": 0, "week": 0,
}  # fmt: skip
_TEKEN = rf"(?P<teken>{'|'.join(sorted(_TEKENS, key=len, reverse=True))})\.?"
# Not "2019-1": that may be a month, a quarter or a half. "01-2019" is a month, as people write it.
_PATRONEN = tuple(
    re.compile(patroon)
    for patroon in (
        rf"(?:jaar )?{_JAAR}(?:jj00)?",
        rf"{_JAAR}[-/ ]?{_TEKEN} ?(?P<plek>[0-9]{{1,2}})",
        rf"{_TEKEN} ?(?P<plek>[0-9]{{1,2}}),?[-/ ]{_JAAR}",
        rf"{_RANG} ?{_WAT},? {_JAAR}",
        rf"{_JAAR},? {_RANG} ?{_WAT}",
        rf"{_NAAM}(?:[-/ ]{_JAAR}|(?:[-/]|[-/ ]?')(?P<kort>[0-9]{{2}}))",
        rf"{_JAAR}[-/ ]{_NAAM}",
        rf"{_JAAR}[-/](?P<nummer>[0-9]{{2}})",
        rf"(?P<nummer>[0-9]{{2}})[-/]{_JAAR}",
    )
)
# The clock time that a spreadsheet writes behind a date.
_KLOKTIJD = re.compile(r"(?<=[0-9])[t ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?z?$")
_ISO_MET_MEER = re.compile(r"[0-9]{4}-[0-9]+-[0-9]+[^0-9].*")
_TOT = re.compile(r" ?(?:t/m|tot en met) ?|(?<=-[0-9]{2})/(?=[0-9]{4}-)")
# "jan-69" is 2069, "jan-70" is 1970: the usual reading of a year of two digits.
_EEUWWISSEL = 70


@lru_cache(maxsize=8192)
def lees_meetperiode(tekst: str) -> Meetperiode:
    """Raises OngeldigeMeetperiode for what is no period, what may be two (`2019-1`) and what does not exist."""
    schoon = _KLOKTIJD.sub("", normaliseer(tekst[: 2 * _LANGSTE_TEKST]).lower())
    if len(schoon) > _LANGSTE_TEKST:
        raise OngeldigeMeetperiode(_zin(tekst))
    grenzen = _TOT.split(schoon)
    if len(grenzen) == 2:
        return Meetperiode(_lees_een(grenzen[0], tekst).van, _lees_een(grenzen[1], tekst).tot)
    return _lees_een(schoon, tekst)


def van_datum(moment: date) -> Meetperiode:
    """The day of a date or datetime, as spreadsheets give them. Raises OngeldigeMeetperiode outside 1900 to 2200."""
    dag = moment.date() if isinstance(moment, datetime) else moment
    return Meetperiode(dag, dag)


def _lees_een(schoon: str, tekst: str) -> Meetperiode:
    """`tekst` is what the message quotes."""
    try:
        for patroon in _PATRONEN:
            if treffer := patroon.fullmatch(schoon):
                return _uit_treffer(treffer.groupdict())
    except ValueError as fout:
        raise OngeldigeMeetperiode(_zin(tekst)) from fout
    datum = None if _ISO_MET_MEER.fullmatch(schoon) else lees_datum(schoon)
    if datum is None:
        raise OngeldigeMeetperiode(_zin(tekst))
    return van_datum(datum)


def _uit_treffer(delen: dict[str, str | None]) -> Meetperiode:
    """Raises ValueError for a part that the year does not have."""
    jaar = int(delen["jaar"]) if delen["jaar"] else _volledig_jaar(int(delen.get("kort") or 0))
    if naam := delen.get("maand"):
        return _deel(jaar, 1, _NAMEN[naam])
    if nummer := delen.get("nummer"):
        return _deel(jaar, 1, int(nummer))
    if teken := delen.get("teken"):
        return _deel(jaar, _TEKENS[teken], int(delen["plek"] or 0))
    if rang := delen.get("rang"):
        maanden = 6 if (delen["wat"] or "").startswith("h") else 3
        return _deel(jaar, maanden, _RANGEN.get(rang) or int(rang[0]))
    return _van_maanden(jaar, 1, 12)


def _deel(jaar: int, maanden: int, plek: int) -> Meetperiode:
    """The `plek`-th part of `maanden` months, or the `plek`-th week for 0."""
    if maanden == 0:
        maandag = date.fromisocalendar(jaar, plek, 1)
        return Meetperiode(maandag, maandag + timedelta(days=6))
    if not 1 <= plek <= 12 // maanden:
        raise ValueError("Zo'n deel heeft het jaar niet.")
    return _van_maanden(jaar, (plek - 1) * maanden + 1, maanden)


def _volledig_jaar(kort: int) -> int:
    return kort + (2000 if kort < _EEUWWISSEL else 1900)


def _zin(tekst: str) -> str:
    wat = f"{citaat(tekst)} is geen periode" if tekst.strip() else "De periode ontbreekt"
    return f"{wat}; schrijf bijvoorbeeld 2020, 2019-H1, 2020-Q3, juli 2020 of 31-12-2020."
