"""Say which indicator a line of a notitie is measured by; by way of the line an indicator belongs to a doel."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import select

from app.models import Doel, Indicator, Indicatorregel
from app.models.basis import Sessie
from app.services.logboek import Dader, schrijf
from app.services.notities.item_toevoegen import voeg_item_toe
from app.services.notities.items import SOORTEN


def koppel_regel(session: Sessie, *, regel: Indicatorregel, indicator: Indicator | None, door: Dader) -> bool:
    """True when something changed. None: it is measured by nothing any more. The figures themselves stay.

    What measures a line is no part of the text: it holds for the same line in every version of the notitie.
    """
    if regel.indicator_id == (indicator.id if indicator else None):
        return False
    oud = regel.indicator
    for versie in _in_elke_versie(session, regel):
        versie.indicator = indicator
    session.flush()
    wat = f"gekoppeld aan '{indicator.naam}'" if indicator else "niet meer aan cijfers gekoppeld"
    schrijf(
        session,
        door=door,
        organisatie_id=regel.organisatie_id,
        notitie_id=regel.probleemgebied.notitie_id,
        probleemgebied_id=regel.probleemgebied_id,
        omschrijving=f"Indicator {regel.nummer} {wat}",
        oud={"cijfers": oud.naam} if oud else {},
        nieuw={"cijfers": indicator.naam} if indicator else {},
    )
    return True


def _in_elke_versie(session: Sessie, regel: Indicatorregel) -> Iterable[Indicatorregel]:
    session.flush()
    keuze = select(Indicatorregel).where(
        Indicatorregel.merk == regel.merk, Indicatorregel.organisatie_id == regel.organisatie_id
    )
    return session.scalars(keuze).all()


def meet_doel(session: Sessie, *, doel: Doel, indicator: Indicator, door: Dader) -> None:
    """For a doel that no line says anything about: a line with the name of the indicator, linked to it."""
    waarden = {"tekst": indicator.naam, "doel_id": doel.id, "los_nummer": None}
    soort = SOORTEN["indicator"]
    regel: Any = voeg_item_toe(session, soort=soort, ouder=doel.probleemgebied, waarden=waarden, door=door)
    koppel_regel(session, regel=regel, indicator=indicator, door=door)
