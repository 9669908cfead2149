"""The tables of a period as they are now, with every thema and maatregel that there is."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import select

from app.domain.voortgang.overzicht import RegelStand
from app.domain.voortgang.periodestatus import INVULBAAR
from app.domain.voortgang.tabel import Maatregelrijen, Rij, Tabellen, Themarijen, merk_van, rij_van
from app.models import Maatregel, Rapportageperiode, Thema, Voortgangsregel
from app.models.basis import Sessie
from app.services.voortgang.beeld_rijen import STAND


@dataclass(frozen=True, slots=True)
class Nu:
    """`dicht`: the merken of rows that may not be changed in this state of the period."""

    tabellen: Tabellen
    dicht: frozenset[str]


def lees_nu(session: Sessie, periode: Rapportageperiode) -> Nu:
    """In three queries."""
    session.flush()
    v = Voortgangsregel
    keuze = select(v.id, v.maatregel_id, v.beoordeling, *(getattr(v, naam) for naam in STAND))
    regels = session.execute(keuze.where(v.periode_id == periode.id).order_by(v.maatregel_id, v.volgorde)).all()
    per_maatregel: dict[int, list[Rij]] = defaultdict(list)
    for regel in regels:
        stand = RegelStand(**{naam: getattr(regel, naam) for naam in STAND})
        per_maatregel[regel.maatregel_id].append(rij_van(regel.id, stand))
    invulbaar = INVULBAAR[periode.status]
    dicht = frozenset(merk_van("r", regel.id) for regel in regels if regel.beoordeling not in invulbaar)
    return Nu(Tabellen(periode.tot, _themas(session, periode.organisatie_id, per_maatregel)), dicht)


def _themas(session: Sessie, organisatie_id: int, rijen: dict[int, list[Rij]]) -> tuple[Themarijen, ...]:
    m = Maatregel
    keuze = select(m.id, m.thema_id, m.letter, m.naam).where(m.organisatie_id == organisatie_id)
    per_thema: dict[int, list[Maatregelrijen]] = defaultdict(list)
    for id_, thema_id, letter, naam in session.execute(keuze.order_by(m.thema_id, m.volgorde)):
        maatregel = Maatregelrijen(merk_van("m", id_), letter or "", naam, tuple(rijen.get(id_, ())))
        per_thema[thema_id].append(maatregel)
    themas = select(Thema.id, Thema.nummer, Thema.naam).where(Thema.organisatie_id == organisatie_id)
    return tuple(
        Themarijen(merk_van("t", id_), nummer, naam, tuple(per_thema[id_]))
        for id_, nummer, naam in session.execute(themas.order_by(Thema.nummer))
    )
