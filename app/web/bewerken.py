"""The way of every edit form: show, check, put together with what a colleague did meanwhile, save."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import flash, request

from app.web.conflict import voeg_samen
from app.web.formulier import BewerkFormulier


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """`opgeslagen`, or else show the form again with `status`; `botsingen`: per field what is stored now."""

    opgeslagen: bool
    status: int
    botsingen: dict[str, Any]


def bewerk(form: BewerkFormulier, *, huidig: dict[str, Any], sla_op: Callable[[dict[str, Any]], Any]) -> Uitkomst:
    """`huidig`: the stored values now. `sla_op` gets the values to save."""
    if request.method != "POST":
        form.begin_met(huidig)
        return Uitkomst(False, 200, {})
    if not form.validate():
        return Uitkomst(False, 422, {})
    samen = voeg_samen(basis=form.basis.data, huidig=huidig, mijn=form.waarden())
    if samen.botsingen:
        form.begin_met(huidig)
        return Uitkomst(False, 409, samen.botsingen)
    sla_op(samen.waarden)
    if samen.overgenomen:
        flash("Een collega wijzigde intussen andere velden; die wijzigingen zijn bewaard.", "info")
    return Uitkomst(True, 303, {})
