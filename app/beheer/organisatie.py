"""The data of the own organisatie. Making another one stays with the command: that is not for a gemeente itself."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.auth.bewaking import vereist
from app.auth.dader import dader
from app.auth.rechten import Recht
from app.beheer.blauwdruk import scherm
from app.beheer.forms import OrganisatieFormulier
from app.models import Organisatie, db
from app.services.organisaties.wijzigen import wijzig_organisatie
from app.services.voortgang.slot import vergrendel_organisatie
from app.web.bewerken import bewerk


@scherm.route("/organisatie", methods=["GET", "POST"])
@vereist(Recht.ORGANISATIE_BEHEREN)
def organisatie() -> ResponseReturnValue:
    if request.method == "POST":
        vergrendel_organisatie(db.session(), current_user.organisatie_id)
    eigen = db.session.get_one(Organisatie, current_user.organisatie_id)
    huidig = OrganisatieFormulier.waarden_van(eigen)
    form = OrganisatieFormulier(data=huidig)

    def sla_op(waarden: dict[str, Any]) -> None:
        wijzig_organisatie(db.session(), organisatie=eigen, waarden=waarden, door=dader())

    uitkomst = bewerk(form, huidig=huidig, sla_op=sla_op)
    if not uitkomst.opgeslagen:
        return render_template("beheer/organisatie.html", form=form, organisatie=eigen), uitkomst.status
    flash("De gegevens van de organisatie zijn opgeslagen.", "gelukt")
    return redirect(url_for(".overzicht"), 303)
