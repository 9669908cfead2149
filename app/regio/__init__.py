"""The RIGG's view of its regio: what all gemeenten ask, what it answers, and the files of both."""

from app.regio import groep, overzicht, totalen
from app.regio.blauwdruk import scherm

__all__ = ["groep", "overzicht", "scherm", "totalen"]
