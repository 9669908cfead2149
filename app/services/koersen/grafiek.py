"""The figures of an indicator, and where they should go, as a chart."""

from collections.abc import Mapping, Sequence
from datetime import date

from app.domain.cijfers.indicator import Meetfrequentie, Reekssoort
from app.domain.taal.datums import toon_datum
from app.models import Indicator
from app.services.indicatoren.cijfers import Cijfer, Reekscijfers
from app.services.indicatoren.eerdere_cijfers import EerderCijfer
from app.services.koersen.doelkoers import IndicatorKoers
from app.services.koersen.ophalen import vergelijkbare_cijfers
from app.writing.grafiek.waarden import Lijngrafiek, Punt, Reeks, Streef

# More lines than this cannot be told apart; the table has them all.
MEESTE_LIJNEN = 6


def grafiek_van(
    indicator: Indicator,
    reeksen: Sequence[Reekscijfers],
    *,
    koers: IndicatorKoers | None = None,
    eerdere: Mapping[int, Sequence[EerderCijfer]] | None = None,
    peildatum: date | None = None,
) -> Lijngrafiek:
    """`koers`: of the doel whose path and streefwaarde are drawn. `eerdere`: per id of a meting."""
    getoond = sorted(reeksen, key=lambda r: (r.gebied != "", list(Reekssoort).index(r.soort)))[:MEESTE_LIJNEN]
    lijnen = [(reeks, vergelijkbare_cijfers(reeks.cijfers, indicator.frequentie)) for reeks in getoond]
    beeld = koers.beeld if koers else None
    return Lijngrafiek(
        titel=indicator.naam,
        omschrijving="",
        eenheid=indicator.eenheid,
        reeksen=tuple(Reeks(r.soort, tuple(map(_punt, cijfers)), toon_reeks(r)) for r, cijfers in lijnen if cijfers),
        eerdere=tuple(_eerdere([c for _, cijfers in lijnen for c in cijfers], eerdere or {})),
        nulmeting=_nulmeting(koers),
        streef=streef_van(koers),
        pad=beeld.verwacht_pad if beeld else (),
        peildatum=peildatum,
    )


def toon_reeks(reeks: Reekscijfers) -> str:
    """Empty for the organisatie itself: then the soort is its name. "Begroting, Provincie Groningen"."""
    soort = reeks.soort.value.capitalize()
    return f"{soort}, {reeks.gebied}" if reeks.gebied else ""


def punten_van(reeks: Reekscijfers, frequentie: Meetfrequentie) -> list[Punt]:
    """For a sparkline."""
    return [_punt(cijfer) for cijfer in vergelijkbare_cijfers(reeks.cijfers, frequentie)]


def streef_van(koers: IndicatorKoers | None) -> Streef | None:
    """What was promised, in the unit of the indicator."""
    if koers is None or (koers.beeld.doel_min is None and koers.beeld.doel_max is None):
        return None
    return Streef(koers.beeld.doel_min, koers.beeld.doel_max, koers.beeld.einde)


def _punt(cijfer: Cijfer) -> Punt:
    return Punt.van_periode(cijfer.periode, cijfer.waarde, voorlopig=cijfer.voorlopig, tekst=cijfer.tekst)


def _eerdere(cijfers: Sequence[Cijfer], eerdere: Mapping[int, Sequence[EerderCijfer]]) -> list[Punt]:
    return [
        Punt.van_periode(cijfer.periode, eerder.waarde, voorlopig=eerder.voorlopig, tekst=eerder.tekst)
        for cijfer in cijfers
        for eerder in eerdere.get(cijfer.meting_id, ())
        if eerder.waarde != cijfer.waarde or eerder.waarde is None
    ]


def _nulmeting(koers: IndicatorKoers | None) -> Punt | None:
    punt = koers.beeld.nulmeting if koers else None
    if koers is None or punt is None:
        return None
    cijfers = koers.reeks.cijfers if koers.reeks else ()
    zelfde = next((c for c in cijfers if c.periode.tot == punt.datum and c.waarde == punt.waarde), None)
    return Punt(punt.datum, punt.waarde, zelfde.periode.label if zelfde else toon_datum(punt.datum))
