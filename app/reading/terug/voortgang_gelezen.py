"""What stands in a document with the tables of a period that came back, before it is known what each row is."""

from dataclasses import dataclass, field

from app.reading.plaats import Plaats
from app.reading.terug.gelezen import Lijn
from app.reading.voortgang.kolommen import Kolom
from app.reading.word.opmerkingen import Opmerking


@dataclass(slots=True)
class Themakop:
    """`lijn` is None for a table without a heading of its own."""

    lijn: Lijn | None
    rijen: list["Tabelrij"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Tabelrij:
    """`cellen`: the texts, only of columns that the table has. The merken are "" where there are none."""

    plaats: Plaats
    cellen: dict[Kolom, str]
    maatregel_merk: str = ""
    regel_merk: str = ""
    opmerkingen: tuple[str, ...] = ()

    @property
    def naam(self) -> str:
        return " ".join(self.cellen.get(Kolom.MAATREGEL, "").split())

    @property
    def leeg(self) -> bool:
        return not any(self.cellen.values()) and not self.maatregel_merk and not self.regel_merk


@dataclass(slots=True)
class VoortgangTerug:
    """`uitvoer`, `periode` and `organisatie` are "" when the file does not say them any more. `kolommen`: those of its
    tables."""

    uitvoer: str = ""
    periode: str = ""
    organisatie: str = ""
    themas: list[Themakop] = field(default_factory=list)
    kolommen: set[Kolom] = field(default_factory=set)
    niet_geplaatst: list[str] = field(default_factory=list)
    opmerkingen: dict[str, Opmerking] = field(default_factory=dict)
    wijzigingen: int = 0

    @property
    def rijen(self) -> list[Tabelrij]:
        return [rij for thema in self.themas for rij in thema.rijen]
