"""Which maatregel of the organisatie each maatregel of a report is: what is certain, and what the user decided."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sqlalchemy import select

from app.domain.voortgang.koppeling import Bekend, Treffer, Uitkomst, koppel_maatregelen, ontbrekend
from app.domain.voortgang.structuur import Voortgang
from app.models import Maatregel, Thema
from app.models.basis import Sessie
from app.services.voortgang.fouten import KeuzeOntbreekt, OngeldigeKeuze


class Ontbreekt(StrEnum):
    """What to do with a maatregel that is not in the report."""

    LATEN = "laten"
    OPNEMEN = "opnemen"
    VERVALLEN = "vervallen"


@dataclass(frozen=True, slots=True)
class Keuzes:
    """What the user decided.

    `koppeling`: place in the report ("2/1") -> id of the maatregel it is, None for a new one; needed for what looks
    like a known one. `ontbreekt`: id of a maatregel that is missing -> what happens to it; not mentioned: nothing.
    """

    koppeling: Mapping[str, int | None] = field(default_factory=dict)
    ontbreekt: Mapping[int, Ontbreekt] = field(default_factory=dict)


def bekende_maatregelen(session: Sessie, organisatie_id: int) -> list[Bekend]:
    """What koppel_maatregelen compares a report with."""
    keuze = (
        select(Maatregel.id, Thema.nummer, Maatregel.letter, Maatregel.naam)
        .join(Thema, Thema.id == Maatregel.thema_id)
        .where(Maatregel.organisatie_id == organisatie_id)
        .order_by(Thema.nummer, Maatregel.volgorde)
    )
    return [Bekend(id_, nummer, letter, naam) for id_, nummer, letter, naam in session.execute(keuze)]


def bepaal(bron: Voortgang, bekend: list[Bekend], keuzes: Keuzes) -> tuple[dict[str, int | None], set[int]]:
    """Per place the id of the maatregel (None: new), and the ids of what is missing from the report.

    Raises KeuzeOntbreekt or OngeldigeKeuze.
    """
    _controleer_letters(bron)
    koppeling = koppel_maatregelen(bron, bekend)
    zonder = [t for t in koppeling.treffers if t.uitkomst is Uitkomst.HERNOEMD and t.plek not in keuzes.koppeling]
    if zonder:
        namen = ", ".join(f"'{treffer.naam}'" for treffer in zonder)
        raise KeuzeOntbreekt(f"Kies eerst welke maatregel dit is: {namen}.", [t.plek for t in zonder])
    gekozen = {treffer.plek: _gekozen(treffer, keuzes) for treffer in koppeling.treffers}
    _controleer_keuzes(gekozen, bekend)
    weg = {b.sleutel for b in ontbrekend(koppeling, bekend, keuzes.koppeling)}
    return gekozen, weg - set(gekozen.values())


def _gekozen(treffer: Treffer, keuzes: Keuzes) -> int | None:
    zeker = treffer.bekend.sleutel if treffer.bekend else None
    return keuzes.koppeling.get(treffer.plek, zeker)


def _controleer_keuzes(gekozen: Mapping[str, int | None], bekend: list[Bekend]) -> None:
    namen = {b.sleutel: b.naam for b in bekend}
    for id_, aantal in Counter(id_ for id_ in gekozen.values() if id_ is not None).items():
        if id_ not in namen:
            raise OngeldigeKeuze("De gekozen maatregel bestaat niet meer. Bekijk het voorbeeld opnieuw.")
        if aantal > 1:
            raise OngeldigeKeuze(f"Twee maatregelen in het bestand kunnen niet allebei '{namen[id_]}' zijn.")


def _controleer_letters(bron: Voortgang) -> None:
    """Raises OngeldigeKeuze when a thema or a letter stands in the report twice."""
    for nummer, aantal in Counter(thema.nummer for thema in bron.themas).items():
        if aantal > 1:
            raise OngeldigeKeuze(f"Thema {nummer} staat {aantal} keer in het bestand.")
    for thema in bron.themas:
        letters = Counter(maatregel.letter for maatregel in thema.maatregelen if maatregel.letter)
        for letter, aantal in letters.items():
            if aantal > 1:
                raise OngeldigeKeuze(f"Thema {thema.nummer} heeft in het bestand {aantal} keer een maatregel {letter}.")
