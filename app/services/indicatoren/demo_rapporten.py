"""Put the demonstration reports in the tables: chapters of blocks, per period, also of one that is closed."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select

from app.models import (
    Hoofdstuk,
    Indicator,
    Onderwerp,
    Organisatie,
    PeriodeStatus,
    Rapport,
    Rapportageperiode,
    Rapportblok,
    Thema,
)
from app.models.basis import Sessie
from app.reading.seeds.indicatoren import BlokInvoer, HoofdstukInvoer, IndicatorenInvoer, RapportInvoer
from app.services.indicatoren.demo_indicatoren import bruikbare_indicatoren, dader
from app.services.logboek import schrijf
from app.services.rapporten.bevriezen import bevries_rapport


@dataclass(frozen=True, slots=True)
class _Wereld:
    """Of one organisatie, by what the file calls them; `themas` are ids."""

    organisatie_id: int
    periodes: Mapping[str, Rapportageperiode]
    indicatoren: Mapping[str, Indicator]
    themas: Mapping[int, int]


def laad_rapporten(session: Sessie, invoer: Mapping[Organisatie, IndicatorenInvoer]) -> None:
    """The periods and the indicatoren are there already."""
    alle = {(indicator.organisatie.slug, indicator.naam): indicator for indicator in session.scalars(select(Indicator))}
    for organisatie, bestand in invoer.items():
        wereld = _wereld(session, organisatie, bruikbare_indicatoren(alle, organisatie))
        for rapport in bestand.rapporten:
            _laad(session, rapport, wereld)


def _laad(session: Sessie, invoer: RapportInvoer, wereld: _Wereld) -> None:
    """Frozen when its period is closed: that was the last thing that happened to it."""
    periode = wereld.periodes[invoer.periode]
    session.add(_rapport(invoer, wereld))
    session.flush()
    schrijf(
        session,
        door=dader(session, wereld.organisatie_id),
        over=Onderwerp.RAPPORTEN,
        organisatie_id=wereld.organisatie_id,
        omschrijving=f"Rapport over {invoer.periode} gemaakt",
    )
    if periode.status is PeriodeStatus.GESLOTEN:
        bevries_rapport(session, periode=periode)


def _wereld(session: Sessie, organisatie: Organisatie, indicatoren: Mapping[str, Indicator]) -> _Wereld:
    periodes = select(Rapportageperiode).where(Rapportageperiode.organisatie_id == organisatie.id)
    themas = select(Thema.nummer, Thema.id).where(Thema.organisatie_id == organisatie.id)
    return _Wereld(
        organisatie.id,
        {periode.code: periode for periode in session.scalars(periodes)},
        indicatoren,
        dict(session.execute(themas).all()),
    )


def _rapport(invoer: RapportInvoer, wereld: _Wereld) -> Rapport:
    return Rapport(
        organisatie_id=wereld.organisatie_id,
        periode_id=wereld.periodes[invoer.periode].id,
        titel=invoer.titel,
        hoofdstukken=[_hoofdstuk(h, plek, wereld) for plek, h in enumerate(invoer.hoofdstukken, 1)],
    )


def _hoofdstuk(invoer: HoofdstukInvoer, volgorde: int, wereld: _Wereld) -> Hoofdstuk:
    return Hoofdstuk(
        organisatie_id=wereld.organisatie_id,
        volgorde=volgorde,
        titel=invoer.titel,
        duiding=invoer.duiding,
        blokken=[_blok(blok, plek, wereld) for plek, blok in enumerate(invoer.blokken, 1)],
    )


def _blok(invoer: BlokInvoer, volgorde: int, wereld: _Wereld) -> Rapportblok:
    return Rapportblok(
        organisatie_id=wereld.organisatie_id,
        volgorde=volgorde,
        soort=invoer.soort,
        tekst=invoer.tekst,
        indicator_id=wereld.indicatoren[invoer.indicator].id if invoer.indicator else None,
        thema_id=wereld.themas[invoer.thema] if invoer.thema else None,
    )
