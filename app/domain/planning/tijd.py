"""Finds the times that a planning names: a day, week, month, quarter, half year, season, year or school year."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.taal.datums import MAANDEN


class Eenheid(StrEnum):
    DAG = "dag"
    WEEK = "week"
    MAAND = "maand"
    KWARTAAL = "kwartaal"
    HALFJAAR = "halfjaar"
    SEIZOEN = "seizoen"
    JAAR = "jaar"
    SCHOOLJAAR = "schooljaar"
    ONMOGELIJK = "onmogelijk"


@dataclass(frozen=True, slots=True)
class Tijd:
    """`plek`: which month, quarter, half, season or week; 0 when it must come from the time it is joined to.

    `jaar` is None when it is not named; `vanaf_peil` is then 0 for "dit jaar", 1 for "volgend jaar".
    `laatste`: the last week or year of a pair. `deel`: "begin", "medio" or "eind" of a year.
    """

    start: int
    einde: int
    tekst: str
    eenheid: Eenheid
    plek: int = 0
    dag: int = 0
    jaar: int | None = None
    vanaf_peil: int | None = None
    laatste: int | None = None
    deel: str | None = None


SEIZOENEN = {"voorjaar": 3, "lente": 3, "zomer": 6, "najaar": 9, "herfst": 9, "winter": 12}
_KORT = ("jan", "feb", "mrt", "maa", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "nov", "dec")
_MAANDNUMMERS = {"mrt": 3, "maa": 3, "sept": 9} | {maand[:3]: nummer for nummer, maand in enumerate(MAANDEN, 1)}
_RANG = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "laatste": -1, "i": 1, "ii": 2, "iii": 3, "iv": 4}
_PEILJAREN = {"vorig": -1, "dit": 0, "volgend": 1, "komend": 1}

_LANG = "|".join(MAANDEN)
_MAAND = rf"(?P<maand>(?:{_LANG})(?!\w)|(?:{'|'.join(_KORT)})(?!\w)\.?)"
_JAARTAL = r"(?:19|20)\d\d(?!\d)"
_JAAR = rf"(?P<jaar>{_JAARTAL}|['’‘]\d\d(?!\d)|(?:dit|volgend|komend|vorig) jaar(?!\w))"
_ERVOOR = r"(?:,? (?:van |in )?(?:het jaar )?| ?[-/] ?)"
_MET_JAAR = rf"(?:{_ERVOOR}{_JAAR})"
# "1 januari 20200" is no date of this year: behind a time without a year stands no figure.
_ZONDER_JAAR = r"(?![ /.-]?\d)"
_MISSCHIEN_JAAR = rf"(?:{_MET_JAAR}|{_ZONDER_JAAR})"
_DEEL = (
    r"(?:(?P<deel>begin|eind|einde|medio|midden|half|halverwege|(?:eerste|tweede|laatste) (?:helft|week))"
    r"(?: van)?(?: de| het)?(?: maand)? )"
)
_RANGWOORD = r"(?:\d{1,3}(?:e|ste|de|st)|eerste|tweede|derde|vierde|laatste|i{1,3}|iv)"
_VOOR = r"(?<!\w)(?<!\d[.,])"
_VOOR_CIJFERS = _VOOR + r"(?:(?<=\d{4}[/-])|(?<!\d[/-]))"
_GEEN_GETAL = r"(?!\d|[.,]\d|%|\s?(?:euro|uur|fte|jeugdigen|kinderen|jongeren|inwoners|trajecten)\b)"
_VOLGENDE_DAG = rf" ?(?:-|–|/|t/m|tot en met|tot|en|,) ?\d{{1,2}}(?:e|ste|de)? (?:{_LANG}|(?:{'|'.join(_KORT)})\b)"

_PATRONEN = {
    "schooljaar": rf"{_VOOR}(?P<soort>schooljaar|cursusjaar|winter) (?P<een>{_JAARTAL})"
    r"(?: ?[-/–] ?(?P<twee>\d{4}|\d\d)(?!\d))?",
    "cijfers": rf"{_VOOR_CIJFERS}(?P<a>\d{{1,4}}) ?[-/.] ?(?P<b>\d{{1,4}}) ?[-/.] ?(?P<c>\d{{2,4}})(?!\d)",
    "jaar_eerst": rf"{_VOOR}(?P<jaar>{_JAARTAL}) ?[-/(,:]? ?(?P<teken>[qkh]) ?(?P<plek>\d{{1,3}})(?!\w)",
    "maand_eerst": rf"{_VOOR_CIJFERS}(?P<maand>\d{{1,3}}) ?[-/] ?(?P<jaar>{_JAARTAL})(?!\d|[-/.]\d)",
    "jaar_maand": rf"{_VOOR}(?P<jaar>(?:19|20)\d\d)(?P<teken>[-/])(?P<plek>\d\d?)(?!\d|[-/.]\d|[ -]?(?:{_LANG}))",
    "week": rf"{_VOOR}(?:week|weken|wk\.?) ?(?P<een>\d{{1,3}})(?: ?(?:-|–|/|t/m|en|tot en met) ?(?P<twee>\d{{1,2}}))?"
    rf"{_MISSCHIEN_JAAR}",
    "kwartaal": rf"{_VOOR}{_DEEL}?(?:het )?(?:[qk] ?(?P<a>\d{{1,3}})(?!\d)"
    rf"|kw(?:artaal|\.)? ?(?P<b>\d|i{{1,3}}|iv)(?!\w)|(?P<c>{_RANGWOORD}) ?kw(?:artaal\b|\.|\b)){_MISSCHIEN_JAAR}",
    "halfjaar": rf"{_VOOR}{_DEEL}?(?:het )?(?:h ?(?P<a>\d{{1,3}})(?!\d)|half ?jaar (?P<b>\d)(?!\d)"
    rf"|(?P<c>{_RANGWOORD}) half ?jaar\b){_MISSCHIEN_JAAR}",
    "helft": rf"{_VOOR}(?P<c>{_RANGWOORD}) helft(?: van)?(?: het jaar)? {_JAAR}",
    "dag": rf"{_VOOR}(?P<dag>\d{{1,3}})(?:e|ste|de)?[ -]?{_MAAND}{_MISSCHIEN_JAAR}",
    "losse_dag": rf"{_VOOR}(?P<dag>\d{{1,2}})(?:e|ste|de)?(?={_VOLGENDE_DAG})",
    "maand": rf"{_VOOR}(?:{_DEEL}{_MAAND}{_MISSCHIEN_JAAR}|{_MAAND.replace('<maand>', '<met>')}"
    rf"{_MET_JAAR.replace('<jaar>', '<metjaar>')}|(?P<los>{_LANG})(?!\w){_ZONDER_JAAR})",
    "seizoen": rf"{_VOOR}{_DEEL}?(?P<seizoen>voorjaar|lente|zomer|najaar|herfst)(?!\w){_MISSCHIEN_JAAR}",
    "dit_jaar": rf"{_VOOR}{_DEEL}jaar(?!\w)(?! ?\d)",
    "jaar": rf"(?<!\w)(?<!\d[.,])(?<!€)(?<!€ ){_DEEL}?(?:het jaar )?{_JAAR}{_GEEN_GETAL}",
}
_LOS = {naam: re.compile(patroon, re.IGNORECASE) for naam, patroon in _PATRONEN.items()}
_ALLES = re.compile(
    "|".join(f"(?P<{naam}>{re.sub(r'[(][?]P<[a-z_]+>', '(?:', patroon)})" for naam, patroon in _PATRONEN.items()),
    re.IGNORECASE,
)
_Treffer = re.Match[str]


def vind_tijden(tekst: str) -> Iterator[Tijd]:
    """In the order of the text, not overlapping; `tekst` has single spaces. What cannot exist is ONMOGELIJK."""
    for gevonden in _ALLES.finditer(tekst):
        naam = gevonden.lastgroup or ""
        los = _LOS[naam].match(tekst, gevonden.start())
        if los is not None:
            yield _MAKERS[naam](los)


def _tijd(
    m: _Treffer,
    eenheid: Eenheid,
    plek: int = 0,
    *,
    dag: int = 0,
    jaar: int | None = None,
    laatste: int | None = None,
) -> Tijd:
    return Tijd(m.start(), m.end(), m.group(0), eenheid, plek, dag, jaar, laatste=laatste)


def _met_jaar(m: _Treffer, eenheid: Eenheid, plek: int, woord: str | None) -> Tijd:
    jaar, vanaf_peil = _lees_jaar(woord)
    return replace(_tijd(m, eenheid, plek, jaar=jaar), vanaf_peil=vanaf_peil)


def _onmogelijk(m: _Treffer) -> Tijd:
    return _tijd(m, Eenheid.ONMOGELIJK)


def _lees_jaar(woord: str | None) -> tuple[int | None, int | None]:
    if woord is None:
        return None, None
    if woord[-1].isdigit():
        return (int(woord), None) if len(woord) == 4 else (2000 + int(woord[1:]), None)
    return None, _PEILJAREN[woord.split()[0].lower()]


def _rang(woord: str, laatste: int) -> int:
    """0 when there is no such one."""
    cijfers = "".join(teken for teken in woord if teken.isdigit())
    rang = int(cijfers) if cijfers else _RANG[woord.lower()]
    return laatste if rang == -1 else rang if 1 <= rang <= laatste else 0


def _maandnummer(woord: str) -> int:
    kort = woord.lower().rstrip(".")
    return _MAANDNUMMERS.get(kort) or _MAANDNUMMERS[kort[:3]]


def _schooljaar(m: _Treffer) -> Tijd:
    """Of a lone "winter 2020" nobody knows which winter it is."""
    een, twee = int(m["een"]), m["twee"]
    if twee is None or int(twee) % 100 != (een + 1) % 100:
        return _onmogelijk(m)
    if m["soort"].lower() == "winter":
        return _tijd(m, Eenheid.SEIZOEN, SEIZOENEN["winter"], jaar=een)
    return _tijd(m, Eenheid.SCHOOLJAAR, jaar=een)


def _cijfers(m: _Treffer) -> Tijd:
    dag, maand, jaar = m["a"], m["b"], m["c"]
    if len(dag) == 4:
        jaar, dag = dag, jaar
    if len(jaar) == 3 or len(dag) > 2 or len(maand) > 2:
        return _onmogelijk(m)
    return _tijd(m, Eenheid.DAG, int(maand), dag=int(dag), jaar=int(jaar) + (2000 if len(jaar) == 2 else 0))


def _jaar_eerst(m: _Treffer) -> Tijd:
    eenheid, aantal = (Eenheid.HALFJAAR, 2) if m["teken"].lower() == "h" else (Eenheid.KWARTAAL, 4)
    plek = _rang(m["plek"], aantal)
    return _tijd(m, eenheid, plek, jaar=int(m["jaar"])) if plek else _onmogelijk(m)


def _maand_eerst(m: _Treffer) -> Tijd:
    maand = int(m["maand"])
    return _tijd(m, Eenheid.MAAND, maand, jaar=int(m["jaar"])) if 1 <= maand <= 12 else _onmogelijk(m)


def _jaar_maand(m: _Treffer) -> Tijd:
    """ "2020-05" is a month, "2019/20" a pair of years."""
    jaar, plek = int(m["jaar"]), int(m["plek"])
    paar = len(m["plek"]) == 2 and plek == (jaar + 1) % 100
    if paar and (m["teken"] == "/" or plek > 12):
        return _tijd(m, Eenheid.JAAR, jaar=jaar, laatste=jaar + 1)
    return _tijd(m, Eenheid.MAAND, plek, jaar=jaar) if 1 <= plek <= 12 else _onmogelijk(m)


def _week(m: _Treffer) -> Tijd:
    een, twee = int(m["een"]), int(m["twee"] or m["een"])
    if not 1 <= een <= twee <= 53:
        return _onmogelijk(m)
    return replace(_met_jaar(m, Eenheid.WEEK, een, m["jaar"]), laatste=twee)


def _kwartaal(m: _Treffer) -> Tijd:
    return _deel_van_jaar(m, Eenheid.KWARTAAL, 4, m["a"] or m["b"] or m["c"])


def _halfjaar(m: _Treffer) -> Tijd:
    return _deel_van_jaar(m, Eenheid.HALFJAAR, 2, m["a"] or m["b"] or m["c"])


def _helft(m: _Treffer) -> Tijd:
    return _deel_van_jaar(m, Eenheid.HALFJAAR, 2, m["c"])


def _deel_van_jaar(m: _Treffer, eenheid: Eenheid, aantal: int, woord: str) -> Tijd:
    plek = _rang(woord, aantal)
    return _met_jaar(m, eenheid, plek, m["jaar"]) if plek else _onmogelijk(m)


def _dag(m: _Treffer) -> Tijd:
    dag = int(m["dag"])
    if not 1 <= dag <= 31:
        return _onmogelijk(m)
    return replace(_met_jaar(m, Eenheid.DAG, _maandnummer(m["maand"]), m["jaar"]), dag=dag)


def _losse_dag(m: _Treffer) -> Tijd:
    return _tijd(m, Eenheid.DAG, dag=int(m["dag"]))


def _maand(m: _Treffer) -> Tijd:
    woord = m["maand"] or m["met"] or m["los"]
    return _met_jaar(m, Eenheid.MAAND, _maandnummer(woord), m["jaar"] or m["metjaar"])


def _seizoen(m: _Treffer) -> Tijd:
    return _met_jaar(m, Eenheid.SEIZOEN, SEIZOENEN[m["seizoen"].lower()], m["jaar"])


def _dit_jaar(m: _Treffer) -> Tijd:
    """ "eind van het jaar" """
    return replace(_tijd(m, Eenheid.JAAR), vanaf_peil=0, deel=_DELEN.get(m["deel"].lower()))


def _jaar(m: _Treffer) -> Tijd:
    deel = (m["deel"] or "").lower()
    return replace(_met_jaar(m, Eenheid.JAAR, 0, m["jaar"]), deel=_DELEN.get(deel))


_DELEN = {"begin": "begin", "eind": "eind", "einde": "eind", "medio": "medio", "midden": "medio", "half": "medio"} | {
    "halverwege": "medio",
    "eerste week": "begin",
    "laatste week": "eind",
}
_MAKERS: dict[str, Callable[[_Treffer], Tijd]] = {
    "schooljaar": _schooljaar,
    "cijfers": _cijfers,
    "jaar_eerst": _jaar_eerst,
    "maand_eerst": _maand_eerst,
    "jaar_maand": _jaar_maand,
    "week": _week,
    "kwartaal": _kwartaal,
    "halfjaar": _halfjaar,
    "helft": _helft,
    "dag": _dag,
    "losse_dag": _losse_dag,
    "maand": _maand,
    "seizoen": _seizoen,
    "dit_jaar": _dit_jaar,
    "jaar": _jaar,
}
