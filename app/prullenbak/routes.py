"""What was removed in the own organisatie, and putting it back. Nothing is ever thrown out of here."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.auth.bewaking import vereist
from app.auth.dader import dader
from app.auth.rechten import Recht
from app.models import db
from app.prullenbak import queries
from app.services.verwijderd.prullenbak import zet_terug
from app.services.verwijderd.terugdraaien import KanNietTerug
from app.web.bladeren import plek_in_lijst

scherm = Blueprint("prullenbak", __name__, url_prefix="/prullenbak")


@scherm.get("/")
@vereist(Recht.NOTITIES_BEWERKEN)
def overzicht() -> ResponseReturnValue:
    voor = plek_in_lijst("voor")
    return render_template("prullenbak/overzicht.html", blad=queries.blad(voor), eerste=voor is None)


@scherm.post("/<int:id_>/terugzetten")
@vereist(Recht.NOTITIES_BEWERKEN)
def terugzetten(id_: int) -> ResponseReturnValue:
    """What this user may not edit is not found."""
    weg = queries.verwijdering(id_) or abort(404)
    try:
        zin = zet_terug(db.session(), verwijdering=weg, door=dader())
    except KanNietTerug as reden:
        db.session.rollback()
        flash(str(reden), "let_op")
    else:
        flash(f"{zin}.", "gelukt")
    return redirect(url_for(".overzicht", voor=request.args.get("voor")), 303)
