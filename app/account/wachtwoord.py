"""Changing one's own password."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.account.blauwdruk import scherm
from app.account.forms import WachtwoordFormulier
from app.auth.bewaking import vereist
from app.auth.dader import dader
from app.auth.gebeurtenis import Manier, Uitkomst, noteer
from app.auth.rechten import Recht
from app.auth.sessie import huidige_sessie, log_in
from app.models import db
from app.services.accounts import mails
from app.services.accounts.wachtwoord_zetten import OngeldigWachtwoord, wijzig_wachtwoord
from app.services.accounts.wachtwoorden import klopt
from app.web.mailen import verstuur_straks
from app.web.pogingen import Poging, probeer


@scherm.route("/wachtwoord", methods=["GET", "POST"])
@vereist(Recht.INGELOGD)
def wachtwoord() -> ResponseReturnValue:
    form, tweede_stap = WachtwoordFormulier(), huidige_sessie().tweede_stap
    if not form.validate_on_submit():
        return _pagina(form), 422 if form.errors else 200
    poging = probeer("wachtwoord", current_user.email)  # who finds a screen left open guesses no faster than elsewhere
    if poging.wacht:
        noteer(Manier.WACHTWOORD, Uitkomst.TE_VAAK, current_user.id)
        form.huidig.errors = [f"Er is hier te vaak een verkeerd wachtwoord ingevuld. {poging.weer_over}"]
        return poging.weiger(_pagina(form))
    if not _wijzig(form, poging):
        return _pagina(form), 422
    mail = mails.wachtwoord_gewijzigd(current_user)
    verstuur_straks(lambda: mail)
    log_in(current_user._get_current_object(), tweede_stap=tweede_stap)
    flash("Uw wachtwoord is gewijzigd. In andere browsers bent u uitgelogd.", "gelukt")
    return redirect(url_for(".wachtwoord"), 303)


def _pagina(form: WachtwoordFormulier) -> str:
    return render_template("account/wachtwoord.html", form=form)


def _wijzig(form: WachtwoordFormulier, poging: Poging) -> bool:
    """False when the service refuses; the form then says why. Only a wrong present password is a failure."""
    huidig, nieuw = form.huidig.data or "", form.nieuw.data or ""
    if klopt(current_user.wachtwoord_hash, huidig):
        poging.gelukt()
    try:
        wijzig_wachtwoord(db.session, gebruiker=current_user, huidig=huidig, nieuw=nieuw, door=dader())
    except OngeldigWachtwoord as fout:
        if fout.veld == "huidig":
            noteer(Manier.WACHTWOORD, Uitkomst.GEWEIGERD, current_user.id)
        form[fout.veld].errors = [str(fout)]
        return False
    return True
