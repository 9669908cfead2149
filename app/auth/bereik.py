"""Tenant scope: every query for a screen starts from one of these, so that nobody sees another's records."""

from sqlalchemy import ColumnElement, Select, and_, select

from app.models import (
    Gebruiker,
    Notitie,
    NotitieStatus,
    Organisatie,
    OrganisatieSoort,
    PeriodeStatus,
    Rapportageperiode,
    Rol,
)

ZICHTBARE_STATUSSEN: dict[Rol, tuple[NotitieStatus, ...]] = {
    Rol.BELEIDSADVISEUR: tuple(NotitieStatus),
    Rol.MANAGER: tuple(NotitieStatus),
    Rol.BEHEERDER: tuple(NotitieStatus),
    Rol.RIGG: (NotitieStatus.TER_VASTSTELLING, NotitieStatus.VASTGESTELD),
    Rol.LEZER: (NotitieStatus.VASTGESTELD,),
}


def zichtbare_organisaties(gebruiker: Gebruiker) -> Select[Organisatie]:
    """The own organisatie; for the RIGG every gemeente of its regio."""
    keuze = select(Organisatie)
    if gebruiker.rol is not Rol.RIGG:
        return keuze.where(Organisatie.id == gebruiker.organisatie_id)
    return keuze.where(
        Organisatie.regio_id == gebruiker.organisatie.regio_id, Organisatie.soort == OrganisatieSoort.GEMEENTE
    )


def zichtbare_notitie(gebruiker: Gebruiker) -> ColumnElement[bool]:
    """A condition on Notitie: of an organisatie, and in a status, that this user may see."""
    organisaties = zichtbare_organisaties(gebruiker).with_only_columns(Organisatie.id)
    return and_(Notitie.organisatie_id.in_(organisaties), Notitie.status.in_(ZICHTBARE_STATUSSEN[gebruiker.rol]))


def zichtbare_periode(gebruiker: Gebruiker) -> ColumnElement[bool]:
    """A condition on Rapportageperiode: of the own organisatie, and for a lezer only what is closed."""
    eigen = Rapportageperiode.organisatie_id == gebruiker.organisatie_id
    if gebruiker.rol is Rol.LEZER:
        return and_(eigen, Rapportageperiode.status == PeriodeStatus.GESLOTEN)
    return eigen
