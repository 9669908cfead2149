"""The logboek of the own organisatie: to read, to search and to take along."""

from app.logboek.routes import scherm

__all__ = ["scherm"]
