"""Where somebody is logged in, and ending that."""

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.account.blauwdruk import scherm
from app.auth.bewaking import vereist
from app.auth.rechten import Recht
from app.auth.sessie import grenzen, huidige_sessie, log_uit
from app.models import Inlogsessie, db
from app.services.accounts.sessies import beeindig_sessie, beeindig_sessies, sessies_van


@scherm.get("/sessies")
@vereist(Recht.INGELOGD)
def sessies() -> ResponseReturnValue:
    return render_template(
        "account/sessies.html",
        sessies=sessies_van(db.session, current_user.id, grenzen()),
        huidige=huidige_sessie(),
        grenzen=grenzen(),
    )


@scherm.post("/sessies/<int:id_>/beeindigen")
@vereist(Recht.INGELOGD)
def sessie_beeindigen(id_: int) -> ResponseReturnValue:
    sessie = db.session.get(Inlogsessie, id_)
    if sessie is not None and sessie.gebruiker_id != current_user.id:
        abort(404)
    if id_ == huidige_sessie().id:
        return _naar_inloggen("U bent uitgelogd.")
    beeindig_sessie(db.session, id_=id_)
    flash("U bent in die browser uitgelogd.", "gelukt")
    return redirect(url_for(".sessies"), 303)


@scherm.post("/sessies/overal-beeindigen")
@vereist(Recht.INGELOGD)
def overal_uitloggen() -> ResponseReturnValue:
    beeindig_sessies(db.session, gebruiker_id=current_user.id)
    return _naar_inloggen("U bent in alle browsers uitgelogd, ook in deze.")


def _naar_inloggen(zin: str) -> ResponseReturnValue:
    log_uit()
    flash(zin, "gelukt")
    return redirect(url_for("inloggen.inloggen"), 303)
