"""How wide a text is, about: enough to keep texts apart. In the units of the chart."""

# Widths of Arial and its look-alikes as shares of the height, and how much wider DejaVu is: the widest font that may
# come in their place. That of our pages is narrower.
_SMAL, _GEWOON, _BREED, _HOOFD = 0.28, 0.556, 0.86, 0.69
_BREEDTES = dict.fromkeys(" .,:;!|'iIjlft/()-·", _SMAL) | dict.fromkeys("mwMW%@—", _BREED) | {"r": 0.34}
_SPELING, _VET = 1.15, 1.28


def breedte(tekst: str, letter: float, *, vet: bool = False) -> float:
    """`letter`: the font size."""
    return (_VET if vet else _SPELING) * letter * sum(_breedte(teken) for teken in tekst)


def _breedte(teken: str) -> float:
    return _BREEDTES.get(teken, _HOOFD if teken.isupper() else _GEWOON)


def passend(tekst: str, letter: float, ruimte: float) -> str:
    """The text, cut off with a mark when it is wider than `ruimte`."""
    if breedte(tekst, letter) <= ruimte:
        return tekst
    while tekst and breedte(tekst + "…", letter) > ruimte:
        tekst = tekst[:-1]
    return tekst.rstrip() + "…" if tekst else ""
