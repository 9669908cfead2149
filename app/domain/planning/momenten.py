"""From the times in a text to moments: years filled in, "van … tot …" joined, "t/m" and "vanaf" left open."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from itertools import pairwise

from app.domain.planning.bereik import EEN_DAG, VOLGORDE, Bereik, bereik, passende_precisie
from app.domain.planning.tijd import Eenheid, Tijd, vind_tijden
from app.domain.voortgang.structuur import Moment

LANGSTE_TUSSENSTUK = 24
ERVOOR = 60


class Verband(Enum):
    """What stands between two times. TOT: the last is not part of it ("tot 1 juli")."""

    LOS = 0
    EN = 1
    TOT_EN_MET = 2
    TOT = 3


class Open(Enum):
    NIET = 0
    VANAF = 1
    NA = 2
    TOT_EN_MET = 3
    VOOR = 4


@dataclass(slots=True)
class Gelezen:
    momenten: list[Moment] = field(default_factory=list)
    niet_begrepen: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Schakel:
    """A time with how it is joined to the one before. `geleend`: its year comes from elsewhere."""

    tijd: Tijd
    verband: Verband = Verband.LOS
    jaar: int | None = None
    geleend: bool = False


_LIDWOORD = r"(?:(?:de|het|in|op|rond|begin|aan) ){0,2}"
_T_M = re.compile(rf",? ?(?:-|–|—|/|t/m|t\.?e\.?m\.?|tm|tot en met|en met) ?{_LIDWOORD}", re.IGNORECASE)
_TOT = re.compile(rf",? tot (?:aan )?{_LIDWOORD}", re.IGNORECASE)
_EN = re.compile(rf"(?:,| en| of| &| \+|,? en| dan wel) {_LIDWOORD}|/", re.IGNORECASE)
_TUSSEN = re.compile(rf"\btussen {_LIDWOORD}$", re.IGNORECASE)
_VULLING = r"(?: (?:de|het|in|op|per|rond|aan|einde? van|eind|het einde van))*[ :]*$"
_VANAF = re.compile(
    rf"(?:\bvanaf|\bsinds|\bmet ingang van|\bm\.?i\.?v\.?|\bingaande|\bop zijn vroegst|\bniet eerder dan){_VULLING}",
    re.IGNORECASE,
)
_NA = re.compile(rf"(?<!\w)(?:direct |kort )?na(?:{_VULLING})", re.IGNORECASE)
_UITERLIJK = re.compile(
    r"(?:(?<!\w)t/m|\bt\.?e\.?m\.?|\btm|\btot en met|\buiterlijk|\bniet later dan|\bop zijn laatst)(?: voor| vóór)?"
    rf"{_VULLING}",
    re.IGNORECASE,
)
_VOOR = re.compile(rf"(?:(?P<voor>\b(?:uiterlijk )?voor)|\bvóór|\btot){_VULLING}", re.IGNORECASE)
# "gepland voor 2020" is in 2020, not before it.
_NIET_ERVOOR = re.compile(
    r"(?:\w*planning|\w*pland|plannen|\w*plan|voorzien|geagendeerd|staan?t?|begroting|begroot|budget|opgenomen|verwacht"
    r"|gereserveerd|beschikbaar|\w*agenda|middelen|afspraken|ambities?) (?:nu )?voor(?: de| het)? ?$"
    r"|(?:uitgesteld|opgeschort|aangehouden|doorgeschoven|verschoven|on hold) tot(?: de| het)? ?$",
    re.IGNORECASE,
)
_ERNA = re.compile(r" ?\(?(?:e\.? ?v\.?(?!\w)|en verder|en later|en volgende)", re.IGNORECASE)


def lees_momenten(tekst: str, peil: date | None) -> Gelezen:
    """`tekst` has single spaces. `peil` gives the year where the text does not."""
    gelezen = Gelezen()
    schakels = _schakels(tekst, list(vind_tijden(tekst)))
    _vul_jaren(schakels, peil)
    plek = 0
    while plek < len(schakels):
        samen = plek + 1 < len(schakels) and schakels[plek + 1].verband in (Verband.TOT_EN_MET, Verband.TOT)
        paar = schakels[plek : plek + 2] if samen else schakels[plek : plek + 1]
        moment = _van_tot(*paar) if samen else _enkel(tekst, paar[0], schakels[plek - 1].tijd.einde if plek else 0)
        if moment is None:
            gelezen.niet_begrepen.append(tekst[paar[0].tijd.start : paar[-1].tijd.einde].strip())
        else:
            gelezen.momenten.append(moment)
        plek += len(paar)
    return gelezen


def _schakels(tekst: str, tijden: Sequence[Tijd]) -> list[_Schakel]:
    schakels: list[_Schakel] = []
    for tijd in tijden:
        verband = _verband(tekst, schakels[-1], tijd) if schakels else Verband.LOS
        schakels.append(_Schakel(tijd, verband))
    return schakels


def _verband(tekst: str, vorige: _Schakel, tijd: Tijd) -> Verband:
    if tijd.start - vorige.tijd.einde > LANGSTE_TUSSENSTUK:
        return Verband.LOS
    tussen = tekst[vorige.tijd.einde : tijd.start]
    if _TOT.fullmatch(tussen):
        return Verband.TOT
    hele_dagen = tijd.eenheid is Eenheid.DAG and vorige.tijd.jaar is not None and tussen.strip() == "/"
    if _T_M.fullmatch(tussen) and not hele_dagen:
        return Verband.TOT_EN_MET
    if not _EN.fullmatch(tussen):
        return Verband.LOS
    ervoor = tekst[max(0, vorige.tijd.start - ERVOOR) : vorige.tijd.start]
    return Verband.TOT_EN_MET if _TUSSEN.search(ervoor) else Verband.EN


def _vul_jaren(schakels: list[_Schakel], peil: date | None) -> None:
    """A time without a year takes that of the time it is joined to, else that of `peil`."""
    for schakel in schakels:
        schakel.jaar = schakel.tijd.jaar
        if schakel.jaar is None and schakel.tijd.vanaf_peil is not None and peil:
            schakel.jaar = peil.year + schakel.tijd.vanaf_peil
    for vorige, schakel in reversed(list(pairwise(schakels))):
        if schakel.verband is not Verband.LOS:
            _leen(vorige, schakel)
    for vorige, schakel in pairwise(schakels):
        if schakel.verband is not Verband.LOS:
            _leen(schakel, vorige)
    for schakel in schakels:
        if schakel.jaar is None and peil and schakel.tijd.vanaf_peil is None:
            schakel.jaar, schakel.geleend = _jaar_van_peil(schakel.tijd, peil), True


def _leen(schakel: _Schakel, bron: _Schakel) -> None:
    if schakel.tijd.eenheid is Eenheid.DAG and schakel.tijd.plek == 0 and bron.tijd.eenheid is Eenheid.DAG:
        schakel.tijd = replace(schakel.tijd, plek=bron.tijd.plek)
    if schakel.jaar is None and schakel.tijd.vanaf_peil is None and bron.jaar is not None:
        schakel.jaar, schakel.geleend = bron.jaar, True


def _jaar_van_peil(tijd: Tijd, peil: date) -> int:
    """The year of the report; a month that was over more than half a year before is that of the next year."""
    gevonden = bereik(tijd, peil.year)
    voorbij = gevonden is not None and (peil.year - gevonden.tot.year) * 12 + peil.month - gevonden.tot.month > 6
    return peil.year + 1 if voorbij else peil.year


def _bereik(schakel: _Schakel) -> Bereik | None:
    if schakel.jaar is None or schakel.tijd.eenheid is Eenheid.ONMOGELIJK:
        return None
    return bereik(schakel.tijd, schakel.jaar)


def _van_tot(links: _Schakel, rechts: _Schakel) -> Moment | None:
    """None when one of both does not exist or the last lies before the first."""
    van, tot = _bereik(links), _bereik(rechts)
    if van is None or tot is None:
        return None
    if van.van > tot.tot and links.geleend:
        van = bereik(links.tijd, (links.jaar or 0) - 1) or van
    elif van.van > tot.tot and rechts.geleend:
        tot = bereik(rechts.tijd, (rechts.jaar or 0) + 1) or tot
    einde = tot.van - EEN_DAG if rechts.verband is Verband.TOT else tot.tot
    if van.van > einde:
        return None
    fijnste = min(van.precisie, tot.precisie, key=VOLGORDE.index)
    return Moment(van.van, einde, passende_precisie(van.van, einde, fijnste))


def _enkel(tekst: str, schakel: _Schakel, vorig_einde: int) -> Moment | None:
    gevonden = _bereik(schakel)
    if gevonden is None:
        return None
    ervoor = tekst[max(vorig_einde, schakel.tijd.start - ERVOOR) : schakel.tijd.start]
    erna = tekst[schakel.tijd.einde : schakel.tijd.einde + LANGSTE_TUSSENSTUK]
    return _maak(gevonden, _open(ervoor, erna), eind=schakel.tijd.deel == "eind")


def _open(ervoor: str, erna: str) -> Open:
    if _UITERLIJK.search(ervoor):
        return Open.VOOR if re.search(r"v(?:oo|óó)r\W*$", ervoor, re.IGNORECASE) else Open.TOT_EN_MET
    if _VANAF.search(ervoor) or _ERNA.match(erna):
        return Open.VANAF
    if _NA.search(ervoor):
        return Open.NA
    return Open.VOOR if _VOOR.search(ervoor) and not _NIET_ERVOOR.search(ervoor) else Open.NIET


def _maak(gevonden: Bereik, open_: Open, *, eind: bool) -> Moment:
    """ "voor 1 juli" ends on 30 juni; "voor eind 2020" ends with the year."""
    van: date | None = gevonden.van
    tot: date | None = gevonden.tot
    if open_ is Open.NIET:
        return Moment(van, tot, gevonden.precisie)
    if open_ is Open.VANAF:
        tot = None
    elif open_ is Open.NA:
        van, tot = gevonden.tot + EEN_DAG, None
    elif open_ is Open.VOOR and not eind:
        van, tot = None, gevonden.van - EEN_DAG
    else:
        van = None
    return Moment(van, tot, passende_precisie(van, tot, gevonden.precisie))
