"""Which maatregelen carry out which interventies. It is no part of the text of a notitie, so it holds for an
interventie in every version of it; people choose from the newest."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from sqlalchemy import ColumnElement, Select, select

from app.models import Interventie, Maatregel, MaatregelInterventie, Notitie, Probleemgebied
from app.models.basis import Sessie
from app.models.notitie import nog_van_kracht


class TeKoppelen(NamedTuple):
    id: int
    merk: str
    probleemgebied: str
    nummer: int
    tekst: str


def te_koppelen(session: Sessie, organisatie_id: int, *waarvan: ColumnElement[bool]) -> list[TeKoppelen]:
    """The interventies of the versions in force and of the concepts that follow them, each in its newest version; the
    newest notitie first."""
    keuze = (
        select(Interventie.id, Interventie.merk, Probleemgebied.naam, Interventie.nummer, Interventie.tekst)
        .join(Interventie.probleemgebied)
        .join(Probleemgebied.notitie)
        .where(Interventie.organisatie_id == organisatie_id, nog_van_kracht(), *waarvan)
        .order_by(Notitie.id.desc(), Probleemgebied.volgorde, Interventie.nummer)
    )
    uit: dict[str, TeKoppelen] = {}
    for rij in session.execute(keuze):
        uit.setdefault(rij.merk, TeKoppelen(*rij))
    return list(uit.values())


def merken_van(organisatie_id: int, ids: Iterable[int]) -> Select[str]:
    """By which these interventies are found in every version."""
    return select(Interventie.merk).where(Interventie.organisatie_id == organisatie_id, Interventie.id.in_(set(ids)))


def leg_links(session: Sessie, *, organisatie_id: int, paren: Collection[tuple[int, int]]) -> None:
    """`paren`: (maatregel_id, interventie_id). What was removed meanwhile is passed over, and so is a link there is."""
    if not paren:
        return
    maatregelen = _nog_hier(session, Maatregel, organisatie_id, {maatregel_id for maatregel_id, _ in paren})
    interventies = _nog_hier(session, Interventie, organisatie_id, {interventie_id for _, interventie_id in paren})
    al = _bestaande(session, maatregelen)
    session.add_all(
        MaatregelInterventie(organisatie_id=organisatie_id, maatregel_id=m, interventie_id=i)
        for m, i in paren
        if m in maatregelen and i in interventies and (m, i) not in al
    )
    session.flush()


def _nog_hier(
    session: Sessie, model: type[Maatregel] | type[Interventie], organisatie_id: int, ids: set[int]
) -> set[int]:
    return set(session.scalars(select(model.id).where(model.organisatie_id == organisatie_id, model.id.in_(ids))))


def _bestaande(session: Sessie, maatregelen: set[int]) -> set[tuple[int, int]]:
    keuze = select(MaatregelInterventie.maatregel_id, MaatregelInterventie.interventie_id)
    rijen = session.execute(keuze.where(MaatregelInterventie.maatregel_id.in_(maatregelen)))
    return {(maatregel_id, interventie_id) for maatregel_id, interventie_id in rijen}
