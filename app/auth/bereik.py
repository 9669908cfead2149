"""Tenant scope: every query for a screen starts from one of these, so that nobody sees another's records."""

from sqlalchemy import ColumnElement, Select, and_, false, or_, select

from app.models import (
    Gebruiker,
    Indicator,
    Notitie,
    NotitieStatus,
    Organisatie,
    OrganisatieSoort,
    PeriodeStatus,
    Rapportageperiode,
    Reeks,
    Rol,
)
from app.models.notitie import nieuwste_versie

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
    regio_id = gebruiker.organisatie.regio_id
    if regio_id is None:  # what belongs to no regio is no regio
        return keuze.where(false())
    return keuze.where(Organisatie.regio_id == regio_id, Organisatie.soort == OrganisatieSoort.GEMEENTE)


def zichtbare_notitie(gebruiker: Gebruiker) -> ColumnElement[bool]:
    """A condition on Notitie: of an organisatie, and in a status, that this user may see. Every version: for a page
    that was asked for by its id. What lists, counts or chooses starts from `geldende_notitie`."""
    organisaties = zichtbare_organisaties(gebruiker).with_only_columns(Organisatie.id)
    return and_(Notitie.organisatie_id.in_(organisaties), Notitie.status.in_(ZICHTBARE_STATUSSEN[gebruiker.rol]))


def geldende_notitie(gebruiker: Gebruiker) -> ColumnElement[bool]:
    """A condition on Notitie: of every document that this user may see the one version that counts for them.

    Who writes works in the concept when there is one; the RIGG has what the gemeente released last, and a lezer what
    was vastgesteld last.
    """
    return and_(zichtbare_notitie(gebruiker), nieuwste_versie(ZICHTBARE_STATUSSEN[gebruiker.rol]))


def zichtbare_periode(gebruiker: Gebruiker) -> ColumnElement[bool]:
    """A condition on Rapportageperiode: of the own organisatie, and for a lezer only what is closed."""
    eigen = Rapportageperiode.organisatie_id == gebruiker.organisatie_id
    if gebruiker.rol is Rol.LEZER:
        return and_(eigen, Rapportageperiode.status == PeriodeStatus.GESLOTEN)
    return eigen


def zichtbare_indicator(gebruiker: Gebruiker) -> ColumnElement[bool]:
    """A condition on Indicator: of the own organisatie, or shared by an organisatie of the same regio."""
    return bruikbare_indicator(gebruiker.organisatie)


def bruikbare_indicator(organisatie: Organisatie) -> ColumnElement[bool]:
    """A condition on Indicator: an organisatie may hang figures on its own and on what its regio shares."""
    eigen = Indicator.organisatie_id == organisatie.id
    if organisatie.regio_id is None:
        return eigen
    return or_(eigen, and_(Indicator.gedeeld, Indicator.organisatie_id.in_(_regiogenoten(organisatie))))


def zichtbare_reeks(gebruiker: Gebruiker) -> ColumnElement[bool]:
    """A condition on Reeks, for indicatoren that are visible: the own figures, and of a shared indicator all of the
    regio's. Whoever may not see small counts gets them as "< 5" (see services/indicatoren/cijfers)."""
    return bruikbare_reeks(gebruiker.organisatie)


def bruikbare_reeks(organisatie: Organisatie) -> ColumnElement[bool]:
    """A condition on Reeks, for indicatoren that are `bruikbare_indicator`."""
    eigen = Reeks.organisatie_id == organisatie.id
    if organisatie.regio_id is None:
        return eigen
    gedeeld = select(Indicator.id).where(Indicator.gedeeld).scalar_subquery()
    return or_(eigen, and_(Reeks.indicator_id.in_(gedeeld), Reeks.organisatie_id.in_(_regiogenoten(organisatie))))


def _regiogenoten(organisatie: Organisatie) -> Select[int]:
    return select(Organisatie.id).where(Organisatie.regio_id == organisatie.regio_id)
