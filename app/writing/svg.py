"""Charts as SVG: stacked bars and a timeline.

Places across are percentages and heights are pixels, so that a chart is as wide as its page while its letters keep
their size. What a colour means is also said by a letter or a word, and colours themselves are classes of the style
sheet. The page shows the same figures in a table beside it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

STAAF_HOOGTE, STAAF_RIJ = 24, 54
BALK_HOOGTE, BALK_RIJ = 12, 44
NAAM_HOOGTE = 21  # of the name above a bar, tails of letters included
AS_HOOGTE = 38
LANGSTE_TEKST = 90
SMALSTE_VOOR_TEKST = 9.0  # percent of the width: below this only a letter fits in a part of a bar
SMALSTE_VOOR_LETTER = 3.5


@dataclass(frozen=True, slots=True)
class Deel:
    """A part of a bar: how many, of what. `teken` is one letter, `soort` the name behind `grafiek__deel--`."""

    aantal: int
    woord: str
    teken: str
    soort: str


@dataclass(frozen=True, slots=True)
class Staaf:
    tekst: str
    delen: tuple[Deel, ...]


@dataclass(frozen=True, slots=True)
class Balk:
    """`van` and `tot` are shares of the width, 0 to 1; `open_links` and `open_rechts`: it goes on beyond them."""

    tekst: str
    van: float
    tot: float
    soort: str = ""
    open_links: bool = False
    open_rechts: bool = False


@dataclass(frozen=True, slots=True)
class Streep:
    """A line down the timeline with a word above it, at a share of the width; it stops for the name of each bar."""

    plek: float
    tekst: str
    nu: bool = False


def gestapelde_staven(*, id_: str, titel: str, omschrijving: str, staven: Sequence[Staaf]) -> Markup:
    """All bars on one scale. `id_` must be the only one of that name on the page."""
    hoogste = max((_som(staaf) for staaf in staven), default=0) or 1
    inhoud = Markup("").join(_staaf(staaf, plek * STAAF_RIJ, hoogste) for plek, staaf in enumerate(staven))
    return _svg(id_, titel, omschrijving, len(staven) * STAAF_RIJ, inhoud)


def tijdlijn(*, id_: str, titel: str, omschrijving: str, balken: Sequence[Balk], strepen: Sequence[Streep]) -> Markup:
    hoogte = AS_HOOGTE + len(balken) * BALK_RIJ
    delen = [_streep(streep, len(balken)) for streep in strepen]
    delen += [_balk(balk, AS_HOOGTE + plek * BALK_RIJ) for plek, balk in enumerate(balken)]
    return _svg(id_, titel, omschrijving, hoogte, Markup("").join(delen))


def _svg(id_: str, titel: str, omschrijving: str, hoogte: int, inhoud: Markup) -> Markup:
    return Markup(
        '<svg class="grafiek" role="img" aria-labelledby="{id}-titel {id}-tekst" width="100%" height="{hoogte}"'
        ' focusable="false"><title id="{id}-titel">{titel}</title><desc id="{id}-tekst">{omschrijving}</desc>'
        "{inhoud}</svg>"
    ).format(id=id_, titel=titel, omschrijving=omschrijving, hoogte=hoogte, inhoud=inhoud)


def _som(staaf: Staaf) -> int:
    return sum(deel.aantal for deel in staaf.delen)


def _staaf(staaf: Staaf, boven: int, hoogste: int) -> Markup:
    kop = _tekst(0, boven + 16, _kort(staaf.tekst), "grafiek__naam")
    return kop + Markup("").join(_delen(staaf, boven + 22, hoogste))


def _delen(staaf: Staaf, boven: int, hoogste: int) -> Iterator[Markup]:
    links = 0.0
    for deel in staaf.delen:
        breedte = deel.aantal / hoogste * 100
        if deel.aantal:
            yield Markup(
                '<rect class="grafiek__deel grafiek__deel--{}" x="{:.2f}%" y="{}" width="{:.2f}%" height="{}"/>'
            ).format(deel.soort, links, boven, breedte, STAAF_HOOGTE)
            yield _in_deel(deel, links + breedte / 2, boven + 17, breedte)
        links += breedte


def _in_deel(deel: Deel, midden: float, onder: int, breedte: float) -> Markup:
    if breedte < SMALSTE_VOOR_LETTER:
        return Markup("")
    tekst = f"{deel.teken} {deel.aantal}" if breedte >= SMALSTE_VOOR_TEKST else deel.teken
    return _tekst(midden, onder, tekst, f"grafiek__cijfer grafiek__cijfer--{deel.soort}", anker="middle")


def _balk(balk: Balk, boven: int) -> Markup:
    van, tot = balk.van * 100, balk.tot * 100
    y = boven + 22
    naam = _tekst(0, boven + 16, _kort(balk.tekst), "grafiek__naam")
    lijn = Markup('<line class="grafiek__baan" x1="0%" x2="100%" y1="{0}" y2="{0}"/>').format(y + BALK_HOOGTE / 2)
    if tot - van < 1.2 and not (balk.open_links or balk.open_rechts):
        return naam + lijn + _punt(balk, (van + tot) / 2, y)
    vorm = Markup(
        '<rect class="grafiek__balk grafiek__balk--{}" x="{:.2f}%" y="{}" width="{:.2f}%" height="{}" rx="3"/>'
    ).format(balk.soort, van, y, max(tot - van, 1), BALK_HOOGTE)
    return naam + lijn + vorm + _pijlen(balk, van, tot, y)


def _punt(balk: Balk, midden: float, y: int) -> Markup:
    return Markup('<circle class="grafiek__balk grafiek__balk--{}" cx="{:.2f}%" cy="{}" r="{}"/>').format(
        balk.soort, min(max(midden, 1), 99), y + BALK_HOOGTE / 2, BALK_HOOGTE / 2
    )


def _pijlen(balk: Balk, van: float, tot: float, y: int) -> Markup:
    onder = y + BALK_HOOGTE - 2
    links = _tekst(van + 0.4, onder, "◂", "grafiek__pijl") if balk.open_links else Markup("")
    rechts = _tekst(tot - 0.4, onder, "▸", "grafiek__pijl", anker="end") if balk.open_rechts else Markup("")
    return links + rechts


def _streep(streep: Streep, rijen: int) -> Markup:
    plek = streep.plek * 100
    anker = "start" if plek < 12 else "end" if plek > 88 else "middle"
    klasse = "grafiek__nu" if streep.nu else "grafiek__as"
    onder = AS_HOOGTE - 8 if streep.nu else AS_HOOGTE - 24  # each on a line of its own, so that they never collide
    stukken = Markup("").join(_stuk(klasse, plek, AS_HOOGTE + rij * BALK_RIJ) for rij in range(rijen))
    return stukken + _tekst(plek, onder, streep.tekst, f"{klasse}-tekst", anker=anker)


def _stuk(klasse: str, plek: float, boven: int) -> Markup:
    """Past the bar only: through a name a line makes letters look like other letters."""
    return Markup('<line class="{}" x1="{:.2f}%" x2="{:.2f}%" y1="{}" y2="{}"/>').format(
        klasse, plek, plek, boven + NAAM_HOOGTE, boven + BALK_RIJ
    )


def _tekst(x: float, y: float, tekst: str, klasse: str, *, anker: str = "start") -> Markup:
    return Markup('<text class="{}" x="{:.2f}%" y="{}" text-anchor="{}">{}</text>').format(klasse, x, y, anker, tekst)


def _kort(tekst: str) -> str:
    return tekst if len(tekst) <= LANGSTE_TEKST else tekst[: LANGSTE_TEKST - 1].rstrip() + "…"
