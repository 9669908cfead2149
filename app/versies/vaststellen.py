"""Vaststellen with the decision that does so, and going on with a new concept."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.auth.bewaking import vereist
from app.auth.dader import dader
from app.auth.rechten import Recht
from app.domain.bevindingen.vinden import bevindingen
from app.models import Notitie, NotitieStatus, db
from app.services.notities.beheren import OngeldigeOvergang
from app.services.notities.slot import vergrendel_notitie
from app.services.notities.structuur_van import structuur_van_notitie
from app.services.notities.versies import begin_nieuw_concept, stel_vast
from app.versies import queries
from app.versies.blauwdruk import scherm
from app.versies.forms import VaststelFormulier
from app.versies.lijst import in_werking

VERANDERD = "Deze notitie is intussen gewijzigd. Kijk opnieuw wat u vaststelt, en klik dan nog een keer op Vaststellen."


@scherm.route("/<int:id_>/vaststellen", methods=["GET", "POST"])
@vereist(Recht.NOTITIES_VASTSTELLEN)
def vaststellen(id_: int) -> ResponseReturnValue:
    if request.method == "POST":
        vergrendel_notitie(db.session(), id_)
    notitie = queries.met_hun_tekst(id_).get(id_) or abort(404)
    if notitie.status is not NotitieStatus.TER_VASTSTELLING:
        flash(_kan_niet(notitie), "let_op")
        return redirect(url_for("notities.toon", id_=id_), 303)
    vorige = in_werking(queries.versies(notitie))
    form = VaststelFormulier()
    form.na = vorige.vaststelling.datum if vorige and vorige.vaststelling else None
    goed, status = _controleer(form, notitie)
    if not goed:
        return _pagina(form, notitie, vorige), status
    stel_vast(db.session(), notitie=notitie, besluit=form.als_besluit(), door=dader())
    flash(f"Versie {notitie.versienummer} is vastgesteld. Deze tekst verandert niet meer.", "gelukt")
    return redirect(url_for("notities.toon", id_=id_), 303)


def _controleer(form: VaststelFormulier, notitie: Notitie) -> tuple[bool, int]:
    """Whether it can go on, and the status of the page when it cannot."""
    if request.method != "POST":
        form.begin_met(notitie)
        return False, 200
    if not form.validate():
        return False, 422
    if not form.is_gezien(notitie):
        flash(VERANDERD, "let_op")
        form.begin_met(notitie)
        return False, 409
    return True, 303


def _pagina(form: VaststelFormulier, notitie: Notitie, vorige: Notitie | None) -> str:
    structuur = structuur_van_notitie(notitie)
    return render_template(
        "versies/vaststellen.html",
        form=form,
        notitie=notitie,
        vorige=vorige,
        gebieden=len(structuur.probleemgebieden),
        doelen=sum(len(gebied.doelen) for gebied in structuur.probleemgebieden),
        bevindingen=bevindingen(structuur),
    )


def _kan_niet(notitie: Notitie) -> str:
    if notitie.status is NotitieStatus.VASTGESTELD:
        return "Deze versie is al vastgesteld."
    return "Deze notitie is nog een concept. Bied haar eerst ter vaststelling aan."


@scherm.post("/<int:id_>/nieuw-concept")
@vereist(Recht.NOTITIES_BEWERKEN)
def nieuw_concept(id_: int) -> ResponseReturnValue:
    vergrendel_notitie(db.session(), id_)
    notitie = queries.notitie(id_) or abort(404)
    try:
        concept = begin_nieuw_concept(db.session(), notitie=notitie, door=dader())
    except OngeldigeOvergang as reden:
        flash(str(reden), "let_op")
        return redirect(url_for(".versies", id_=id_), 303)
    flash(
        f"Versie {concept.versienummer} is begonnen als concept. Versie {notitie.versienummer} blijft gelden "
        "tot de nieuwe is vastgesteld.",
        "gelukt",
    )
    return redirect(url_for("notities.toon", id_=concept.id), 303)
