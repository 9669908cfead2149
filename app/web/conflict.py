"""Two people in one form: nobody overwrites the other without having seen it.

A form carries the values it started from (`basis`). On saving, those are compared with what is stored now:
a field that only a colleague changed keeps the colleague's text, a field that both changed is shown to the user.
"""

import json
from dataclasses import dataclass
from typing import Any

from app.services.logboek import als_json


@dataclass(frozen=True, slots=True)
class Samenvoeging:
    """`waarden`: what to save. `botsingen`: per field that both changed, what is stored now."""

    waarden: dict[str, Any]
    botsingen: dict[str, Any]
    overgenomen: tuple[str, ...] = ()


def als_basis(waarden: dict[str, Any]) -> str:
    return json.dumps(als_json(waarden), ensure_ascii=False, sort_keys=True)


def voeg_samen(*, basis: str | None, huidig: dict[str, Any], mijn: dict[str, Any]) -> Samenvoeging:
    """Without a readable `basis` every difference counts as a conflict: better to ask once too often."""
    begin = _lees(basis)
    nu, wens = als_json(huidig), als_json(mijn)
    anders = [naam for naam in mijn if nu[naam] != begin.get(naam, object())]
    botsingen = {n: huidig[n] for n in anders if wens[n] != nu[n] and wens[n] != begin.get(n, object())}
    overgenomen = tuple(n for n in anders if n not in botsingen and wens[n] != nu[n])
    waarden = {naam: huidig[naam] if naam in overgenomen else waarde for naam, waarde in mijn.items()}
    return Samenvoeging(waarden, botsingen, overgenomen)


def _lees(basis: str | None) -> dict[str, Any]:
    try:
        waarden = json.loads(basis or "{}")
    except ValueError:
        return {}
    return waarden if isinstance(waarden, dict) else {}
