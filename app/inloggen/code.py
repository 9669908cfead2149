"""The second step of logging in: a code of the app, or a herstelcode."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.auth.bewaking import vereist
from app.auth.gebeurtenis import Manier
from app.auth.rechten import Recht
from app.auth.tweede_stap import wie_halverwege, zegel
from app.inloggen.binnen import bestemming, rond_af
from app.inloggen.blauwdruk import scherm
from app.inloggen.forms import CodeFormulier
from app.models import db
from app.services.accounts.tweede_stap import codes_over
from app.web.grenzen import INLOGGEN, begrensd
from app.web.tweede_stap import controleer_code


@scherm.route("/inloggen/code", methods=["GET", "POST"])
@vereist(Recht.OPENBAAR)
@begrensd(INLOGGEN)
def code() -> ResponseReturnValue:
    if current_user.is_authenticated:
        return redirect(bestemming())
    wie = wie_halverwege()
    if wie is None:
        flash("Log opnieuw in; het duurde te lang of uw account is gewijzigd.", "let_op")
        return redirect(url_for(".inloggen", next=request.args.get("next")))
    form, voor = CodeFormulier(), codes_over(db.session, wie.id)
    status = controleer_code(form, wie, zegel())
    if status:
        return render_template("inloggen/code.html", form=form), status
    antwoord = rond_af(wie, Manier.CODE, tweede_stap=True)
    over = codes_over(db.session, wie.id)
    if over < voor:
        flash(f"U gebruikte een herstelcode. U hebt er nog {over}.", "let_op")
    return antwoord
