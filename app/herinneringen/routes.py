"""My choice of reminders, and for who manages: what was sent and what waits."""

from flask import Blueprint, current_app, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.auth.bewaking import vereist
from app.auth.rechten import Recht
from app.herinneringen import queries
from app.herinneringen.forms import InstellingenFormulier
from app.models import Frequentie
from app.web.bladeren import blad

scherm = Blueprint("herinneringen", __name__)


@scherm.route("/instellingen", methods=["GET", "POST"])
@vereist(Recht.INGELOGD)
def instellingen() -> ResponseReturnValue:
    form = InstellingenFormulier(data={"herinneringen": current_user.herinneringen.value})
    if form.validate_on_submit():
        current_user.herinneringen = Frequentie(form.herinneringen.data)
        flash("Uw instellingen zijn opgeslagen.", "gelukt")
        return redirect(url_for(".instellingen"), 303)
    return render_template("herinneringen/instellingen.html", form=form), 422 if form.errors else 200


@scherm.get("/herinneringen")
@vereist(Recht.HERINNERINGEN_BEKIJKEN)
def overzicht() -> ResponseReturnValue:
    per_status = queries.per_status(current_user)
    pagina, aantal_paginas = blad(sum(per_status.values()), queries.PER_PAGINA)
    return render_template(
        "herinneringen/overzicht.html",
        herinneringen=queries.herinneringen(current_user, pagina),
        per_status=per_status,
        pagina=pagina,
        aantal_paginas=aantal_paginas,
        mailserver=current_app.config["MAILSERVER"],
    )
