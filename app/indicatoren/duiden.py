""" "Wat zien we?": what the figures of an indicator mean in one period."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.auth.bewaking import vereist
from app.auth.dader import dader
from app.auth.rechten import Recht
from app.domain.voortgang.periode import OngeldigePeriode, Periode, lees_periode
from app.indicatoren.basis import haal_indicator, scherm
from app.indicatoren.forms import DuidingFormulier
from app.models import Indicator, db
from app.services.indicatoren.duiding_opslaan import sla_duiding_op, zoek_duiding
from app.services.indicatoren.slot import vergrendel_indicatoren
from app.web.bewerken import bewerk


@scherm.route("/<int:id_>/duiding", methods=["GET", "POST"])
@vereist(Recht.METINGEN_INVOEREN)
def duiding(id_: int) -> ResponseReturnValue:
    """`periode` in the address; without one that can be read the page asks for it."""
    indicator = haal_indicator(id_)
    periode, bezwaar = _periode()
    if periode is None:
        pagina = render_template("indicatoren/duiding_periode.html", indicator=indicator, bezwaar=bezwaar)
        return pagina, 422 if bezwaar else 200
    return _schrijf(indicator, periode)


def _schrijf(indicator: Indicator, periode: Periode) -> ResponseReturnValue:
    plek: dict[str, Any] = {"organisatie_id": current_user.organisatie_id, "periode": periode.code}
    if request.method == "POST":
        vergrendel_indicatoren(db.session(), [indicator.id])
    rij = zoek_duiding(db.session(), indicator_id=indicator.id, **plek)
    huidig = {"tekst": rij.tekst if rij else ""}
    form = DuidingFormulier(data=huidig)

    def sla_op(waarden: dict[str, Any]) -> None:
        sla_duiding_op(db.session(), indicator=indicator, door=dader(), **plek, **waarden)

    uitkomst = bewerk(form, huidig=huidig, sla_op=sla_op)
    if not uitkomst.opgeslagen:
        pagina = render_template("indicatoren/duiding.html", form=form, indicator=indicator, periode=periode)
        return pagina, uitkomst.status
    flash(f"De duiding over {periode.label} is opgeslagen.", "gelukt")
    return redirect(url_for(".toon", id_=indicator.id, _anchor="duiding"), 303)


def _periode() -> tuple[Periode | None, str]:
    """The period of the address, or why there is none; an empty sentence when it was not asked for yet."""
    code = request.args.get("periode")
    if code is None:
        return None, ""
    try:
        return lees_periode(code), ""
    except OngeldigePeriode as fout:
        return None, str(fout)
