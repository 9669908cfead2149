"""Dates as people in the Netherlands write and read them."""

import re
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip

AMSTERDAM = ZoneInfo("Europe/Amsterdam")

_AFKORTINGEN = {"mrt": 3} | {maand[:3]: nummer for nummer, maand in enumerate(MAANDEN, 1)} | {"sept": 9}
_MAANDNUMMERS = {maand: nummer for nummer, maand in enumerate(MAANDEN, 1)} | _AFKORTINGEN
_DAG_EERST = re.compile(r"([0-9]{1,2})\s?[-/.]\s?([0-9]{1,2})\s?[-/.]\s?([0-9]{4})")
_JAAR_EERST = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[T ].{0,20})?")
_VOLUIT = re.compile(
    r"(?:(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag),? )?"
    r"([0-9]{1,2})[ -]([a-z]{3,9})\.?[ -]([0-9]{4})"
)


def vandaag() -> date:
    """The day it is in the Netherlands, wherever the server stands."""
    return datetime.now(AMSTERDAM).date()


def lees_datum(tekst: str) -> date | None:
    """`20 mei 2020`, `20-05-2020`, `20/5/2020` or `2020-05-20`; None when it is no date that exists."""
    schoon = " ".join(tekst[:100].split()).lower()
    if treffer := _JAAR_EERST.fullmatch(schoon):
        jaar, maand, dag = treffer.groups()
        return _datum(int(jaar), int(maand), int(dag))
    if treffer := _DAG_EERST.fullmatch(schoon):
        dag, maand, jaar = treffer.groups()
        return _datum(int(jaar), int(maand), int(dag))
    if treffer := _VOLUIT.fullmatch(schoon):
        return _datum(int(treffer[3]), _MAANDNUMMERS.get(treffer[2], 0), int(treffer[1]))
    return None


def _datum(jaar: int, maand: int, dag: int) -> date | None:
    try:
        return date(jaar, maand, dag)
    except ValueError:
        return None


def toon_datum(datum: date) -> str:
    """`1 januari 2020`"""
    return f"{datum.day} {MAANDEN[datum.month - 1]} {datum.year}"


def toon_moment(moment: datetime) -> str:
    """`1 januari 2020, 14:05` on the Dutch clock; a moment without time zone is taken as UTC."""
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    lokaal = moment.astimezone(AMSTERDAM)
    return f"{toon_datum(lokaal)}, {lokaal:%H:%M}"
