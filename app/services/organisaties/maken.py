"""Make an organisatie, and its regio when that is new."""

import re

from sqlalchemy import select

from app.models import Organisatie, OrganisatieSoort, Regio
from app.models.basis import Sessie
from app.services.logboek import Dader, schrijf

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class OngeldigeOrganisatie(Exception):
    """The Dutch sentence says what is wrong."""


def maak_organisatie(
    session: Sessie,
    *,
    slug: str,
    naam: str,
    door: Dader,
    regio: str | None = None,
    soort: OrganisatieSoort = OrganisatieSoort.GEMEENTE,
) -> Organisatie:
    """`regio` is a slug; an unknown one is made. Raises OngeldigeOrganisatie."""
    _controleer_slug(slug)
    if not naam.strip():
        raise OngeldigeOrganisatie("De naam van de organisatie is leeg.")
    if session.scalar(select(Organisatie.id).where(Organisatie.slug == slug)):
        raise OngeldigeOrganisatie(f"Er is al een organisatie '{slug}'.")
    organisatie = Organisatie(
        slug=slug, naam=naam.strip(), soort=soort, regio=_regio(session, regio) if regio else None
    )
    session.add(organisatie)
    session.flush()
    schrijf(
        session,
        door=door,
        organisatie_id=organisatie.id,
        omschrijving=f"Organisatie '{organisatie.naam}' gemaakt",
        nieuw={"naam": organisatie.naam, "slug": slug, "soort": soort, "regio": regio},
    )
    return organisatie


def _controleer_slug(slug: str) -> None:
    if not SLUG.fullmatch(slug) or len(slug) > 80:
        raise OngeldigeOrganisatie(f"'{slug}' kan niet: gebruik kleine letters, cijfers en streepjes (het-hogeland).")


def _regio(session: Sessie, slug: str) -> Regio:
    _controleer_slug(slug)
    gevonden = session.scalars(select(Regio).where(Regio.slug == slug)).first()
    return gevonden or Regio(slug=slug, naam=slug.replace("-", " ").title())
