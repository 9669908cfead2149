"""A report as plain values, from what the tables hold now. Made for readers: small counts are never in it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from app.domain.cijfers.indicator import Bloksoort, Reekssoort
from app.domain.voortgang.overzicht import ThemaBeeld, VoortgangBeeld
from app.models import Duiding, Hoofdstuk, Indicator, Organisatie, Rapport, Rapportblok
from app.models.basis import Sessie
from app.services.indicatoren.cijfers import Reekscijfers, haal_cijfers
from app.services.indicatoren.eerdere_cijfers import EerderCijfer, haal_eerdere
from app.services.indicatoren.kijker import Kijker
from app.services.koersen.grafiek import grafiek_van
from app.services.rapporten.koers import Rapportkoers, koersen_per_indicator
from app.services.voortgang.beeld import beeld_uit_tabellen, peildatum_van, periode_beeld
from app.writing.documenten.rapport_beeld import (
    Deel,
    Hoofdstukbeeld,
    Indicatordeel,
    Rapportbeeld,
    Tekstdeel,
    Voortgangdeel,
)


@dataclass(frozen=True, slots=True)
class _Gegevens:
    """What the blocks are filled with, by indicator and by thema."""

    reeksen: Mapping[int, Sequence[Reekscijfers]]
    eerdere: Mapping[int, Sequence[EerderCijfer]]
    koersen: Mapping[int, Rapportkoers]
    duidingen: Mapping[int, str]
    themas: Sequence[ThemaBeeld]
    tot: date
    peildatum: date


def rapport_beeld(
    session: Sessie, rapport: Rapport, *, vandaag: date | None = None, voortgang: VoortgangBeeld | None = None
) -> Rapportbeeld:
    """In a fixed number of queries. `voortgang`: when that of the period is known already."""
    hoofdstukken = haal_hoofdstukken(session, rapport)
    gegevens = _haal(session, rapport, hoofdstukken, vandaag, voortgang)
    return Rapportbeeld(
        titel=rapport.titel,
        organisatie=session.get_one(Organisatie, rapport.organisatie_id).voluit,
        periode=periode_beeld(session, rapport.periode),
        peildatum=gegevens.peildatum,
        hoofdstukken=tuple(_hoofdstuk(hoofdstuk, gegevens) for hoofdstuk in hoofdstukken),
    )


def haal_hoofdstukken(session: Sessie, rapport: Rapport) -> Sequence[Hoofdstuk]:
    """In order, with their blocks and what those are about."""
    blokken = selectinload(Hoofdstuk.blokken)
    keuze = (
        select(Hoofdstuk)
        .where(Hoofdstuk.rapport_id == rapport.id)
        .order_by(Hoofdstuk.volgorde)
        .options(blokken.joinedload(Rapportblok.indicator), blokken.joinedload(Rapportblok.thema))
        .options(joinedload(Hoofdstuk.rapport))
    )
    return session.scalars(keuze).all()


def _haal(
    session: Sessie,
    rapport: Rapport,
    hoofdstukken: Sequence[Hoofdstuk],
    vandaag: date | None,
    voortgang: VoortgangBeeld | None,
) -> _Gegevens:
    blokken = [blok for hoofdstuk in hoofdstukken for blok in hoofdstuk.blokken]
    ids = {blok.indicator_id for blok in blokken if blok.indicator_id is not None}
    kijker = Kijker(rapport.organisatie_id, ziet_kleine=False)
    reeksen = haal_cijfers(session, kijker=kijker, indicatoren=ids, organisaties=[rapport.organisatie_id])
    periode = rapport.periode
    if voortgang is None and any(blok.soort is Bloksoort.VOORTGANG for blok in blokken):
        voortgang = beeld_uit_tabellen(session, periode, vandaag=vandaag)
    return _Gegevens(
        reeksen=_per_indicator(reeksen, periode.tot),
        eerdere=haal_eerdere(session, reeksen),
        koersen=koersen_per_indicator(session, rapport, ids, kijker=kijker),
        duidingen=duidingen_van(session, rapport, ids),
        themas=voortgang.themas if voortgang else (),
        tot=periode.tot,
        peildatum=peildatum_van(periode, vandaag),
    )


def _per_indicator(reeksen: Sequence[Reekscijfers], tot: date) -> dict[int, list[Reekscijfers]]:
    uit: dict[int, list[Reekscijfers]] = {}
    for reeks in reeksen:
        uit.setdefault(reeks.indicator_id, []).append(_tot_en_met(reeks, tot))
    return uit


def _tot_en_met(reeks: Reekscijfers, tot: date) -> Reekscijfers:
    """What could be known on the last day of the period. A year that was not over then only counts as voorlopig;
    what was budgeted or expected may go on."""
    if reeks.soort is not Reekssoort.REALISATIE:
        return reeks
    bekend = (c for c in reeks.cijfers if c.periode.tot <= tot or (c.voorlopig and c.periode.van <= tot))
    return replace(reeks, cijfers=tuple(bekend))


def duidingen_van(session: Sessie, rapport: Rapport, ids: Collection[int]) -> dict[int, str]:
    """By indicator, what was written about the period of this report."""
    keuze = select(Duiding.indicator_id, Duiding.tekst).where(
        Duiding.indicator_id.in_(ids),
        Duiding.organisatie_id == rapport.organisatie_id,
        Duiding.periode == rapport.periode.code,
    )
    return {rij.indicator_id: rij.tekst for rij in session.execute(keuze)} if ids else {}


def _hoofdstuk(hoofdstuk: Hoofdstuk, gegevens: _Gegevens) -> Hoofdstukbeeld:
    return Hoofdstukbeeld(
        hoofdstuk.titel, hoofdstuk.duiding, tuple(_deel(blok, gegevens) for blok in hoofdstuk.blokken)
    )


def _deel(blok: Rapportblok, gegevens: _Gegevens) -> Deel:
    if blok.indicator is not None:
        return _indicator(blok.indicator, blok.soort, gegevens)
    if blok.soort is Bloksoort.TEKST:
        return Tekstdeel(blok.tekst)
    themas = tuple(thema for thema in gegevens.themas if blok.thema_id in (None, thema.id))
    return Voortgangdeel(themas, blok.thema.naam if blok.thema else "")


def _indicator(indicator: Indicator, soort: Bloksoort, gegevens: _Gegevens) -> Indicatordeel:
    koers = gegevens.koersen.get(indicator.id)
    lijn = grafiek_van(
        indicator,
        gegevens.reeksen.get(indicator.id, ()),
        koers=koers.koers if koers else None,
        eerdere=gegevens.eerdere,
        peildatum=gegevens.tot,
    )
    duiding = gegevens.duidingen.get(indicator.id, "")
    return Indicatordeel(indicator.id, soort, lijn, koers.zinnen if koers else (), duiding)
