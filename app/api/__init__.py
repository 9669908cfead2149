"""The REST API for the systems of an organisatie: `/api/v1`. Each module adds its routes to `scherm`."""

from app.api import indicatoren, metingen_lezen, metingen_schrijven, openapi
from app.api.blauwdruk import scherm

__all__ = ["indicatoren", "metingen_lezen", "metingen_schrijven", "openapi", "scherm"]
