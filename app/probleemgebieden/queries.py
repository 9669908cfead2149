"""What the screens of a probleemgebied show, each in a fixed number of queries."""

from collections.abc import Sequence
from typing import Any

from flask_login import current_user
from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import contains_eager, joinedload

from app.auth.bereik import zichtbare_notitie
from app.domain.opdrachtoverzicht import Regel
from app.domain.structuur import Opdrachtnemer
from app.models import EerdereTekst, Logregel, Notitie, Probleemgebied, Verwijdering, db
from app.opdrachten.blokken import antwoorden_bij, blok_van
from app.services.notities.gebied_lezen import Leesgebied, lees_gebieden
from app.services.notities.items import SOORTEN, probleemgebied_van
from app.services.notities.probleemgebied_beheren import SOORT
from app.services.notities.structuur_van import Gebied, met_alles

PER_PAGINA = 50
MEESTE_TEKSTEN = 30


def gebied_met_alles(id_: int) -> Probleemgebied | None:
    keuze = (
        select(Probleemgebied)
        .join(Probleemgebied.notitie)
        .where(Probleemgebied.id == id_, zichtbare_notitie(current_user))
        .options(contains_eager(Probleemgebied.notitie).joinedload(Notitie.organisatie), *met_alles())
    )
    return db.session.scalars(keuze).unique().first()


def leesgebied(id_: int) -> Leesgebied | None:
    """The same, only to look at."""
    gevonden = lees_gebieden(db.session(), and_(Probleemgebied.id == id_, zichtbare_notitie(current_user)))
    return gevonden[0] if gevonden else None


def buren(gebied: Leesgebied) -> tuple[Probleemgebied | None, Probleemgebied | None, int]:
    """The one before, the one after, and how many there are."""
    rijen: Sequence[Probleemgebied] = db.session.scalars(
        select(Probleemgebied).where(Probleemgebied.notitie_id == gebied.notitie_id).order_by(Probleemgebied.volgorde)
    ).all()
    plek = [rij.id for rij in rijen].index(gebied.id)
    return rijen[plek - 1] if plek else None, rijen[plek + 1] if plek + 1 < len(rijen) else None, len(rijen)


def geschiedenis(gebied: Gebied, pagina: int = 1, per_pagina: int = PER_PAGINA) -> Sequence[Logregel]:
    keuze = (
        select(Logregel)
        .where(_over(gebied))
        .order_by(Logregel.id.desc())
        .limit(per_pagina)
        .offset((pagina - 1) * per_pagina)
        .options(joinedload(Logregel.gebruiker))
    )
    return db.session.scalars(keuze).all()


def aantal_logregels(gebied: Probleemgebied) -> int:
    return db.session.scalar(select(func.count(Logregel.id)).where(_over(gebied))) or 0


def _over(gebied: Gebied) -> ColumnElement[bool]:
    """A condition on Logregel: about this probleemgebied, in this version of its notitie or one before it."""
    tot_hier = (
        select(Probleemgebied.id)
        .join(Probleemgebied.notitie)
        .where(
            Probleemgebied.merk == gebied.merk,
            Notitie.lijn == gebied.notitie.lijn,
            Notitie.versienummer <= gebied.notitie.versienummer,
        )
    )
    return Logregel.probleemgebied_id.in_(tot_hier)


def beantwoord(gebied: Leesgebied) -> dict[str, Regel]:
    """By merk what the RIGG answered to, as it carries that now."""
    blok = blok_van(gebied, Opdrachtnemer.RIGG, antwoorden_bij([gebied]))
    return {regel.merk: regel for regel in (*blok.doelen, *blok.interventies, *blok.opdrachten) if regel.antwoord}


def eerdere_teksten(gebied: Probleemgebied, item: Any) -> list[EerdereTekst]:
    """What this item said before, in this version of the notitie or another, newest first; nothing twice, and not what
    it says now."""
    keuze = select(EerdereTekst).where(EerdereTekst.lijn == gebied.notitie.lijn, EerdereTekst.merk == item.merk)
    uit: dict[str, EerdereTekst] = {}
    for eerdere in db.session.scalars(keuze.order_by(EerdereTekst.id.desc()).limit(MEESTE_TEKSTEN)):
        if eerdere.tekst != item.tekst:
            uit.setdefault(eerdere.tekst, eerdere)
    return list(uit.values())


def verwijdering(id_: int) -> Verwijdering | None:
    """Something removed in the own organisatie."""
    return db.session.scalars(
        select(Verwijdering).where(
            Verwijdering.id == id_,
            Verwijdering.organisatie_id == current_user.organisatie_id,
            Verwijdering.soort.in_({SOORT, *SOORTEN}),
        )
    ).first()


def notitie_van_verwijdering(weg: Verwijdering) -> int | None:
    """The notitie it would come back in; None when what it belonged to is gone."""
    if weg.soort == SOORT:
        return weg.ouder_id
    ouder = db.session.get(SOORTEN[weg.soort].ouder, weg.ouder_id)
    return probleemgebied_van(ouder).notitie_id if ouder else None
