"""The life of a version: it is vastgesteld with the decision that did so, and followed by a new concept."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.domain.notitie.status import OVERGANGEN
from app.domain.taal.datums import toon_datum
from app.models import Notitie, NotitieStatus, Vaststelling
from app.models.basis import Sessie
from app.services.logboek import Dader, schrijf
from app.services.notities.beheren import OngeldigeOvergang
from app.services.notities.kopieren import kopieer_inhoud


@dataclass(frozen=True, slots=True)
class Besluit:
    """`naam`: "Raadsbesluit"; `nummer`, `link` and also `naam` may be empty."""

    datum: date
    naam: str = ""
    nummer: str = ""
    link: str = ""

    @property
    def zin(self) -> str:
        """ "Raadsbesluit 2020-014 van 30 januari 2020" """
        return f"{' '.join(filter(None, (self.naam or 'besluit', self.nummer)))} van {toon_datum(self.datum)}"


def besluit_van(notitie: Notitie) -> Besluit | None:
    """None for what is not vastgesteld."""
    rij = notitie.vaststelling
    return Besluit(rij.datum, rij.besluit, rij.nummer, rij.link) if rij else None


def stel_vast(session: Sessie, *, notitie: Notitie, besluit: Besluit, door: Dader) -> None:
    """From here on nothing of this version changes. Raises OngeldigeOvergang when it is not ter vaststelling."""
    if NotitieStatus.VASTGESTELD not in OVERGANGEN[notitie.status]:
        raise OngeldigeOvergang(
            f"De notitie '{notitie.titel}' is {notitie.status.value}. Alleen wat ter vaststelling is aangeboden, "
            "kan worden vastgesteld."
        )
    oud, notitie.status = notitie.status, NotitieStatus.VASTGESTELD
    notitie.vaststelling = Vaststelling(
        organisatie_id=notitie.organisatie_id,
        datum=besluit.datum,
        besluit=besluit.naam,
        nummer=besluit.nummer,
        link=besluit.link,
        gebruiker_id=door.gebruiker_id,
    )
    session.flush()
    schrijf(
        session,
        door=door,
        organisatie_id=notitie.organisatie_id,
        notitie_id=notitie.id,
        omschrijving=f"Versie {notitie.versienummer} van '{notitie.titel}' is vastgesteld: {besluit.zin}",
        oud={"status": oud.value},
        nieuw={
            "status": NotitieStatus.VASTGESTELD.value,
            "datum": besluit.datum,
            "besluit": besluit.naam,
            "besluitnummer": besluit.nummer,
            "besluit_link": besluit.link,
        },
    )


def laatste_versie(session: Sessie, notitie: Notitie) -> Notitie:
    """Of the same document, in whatever status."""
    keuze = select(Notitie).where(Notitie.lijn == notitie.lijn).order_by(Notitie.versienummer.desc()).limit(1)
    return session.scalars(keuze).one()


def begin_nieuw_concept(session: Sessie, *, notitie: Notitie, door: Dader) -> Notitie:
    """A version that begins as a copy of `notitie`, with what hangs on it; every item keeps its merk.

    Raises OngeldigeOvergang unless `notitie` is the last version, and vastgesteld. Lock it first.
    """
    laatste = laatste_versie(session, notitie)
    if laatste.status is not NotitieStatus.VASTGESTELD:
        raise OngeldigeOvergang(f"Er is al een versie {laatste.versienummer}; die is {laatste.status.value}.")
    if laatste.id != notitie.id:
        raise OngeldigeOvergang(f"Versie {notitie.versienummer} is opgevolgd door versie {laatste.versienummer}.")
    concept = Notitie(
        organisatie_id=notitie.organisatie_id,
        titel=notitie.titel,
        datum=notitie.datum,
        versie="concept" if notitie.versie else None,  # what the text said of the version before it is no longer so
        referentiejaar=notitie.referentiejaar,
        doeljaar=notitie.doeljaar,
        inleiding=notitie.inleiding,
        lijn=notitie.lijn,
        versienummer=notitie.versienummer + 1,
    )
    session.add(concept)
    session.flush()
    kopieer_inhoud(session, van=notitie, naar=concept)
    schrijf(
        session,
        door=door,
        organisatie_id=concept.organisatie_id,
        notitie_id=concept.id,
        omschrijving=f"Versie {concept.versienummer} van '{concept.titel}' begonnen als concept, "
        f"met de tekst van versie {notitie.versienummer}",
    )
    return concept
