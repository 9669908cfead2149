"""A made-up region in the database, as large as you like: to measure speed on and to test with."""

from scripts.regio.maken import Gemeente, Regio, maak_regio
from scripts.regio.voortgang import Voortgang, maak_voortgang

__all__ = ["Gemeente", "Regio", "Voortgang", "maak_regio", "maak_voortgang"]
