"""Carrying out work in the background: huey's consumer runs the jobs that stand in our own table."""

from app.achtergrond.uitvoeren import verwerk_alles, voer_uit
from app.achtergrond.werker import laat_merken, maak_werker, ruim_op

__all__ = ["laat_merken", "maak_werker", "ruim_op", "verwerk_alles", "voer_uit"]
