"""Logging in with the account that people have at work already, by OpenID Connect: the code flow with PKCE."""

from typing import Any

from authlib.common.errors import AuthlibBaseError
from flask import abort, current_app, flash, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from joserfc.errors import JoseError
from requests import RequestException

from app.auth.bewaking import vereist
from app.auth.gebeurtenis import Manier, Uitkomst, noteer
from app.auth.rechten import Recht
from app.inloggen.binnen import bestemming, laat_binnen, rond_af
from app.inloggen.blauwdruk import scherm
from app.inloggen.client import in_twee_stappen, lees_ondertekend, maak_client
from app.models import Bron, db
from app.services.accounts.aanbieder import Identiteit, NietBekend, herken_identiteit, koppel
from app.services.logboek import Dader
from app.web.adressen import eigen_pagina
from app.web.grenzen import AANBIEDER, begrensd
from app.web.transactie import sla_ook_lezend_op
from config_inloggen import Aanbieder

VERDER = "na_aanbieder"
# What a browser says of a visit that began here, or that somebody typed; an old browser says nothing.
VAN_HIER = ("same-origin", "none", "")
NIET_TE_BEREIKEN = "De aanbieder is nu niet te bereiken. Probeer het later, of log in met een wachtwoord."
FOUTEN = (AuthlibBaseError, JoseError, RequestException, RuntimeError, ValueError, KeyError, TypeError)


class Mislukt(Exception):
    """The Dutch sentence is for who tries to log in; the cause, for the log, is its `__cause__`."""


@scherm.get("/inloggen/aanbieder")
@vereist(Recht.OPENBAAR)
@begrensd(AANBIEDER)
def naar_aanbieder() -> ResponseReturnValue:
    """Only from the button: who is known at the aanbieder would be logged in by a page elsewhere, without a word."""
    if current_user.is_authenticated:
        return redirect(bestemming())
    client, naar = maak_client(_instelling()), eigen_pagina(request.args.get("next"))
    if request.headers.get("Sec-Fetch-Site", "") not in VAN_HIER:
        return redirect(url_for(".inloggen", next=naar))
    session[VERDER] = naar
    try:
        antwoord: ResponseReturnValue = client.authorize_redirect(_terug())
    except FOUTEN as fout:
        return _vertel(Mislukt(NIET_TE_BEREIKEN), fout)
    return antwoord


@scherm.get("/inloggen/aanbieder/terug")
@vereist(Recht.OPENBAAR)
@begrensd(AANBIEDER)
def terug_van_aanbieder() -> ResponseReturnValue:
    aanbieder, naar = _instelling(), eigen_pagina(session.pop(VERDER, None))
    try:
        zegt = _lees_antwoord(aanbieder)
        wie = _identiteit(aanbieder, zegt)
        gebruiker, bekend = herken_identiteit(db.session, wie)
    except (Mislukt, NietBekend) as fout:
        noteer(Manier.AANBIEDER, Uitkomst.GEWEIGERD, None)
        return _vertel(fout, fout.__cause__)
    if not bekend:
        koppel(db.session, gebruiker=gebruiker, wie=wie, door=Dader(gebruiker.id, Bron.SCHERM))
    # As after a password: what the organisatie asks more than that is asked here, unless it was asked there.
    if in_twee_stappen(zegt):
        antwoord = rond_af(gebruiker, Manier.AANBIEDER, tweede_stap=True, naar=naar)
    else:
        antwoord = laat_binnen(gebruiker, Manier.AANBIEDER, naar)
    sla_ook_lezend_op()
    return antwoord


def _instelling() -> Aanbieder:
    aanbieder: Aanbieder | None = current_app.config["INLOGGEN"].aanbieder
    return aanbieder or abort(404)


def _terug() -> str:
    adres = url_for(".terug_van_aanbieder")
    eigen: str = current_app.config["ADRES"]
    return eigen + adres if eigen else url_for(".terug_van_aanbieder", _external=True)


def _lees_antwoord(aanbieder: Aanbieder) -> dict[str, Any]:
    """What the aanbieder signed. Raises Mislukt."""
    if request.args.get("error") == "access_denied":
        raise Mislukt("U hebt het inloggen bij de aanbieder afgebroken.")
    try:
        return lees_ondertekend(maak_client(aanbieder), aanbieder)
    except FOUTEN as fout:
        raise Mislukt("Het inloggen bij de aanbieder is niet gelukt. Probeer het opnieuw.") from fout


def _identiteit(aanbieder: Aanbieder, zegt: dict[str, Any]) -> Identiteit:
    zeker = zegt.get("email_verified") is True or (aanbieder.mail_zeker and zegt.get("email_verified") is None)
    email = str(zegt.get("email") or "") if zeker else ""
    return Identiteit(aanbieder.adres, str(zegt.get("sub") or ""), email[:254])


def _vertel(zin: Exception, oorzaak: BaseException | None) -> ResponseReturnValue:
    if oorzaak is not None:
        current_app.logger.warning("Inloggen bij de aanbieder is mislukt.", exc_info=oorzaak)
    flash(str(zin), "fout")
    return redirect(url_for(".inloggen"), 303)
