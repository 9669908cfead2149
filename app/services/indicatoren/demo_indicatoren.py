"""Put the demonstration indicatoren and their figures in the tables, along the same way as people do."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import select

from app.domain.cijfers.meetperiode import lees_meetperiode
from app.models import (
    Bron,
    Doel,
    Gebruiker,
    Indicator,
    Indicatorregel,
    Organisatie,
    Probleemgebied,
    Rol,
)
from app.models.basis import Sessie
from app.reading.seeds.indicatoren import (
    EigenIndicatorInvoer,
    GedeeldeIndicatorInvoer,
    GemetenInvoer,
    IndicatorenInvoer,
    KoersInvoer,
    ReeksInvoer,
)
from app.services.indicatoren.duiding_opslaan import sla_duiding_op
from app.services.indicatoren.indicator_beheren import voeg_indicator_toe
from app.services.indicatoren.metingen_opslaan import NieuweMeting, sla_metingen_op
from app.services.indicatoren.nulmeting_zetten import Plaats, zet_nulmeting
from app.services.indicatoren.regel_koppelen import koppel_regel
from app.services.koersen.oordelen import geef_oordeel
from app.services.koersen.streefpad import zet_pad
from app.services.logboek import Dader

Invoer = Mapping[Organisatie, IndicatorenInvoer]
Doelplek = tuple[str, int]
_KENMERKEN = ("naam", "eenheid", "frequentie", "definitie", "bron", "gunstig", "ondergrens", "bovengrens", "gedeeld")


@dataclass(frozen=True, slots=True)
class _Wereld:
    """Of one organisatie. `door`: in whose name it happens; `gebruikers`: id by e-mail address."""

    organisatie_id: int
    door: Dader
    gebruikers: Mapping[str, int]
    doelen: Mapping[Doelplek, Doel]
    regels: Mapping[Doelplek, Sequence[Indicatorregel]]


def laad_indicatoren(session: Sessie, invoer: Invoer) -> None:
    """All indicatoren first: figures and noemers may refer to one of another organisatie."""
    werelden = {organisatie: _wereld(session, organisatie.id) for organisatie in invoer}
    gemaakt = {
        (organisatie.slug, indicator.naam): _maak(session, indicator, werelden[organisatie])
        for organisatie, bestand in invoer.items()
        for indicator in bestand.indicatoren
    }
    for organisatie, bestand in invoer.items():
        bruikbaar = bruikbare_indicatoren(gemaakt, organisatie)
        for eigen in bestand.indicatoren:
            bruikbaar[eigen.naam].noemer = bruikbaar[eigen.noemer] if eigen.noemer else None
        for _, gemeten in bestand.gemeten:
            van = gemeten.van if isinstance(gemeten, GedeeldeIndicatorInvoer) else organisatie.slug
            _vul(session, gemaakt[van, gemeten.naam], gemeten, werelden[organisatie])
        for koers in bestand.koersen:
            _laad_koers(session, koers, werelden[organisatie])
    session.flush()


def bruikbare_indicatoren(
    indicatoren: Mapping[tuple[str, str], Indicator], organisatie: Organisatie
) -> dict[str, Indicator]:
    """By name, from those by organisatie and name; an own one goes before one that another shares."""
    gedeeld = {naam: indicator for (_, naam), indicator in indicatoren.items() if indicator.gedeeld}
    return gedeeld | {naam: indicator for (slug, naam), indicator in indicatoren.items() if slug == organisatie.slug}


def dader(session: Sessie, organisatie_id: int) -> Dader:
    """The first one who may enter figures."""
    keuze = select(Gebruiker.id).where(
        Gebruiker.organisatie_id == organisatie_id, Gebruiker.rol.in_((Rol.BELEIDSADVISEUR, Rol.RIGG))
    )
    return Dader(session.scalar(keuze.order_by(Gebruiker.id).limit(1)), Bron.OPDRACHTREGEL)


def _wereld(session: Sessie, organisatie_id: int) -> _Wereld:
    gebruikers = select(Gebruiker.email, Gebruiker.id).where(Gebruiker.organisatie_id == organisatie_id)
    doelen = (
        select(Probleemgebied.naam, Doel)
        .join(Doel, Doel.probleemgebied_id == Probleemgebied.id)
        .where(Doel.organisatie_id == organisatie_id)
    )
    plekken = {(naam, doel.nummer): doel for naam, doel in session.execute(doelen)}
    regels = select(Indicatorregel).where(Indicatorregel.organisatie_id == organisatie_id)
    per_doel: dict[int | None, list[Indicatorregel]] = {}
    for regel in session.scalars(regels.order_by(Indicatorregel.id)):
        per_doel.setdefault(regel.doel_id, []).append(regel)
    return _Wereld(
        organisatie_id,
        dader(session, organisatie_id),
        dict(session.execute(gebruikers).all()),
        plekken,
        {plek: per_doel.get(doel.id, ()) for plek, doel in plekken.items()},
    )


def _maak(session: Sessie, invoer: EigenIndicatorInvoer, wereld: _Wereld) -> Indicator:
    waarden = {naam: getattr(invoer, naam) for naam in _KENMERKEN}
    return voeg_indicator_toe(session, organisatie_id=wereld.organisatie_id, waarden=waarden, door=wereld.door)


def _vul(session: Sessie, indicator: Indicator, invoer: GemetenInvoer, wereld: _Wereld) -> None:
    for plek in invoer.regels:
        for regel in wereld.regels[plek.probleemgebied, plek.doel]:
            koppel_regel(session, regel=regel, indicator=indicator, door=wereld.door)
    eerst = [meting for reeks in invoer.reeksen for meting in _metingen(indicator, reeks)]
    sla_metingen_op(session, organisatie_id=wereld.organisatie_id, metingen=eerst, door=wereld.door)
    for reeks in invoer.reeksen:
        _zet_nulmeting(session, indicator, reeks, wereld)
        _herzie(session, indicator, reeks, wereld)
    for duiding in invoer.duidingen:
        sla_duiding_op(
            session,
            indicator=indicator,
            organisatie_id=wereld.organisatie_id,
            periode=duiding.periode,
            tekst=duiding.tekst,
            door=wereld.door,
        )


def _metingen(indicator: Indicator, reeks: ReeksInvoer) -> Iterator[NieuweMeting]:
    """As they were first entered: of a figure that was restated, what it said before."""
    eerder = {herziening.periode: herziening for herziening in reeks.herzien}
    for periode, waarde in reeks.metingen.items():
        toen = eerder.get(periode)
        voorlopig = toen.voorlopig if toen else periode in reeks.voorlopig
        yield _meting(indicator, reeks, periode, toen.eerder if toen else waarde, voorlopig)


def _meting(indicator: Indicator, reeks: ReeksInvoer, periode: str, waarde: Decimal, voorlopig: bool) -> NieuweMeting:
    return NieuweMeting(
        indicator,
        lees_meetperiode(periode),
        waarde,
        soort=reeks.soort,
        gebied=reeks.gebied,
        voorlopig=voorlopig,
        bron=reeks.bron,
        toelichting=reeks.toelichting.get(periode, ""),
    )


def _zet_nulmeting(session: Sessie, indicator: Indicator, reeks: ReeksInvoer, wereld: _Wereld) -> None:
    if reeks.nulmeting:
        plaats = Plaats(indicator, wereld.organisatie_id, reeks.gebied, reeks.soort)
        waarde = reeks.nulmeting.waarde
        zet_nulmeting(session, plaats=plaats, datum=reeks.nulmeting.datum, waarde=waarde, door=wereld.door)


def _herzie(session: Sessie, indicator: Indicator, reeks: ReeksInvoer, wereld: _Wereld) -> None:
    for herziening in reeks.herzien:
        periode = herziening.periode
        nieuw = _meting(indicator, reeks, periode, reeks.metingen[periode], periode in reeks.voorlopig)
        sla_metingen_op(
            session,
            organisatie_id=wereld.organisatie_id,
            metingen=[nieuw],
            door=wereld.door,
            reden=herziening.reden,
        )


def _laad_koers(session: Sessie, invoer: KoersInvoer, wereld: _Wereld) -> None:
    doel = wereld.doelen[invoer.probleemgebied, invoer.doel]
    pad = [(punt.datum, punt.waarde) for punt in invoer.streefpad]
    zet_pad(session, doel=doel, punten=pad, door=wereld.door)
    if oordeel := invoer.oordeel:
        wie = Dader(wereld.gebruikers[oordeel.door], Bron.OPDRACHTREGEL)
        geef_oordeel(session, doel=doel, koers=oordeel.koers, reden=oordeel.reden, door=wie)
