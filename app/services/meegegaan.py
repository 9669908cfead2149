"""The half sentence that says what was carried along when items got other numbers."""

from collections.abc import Sequence
from typing import Any


def meegegaan(items: Sequence[Any]) -> str:
    """ "" or "; 2 indicatoren en 3 toewijzingen gingen mee"."""
    indicatoren = sum(len(getattr(item, "indicatoren", ())) for item in items)
    toewijzingen = sum(_toewijzingen(item) for item in items)
    delen = [_telling(indicatoren, "indicator", "indicatoren"), _telling(toewijzingen, "toewijzing", "toewijzingen")]
    delen = [deel for deel in delen if deel]
    if not delen:
        return ""
    werkwoord = "ging" if indicatoren + toewijzingen == 1 else "gingen"
    return f"; {' en '.join(delen)} {werkwoord} mee"


def _toewijzingen(item: Any) -> int:
    onderdelen = getattr(item, "onderdelen", ())
    return len(getattr(item, "toewijzingen", ())) + sum(len(onderdeel.toewijzingen) for onderdeel in onderdelen)


def _telling(aantal: int, enkelvoud: str, meervoud: str) -> str:
    if not aantal:
        return ""
    return f"1 {enkelvoud}" if aantal == 1 else f"{aantal} {meervoud}"
