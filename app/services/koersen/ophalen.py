"""The koers of any number of doelen, in a fixed number of queries."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, partial

from sqlalchemy import and_, bindparam, select
from sqlalchemy.orm import joinedload

from app.domain.cijfers.indicator import Meetfrequentie, Reekssoort
from app.domain.koers.bepalen import Koers, Koersbeeld, Meetpunt, bereken_koers, kies_nulmeting
from app.domain.koers.doel import Reden
from app.domain.structuur import Streefwaarde
from app.models import Doel, Indicator, Indicatorregel, Koersoordeel, Streefpadpunt
from app.models.basis import Sessie
from app.services.indicatoren.cijfers import Cijfer, Reekscijfers, haal_cijfers
from app.services.indicatoren.kerncijfers import Kernvraag, haal_kerncijfers
from app.services.indicatoren.kijker import Kijker
from app.services.koersen.doelkoers import DoelKoers, IndicatorKoers, Verhuld
from app.services.notities.gebied_lezen import Leesdoel
from app.services.notities.structuur_van import streefwaarde_van

Pad = list[tuple[date, Decimal]]
# Of which organisatie, which indicator.
Sleutel = tuple[int, int]
# In the place of a hidden figure while its date is looked at; what was computed with it is thrown away.
_ONBEKEND = Decimal(0)


@dataclass(frozen=True, slots=True)
class _Gegevens:
    """All that was fetched, by doel or by organisatie and indicator. `punten`: of each series what can be compared."""

    indicatoren: Mapping[int, list[Indicator]]
    reeksen: Mapping[Sleutel, Reekscijfers]
    punten: Mapping[Sleutel, list[Meetpunt]]
    paden: Mapping[int, Pad]
    oordelen: Mapping[int, Koersoordeel]


def koersen_van(
    session: Sessie, doelen: Sequence[Doel | Leesdoel], *, kijker: Kijker, peildatum: date, verloop: bool = True
) -> dict[int, DoelKoers]:
    """By the id of the doel, in the order of `doelen`. At most five queries, also for a whole regio.

    Without `verloop` the series hold only the figures that the koers rests on: enough to tell it, not to draw it.
    """
    gegevens = _haal(session, doelen, kijker, None if verloop else peildatum)
    zonder_cijfers = cache(partial(_zonder_cijfers, peildatum))  # many doelen ask the same
    return {doel.id: _koers(doel, gegevens, kijker, zonder_cijfers(streefwaarde_van(doel))) for doel in doelen}


def _zonder_cijfers(peildatum: date, streefwaarde: Streefwaarde) -> Koersbeeld:
    return bereken_koers(streefwaarde=streefwaarde, nulmeting=None, metingen=(), peildatum=peildatum)


def _koers(doel: Doel | Leesdoel, gegevens: _Gegevens, kijker: Kijker, los: Koersbeeld) -> DoelKoers:
    return DoelKoers(
        doel=doel,
        los=los,
        indicatoren=tuple(
            _indicatorkoers(doel, indicator, gegevens, kijker, los)
            for indicator in gegevens.indicatoren.get(doel.id, ())
        ),
        oordeel=gegevens.oordelen.get(doel.id),
    )


def _indicatorkoers(
    doel: Doel | Leesdoel, indicator: Indicator, gegevens: _Gegevens, kijker: Kijker, los: Koersbeeld
) -> IndicatorKoers:
    if not kijker.ziet_cijfers(van=doel.organisatie_id, eigenaar=indicator.organisatie_id, gedeeld=indicator.gedeeld):
        return _verhul(indicator, los, None, Verhuld.NIET_GEDEELD)
    sleutel = (doel.organisatie_id, indicator.id)
    reeks, punten = gegevens.reeksen.get(sleutel), gegevens.punten.get(sleutel, ())
    beeld = _bereken(los.streefwaarde, indicator, reeks, punten, gegevens.paden.get(doel.id, ()), los.peildatum)
    if reeks is not None and _rust_op_verborgen(beeld, reeks):
        return _verhul(indicator, los, reeks, Verhuld.AFGESCHERMD)
    return IndicatorKoers(indicator, beeld, reeks)


def _verhul(indicator: Indicator, los: Koersbeeld, reeks: Reekscijfers | None, waarom: Verhuld) -> IndicatorKoers:
    """Without figures. What an open or kwalitatief doel has to say, needs none and is no secret."""
    if los.koers is Koers.DOEL_OPEN or los.reden is Reden.KWALITATIEF:
        return IndicatorKoers(indicator, los, reeks)
    leeg = Koersbeeld(Koers.NIET_TE_BEREKENEN, los.streefwaarde, los.peildatum, indicator.eenheid)
    return IndicatorKoers(indicator, leeg, reeks, waarom)


def _bereken(
    streefwaarde: Streefwaarde,
    indicator: Indicator,
    reeks: Reekscijfers | None,
    punten: Sequence[Meetpunt],
    pad: Sequence[tuple[date, Decimal]],
    peildatum: date,
) -> Koersbeeld:
    expliciet = _gezette_nulmeting(reeks)
    return bereken_koers(
        streefwaarde=streefwaarde,
        nulmeting=kies_nulmeting(punten, expliciet=expliciet, referentiejaar=streefwaarde.referentiejaar),
        metingen=punten,
        peildatum=peildatum,
        pad=pad,
        eenheid=indicator.eenheid,
        gunstig=indicator.gunstig,
    )


def _punt(cijfer: Cijfer) -> Meetpunt:
    waarde = _ONBEKEND if cijfer.waarde is None else cijfer.waarde
    return Meetpunt(cijfer.periode.tot, waarde, cijfer.voorlopig)


def _gezette_nulmeting(reeks: Reekscijfers | None) -> Meetpunt | None:
    if reeks is None or reeks.nulmeting is None:
        return None
    waarde = reeks.nulmeting.waarde
    return Meetpunt(reeks.nulmeting.datum, _ONBEKEND if waarde is None else waarde)


def _rust_op_verborgen(beeld: Koersbeeld, reeks: Reekscijfers) -> bool:
    """Whether the first or the last figure of the calculation is hidden. Which those are, depends on dates alone."""
    verborgen = {cijfer.periode.tot for cijfer in reeks.cijfers if cijfer.waarde is None}
    if reeks.nulmeting is not None and reeks.nulmeting.waarde is None:
        verborgen.add(reeks.nulmeting.datum)
    return any(punt is not None and punt.datum in verborgen for punt in (beeld.nulmeting, beeld.laatste))


def vergelijkbare_cijfers(cijfers: Sequence[Cijfer], frequentie: Meetfrequentie) -> list[Cijfer]:
    """Only periods of one kind: the costs of a quarter say nothing beside those of a year.

    Those of the frequentie of the indicator, and when there are none those of the kind that occurs most.
    """
    soorten = [cijfer.periode.soort.value for cijfer in cijfers]
    tellingen = Counter(soorten)
    soort = frequentie.value if frequentie.value in tellingen else next(iter(tellingen.most_common(1)), ("", 0))[0]
    return [cijfer for cijfer, zijn_soort in zip(cijfers, soorten, strict=True) if zijn_soort == soort]


def _haal(session: Sessie, doelen: Sequence[Doel | Leesdoel], kijker: Kijker, kern_op: date | None) -> _Gegevens:
    indicatoren, paden, oordelen = _bij_doelen(session, [doel.id for doel in doelen])
    gevraagd = {indicator.id: indicator.frequentie for lijst in indicatoren.values() for indicator in lijst}
    organisaties = {doel.organisatie_id for doel in doelen}
    if kern_op is None:
        reeksen = haal_cijfers(
            session,
            kijker=kijker,
            indicatoren=gevraagd,
            organisaties=organisaties,
            soorten=(Reekssoort.REALISATIE,),
        )
    else:
        jaren = {doel.referentiejaar for doel in doelen}
        reeksen = haal_kerncijfers(session, Kernvraag(kijker, gevraagd, organisaties, kern_op, jaren))
    per_sleutel = _per_sleutel(reeksen)
    punten = {sleutel: _punten(reeks, gevraagd[sleutel[1]]) for sleutel, reeks in per_sleutel.items()}
    return _Gegevens(indicatoren, per_sleutel, punten, paden, oordelen)


def _punten(reeks: Reekscijfers, frequentie: Meetfrequentie) -> list[Meetpunt]:
    return [_punt(cijfer) for cijfer in vergelijkbare_cijfers(reeks.cijfers, frequentie)]


_DOELVRAAG = (
    select(Doel.id, Indicator, Streefpadpunt.datum, Streefpadpunt.waarde, Koersoordeel)
    .outerjoin(Indicatorregel, and_(Indicatorregel.doel_id == Doel.id, Indicatorregel.indicator_id.is_not(None)))
    .outerjoin(Indicator, Indicator.id == Indicatorregel.indicator_id)
    .outerjoin(Streefpadpunt, Streefpadpunt.doel_id == Doel.id)
    .outerjoin(Koersoordeel, Koersoordeel.doel_id == Doel.id)
    .where(Doel.id.in_(bindparam("ids", expanding=True)))
    .order_by(Indicatorregel.volgorde, Streefpadpunt.datum)
    .options(joinedload(Koersoordeel.gebruiker))
)


def _bij_doelen(
    session: Sessie, doel_ids: Sequence[int]
) -> tuple[dict[int, list[Indicator]], dict[int, Pad], dict[int, Koersoordeel]]:
    """Per doel its indicatoren in the order of its regels (one that two regels name counts once), and what people said
    about its way and its koers. In one query: few doelen have many of these."""
    indicatoren: dict[int, dict[Indicator, None]] = defaultdict(dict)
    paden: dict[int, dict[date, Decimal]] = defaultdict(dict)
    oordelen: dict[int, Koersoordeel] = {}
    for doel_id, indicator, datum, waarde, oordeel in session.execute(_DOELVRAAG, {"ids": doel_ids}):
        if indicator is not None:
            indicatoren[doel_id][indicator] = None
        if datum is not None:
            paden[doel_id][datum] = waarde
        if oordeel is not None:
            oordelen[doel_id] = oordeel
    return (
        {doel_id: list(gevonden) for doel_id, gevonden in indicatoren.items()},
        {doel_id: list(punten.items()) for doel_id, punten in paden.items()},
        oordelen,
    )


def _per_sleutel(alle: Iterable[Reekscijfers]) -> dict[Sleutel, Reekscijfers]:
    """What was measured in the gemeente itself; when there is no such series, the only one of another gebied."""
    per_sleutel: dict[Sleutel, list[Reekscijfers]] = defaultdict(list)
    for reeks in alle:
        per_sleutel[reeks.organisatie_id, reeks.indicator_id].append(reeks)
    return {sleutel: gekozen for sleutel, reeksen in per_sleutel.items() if (gekozen := _kies_reeks(reeksen))}


def _kies_reeks(reeksen: Sequence[Reekscijfers]) -> Reekscijfers | None:
    eigen = next((reeks for reeks in reeksen if reeks.gebied == ""), None)
    return eigen or (reeksen[0] if len(reeksen) == 1 else None)
