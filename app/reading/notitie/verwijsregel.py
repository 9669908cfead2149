"""Recognises "Realiseren doelen: 1, 2" and "Uitvoeren van interventies 1 t/m 4" among the lines of an opdracht."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from app.domain.notitie.verwijzingen import lees_verwijzingen
from app.domain.structuur import Verwijzing

_WERKWOORD = (
    r"(?:het\s+|(?:uit\s+)?te\s+)?(?:realiseren|voeren|realisatie|realiseert|uitvoeren|uitvoering|uitvoert|behalen|bereiken|halen|oppakken"
    r"|verantwoordelijk\s+voor)\b\s*(?:van\b|voor\b)?\s*(?:de\b)?\s*"
)
_DOEL = r"doel(?:en|stelling(?:en)?)?"
_INTERVENTIE = r"(?:interventie|beheersmaatregel|maatregel|actie)(?:s|en)?"
_WAARDE = r"(?=[DI]?[\d(]|alle\b|geen\b|n\.?v\.?t|niet\s+van\s+toepassing|-\s*$|$)"
_AANHEF = re.compile(
    rf"(?P<werkwoord>{_WERKWOORD})?(?P<alle>alle\s+)?\b(?:(?P<doel>{_DOEL})|(?P<interventie>{_INTERVENTIE}))\b"
    rf"\s*(?:nummers?\b|nrs?\b\.?)?\s*[:.–-]?\s*{_WAARDE}",
    re.IGNORECASE,
)
_OVERGANG = re.compile(r"[\s,;.]*(?:\ben\b|\s[-–])?[\s,;.]*$", re.IGNORECASE)


@dataclass(slots=True)
class Verwijsregel:
    """`doelen`/`interventies` are None when the line does not speak of them. `rest`: what was not understood."""

    doelen: list[Verwijzing] | None = None
    interventies: list[Verwijzing] | None = None
    rest: list[str] = field(default_factory=list)

    @property
    def leeg(self) -> bool:
        return not self.doelen and not self.interventies


def begint_verwijzing(tekst: str) -> bool:
    return _AANHEF.match(tekst.strip()) is not None


def noemt_nummers(tekst: str) -> bool:
    """ "Interventies (1, 2)" names numbers; "Interventies" and "Interventies (lokaal)" do not."""
    return begint_verwijzing(tekst) and any(map(str.isdigit, tekst))


def lees_verwijsregel(tekst: str, doelen: Iterable[int] = (), interventies: Iterable[int] = ()) -> Verwijsregel | None:
    """None when the line is no list of numbers but a sentence of its own."""
    tekst = tekst.strip()
    delen = list(_AANHEF.finditer(tekst))
    if not delen or delen[0].start() != 0:
        return None
    regel = Verwijsregel()
    for deel, einde in zip(delen, [*(d.start() for d in delen[1:]), len(tekst)], strict=True):
        _lees_deel(regel, deel, _OVERGANG.sub("", tekst[deel.end() : einde]), list(doelen), list(interventies))
    zin = any(rest.strip("* ") for rest in regel.rest) and not _kondigt_aan(delen[0])
    if regel.rest and (regel.leeg or zin):
        return None
    return regel


def _kondigt_aan(deel: re.Match[str]) -> bool:
    """ "Uitvoeren interventies 2 ..." and "Interventies: 2 ..." name numbers; "Doelen 1 en 2 afstemmen" does not."""
    return deel.group("werkwoord") is not None or ":" in deel.group()


def _lees_deel(
    regel: Verwijsregel, deel: re.Match[str], nummers: str, doelen: list[int], interventies: list[int]
) -> None:
    over_doelen = deel.group("doel") is not None
    bestaande = doelen if over_doelen else interventies
    if deel.group("alle"):
        gevonden, rest = lees_verwijzingen("alle", bestaande)
        rest = " ".join(filter(None, (rest, nummers.strip(" .;,"))))
    else:
        gevonden, rest = lees_verwijzingen(nummers, bestaande)
    if rest:
        regel.rest.append(rest)
    if over_doelen:
        regel.doelen = (regel.doelen or []) + gevonden
    else:
        regel.interventies = (regel.interventies or []) + gevonden
