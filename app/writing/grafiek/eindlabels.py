"""What stands behind the last figure of each line: the figure, and the name of the line where there are more."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from app.writing.grafiek.getallen import kort
from app.writing.grafiek.legenda import nummers
from app.writing.grafiek.letters import breedte, passend
from app.writing.grafiek.opmaak import LETTER
from app.writing.grafiek.waarden import Lijngrafiek

REGELHOOGTE = 15.0  # of a line of text in its box
_SPATIE = 5.0
_RUIM = 540.0  # in a chart this wide, figure and name stand beside each other


@dataclass(frozen=True, slots=True)
class Eindlabel:
    """`naast`: figure and name on one line, else the name below the figure."""

    datum: date
    waarde: Decimal
    nummer: int
    cijfer: str
    naam: str
    naast: bool

    @property
    def breedte(self) -> float:
        cijfer, naam = breedte(self.cijfer, LETTER, vet=True), breedte(self.naam, LETTER)
        return cijfer + _SPATIE + naam if self.naast and self.naam else max(cijfer, naam)

    @property
    def hoogte(self) -> float:
        return REGELHOOGTE if self.naast or not self.naam else 2 * REGELHOOGTE

    def binnen(self, ruimte: float) -> "Eindlabel":
        """The same label, its name cut off where there is no more room."""
        naast = breedte(self.cijfer, LETTER, vet=True) + _SPATIE if self.naast else 0.0
        return replace(self, naam=passend(self.naam, LETTER, ruimte - naast))


def eindlabels(grafiek: Lijngrafiek, breedte_grafiek: float) -> Iterator[Eindlabel]:
    gevuld = [paar for paar in zip(grafiek.reeksen, nummers(grafiek.reeksen), strict=True) if paar[0].getallen]
    for reeks, nummer in gevuld:
        laatste = reeks.getallen[-1]
        if laatste.waarde is not None:
            naam = reeks.label if len(gevuld) > 1 else ""
            cijfer = kort(laatste.waarde, grafiek.eenheid)
            yield Eindlabel(laatste.datum, laatste.waarde, nummer, cijfer, naam, naast=breedte_grafiek >= _RUIM)


def spreid(middens: Sequence[float], hoogte: float, boven: float, onder: float) -> list[float]:
    """Places near `middens` (in order, downwards) that are at least `hoogte` apart and stay within the two limits.

    There must be room for all of them. Neighbours that get in each other's way move up and down together.
    """
    groepen: list[tuple[float, int]] = []  # (where its first one wants to be, how many)
    for midden in middens:
        groepen.append((midden, 1))
        while len(groepen) > 1 and groepen[-2][0] + groepen[-2][1] * hoogte > groepen[-1][0]:
            groepen[-2:] = [_samen(groepen[-2], groepen[-1], hoogte)]
    plekken = [eerste + nummer * hoogte for eerste, aantal in groepen for nummer in range(aantal)]
    return _binnen(plekken, hoogte, boven + hoogte / 2, onder - hoogte / 2)


def _samen(boven: tuple[float, int], onder: tuple[float, int], hoogte: float) -> tuple[float, int]:
    aantal = boven[1] + onder[1]
    return (boven[0] * boven[1] + (onder[0] - boven[1] * hoogte) * onder[1]) / aantal, aantal


def _binnen(plekken: list[float], hoogte: float, laagste: float, hoogste: float) -> list[float]:
    plekken = [max(plek, laagste + nummer * hoogte) for nummer, plek in enumerate(plekken)]
    laatste = len(plekken) - 1
    return [min(plek, hoogste - (laatste - nummer) * hoogte) for nummer, plek in enumerate(plekken)]
