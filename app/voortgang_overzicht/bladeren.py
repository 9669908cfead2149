"""Which part of the overview goes on this page; the figures on it are always of the whole choice."""

from dataclasses import dataclass
from typing import Any

from flask import request

from app.domain.voortgang.overzicht import VoortgangBeeld
from app.services.voortgang.beeld_licht import Leesbeeld, alleen_maatregelen
from app.voortgang_overzicht.blokken import Aandachtspunt, aandachtspunten
from app.web.bladeren import HOOGSTE, blad, paginanummer

MAATREGELEN_PER_PAGINA = 50
PUNTEN_PER_PAGINA = 20  # that ask attention
NAMEN = 25  # in a list that only says which there are
PAGINA, AANDACHT = "pagina", "aandacht"


@dataclass(frozen=True, slots=True)
class Bladzijde:
    """Of a list of `totaal`: the `nummer`th of `aantal` pages, with `van` up to but not including `tot`, from 0."""

    totaal: int
    nummer: int
    aantal: int
    van: int
    tot: int

    @property
    def eerste(self) -> bool:
        return self.nummer == 1


@dataclass(frozen=True, slots=True)
class Bladen:
    """What the address asks for. `alles`: everything on one page, to print."""

    pagina: int = 1
    aandacht: int = 1
    alles: bool = False

    def adres(self, *, pagina: int | None = None, aandacht: int | None = None) -> dict[str, Any]:
        """As parts of an address, with one of the two on another page."""
        delen = {PAGINA: pagina or self.pagina, AANDACHT: aandacht or self.aandacht}
        return {naam: nummer for naam, nummer in delen.items() if nummer > 1}


@dataclass(frozen=True, slots=True)
class Opengeslagen:
    """The maatregelen and the points of attention on this page, complete, and which part of all of them that is."""

    beeld: VoortgangBeeld
    blad: Bladzijde
    aandacht: list[Aandachtspunt]
    aandachtblad: Bladzijde


def lees_bladen() -> Bladen:
    return Bladen(_nummer(PAGINA), _nummer(AANDACHT), request.args.get("alles") == "1")


def bladzijde(totaal: int, nummer: int, per_pagina: int) -> Bladzijde:
    """A page beyond the last one gives the last one."""
    per_pagina = max(per_pagina, 1)
    nummer, aantal = blad(totaal, per_pagina, nummer)
    van = (nummer - 1) * per_pagina
    return Bladzijde(totaal, nummer, aantal, van, min(van + per_pagina, totaal))


def sla_open(boek: Leesbeeld, gekozen: VoortgangBeeld, bladen: Bladen) -> Opengeslagen:
    """Of `gekozen`, a part of `boek.licht`, only what is on this page is read completely, and in one go.

    What asks attention stands on the first page only, the most serious first; it has pages of its own.
    """
    alle, punten = gekozen.maatregelen, aandachtspunten(gekozen)
    blad = bladzijde(len(alle), bladen.pagina, len(alle) if bladen.alles else MAATREGELEN_PER_PAGINA)
    puntblad = bladzijde(len(punten), bladen.aandacht, len(punten) if bladen.alles else PUNTEN_PER_PAGINA)
    getoond = punten[puntblad.van : puntblad.tot] if blad.eerste else []
    op_blad = {maatregel.id for maatregel in alle[blad.van : blad.tot]}
    volledig = boek.volledig(gekozen, op_blad | {punt.maatregel.id for punt in getoond})
    ids = {punt.regel.id for punt in getoond}
    return Opengeslagen(
        beeld=alleen_maatregelen(volledig, op_blad),
        blad=blad,
        aandacht=[punt for punt in aandachtspunten(volledig) if punt.regel.id in ids],
        aandachtblad=puntblad,
    )


def _nummer(naam: str) -> int:
    """Here nonsense, also a number that is far too large, gives the first page: it begins with what asks attention."""
    nummer = paginanummer(naam)
    return nummer if nummer < HOOGSTE else 1
