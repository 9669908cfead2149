"""When two texts say the same: programs may change white space and invisible signs, and that is no change of a text."""

import re

from app.reading.word.tekst import maak_schoon

_REGELEINDEN = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_ONGELDIG = re.compile("[\ud800-\udfff\ufff9-\ufffb\ufffe\uffff]")
_LIBREOFFICE = re.compile(r"_x005F(?=_x[0-9A-Fa-f]{4}_)")  # how it writes a text that looks like an escape of its own
_OPSOMTEKENS = "• \t"


def kern(tekst: str) -> str:
    """What is left of a text when it has been in a text document. Lines without words do not count."""
    schoon = maak_schoon(_LIBREOFFICE.sub("", _ONGELDIG.sub("", _REGELEINDEN.sub("\n", tekst))))
    return "\n".join(regel for regel in schoon.split("\n") if regel.strip(_OPSOMTEKENS))


def zelfde(een: str, ander: str) -> bool:
    return kern(een) == kern(ander)
