"""A chart as a picture of dots, for what cannot draw SVG."""

from functools import cache
from hashlib import sha256

import resvg_py

from app.writing.grafiek.opmaak import LETTERTYPE


class GeenLettertype(RuntimeError):
    """This machine has no fonts, so the words of a chart would be missing from its picture."""


def naar_png(svg: str, *, breedte: int) -> bytes:
    """`svg`: one that stands on its own (stijl `bestand`). `breedte` in dots; the height follows, behind it is white.

    Raises GeenLettertype rather than make a picture without words.
    """
    if not heeft_letters():
        raise GeenLettertype("Op deze server staat geen lettertype (installeer bijvoorbeeld fonts-liberation).")
    return _beeld(svg, breedte)


@cache
def heeft_letters() -> bool:
    """Whether a word leaves any trace: the drawer skips letters it has no font for without saying so."""
    proef = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" font-family="{}">{}</svg>'
    tekst = '<text x="2" y="15">8%</text>'
    met, zonder = (_beeld(proef.format(LETTERTYPE, inhoud), 40) for inhoud in (tekst, ""))
    return sha256(met).digest() != sha256(zonder).digest()


def _beeld(svg: str, breedte: int) -> bytes:
    return bytes(
        resvg_py.svg_to_bytes(svg_string=svg, width=breedte, background="white", font_family="Liberation Sans")
    )
