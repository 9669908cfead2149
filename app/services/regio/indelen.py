"""The RIGG decides which opdrachten are the same: takes one out of its group, puts groups together, or undoes that."""

from app.domain.regio.groepen import Besluitsoort
from app.domain.regio.overzicht import Regiogroep, Regioregel
from app.domain.taal.citaat import citaat
from app.models import Onderwerp, Opdrachtbesluit
from app.models.basis import Sessie
from app.services.logboek import Dader, schrijf


class AlApart(Exception):
    """The Dutch sentence says that there is nothing to take apart."""


def haal_apart(
    session: Sessie, *, regio_id: int, organisatie_id: int, groep: Regiogroep, regel: Regioregel, door: Dader
) -> Opdrachtbesluit:
    """`organisatie_id`: who decides, for its logboek. The others stay together. Raises AlApart."""
    rest = [ander.sleutel for ander in groep.regels if ander.sleutel != regel.sleutel]
    if not rest:
        raise AlApart("Deze opdracht staat al apart.")
    besluit = Opdrachtbesluit(regio_id=regio_id, soort=Besluitsoort.APART, leden=[regel.sleutel], rest=rest)
    zin = f"{citaat(regel.tekst)} van {regel.plek.gemeente} apart gehaald"
    return _leg_vast(session, besluit, organisatie_id, zin, door)


def voeg_samen(
    session: Sessie, *, regio_id: int, organisatie_id: int, groep: Regiogroep, andere: Regiogroep, door: Dader
) -> Opdrachtbesluit:
    """Everything in both groups is one opdracht from here on."""
    leden = sorted(regel.sleutel for regel in (*groep.regels, *andere.regels))
    besluit = Opdrachtbesluit(regio_id=regio_id, soort=Besluitsoort.SAMEN, leden=leden, rest=[])
    zin = f"{citaat(groep.tekst)} en {citaat(andere.tekst)} samengevoegd"
    return _leg_vast(session, besluit, organisatie_id, zin, door)


def trek_besluit_in(session: Sessie, *, besluit: Opdrachtbesluit, organisatie_id: int, door: Dader) -> None:
    """Its opdrachten go back to where they would be without it."""
    schrijf(
        session,
        door=door,
        over=Onderwerp.NOTITIES,
        organisatie_id=organisatie_id,
        omschrijving="Samenvoegen ongedaan gemaakt" if _is_samen(besluit) else "Apart halen ongedaan gemaakt",
        oud={"leden": besluit.leden, "rest": besluit.rest},
    )
    session.delete(besluit)
    session.flush()


def _is_samen(besluit: Opdrachtbesluit) -> bool:
    return besluit.soort is Besluitsoort.SAMEN


def _leg_vast(
    session: Sessie, besluit: Opdrachtbesluit, organisatie_id: int, omschrijving: str, door: Dader
) -> Opdrachtbesluit:
    besluit.gebruiker_id = door.gebruiker_id
    session.add(besluit)
    session.flush()
    nieuw = {"leden": besluit.leden, "rest": besluit.rest}
    schrijf(
        session,
        door=door,
        over=Onderwerp.NOTITIES,
        organisatie_id=organisatie_id,
        omschrijving=omschrijving,
        nieuw=nieuw,
    )
    return besluit
