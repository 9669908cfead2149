"""Two people in one form: nobody overwrites the other without having seen it.

A form carries the values it started from (`basis`). On saving, those are compared with what is stored now:
a field that only a colleague changed keeps the colleague's text, a field that both changed is shown to the user.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.services.logboek import als_json


@dataclass(frozen=True, slots=True)
class Samenvoeging:
    """`waarden`: what to save. `botsingen`: per field that both changed, what is stored now.

    `overgenomen`: the fields that only a colleague changed.
    """

    waarden: dict[str, Any]
    botsingen: dict[str, Any]
    overgenomen: tuple[str, ...] = ()


def als_basis(waarden: dict[str, Any]) -> str:
    return json.dumps(als_json(waarden), ensure_ascii=False, sort_keys=True)


def voeg_samen(
    *, basis: str | None, huidig: dict[str, Any], mijn: dict[str, Any], groepen: Sequence[Sequence[str]] = ()
) -> Samenvoeging:
    """Without a readable `basis` every difference counts as a conflict: better to ask once too often.

    `groepen`: fields that only mean something together, such as a minimum and a maximum; they are taken as one.
    """
    begin = _lees(basis)
    nu, wens = als_json(huidig), als_json(mijn)
    botsingen: dict[str, Any] = {}
    overgenomen: list[str] = []
    for groep in _alle_groepen(mijn, groepen):
        verschillend = [naam for naam in groep if wens[naam] != nu[naam]]
        zij = any(nu[naam] != begin.get(naam, object()) for naam in groep)
        ik = any(wens[naam] != begin.get(naam, object()) for naam in groep)
        if verschillend and zij and ik:
            botsingen |= {naam: huidig[naam] for naam in verschillend}
        elif verschillend and zij:
            overgenomen += groep
    waarden = {naam: huidig[naam] if naam in overgenomen else waarde for naam, waarde in mijn.items()}
    return Samenvoeging(waarden, botsingen, tuple(overgenomen))


def _alle_groepen(mijn: dict[str, Any], groepen: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    samen = {naam for groep in groepen for naam in groep}
    return [*groepen, *([naam] for naam in mijn if naam not in samen)]


def _lees(basis: str | None) -> dict[str, Any]:
    try:
        waarden = json.loads(basis or "{}")
    except (ValueError, RecursionError):
        return {}
    return waarden if isinstance(waarden, dict) else {}
