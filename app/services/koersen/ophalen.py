"""The koers of any number of doelen, in a fixed number of queries."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, partial

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload

from app.domain.indicator import Meetfrequentie, Reekssoort
from app.domain.koers import Koers, Koersbeeld, Meetpunt, bereken_koers, kies_nulmeting
from app.domain.koers_doel import Reden
from app.domain.structuur import Streefwaarde
from app.models import Doel, Indicator, Indicatorregel, Koersoordeel, Streefpadpunt
from app.models.basis import Sessie
from app.services.indicatoren.cijfers import Cijfer, Reekscijfers, haal_cijfers
from app.services.indicatoren.kerncijfers import Kernvraag, haal_kerncijfers
from app.services.indicatoren.kijker import Kijker
from app.services.koersen.doelkoers import DoelKoers, IndicatorKoers, Verhuld
from app.services.structuur_van import streefwaarde_van

Pad = list[tuple[date, Decimal]]
# Of which organisatie, which indicator.
Sleutel = tuple[int, int]
# In the place of a hidden figure while its date is looked at; what was computed with it is thrown away.
_ONBEKEND = Decimal(0)


@dataclass(frozen=True, slots=True)
class _Gegevens:
    """All that was fetched, by doel or by organisatie and indicator."""

    indicatoren: Mapping[int, list[Indicator]]
    reeksen: Mapping[Sleutel, Reekscijfers]
    paden: Mapping[int, Pad]
    oordelen: Mapping[int, Koersoordeel]


def koersen_van(
    session: Sessie, doelen: Sequence[Doel], *, kijker: Kijker, peildatum: date, verloop: bool = True
) -> dict[int, DoelKoers]:
    """By the id of the doel, in the order of `doelen`. At most six queries, also for a whole regio.

    Without `verloop` the series hold only the figures that the koers rests on: enough to tell it, not to draw it.
    """
    gegevens = _haal(session, doelen, kijker, None if verloop else peildatum)
    zonder_cijfers = cache(partial(_zonder_cijfers, peildatum))  # many doelen ask the same
    return {doel.id: _koers(doel, gegevens, kijker, zonder_cijfers(streefwaarde_van(doel))) for doel in doelen}


def _zonder_cijfers(peildatum: date, streefwaarde: Streefwaarde) -> Koersbeeld:
    return bereken_koers(streefwaarde=streefwaarde, nulmeting=None, metingen=(), peildatum=peildatum)


def _koers(doel: Doel, gegevens: _Gegevens, kijker: Kijker, los: Koersbeeld) -> DoelKoers:
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
    doel: Doel, indicator: Indicator, gegevens: _Gegevens, kijker: Kijker, los: Koersbeeld
) -> IndicatorKoers:
    if not kijker.ziet_cijfers(van=doel.organisatie_id, eigenaar=indicator.organisatie_id, gedeeld=indicator.gedeeld):
        return _verhul(indicator, los, None, Verhuld.NIET_GEDEELD)
    reeks = gegevens.reeksen.get((doel.organisatie_id, indicator.id))
    beeld = _bereken(los.streefwaarde, indicator, reeks, gegevens.paden.get(doel.id, ()), los.peildatum)
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
    pad: Sequence[tuple[date, Decimal]],
    peildatum: date,
) -> Koersbeeld:
    cijfers = vergelijkbare_cijfers(reeks.cijfers, indicator.frequentie) if reeks else []
    punten = [_punt(cijfer) for cijfer in cijfers]
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
    soorten = Counter(cijfer.periode.soort.value for cijfer in cijfers)
    soort = frequentie.value if frequentie.value in soorten else next(iter(soorten.most_common(1)), ("", 0))[0]
    return [cijfer for cijfer in cijfers if cijfer.periode.soort.value == soort]


def _haal(session: Sessie, doelen: Sequence[Doel], kijker: Kijker, kern_op: date | None) -> _Gegevens:
    ids = [doel.id for doel in doelen]
    indicatoren = _indicatoren(session, ids)
    gevraagd = _ids(indicatoren.values())
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
    return _Gegevens(indicatoren, _per_sleutel(reeksen), *_paden_en_oordelen(session, ids))


def _ids(lijsten: Iterable[list[Indicator]]) -> set[int]:
    return {indicator.id for lijst in lijsten for indicator in lijst}


def _indicatoren(session: Sessie, doel_ids: Sequence[int]) -> dict[int, list[Indicator]]:
    """Per doel in the order of its regels; an indicator that two regels name counts once."""
    keuze = (
        select(Indicatorregel.doel_id, Indicator)
        .join(Indicator, Indicator.id == Indicatorregel.indicator_id)
        .where(Indicatorregel.doel_id.in_(doel_ids))
        .order_by(Indicatorregel.volgorde)
    )
    uit: dict[int, list[Indicator]] = defaultdict(list)
    for doel_id, indicator in session.execute(keuze):
        if doel_id is not None and indicator not in uit[doel_id]:
            uit[doel_id].append(indicator)
    return uit


def _per_sleutel(alle: Iterable[Reekscijfers]) -> dict[Sleutel, Reekscijfers]:
    """What was measured in the gemeente itself; when there is no such series, the only one of another gebied."""
    per_sleutel: dict[Sleutel, list[Reekscijfers]] = defaultdict(list)
    for reeks in alle:
        per_sleutel[reeks.organisatie_id, reeks.indicator_id].append(reeks)
    return {sleutel: gekozen for sleutel, reeksen in per_sleutel.items() if (gekozen := _kies_reeks(reeksen))}


def _kies_reeks(reeksen: Sequence[Reekscijfers]) -> Reekscijfers | None:
    eigen = next((reeks for reeks in reeksen if reeks.gebied == ""), None)
    return eigen or (reeksen[0] if len(reeksen) == 1 else None)


def _paden_en_oordelen(session: Sessie, doel_ids: Sequence[int]) -> tuple[dict[int, Pad], dict[int, Koersoordeel]]:
    """Together: most doelen have neither."""
    keuze = (
        select(Doel.id, Streefpadpunt.datum, Streefpadpunt.waarde, Koersoordeel)
        .outerjoin(Streefpadpunt, Streefpadpunt.doel_id == Doel.id)
        .outerjoin(Koersoordeel, Koersoordeel.doel_id == Doel.id)
        .where(Doel.id.in_(doel_ids), or_(Streefpadpunt.id.is_not(None), Koersoordeel.id.is_not(None)))
        .order_by(Streefpadpunt.datum)
        .options(joinedload(Koersoordeel.gebruiker))
    )
    paden: dict[int, Pad] = defaultdict(list)
    oordelen: dict[int, Koersoordeel] = {}
    for doel_id, datum, waarde, oordeel in session.execute(keuze):
        if datum is not None:
            paden[doel_id].append((datum, waarde))
        if oordeel is not None:
            oordelen[doel_id] = oordeel
    return paden, oordelen
