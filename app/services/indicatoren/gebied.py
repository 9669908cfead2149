"""The area of a series: a name, or "" for the organisatie itself, however its own name is written."""

from app.domain.notitie.bewaarvorm import zelfde_gemeente
from app.models import Organisatie


def als_gebied(organisatie: Organisatie, naam: str) -> str:
    """On one line; "gemeente Eemsdelta" is no area of Eemsdelta but all of it."""
    kaal = " ".join(naam.split())
    zelf = kaal.casefold() == organisatie.slug or zelfde_gemeente(kaal, organisatie.naam)
    return "" if zelf else kaal
