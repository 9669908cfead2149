"""The half sentence that says what was carried along when items got other numbers."""

from collections.abc import Sequence
from typing import Any

from app.domain.taal.hoeveel import hoeveel


def meegegaan(items: Sequence[Any]) -> str:
    """ "" or "; 2 indicatoren en 3 toewijzingen gingen mee"."""
    indicatoren = sum(len(getattr(item, "indicatoren", ())) for item in items)
    toewijzingen = sum(_toewijzingen(item) for item in items)
    soorten = ((indicatoren, "indicator", "indicatoren"), (toewijzingen, "toewijzing", "toewijzingen"))
    delen = [hoeveel(*soort) for soort in soorten if soort[0]]
    if not delen:
        return ""
    werkwoord = "ging" if indicatoren + toewijzingen == 1 else "gingen"
    return f"; {' en '.join(delen)} {werkwoord} mee"


def _toewijzingen(item: Any) -> int:
    onderdelen = getattr(item, "onderdelen", ())
    return len(getattr(item, "toewijzingen", ())) + sum(len(onderdeel.toewijzingen) for onderdeel in onderdelen)
