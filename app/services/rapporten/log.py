"""How reports, chapters and blocks are called in the logboek and in messages."""

from typing import Any

from app.domain.rapport import BLOKSOORTEN
from app.models import Onderwerp, Rapport, Rapportblok
from app.models.basis import Sessie
from app.services.logboek import Dader, schrijf


def noem_blok(blok: Rapportblok) -> str:
    """ "Grafiek 'Wachttijd'", "Voortgangstabel 'alle thema’s'"."""
    label, _ = BLOKSOORTEN[blok.soort]
    waarvan = blok.indicator.naam if blok.indicator else blok.thema.naam if blok.thema else ""
    return f"{label} '{waarvan}'" if waarvan else label


def log(session: Sessie, rapport: Rapport, zin: str, door: Dader, **velden: Any) -> None:
    """ "Rapport 2019-H1: hoofdstuk ..." """
    schrijf(
        session,
        door=door,
        over=Onderwerp.RAPPORTEN,
        organisatie_id=rapport.organisatie_id,
        omschrijving=f"Rapport {rapport.periode.code}: {zin}",
        **velden,
    )
