"""Where a progress table begins in a text that lost its tables: the heads of its columns, on one line or one each."""

import re
from dataclasses import dataclass

from app.reading.tekst.tekstregel import Tekstregel
from app.reading.voortgang.kolommen import Kolom, herken_kolom

GENUMMERD = re.compile(r"(?:thema\s*)?\d{1,2}\s*[.:)]\s+\S", re.IGNORECASE)
_WIJD = re.compile(r"\s{3}|\t")


@dataclass(slots=True)
class Stukje:
    """A line, or the part of it that stood in one cell."""

    plek: int
    tekst: str


@dataclass(slots=True)
class Kop:
    """`per_regel`: every label on a line of its own, so every cell begins on a line of its own."""

    van: int
    tot: int
    maatregel: Stukje
    labels: list[str]
    per_regel: bool


def vind_koppen(regels: list[Tekstregel]) -> list[Kop]:
    uit: list[Kop] = []
    plek = 0
    while plek < len(regels):
        kop = _kop_op_een_regel(regels, plek) or _kop_per_regel(regels, plek)
        if kop is not None and (not uit or kop.van >= uit[-1].tot):
            uit.append(kop)
            plek = kop.tot
        else:
            plek += 1
    return uit


def _kop_op_een_regel(regels: list[Tekstregel], plek: int) -> Kop | None:
    """ "1. Wonen Voortgang Planning", "Maatregel Voortgang Planning", or "Voortgang Planning" below the thema."""
    woorden = regels[plek].kaal.split()
    if regels[plek].cellen is not None or _WIJD.search(regels[plek].tekst.strip()):
        return None
    for aantal in (2, 3, 4):
        voor, achter = woorden[:-aantal], woorden[-aantal:]
        for knip in range(1, aantal):
            labels = [" ".join(achter[:knip]), " ".join(achter[knip:])]
            if _zijn_labels(labels) and labels[0][0].isupper():
                eigen = Stukje(plek, " ".join(voor))
                van, eerste = (plek, eigen) if voor else _kop_erboven(regels, plek)
                return Kop(van, plek + 1, eerste, labels, per_regel=False)
    return None


def _zijn_labels(labels: list[str]) -> bool:
    return [herken_kolom(label) for label in labels] == [Kolom.VOORTGANG, Kolom.PLANNING]


def _kop_per_regel(regels: list[Tekstregel], plek: int) -> Kop | None:
    if plek + 2 >= len(regels):
        return None
    labels = [regel.kaal for regel in regels[plek + 1 : plek + 3]]
    if not _zijn_labels(labels) or regels[plek].cellen is not None:
        return None
    return Kop(plek, plek + 3, Stukje(plek, regels[plek].kaal), labels, per_regel=True)


def _kop_erboven(regels: list[Tekstregel], plek: int) -> tuple[int, Stukje]:
    """A name over several lines: from the line with its number on."""
    for boven in range(plek - 1, max(plek - 4, -1), -1):
        if GENUMMERD.match(regels[boven].kaal) or herken_kolom(regels[boven].kaal) is Kolom.MAATREGEL:
            return boven, Stukje(boven, " ".join(regel.kaal for regel in regels[boven:plek]))
    return plek, Stukje(plek, "Maatregel")
