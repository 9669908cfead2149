"""The text of a cell, without what cannot be seen."""

import re
import unicodedata
from decimal import Decimal

from app.domain.taal.getallen import toon_getal

Cel = str | Decimal

# Control characters, soft hyphens, zero-width signs, marks of direction, halves of a pair and the byte order mark.
_ONZICHTBAAR = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)
# An apostrophe that keeps a spreadsheet from calculating, as our own files carry it.
_BESCHERMD = re.compile("'+[=+\\-@＝＋－＠]")


def kale_tekst(tekst: str) -> str:
    """One kind of space and nothing invisible; the rest stays as it was written."""
    if tekst.isascii() and tekst.isprintable():
        schoon = tekst.strip()
        return " ".join(schoon.split()) if "  " in schoon else schoon
    return " ".join(_ONZICHTBAAR.sub("", unicodedata.normalize("NFC", tekst)).split())


def celtekst(cel: Cel) -> str:
    """The text of a cell as it is stored: a number of a spreadsheet as plain digits with a decimal comma."""
    if isinstance(cel, Decimal):
        return f"{cel:f}".replace(".", ",")
    tekst = kale_tekst(cel)
    return tekst[1:] if _BESCHERMD.match(tekst) else tekst


def celvoorbeeld(cel: Cel, langste: int = 200) -> str:
    """As it is shown in a preview: numbers in Dutch, long texts cut off."""
    tekst = toon_getal(cel) if isinstance(cel, Decimal) else kale_tekst(cel[: 4 * langste])
    return tekst if len(tekst) <= langste else tekst[: langste - 1] + "…"
