"""A forgotten password. The answer is the same, and as fast, for an address that nobody has."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.auth.bewaking import vereist
from app.auth.rechten import Recht
from app.inloggen.blauwdruk import scherm
from app.inloggen.forms import VergetenFormulier
from app.models import db
from app.services.accounts import mails
from app.services.accounts.herstellen import vraag_herstel
from app.web.grenzen import HERSTELLEN, begrensd
from app.web.mailen import mailserver, toegangsadressen, verstuur_straks


@scherm.route("/wachtwoord-vergeten", methods=["GET", "POST"])
@vereist(Recht.OPENBAAR)
@begrensd(HERSTELLEN)
def vergeten() -> ResponseReturnValue:
    form = VergetenFormulier() if mailserver() else None
    if form is None or not form.validate_on_submit():
        return render_template("inloggen/vergeten.html", form=form), 422 if form and form.errors else 200
    _stuur_link(form.email.data or "")
    flash("Kennen wij dit e-mailadres, dan krijgt u binnen een paar minuten een mail met een link.", "info")
    return redirect(url_for(".inloggen"), 303)


def _stuur_link(email: str) -> None:
    """Whether there is somebody is only looked up when the answer has gone out."""
    adres = toegangsadressen()

    def maak() -> mails.Mail | None:
        gevonden = vraag_herstel(db.session, email=email)
        return mails.herstel(gevonden[0], adres(gevonden[1])) if gevonden else None

    verstuur_straks(maak)
