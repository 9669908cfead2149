"""Figures in: what is new, changed, the same or cannot be, and then into the tables.

For a screen or a request with at most some thousands of figures; a large file goes by way of its own table.
A value that changes keeps what it was, with who, when and why.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.domain.cijfers.indicator import Reekssoort
from app.domain.taal.getallen import toon_getal
from app.models import EerdereMeting, Meting, Onderwerp, Reeks
from app.models.basis import Sessie
from app.services.indicatoren.metingen_vergelijken import (
    PER_VRAAG,
    Beoordeeld,
    NieuweMeting,
    Reekssleutel,
    Uitkomst,
    sleutel,
    vergelijk_metingen,
    zoek_reeksen,
)
from app.services.indicatoren.rijen import eerder, voeg_rijen_toe, werk_metingen_bij
from app.services.indicatoren.slot import vergrendel_indicatoren
from app.services.logboek import Dader, schrijf

__all__ = [
    "PER_VRAAG",
    "Beoordeeld",
    "NieuweMeting",
    "Opgeslagen",
    "Uitkomst",
    "in_logboek",
    "sla_metingen_op",
    "stel_bij",
    "vergelijk_metingen",
]


@dataclass(frozen=True, slots=True)
class Opgeslagen:
    """`nieuw`: the rows that were added. `gewijzigd`: the rows that changed, each with what it said before."""

    beoordeeld: tuple[Beoordeeld, ...] = ()
    nieuw: tuple[Meting, ...] = ()
    gewijzigd: tuple[tuple[Meting, EerdereMeting], ...] = ()

    def aantal(self, uitkomst: Uitkomst) -> int:
        return sum(b.uitkomst is uitkomst for b in self.beoordeeld)

    @property
    def fouten(self) -> list[Beoordeeld]:
        return [b for b in self.beoordeeld if b.uitkomst is Uitkomst.FOUT]


def sla_metingen_op(
    session: Sessie, *, organisatie_id: int, metingen: Sequence[NieuweMeting], door: Dader, reden: str = ""
) -> Opgeslagen:
    """Stores what is new or changed and passes over what is the same or cannot be.

    Whoever wants all or nothing asks `vergelijk_metingen` first, or rolls back. Flushes and writes the logboek.
    """
    vergrendel_indicatoren(session, {meting.indicator.id for meting in metingen})
    beoordeeld = vergelijk_metingen(session, organisatie_id=organisatie_id, metingen=metingen)
    _log(session, organisatie_id, beoordeeld, door, reden)
    nieuw = _voeg_toe(session, organisatie_id, [b.meting for b in beoordeeld if b.uitkomst is Uitkomst.NIEUW])
    anders = [(b.rij, b.meting) for b in beoordeeld if b.uitkomst is Uitkomst.GEWIJZIGD and b.rij is not None]
    gewijzigd = stel_bij(session, [(rij, _stand(rij, meting)) for rij, meting in anders], door=door, reden=reden)
    session.flush()
    return Opgeslagen(beoordeeld, nieuw, gewijzigd)


def stel_bij(
    session: Sessie, nieuw: Sequence[tuple[Meting, dict[str, Any]]], *, door: Dader, reden: str
) -> tuple[tuple[Meting, EerdereMeting], ...]:
    """Rows that say something else from now on, each with the row that keeps what it said."""
    oud = [eerder(rij, gebruiker_id=door.gebruiker_id, reden=reden) for rij, _ in nieuw]
    eerdere = {rij.meting_id: rij for rij in voeg_rijen_toe(session, EerdereMeting, oud)}
    werk_metingen_bij(session, nieuw)
    return tuple((rij, eerdere[rij.id]) for rij, _ in nieuw)


def _stand(rij: Meting, meting: NieuweMeting) -> dict[str, Any]:
    """An empty bron or toelichting says nothing, so the old one stays."""
    return {
        "waarde": meting.waarde,
        "voorlopig": meting.voorlopig,
        "bron": meting.bron or rij.bron,
        "toelichting": meting.toelichting or rij.toelichting,
    }


def _voeg_toe(session: Sessie, organisatie_id: int, metingen: Sequence[NieuweMeting]) -> tuple[Meting, ...]:
    reeksen = _maak_reeksen(session, organisatie_id, metingen)
    rijen = [_rij(meting, reeksen[sleutel(meting)]) for meting in metingen]
    return tuple(voeg_rijen_toe(session, Meting, rijen))


def _maak_reeksen(session: Sessie, organisatie_id: int, nieuw: Sequence[NieuweMeting]) -> dict[Reekssleutel, Reeks]:
    reeksen = zoek_reeksen(session, organisatie_id, nieuw) if nieuw else {}
    nodig = {sleutel(meting) for meting in nieuw} - reeksen.keys()
    rijen = [
        {"organisatie_id": organisatie_id, "indicator_id": indicator_id, "gebied": gebied, "soort": soort}
        for indicator_id, gebied, soort in sorted(nodig)
    ]
    gemaakt = voeg_rijen_toe(session, Reeks, rijen)
    return reeksen | {(reeks.indicator_id, reeks.gebied, reeks.soort): reeks for reeks in gemaakt}


def _rij(meting: NieuweMeting, reeks: Reeks) -> dict[str, Any]:
    return {
        "organisatie_id": reeks.organisatie_id,
        "reeks_id": reeks.id,
        "van": meting.periode.van,
        "tot": meting.periode.tot,
        "waarde": meting.waarde,
        "voorlopig": meting.voorlopig,
        "bron": meting.bron,
        "toelichting": meting.toelichting,
    }


def _log(session: Sessie, organisatie_id: int, beoordeeld: Sequence[Beoordeeld], door: Dader, reden: str) -> None:
    """One line, with every value that changed. Before the rows change: it tells what they said."""
    rijen = [b for b in beoordeeld if b.uitkomst in (Uitkomst.NIEUW, Uitkomst.GEWIJZIGD)]
    if not rijen:
        return
    namen = {b.meting.indicator.id: b.meting.indicator.naam for b in rijen}
    meer = len(namen) > 1
    schrijf(
        session,
        door=door,
        over=Onderwerp.CIJFERS,
        organisatie_id=organisatie_id,
        omschrijving=f"{_hoeveel(len(rijen), list(namen.values()))} ingevoerd{f': {reden}' if reden else ''}",
        oud={_naam(b.meting, meer): in_logboek(b.rij) for b in rijen if b.rij is not None},
        nieuw={_naam(b.meting, meer): in_logboek(b.meting) for b in rijen},
    )


def _hoeveel(aantal: int, namen: Sequence[str]) -> str:
    """ "1 meting van Wachttijd", "12 metingen van 3 indicatoren"."""
    metingen = "1 meting" if aantal == 1 else f"{aantal} metingen"
    return f"{metingen} van {namen[0] if len(namen) == 1 else f'{len(namen)} indicatoren'}"


def in_logboek(meting: Meting | NieuweMeting) -> str:
    return toon_getal(meting.waarde) + (" (voorlopig)" if meting.voorlopig else "")


def _naam(meting: NieuweMeting, met_indicator: bool) -> str:
    """Where in the logboek: `2020`, `2020 begroting`, `Provincie Groningen 2020`, `Wachttijd: 2020`."""
    soort = "" if meting.soort is Reekssoort.REALISATIE else meting.soort.value
    plek = " ".join(filter(None, (meting.gebied, meting.periode.code, soort)))
    return f"{meting.indicator.naam}: {plek}" if met_indicator else plek
