"""Work in the background: what runs, what came of it, stopping it and doing it again."""

from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.auth.bewaking import vereist
from app.auth.dader import dader
from app.auth.rechten import Recht
from app.domain.taal.getallen import toon_getal
from app.models import Taak, TaakStatus, db
from app.services.taken.fouten import TaakNietTeWijzigen
from app.services.taken.ingrijpen import breek_af, voer_opnieuw_uit
from app.taken import queries
from app.web.bladeren import blad

scherm = Blueprint("taken", __name__, url_prefix="/taken")


@scherm.get("/")
@vereist(Recht.TAKEN_BEKIJKEN)
def overzicht() -> ResponseReturnValue:
    per_status = queries.per_status(current_user)
    nummer, paginas = blad(sum(per_status.values()), queries.PER_PAGINA)
    return render_template(
        "taken/overzicht.html",
        taken=queries.pagina(current_user, nummer),
        per_status=per_status,
        pagina=nummer,
        paginas=paginas,
        getal=toon_getal,
    )


@scherm.get("/<int:id_>")
@vereist(Recht.TAKEN_BEKIJKEN)
def toon(id_: int) -> ResponseReturnValue:
    taak = _vind(id_)
    ervoor = queries.wachten_ervoor(taak) if taak.status is TaakStatus.WACHT else 0
    return render_template("taken/toon.html", taak=taak, ervoor=ervoor, getal=toon_getal)


@scherm.post("/<int:id_>/afbreken")
@vereist(Recht.TAKEN_BEKIJKEN)
def afbreken(id_: int) -> ResponseReturnValue:
    return _grijp_in(id_, breek_af, "De taak is afgebroken.")


@scherm.post("/<int:id_>/opnieuw")
@vereist(Recht.TAKEN_BEKIJKEN)
def opnieuw(id_: int) -> ResponseReturnValue:
    return _grijp_in(id_, voer_opnieuw_uit, "De taak staat weer in de wachtrij.")


def _grijp_in(id_: int, handeling: Any, gelukt: str) -> ResponseReturnValue:
    taak = _vind(id_)
    try:
        handeling(db.session, taak=taak, door=dader())
    except TaakNietTeWijzigen as fout:
        flash(fout.zin, "let_op")
    else:
        flash(gelukt, "gelukt")
    return redirect(url_for(".toon", id_=id_), 303)


def _vind(id_: int) -> Taak:
    taak = queries.vind_taak(current_user, id_)
    if taak is None:
        abort(404)
    return taak
