"""The lines of a plain text: where each stands, how much room there is above it, and what Markdown says of it."""

import re
from dataclasses import dataclass

_KOP = re.compile(r"(#{1,6})\s+(?=\S)")
_KOP_EINDE = re.compile(r"\s+#+\s*$")
_ONDERSTREEPT = re.compile(r"\s*(=+|-+|~+)\s*")
_VET = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_SCHUIN = re.compile(r"(?<![\w*])(\*|_)(?=[^\s*_])([^*_]+?)(?<=\S)\1(?![\w*])")
_STREEP = re.compile(r"\s*(?:[-=_*~─━═—–]\s?){3,}\s*")
_LOS_MERK = re.compile(r"\s*(?:[•·▪■□●○◦‣➢→\uf000-\uf0ff]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s*")
_RASTER = re.compile(r"\s*[|+](?:[-=:+|\s]*[-=][-=:+|\s]*)[|+]?\s*")
_AANHALING = re.compile(r"^>\s?")
MEESTE_KOP = 120
DUBBEL = 0.8  # of the lines have an empty line above them: then that says nothing


@dataclass(slots=True)
class Tekstregel:
    """`tekst`: as it stood, tabs and room in front included. `wit`: empty lines above. `kop`: 1 to 6 in Markdown.

    `streep`: a ruled line. `na_rand`: the margin of a page came in between. `cellen`: of a table drawn with bars.
    `los`: every line of this text has an empty line above it, so that says nothing of where a paragraph begins.
    """

    nummer: int
    blad: int
    tekst: str
    wit: int = 0
    kop: int | None = None
    vet: bool = False
    streep: bool = False
    na_rand: bool = False
    cellen: list[str] | None = None
    los: bool = False

    @property
    def kaal(self) -> str:
        return " ".join(self.tekst.split())

    @property
    def inspring(self) -> int:
        breed = self.tekst.expandtabs()
        return len(breed) - len(breed.lstrip())


def lees_regels(regels: list[str]) -> list[Tekstregel]:
    """Only those with text in them; a form feed begins a page."""
    uit: list[Tekstregel] = []
    blad, wit = 1, 0
    for nummer, regel in enumerate(regels, start=1):
        for plek, deel in enumerate(regel.split("\f")):
            if plek:
                blad, wit = blad + 1, 0
            if deel.strip():
                uit.append(Tekstregel(nummer, blad, deel.rstrip(), wit))
                wit = 0
            elif not plek:
                wit += 1
    _enkel(uit)
    return _met_koppen(_met_merken(uit))


def _enkel(regels: list[Tekstregel]) -> None:
    """Between lines that all stand apart, only what is more than usual is an empty line."""
    apart = sum(regel.wit > 0 for regel in regels[1:])
    if apart <= DUBBEL * (len(regels) - 1):
        return
    for regel in regels:
        regel.wit = max(regel.wit - 1, 0) // 2
        regel.los = True


def _met_merken(regels: list[Tekstregel]) -> list[Tekstregel]:
    """A bullet or a number on a line of its own stands before the text on the next line."""
    uit: list[Tekstregel] = []
    for regel in regels:
        vorige = uit[-1] if uit else None
        if vorige is not None and vorige.blad == regel.blad and _LOS_MERK.fullmatch(vorige.tekst):
            vorige.tekst = f"{vorige.tekst.rstrip()} {regel.kaal}"
        else:
            uit.append(regel)
    return uit


def _met_koppen(regels: list[Tekstregel]) -> list[Tekstregel]:
    uit: list[Tekstregel] = []
    for regel in regels:
        onder = _ONDERSTREEPT.fullmatch(regel.tekst)
        if onder and uit and not regel.wit and _kan_kop_zijn(uit[-1], len(onder[1])):
            uit[-1].kop = 1 if onder[1][0] == "=" else 2
            continue
        if _RASTER.fullmatch(regel.tekst):
            regel.cellen = []
        elif _STREEP.fullmatch(regel.tekst):
            regel.streep = True
        elif _is_tabelregel(regel.tekst):
            regel.cellen = _cellen(regel.tekst)
        else:
            _lees_markdown(regel)
        uit.append(regel)
    return uit


def _is_tabelregel(tekst: str) -> bool:
    kaal = tekst.strip()
    return kaal.startswith("|") and kaal.count("|") > 2


def _cellen(tekst: str) -> list[str]:
    kaal = tekst.strip().removeprefix("|").removesuffix("|")
    return [_SCHUIN.sub(r"\2", _VET.sub(r"\2", cel.strip())) for cel in kaal.split("|")]


def _kan_kop_zijn(boven: Tekstregel, lengte: int) -> bool:
    return not boven.streep and len(boven.kaal) <= MEESTE_KOP and abs(lengte - len(boven.kaal)) <= 4 and lengte > 2


def _lees_markdown(regel: Tekstregel) -> None:
    regel.tekst = _AANHALING.sub("", regel.tekst)
    if gevonden := _KOP.match(regel.tekst):
        regel.kop = len(gevonden[1])
        regel.tekst = _KOP_EINDE.sub("", regel.tekst[gevonden.end() :])
    kaal = regel.tekst.strip()
    heel = _VET.fullmatch(kaal)
    regel.vet = heel is not None and heel[1] not in heel[2]
    regel.tekst = _SCHUIN.sub(r"\2", _VET.sub(r"\2", regel.tekst))
