"""What was removed in the own organisatie and is not back, newest first, and where it would come back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from flask_login import current_user
from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from app.auth.rechten import mag
from app.domain.notitie.status import NotitieStatus
from app.models import (
    Gebruiker,
    Hoofdstuk,
    Interventie,
    Maatregel,
    Notitie,
    Probleemgebied,
    Rapport,
    Rapportageperiode,
    Reeks,
    Verwijdering,
    db,
)
from app.prullenbak.soorten import SOORTEN
from app.services.verwijderd.prullenbak import OUDERS, verwijderde_ouders

PER_PAGINA = 50


@dataclass(frozen=True, slots=True)
class Plek:
    """`waar`: what it belongs to. `bezwaar`: why it cannot come back now. `mee`: what comes back with it."""

    waar: str = ""
    bezwaar: str = ""
    mee: str = ""


@dataclass(frozen=True, slots=True)
class Regel:
    weg: Verwijdering
    door: str | None
    plek: Plek

    @property
    def soort(self) -> str:
        return SOORTEN[self.weg.soort].label

    @property
    def tekst(self) -> str:
        """What it said, to know it by."""
        inhoud = self.weg.inhoud
        return str(inhoud.get("tekst") or inhoud.get("voortgang") or "")


@dataclass(frozen=True, slots=True)
class Blad:
    """`ouder`: the id to go on from, None on the last page."""

    regels: Sequence[Regel]
    ouder: int | None


def verwijdering(id_: int) -> Verwijdering | None:
    keuze = select(Verwijdering).where(Verwijdering.id == id_, *_hier())
    return db.session.scalars(keuze).first()


def blad(voor: int | None) -> Blad:
    """The newest, or what was removed before the one with the id `voor`."""
    keuze = select(Verwijdering, Gebruiker.naam).outerjoin(Gebruiker, Gebruiker.id == Verwijdering.gebruiker_id)
    keuze = keuze.where(*_hier(), Verwijdering.teruggezet_op.is_(None))
    if voor is not None:
        keuze = keuze.where(Verwijdering.id < voor)
    rijen = db.session.execute(keuze.order_by(Verwijdering.id.desc()).limit(PER_PAGINA + 1)).all()
    op_blad = rijen[:PER_PAGINA]
    plekken = _plekken([weg for weg, _ in op_blad])
    regels = [Regel(weg, naam, plekken[weg.id]) for weg, naam in op_blad]
    return Blad(regels, regels[-1].weg.id if len(rijen) > PER_PAGINA else None)


def _hier() -> tuple[Any, ...]:
    """Of the own organisatie, and what this user may put back."""
    eigen = [code for code, soort in SOORTEN.items() if mag(current_user.rol, soort.recht)]
    return Verwijdering.organisatie_id == current_user.organisatie_id, Verwijdering.soort.in_(eigen)


def _plekken(rijen: Sequence[Verwijdering]) -> dict[int, Plek]:
    """By id. One query per kind of thing that others belong to, however many rows."""
    ouders = {weg.id: (OUDERS[weg.soort], weg.ouder_id) for weg in rijen if weg.soort in OUDERS}
    bestaand: dict[tuple[type[Any], int], Plek] = {}
    for model in dict.fromkeys(model for model, _ in ouders.values()):
        ids = {id_ for ander, id_ in ouders.values() if ander is model}
        bestaand |= {(model, rij.id): _plek(rij) for rij in db.session.scalars(_vraag(model, ids))}
    wezen = [ouder for ouder in ouders.values() if ouder not in bestaand]
    ook_weg = verwijderde_ouders(db.session, wezen, current_user.organisatie_id)
    plekken = bestaand | {wees: _wees(ook_weg.get(wees)) for wees in wezen}
    return {weg.id: plekken[ouders[weg.id]] if weg.id in ouders else Plek() for weg in rijen}


def _wees(ouder: Verwijdering | None) -> Plek:
    if ouder is None:
        return Plek(bezwaar="Waar dit bij hoorde, is ook verwijderd. Zet dat eerst terug.")
    return Plek(waar=f"{ouder.omschrijving}, ook verwijderd", mee=ouder.omschrijving)


def _vraag(model: type[Any], ids: Iterable[int]) -> Select[Any]:
    """With everything that `_plek` names."""
    opties: dict[type[Any], Any] = {
        Probleemgebied: joinedload(Probleemgebied.notitie),
        Interventie: joinedload(Interventie.probleemgebied).joinedload(Probleemgebied.notitie),
        Maatregel: joinedload(Maatregel.thema),
        Rapport: joinedload(Rapport.periode),
        Hoofdstuk: joinedload(Hoofdstuk.rapport).joinedload(Rapport.periode),
        Reeks: joinedload(Reeks.indicator),
    }
    keuze = select(model).where(model.id.in_(ids), model.organisatie_id == current_user.organisatie_id)
    return keuze.options(opties[model]) if model in opties else keuze


def _plek(ouder: Any) -> Plek:
    match ouder:
        case Notitie():
            return Plek(f"notitie {ouder.titel}", _staat_vast(ouder))
        case Probleemgebied():
            return Plek(f"{ouder.naam}, {ouder.notitie.titel}", _staat_vast(ouder.notitie))
        case Interventie():
            gebied = ouder.probleemgebied
            waar = f"interventie {ouder.nummer} van {gebied.naam}, {gebied.notitie.titel}"
            return Plek(waar, _staat_vast(gebied.notitie))
        case Rapport():
            return Plek(f"rapport {ouder.periode.code}", _is_dicht(ouder.periode))
        case Hoofdstuk():
            periode = ouder.rapport.periode
            return Plek(f"hoofdstuk {ouder.titel} van rapport {periode.code}", _is_dicht(periode))
        case Reeks():
            return Plek(f"indicator {ouder.indicator.naam}")
        case Maatregel():
            return Plek(f"maatregel {ouder.naam}, thema {ouder.thema.nummer}")
        case _:
            return Plek(f"thema {ouder.nummer} {ouder.naam}")


def _staat_vast(notitie: Notitie) -> str:
    if notitie.status is NotitieStatus.CONCEPT:
        return ""
    return f"De notitie is {notitie.status.value} en wijzigt niet meer, dus dit kan niet terug."


def _is_dicht(periode: Rapportageperiode) -> str:
    return "" if periode.gesloten_op is None else f"De periode {periode.code} is gesloten, dus dit kan niet terug."
