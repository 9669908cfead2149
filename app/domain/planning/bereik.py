"""From a time that was named to its first and last day."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.planning.tijd import Eenheid, Tijd
from app.domain.voortgang.structuur import Precisie

# A planning outside these years is a slip of the pen.
JAREN = range(1900, 2201)
EEN_DAG = timedelta(days=1)
MAANDEN_PER = {Precisie.MAAND: 1, Precisie.KWARTAAL: 3, Precisie.HALFJAAR: 6, Precisie.JAAR: 12}
# From precise to rough.
VOLGORDE = tuple(Precisie)


@dataclass(frozen=True, slots=True)
class Bereik:
    van: date
    tot: date
    precisie: Precisie


def bereik(tijd: Tijd, jaar: int) -> Bereik | None:
    """None when it does not exist, such as 31 February.

    "eind 2019" is the fourth quarter, "begin 2020" the first, "medio 2020" June and July: what people who plan mean
    by it. A season is its three whole months ("najaar": September to November), a school year August to July.
    """
    if jaar not in JAREN:
        return None
    try:
        return _bereik(tijd, jaar)
    except ValueError:
        return None


def _bereik(tijd: Tijd, jaar: int) -> Bereik | None:
    if tijd.eenheid is Eenheid.DAG:
        dag = date(jaar, tijd.plek, tijd.dag)
        return Bereik(dag, dag, Precisie.DAG)
    if tijd.eenheid is Eenheid.WEEK:
        zondag = date.fromisocalendar(jaar, tijd.laatste or tijd.plek, 7)
        return Bereik(date.fromisocalendar(jaar, tijd.plek, 1), zondag, Precisie.DAG)
    if tijd.eenheid is Eenheid.JAAR:
        return _jaar(tijd, jaar)
    vast = {
        Eenheid.MAAND: (tijd.plek, Precisie.MAAND),
        Eenheid.KWARTAAL: (3 * tijd.plek - 2, Precisie.KWARTAAL),
        Eenheid.HALFJAAR: (6 * tijd.plek - 5, Precisie.HALFJAAR),
        Eenheid.SEIZOEN: (tijd.plek, Precisie.KWARTAAL),
        Eenheid.SCHOOLJAAR: (8, Precisie.JAAR),
    }.get(tijd.eenheid)
    return maanden(jaar, vast[0], vast[1]) if vast else None


def _jaar(tijd: Tijd, jaar: int) -> Bereik | None:
    if tijd.deel == "medio":
        return Bereik(date(jaar, 6, 1), date(jaar, 7, 31), Precisie.MAAND)
    if tijd.deel:
        return maanden(jaar, 1 if tijd.deel == "begin" else 10, Precisie.KWARTAAL)
    einde = date(tijd.laatste or jaar, 12, 31)
    return Bereik(date(jaar, 1, 1), einde, Precisie.JAAR)


def maanden(jaar: int, maand: int, precisie: Precisie) -> Bereik:
    """The unit of `precisie` that begins in this month."""
    extra, laatste = divmod(maand + MAANDEN_PER[precisie] - 2, 12)
    return Bereik(date(jaar, maand, 1), einde_van_maand(jaar + extra, laatste + 1), precisie)


def einde_van_maand(jaar: int, maand: int) -> date:
    return date(jaar, maand, monthrange(jaar, maand)[1])


def past_begin(van: date, precisie: Precisie) -> bool:
    """Whether a month, quarter, half or year (as `precisie` says) begins on that day."""
    return precisie is Precisie.DAG or (van.day == 1 and (van.month - 1) % MAANDEN_PER[precisie] == 0)


def past_einde(tot: date, precisie: Precisie) -> bool:
    laatste = tot == einde_van_maand(tot.year, tot.month)
    return precisie is Precisie.DAG or (laatste and tot.month % MAANDEN_PER[precisie] == 0)


def passende_precisie(van: date | None, tot: date | None, precisie: Precisie) -> Precisie:
    """`precisie`, or when the days do not stand on its borders: months, or else days."""
    for keuze in (precisie, Precisie.MAAND):
        if (van is None or past_begin(van, keuze)) and (tot is None or past_einde(tot, keuze)):
            return keuze
    return Precisie.DAG
