"""The half-year report: composed on screen from blocks, shown as it will be printed, and given out as a file."""

from app.rapportages import bestanden, blokken, hoofdstukken, overzicht
from app.rapportages.blauwdruk import scherm

__all__ = ["bestanden", "blokken", "hoofdstukken", "overzicht", "scherm"]
