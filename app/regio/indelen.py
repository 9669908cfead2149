"""Taking an opdracht out of its group, putting groups together, and undoing either."""

import hashlib

from flask import abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.auth.bewaking import vereist
from app.auth.dader import dader
from app.auth.rechten import Recht
from app.domain.regio.overzicht import Regiogroep, vind
from app.models import db
from app.regio.basis import haal_regel, haal_regio
from app.regio.blauwdruk import scherm
from app.regio.laden import laad_regels
from app.regio.queries import vind_besluit
from app.services.regio.indelen import AlApart, haal_apart, trek_besluit_in, voeg_samen
from app.services.regio.slot import vergrendel_regio
from app.web.melding import flash_ongedaan

INTUSSEN = "Deze groep is intussen veranderd. Hieronder staat zij zoals zij nu is; er is niets gewijzigd."


def stand_van(groep: Regiogroep) -> str:
    """What the user saw in the group; sent along with every decision about it."""
    return hashlib.sha256(" ".join(regel.sleutel for regel in groep.regels).encode()).hexdigest()[:16]


@scherm.post("/opdrachten/<sleutel>/apart")
@vereist(Recht.OPDRACHTEN_BEANTWOORDEN)
def apart(sleutel: str) -> ResponseReturnValue:
    regio_id = _vergrendel()
    _, groep, regel = haal_regel(sleutel)
    terug = redirect(url_for(".groep", sleutel=sleutel), 303)
    if _is_veranderd(groep):
        return terug
    vast = {"regio_id": regio_id, "organisatie_id": current_user.organisatie_id, "door": dader()}
    try:
        besluit = haal_apart(db.session(), groep=groep, regel=regel, **vast)
    except AlApart as reden:
        flash(str(reden), "info")
        return terug
    flash_ongedaan("Deze opdracht staat nu apart.", url_for(".besluit_intrekken", besluit_id=besluit.id))
    return terug


@scherm.post("/opdrachten/<sleutel>/samen")
@vereist(Recht.OPDRACHTEN_BEANTWOORDEN)
def samen(sleutel: str) -> ResponseReturnValue:
    regio_id = _vergrendel()
    groepen, groep, _ = haal_regel(sleutel)
    andere = vind(groepen, request.form.get("andere", ""))
    if not _is_veranderd(groep) and andere is not None and andere[0] is not groep:
        vast = {"regio_id": regio_id, "organisatie_id": current_user.organisatie_id, "door": dader()}
        besluit = voeg_samen(db.session(), groep=groep, andere=andere[0], **vast)
        flash_ongedaan("De opdrachten zijn samengevoegd.", url_for(".besluit_intrekken", besluit_id=besluit.id))
    return redirect(url_for(".groep", sleutel=sleutel), 303)


@scherm.post("/besluiten/<int:besluit_id>/intrekken")
@vereist(Recht.OPDRACHTEN_BEANTWOORDEN)
def besluit_intrekken(besluit_id: int) -> ResponseReturnValue:
    besluit = vind_besluit(_vergrendel(), besluit_id) or abort(404)
    genoemd = [*besluit.leden, *besluit.rest]
    trek_besluit_in(db.session(), besluit=besluit, organisatie_id=current_user.organisatie_id, door=dader())
    flash("Dat is teruggedraaid.", "gelukt")
    er_nog = {regel.sleutel for regel in laad_regels(besluit.regio_id)}
    sleutel = next((lid for lid in genoemd if lid in er_nog), None)
    return redirect(url_for(".groep", sleutel=sleutel) if sleutel else url_for(".overzicht"), 303)


def _vergrendel() -> int:
    regio_id = haal_regio().id
    vergrendel_regio(db.session(), regio_id)
    return regio_id


def _is_veranderd(groep: Regiogroep) -> bool:
    """Says so as well."""
    anders = request.form.get("stand") != stand_van(groep)
    if anders:
        flash(INTUSSEN, "let_op")
    return anders
