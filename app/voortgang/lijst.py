"""The list of maatregelen, a page at a time. A thema may run on from one page to the next."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import url_for
from flask_login import current_user
from sqlalchemy import ColumnElement, distinct, func, select
from sqlalchemy.orm import contains_eager

from app.models import Interventie, Maatregel, MaatregelInterventie, Probleemgebied, Thema, db
from app.models.notitie import nog_van_kracht
from app.web.bladeren import blad, tel_paginas

PER_PAGINA = 100  # maatregelen


@dataclass(frozen=True, slots=True)
class MaatregelRij:
    maatregel: Maatregel
    interventies: int
    eerste: bool
    laatste: bool


@dataclass(frozen=True, slots=True)
class ThemaDeel:
    """A thema, or what of it is on this page."""

    thema: Thema
    eerste: bool
    laatste: bool
    rijen: tuple[MaatregelRij, ...]

    @property
    def begint_hier(self) -> bool:
        return not self.rijen or self.rijen[0].eerste

    @property
    def eindigt_hier(self) -> bool:
        return not self.rijen or self.rijen[-1].laatste


@dataclass(frozen=True, slots=True)
class Lijst:
    delen: tuple[ThemaDeel, ...]
    pagina: int
    paginas: int
    maatregelen: int


@dataclass(frozen=True, slots=True)
class _Telling:
    """`eerste` and `laatste`: the volgorde of its first and last maatregel; None when it has none."""

    thema: Thema
    aantal: int
    eerste: int | None
    laatste: int | None


def lijst(pagina: int) -> Lijst:
    """Of the own organisatie. A page beyond the last one gives the last one."""
    themas = _tellingen()
    totaal = sum(thema.aantal for thema in themas)
    pagina, paginas = blad(totaal, PER_PAGINA, pagina)
    rijen = _rijen((pagina - 1) * PER_PAGINA)
    delen, ervoor = [], 0
    for thema in themas:
        eigen = tuple(_rij(thema, *rij) for rij in rijen if rij[0].thema_id == thema.thema.id)
        if eigen or (not thema.aantal and _pagina_van(ervoor, totaal) == pagina):
            delen.append(ThemaDeel(thema.thema, thema is themas[0], thema is themas[-1], eigen))
        ervoor += thema.aantal
    return Lijst(tuple(delen), pagina, paginas, totaal)


def _rij(thema: _Telling, maatregel: Maatregel, interventies: int) -> MaatregelRij:
    return MaatregelRij(
        maatregel, interventies, maatregel.volgorde == thema.eerste, maatregel.volgorde == thema.laatste
    )


def adres_in_lijst(*, thema_id: int, maatregel: Maatregel | None = None) -> str:
    """Of the page on which this stands, at the thema."""
    thema = db.session.get_one(Thema, thema_id)
    eerder = Thema.nummer < thema.nummer
    if maatregel is not None:
        eerder |= (Thema.id == thema_id) & (Maatregel.volgorde < maatregel.volgorde)
    pagina = _pagina_van(_tel(eerder), _tel())
    return url_for(".maatregelen", pagina=pagina if pagina > 1 else None, _anchor=f"thema-{thema_id}")


def _tellingen() -> list[_Telling]:
    m = Maatregel
    keuze = (
        select(Thema, func.count(m.id), func.min(m.volgorde), func.max(m.volgorde))
        .outerjoin(m, m.thema_id == Thema.id)
        .where(Thema.organisatie_id == current_user.organisatie_id)
        .group_by(Thema.id)
        .order_by(Thema.nummer)
    )
    return [_Telling(*rij) for rij in db.session.execute(keuze)]


def _rijen(begin: int) -> Sequence[tuple[Maatregel, int]]:
    """With their owners, and how many interventies each carries out."""
    links = (
        select(func.count(distinct(Interventie.merk)))
        .select_from(MaatregelInterventie)
        .join(Interventie, Interventie.id == MaatregelInterventie.interventie_id)
        .join(Interventie.probleemgebied)
        .join(Probleemgebied.notitie)
        .where(MaatregelInterventie.maatregel_id == Maatregel.id, nog_van_kracht())
        .correlate(Maatregel)
        .scalar_subquery()
    )
    keuze = (
        select(Maatregel, links)
        .join(Maatregel.thema)
        .outerjoin(Maatregel.eigenaar)
        .where(Maatregel.organisatie_id == current_user.organisatie_id)
        .order_by(Thema.nummer, Maatregel.volgorde)
        .offset(begin)
        .limit(PER_PAGINA)
        .options(contains_eager(Maatregel.eigenaar))
    )
    return [(maatregel, aantal) for maatregel, aantal in db.session.execute(keuze)]


def _tel(*waarvan: ColumnElement[bool]) -> int:
    keuze = select(func.count()).select_from(Maatregel).join(Maatregel.thema)
    return db.session.scalar(keuze.where(Maatregel.organisatie_id == current_user.organisatie_id, *waarvan)) or 0


def _pagina_van(ervoor: int, totaal: int) -> int:
    """Of what has so many maatregelen before it; a thema without any, behind a last page that is full, stands there."""
    return min(ervoor // PER_PAGINA + 1, tel_paginas(totaal, PER_PAGINA))
