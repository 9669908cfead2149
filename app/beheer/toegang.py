"""Who may come in: another link, blocking, and removing. The history of what somebody did stays."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.auth.bewaking import vereist
from app.auth.dader import dader
from app.auth.rechten import Recht
from app.beheer.blauwdruk import scherm
from app.beheer.gebruikers import haal_gebruiker
from app.beheer.uitnodiging import toon_link
from app.models import db
from app.services.accounts import mails
from app.services.accounts.aanbieder import ontkoppel
from app.services.accounts.gebruikers_beheren import KanNiet, blokkeer, deblokkeer, verwijder_gebruiker
from app.services.accounts.tweede_stap import zet_uit
from app.services.accounts.uitnodigen import geef_link
from app.web.fouten import foutpagina
from app.web.mailen import verstuur_straks


@scherm.post("/gebruikers/<int:id_>/link")
@vereist(Recht.GEBRUIKERS_BEHEREN)
def link(id_: int) -> ResponseReturnValue:
    wie = haal_gebruiker(id_)
    if not wie.actief:
        flash(f"{wie.naam} is geblokkeerd. Hef eerst de blokkade op.", "let_op")
        return redirect(url_for(".gebruiker", id_=id_), 303)
    soort, geheim = geef_link(db.session, gebruiker=wie, door=dader())
    return toon_link(wie, geheim, soort)


@scherm.post("/gebruikers/<int:id_>/blokkeren")
@vereist(Recht.GEBRUIKERS_BEHEREN)
def blokkeren(id_: int) -> ResponseReturnValue:
    wie = haal_gebruiker(id_)
    gedaan = blokkeer(db.session(), gebruiker=wie, door=dader())
    flash(f"{wie.naam} is {'' if gedaan else 'al '}geblokkeerd en kan niet meer inloggen.", "gelukt")
    return redirect(url_for(".gebruiker", id_=id_), 303)


@scherm.post("/gebruikers/<int:id_>/deblokkeren")
@vereist(Recht.GEBRUIKERS_BEHEREN)
def deblokkeren(id_: int) -> ResponseReturnValue:
    wie = haal_gebruiker(id_)
    deblokkeer(db.session(), gebruiker=wie, door=dader())
    flash(f"{wie.naam} kan weer inloggen.", "gelukt")
    return redirect(url_for(".gebruiker", id_=id_), 303)


@scherm.post("/gebruikers/<int:id_>/tweede-stap-uit")
@vereist(Recht.GEBRUIKERS_BEHEREN)
def tweede_stap_uit(id_: int) -> ResponseReturnValue:
    """For who lost the app and the codes; who it is about hears of it."""
    wie = haal_gebruiker(id_)
    if wie.id == current_user.id:
        raise KanNiet("Bij uzelf zet u dit uit bij Mijn instellingen, met een code.")
    if zet_uit(db.session, gebruiker=wie, door=dader()):
        mail = mails.tweede_stap_uit(wie)
        verstuur_straks(lambda: mail)
    flash(f"{wie.naam} logt in met alleen een wachtwoord, tot de tweede stap weer is ingesteld.", "gelukt")
    return redirect(url_for(".gebruiker", id_=id_), 303)


@scherm.post("/gebruikers/<int:id_>/ontkoppelen")
@vereist(Recht.GEBRUIKERS_BEHEREN)
def ontkoppelen(id_: int) -> ResponseReturnValue:
    """For who got another account at work."""
    wie = haal_gebruiker(id_)
    if ontkoppel(db.session, gebruiker=wie, door=dader()):
        flash(f"Het account van {wie.naam} is losgemaakt. Bij de volgende keer telt het e-mailadres.", "gelukt")
    else:
        flash("Er was geen account gekoppeld.", "info")
    return redirect(url_for(".gebruiker", id_=id_), 303)


@scherm.route("/gebruikers/<int:id_>/verwijderen", methods=["GET", "POST"])
@vereist(Recht.GEBRUIKERS_BEHEREN)
def verwijderen(id_: int) -> ResponseReturnValue:
    wie = haal_gebruiker(id_)
    if request.method == "GET":
        return render_template("beheer/verwijderen.html", gebruiker=wie)
    verwijder_gebruiker(db.session(), gebruiker=wie, door=dader())
    flash(f"{wie.naam} is verwijderd. In de geschiedenis blijft staan wat {wie.naam} deed.", "gelukt")
    return redirect(url_for(".gebruikers"), 303)


@scherm.errorhandler(KanNiet)
def kan_niet(fout: KanNiet) -> ResponseReturnValue:
    db.session.rollback()
    return foutpagina(
        409,
        titel="Dit kan niet",
        uitleg=str(fout),
        advies="Er is niets gewijzigd.",
        terug_url=url_for(".gebruikers"),
        terug_tekst="Naar de gebruikers",
    )
