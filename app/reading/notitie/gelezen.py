"""What reading a notitie gives: the structure, where everything came from and what was not understood."""

from dataclasses import dataclass, field

from app.domain.structuur import Notitie
from app.reading.notitie.regels import Regel
from app.reading.plaats import Plaats

MERK_NIET_HERKEND = "[Niet herkend]"
HOOGSTE_NUMMER = 999


@dataclass(frozen=True, slots=True)
class NietHerkend:
    """`probleemgebied`: where it stood; None when it stood in none. Its text is also in a toelichting, marked."""

    tekst: str
    plaats: Plaats
    probleemgebied: str | None = None


@dataclass(slots=True)
class GelezenNotitie:
    """`bron`: path in the structure -> the place and the text as it stood there.

    A path is volgorde/part/number: "2/naam", "2/ist/1", "2/doelen/3", "2/interventies/1/a",
    "2/opdracht/rigg/opdrachten/1", "2/opdracht/rigg/doelen", "2/toelichting". For doelen, indicatoren and
    interventies the number is their own; the second doel 3 is "2/doelen/3-2".
    """

    notitie: Notitie
    bron: dict[str, tuple[Plaats, str]] = field(default_factory=dict)
    niet_herkend: list[NietHerkend] = field(default_factory=list)
    waarschuwingen: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Melder:
    """Collects, for one probleemgebied, what is to be told beside its structure.

    `voorvoegsel`: the 3 when its items are numbered 3.1, 3.2. `letters`: its interventies are lettered a, b, c.
    `ster_is_voorbehoud`: the notitie says somewhere that "1*" is onder voorbehoud.
    """

    volgorde: int
    naam: str
    ster_is_voorbehoud: bool = False
    voorvoegsel: int | None = None
    letters: bool = False
    bron: dict[str, tuple[Plaats, str]] = field(default_factory=dict)
    niet_herkend: list[NietHerkend] = field(default_factory=list)
    waarschuwingen: list[str] = field(default_factory=list)
    _keer: dict[str, int] = field(default_factory=dict)

    def kwam_van(self, pad: str, regel: Regel) -> None:
        sleutel = f"{self.volgorde}/{pad}"
        keer = self._keer[sleutel] = self._keer.get(sleutel, 0) + 1
        self.bron[sleutel if keer == 1 else f"{sleutel}-{keer}"] = (regel.plaats, regel.ruw)

    def hoort_bij(self, pad: str, regels: list[Regel]) -> None:
        """Several lines that became one text; the place is that of the first."""
        if regels:
            self.bron[f"{self.volgorde}/{pad}"] = (regels[0].plaats, "\n".join(regel.ruw for regel in regels))

    def begrijpt_niet(self, tekst: str, plaats: Plaats) -> None:
        self.niet_herkend.append(NietHerkend(tekst, plaats, self.naam))

    def waarschuw(self, zin: str) -> None:
        self.waarschuwingen.append(zin)
