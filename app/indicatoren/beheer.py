"""Adding, changing and removing an indicator, and undoing a removal."""

from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.auth.bewaking import vereist
from app.auth.dader import dader
from app.auth.rechten import Recht
from app.indicatoren import queries
from app.indicatoren.basis import haal_eigen, scherm
from app.indicatoren.forms import MeetindicatorFormulier
from app.models import Indicator, Indicatorregel, db
from app.services.indicatoren.fouten import IndicatorFout
from app.services.indicatoren.indicator_beheren import (
    heeft_cijfers,
    verwijder_indicator,
    voeg_indicator_toe,
    wijzig_indicator,
    zet_indicator_terug,
)
from app.services.indicatoren.regel_koppelen import koppel_regel
from app.services.indicatoren.slot import vergrendel_indicatoren
from app.services.verwijderd.terugdraaien import KanNietTerug
from app.web.adressen import lees_sleutel
from app.web.bewerken import Uitkomst, bewerk
from app.web.melding import flash_ongedaan


@scherm.route("/nieuw", methods=["GET", "POST"])
@vereist(Recht.INDICATOREN_BEWERKEN)
def nieuw() -> ResponseReturnValue:
    """`regel` in the address: the line of a notitie that it will measure."""
    regel = _regel()
    form = _formulier(None, _uit_regel(regel))
    indicator = _voeg_toe(form, regel) if form.validate_on_submit() else None
    if indicator is None:
        pagina = render_template("indicatoren/formulier.html", form=form, indicator=None, regel=regel)
        return pagina, 422 if form.errors else 200
    flash(f"Indicator '{indicator.naam}' is toegevoegd. Vul nu het eerste cijfer in.", "gelukt")
    return redirect(url_for(".toon", id_=indicator.id), 303)


@scherm.route("/<int:id_>/bewerken", methods=["GET", "POST"])
@vereist(Recht.INDICATOREN_BEWERKEN)
def bewerken(id_: int) -> ResponseReturnValue:
    indicator = haal_eigen(id_)
    if request.method == "POST":  # what a colleague saves from here on waits; what he saved before is seen
        vergrendel_indicatoren(db.session(), [id_])
    huidig = MeetindicatorFormulier.waarden_van(indicator)
    form = _formulier(indicator, huidig)
    uitkomst = _bewerk(form, indicator, huidig)
    if not uitkomst.opgeslagen:
        pagina = render_template(
            "indicatoren/formulier.html",
            form=form,
            indicator=indicator,
            regel=None,
            met_cijfers=heeft_cijfers(db.session(), indicator),
        )
        return pagina, uitkomst.status
    flash(f"Indicator '{indicator.naam}' is opgeslagen.", "gelukt")
    return redirect(url_for(".toon", id_=id_), 303)


@scherm.post("/<int:id_>/verwijderen")
@vereist(Recht.INDICATOREN_BEWERKEN)
def verwijderen(id_: int) -> ResponseReturnValue:
    indicator = haal_eigen(id_)
    try:
        weg = verwijder_indicator(db.session(), indicator=indicator, door=dader())
    except IndicatorFout as fout:
        flash(str(fout), "let_op")
        return redirect(url_for(".toon", id_=id_), 303)
    flash_ongedaan(f"{weg.omschrijving} is verwijderd.", url_for(".terugzetten", id_=weg.id))
    return redirect(url_for(".overzicht"), 303)


@scherm.post("/verwijderingen/<int:id_>/terugzetten")
@vereist(Recht.INDICATOREN_BEWERKEN)
def terugzetten(id_: int) -> ResponseReturnValue:
    weg = queries.verwijderde_indicator(id_) or abort(404)
    try:
        indicator = zet_indicator_terug(db.session(), verwijdering=weg, door=dader())
    except KanNietTerug as reden:
        db.session.rollback()
        flash(str(reden), "let_op")
        return redirect(url_for(".overzicht"), 303)
    flash(f"{weg.omschrijving} is teruggezet.", "gelukt")
    return redirect(url_for(".toon", id_=indicator.id), 303)


def _regel() -> Indicatorregel | None:
    id_ = request.args.get("regel", type=lees_sleutel)
    return (queries.regel(id_) or abort(404)) if id_ else None


def _uit_regel(regel: Indicatorregel | None) -> dict[str, Any]:
    """What the line and its doel say already."""
    if regel is None:
        return {}
    eenheid = regel.doel.eenheid if regel.doel else None
    return {"naam": " ".join(regel.tekst.split())[:300]} | ({"eenheid": eenheid[:40]} if eenheid else {})


def _formulier(indicator: Indicator | None, waarden: dict[str, Any]) -> MeetindicatorFormulier:
    form = MeetindicatorFormulier(data=MeetindicatorFormulier.velden_van(waarden))
    form.kies_uit(queries.bruikbaar(), indicator)
    return form


def _voeg_toe(form: MeetindicatorFormulier, regel: Indicatorregel | None) -> Indicator | None:
    """None when it was refused; the form then says why."""
    try:
        indicator = voeg_indicator_toe(
            db.session(), organisatie_id=current_user.organisatie_id, waarden=form.waarden(), door=dader()
        )
    except IndicatorFout as fout:
        form[fout.veld].errors = [str(fout)]
        return None
    if regel is not None:
        koppel_regel(db.session(), regel=regel, indicator=indicator, door=dader())
    return indicator


def _bewerk(form: MeetindicatorFormulier, indicator: Indicator, huidig: dict[str, Any]) -> Uitkomst:
    def sla_op(waarden: dict[str, Any]) -> None:
        wijzig_indicator(db.session(), indicator=indicator, waarden=waarden, door=dader())

    try:
        return bewerk(form, huidig=huidig, sla_op=sla_op)
    except IndicatorFout as fout:
        form[fout.veld].errors = [str(fout)]
        return Uitkomst(False, 422)
