"""Below which number counts of people are shown as "< 5" to who may not see them."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.auth.bewaking import vereist
from app.auth.dader import dader
from app.auth.rechten import Recht
from app.domain.cijfers.indicator import wat_verbergt
from app.indicatoren.basis import scherm
from app.indicatoren.forms import DrempelFormulier
from app.models import Organisatie, db
from app.services.indicatoren.drempel_zetten import zet_drempel
from app.services.voortgang.slot import vergrendel_organisatie
from app.web.bewerken import bewerk


@scherm.route("/instellingen", methods=["GET", "POST"])
@vereist(Recht.DREMPEL_BEPALEN)
def instellingen() -> ResponseReturnValue:
    if request.method == "POST":
        vergrendel_organisatie(db.session(), current_user.organisatie_id)
    organisatie = db.session.get_one(Organisatie, current_user.organisatie_id)
    huidig = {"drempel": organisatie.drempel}
    form = DrempelFormulier(data=huidig)

    def sla_op(waarden: dict[str, Any]) -> None:
        zet_drempel(db.session(), organisatie=organisatie, door=dader(), reden=form.reden.data or "", **waarden)

    uitkomst = bewerk(form, huidig=huidig, sla_op=sla_op)
    if not uitkomst.opgeslagen:
        pagina = render_template(
            "indicatoren/instellingen.html",
            form=form,
            nu=organisatie.drempel,
            verborgen_nu=wat_verbergt(organisatie.drempel),
        )
        return pagina, uitkomst.status
    flash(f"De drempel is opgeslagen. Verborgen: {wat_verbergt(organisatie.drempel)}.", "gelukt")
    return redirect(url_for(".overzicht"), 303)
