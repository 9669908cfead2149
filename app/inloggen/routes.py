"""Logging in and out."""

from urllib.parse import urlsplit

from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from werkzeug.exceptions import HTTPException

from app.auth.bewaking import vereist
from app.auth.rechten import Recht
from app.auth.sessie import log_in, log_uit
from app.inloggen.forms import InlogFormulier
from app.models import db
from app.services.accounts.herkennen import herken
from app.web.grenzen import INLOGGEN, begrensd

scherm = Blueprint("inloggen", __name__)


@scherm.route("/inloggen", methods=["GET", "POST"])
@vereist(Recht.OPENBAAR)
@begrensd(INLOGGEN)
def inloggen() -> ResponseReturnValue:
    if current_user.is_authenticated:
        return redirect(url_for("mijn_werk.overzicht"))
    form = InlogFormulier()
    if not form.validate_on_submit():
        return render_template("inloggen/inloggen.html", form=form), 422 if form.errors else 200
    gebruiker = herken(db.session, email=form.email.data or "", wachtwoord=form.wachtwoord.data or "")
    if gebruiker is None:
        form.wachtwoord.errors = ["Het e-mailadres en het wachtwoord horen niet bij elkaar."]
        return render_template("inloggen/inloggen.html", form=form), 422
    naar = _eigen_pagina(request.args.get("next")) or url_for("mijn_werk.overzicht")
    log_in(gebruiker)
    return redirect(naar)


@scherm.post("/uitloggen")
@vereist(Recht.OPENBAAR)
def uitloggen() -> ResponseReturnValue:
    log_uit()
    flash("U bent uitgelogd.", "gelukt")
    return redirect(url_for("inloggen.inloggen"))


def _eigen_pagina(adres: str | None) -> str | None:
    """Only a path of this site: an address elsewhere would lead people away after logging in."""
    if not adres or not adres.startswith("/") or adres.startswith(("//", "/\\")) or len(adres) > 2000:
        return None
    delen = urlsplit(adres)
    eigen = not delen.netloc and not delen.scheme and _is_pagina(delen.path)
    return adres if eigen else None


def _is_pagina(pad: str) -> bool:
    """Something that can be opened: not an address that only takes what a form sends."""
    try:
        current_app.url_map.bind("").match(pad, method="GET")
    except HTTPException:
        return False
    return True
