"""The koers of doelen: from their regels and figures to what the screens show."""

from app.services.koersen.doelkoers import DoelKoers, IndicatorKoers, Verhuld
from app.services.koersen.ophalen import koersen_van

__all__ = ["DoelKoers", "IndicatorKoers", "Verhuld", "koersen_van"]
