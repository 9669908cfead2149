"""The page of a probleemgebied and everything that is edited below it."""

from app.probleemgebieden import items, toewijzen
from app.probleemgebieden.routes import scherm

__all__ = ["items", "scherm", "toewijzen"]
