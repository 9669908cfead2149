"""The RIGG's view of its regio: what all gemeenten ask, what it answers, and the files of both."""

from app.regio import antwoord, bestanden, groep, indelen, overzicht, totalen
from app.regio.blauwdruk import scherm

__all__ = ["antwoord", "bestanden", "groep", "indelen", "overzicht", "scherm", "totalen"]
