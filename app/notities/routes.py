"""Notities: the list, one notitie with its probleemgebieden, its data and its status."""

from collections import Counter

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.auth.bewaking import vereist
from app.auth.dader import dader
from app.auth.rechten import Recht, mag
from app.domain.bevindingen.vinden import bevindingen_met_plek
from app.domain.notitie.status import OVERGANGEN, NotitieStatus
from app.models import Notitie, Probleemgebied, db
from app.notities import queries
from app.notities.bestand import notitie_bestand
from app.notities.forms import NotitieFormulier
from app.probleemgebieden.forms import GebiedFormulier
from app.services.notities.beheren import NotitieBestaat, maak_notitie, wijzig_notitie, zet_status
from app.services.notities.gebied_lezen import lees_gebieden
from app.services.notities.probleemgebied_beheren import voeg_probleemgebied_toe
from app.services.notities.slot import vergrendel_notitie
from app.services.notities.structuur_van import structuur_van_notitie
from app.services.notities.versies import besluit_van
from app.versies.lijst import in_werking, kan_verder
from app.versies.queries import versies as versies_van
from app.web.bestand import ONBEKEND_FORMAAT, als_bestand
from app.web.bewerkbaar import eis_bewerkbaar
from app.web.bewerken import bewerk
from app.web.fouten import foutpagina
from app.writing.formaten import FORMATEN

BESTAAT = (
    "Er is al een notitie met deze titel en datum. Ga verder in die notitie, of geef deze een andere titel of datum."
)

scherm = Blueprint("notities", __name__, url_prefix="/notities")


@scherm.get("/")
@vereist(Recht.NOTITIES_LEZEN)
def lijst() -> ResponseReturnValue:
    return render_template("notities/lijst.html", regels=queries.notities())


@scherm.route("/nieuw", methods=["GET", "POST"])
@vereist(Recht.NOTITIES_BEWERKEN)
def nieuw() -> ResponseReturnValue:
    form = NotitieFormulier()
    notitie = _maak(form) if form.validate_on_submit() else None
    if notitie is None:
        return render_template("notities/formulier.html", form=form, notitie=None), 422 if form.errors else 200
    flash(f"De notitie '{notitie.titel}' is gemaakt. Voeg nu het eerste probleemgebied toe.", "gelukt")
    return redirect(url_for(".toon", id_=notitie.id), 303)


def _maak(form: NotitieFormulier) -> Notitie | None:
    """None, and the form says why, when there is one of that title and date."""
    try:
        return maak_notitie(
            db.session(), organisatie_id=current_user.organisatie_id, waarden=form.waarden(), door=dader()
        )
    except NotitieBestaat:
        db.session.rollback()
        form.titel.errors = [BESTAAT]
        return None


@scherm.get("/<int:id_>")
@vereist(Recht.NOTITIES_LEZEN)
def toon(id_: int) -> ResponseReturnValue:
    notitie = queries.notitie(id_) or abort(404)
    gebieden = lees_gebieden(db.session(), Probleemgebied.notitie_id == id_)
    gevonden = bevindingen_met_plek(structuur_van_notitie(notitie, gebieden))
    per_gebied = Counter(plek for plek, _ in gevonden)
    versies = versies_van(notitie)
    return render_template(
        "notities/toon.html",
        notitie=notitie,
        formaten=FORMATEN.values(),
        rijen=[(gebied, per_gebied[plek]) for plek, gebied in enumerate(gebieden)],
        bevindingen=[bevinding for _, bevinding in gevonden],
        stappen=_stappen(notitie),
        geschiedenis=queries.geschiedenis(notitie),
        versies=versies,
        geldend=in_werking(versies),
        kan_verder=kan_verder(versies),
        besluit=besluit_van(notitie),
    )


@scherm.post("/<int:id_>/exporteren")
@vereist(Recht.NOTITIES_LEZEN)
def exporteren(id_: int) -> ResponseReturnValue:
    """A POST: of what may come back is kept how it went out."""
    notitie = queries.notitie_met_alles(id_) or abort(404)
    formaat = request.form.get("formaat", "")
    if formaat not in FORMATEN:
        return foutpagina(422, uitleg=ONBEKEND_FORMAAT)
    return als_bestand(notitie_bestand(notitie, formaat, gebruiker_id=current_user.id), formaat)


@scherm.route("/<int:id_>/bewerken", methods=["GET", "POST"])
@vereist(Recht.NOTITIES_BEWERKEN)
def bewerken(id_: int) -> ResponseReturnValue:
    notitie = _haal_om_te_bewerken(id_)
    eis_bewerkbaar(notitie)
    form = NotitieFormulier(obj=notitie)
    uitkomst = bewerk(
        form,
        huidig=form.waarden_van(notitie),
        sla_op=lambda waarden: wijzig_notitie(db.session, notitie=notitie, waarden=waarden, door=dader()),
    )
    if not uitkomst.opgeslagen:
        pagina = render_template("notities/formulier.html", form=form, notitie=notitie)
        return pagina, uitkomst.status
    flash("De gegevens zijn opgeslagen.", "gelukt")
    return redirect(url_for(".toon", id_=id_), 303)


@scherm.post("/<int:id_>/status")
@vereist(Recht.NOTITIES_BEWERKEN)
def status(id_: int) -> ResponseReturnValue:
    notitie = _haal_om_te_bewerken(id_)
    naar = request.form.get("status", "")
    if naar not in {stap.value for stap in _stappen(notitie)}:
        flash("Deze stap kan nu niet (meer). Kijk eerst wat de status is.", "fout")
        return redirect(url_for(".toon", id_=id_), 303)
    if NotitieStatus(naar) is NotitieStatus.VASTGESTELD:
        return redirect(url_for("versies.vaststellen", id_=id_), 303)
    zet_status(db.session, notitie=notitie, status=NotitieStatus(naar), door=dader())
    flash(f"De status van deze notitie is nu: {naar}.", "gelukt")
    return redirect(url_for(".toon", id_=id_), 303)


@scherm.route("/<int:id_>/probleemgebieden/nieuw", methods=["GET", "POST"])
@vereist(Recht.NOTITIES_BEWERKEN)
def nieuw_gebied(id_: int) -> ResponseReturnValue:
    notitie = _haal_om_te_bewerken(id_)
    eis_bewerkbaar(notitie)
    form = GebiedFormulier()
    if not form.validate_on_submit():
        pagina = render_template("probleemgebieden/gegevens.html", form=form, notitie=notitie, gebied=None)
        return pagina, 422 if form.errors else 200
    gebied = voeg_probleemgebied_toe(db.session, notitie=notitie, waarden=form.waarden(), door=dader())
    flash(f"Het probleemgebied '{gebied.naam}' is toegevoegd.", "gelukt")
    return redirect(url_for("probleemgebieden.bewerken", id_=gebied.id), 303)


def _haal_om_te_bewerken(id_: int) -> Notitie:
    if request.method == "POST":
        vergrendel_notitie(db.session(), id_)
    return queries.notitie(id_) or abort(404)


def _stappen(notitie: Notitie) -> list[NotitieStatus]:
    """The next statuses this user may choose: offering is for who edits, deciding for who may vaststellen."""
    if mag(current_user.rol, Recht.NOTITIES_VASTSTELLEN):
        return list(OVERGANGEN[notitie.status])
    if mag(current_user.rol, Recht.NOTITIES_BEWERKEN) and notitie.status is NotitieStatus.CONCEPT:
        return [NotitieStatus.TER_VASTSTELLING]
    return []
