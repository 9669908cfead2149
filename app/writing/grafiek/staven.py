"""Bars below each other, longest first: gemeenten or areas on one figure, as the page shows them in its table."""

from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from app.writing.grafiek.doek import Doek, Stijl
from app.writing.grafiek.letters import breedte, passend
from app.writing.grafiek.opmaak import LETTER
from app.writing.grafiek.plaatsing import Vak

BREED = 720
_RIJ, _BALK, _RUIMTE, _RAND = 26.0, 16.0, 10.0, 2.0
_MEESTE_NAAM = 260.0


@dataclass(frozen=True, slots=True)
class Staaf:
    """`tekst`: the figure as it is written out. `nadruk`: the one that the reader looks for first."""

    naam: str
    waarde: Decimal
    tekst: str
    nadruk: bool = False


@dataclass(frozen=True, slots=True)
class Staafgrafiek:
    """`naast`: the bars of the charts that stand beside this one; all of them are drawn on one scale."""

    titel: str
    omschrijving: str
    staven: tuple[Staaf, ...]
    naast: tuple[Staaf, ...] = ()

    @property
    def leeg(self) -> bool:
        return not self.staven

    @property
    def hoogte(self) -> float:
        return _RIJ * len(self.staven)


def teken_staven(grafiek: Staafgrafiek, *, id_: str, stijl: Stijl) -> Markup:
    """`id_` must be the only one of that name on the page."""
    doek = Doek(BREED, grafiek.hoogte, stijl)
    alle = (*grafiek.staven, *grafiek.naast)
    links = max(breedte(_naam(staaf), LETTER, vet=True) for staaf in alle) + _RUIMTE
    rechts = max(breedte(staaf.tekst, LETTER, vet=True) for staaf in alle) + _RUIMTE
    hoogste = max(abs(staaf.waarde) for staaf in alle)
    for plek, staaf in enumerate(grafiek.staven):
        _staaf(doek, staaf, plek * _RIJ, (links, BREED - rechts), hoogste)
    return doek.svg(id_=id_, titel=grafiek.titel, omschrijving=grafiek.omschrijving, soort="staven")


def _naam(staaf: Staaf) -> str:
    return passend(staaf.naam, LETTER, _MEESTE_NAAM)


def _staaf(doek: Doek, staaf: Staaf, boven: float, ruimte: tuple[float, float], hoogste: Decimal) -> None:
    """A figure below zero has a bar of its own look, as long as it is far from zero."""
    links, rechts = ruimte
    eind = links + (rechts - links) * float(abs(staaf.waarde) / hoogste if hoogste else 0)
    tekstlijn, balk = boven + _RIJ / 2 + LETTER * 0.36, boven + (_RIJ - _BALK) / 2
    letter = "waarde" if staaf.nadruk else "label"
    doek.tekst(letter, (_RAND, tekstlijn), _naam(staaf))
    if eind > links:
        doek.vlak("staaf--onder" if staaf.waarde < 0 else "staaf", Vak(links, balk, eind, balk + _BALK))
    doek.tekst(letter, (eind + _RUIMTE / 2, tekstlijn), staaf.tekst)
