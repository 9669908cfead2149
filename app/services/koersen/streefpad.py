"""The path that is expected of a doel, where that is not the straight line."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from app.domain.taal.datums import toon_datum
from app.domain.taal.getallen import toon_getal
from app.models import Doel, Streefpadpunt
from app.models.basis import Sessie
from app.services.logboek import Dader, schrijf

Pad = Sequence[tuple[date, Decimal]]


def pad_van(doel: Doel) -> list[tuple[date, Decimal]]:
    return [(punt.datum, punt.waarde) for punt in doel.streefpad]


def zet_pad(session: Sessie, *, doel: Doel, punten: Pad, door: Dader) -> bool:
    """True when something changed. One value per day; none gives the straight line back."""
    oud, nieuw = pad_van(doel), sorted(punten)
    if oud == nieuw:
        return False
    # First what was there: a day may come back with another value, and stands there once.
    doel.streefpad = []
    session.flush()
    doel.streefpad = [Streefpadpunt(organisatie_id=doel.organisatie_id, datum=d, waarde=w) for d, w in nieuw]
    session.flush()
    schrijf(
        session,
        door=door,
        organisatie_id=doel.organisatie_id,
        notitie_id=doel.probleemgebied.notitie_id,
        probleemgebied_id=doel.probleemgebied_id,
        omschrijving=f"Tussendoelen van doel {doel.nummer} {'gewijzigd' if nieuw else 'weggehaald'}",
        oud={"tussendoelen": _in_woorden(oud)} if oud else {},
        nieuw={"tussendoelen": _in_woorden(nieuw)} if nieuw else {},
    )
    return True


def _in_woorden(punten: Pad) -> str:
    return "; ".join(f"{toon_datum(dag)}: {toon_getal(waarde)}" for dag, waarde in punten)
