"""Sets a document on pages with Typst: a PDF that holds to PDF/UA-1 and PDF/A-2a, or none at all."""

import json
import logging
import re
import unicodedata
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typst

from app.writing.zetwerk.letters import lettertypen

_log = logging.getLogger(__name__)
_SJABLOON = Path(__file__).with_name("sjabloon.typ")
_MEESTE_RONDES = 5
_ONBEKEND = "\ufffd"
_ZONDER_LETTER = re.compile(r'(?:text|codepoint) `"((?:[^"\\]|\\.)+)"`')
_LOSGEMAAKT = re.compile(r"\\(?:u\{([0-9a-f]+)\}|(.))")


class NietTeZetten(ValueError):
    """Typst refuses it; the reason is in the log."""


def zet(inhoud: dict[str, Any], moment: datetime) -> bytes:
    """The PDF. `inhoud`: what sjabloon.typ reads. `moment`: when it says it was made.

    Signs that no font of ours has become the plain sign they stand for (`＝` is `=`), or else a question mark in a
    diamond: the norms forbid empty boxes. Raises NietTeZetten.
    """
    als_json = json.dumps(inhoud, ensure_ascii=False)
    for _ in range(_MEESTE_RONDES):
        try:
            return _maak(als_json, moment)
        except typst.TypstError as fout:
            vervangen = _vervang(als_json, fout.diagnostic)
            if vervangen == als_json:
                _log.warning("Een pdf is niet gemaakt. %s", fout.diagnostic[:2_000])
                break
            als_json = vervangen
    raise NietTeZetten("Van dit overzicht kan geen pdf worden gemaakt. Kies een ander soort bestand.")


def _maak(als_json: str, moment: datetime) -> bytes:
    return typst.compile(
        str(_SJABLOON),
        font_paths=lettertypen(),
        sys_inputs={"inhoud": als_json},
        pdf_standards=["ua-1", "a-2a"],
        timestamp=moment.replace(tzinfo=UTC),
    )


def _vervang(als_json: str, melding: str) -> str:
    for gevonden in _ZONDER_LETTER.finditer(melding):
        teken = _letterlijk(gevonden[1])
        gewoon = unicodedata.normalize("NFKC", teken)
        als_json = als_json.replace(_in_json(teken), _in_json(gewoon if gewoon != teken else _ONBEKEND))
    return als_json


def _letterlijk(melding: str) -> str:
    r"""`\u{e000}` as the sign itself."""
    return _LOSGEMAAKT.sub(lambda deel: chr(int(deel[1], 16)) if deel[1] else deel[2], melding)


def _in_json(teken: str) -> str:
    return json.dumps(teken, ensure_ascii=False)[1:-1]
