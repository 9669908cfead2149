"""Keys for the API of the own organisatie: which there are, a new one that is shown once, and withdrawing one."""

from flask import Blueprint, abort, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.auth.bewaking import vereist
from app.auth.dader import dader
from app.auth.rechten import Recht
from app.models import ApiToken, db, nu
from app.services.sleutels import (
    OngeldigeSleutel,
    Sleutelmacht,
    is_geldig,
    laatste_dag,
    maak_sleutel,
    macht_van,
    sleutels_van,
    trek_in,
)
from app.sleutels.forms import SleutelFormulier

scherm = Blueprint("sleutels", __name__, url_prefix="/sleutels")


@scherm.get("/")
@vereist(Recht.SLEUTELS_BEHEREN)
def overzicht() -> ResponseReturnValue:
    moment = nu()
    alle = sleutels_van(db.session, current_user.organisatie_id)
    return render_template(
        "sleutels/overzicht.html",
        geldig=[sleutel for sleutel in alle if is_geldig(sleutel, moment)],
        voorbij=[sleutel for sleutel in alle if not is_geldig(sleutel, moment)],
        laatste_dag=laatste_dag,
        macht_van=macht_van,
        adres=_adres(),
    )


@scherm.route("/nieuw", methods=["GET", "POST"])
@vereist(Recht.SLEUTELS_BEHEREN)
def nieuw() -> ResponseReturnValue:
    """The answer itself holds the key: it is kept nowhere, so there is no other page to show it on."""
    form = SleutelFormulier.voor(current_user.rol)
    gemaakt = _maak(form) if form.validate_on_submit() else None
    if gemaakt is None:
        return render_template("sleutels/nieuw.html", form=form), 422 if form.errors else 200
    sleutel, geheim = gemaakt
    return render_template("sleutels/gemaakt.html", sleutel=sleutel, geheim=geheim, adres=_adres()), 201


@scherm.route("/<int:id_>/intrekken", methods=["GET", "POST"])
@vereist(Recht.SLEUTELS_BEHEREN)
def intrekken(id_: int) -> ResponseReturnValue:
    sleutel = _haal(id_)
    if request.method == "GET":
        return render_template("sleutels/intrekken.html", sleutel=sleutel)
    if trek_in(db.session, sleutel=sleutel, door=dader()):
        flash(f"De sleutel '{sleutel.naam}' is ingetrokken en werkt niet meer.", "gelukt")
    else:
        flash(f"De sleutel '{sleutel.naam}' was al ingetrokken.", "info")
    return redirect(url_for(".overzicht"), 303)


def _maak(form: SleutelFormulier) -> tuple[ApiToken, str] | None:
    """None when the service refuses; the form then says why."""
    assert form.geldig_tot.data
    try:
        return maak_sleutel(
            db.session,
            organisatie=current_user.organisatie,
            naam=form.naam.data or "",
            macht=Sleutelmacht(form.macht.data),
            geldig_tot=form.geldig_tot.data,
            door=dader(),
        )
    except OngeldigeSleutel as fout:
        form[fout.veld].errors = [str(fout)]
        return None


def _haal(id_: int) -> ApiToken:
    sleutel = db.session.get(ApiToken, id_)
    if sleutel is None or sleutel.organisatie_id != current_user.organisatie_id:
        abort(404)
    return sleutel


def _adres() -> str:
    """Where the API is, as systems outside reach it."""
    return (current_app.config["ADRES"] or request.host_url.rstrip("/")) + url_for("api.beschrijving")
