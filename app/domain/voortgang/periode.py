"""Reporting periods: `2019-H1`, `2020-Q1`, `2020`."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class PeriodeSoort(StrEnum):
    JAAR = "jaar"
    HALFJAAR = "halfjaar"
    KWARTAAL = "kwartaal"


# How many months a period lasts, and the letter that stands for it in its code.
MAANDEN = {PeriodeSoort.JAAR: 12, PeriodeSoort.HALFJAAR: 6, PeriodeSoort.KWARTAAL: 3}
TEKENS = {"H": PeriodeSoort.HALFJAAR, "Q": PeriodeSoort.KWARTAAL}
RANGTELWOORDEN = ("eerste", "tweede", "derde", "vierde")
EERSTE_JAAR, LAATSTE_JAAR = 2000, 2100
_CODE = re.compile(r"(?P<jaar>\d{4})(?:-(?P<teken>[HQ])(?P<deel>\d))?", re.ASCII)


class OngeldigePeriode(ValueError):
    """The Dutch sentence says what a period looks like."""


@dataclass(frozen=True, slots=True)
class Periode:
    """`deel` is 1 for a whole year, 1 or 2 for a half, 1 to 4 for a quarter."""

    jaar: int
    soort: PeriodeSoort = PeriodeSoort.JAAR
    deel: int = 1

    @property
    def code(self) -> str:
        teken = next((teken for teken, soort in TEKENS.items() if soort is self.soort), "")
        return f"{self.jaar}-{teken}{self.deel}" if teken else str(self.jaar)

    @property
    def van(self) -> date:
        return date(self.jaar, (self.deel - 1) * MAANDEN[self.soort] + 1, 1)

    @property
    def tot(self) -> date:
        """The last day that belongs to it."""
        return self.volgende.van - timedelta(days=1)

    @property
    def volgende(self) -> "Periode":
        if self.deel < 12 // MAANDEN[self.soort]:
            return Periode(self.jaar, self.soort, self.deel + 1)
        return Periode(self.jaar + 1, self.soort)

    @property
    def label(self) -> str:
        """ "eerste halfjaar 2019"; a year is just its number."""
        if self.soort is PeriodeSoort.JAAR:
            return str(self.jaar)
        return f"{RANGTELWOORDEN[self.deel - 1]} {self.soort.value} {self.jaar}"


def lees_periode(code: str) -> Periode:
    """Raises OngeldigePeriode for anything but the three forms, such as `2019-H3`."""
    treffer = _CODE.fullmatch(code.strip().upper())
    if treffer is None:
        raise OngeldigePeriode(_zin(code))
    soort = TEKENS[treffer["teken"]] if treffer["teken"] else PeriodeSoort.JAAR
    jaar, deel = int(treffer["jaar"]), int(treffer["deel"] or 1)
    if not 1 <= deel <= 12 // MAANDEN[soort] or not EERSTE_JAAR <= jaar <= LAATSTE_JAAR:
        raise OngeldigePeriode(_zin(code))
    return Periode(jaar, soort, deel)


def _zin(code: str) -> str:
    return f"'{code}' is geen periode; schrijf bijvoorbeeld 2019-H1, 2020-Q3 of 2020."
