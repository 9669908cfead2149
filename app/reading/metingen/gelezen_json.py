"""A Verkenning as plain data, to be kept between the preview and the import, and back."""

from dataclasses import fields
from typing import Any

from app.reading.metingen.gelezen import Verkenning
from app.reading.metingen.kolommen import Betekenis, Kolomkeuze

_RIJTJES = ("koppen", "waarschuwingen")


def als_dict(verkenning: Verkenning) -> dict[str, Any]:
    """What JSON can hold; the numbers of columns become texts there."""
    uit = {veld.name: getattr(verkenning, veld.name) for veld in fields(verkenning)}
    uit["kolomkeuze"] = keuze_als_dict(verkenning.kolomkeuze)
    uit["decimaaltekens"] = {str(kolom): teken for kolom, teken in verkenning.decimaaltekens.items()}
    uit["voorbeeldrijen"] = [list(rij) for rij in verkenning.voorbeeldrijen]
    return uit | {naam: list(uit[naam]) for naam in _RIJTJES}


def uit_dict(gegevens: dict[str, Any]) -> Verkenning:
    """The opposite of `als_dict`. Raises KeyError, TypeError or ValueError for anything else."""
    velden = gegevens | {naam: tuple(gegevens[naam]) for naam in _RIJTJES}
    velden["kolomkeuze"] = keuze_uit_dict(gegevens["kolomkeuze"])
    velden["decimaaltekens"] = {int(kolom): teken for kolom, teken in gegevens["decimaaltekens"].items()}
    velden["voorbeeldrijen"] = tuple(map(tuple, gegevens["voorbeeldrijen"]))
    return Verkenning(**velden)


def keuze_als_dict(keuze: Kolomkeuze) -> dict[str, str]:
    return {str(kolom): wat.value for kolom, wat in keuze.kolommen.items()}


def keuze_uit_dict(gegevens: dict[str, str]) -> Kolomkeuze:
    """Raises ValueError for a column that is no number or a meaning that does not exist."""
    return Kolomkeuze({int(kolom): Betekenis(wat) for kolom, wat in gegevens.items()})
