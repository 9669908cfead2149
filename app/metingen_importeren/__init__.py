"""Figures from a file: choose it, look at what it would do, take it over. The work is done in the background."""

from app.metingen_importeren import controleren, kiezen, ongedaan, taken
from app.metingen_importeren.blauwdruk import scherm

__all__ = ["controleren", "kiezen", "ongedaan", "scherm", "taken"]
