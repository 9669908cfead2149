"""Reads the planning of a beheersmaatregel: its status and the moments it names.

What the text says is never dropped or guessed: a date that does not exist, a month of which nobody knows the year and
a text that says nothing about time or status are in `niet_begrepen`, to the letter.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from app.domain.planning.herhaling import data_van, lees_herhaling, vind_herhalingen
from app.domain.planning.momenten import lees_momenten
from app.domain.planning.status import is_statuswoord, lees_statuswoord, vind_statussen, zonder_herhaling
from app.domain.planning.tonen import toon_moment, toon_momenten
from app.domain.voortgang.structuur import Moment, Status

__all__ = [
    "Planning",
    "deadline",
    "is_statuswoord",
    "lees_planning",
    "lees_statuswoord",
    "te_laat",
    "toon_moment",
    "toon_momenten",
    "voorkomens",
]

LANGSTE_NIET_BEGREPEN = 200
# Says that there is no planning (yet): understood, although there is nothing to keep of it.
_GEEN_PLANNING = frozenset(
    (
        "nog", "nader", "te", "bepalen", "bepaald", "in", "vullen", "worden", "wordt", "ntb", "pm", "tbd", "nvt",
        "niet", "van", "toepassing", "onbekend", "bekend", "geen", "planning",
    )
)  # fmt: skip
_WOORD = re.compile(r"\w+")
_NIET_TE_LAAT = (Status.AFGEROND, Status.VERVALLEN, Status.DOORLOPEND)
_NOG_TE_BEGINNEN = (Status.NIET_GESTART, Status.GEPLAND)


@dataclass(frozen=True, slots=True)
class Planning:
    """`statussen`: the status words in the order of the text; the last is the `status`.

    Without such a word `status` is doorlopend for a recurrence, gepland for a date and None for neither.
    """

    status: Status | None = None
    statussen: list[Status] = field(default_factory=list)
    momenten: list[Moment] = field(default_factory=list)
    niet_begrepen: list[str] = field(default_factory=list)


def lees_planning(teksten: Sequence[str], peil: date | None = None) -> Planning:
    """`teksten`: the paragraphs of the cell. `peil`: a day in the reporting period, for "medio oktober".

    A time without a year is in the year of `peil`, or in the next when it was over more than half a year before.
    "tot 1 juli" and "voor 1 juli" end on 30 juni; "t/m" and "uiterlijk" on the day itself.
    """
    planning = Planning()
    statussen: list[Status] = []
    for tekst in teksten:
        for regel in tekst.splitlines():
            _lees_regel(" ".join(regel.split()), peil, planning, statussen)
    statussen = zonder_herhaling(statussen)
    return Planning(_status(statussen, planning.momenten), statussen, planning.momenten, planning.niet_begrepen)


def _lees_regel(tekst: str, peil: date | None, planning: Planning, statussen: list[Status]) -> None:
    herhaald, rest, onmogelijk = _herhalingen(tekst)
    gelezen = lees_momenten(rest, peil)
    woorden = vind_statussen(tekst)
    statussen.extend(woord for woord in woorden if woord is not None)
    planning.momenten.extend([*gelezen.momenten, *herhaald])
    planning.niet_begrepen.extend([*gelezen.niet_begrepen, *onmogelijk])
    begrepen = gelezen.momenten or herhaald or gelezen.niet_begrepen or onmogelijk or woorden
    if None in woorden or not (begrepen or _zegt_niets(tekst)):
        planning.niet_begrepen.append(_kort(tekst))


def _herhalingen(tekst: str) -> tuple[list[Moment], str, list[str]]:
    """The recurrences, the text without them, and what names a day that does not exist."""
    momenten: list[Moment] = []
    onmogelijk: list[str] = []
    stukken: list[str] = []
    einde = 0
    for vondst in vind_herhalingen(tekst):
        momenten.extend(Moment(herhaling=herhaling.tekst) for herhaling in vondst.herhalingen)
        if not vondst.herhalingen:
            onmogelijk.append(vondst.tekst)
        stukken.append(tekst[einde : vondst.start])
        einde = vondst.einde
    return momenten, " | ".join([*stukken, tekst[einde:]]), onmogelijk


def _zegt_niets(tekst: str) -> bool:
    return _GEEN_PLANNING.issuperset(_WOORD.findall(tekst.casefold().replace(".", "")))


def _kort(tekst: str) -> str:
    return tekst if len(tekst) <= LANGSTE_NIET_BEGREPEN else tekst[: LANGSTE_NIET_BEGREPEN - 1].rstrip() + "…"


def _status(statussen: list[Status], momenten: list[Moment]) -> Status | None:
    if statussen:
        return statussen[-1]
    if any(moment.herhaling for moment in momenten):
        return Status.DOORLOPEND
    return Status.GEPLAND if momenten else None


def voorkomens(moment: Moment, van: date, tot: date) -> list[date]:
    """When a recurrence is due within `van` and `tot`, both included; empty for a moment that does not recur.

    It is due on the named day, else on the last day of its month, quarter, half year, year or week.
    """
    herhaling = lees_herhaling(moment.herhaling) if moment.herhaling else None
    return data_van(herhaling, van, tot) if herhaling else []


def deadline(status: Status | None, momenten: Sequence[Moment]) -> date | None:
    """The last day of all moments; None when there is none, or when one of them stays open.

    "vanaf 1 januari" stays open once it is going on; before that, 1 januari is when it should have begun.
    """
    dagen: list[date] = []
    for moment in momenten:
        if moment.tot is not None:
            dagen.append(moment.tot)
        elif moment.van is not None and status in _NOG_TE_BEGINNEN:
            dagen.append(moment.van)
        elif moment.van is not None:
            return None
    return max(dagen, default=None)


def te_laat(status: Status | None, momenten: Sequence[Moment], peildatum: date) -> bool:
    """Whether the planning has passed and it is not finished; doorlopend and a recurrence have no end to pass."""
    laatste = deadline(status, momenten)
    return laatste is not None and laatste < peildatum and status not in _NIET_TE_LAAT
