"""Logging in and out."""

import math
from datetime import timedelta

from flask import flash, make_response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.auth.bewaking import vereist
from app.auth.rechten import Recht
from app.auth.sessie import log_uit
from app.inloggen.binnen import laat_binnen
from app.inloggen.blauwdruk import scherm
from app.inloggen.forms import InlogFormulier
from app.inloggen.pogingen import probeer
from app.models import db
from app.services.accounts.herkennen import herken
from app.web.grenzen import INLOGGEN, begrensd


@scherm.route("/inloggen", methods=["GET", "POST"])
@vereist(Recht.OPENBAAR)
@begrensd(INLOGGEN)
def inloggen() -> ResponseReturnValue:
    if current_user.is_authenticated:
        return redirect(url_for("mijn_werk.overzicht"))
    form = InlogFormulier()
    if not form.validate_on_submit():
        return _pagina(form, 422 if form.errors else 200)
    email, wachtwoord = form.email.data or "", form.wachtwoord.data or ""
    poging = probeer("wachtwoord", email)
    if poging.wacht:
        return _wacht(form, poging.wacht)
    gebruiker = herken(db.session, email=email, wachtwoord=wachtwoord)
    if gebruiker is None:
        form.wachtwoord.errors = ["Het e-mailadres en het wachtwoord horen niet bij elkaar."]
        return _pagina(form, 422)
    poging.gelukt()
    return laat_binnen(gebruiker)


@scherm.post("/uitloggen")
@vereist(Recht.OPENBAAR)
def uitloggen() -> ResponseReturnValue:
    log_uit()
    flash("U bent uitgelogd.", "gelukt")
    return redirect(url_for("inloggen.inloggen"))


def _pagina(form: InlogFormulier, status: int) -> ResponseReturnValue:
    return render_template("inloggen/inloggen.html", form=form), status


def _wacht(form: InlogFormulier, duur: timedelta) -> ResponseReturnValue:
    form.wachtwoord.errors = [f"Er is hier te vaak een verkeerd wachtwoord ingevuld. {weer_over(duur)}"]
    antwoord = make_response(_pagina(form, 429))
    antwoord.headers["Retry-After"] = str(math.ceil(duur.total_seconds()))
    return antwoord


def weer_over(duur: timedelta) -> str:
    minuten = math.ceil(duur.total_seconds() / 60)
    return f"U kunt het over {'een minuut' if minuten == 1 else f'{minuten} minuten'} weer proberen."
