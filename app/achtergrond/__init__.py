"""Carrying out work in the background: huey's consumer runs the jobs that stand in our own table."""

from app.achtergrond.uitvoeren import verwerk_alles, voer_uit
from app.achtergrond.werker import maak_werker

__all__ = ["maak_werker", "verwerk_alles", "voer_uit"]
