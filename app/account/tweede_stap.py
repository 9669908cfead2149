"""Logging in in two steps: switching it on with an app, codes on paper, and off again."""

from datetime import timedelta

import segno
from flask import flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from markupsafe import Markup

from app.account.blauwdruk import scherm
from app.account.forms import AppFormulier, UitFormulier
from app.auth.bewaking import vereist
from app.auth.dader import dader
from app.auth.rechten import Recht
from app.auth.sessie import huidige_sessie, log_in, log_uit
from app.auth.tweede_stap import eist_tweede_stap, zegel
from app.models import Gebruiker, TweedeStap, db, nu
from app.services.accounts import mails
from app.services.accounts.tweede_stap import (
    VerkeerdeCode,
    adres_voor_app,
    codes_over,
    nieuw_app_geheim,
    nieuwe_codes,
    stand_van,
    zet_aan,
    zet_uit,
)
from app.web.adressen import eigen_pagina
from app.web.mailen import verstuur_straks
from app.web.tweede_stap import controleer_code

# In the session until the app has shown that it has it too.
NIEUW = "nieuw geheim voor de app"
# Who finds a screen left open must not be able to tie this account to an app of their own.
PAS_INGELOGD = timedelta(minutes=15)


@scherm.route("/tweede-stap", methods=["GET", "POST"])
@vereist(Recht.INGELOGD, zonder_tweede_stap=True)
def tweede_stap() -> ResponseReturnValue:
    """`next` in the address: where somebody was when the organisatie asked for this."""
    verder, stand = eigen_pagina(request.args.get("next")), stand_van(db.session, current_user.id)
    if verder and huidige_sessie().tweede_stap and request.method == "GET":
        return redirect(verder)  # arranged meanwhile, or at the aanbieder
    if stand is not None:
        return _pagina(UitFormulier(), stand)
    if nu() - huidige_sessie().begonnen_op > PAS_INGELOGD:
        return render_template("account/log_opnieuw_in.html", verder=verder), 409
    form, geheim = AppFormulier(), session.setdefault(NIEUW, nieuw_app_geheim())
    codes = _zet_aan(form, geheim) if form.validate_on_submit() else None
    if codes is None:
        delen = {"form": form, "geheim": geheim, "plaatje": _plaatje(geheim)}
        return render_template("account/tweede_stap_aan.html", **delen), 422 if form.errors else 200
    return render_template("account/herstelcodes.html", codes=codes, verder=verder), 201


@scherm.post("/tweede-stap/opnieuw-inloggen")
@vereist(Recht.INGELOGD, zonder_tweede_stap=True)
def opnieuw_inloggen() -> ResponseReturnValue:
    """Out, and by way of logging in back to what was asked; logging out stays a choice of the user."""
    hier = url_for(".tweede_stap", next=eigen_pagina(request.form.get("next")))
    log_uit()
    flash("Log opnieuw in. Daarna stelt u het inloggen in twee stappen in.", "info")
    return redirect(url_for("inloggen.inloggen", next=hier), 303)


@scherm.post("/tweede-stap/wijzigen")
@vereist(Recht.INGELOGD)
def tweede_stap_wijzigen() -> ResponseReturnValue:
    """New codes on paper, or off; either asks for a code first, so that a screen left open is not enough."""
    stand = stand_van(db.session, current_user.id)
    if stand is None:
        return redirect(url_for(".tweede_stap"), 303)
    form, wie = UitFormulier(), current_user._get_current_object()
    status = controleer_code(form, wie, zegel())
    if status:
        return _pagina(form, stand), status
    if request.form.get("actie") == "codes":
        codes = nieuwe_codes(db.session, gebruiker=wie, door=dader())
        return render_template("account/herstelcodes.html", codes=codes), 201
    return _zet_uit(wie)


def _pagina(form: UitFormulier, stand: TweedeStap) -> str:
    wie = current_user._get_current_object()
    over, verplicht = codes_over(db.session, wie.id), eist_tweede_stap(wie)
    return render_template("account/tweede_stap.html", form=form, stand=stand, over=over, verplicht=verplicht)


def _zet_aan(form: AppFormulier, geheim: str) -> list[str] | None:
    """The herstelcodes; None when the code does not fit, and then the form says so."""
    wie = current_user._get_current_object()
    try:
        codes = zet_aan(
            db.session, gebruiker=wie, geheim=geheim, code=form.code.data or "", zegel=zegel(), door=dader()
        )
    except VerkeerdeCode as fout:
        form.code.errors = [str(fout)]
        return None
    log_in(wie, tweede_stap=True)
    return codes


def _zet_uit(wie: Gebruiker) -> ResponseReturnValue:
    if eist_tweede_stap(wie):
        flash("Hier wordt van u gevraagd om in te loggen in twee stappen. Het blijft aan.", "let_op")
        return redirect(url_for(".tweede_stap"), 303)
    zet_uit(db.session, gebruiker=wie, door=dader())
    mail = mails.tweede_stap_uit(wie)
    verstuur_straks(lambda: mail)
    log_in(wie)
    flash("Inloggen in twee stappen staat uit. In andere browsers bent u uitgelogd.", "gelukt")
    return redirect(url_for(".tweede_stap"), 303)


def _plaatje(geheim: str) -> Markup:
    """Squares for the camera, in the page itself: the secret goes to nobody else."""
    code = segno.make(adres_voor_app(geheim, current_user), error="m", micro=False)
    return Markup(code.svg_inline(scale=5, border=4, light="#fff", title="QR-code voor de app", omitsize=False))  # noqa: S704 - made of squares only
