"""Which sign stands between the columns of a CSV file: the one that makes the most sense of its first lines."""

import io
import re
from dataclasses import dataclass
from itertools import islice

from app.reading.csv.rijen import records
from app.reading.fouten import LeesFout
from app.reading.metingen.gelezen import SCHEIDINGEN, OnbruikbaarBestand
from app.reading.metingen.koprij import ZOEK_IN, Koprij, Rij, vind_koprij

# The line that Excel writes and obeys.
_SEP = re.compile(r'"?sep=(?P<teken>.)"?\s*', re.IGNORECASE)
GEEN_KOLOMMEN = (
    "In het bestand zijn geen kolommen gevonden. Zet op de eerste regel de koppen (zoals indicator, periode en "
    "waarde), gescheiden door puntkomma's, komma's of tabs."
)


@dataclass(frozen=True, slots=True)
class Indeling:
    """`vooraf`: lines in front that are no record of the file."""

    scheiding: str
    kop: Koprij


def kies_scheiding(begin: list[str], onthouden: dict[str, str] | None = None) -> Indeling:
    """`begin`: the first lines, with their line ends. Raises OnbruikbaarBestand when no sign makes columns."""
    tekens = list(SCHEIDINGEN)
    if sep := opgegeven_scheiding(begin):
        tekens = [sep]
    indelingen = [indeling for teken in tekens if (indeling := _probeer(begin, teken, onthouden))]
    if not indelingen:
        raise OnbruikbaarBestand(GEEN_KOLOMMEN)
    return max(indelingen, key=lambda indeling: indeling.kop.gewicht)


def opgegeven_scheiding(begin: list[str]) -> str | None:
    """The sign that a first line `sep=;` names. Raises OnbruikbaarBestand for one that separates nothing."""
    treffer = _SEP.fullmatch(begin[0]) if begin else None
    if treffer is None:
        return None
    if treffer["teken"] not in SCHEIDINGEN:
        raise OnbruikbaarBestand(
            f"De eerste regel noemt '{treffer['teken']}' als scheidingsteken; gebruik een puntkomma, komma of tab."
        )
    return treffer["teken"]


def _probeer(begin: list[str], scheiding: str, onthouden: dict[str, str] | None) -> Indeling | None:
    """A last record that is cut off by the end of the sample is left out."""
    rijen: list[Rij] = []
    try:
        gelezen = records(io.StringIO("".join(begin), newline=""), scheiding)
        rijen.extend((regel, cellen) for regel, cellen in islice(gelezen, ZOEK_IN) if not isinstance(cellen, str))
    except LeesFout:
        pass
    kop = vind_koprij(rijen, onthouden)
    return Indeling(scheiding, kop) if kop else None
