"""What the grid shows: which periods, which series, which indicatoren. All of it stands in the address."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from flask import request

from app.domain.cijfers.indicator import Meetfrequentie, Reekssoort
from app.domain.cijfers.meetperiode import Meetperiode, OngeldigeMeetperiode
from app.domain.taal.datums import vandaag
from app.indicatoren import rooster_queries
from app.indicatoren.basis import lees_gebied, lees_soort
from app.indicatoren.periodes import (
    frequentie_van,
    lees_periodes,
    toon_periodes,
    volgende_periode,
    vorige_tot,
    vul_uit,
)
from app.web.adressen import lees_sleutel
from app.web.bladeren import paginanummer

# What the columns can be; what is measured every week or day comes from a file.
FREQUENTIES = (Meetfrequentie.JAAR, Meetfrequentie.HALFJAAR, Meetfrequentie.KWARTAAL, Meetfrequentie.MAAND)
MEESTE_KOLOMMEN = 40
# Every cell is a field, and a form holds only so many of those.
MEESTE_CELLEN = 2_000
CELLEN_PER_PAGINA = 600
KOLOMMEN_VANZELF = 5


@dataclass(frozen=True, slots=True)
class Keuze:
    """`alle`: also the indicatoren that are measured more or less often than the columns."""

    periodes: tuple[Meetperiode, ...]
    soort: Reekssoort = Reekssoort.REALISATIE
    gebied: str = ""
    probleemgebied: int | None = None
    alle: bool = False
    pagina: int = 1
    bezwaar: str = ""

    @property
    def frequentie(self) -> Meetfrequentie:
        return frequentie_van(self.periodes)

    @property
    def rijen_per_pagina(self) -> int:
        return max(10, min(50, CELLEN_PER_PAGINA // len(self.periodes)))

    def in_adres(self, **anders: Any) -> dict[str, Any]:
        """As arguments for url_for; what is as usual stays out of the address."""
        keuze = replace(self, **anders)
        return {
            "periodes": toon_periodes(keuze.periodes),
            "soort": None if keuze.soort is Reekssoort.REALISATIE else keuze.soort.value,
            "gebied": keuze.gebied or None,
            "probleemgebied": keuze.probleemgebied,
            "alle": "ja" if keuze.alle else None,
            "pagina": keuze.pagina if keuze.pagina > 1 else None,
        }


def lees_keuze() -> Keuze:
    """From the address; what cannot be read is said in `bezwaar`, and the usual columns are shown."""
    soort, gebied = lees_soort(), lees_gebied(request.args.get("gebied"))
    periodes, bezwaar = _periodes(gebied, soort)
    return Keuze(
        periodes=tuple(periodes),
        soort=soort,
        gebied=gebied,
        probleemgebied=request.args.get("probleemgebied", type=lees_sleutel),
        alle=request.args.get("alle") == "ja",
        pagina=paginanummer(),
        bezwaar=bezwaar,
    )


def _periodes(gebied: str, soort: Reekssoort) -> tuple[Sequence[Meetperiode], str]:
    try:
        if gevraagd := _gevraagd():
            return gevraagd, ""
    except OngeldigeMeetperiode as fout:
        return _vanzelf(gebied, soort), str(fout)
    return _vanzelf(gebied, soort), ""


def _gevraagd() -> list[Meetperiode]:
    """`periodes=2018..2022`, or what the form above the grid sends: frequentie, van and tot."""
    if van := request.args.get("van", ""):
        return vul_uit(van, request.args.get("tot", ""), _frequentie(), MEESTE_KOLOMMEN)
    return lees_periodes(request.args.get("periodes", ""), MEESTE_KOLOMMEN)


def _frequentie() -> Meetfrequentie:
    code = request.args.get("frequentie", "")
    return Meetfrequentie(code) if code in set(FREQUENTIES) else Meetfrequentie.JAAR


def _vanzelf(gebied: str, soort: Reekssoort) -> Sequence[Meetperiode]:
    """The one that is due next, with those before it."""
    laatste = rooster_queries.laatste_periode(gebied, soort)
    frequentie = frequentie_van([laatste]) if laatste else _frequentie()
    eind = volgende_periode(frequentie if frequentie in FREQUENTIES else Meetfrequentie.MAAND, laatste, vandaag())
    return vorige_tot(eind, KOLOMMEN_VANZELF)
