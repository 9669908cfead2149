"""The way of every edit form: show, check, put together with what a colleague did meanwhile, save."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from flask import flash, request

from app.web.conflict import voeg_samen
from app.web.formulier import BewerkFormulier


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """`opgeslagen`, or else show the form again with `status`; `botsingen`: per label what is stored now."""

    opgeslagen: bool
    status: int
    botsingen: dict[str, str] = field(default_factory=dict)


def bewerk(form: BewerkFormulier, *, huidig: dict[str, Any], sla_op: Callable[[dict[str, Any]], Any]) -> Uitkomst:
    """`huidig`: the stored values now. `sla_op` gets the values to save."""
    if request.method != "POST":
        form.begin_met(huidig)
        return Uitkomst(False, 200)
    if not form.validate():
        return Uitkomst(False, 422)
    samen = voeg_samen(basis=form.basis.data, huidig=huidig, mijn=form.waarden(), groepen=form.GROEPEN)
    if samen.botsingen:
        # What only the colleague changed is in the form from here on, so that saving again keeps it.
        form.neem_over({naam: huidig[naam] for naam in samen.overgenomen})
        form.begin_met(huidig)
        return Uitkomst(False, 409, form.in_woorden(samen.botsingen, huidig))
    sla_op(samen.waarden)
    if samen.overgenomen:
        flash("Een collega wijzigde intussen andere velden; die wijzigingen zijn bewaard.", "info")
    return Uitkomst(True, 303)
