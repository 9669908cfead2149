"""The themas and maatregelen that are reported on: the list, and adding, changing, moving and removing a thema."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.auth.bewaking import vereist
from app.auth.dader import dader
from app.auth.rechten import Recht
from app.models import Maatregel, Thema, Voortgangsregel, db
from app.services.notities.item_verplaatsen import StaatAlAanHetEind
from app.services.verwijderd.terugdraaien import KanNietTerug
from app.services.voortgang.fouten import VoortgangFout
from app.services.voortgang.slot import vergrendel_organisatie
from app.services.voortgang.thema_beheren import verplaats_thema, voeg_thema_toe, wijzig_thema
from app.services.voortgang.verwijderen import verwijder_thema, zet_terug
from app.voortgang import queries
from app.voortgang.basis import scherm
from app.voortgang.forms import ThemaFormulier
from app.voortgang.lijst import adres_in_lijst, lijst
from app.web.bewerken import bewerk
from app.web.bladeren import paginanummer
from app.web.melding import flash_ongedaan

STAPPEN = {"omhoog": -1, "omlaag": 1}


@scherm.get("/maatregelen")
@vereist(Recht.VOORTGANG_LEZEN)
def maatregelen() -> ResponseReturnValue:
    return render_template(
        "voortgang/maatregelen.html", lijst=lijst(paginanummer()), kleurdefinities=queries.kleurdefinities()
    )


@scherm.route("/themas/nieuw", methods=["GET", "POST"])
@vereist(Recht.VOORTGANG_INVULLEN)
def thema_nieuw() -> ResponseReturnValue:
    form = ThemaFormulier()
    if not form.validate_on_submit():
        pagina = render_template("voortgang/thema.html", form=form, thema=None)
        return pagina, 422 if form.errors else 200
    thema = voeg_thema_toe(
        db.session, organisatie_id=current_user.organisatie_id, naam=form.waarden()["naam"], door=dader()
    )
    flash(f"Thema {thema.nummer} is toegevoegd. Voeg nu de eerste maatregel toe.", "gelukt")
    return redirect(adres_in_lijst(thema_id=thema.id), 303)


@scherm.route("/themas/<int:id_>", methods=["GET", "POST"])
@vereist(Recht.VOORTGANG_INVULLEN)
def thema_bewerken(id_: int) -> ResponseReturnValue:
    thema = haal_thema(id_)
    form = ThemaFormulier(obj=thema)
    uitkomst = bewerk(
        form,
        huidig=form.waarden_van(thema),
        sla_op=lambda waarden: wijzig_thema(db.session, thema=thema, door=dader(), **waarden),
    )
    if not uitkomst.opgeslagen:
        pagina = render_template("voortgang/thema.html", form=form, thema=thema)
        return pagina, uitkomst.status
    flash(f"Thema {thema.nummer} is opgeslagen.", "gelukt")
    return redirect(adres_in_lijst(thema_id=id_), 303)


@scherm.post("/themas/<int:id_>/verplaatsen")
@vereist(Recht.VOORTGANG_INVULLEN)
def thema_verplaatsen(id_: int) -> ResponseReturnValue:
    thema = haal_thema(id_)
    stap = STAPPEN.get(request.form.get("stap", "")) or abort(400)
    try:
        flash(f"{verplaats_thema(db.session, thema=thema, stap=stap, door=dader())}.", "gelukt")
    except StaatAlAanHetEind as reden:
        flash(str(reden), "info")
    return redirect(adres_in_lijst(thema_id=id_), 303)


@scherm.post("/themas/<int:id_>/verwijderen")
@vereist(Recht.VOORTGANG_INVULLEN)
def thema_verwijderen(id_: int) -> ResponseReturnValue:
    thema = haal_thema(id_)
    weg = verwijder_thema(db.session, thema=thema, door=dader())
    flash_ongedaan(f"{weg.omschrijving} is verwijderd.", url_for(".terugzetten", id_=weg.id))
    return redirect(url_for(".maatregelen"), 303)


@scherm.post("/verwijderingen/<int:id_>/terugzetten")
@vereist(Recht.VOORTGANG_INVULLEN)
def terugzetten(id_: int) -> ResponseReturnValue:
    weg = queries.verwijdering(id_) or abort(404)
    try:
        item = zet_terug(db.session, verwijdering=weg, door=dader())
    except (KanNietTerug, VoortgangFout) as reden:
        # Nothing that was put back halfway may stay.
        db.session.rollback()
        flash(str(reden), "let_op")
        return redirect(url_for(".maatregelen"), 303)
    flash(f"{weg.omschrijving} is teruggezet.", "gelukt")
    return redirect(_plek_van(item), 303)


def haal_thema(id_: int) -> Thema:
    if request.method == "POST":
        vergrendel_organisatie(db.session(), current_user.organisatie_id)
    return queries.thema(id_) or abort(404)


def _plek_van(item: Thema | Maatregel | Voortgangsregel) -> str:
    if isinstance(item, Voortgangsregel):
        return url_for(".invullen", code=item.periode.code, wie="alle", _anchor=f"regel-{item.id}")
    if isinstance(item, Thema):
        return adres_in_lijst(thema_id=item.id)
    return adres_in_lijst(thema_id=item.thema_id, maatregel=item)
