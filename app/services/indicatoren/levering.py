"""A delivery of figures by a system: everything, or the good ones only, with what is wrong per figure."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.cijfers.meetwaarde import toon_meetwaarde
from app.models import Indicator
from app.models.basis import Sessie
from app.services.indicatoren.metingen_opslaan import (
    Beoordeeld,
    NieuweMeting,
    Opgeslagen,
    Uitkomst,
    sla_metingen_op,
    vergelijk_metingen,
)
from app.services.indicatoren.slot import vergrendel_indicatoren
from app.services.logboek import Dader


@dataclass(frozen=True, slots=True)
class Geleverd:
    """`bezwaren`: per place in the delivery what is wrong. `opgeslagen` is None when nothing was stored."""

    bezwaren: Mapping[int, str]
    opgeslagen: Opgeslagen | None


def neem_levering(
    session: Sessie,
    *,
    organisatie_id: int,
    indicator: Indicator,
    metingen: Mapping[int, NieuweMeting],
    alles_of_niets: bool,
    compleet: bool,
    reden: str,
    door: Dader,
    herkomst: str,
) -> Geleverd:
    """`metingen`: per place in the delivery. `compleet`: there was nothing in it that could not be read.

    A value that changes must say why. `herkomst` stands behind the reason in the logboek and in the history.
    """
    vergrendel_indicatoren(session, {indicator.id})
    beoordeeld = vergelijk_metingen(session, organisatie_id=organisatie_id, metingen=list(metingen.values()))
    bezwaren = {plek: zin for plek, b in zip(metingen, beoordeeld, strict=True) if (zin := _bezwaar(b, reden))}
    if alles_of_niets and (bezwaren or not compleet):
        return Geleverd(bezwaren, None)
    goede = [meting for plek, meting in metingen.items() if plek not in bezwaren]
    waarom = f"{reden} ({herkomst})" if reden else herkomst
    opgeslagen = sla_metingen_op(session, organisatie_id=organisatie_id, metingen=goede, door=door, reden=waarom)
    return Geleverd(bezwaren, opgeslagen)


def _bezwaar(beoordeeld: Beoordeeld, reden: str) -> str:
    """Why this one cannot be stored, or ""."""
    rij, meting = beoordeeld.rij, beoordeeld.meting
    if beoordeeld.uitkomst is not Uitkomst.GEWIJZIGD or reden or rij is None:
        return beoordeeld.zin
    oud, nieuw = (toon_meetwaarde(waarde, meting.indicator.eenheid) for waarde in (rij.waarde, meting.waarde))
    if oud == nieuw:
        return f"{meting.periode.label} is al ingevoerd en verandert: geef een reden."
    return f"{meting.periode.label} is al ingevoerd met {oud} en wordt {nieuw}: geef een reden."
