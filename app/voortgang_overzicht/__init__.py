"""Voortgang for who manages and reads: the overview, the history of a maatregel, files out and a report in."""

from app.voortgang_overzicht import bestanden, geschiedenis, importeren, overzicht
from app.voortgang_overzicht.blauwdruk import scherm

__all__ = ["bestanden", "geschiedenis", "importeren", "overzicht", "scherm"]
