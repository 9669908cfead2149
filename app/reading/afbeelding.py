"""A picture from outside: only what is really one, drawn anew, so that nothing hidden in it comes along."""

import warnings
from dataclasses import dataclass
from io import BytesIO

from PIL import Image

from app.reading.fouten import LeesFout

MEESTE_BYTES = 2 * 1024 * 1024
MEESTE_PUNTEN = 4000  # on a side
_LANGSTE_ZIJDE = 1200  # enough for seven centimetres in print
_SOORTEN, _BEGIN = ("PNG", "JPEG"), (b"\x89PNG", b"\xff\xd8\xff")
BESCHADIGD = "Deze afbeelding is beschadigd en niet te lezen. Sla het logo opnieuw op."
GEEN_AFBEELDING = "Dit is geen PNG- of JPEG-afbeelding. Sla het logo op als .png of .jpg en probeer het opnieuw."


@dataclass(frozen=True, slots=True)
class Afbeelding:
    png: bytes
    breedte: int
    hoogte: int


def lees_afbeelding(inhoud: bytes) -> Afbeelding:
    """Raises LeesFout with a Dutch sentence."""
    if len(inhoud) > MEESTE_BYTES:
        raise LeesFout(f"Het logo is groter dan {MEESTE_BYTES // 1024 // 1024} MB. Maak het kleiner.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # a suspiciously large picture is one
            return _teken_over(inhoud)
    except LeesFout:
        raise
    except Exception as fout:  # whatever is wrong inside a file from outside
        raise LeesFout(BESCHADIGD if inhoud.startswith(_BEGIN) else GEEN_AFBEELDING) from fout


def _teken_over(inhoud: bytes) -> Afbeelding:
    with Image.open(BytesIO(inhoud), formats=_SOORTEN) as beeld:
        if max(beeld.size) > MEESTE_PUNTEN:
            raise LeesFout(f"Het logo is meer dan {MEESTE_PUNTEN} punten breed of hoog. Maak het kleiner.")
        nieuw = beeld.convert("RGBA" if _doorzichtig(beeld) else "RGB")
    nieuw.thumbnail((_LANGSTE_ZIJDE, _LANGSTE_ZIJDE))
    nieuw.info.clear()
    uit = BytesIO()
    nieuw.save(uit, "PNG", optimize=True)
    return Afbeelding(uit.getvalue(), *nieuw.size)


def _doorzichtig(beeld: Image.Image) -> bool:
    return beeld.mode in ("RGBA", "LA", "PA") or "transparency" in beeld.info
