"""The versions of a notitie: vaststellen, going on with a new concept, and what differs between two."""

from app.versies import lijst, vaststellen, vergelijken
from app.versies.blauwdruk import scherm

__all__ = ["lijst", "scherm", "vaststellen", "vergelijken"]
