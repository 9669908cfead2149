"""The overview arranged for the eye: per organisatie the probleemgebieden, per probleemgebied who does what."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from app.domain.opdrachtoverzicht import Blok, Regel
from app.domain.taal.hoeveel import hoeveel
from app.opdrachten.bereik import Bereik, Keuze
from app.opdrachten.filters import ALLEBEI
from app.opdrachten.queries import Pagina, Stand
from app.writing.nederlands import opsomming


@dataclass(frozen=True, slots=True)
class Gebied:
    """One probleemgebied with a blok for each opdrachtnemer that has something in it."""

    id: int
    blokken: tuple[Blok, ...]

    @property
    def eerste(self) -> Blok:
        return self.blokken[0]


@dataclass(frozen=True, slots=True)
class Groep:
    organisatie: str
    notitie: str
    gebieden: tuple[Gebied, ...]


def groepen_van(pagina: Pagina) -> list[Groep]:
    paren = zip(pagina.gebieden, pagina.overzicht.blokken, strict=True)
    gebieden = [
        Gebied(id_, tuple(blok for _, blok in groep)) for id_, groep in groupby(paren, key=lambda paar: paar[0])
    ]
    per_notitie = groupby(gebieden, key=lambda gebied: (gebied.eerste.organisatie, gebied.eerste.notitie))
    return [Groep(organisatie, notitie, tuple(leden)) for (organisatie, notitie), leden in per_notitie]


def tabs_van(bereik: Bereik, keuze: Keuze, pagina: Pagina, adres: Callable[[str], str]) -> list[dict[str, Any]]:
    """Each opdrachtnemer with the number of its lines, then all of them together; one opdrachtnemer needs no tabs."""
    aantallen = {wie: pagina.standen[wie].regels for wie in bereik.opdrachtnemers}
    if len(aantallen) == 1:
        return []
    per_stuk = [(wie.label, wie.value, aantal, keuze.opdrachtnemers == (wie,)) for wie, aantal in aantallen.items()]
    samen = ("Allebei", ALLEBEI, sum(aantallen.values()), keuze.opdrachtnemers == bereik.opdrachtnemers)
    return [
        {"label": label, "url": adres(waarde), "aantal": aantal, "actief": actief}
        for label, waarde, aantal, actief in [*per_stuk, samen]
    ]


def zinnen_van(keuze: Keuze, pagina: Pagina) -> list[str]:
    """What the whole choice adds up to, a sentence per opdrachtnemer; empty when there is nothing."""
    standen = {wie: pagina.standen[wie] for wie in keuze.opdrachtnemers if pagina.standen[wie].regels}
    return [f"{wie.label}: {_in_woorden(stand)}." for wie, stand in standen.items()]


def _in_woorden(stand: Stand) -> str:
    doelen = hoeveel(stand.totaal.doelen, "doel", "doelen")
    interventies = hoeveel(stand.totaal.interventies, "interventie", "interventies")
    opdrachten = hoeveel(stand.totaal.opdrachten, "opdracht", "opdrachten")
    gebieden = hoeveel(stand.blokken, "probleemgebied", "probleemgebieden")
    return f"{opsomming([doelen, interventies, opdrachten])}, in {gebieden}"


def merken_van(pagina: Pagina) -> tuple[bool, bool]:
    """Whether the legend must explain gedeeld, and whether it must explain voorbehoud."""
    regels = [regel for blok in pagina.overzicht.blokken for regel in _alle_regels(blok)]
    return any(regel.gedeeld for regel in regels), any(regel.voorbehoud for regel in regels)


def _alle_regels(blok: Blok) -> list[Regel]:
    onderdelen = [onderdeel for interventie in blok.interventies for onderdeel in interventie.onderdelen]
    return [*blok.doelen, *blok.interventies, *onderdelen]
