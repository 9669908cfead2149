"""The answers of the RIGG, as values: for the regio, or for one gemeente."""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import aliased

from app.domain.regio.antwoord import Antwoord
from app.models import Gebruiker, Opdrachtantwoord, Organisatie
from app.models.basis import Sessie

# Of a gemeente: its id, the lijn of a notitie, and the merk of what was answered.
Antwoordsleutel = tuple[int, str, str]
Antwoorden = dict[Antwoordsleutel, Antwoord]


def antwoorden_in(session: Sessie, *welke: ColumnElement[bool]) -> Antwoorden:
    """`welke`: conditions on Opdrachtantwoord. Only those of the regio that the gemeente is in now. One query."""
    return dict(_lees(session, *welke))


def _lees(session: Sessie, *welke: ColumnElement[bool]) -> Iterator[tuple[Antwoordsleutel, Antwoord]]:
    a, gemeente, rigg = Opdrachtantwoord, aliased(Organisatie), aliased(Organisatie)
    keuze = (
        select(a.organisatie_id, a.lijn, a.merk, a.antwoord, a.toelichting, a.tekst, a.op, Gebruiker.naam, rigg.naam)
        .join(gemeente, (gemeente.id == a.organisatie_id) & (gemeente.regio_id == a.regio_id))
        .outerjoin(Gebruiker, Gebruiker.id == a.gebruiker_id)
        .outerjoin(rigg, rigg.id == Gebruiker.organisatie_id)
        .where(*welke)
    )
    for organisatie_id, lijn, merk, soort, toelichting, tekst, op, naam, van in session.execute(keuze):
        yield (organisatie_id, lijn, merk), Antwoord(soort, toelichting, tekst, op, f"{naam}, {van}" if naam else "")
