"""Two people in one form: nobody overwrites the other without having seen it.

A form carries the values it started from (see basis.py). On saving, those are compared with what is stored now:
a field that only a colleague changed keeps the colleague's text, a field that both changed is shown to the user.
"""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from app.services.logboek import als_json


@dataclass(frozen=True, slots=True)
class Samenvoeging:
    """`waarden`: what to save. `botsingen`: the fields that both changed, grouped.

    `overgenomen`: the fields that only a colleague changed. `gelaten`: those the user gave in to the colleague.
    """

    waarden: dict[str, Any]
    botsingen: tuple[tuple[str, ...], ...] = ()
    overgenomen: tuple[str, ...] = ()
    gelaten: tuple[str, ...] = ()


def als_basis(waarden: dict[str, Any]) -> str:
    """Always the same text for the same values."""
    return json.dumps(als_json(waarden), ensure_ascii=False, sort_keys=True)


def voeg_samen(
    *,
    begin: dict[str, Any],
    huidig: dict[str, Any],
    mijn: dict[str, Any],
    groepen: Collection[Sequence[str]] = (),
    laat: Collection[str] = (),
) -> Samenvoeging:
    """Without a `begin` every difference counts as a conflict: better to ask once too often.

    `groepen`: fields that only mean something together, such as a minimum and a maximum; they are taken as one.
    `laat`: fields where the user chose the colleague's.
    """
    was, nu, wens = als_json(begin), als_json(huidig), als_json(mijn)
    botsingen: list[tuple[str, ...]] = []
    overgenomen: list[str] = []
    gelaten: list[str] = []
    for groep in _alle_groepen(mijn, groepen):
        if all(wens[naam] == nu[naam] for naam in groep):
            continue
        zij = any(nu[naam] != was.get(naam, object()) for naam in groep)
        ik = any(wens[naam] != was.get(naam, object()) for naam in groep)
        if not set(laat).isdisjoint(groep):
            gelaten += groep
        elif zij and ik:
            botsingen.append(groep)
        elif zij:
            overgenomen += groep
    van_hen = {*overgenomen, *gelaten}
    waarden = {naam: huidig[naam] if naam in van_hen else waarde for naam, waarde in mijn.items()}
    return Samenvoeging(waarden, tuple(botsingen), tuple(overgenomen), tuple(gelaten))


def _alle_groepen(mijn: dict[str, Any], groepen: Collection[Sequence[str]]) -> list[tuple[str, ...]]:
    samen = {naam for groep in groepen for naam in groep}
    return [*map(tuple, groepen), *((naam,) for naam in mijn if naam not in samen)]
