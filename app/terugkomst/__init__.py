"""Terug uit Word: what an edited file changes, to accept or to refuse."""

from app.terugkomst import routes, voortgang
from app.terugkomst.blauwdruk import scherm

__all__ = ["routes", "scherm", "voortgang"]
