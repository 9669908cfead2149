"""One figure: entering it, correcting it, taking it away, and undoing a save."""

from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.auth.bewaking import vereist
from app.auth.dader import dader
from app.auth.rechten import Recht
from app.domain.cijfers.indicator import Reekssoort
from app.domain.cijfers.meetperiode import Meetperiode
from app.domain.cijfers.meetwaarde import toon_meetwaarde
from app.domain.persoonsgegevens.burgerservicenummer import bezwaar_tegen
from app.indicatoren import queries
from app.indicatoren.basis import haal_indicator, scherm
from app.indicatoren.forms_meting import CorrectieFormulier, MetingFormulier
from app.indicatoren.toon import toon_pagina
from app.models import Indicator, Meting, Verwijdering, db
from app.services.indicatoren.gebied import als_gebied
from app.services.indicatoren.meting_wijzigen import wijzig_meting
from app.services.indicatoren.metingen_ongedaan import draai_metingen_terug, onthoud
from app.services.indicatoren.metingen_opslaan import (
    NieuweMeting,
    Opgeslagen,
    Uitkomst,
    sla_metingen_op,
    vergelijk_metingen,
)
from app.services.indicatoren.metingen_verwijderen import verwijder_metingen
from app.services.indicatoren.slot import vergrendel_indicatoren
from app.services.verwijderd.terugdraaien import KanNietTerug
from app.web.bewerken import bewerk
from app.web.formulier import schoon
from app.web.melding import flash_ongedaan


@scherm.post("/<int:id_>/metingen")
@vereist(Recht.METINGEN_INVOEREN)
def meting_toevoegen(id_: int) -> ResponseReturnValue:
    indicator = haal_indicator(id_)
    form = MetingFormulier(indicator)
    if not form.validate() or not _mag_zo(form):
        return toon_pagina(indicator, form), 422
    opgeslagen = sla_metingen_op(
        db.session(),
        organisatie_id=current_user.organisatie_id,
        metingen=[_uit(form)],
        door=dader(),
        reden=form.reden.data or "",
    )
    if opgeslagen.aantal(Uitkomst.GELIJK):
        flash(f"{form.meetperiode.label.capitalize()} stond er al zo. Er is niets gewijzigd.", "info")
    else:
        _meld(indicator, f"{form.meetperiode.label.capitalize()} is opgeslagen.", opgeslagen)
    return redirect(url_for(".toon", id_=id_), 303)


@scherm.route("/<int:id_>/metingen/<int:meting_id>", methods=["GET", "POST"])
@vereist(Recht.METINGEN_INVOEREN)
def meting(id_: int, meting_id: int) -> ResponseReturnValue:
    indicator, rij = _haal(id_, meting_id)
    form = CorrectieFormulier(rij)
    gewijzigd: list[Opgeslagen] = []

    def sla_op(waarden: dict[str, Any]) -> None:
        reden = form.reden.data or ""
        gewijzigd.append(wijzig_meting(db.session(), rij=rij, waarden=waarden, door=dader(), reden=reden))

    uitkomst = bewerk(form, huidig=form.waarden_van(rij), sla_op=sla_op)
    if not uitkomst.opgeslagen:
        return _pagina(indicator, rij, form), uitkomst.status
    _meld(indicator, f"{_label(rij).capitalize()} is opgeslagen.", gewijzigd[0])
    return redirect(url_for(".toon", id_=id_), 303)


@scherm.post("/<int:id_>/metingen/<int:meting_id>/verwijderen")
@vereist(Recht.METINGEN_INVOEREN)
def meting_verwijderen(id_: int, meting_id: int) -> ResponseReturnValue:
    indicator, rij = _haal(id_, meting_id)
    label = _label(rij)
    vergrendel_indicatoren(db.session(), [indicator.id])
    if request.form.get("rev", "") != str(queries.rev(rij)):
        flash("Een collega heeft dit cijfer intussen gewijzigd. Er is niets verwijderd.", "let_op")
        return redirect(url_for(".meting", id_=id_, meting_id=meting_id), 303)
    reden = " ".join(schoon(request.form.get("reden", "")).split())[:2_000]
    if bezwaar := bezwaar_tegen(reden, "de reden"):
        form = CorrectieFormulier(rij)
        form.reden.errors = [f"{bezwaar} Er is niets verwijderd."]
        return _pagina(indicator, rij, form), 422
    weg = verwijder_metingen(db.session(), ids=[meting_id], door=dader(), reden=reden)
    _meld(indicator, f"Het cijfer van {label} is verwijderd.", Opgeslagen(), weg)
    return redirect(url_for(".toon", id_=id_), 303)


