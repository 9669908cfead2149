"""Draws the few shapes that a chart is made of, as SVG.

On a page a shape has classes and the style sheet gives them their look, because the page allows no style in itself. In
a file the chart must stand on its own: there the same names stand for attributes (opmaak.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from markupsafe import Markup, escape

from app.writing.grafiek.opmaak import LETTERTYPE, opmaak
from app.writing.grafiek.plaatsing import Plek, Vak

Stijl = Literal["pagina", "bestand"]
NAAM = "lijngrafiek"


@dataclass(slots=True)
class Doek:
    """`breedte` and `hoogte` in the units of the chart."""

    breedte: float
    hoogte: float
    stijl: Stijl = "pagina"
    delen: list[str] = field(default_factory=list)

    def lijn(self, naam: str, van: Plek, naar: Plek) -> None:
        (x1, y1), (x2, y2) = van, naar
        self._zet("line", naam, f' x1="{rond(x1)}" y1="{rond(y1)}" x2="{rond(x2)}" y2="{rond(y2)}"')

    def weg(self, naam: str, stukken: Sequence[Sequence[Plek]]) -> None:
        """Lines through points, as one shape; a piece of one point draws nothing."""
        tekens = "".join(_stuk(stuk) for stuk in stukken if len(stuk) > 1)
        if tekens:
            self._zet("path", naam, f' d="{tekens}"')

    def vlak(self, naam: str, vak: Vak) -> None:
        maat = f' width="{rond(vak.rechts - vak.links)}" height="{rond(vak.onder - vak.boven)}"'
        self._zet("rect", naam, f' x="{rond(vak.links)}" y="{rond(vak.boven)}"{maat}')

    def merk(self, naam: str, vorm: str, plek: Plek, maat: float) -> None:
        """`vorm`: one of _VORMEN, or "o" for a circle. `maat`: half its width."""
        x, y = plek
        if vorm == "o":
            self._zet("circle", naam, f' cx="{rond(x)}" cy="{rond(y)}" r="{rond(maat)}"')
            return
        tekens = "".join(_omtrek(hoeken, plek, maat) for hoeken in _VORMEN[vorm])
        self._zet("path", naam, f' d="{tekens}"')

    def tekst(self, naam: str, plek: Plek, tekst: str, anker: str = "start", *, erachter: str = "") -> None:
        """`erachter` follows on the same line with the look of a label, however wide the letters turn out."""
        x, y = plek
        kenmerken = f' x="{rond(x)}" y="{rond(y)}"' + (f' text-anchor="{anker}"' if anker != "start" else "")
        slot = f" <tspan{self._uiterlijk('label')}>{escape(erachter)}</tspan>" if erachter else ""
        self.delen.append(f"<text{self._uiterlijk(naam)}{kenmerken}>{escape(tekst)}{slot}</text>")

    def inhoud(self) -> Markup:
        """What was drawn. Names and numbers are our own and `tekst` escapes what is not, so this is safe to show."""
        return Markup("".join(self.delen))  # noqa: S704

    def svg(self, *, id_: str, titel: str, omschrijving: str, soort: str) -> Markup:
        """`id_` must be the only one of that name on the page; `soort` is its class beside the general one."""
        return Markup(
            '<svg xmlns="http://www.w3.org/2000/svg"{maat} viewBox="0 0 {b} {h}" role="img"'
            ' aria-labelledby="{id}-titel {id}-tekst" focusable="false">'
            '<title id="{id}-titel">{titel}</title><desc id="{id}-tekst">{tekst}</desc>{inhoud}</svg>'
        ).format(
            maat=self._wortel(soort),
            b=rond(self.breedte),
            h=rond(self.hoogte),
            id=id_,
            titel=titel,
            tekst=omschrijving,
            inhoud=self.inhoud(),
        )

    def _wortel(self, soort: str) -> Markup:
        if self.stijl == "pagina":
            return Markup(' class="{0} {0}--{1}"').format(NAAM, soort)
        return Markup(' width="{}" height="{}" font-family="{}"').format(
            rond(self.breedte), rond(self.hoogte), LETTERTYPE
        )

    def _zet(self, element: str, naam: str, kenmerken: str) -> None:
        self.delen.append(f"<{element}{self._uiterlijk(naam)}{kenmerken}/>")

    def _uiterlijk(self, naam: str) -> str:
        return opmaak(naam) if self.stijl == "bestand" else _klassen(naam)


@cache
def _klassen(naam: str) -> str:
    """`merk--2` looks like `merk`, but for what is its own."""
    basis, streepjes, _ = naam.partition("--")
    return f' class="{NAAM}__{basis} {NAAM}__{naam}"' if streepjes else f' class="{NAAM}__{naam}"'


# The corners of each outline, as shares of half the width of the mark; _DICHT: back to the first corner.
_DICHT = None
_VORMEN: dict[str, tuple[tuple[Plek | None, ...], ...]] = {
    "vierkant": (((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9), _DICHT),),
    "driehoek": (((0, -1.1), (1.1, 0.85), (-1.1, 0.85), _DICHT),),
    "omgekeerd": (((0, 1.1), (1.1, -0.85), (-1.1, -0.85), _DICHT),),
    "ruit": (((0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0), _DICHT),),
    "kruis": (((-1, -1), (1, 1)), ((1, -1), (-1, 1))),
}


def rond(getal: float) -> str:
    """Tenths are finer than any screen or printer shows; no zeros that say nothing."""
    tekst = f"{getal:.1f}".removesuffix(".0")
    return "0" if tekst == "-0" else tekst


def _stuk(plekken: Sequence[Plek]) -> str:
    return "M" + "L".join(f"{rond(x)} {rond(y)}" for x, y in plekken)


def _omtrek(hoeken: Sequence[Plek | None], midden: Plek, maat: float) -> str:
    x, y = midden
    plekken = [(x + hoek[0] * maat, y + hoek[1] * maat) for hoek in hoeken if hoek is not None]
    return _stuk(plekken) + ("Z" if hoeken[-1] is _DICHT else "")
