"""Colours of an organisatie: six hexadecimal digits, and whether they can be read on white."""

import re

_ZES = re.compile(r"#?([0-9a-fA-F]{6})", re.ASCII)
MINSTE_CONTRAST = 4.5  # WCAG 2.2, 1.4.3
_TINT = 0.91  # how much white there is in the light tint


def lees_kleur(tekst: str) -> str | None:
    """ "#1d4f7c" as "1D4F7C"; None for anything else."""
    gevonden = _ZES.fullmatch(tekst.strip())
    return gevonden[1].upper() if gevonden else None


def contrast_met_wit(kleur: str) -> float:
    """From 1 (white) to 21 (black), as WCAG counts it."""
    rood, groen, blauw = (_lineair(deel) for deel in _delen(kleur))
    return 1.05 / (0.2126 * rood + 0.7152 * groen + 0.0722 * blauw + 0.05)


def lichte_tint(kleur: str) -> str:
    """For the background of headings in a table."""
    return "".join(f"{round(deel + (255 - deel) * _TINT):02X}" for deel in _delen(kleur))


def _delen(kleur: str) -> tuple[int, int, int]:
    return int(kleur[:2], 16), int(kleur[2:4], 16), int(kleur[4:], 16)


def _lineair(deel: int) -> float:
    waarde = deel / 255
    return waarde / 12.92 if waarde <= 0.04045 else float(((waarde + 0.055) / 1.055) ** 2.4)
