"""Figures as they stand in a chart: short and Dutch, `€ 1,2 mln`, `8,3%`, `1.234`."""

from collections.abc import Sequence
from decimal import Decimal

from app.domain.cijfers.indicator import EURO, PROCENT
from app.domain.cijfers.meetwaarde import toon_meetwaarde
from app.domain.taal.getallen import toon_getal

_SCHALEN = ((Decimal(10) ** 12, " bln"), (Decimal(10) ** 9, " mld"), (Decimal(10) ** 6, " mln"))
_NEDERLANDS = str.maketrans(",.", ".,")


def voluit(waarde: Decimal, eenheid: str) -> str:
    """All digits: `€ 17.869.323`, `8,3%`, `7 weken`."""
    return toon_meetwaarde(waarde, eenheid or None)


def kort(waarde: Decimal, eenheid: str) -> str:
    """As few digits as tell the value: `€ 17,9 mln`, `8,33%`, `0,0012`. From a million on three digits count."""
    for schaal, woord in _SCHALEN:
        if abs(waarde) >= schaal:
            deel = waarde / schaal
            cijfers = max(0, 2 - max(deel.adjusted(), 0))
            return _met_teken(_zonder_nullen(deel, cijfers) + woord, eenheid)
    return _met_teken(_zonder_nullen(waarde, max(2, 1 - waarde.adjusted()) if waarde else 0), eenheid)


def schaalwoorden(stappen: Sequence[Decimal], eenheid: str) -> list[str]:
    """The figures along an axis, all in the same form. `stappen`: evenly spaced, in order."""
    sprong = stappen[1] - stappen[0] if len(stappen) > 1 else max(abs(stappen[0]), Decimal(1))
    deler, woord = _schaal(max(map(abs, stappen)), sprong)
    cijfers = decimalen(sprong / deler)
    return [_stap(stap / deler, cijfers, woord if stap else "", eenheid) for stap in stappen]


def aswoord(eenheid: str) -> str:
    """What stands above the axis; a sign at every figure needs no word."""
    return "" if eenheid in (PROCENT, EURO) else eenheid


def decimalen(waarde: Decimal) -> int:
    """How many digits stand behind the comma: 2 for 0,25 and 0 for 1.500."""
    exponent = waarde.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _schaal(grootste: Decimal, sprong: Decimal) -> tuple[Decimal, str]:
    """Millions only where they make the figures shorter: steps of a thousand around a million stay in full."""
    for schaal, woord in _SCHALEN:
        if grootste >= schaal and decimalen(sprong / schaal) <= 2:
            return schaal, woord
    return Decimal(1), ""


def _stap(waarde: Decimal, cijfers: int, woord: str, eenheid: str) -> str:
    getal = "0" if waarde == 0 else f"{waarde:,.{cijfers}f}".translate(_NEDERLANDS)
    return _met_teken(getal + woord, eenheid)


def _zonder_nullen(waarde: Decimal, cijfers: int) -> str:
    afgerond = round(waarde, cijfers)
    return toon_getal(abs(afgerond) if afgerond == 0 else afgerond)


def _met_teken(getal: str, eenheid: str) -> str:
    if eenheid == EURO:
        return f"€ {getal}"
    return f"{getal}%" if eenheid == PROCENT else getal
