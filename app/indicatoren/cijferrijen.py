"""The figures of an indicator as rows of a table: newest first, with what they said before and where they come from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from app.domain.cijfers.meetwaarde import toon_meetwaarde
from app.indicatoren.basis import toon_reeks
from app.models import Indicator, Meting, db
from app.services.indicatoren.cijfers import Cijfer, Reekscijfers
from app.services.indicatoren.eerdere_cijfers import EerderCijfer

PER_PAGINA = 16


@dataclass(frozen=True, slots=True)
class Vroeger:
    """What it said until `tot`; `waarde` in words."""

    waarde: str
    voorlopig: bool
    cijfer: EerderCijfer


@dataclass(frozen=True, slots=True)
class Rij:
    """`waarde` in words: the figure, or what stands in its place; then nothing else is told of it."""

    meting_id: int
    reeks: str
    periode: str
    waarde: str
    voorlopig: bool
    verborgen: bool
    eerdere: tuple[Vroeger, ...]
    herkomst: str


def maak_rijen(
    indicator: Indicator,
    reeksen: Sequence[Reekscijfers],
    eerdere: Mapping[int, Sequence[EerderCijfer]],
    *,
    pagina: int,
) -> list[Rij]:
    """Of this page. One query, for where the figures come from."""
    alle = sorted(
        ((cijfer, reeks) for reeks in reeksen for cijfer in reeks.cijfers),
        key=lambda paar: (paar[0].periode.van, paar[0].periode.tot, -paar[1].id),
        reverse=True,
    )
    getoond = alle[(pagina - 1) * PER_PAGINA : pagina * PER_PAGINA]
    herkomst = _herkomst([cijfer.meting_id for cijfer, _ in getoond])
    return [
        _rij(indicator, cijfer, reeks, eerdere.get(cijfer.meting_id, ()), herkomst[cijfer.meting_id])
        for cijfer, reeks in getoond
    ]


def aantal_cijfers(reeksen: Sequence[Reekscijfers]) -> int:
    return sum(len(reeks.cijfers) for reeks in reeksen)


def _rij(
    indicator: Indicator, cijfer: Cijfer, reeks: Reekscijfers, eerdere: Sequence[EerderCijfer], herkomst: str
) -> Rij:
    verborgen = cijfer.waarde is None
    return Rij(
        meting_id=cijfer.meting_id,
        reeks=toon_reeks(reeks.gebied, reeks.soort),
        periode=cijfer.periode.label,
        waarde=cijfer.tekst if cijfer.waarde is None else toon_meetwaarde(cijfer.waarde, indicator.eenheid),
        voorlopig=cijfer.voorlopig,
        verborgen=verborgen,
        eerdere=tuple(_vroeger(indicator, eerder) for eerder in eerdere),
        herkomst="" if verborgen else herkomst,
    )


def _vroeger(indicator: Indicator, eerder: EerderCijfer) -> Vroeger:
    waarde = eerder.tekst if eerder.waarde is None else toon_meetwaarde(eerder.waarde, indicator.eenheid)
    return Vroeger(waarde, eerder.voorlopig, eerder)


def _herkomst(metingen: Sequence[int]) -> dict[int, str]:
    keuze = select(Meting.id, Meting.bron, Meting.toelichting).where(Meting.id.in_(metingen))
    return {id_: ". ".join(filter(None, (bron, toelichting))) for id_, bron, toelichting in db.session.execute(keuze)}
