"""The styles of an OpenDocument text: what is bold, large or the title, and how its lists are numbered."""

import re
from dataclasses import dataclass, replace

from lxml import etree

from app.reading.odt.namen import FO, STYLE, TEXT
from app.reading.xml import getal, kinderen

_PUNTEN = re.compile(r"(\d+(?:\.\d+)?)pt")
_DIEPST = 20
_VET = {"bold", "600", "700", "800", "900"}


@dataclass(frozen=True, slots=True)
class Stijl:
    """`grootte`: in half points, as Word counts. `titel`: it is the style of titles, or made from it."""

    vet: bool | None = None
    grootte: int | None = None
    titel: bool = False


@dataclass(frozen=True, slots=True)
class Lijstniveau:
    """`vorm`: "1", "a", "i"; "" shows nothing."""

    vorm: str = ""
    opsomteken: bool = False
    start: int = 1


class OdtStijlen:
    """`wortels`: of the parts in which styles stand; the later one goes first."""

    def __init__(self, *wortels: etree._Element | None) -> None:
        self._stijlen: dict[tuple[str, str], etree._Element] = {}
        self._lijsten: dict[str, dict[int, Lijstniveau]] = {}
        self._bekend: dict[tuple[str, str], Stijl] = {}
        for wortel in wortels:
            for element in wortel.iter(STYLE + "style", TEXT + "list-style") if wortel is not None else ():
                naam = element.get(STYLE + "name") or ""
                if element.tag == STYLE + "style":
                    self._stijlen[element.get(STYLE + "family") or "", naam] = element
                else:
                    self._lijsten[naam] = _lijstniveaus(element)

    def alinea(self, naam: str | None) -> Stijl:
        return self._van("paragraph", naam)

    def tekst(self, naam: str | None) -> Stijl:
        return self._van("text", naam)

    def lijst(self, naam: str | None, niveau: int) -> Lijstniveau:
        return self._lijsten.get(naam or "", {}).get(niveau, Lijstniveau(opsomteken=True))

    def _van(self, familie: str, naam: str | None, diepte: int = 0) -> Stijl:
        sleutel = familie, naam or ""
        if sleutel not in self._bekend:
            element = self._stijlen.get(sleutel)
            ouder = element.get(STYLE + "parent-style-name") if element is not None else None
            boven = self._van(familie, ouder, diepte + 1) if ouder and diepte < _DIEPST else Stijl()
            self._bekend[sleutel] = _eigen(boven, element, titel=sleutel == ("paragraph", "Title"))
        return self._bekend[sleutel]


def _eigen(boven: Stijl, element: etree._Element | None, *, titel: bool) -> Stijl:
    uit = replace(boven, titel=boven.titel or titel)
    opmaak = element.find(STYLE + "text-properties") if element is not None else None
    if opmaak is None:
        return uit
    dikte, maat = opmaak.get(FO + "font-weight"), _PUNTEN.fullmatch(opmaak.get(FO + "font-size") or "")
    uit = replace(uit, vet=dikte in _VET) if dikte else uit
    return replace(uit, grootte=min(round(2 * float(maat[1])), 1_000)) if maat else uit


def _lijstniveaus(element: etree._Element) -> dict[int, Lijstniveau]:
    uit: dict[int, Lijstniveau] = {}
    for niveau in kinderen(element):
        nummert = niveau.tag == TEXT + "list-level-style-number"
        start = getal(niveau.get(TEXT + "start-value"), 1)
        vorm = (niveau.get(STYLE + "num-format") or "") if nummert else ""
        uit[getal(niveau.get(TEXT + "level"), 1)] = Lijstniveau(vorm, opsomteken=not nummert, start=start)
    return uit
