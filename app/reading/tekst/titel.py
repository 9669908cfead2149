"""The title of a text that has no styles: the line on top that stands apart, or the one in its margins."""

import re

from app.reading.notitie.kenmerken import is_datumregel
from app.reading.tekst.etiketten import MERK, eindigt, etiket_vooraan
from app.reading.tekst.randregels import is_bladregel
from app.reading.tekst.tekstregel import Tekstregel

LANGSTE_TITEL = 120
MEESTE_TWEEDE = 40
MEESTE_REGELS = 3
_GEMEENTE = re.compile(r"gemeente\s+\S+(?:\s[^\s(]+){0,3}|concept|definitief|versie\b.*", re.IGNORECASE)
_DOORLOPEND = re.compile(r"\b(?:gemeente|van|de|het|en|voor|over|in|eerste|tweede|jeugd)$", re.IGNORECASE)


def vind_titel(regels: list[Tekstregel], rand: list[Tekstregel]) -> Tekstregel | None:
    """One of the lines of the text, else one of the margins; None when no line looks like one."""
    eerste = next((regel for regel in regels if not _zegt_niets(regel)), None)
    if eerste is not None and _kan_titel_zijn(eerste, regels):
        return eerste
    return next((regel for regel in rand if not _zegt_niets(regel) and _is_kort(regel)), None)


def _zegt_niets(regel: Tekstregel) -> bool:
    """A date, a version or the name of the gemeente above the title."""
    kaal = regel.kaal
    return bool(regel.streep or is_bladregel(kaal) or is_datumregel(kaal) or _GEMEENTE.fullmatch(kaal))


def _is_kort(regel: Tekstregel) -> bool:
    kaal = regel.kaal
    return len(kaal) <= LANGSTE_TITEL and sum(map(str.isalpha, kaal)) > 4 and not kaal.endswith((":", ";", ","))


def _kan_titel_zijn(regel: Tekstregel, regels: list[Tekstregel]) -> bool:
    if regel.cellen is not None or not _is_kort(regel) or eindigt(regel.kaal) or MERK.match(regel.kaal):
        return False
    if etiket_vooraan(0, regel.tekst):
        return False
    plek = next(plek for plek, ander in enumerate(regels) if ander is regel)
    if regel.kop is not None or plek + 1 == len(regels):
        return True
    volgende = regels[plek + 1]
    if volgende.wit or not volgende.kaal[0].islower() or _DOORLOPEND.search(regel.kaal):
        return True
    return (
        len(regel.kaal) <= LANGSTE_TITEL / 2 and len(volgende.kaal) <= len(regel.kaal) + 10 and _houdt_op(regels, plek)
    )


def _houdt_op(regels: list[Tekstregel], plek: int) -> bool:
    """A title of a few short lines, with room below it."""
    blok = regels[plek + 1 : plek + 2 + MEESTE_REGELS]
    lang = LANGSTE_TITEL / 2
    einde = next((n for n, r in enumerate(blok) if r.wit or MERK.match(r.kaal) or len(r.kaal) > lang), None)
    return bool(einde) and not any(eindigt(regel.kaal) for regel in blok[:einde])


def zet_apart(regels: list[Tekstregel], titel: Tekstregel) -> None:
    """Below the title something else begins; a second line in the same large letters belongs to it."""
    plek = next(plek for plek, regel in enumerate(regels) if regel is titel)
    for _ in range(_haakje_dicht(regels, plek)):
        _trek_bij(regels, plek)
    for _ in range(MEESTE_REGELS):
        if _loopt_over(regels, plek):
            _trek_bij(regels, plek)
    if plek + 1 < len(regels):
        regels[plek + 1].wit = max(regels[plek + 1].wit, 1)


def _trek_bij(regels: list[Tekstregel], plek: int) -> None:
    volgende = regels.pop(plek + 1)
    regels[plek].tekst = f"{regels[plek].tekst.rstrip()} {volgende.kaal}"


def _haakje_dicht(regels: list[Tekstregel], plek: int) -> int:
    """How many lines below the title belong to it because a bracket that opens there is closed in them."""
    regel = regels[plek].kaal
    for aantal, volgende in enumerate(regels[plek + 1 : plek + 1 + MEESTE_REGELS], start=1):
        if volgende.wit or len(regel) > LANGSTE_TITEL:
            return 0
        open_ = regel.count("(") > regel.count(")")
        regel = f"{regel} {volgende.kaal}"
        if open_ and regel.count("(") == regel.count(")") and volgende.kaal.endswith(")"):
            return aantal
    return 0


def _loopt_over(regels: list[Tekstregel], plek: int) -> bool:
    if len(regels) <= plek + 2:
        return False
    titel, tweede, derde = regels[plek : plek + 3]
    loopt = _DOORLOPEND.search(titel.kaal) is not None or tweede.kaal[0].islower()
    if loopt and not tweede.wit and len(tweede.kaal) <= LANGSTE_TITEL / 2 and not eindigt(tweede.kaal):
        return True
    if tweede.wit or tweede.kop or titel.kop or tweede.cellen is not None or _zegt_niets(tweede):
        return False
    kort = len(tweede.kaal) <= min(len(titel.kaal), MEESTE_TWEEDE) and not tweede.kaal.endswith((".", ":", ",", ";"))
    return kort and not MERK.match(tweede.kaal) and (bool(derde.wit) or len(derde.kaal) > len(tweede.kaal))
