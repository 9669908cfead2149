"""Recurrences in a planning ("jaarlijks in november") and the dates on which they occur."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.taal.datums import MAANDEN


class Ritme(StrEnum):
    JAARLIJKS = "jaarlijks"
    HALFJAARLIJKS = "halfjaarlijks"
    KWARTAAL = "elk kwartaal"
    MAANDELIJKS = "maandelijks"
    WEKELIJKS = "wekelijks"


@dataclass(frozen=True, slots=True)
class Herhaling:
    """`maand`: the last month it may be done in, for a yearly one. `tekst` is how it is kept and shown."""

    ritme: Ritme
    tekst: str
    maand: int | None = None
    dag: int | None = None


@dataclass(frozen=True, slots=True)
class Vondst:
    """`herhalingen` is empty when the text names a day that does not exist."""

    start: int
    einde: int
    tekst: str
    herhalingen: tuple[Herhaling, ...] = ()


_SEIZOENSEINDE = {"voorjaar": 5, "zomer": 8, "najaar": 11}
_RANG = ("eerste", "tweede", "derde", "vierde")
_MAAND = "|".join(MAANDEN)
_KEER = r"(?: |-)?(?:x|keer|maal)?"
_GEEN_JAAR = r"(?! ?[-/']?\d)"
_WANNEER = (
    r"(?P<wanneer>,? \(?(?:(?:telkens |steeds )?(?:in|op|rond|uiterlijk|voor|eind|begin|medio|half) )?(?:de |het )?"
    r"(?:maand |begin |eind |medio )?"
    rf"(?:(?P<dag>\d{{1,3}}) )?(?:(?P<maand>{_MAAND})(?!\w){_GEEN_JAAR}"
    rf"(?P<meer>(?:(?:, | en )(?:in )?(?:{_MAAND})(?!\w){_GEEN_JAAR}){{0,11}})"
    rf"|(?P<seizoen>voorjaar|zomer|najaar)(?!\w){_GEEN_JAAR}"
    rf"|(?P<kwartaal>eerste|tweede|derde|vierde|[1-4]e) kwartaal(?!\w){_GEEN_JAAR})\)?)"
)
_HERHALING = re.compile(
    r"(?<![\w-])(?:"
    r"(?P<halfjaar>halfjaarlijkse?|(?:elk|ieder|per) half ?jaar|(?:2|twee)" + _KEER + r" (?:per|in het) jaar)"
    r"|(?P<jaar>(?:jaarlijkse?|(?:elk|ieder) (?:kalender)?jaar|(?:1|een|één|eens)" + _KEER + r" per jaar)(?!\w)"
    + _WANNEER
    + rf"?|(?:elke?|iedere?) (?:(?P<elkemaand>{_MAAND})|(?P<elkseizoen>voorjaar|zomer|najaar)))"
    r"|(?P<per_kwartaal>(?:elk|ieder|per) kwartaal(?! ?\d)|kwartaallijkse?|driemaandelijkse?|(?:4|vier)"
    + _KEER
    + r" per jaar|(?:1|een|één|eens)" + _KEER + r" per kwartaal)"
    r"|(?P<per_maand>maandelijkse?|(?:elke|iedere) maand|(?:1|een|één|eens)" + _KEER + r" per maand|(?:12|twaalf)"
    + _KEER
    + r" per jaar)"
    r"|(?P<per_week>wekelijkse?|(?:elke|iedere) week|(?:1|een|één|eens)" + _KEER + r" per week)"
    r")(?!\w)",
    re.IGNORECASE,
)  # fmt: skip
_VAST = {
    "halfjaar": Ritme.HALFJAARLIJKS,
    "per_kwartaal": Ritme.KWARTAAL,
    "per_maand": Ritme.MAANDELIJKS,
    "per_week": Ritme.WEKELIJKS,
}


def vind_herhalingen(tekst: str) -> Iterator[Vondst]:
    """In the order of the text, which has single spaces."""
    for gevonden in _HERHALING.finditer(tekst):
        yield Vondst(gevonden.start(), gevonden.end(), gevonden.group(0), tuple(_herhalingen(gevonden)))


def _herhalingen(m: re.Match[str]) -> list[Herhaling]:
    for groep, ritme in _VAST.items():
        if m[groep]:
            return [Herhaling(ritme, ritme.value)]
    maand, seizoen = m["maand"] or m["elkemaand"], m["seizoen"] or m["elkseizoen"]
    if m["dag"]:
        return _op_dag(int(m["dag"]), maand)
    if maand:
        return [_in_maand(woord) for woord in re.findall(_MAAND, f"{maand}{m['meer'] or ''}".lower())]
    if seizoen:
        woord = seizoen.lower()
        return [Herhaling(Ritme.JAARLIJKS, f"jaarlijks in {_lidwoord(woord)} {woord}", _SEIZOENSEINDE[woord])]
    if m["kwartaal"]:
        return [_in_kwartaal(m["kwartaal"].lower())]
    return [Herhaling(Ritme.JAARLIJKS, "jaarlijks")]


def _lidwoord(seizoen: str) -> str:
    return "de" if seizoen == "zomer" else "het"


def _in_maand(woord: str) -> Herhaling:
    return Herhaling(Ritme.JAARLIJKS, f"jaarlijks in {woord}", MAANDEN.index(woord) + 1)


def _in_kwartaal(woord: str) -> Herhaling:
    nummer = int(woord[0]) if woord[0].isdigit() else _RANG.index(woord) + 1
    return Herhaling(Ritme.JAARLIJKS, f"jaarlijks in het {_RANG[nummer - 1]} kwartaal", 3 * nummer)


def _op_dag(dag: int, woord: str | None) -> list[Herhaling]:
    maand = MAANDEN.index(woord.lower()) + 1 if woord else 0
    if not maand or not 1 <= dag <= monthrange(2000, maand)[1]:
        return []
    return [Herhaling(Ritme.JAARLIJKS, f"jaarlijks op {dag} {MAANDEN[maand - 1]}", maand, dag)]


def lees_herhaling(tekst: str) -> Herhaling | None:
    """The first recurrence in `tekst`, such as the `herhaling` of a Moment."""
    vondst = next(vind_herhalingen(" ".join(tekst[:200].split())), None)
    return vondst.herhalingen[0] if vondst and vondst.herhalingen else None


def data_van(herhaling: Herhaling, van: date, tot: date) -> list[date]:
    """The last day of every month, quarter, half year, year or week within van and tot; or the named day."""
    if tot < van:
        return []
    if herhaling.ritme is Ritme.WEKELIJKS:
        return list(_zondagen(van, tot))
    maanden = {
        Ritme.JAARLIJKS: (herhaling.maand or 12,),
        Ritme.HALFJAARLIJKS: (6, 12),
        Ritme.KWARTAAL: (3, 6, 9, 12),
        Ritme.MAANDELIJKS: tuple(range(1, 13)),
    }[herhaling.ritme]
    alle = (_dag(jaar, maand, herhaling.dag) for jaar in range(van.year, tot.year + 1) for maand in maanden)
    return [dag for dag in alle if van <= dag <= tot]


def _dag(jaar: int, maand: int, dag: int | None) -> date:
    laatste = monthrange(jaar, maand)[1]
    return date(jaar, maand, min(dag or laatste, laatste))


def _zondagen(van: date, tot: date) -> Iterator[date]:
    dag = van.toordinal() + 6 - van.weekday()
    for ordinaal in range(dag, tot.toordinal() + 1, 7):
        yield date.fromordinal(ordinaal)
