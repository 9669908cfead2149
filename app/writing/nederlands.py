"""Values as a Dutch reader expects them in a file."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from app.domain.taal.datums import toon_datum
from app.writing.document import Waarde


def getal(waarde: int | Decimal) -> str:
    """All digits, a decimal comma, no points between thousands: 2022 may be a year."""
    return format(waarde, "f" if isinstance(waarde, Decimal) else "d").replace(".", ",")


def als_tekst(waarde: Waarde) -> str:
    """A value as it is read on a page; nothing becomes an empty text."""
    if waarde is None:
        return ""
    if isinstance(waarde, date):
        return toon_datum(waarde)
    return waarde if isinstance(waarde, str) else getal(waarde)


def opsomming(woorden: Sequence[str]) -> str:
    """`a`, `a en b`, `a, b en c`."""
    return " en ".join(filter(None, [", ".join(woorden[:-1]), *woorden[-1:]]))


def ingekort(tekst: str, lengte: int) -> str:
    """One line of at most `lengte` characters; a mark shows that something was left out."""
    regel = " ".join(tekst.split())
    return regel if len(regel) <= lengte else regel[: lengte - 1].rstrip() + "…"
