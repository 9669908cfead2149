"""Backups: the whole database in one file that says what is in it, and back again, all or nothing."""

from app.reservekopie.maken import maak_kopie
from app.reservekopie.pakket import KopieFout, Opgave
from app.reservekopie.terugzetten import Hersteld, herstel_kopie

__all__ = ["Hersteld", "KopieFout", "Opgave", "herstel_kopie", "maak_kopie"]
