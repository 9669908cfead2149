"""What is no concept any more cannot be changed, whatever asks for it: the session refuses to write it.

Screens and services look first and say so in their own way; this is for whoever forgets. A notitie may be made whole,
in any status, in the transaction in which it begins. Which indicator a line is measured by, how the koers of a doel is
judged and which maatregelen carry out an interventie are no part of the text, and stay free.
"""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from sqlalchemy import event, inspect
from sqlalchemy.orm import MANYTOONE, Session, UOWTransaction

from app.domain.notitie.status import NotitieStatus
from app.models.doel import Doel, Indicatorregel
from app.models.interventie import Interventie, Onderdeel
from app.models.notitie import Notitie, Vaststelling
from app.models.opdracht import Opdracht
from app.models.probleemgebied import Probleemgebied, Punt
from app.models.toewijzing import Toewijzing

INHOUD = (Probleemgebied, Punt, Doel, Indicatorregel, Interventie, Onderdeel, Opdracht, Toewijzing)
# In the session: the notities that began in the transaction that is running.
_BEGONNEN = "notities die in deze transactie begonnen"
_VRIJ = {"gewijzigd_op", "rev", "indicator", "indicator_id"}


class StaatVast(Exception):
    """The Dutch sentence says which notitie."""


@event.listens_for(Session, "before_flush")
def weiger_te_wijzigen(session: Session, _context: UOWTransaction, _instances: Any) -> None:
    for item in chain(session.new, session.dirty, session.deleted):
        if isinstance(item, Notitie):
            _controleer(session, item, weg=item in session.deleted)
        elif isinstance(item, Vaststelling) and item not in session.new:
            raise StaatVast("Het besluit waarmee een notitie is vastgesteld, verandert niet meer.")
        elif isinstance(item, INHOUD) and (item not in session.dirty or _veranderd(item)):
            notitie = _notitie_van(session, item)
            if notitie is not None:
                _controleer_inhoud(session, notitie)


def _controleer(session: Session, notitie: Notitie, *, weg: bool) -> None:
    if _begonnen(session, notitie) or _bewaarde_status(notitie) is not NotitieStatus.VASTGESTELD:
        return
    if weg or _veranderd(notitie):
        raise StaatVast(_zin(notitie))


def _controleer_inhoud(session: Session, notitie: Notitie) -> None:
    if not _begonnen(session, notitie) and _bewaarde_status(notitie) is not NotitieStatus.CONCEPT:
        raise StaatVast(_zin(notitie))


def _zin(notitie: Notitie) -> str:
    return f"De notitie '{notitie.titel}' is {_bewaarde_status(notitie)} en kan niet worden gewijzigd."


def _bewaarde_status(notitie: Notitie) -> NotitieStatus:
    """As the database has it: whoever vaststelt writes the text for the last time in the same breath."""
    bewaard = inspect(notitie).attrs.status.history.deleted
    return bewaard[0] if bewaard else notitie.status


def _veranderd(item: Any) -> bool:
    return any(inspect(item).attrs[naam].history.has_changes() for naam in _namen(type(item)))


def _namen(model: type[Any]) -> Iterator[str]:
    """The columns, what it refers to, who carries it, and the decision on it."""
    kaart = inspect(model)
    yield from (kolom.key for kolom in kaart.column_attrs if kolom.key not in _VRIJ)
    for relatie in kaart.relationships:
        if relatie.key in ("toewijzingen", "vaststelling") or (
            relatie.direction is MANYTOONE and relatie.key not in _VRIJ
        ):
            yield relatie.key


def _notitie_van(session: Session, item: Any) -> Notitie | None:
    """None for a toewijzing that is new: what it is of has changed then, and is looked at itself."""
    if isinstance(item, Toewijzing):
        ids = ((Doel, item.doel_id), (Interventie, item.interventie_id), (Onderdeel, item.onderdeel_id))
        item = next((gevonden for model, id_ in ids if (gevonden := _zoek(session, model, id_))), None)
    for model, kolom, naam in (
        (Interventie, "interventie_id", "interventie"),
        (Probleemgebied, "probleemgebied_id", "probleemgebied"),
        (Notitie, "notitie_id", "notitie"),
    ):
        if hasattr(type(item), kolom):
            item = getattr(item, naam) or _zoek(session, model, getattr(item, kolom))
    return item if isinstance(item, Notitie) else None


def _zoek(session: Session, model: type[Any], id_: int | None) -> Any:
    return None if id_ is None else session.get(model, id_)


def _begonnen(session: Session, notitie: Notitie) -> bool:
    return notitie in session.new or notitie in session.info.get(_BEGONNEN, ())


@event.listens_for(Session, "after_flush")
def onthoud_wat_begint(session: Session, _context: UOWTransaction) -> None:
    nieuw = {item for item in session.new if isinstance(item, Notitie)}
    if nieuw:
        session.info.setdefault(_BEGONNEN, set()).update(nieuw)


@event.listens_for(Session, "after_commit")
@event.listens_for(Session, "after_rollback")
def vergeet_wat_begon(session: Session) -> None:
    session.info.pop(_BEGONNEN, None)
