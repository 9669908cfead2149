"""What groen, oranje and rood mean at this organisatie."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.auth.bewaking import vereist
from app.auth.dader import dader
from app.auth.rechten import Recht
from app.domain.voortgang.structuur import Kleur
from app.models import db
from app.services.voortgang.kleurdefinities import zet_kleurdefinities
from app.services.voortgang.slot import vergrendel_organisatie
from app.voortgang import queries
from app.voortgang.basis import scherm
from app.voortgang.forms import KleurenFormulier
from app.web.bewerken import bewerk


@scherm.route("/kleuren", methods=["GET", "POST"])
@vereist(Recht.KLEUREN_BEPALEN)
def kleuren() -> ResponseReturnValue:
    if request.method == "POST":
        vergrendel_organisatie(db.session(), current_user.organisatie_id)
    huidig = KleurenFormulier.waarden_van(queries.kleurdefinities())
    form = KleurenFormulier(data=huidig)
    uitkomst = bewerk(form, huidig=huidig, sla_op=_sla_op)
    if not uitkomst.opgeslagen:
        return render_template("voortgang/kleuren.html", form=form), uitkomst.status
    flash("De betekenis van de kleuren is opgeslagen.", "gelukt")
    return redirect(url_for(".maatregelen"), 303)


def _sla_op(waarden: dict[str, Any]) -> None:
    teksten = {Kleur(naam): tekst for naam, tekst in waarden.items()}
    zet_kleurdefinities(db.session, organisatie_id=current_user.organisatie_id, teksten=teksten, door=dader())
