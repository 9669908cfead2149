"""The chapters of a report: add, change, move, remove, and put back what was removed."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.auth.bewaking import vereist
from app.auth.dader import dader
from app.auth.rechten import Recht
from app.models import Hoofdstuk, db
from app.rapportages import queries
from app.rapportages.basis import STAPPEN, adres_van, haal_hoofdstuk, haal_rapport, probeer, scherm
from app.rapportages.forms import HoofdstukFormulier
from app.services.notities.item_verplaatsen import StaatAlAanHetEind
from app.services.rapporten.fouten import RapportFout
from app.services.rapporten.hoofdstukken import verplaats_hoofdstuk, voeg_hoofdstuk_toe, wijzig_hoofdstuk
from app.services.rapporten.verwijderen import verwijder_hoofdstuk, zet_terug
from app.services.verwijderd.terugdraaien import KanNietTerug
from app.web.bewerken import Uitkomst, bewerk
from app.web.melding import flash_ongedaan


@scherm.route("/<code>/hoofdstukken/nieuw", methods=["GET", "POST"])
@vereist(Recht.RAPPORTEN_SAMENSTELLEN)
def hoofdstuk_nieuw(code: str) -> ResponseReturnValue:
    rapport = haal_rapport(code)
    form = HoofdstukFormulier()
    if form.validate_on_submit():
        try:
            hoofdstuk = voeg_hoofdstuk_toe(db.session(), rapport=rapport, waarden=form.waarden(), door=dader())
            flash(f"'{hoofdstuk.titel}' is toegevoegd. Voeg nu het eerste blok toe.", "gelukt")
            return redirect(adres_van(hoofdstuk), 303)
        except RapportFout as fout:
            form.titel.errors = [str(fout)]
    pagina = render_template("rapportages/hoofdstuk.html", form=form, rapport=rapport, hoofdstuk=None)
    return pagina, 422 if form.errors else 200


@scherm.route("/hoofdstukken/<int:id_>", methods=["GET", "POST"])
@vereist(Recht.RAPPORTEN_SAMENSTELLEN)
def hoofdstuk_bewerken(id_: int) -> ResponseReturnValue:
    hoofdstuk = haal_hoofdstuk(id_)
    form = HoofdstukFormulier(obj=hoofdstuk)
    uitkomst = probeer(form, "titel", lambda: _bewerk(form, hoofdstuk))
    if not uitkomst.opgeslagen:
        delen = {"form": form, "rapport": hoofdstuk.rapport, "hoofdstuk": hoofdstuk}
        return render_template("rapportages/hoofdstuk.html", **delen), uitkomst.status
    flash(f"'{hoofdstuk.titel}' is opgeslagen.", "gelukt")
    return redirect(adres_van(hoofdstuk), 303)


@scherm.post("/hoofdstukken/<int:id_>/verplaatsen")
@vereist(Recht.RAPPORTEN_SAMENSTELLEN)
def hoofdstuk_verplaatsen(id_: int) -> ResponseReturnValue:
    hoofdstuk = haal_hoofdstuk(id_)
    stap = STAPPEN.get(request.form.get("stap", "")) or abort(400)
    try:
        flash(f"{verplaats_hoofdstuk(db.session(), hoofdstuk=hoofdstuk, stap=stap, door=dader())}.", "gelukt")
    except StaatAlAanHetEind as reden:
        flash(str(reden), "info")
    return redirect(adres_van(hoofdstuk), 303)


@scherm.post("/hoofdstukken/<int:id_>/verwijderen")
@vereist(Recht.RAPPORTEN_SAMENSTELLEN)
def hoofdstuk_verwijderen(id_: int) -> ResponseReturnValue:
    hoofdstuk = haal_hoofdstuk(id_)
    rapport = hoofdstuk.rapport
    weg = verwijder_hoofdstuk(db.session(), hoofdstuk=hoofdstuk, door=dader())
    flash_ongedaan(f"{weg.omschrijving} is verwijderd.", url_for(".terugzetten", id_=weg.id))
    return redirect(adres_van(rapport), 303)


@scherm.post("/verwijderingen/<int:id_>/terugzetten")
@vereist(Recht.RAPPORTEN_SAMENSTELLEN)
def terugzetten(id_: int) -> ResponseReturnValue:
    weg = queries.verwijdering(id_) or abort(404)
    try:
        rapport = zet_terug(db.session(), verwijdering=weg, door=dader())
    except (KanNietTerug, RapportFout) as reden:
        db.session.rollback()
        flash(str(reden), "let_op")
        return redirect(url_for(".lijst"), 303)
    flash(f"{weg.omschrijving} is teruggezet.", "gelukt")
    return redirect(adres_van(rapport), 303)


def _bewerk(form: HoofdstukFormulier, hoofdstuk: Hoofdstuk) -> Uitkomst:
    return bewerk(
        form,
        huidig={"titel": hoofdstuk.titel, "duiding": hoofdstuk.duiding},
        sla_op=lambda w: wijzig_hoofdstuk(db.session(), hoofdstuk=hoofdstuk, waarden=w, door=dader()),
    )
