"""Figures that want in, beside what is there: new, changed, the same, or impossible. Changes nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from sqlalchemy import select, tuple_

from app.domain.cijfers.indicator import Reekssoort
from app.domain.cijfers.meetperiode import Meetperiode
from app.domain.cijfers.meetwaarde import OngeldigeWaarde, controleer_waarde, toon_meetwaarde
from app.models import Indicator, Meting, Reeks
from app.models.basis import Sessie

# A database takes only so many parameters in one question.
PER_VRAAG = 300

Ding = TypeVar("Ding")


class Uitkomst(StrEnum):
    NIEUW = "nieuw"
    GEWIJZIGD = "gewijzigd"
    GELIJK = "gelijk"
    FOUT = "fout"


@dataclass(frozen=True, slots=True)
class NieuweMeting:
    """One figure to store. `gebied` "" is the organisatie itself; `plek` is its line or place in what came in."""

    indicator: Indicator
    periode: Meetperiode
    waarde: Decimal
    soort: Reekssoort = Reekssoort.REALISATIE
    gebied: str = ""
    voorlopig: bool = False
    bron: str = ""
    toelichting: str = ""
    plek: int = 0


@dataclass(frozen=True, slots=True)
class Beoordeeld:
    """`rij`: the row of the table, when there is one, and `oud` what it said. `zin`: what is wrong, for FOUT."""

    meting: NieuweMeting
    uitkomst: Uitkomst
    rij: Meting | None = None
    oud: Decimal | None = None
    zin: str = ""


Reekssleutel = tuple[int, str, Reekssoort]
Cel = tuple[int, str, Reekssoort, date, date]


def vergelijk_metingen(
    session: Sessie, *, organisatie_id: int, metingen: Sequence[NieuweMeting]
) -> tuple[Beoordeeld, ...]:
    """One judgement per meting, in the same order. Of a cell that comes twice with other values both are wrong."""
    reeksen = zoek_reeksen(session, organisatie_id, metingen)
    huidig = _huidige(session, reeksen, metingen)
    per_cel: dict[Cel, list[NieuweMeting]] = {}
    for meting in metingen:
        per_cel.setdefault(_cel(meting), []).append(meting)
    return tuple(_beoordeel(meting, huidig.get(_cel(meting)), per_cel[_cel(meting)]) for meting in metingen)


def sleutel(meting: NieuweMeting) -> Reekssleutel:
    return meting.indicator.id, meting.gebied, meting.soort


def zoek_reeksen(session: Sessie, organisatie_id: int, metingen: Sequence[NieuweMeting]) -> dict[Reekssleutel, Reeks]:
    ids = {meting.indicator.id for meting in metingen}
    keuze = select(Reeks).where(Reeks.organisatie_id == organisatie_id, Reeks.indicator_id.in_(ids))
    return {(reeks.indicator_id, reeks.gebied, reeks.soort): reeks for reeks in session.scalars(keuze)}


def _beoordeel(meting: NieuweMeting, rij: Meting | None, zelfde_cel: Sequence[NieuweMeting]) -> Beoordeeld:
    oud = rij.waarde if rij is not None else None
    if zin := _bezwaar(meting, zelfde_cel):
        return Beoordeeld(meting, Uitkomst.FOUT, rij, oud, zin)
    if zelfde_cel[0] is not meting:  # once is enough
        return Beoordeeld(meting, Uitkomst.GELIJK, rij, oud)
    if rij is None:
        return Beoordeeld(meting, Uitkomst.NIEUW)
    return Beoordeeld(meting, Uitkomst.GELIJK if _zelfde(meting, rij) else Uitkomst.GEWIJZIGD, rij, oud)


def _bezwaar(meting: NieuweMeting, zelfde_cel: Sequence[NieuweMeting]) -> str:
    indicator = meting.indicator
    try:
        controleer_waarde(meting.waarde, indicator.eenheid, minimum=indicator.ondergrens, maximum=indicator.bovengrens)
    except OngeldigeWaarde as fout:
        return str(fout)
    return _dubbel(zelfde_cel)


def _dubbel(zelfde_cel: Sequence[NieuweMeting]) -> str:
    """Twice the same figure is harmless. Of two other ones nobody knows which is right."""
    eerste = zelfde_cel[0]
    ander = next((m for m in zelfde_cel if (m.waarde, m.voorlopig) != (eerste.waarde, eerste.voorlopig)), None)
    if ander is None:
        return ""
    return f"{eerste.periode.label} staat er twee keer, met {_waar(eerste)} en met {_waar(ander)}."


def _waar(meting: NieuweMeting) -> str:
    waarde = toon_meetwaarde(meting.waarde, meting.indicator.eenheid)
    return f"{waarde}{' (voorlopig)' if meting.voorlopig else ''}{f' (regel {meting.plek})' if meting.plek else ''}"


def _zelfde(meting: NieuweMeting, oud: Meting) -> bool:
    """An empty bron or toelichting says nothing, and so changes nothing."""
    return (
        (oud.waarde, oud.voorlopig) == (meting.waarde, meting.voorlopig)
        and meting.bron in ("", oud.bron)
        and meting.toelichting in ("", oud.toelichting)
    )


def _cel(meting: NieuweMeting) -> Cel:
    return *sleutel(meting), meting.periode.van, meting.periode.tot


def _huidige(
    session: Sessie, reeksen: dict[Reekssleutel, Reeks], metingen: Sequence[NieuweMeting]
) -> dict[Cel, Meting]:
    """As the tables say now, also where this session had read them before."""
    per_id = {reeks.id: wat for wat, reeks in reeksen.items()}
    uit: dict[Cel, Meting] = {}
    for deel in in_delen(_plekken(reeksen, metingen)):
        keuze = select(Meting).where(tuple_(Meting.reeks_id, Meting.van, Meting.tot).in_(deel))
        rijen = session.scalars(keuze, execution_options={"populate_existing": True})
        uit |= {(*per_id[rij.reeks_id], rij.van, rij.tot): rij for rij in rijen}
    return uit


def _plekken(reeksen: dict[Reekssleutel, Reeks], metingen: Sequence[NieuweMeting]) -> list[tuple[int, date, date]]:
    bekend = (m for m in metingen if sleutel(m) in reeksen)
    return sorted({(reeksen[sleutel(m)].id, m.periode.van, m.periode.tot) for m in bekend})


def in_delen(rijen: Sequence[Ding]) -> Iterator[Sequence[Ding]]:
    """In pieces that one question can name."""
    return (rijen[begin : begin + PER_VRAAG] for begin in range(0, len(rijen), PER_VRAAG))
