"""How an indicator stands, for a report: held against the first doel of the notitie in force that it measures."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select

from app.models import Doel, Indicatorregel, Probleemgebied, Rapport
from app.models.basis import Sessie
from app.services.indicatoren.kijker import Kijker
from app.services.koersen.doelkoers import DoelKoers, IndicatorKoers
from app.services.koersen.ophalen import koersen_van
from app.services.rapporten.beginnen import geldende_notitie


@dataclass(frozen=True, slots=True)
class Rapportkoers:
    """`zinnen`: what the doel promises and how far it is; and what the manager says, when that is something else."""

    koers: IndicatorKoers
    zinnen: tuple[str, ...]


def koersen_per_indicator(
    session: Sessie, rapport: Rapport, ids: Collection[int], *, kijker: Kijker
) -> dict[int, Rapportkoers]:
    """As of the last day of the period: a report says how it stood then."""
    doelen = _doelen(session, rapport.organisatie_id, ids) if ids else []
    uit: dict[int, Rapportkoers] = {}
    for doelkoers in koersen_van(session, doelen, kijker=kijker, peildatum=rapport.periode.tot).values():
        for koers in doelkoers.indicatoren:
            uit.setdefault(koers.indicator.id, Rapportkoers(koers, tuple(_zinnen(doelkoers, koers))))
    return uit


def _doelen(session: Sessie, organisatie_id: int, ids: Collection[int]) -> list[Doel]:
    keuze = (
        select(Doel)
        .join(Probleemgebied, Probleemgebied.id == Doel.probleemgebied_id)
        .where(Probleemgebied.notitie_id == geldende_notitie(session, organisatie_id))
        .where(Doel.id.in_(select(Indicatorregel.doel_id).where(Indicatorregel.indicator_id.in_(ids))))
        .order_by(Probleemgebied.volgorde, Doel.nummer)
    )
    return list(session.scalars(keuze))


def _zinnen(doelkoers: DoelKoers, koers: IndicatorKoers) -> list[str]:
    doel, oordeel = doelkoers.doel, doelkoers.oordeel
    zinnen = [f"Doel {doel.nummer}: {_met_punt(doel.tekst)} Koers: {koers.beeld.koers.value}. {koers.zin}"]
    if oordeel and oordeel.koers is not koers.beeld.koers:
        wie = f" door {oordeel.gebruiker.naam}" if oordeel.gebruiker else ""
        zinnen.append(f"Beoordeeld{wie} als {oordeel.koers.value}: {_met_punt(oordeel.reden)}")
    return zinnen


def _met_punt(tekst: str) -> str:
    regel = " ".join(tekst.split())
    return regel if regel.endswith((".", "!", "?")) else f"{regel}."
