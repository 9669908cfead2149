"""The half sentence that says which items got another number, and what was carried along."""

from collections.abc import Mapping
from typing import Any

from app.services.notities.items import Soort
from app.services.notities.meegegaan import meegegaan


def hernummerd(soort: Soort, oud: Mapping[Any, int | str]) -> str:
    """ "" or "; doelen 3 t/m 5 zijn nu 2 t/m 4". `oud`: the former position of each item, in order."""
    if not oud or soort.positie == "volgorde":  # such a place shows nowhere as a number
        return ""
    nu = [getattr(item, soort.positie) for item in oud]
    was = list(oud.values())
    naam, werkwoord = (soort.enkelvoud, "is") if len(was) == 1 else (soort.meervoud, "zijn")
    return f"; {naam} {_reeks(was)} {werkwoord} nu {_reeks(nu)}{meegegaan(list(oud))}"


def _reeks(posities: list[int | str]) -> str:
    """ "3", "3 en 5", or "3 t/m 6" for numbers without a gap."""
    *eerste, laatste = [str(positie) for positie in posities]
    if len(posities) > 2 and all(isinstance(p, int) for p in posities) and _zonder_gat(posities):
        return f"{eerste[0]} t/m {laatste}"
    return f"{', '.join(eerste)} en {laatste}" if eerste else laatste


def _zonder_gat(posities: list[Any]) -> bool:
    return bool(posities[-1] - posities[0] == len(posities) - 1)
