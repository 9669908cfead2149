"""The way of every edit form: show, check, put together with what a colleague did meanwhile, save."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from flask import flash, request

from app.web.basis import HUN, Botsing, Start, lees, met_keuzes, teken
from app.web.conflict import Samenvoeging, voeg_samen
from app.web.formulier import BewerkFormulier


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """`opgeslagen`, or else show the form again with `status`; what was in the way is in the form."""

    opgeslagen: bool
    status: int


def bewerk(form: BewerkFormulier, *, huidig: dict[str, Any], sla_op: Callable[[dict[str, Any]], Any]) -> Uitkomst:
    """`huidig`: the stored values now. `sla_op` gets the values to save."""
    if request.method != "POST":
        form.basis.data = teken(Start(huidig))
        return Uitkomst(False, 200)
    start = lees(form.basis.data)
    form.botsingen = met_keuzes(start.botsingen, request.form)
    if not _is_goed(form):
        return Uitkomst(False, 422)
    mijn = form.waarden()
    samen = voeg_samen(
        begin=start.waarden,
        huidig=huidig,
        mijn=mijn,
        groepen=form.groepen(start.waarden, huidig, mijn),
        laat={botsing.naam for botsing in form.botsingen if botsing.keuze == HUN},
    )
    if samen.botsingen:
        _leg_voor(form, samen, start, huidig)
        return Uitkomst(False, 409)
    sla_op(samen.waarden)
    if samen.overgenomen:
        flash("Een collega wijzigde intussen andere velden; die wijzigingen zijn bewaard.", "info")
    return Uitkomst(True, 303)


def _is_goed(form: BewerkFormulier) -> bool:
    """Every field, and a choice for everything there is to choose."""
    goed = bool(form.validate())
    open_ = [botsing for botsing in form.botsingen if botsing.fout]
    form.form_errors += [f"{botsing.label}: {botsing.fout}" for botsing in open_]
    return goed and not open_


def _leg_voor(form: BewerkFormulier, samen: Samenvoeging, start: Start, huidig: dict[str, Any]) -> None:
    """What is not in conflict is settled: it is in the form from here on, so that saving again keeps it."""
    mijn = form.waarden()
    form.botsingen = list(_botsingen(form, samen, start.waarden, huidig, mijn))
    form.neem_over({naam: huidig[naam] for naam in (*samen.overgenomen, *samen.gelaten)})
    form.basis.data = teken(Start(huidig, tuple(form.botsingen)))


def _botsingen(
    form: BewerkFormulier, samen: Samenvoeging, begin: dict[str, Any], huidig: dict[str, Any], mijn: dict[str, Any]
) -> Iterable[Botsing]:
    for groep in samen.botsingen:
        bekend = all(naam in begin for naam in groep)
        yield Botsing(
            naam=groep[0],
            label=form.label_van(groep),
            begin=form.in_woorden(groep, begin) if bekend else None,
            hun=form.in_woorden(groep, huidig),
            mijn=form.in_woorden(groep, mijn),
        )
