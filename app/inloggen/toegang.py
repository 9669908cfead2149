"""Choosing a password with a link: after an invitation, or when it was forgotten.

Looking uses nothing up, as mail scanners look too; only choosing does.
"""

from flask import flash, render_template, url_for
from flask.typing import ResponseReturnValue

from app.auth.bewaking import vereist
from app.auth.gebeurtenis import Manier
from app.auth.rechten import Recht
from app.inloggen.binnen import laat_binnen
from app.inloggen.blauwdruk import scherm
from app.models import Linksoort, Toegangslink, db
from app.services.accounts import mails
from app.services.accounts.herstellen import LinkGebruikt, kies_wachtwoord
from app.services.accounts.links import vind_link
from app.services.accounts.wachtwoord_zetten import OngeldigWachtwoord
from app.web.fouten import foutpagina
from app.web.mailen import verstuur_straks
from app.web.wachtwoordveld import NieuwWachtwoord


@scherm.route("/toegang/<geheim>", methods=["GET", "POST"])
@vereist(Recht.OPENBAAR)
def toegang(geheim: str) -> ResponseReturnValue:
    link = vind_link(db.session, geheim)
    if link is None:
        return _werkt_niet()
    form = NieuwWachtwoord()
    if not form.validate_on_submit() or not _kies(link, form):
        return render_template("inloggen/toegang.html", form=form, link=link), 422 if form.errors else 200
    antwoord = laat_binnen(link.gebruiker, Manier.LINK)
    flash("Uw wachtwoord is ingesteld.", "gelukt")
    return antwoord


def _kies(link: Toegangslink, form: NieuwWachtwoord) -> bool:
    """False when the service refuses; the form then says why."""
    was_er_al = link.soort is Linksoort.HERSTEL
    try:
        gebruiker = kies_wachtwoord(db.session, link=link, wachtwoord=form.nieuw.data or "")
    except OngeldigWachtwoord as fout:
        form.nieuw.errors = [str(fout)]
        return False
    if was_er_al:
        mail = mails.wachtwoord_gewijzigd(gebruiker)
        verstuur_straks(lambda: mail)
    return True


@scherm.errorhandler(LinkGebruikt)
def al_gebruikt(_fout: LinkGebruikt) -> ResponseReturnValue:
    db.session.rollback()
    return _werkt_niet()


def _werkt_niet() -> ResponseReturnValue:
    return foutpagina(
        404,
        titel="Deze link werkt niet meer",
        uitleg="De link is al gebruikt, te oud of ingetrokken.",
        advies="Hebt u een nieuwere mail, gebruik dan de link daarin. Vraag anders een nieuwe link, of vraag het de "
        "beheerder van uw organisatie.",
        terug_url=url_for(".vergeten"),
        terug_tekst="Nieuwe link vragen",
    )
