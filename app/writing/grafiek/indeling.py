"""How the room of a chart is divided: axes, lines, legend. Everything in the units of the chart."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from app.writing.grafiek.eindlabels import eindlabels
from app.writing.grafiek.getallen import aswoord, schaalwoorden
from app.writing.grafiek.legenda import Onderdeel, onderdelen, regels
from app.writing.grafiek.letters import breedte, passend
from app.writing.grafiek.opmaak import LETTER
from app.writing.grafiek.plaatsing import Plek, Vak
from app.writing.grafiek.tijdas import Tijdas, Tijdstip, kies_tijdstippen
from app.writing.grafiek.waardeas import Waardeas, maak_waardeas
from app.writing.grafiek.waarden import Lijngrafiek

REGEL = 19.0  # from one line of text to the next
_RAND, _RUIMTE, _INZET = 4.0, 8.0, 12.0
_STAP_HOOGTE = 46.0  # about so much height between two lines of the axis
_MEESTE_LABEL = 0.26  # of the width, kept free at the right for what stands behind the last figures
_MEESTE_LEGENDA = 0.35  # of the height
_AAN_HET_EIND = 0.8  # from this share of the time on, a line ends near the right edge


@dataclass(frozen=True, slots=True)
class Maat:
    """`klein`: one of many beside each other, so only what cannot be missed."""

    breedte: float
    hoogte: float
    klein: bool = False


@dataclass(frozen=True, slots=True)
class Indeling:
    """`vlak`: where the lines are. `woorden`: the figures at the steps of the axis. `kop`: what stands above them."""

    maat: Maat
    vlak: Vak
    tijd: Tijdas
    waarde: Waardeas
    woorden: tuple[str, ...]
    kop: str
    tijdstippen: tuple[Tijdstip, ...]
    legenda: tuple[tuple[Onderdeel, ...], ...]
    streef: tuple[Decimal, ...] = ()

    def x(self, datum: date) -> float:
        return _x(self.vlak, self.tijd, datum)

    def y(self, waarde: Decimal) -> float:
        return self.vlak.onder - self.waarde.deel(waarde) * (self.vlak.onder - self.vlak.boven)

    def plek(self, datum: date, waarde: Decimal) -> Plek:
        return self.x(datum), self.y(waarde)

    @property
    def band(self) -> Vak | None:
        """What is aimed for, when that is a band."""
        if len(self.streef) < 2:
            return None
        return Vak(self.vlak.links, self.y(self.streef[-1]), self.vlak.rechts, self.y(self.streef[0]))

    def plek_van_tijdstip(self, tijdstip: Tijdstip) -> Vak:
        return _plek_van_tijdstip(self.vlak, self.tijd, tijdstip, self.maat.breedte)


def deel_in(grafiek: Lijngrafiek, maat: Maat, grenzen: Sequence[Decimal] = ()) -> Indeling:
    """`grenzen`: values that must fit as well, so that several charts have one scale."""
    legenda = _legenda(grafiek, maat)
    onder = maat.hoogte - _RAND - REGEL * (1 + len(legenda)) - (_RUIMTE if legenda else 0)
    kop = "" if maat.klein else aswoord(grafiek.eenheid)
    boven = _RUIMTE + (2 if maat.klein else REGEL + 4)
    waarde = maak_waardeas([*grafiek.waarden(), *grenzen], delen=_delen(onder - boven, maat))
    woorden = tuple(schaalwoorden(waarde.stappen, grafiek.eenheid))
    tijd = Tijdas(min(grafiek.datums()), max(grafiek.datums()))
    vlak = Vak(
        _RAND + max(breedte(woord, LETTER) for woord in woorden) + _RUIMTE,
        boven,
        maat.breedte - _rechts(grafiek, tijd, maat),
        onder,
    )
    tijdstippen = kies_tijdstippen(grafiek, tijd, lambda keuze: _past(keuze, vlak, tijd, maat))
    streef = grafiek.streef.grenzen if grafiek.streef else ()
    return Indeling(maat, vlak, tijd, waarde, woorden, _askop(kop, waarde, maat), tijdstippen, legenda, streef)


def _legenda(grafiek: Lijngrafiek, maat: Maat) -> tuple[tuple[Onderdeel, ...], ...]:
    """Not so many lines that there is no room for the chart: what is left out stands in the table."""
    hoogstens = 0 if maat.klein else int(maat.hoogte * _MEESTE_LEGENDA // REGEL)
    return tuple(regels(onderdelen(grafiek), maat.breedte))[:hoogstens]


def _delen(hoogte: float, maat: Maat) -> int:
    return 2 if maat.klein else max(2, round(hoogte / _STAP_HOOGTE))


def _askop(kop: str, waarde: Waardeas, maat: Maat) -> str:
    waarschuwing = "as begint niet bij 0" if waarde.zonder_nul and not maat.klein else ""
    ruimte = maat.breedte - 2 * _RAND - breedte(f" · {waarschuwing}", LETTER)
    return " · ".join(filter(None, [passend(kop, LETTER, ruimte), waarschuwing]))


def _rechts(grafiek: Lijngrafiek, tijd: Tijdas, maat: Maat) -> float:
    """Room behind the last figures of the lines that end near the right edge."""
    labels = eindlabels(grafiek, maat.breedte)
    breedtes = [label.breedte for label in labels if tijd.deel(label.datum) >= _AAN_HET_EIND or tijd.begin == tijd.eind]
    ruimte = min(max(breedtes) + _RAND, maat.breedte * _MEESTE_LABEL) if breedtes else 0.0
    return max(_RAND, ruimte - (_INZET - _RUIMTE if len(breedtes) == 1 else 0))


def _x(vlak: Vak, tijd: Tijdas, datum: date) -> float:
    return vlak.links + _INZET + tijd.deel(datum) * (vlak.rechts - vlak.links - 2 * _INZET)


def _plek_van_tijdstip(vlak: Vak, tijd: Tijdas, tijdstip: Tijdstip, rand: float) -> Vak:
    """Under its moment, moved inwards where it would fall off the chart."""
    ruimte = breedte(tijdstip.label, LETTER)
    links = min(max(_x(vlak, tijd, tijdstip.datum) - ruimte / 2, _RAND), rand - _RAND - ruimte)
    return Vak(links, vlak.onder + 4, links + ruimte, vlak.onder + 4 + REGEL)


def _past(keuze: Sequence[Tijdstip], vlak: Vak, tijd: Tijdas, maat: Maat) -> bool:
    """Whether the words keep apart; a small chart has its ends and perhaps something in between."""
    plekken = [_plek_van_tijdstip(vlak, tijd, tijdstip, maat.breedte) for tijdstip in keuze]
    if maat.klein and len(keuze) > 3:
        return False
    return all(links.rechts + _RUIMTE <= rechts.links for links, rechts in pairwise(plekken))
