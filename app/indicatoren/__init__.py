"""Indicatoren and their figures: what is measured, the grid to enter figures, and what people say about them."""

from app.indicatoren import (
    beheer,
    duiden,
    instellingen,
    invullen,
    koers_doel,
    koppelen,
    koppelen_doelen,
    metingen,
    nulmeting,
    overzicht,
    toon,
    vergelijken,
)
from app.indicatoren.blauwdruk import scherm

__all__ = [
    "beheer",
    "duiden",
    "instellingen",
    "invullen",
    "koers_doel",
    "koppelen",
    "koppelen_doelen",
    "metingen",
    "nulmeting",
    "overzicht",
    "scherm",
    "toon",
    "vergelijken",
]
