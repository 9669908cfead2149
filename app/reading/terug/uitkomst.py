"""What a document that came back says, ready to be laid beside what was handed out."""

from dataclasses import dataclass, field

from app.domain.structuur import Notitie
from app.reading.word.opmerkingen import Opmerking


@dataclass(frozen=True, slots=True)
class Plek:
    """Where a comment stands. `soort`: the kind of item, or the name of the text; `merk`: of the item, if any."""

    gebied_merk: str
    soort: str
    merk: str = ""


@dataclass(slots=True)
class Teruggebracht:
    """`meldingen`: what a reader must know, as sentences. `niet_geplaatst`: text in no place we know; it is not taken
    over. `wijzigingen`: how many tracked changes there were."""

    notitie: Notitie
    opmerkingen: list[tuple[Plek, Opmerking]] = field(default_factory=list)
    meldingen: list[str] = field(default_factory=list)
    niet_geplaatst: list[str] = field(default_factory=list)
    wijzigingen: int = 0
