"""The koers of a doel as pictures in a page: a line in a list, a small chart, a large one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from app.services.koersen.doelkoers import DoelKoers, IndicatorKoers
from app.services.koersen.grafiek import grafiek_van, punten_van, streef_van
from app.writing.document import Tabel
from app.writing.grafiek.lijn import klein, op_pagina
from app.writing.grafiek.sparkline import sparkline
from app.writing.grafiek.tabel import cijfertabel


@dataclass(frozen=True, slots=True)
class KleineGrafiek:
    """`doelkoers`: of the first doel that the indicator measures."""

    koers: IndicatorKoers
    doelkoers: DoelKoers
    svg: Markup


def lijntje(koers: DoelKoers) -> Markup:
    """Of the leading indicator; empty when nothing of it was measured."""
    leidend = koers.leidend
    if leidend is None or leidend.reeks is None:
        return Markup("")
    punten = punten_van(leidend.reeks, leidend.indicator.frequentie)
    return sparkline(punten, streef=streef_van(leidend), eenheid=leidend.indicator.eenheid)


def kleine_grafieken(koersen: Iterable[DoelKoers]) -> list[KleineGrafiek]:
    """Of every indicator with figures that measures one of these doelen, once, in their order."""
    per_indicator: dict[int, KleineGrafiek] = {}
    for doelkoers in koersen:
        for koers in doelkoers.indicatoren:
            id_ = koers.indicator.id
            if id_ not in per_indicator and koers.reeks is not None and koers.reeks.cijfers:
                grafiek = grafiek_van(koers.indicator, [koers.reeks], koers=koers)
                per_indicator[id_] = KleineGrafiek(koers, doelkoers, klein(grafiek, id_=f"klein-{id_}"))
    return list(per_indicator.values())


def grote_grafiek(koers: IndicatorKoers, *, id_: str, peildatum: date) -> tuple[Markup, Tabel]:
    """The chart, and the same figures to read."""
    grafiek = grafiek_van(koers.indicator, [koers.reeks] if koers.reeks else [], koers=koers, peildatum=peildatum)
    return op_pagina(grafiek, id_=id_), cijfertabel(grafiek)
