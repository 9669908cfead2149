"""The other way about: which doelen does this indicator measure."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.auth.bewaking import vereist
from app.auth.dader import dader
from app.auth.rechten import Recht
from app.indicatoren import queries
from app.indicatoren.basis import haal_indicator, scherm
from app.models import Doel, Indicator, Indicatorregel, Notitie, NotitieStatus, Probleemgebied, db
from app.services.indicatoren.regel_koppelen import koppel_regel, meet_doel
from app.services.notities.slot import vergrendel_notitie


@dataclass(frozen=True, slots=True)
class Doelrij:
    """A doel with the lines that measure it; `vrij`: it has none, and one may be added."""

    doel: Doel
    regels: list[Indicatorregel]
    vrij: bool


@scherm.get("/<int:id_>/doelen")
@vereist(Recht.INDICATOREN_BEWERKEN)
def doelen(id_: int) -> ResponseReturnValue:
    indicator = haal_indicator(id_)
    notities = [(notitie, list(_gebieden(notitie))) for notitie in queries.notities_met_doelen()]
    regels = [regel for _, gebieden in notities for _, rijen in gebieden for rij in rijen for regel in rij.regels]
    return render_template(
        "indicatoren/doelen.html",
        indicator=indicator,
        notities=[(notitie, gebieden) for notitie, gebieden in notities if gebieden],
        stond=json.dumps({regel.id: regel.indicator_id for regel in regels}),
    )


@scherm.post("/<int:id_>/doelen")
@vereist(Recht.INDICATOREN_BEWERKEN)
def doelen_opslaan(id_: int) -> ResponseReturnValue:
    indicator = haal_indicator(id_)
    gekoppeld, gebleven = _koppel_regels(indicator)
    gemeten, overgeslagen = _meet_vrije_doelen(indicator)
    if gebleven:
        zin = "1 regel is" if gebleven == 1 else f"{gebleven} regels zijn"
        flash(f"{zin} intussen door een collega aan iets anders gekoppeld en zo gebleven.", "let_op")
    if overgeslagen:
        zin = "1 doel is" if overgeslagen == 1 else f"{overgeslagen} doelen zijn"
        flash(f"{zin} intussen veranderd of vastgesteld en overgeslagen.", "let_op")
    if gekoppeld or gemeten:
        flash("De koppeling met doelen is opgeslagen.", "gelukt")
    elif not (gebleven or overgeslagen):
        flash("Er is niets gewijzigd.", "info")
    return redirect(url_for(".toon", id_=id_), 303)


def _gebieden(notitie: Notitie) -> Iterator[tuple[Probleemgebied, list[Doelrij]]]:
    concept = notitie.status is NotitieStatus.CONCEPT
    for gebied in notitie.probleemgebieden:
        per_doel: dict[int, list[Indicatorregel]] = {doel.id: [] for doel in gebied.doelen}
        for regel in gebied.indicatoren:
            if regel.doel_id is not None:
                per_doel[regel.doel_id].append(regel)
        rijen = [Doelrij(doel, per_doel[doel.id], concept and not per_doel[doel.id]) for doel in gebied.doelen]
        if zichtbaar := [rij for rij in rijen if rij.regels or rij.vrij]:
            yield gebied, zichtbaar


def _koppel_regels(indicator: Indicator) -> tuple[int, int]:
    """How many lines were changed, and how many a colleague had changed since the page was opened."""
    stond = _stond()
    gekozen = _nummers("regel")
    anders = [id_ for id_, was in stond.items() if (id_ in gekozen) != (was == indicator.id)]
    gedaan = gebleven = 0
    eigen = {regel.id: regel for regel in queries.eigen_regels()} if anders else {}
    for regel in (eigen[id_] for id_ in anders if id_ in eigen):
        if regel.indicator_id != stond[regel.id]:
            gebleven += 1
            continue
        nieuw = indicator if regel.id in gekozen else None
        gedaan += koppel_regel(db.session(), regel=regel, indicator=nieuw, door=dader())
    return gedaan, gebleven


def _meet_vrije_doelen(indicator: Indicator) -> tuple[int, int]:
    """A doel of a concept that still has no line gets one: how many did, and how many could not any more."""
    gekozen = sorted(_nummers("doel"))
    gedaan = sum(_meet_vrij_doel(id_, indicator) for id_ in gekozen)
    return gedaan, len(gekozen) - gedaan


def _meet_vrij_doel(id_: int, indicator: Indicator) -> bool:
    doel = queries.doel(id_)
    if doel is None:
        return False
    vergrendel_notitie(db.session(), doel.probleemgebied.notitie_id)
    if doel.indicatoren or doel.probleemgebied.notitie.status is not NotitieStatus.CONCEPT:
        return False
    meet_doel(db.session(), doel=doel, indicator=indicator, door=dader())
    return True


def _stond() -> dict[int, int | None]:
    """What each line said when the page was opened; nothing when that cannot be read, and then nothing changes."""
    try:
        stond = json.loads(request.form.get("stond", ""))
        return {int(id_): None if was is None else int(was) for id_, was in stond.items()}
    except (ValueError, TypeError, AttributeError, OverflowError, RecursionError):
        return {}


def _nummers(veld: str) -> set[int]:
    return {int(code) for code in request.form.getlist(veld) if code.isascii() and code.isdecimal() and len(code) < 10}
