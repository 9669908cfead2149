"""Where a series started, when that is not simply the figure of the referentiejaar."""

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.auth.bewaking import vereist
from app.auth.dader import dader
from app.auth.rechten import Recht
from app.indicatoren.basis import haal_indicator, haal_plaats, scherm
from app.indicatoren.forms_meting import NulmetingFormulier
from app.models import db
from app.services.indicatoren.nulmeting_zetten import zet_nulmeting, zoek_reeks
from app.web.bewerken import bewerk


@scherm.route("/<int:id_>/nulmeting", methods=["GET", "POST"])
@vereist(Recht.METINGEN_INVOEREN)
def nulmeting(id_: int) -> ResponseReturnValue:
    """`gebied` and `soort` in the address say of which series."""
    indicator = haal_indicator(id_)
    plaats = haal_plaats(indicator)
    reeks = zoek_reeks(db.session(), plaats)
    huidig = {
        "datum": reeks.nulmeting_datum if reeks else None,
        "waarde": reeks.nulmeting_waarde if reeks else None,
    }
    form = NulmetingFormulier(indicator, huidig)

    def sla_op(waarden: dict[str, Any]) -> None:
        zet_nulmeting(db.session(), plaats=plaats, door=dader(), **waarden)

    uitkomst = bewerk(form, huidig=huidig, sla_op=sla_op)
    if not uitkomst.opgeslagen:
        pagina = render_template("indicatoren/nulmeting.html", form=form, plaats=plaats)
        return pagina, uitkomst.status
    flash("De nulmeting is opgeslagen.", "gelukt")
    return redirect(url_for(".toon", id_=id_), 303)
