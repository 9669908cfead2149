"""Logging in and out."""

from flask import current_app, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.auth.bewaking import vereist
from app.auth.gebeurtenis import Manier, Uitkomst, noteer
from app.auth.rechten import Recht
from app.auth.sessie import log_uit
from app.inloggen.binnen import laat_binnen
from app.inloggen.blauwdruk import scherm
from app.inloggen.forms import InlogFormulier
from app.models import db
from app.services.accounts.herkennen import herken, nummer_van
from app.web.grenzen import INLOGGEN, begrensd
from app.web.pogingen import probeer


@scherm.route("/inloggen", methods=["GET", "POST"])
@vereist(Recht.OPENBAAR)
@begrensd(INLOGGEN)
def inloggen() -> ResponseReturnValue:
    if current_user.is_authenticated:
        return redirect(url_for("mijn_werk.overzicht"))
    form = InlogFormulier()
    if not form.validate_on_submit():
        return _pagina(form), 422 if form.errors else 200
    email, wachtwoord = form.email.data or "", form.wachtwoord.data or ""
    poging = probeer("wachtwoord", email)
    if poging.wacht:
        noteer(Manier.WACHTWOORD, Uitkomst.TE_VAAK, nummer_van(db.session, email))
        form.wachtwoord.errors = [f"Er is hier te vaak een verkeerd wachtwoord ingevuld. {poging.weer_over}"]
        return poging.weiger(_pagina(form))
    gebruiker = herken(db.session, email=email, wachtwoord=wachtwoord)
    if gebruiker is None:
        noteer(Manier.WACHTWOORD, Uitkomst.GEWEIGERD, nummer_van(db.session, email))
        form.wachtwoord.errors = ["Het e-mailadres en het wachtwoord horen niet bij elkaar."]
        return _pagina(form), 422
    poging.gelukt()
    return laat_binnen(gebruiker, Manier.WACHTWOORD)


@scherm.post("/uitloggen")
@vereist(Recht.OPENBAAR)
def uitloggen() -> ResponseReturnValue:
    log_uit()
    flash("U bent uitgelogd.", "gelukt")
    return redirect(url_for("inloggen.inloggen"))


def _pagina(form: InlogFormulier) -> str:
    return render_template("inloggen/inloggen.html", form=form, aanbieder=current_app.config["INLOGGEN"].aanbieder)
