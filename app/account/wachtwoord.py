"""Changing one's own password."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.account.blauwdruk import scherm
from app.account.forms import WachtwoordFormulier
from app.auth.bewaking import vereist
from app.auth.dader import dader
from app.auth.rechten import Recht
from app.auth.sessie import huidige_sessie, log_in
from app.models import db
from app.services.accounts import mails
from app.services.accounts.wachtwoord_zetten import OngeldigWachtwoord, wijzig_wachtwoord
from app.web.mailen import verstuur_straks


@scherm.route("/wachtwoord", methods=["GET", "POST"])
@vereist(Recht.INGELOGD)
def wachtwoord() -> ResponseReturnValue:
    form, tweede_stap = WachtwoordFormulier(), huidige_sessie().tweede_stap
    if not form.validate_on_submit() or not _wijzig(form):
        return render_template("account/wachtwoord.html", form=form), 422 if form.errors else 200
    mail = mails.wachtwoord_gewijzigd(current_user)
    verstuur_straks(lambda: mail)
    log_in(current_user._get_current_object(), tweede_stap=tweede_stap)
    flash("Uw wachtwoord is gewijzigd. In andere browsers bent u uitgelogd.", "gelukt")
    return redirect(url_for(".wachtwoord"), 303)


def _wijzig(form: WachtwoordFormulier) -> bool:
    """False when the service refuses; the form then says why."""
    huidig, nieuw = form.huidig.data or "", form.nieuw.data or ""
    try:
        wijzig_wachtwoord(db.session, gebruiker=current_user, huidig=huidig, nieuw=nieuw, door=dader())
    except OngeldigWachtwoord as fout:
        form[fout.veld].errors = [str(fout)]
        return False
    return True
