"""What the previews share: a thing that was read, beside where it stood; and of whom the file is."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.notitie.bewaarvorm import zelfde_gemeente
from app.reading.plaats import Plaats


@dataclass(frozen=True, slots=True)
class Herkend:
    """One thing as it will become, for templates/importeren/_herkend.html.

    `plaats` and `bron`: where it stood and how, empty when that is not known.
    """

    soort: str
    tekst: str
    lezing: str = ""
    plaats: str = ""
    bron: str = ""


def herkend(bron: Mapping[str, tuple[Plaats, str]], pad: str, *, soort: str, tekst: str, lezing: str = "") -> Herkend:
    """`bron`: where everything came from, by path; `pad`: of this thing."""
    gevonden = bron.get(pad)
    plaats, ruw = (gevonden[0].zin, gevonden[1]) if gevonden else ("", "")
    return Herkend(soort, tekst, lezing, plaats, ruw)


def andere_gemeente(genoemd: str | None, eigen: str) -> str | None:
    """The gemeente that the file names, when that is not the own one."""
    return genoemd if genoemd and not zelfde_gemeente(genoemd, eigen) else None
