"""From the bytes of a plain text to its letters, whatever program wrote it; and what is refused as no text."""

import codecs
import re

from app.reading.bestandssoort import begint_als_ander_soort
from app.reading.fouten import LeesFout
from app.reading.word.veilig import MAX_BESTAND

MEESTE_TEKENS = 1_000_000
MEESTE_REGELS = 10_000  # as many as two hundred pages hold
LANGSTE_REGEL = 20_000
GEEN_TEKST = "Dit is geen Word-bestand, PDF of gewone tekst. Sla het in Word op als .docx en probeer het opnieuw."
ZONDER_TEKST = "In dit bestand staat geen tekst."
TE_VEEL = "Dit bestand heeft meer dan {aantal} {wat}; zo lang kan een document niet zijn."
TE_LANG = "Regel {nummer} heeft meer dan 20.000 tekens; dat is geen leesbare tekst."
_MERKEN = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_PROEF = 4096
_STURING = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_EINDE = "\x1a"  # DOS wrote it behind the last line
_VERVANGEN = "\ufffd"
_VEEL = 0.01
_REGELEINDE = re.compile("\r\n|[\n\r\x0b\x85\u2028\u2029]")
_ONZICHTBAAR = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\ufeff]")


def is_tekst(inhoud: bytes) -> bool:
    """Whether the bytes are letters; the name of a file says nothing."""
    if not inhoud or begint_als_ander_soort(inhoud):
        return False
    naam, begin = _codering(inhoud)
    try:
        proef = inhoud[begin : begin + _PROEF].decode(naam, "replace")
    except LookupError:  # pragma: no cover - all names above are Python's own
        return False
    vreemd = len(_STURING.findall(proef.rstrip(_EINDE))) + (proef.count(_VERVANGEN) if naam == "cp1252" else 0)
    return vreemd <= _VEEL * len(proef)


def lees_letters(inhoud: bytes) -> list[str]:
    """The lines, form feeds kept. Raises LeesFout for what is too large or holds no text."""
    if len(inhoud) > MAX_BESTAND:
        raise LeesFout(f"Het bestand is groter dan {MAX_BESTAND // 1024 // 1024} MB.")
    naam, begin = _codering(inhoud)
    if len(inhoud) - begin > 4 * MEESTE_TEKENS:
        raise LeesFout(TE_VEEL.format(aantal="een miljoen", wat="tekens"))
    tekst = inhoud[begin:].decode(naam, "replace").rstrip(_EINDE)
    if len(tekst) > MEESTE_TEKENS:
        raise LeesFout(TE_VEEL.format(aantal="een miljoen", wat="tekens"))
    regels = _REGELEINDE.split(_ONZICHTBAAR.sub("", tekst))
    if len(regels) > MEESTE_REGELS:
        raise LeesFout(TE_VEEL.format(aantal="10.000", wat="regels"))
    if lang := next((plek for plek, regel in enumerate(regels, start=1) if len(regel) > LANGSTE_REGEL), None):
        raise LeesFout(TE_LANG.format(nummer=lang))
    if not any(map(str.strip, regels)):
        raise LeesFout(ZONDER_TEKST)
    return [_STURING.sub(_VERVANGEN, regel.replace("\xa0", " ")) for regel in regels]


def _codering(inhoud: bytes) -> tuple[str, int]:
    """The coding and how many bytes its mark takes: by that mark, the zeros of UTF-16, UTF-8, or else Windows-1252."""
    for merk, naam in _MERKEN:
        if inhoud.startswith(merk):
            return naam, len(merk)
    proef = inhoud[:_PROEF]
    nullen = proef[1::2].count(0), proef[0::2].count(0)
    if max(nullen) > 0.3 * len(proef) / 2 and min(nullen) <= 0.02 * len(proef):
        return ("utf-16-le" if nullen[0] > nullen[1] else "utf-16-be"), 0
    try:
        inhoud[: 4 * MEESTE_TEKENS].decode("utf-8")
    except UnicodeDecodeError as fout:
        return ("utf-8", 0) if fout.reason == "unexpected end of data" and fout.start else ("cp1252", 0)
    return "utf-8", 0
