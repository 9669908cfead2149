"""Undoing a file that was taken over: first what that would do, then a job that does it."""

from flask import abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.auth.bewaking import vereist
from app.auth.rechten import Recht
from app.metingen_importeren.basis import importeur
from app.metingen_importeren.blauwdruk import scherm
from app.metingen_importeren.taken import TERUGDRAAIEN
from app.models import Metinglevering, db
from app.services.indicatoren.levering_terugdraaien import bekijk_terugdraaien, blijvers
from app.services.taken.plannen import plan_taak


@scherm.get("/leveringen/<int:id_>")
@vereist(Recht.METINGEN_INVOEREN)
def levering(id_: int) -> ResponseReturnValue:
    gevonden = _haal(id_)
    gedaan = gevonden.teruggedraaid_op is not None
    return render_template(
        "metingen_importeren/levering.html",
        levering=gevonden,
        terug=None if gedaan else bekijk_terugdraaien(db.session(), gevonden),
        blijvers=[] if gedaan else blijvers(db.session(), gevonden),
        bezig=gevonden.taak is not None and gevonden.taak.status.loopt,
    )


@scherm.post("/leveringen/<int:id_>/ongedaan")
@vereist(Recht.METINGEN_INVOEREN)
def levering_ongedaan(id_: int) -> ResponseReturnValue:
    """Once: a second click looks at the same job."""
    gevonden = _haal(id_)
    if gevonden.teruggedraaid_op is None and not (gevonden.taak and gevonden.taak.status.loopt):
        taak = plan_taak(
            db.session(),
            soort=TERUGDRAAIEN,
            door=importeur(),
            organisatie_id=gevonden.organisatie_id,
            parameters={"levering": gevonden.id},
            vervolg=url_for(".levering", id_=id_),
        )
        gevonden.taak_id = taak.id
    if gevonden.taak_id is None:
        return redirect(url_for(".levering", id_=id_), 303)
    return redirect(url_for("taken.toon", id_=gevonden.taak_id), 303)


def _haal(id_: int) -> Metinglevering:
    """Of the own organisatie; ends the request when there is none."""
    gevonden = db.session.get(Metinglevering, id_)
    if gevonden is None or gevonden.organisatie_id != current_user.organisatie_id:
        abort(404)
    return gevonden