@scherm.post("/ongedaan/<int:id_>")
@vereist(Recht.METINGEN_INVOEREN)
def ongedaan(id_: int) -> ResponseReturnValue:
    opslag = queries.opslag(id_) or abort(404)
    terug = opslag.inhoud["terug"]
    try:
        uitkomst = draai_metingen_terug(db.session(), verwijdering=opslag, door=dader())
    except KanNietTerug as reden:
        db.session.rollback()
        flash(str(reden), "let_op")
        return redirect(terug, 303)
    wat = "1 cijfer is" if uitkomst.gedaan == 1 else f"{uitkomst.gedaan} cijfers zijn"
    flash(f"{wat} weer zoals het was." if uitkomst.gedaan == 1 else f"{wat} weer zoals ze waren.", "gelukt")
    if uitkomst.gebleven:
        rest = "1 cijfer is" if uitkomst.gebleven == 1 else f"{uitkomst.gebleven} cijfers zijn"
        flash(f"{rest} intussen door iemand anders gewijzigd en zo gebleven.", "let_op")
    return redirect(terug, 303)


def _uit(form: MetingFormulier) -> NieuweMeting:
    assert form.getal is not None
    return NieuweMeting(
        form.indicator,
        form.meetperiode,
        form.getal,
        soort=Reekssoort(form.soort.data),
        gebied=als_gebied(current_user.organisatie, form.gebied.data or ""),
        voorlopig=form.is_voorlopig,
        bron=form.bron.data or "",
    )


def _mag_zo(form: MetingFormulier) -> bool:
    """A figure that is there already is not changed without saying why."""
    vergrendel_indicatoren(db.session(), [form.indicator.id])
    (oordeel,) = vergelijk_metingen(db.session(), organisatie_id=current_user.organisatie_id, metingen=[_uit(form)])
    if oordeel.oud is None or oordeel.oud == oordeel.meting.waarde or form.reden.data:
        return True
    waarde = toon_meetwaarde(oordeel.oud, form.indicator.eenheid)
    form.reden.errors = [f"Bij {form.meetperiode.label} staat al {waarde}. Schrijf op waarom dat anders wordt."]
    return False


def _haal(id_: int, meting_id: int) -> tuple[Indicator, Meting]:
    indicator = haal_indicator(id_)
    return indicator, queries.meting(indicator, meting_id) or abort(404)


def _pagina(indicator: Indicator, rij: Meting, form: CorrectieFormulier) -> str:
    return render_template(
        "indicatoren/meting.html",
        indicator=indicator,
        meting=rij,
        form=form,
        verwijderd=queries.eerder_verwijderd(rij),
    )


def _label(rij: Meting) -> str:
    return Meetperiode(rij.van, rij.tot).label


def _meld(indicator: Indicator, zin: str, opgeslagen: Opgeslagen, weg: list[Verwijdering] | None = None) -> None:
    """Says what was done, with a button to undo it when something was."""
    if not (opgeslagen.nieuw or opgeslagen.gewijzigd or weg):
        flash("Er is niets gewijzigd.", "info")
        return
    opslag = onthoud(
        db.session(),
        organisatie_id=current_user.organisatie_id,
        indicator_ids=[indicator.id],
        opgeslagen=opgeslagen,
        verwijderd=weg or (),
        terug=url_for(".toon", id_=indicator.id),
        door=dader(),
    )
    flash_ongedaan(zin, url_for(".ongedaan", id_=opslag.id))
