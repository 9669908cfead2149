"""A link to come in with: mailed, or shown once to hand over when it cannot be mailed."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.models import Gebruiker, Linksoort
from app.services.accounts import mails
from app.web.mailen import toegangsadressen, verstuur

MAIL = {Linksoort.UITNODIGING: mails.uitnodiging, Linksoort.HERSTEL: mails.herstel}


def toon_link(wie: Gebruiker, geheim: str, soort: Linksoort) -> ResponseReturnValue:
    """The answer itself holds the link: it is kept nowhere, so there is no other page to show it on."""
    adres = toegangsadressen()(geheim)
    waarom_niet = verstuur(MAIL[soort](wie, adres))
    if waarom_niet is None:
        flash(f"Er is een mail met een link gestuurd aan {wie.email}.", "gelukt")
        return redirect(url_for("beheer.gebruikers"), 303)
    pagina = render_template("beheer/link.html", gebruiker=wie, adres=adres, soort=soort, waarom_niet=waarom_niet)
    return pagina, 201
