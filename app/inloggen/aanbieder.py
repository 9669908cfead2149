"""Logging in with the account that people have at work already, by OpenID Connect: the code flow with PKCE."""

from typing import Any

from authlib.common.errors import AuthlibBaseError
from authlib.integrations.flask_client import OAuth
from flask import abort, current_app, flash, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from joserfc.errors import JoseError
from requests import RequestException

from app.auth.bewaking import vereist
from app.auth.rechten import Recht
from app.inloggen.binnen import bestemming, eigen_pagina, laat_binnen, rond_af
from app.inloggen.blauwdruk import scherm
from app.models import Bron, db
from app.services.accounts.aanbieder import Identiteit, NietBekend, herken_identiteit, koppel
from app.services.logboek import Dader
from app.web.grenzen import AANBIEDER, begrensd
from app.web.transactie import sla_ook_lezend_op
from config_inloggen import Aanbieder

NAAM = "aanbieder"
VERDER = "na_aanbieder"
SECONDEN = 10
NIET_TE_BEREIKEN = "De aanbieder is nu niet te bereiken. Probeer het later, of log in met een wachtwoord."
# What the aanbieder says when somebody did more than type a password there (RFC 8176).
MEER_DAN_EEN_WACHTWOORD = {"mfa", "otp", "hwk", "fpt", "face", "sc"}
FOUTEN = (AuthlibBaseError, JoseError, RequestException, RuntimeError, ValueError, KeyError, TypeError)


class Mislukt(Exception):
    """The Dutch sentence is for who tries to log in; the cause, for the log, is its `__cause__`."""


@scherm.get("/inloggen/aanbieder")
@vereist(Recht.OPENBAAR)
@begrensd(AANBIEDER)
def naar_aanbieder() -> ResponseReturnValue:
    if current_user.is_authenticated:
        return redirect(bestemming())
    _instelling()
    session[VERDER] = eigen_pagina(request.args.get("next"))
    try:
        antwoord: ResponseReturnValue = _client().authorize_redirect(_terug())
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
        return _vertel(fout, fout.__cause__)
    if not bekend:
        koppel(db.session, gebruiker=gebruiker, wie=wie, door=Dader(gebruiker.id, Bron.SCHERM))
    # As after a password: what the organisatie asks more than that is asked here, unless it was asked there.
    if MEER_DAN_EEN_WACHTWOORD.isdisjoint(_manieren(zegt)):
        antwoord = laat_binnen(gebruiker, naar)
    else:
        antwoord = rond_af(gebruiker, tweede_stap=True, naar=naar)
    sla_ook_lezend_op()
    return antwoord


def _instelling() -> Aanbieder:
    aanbieder: Aanbieder | None = current_app.config["INLOGGEN"].aanbieder
    return aanbieder or abort(404)


def _client() -> Any:
    """Made for this request: nothing of one visitor is there for the next."""
    aanbieder = _instelling()
    return OAuth(current_app).register(
        NAAM,
        client_id=aanbieder.client,
        client_secret=aanbieder.geheim,
        server_metadata_url=f"{aanbieder.adres.rstrip('/')}/.well-known/openid-configuration",
        client_kwargs={
            "scope": "openid email profile",
            "code_challenge_method": "S256",
            "default_timeout": SECONDEN,
        },
    )


def _terug() -> str:
    adres = url_for(".terug_van_aanbieder")
    eigen: str = current_app.config["ADRES"]
    return eigen + adres if eigen else url_for(".terug_van_aanbieder", _external=True)


def _lees_antwoord(aanbieder: Aanbieder) -> dict[str, Any]:
    """What the aanbieder signed. Raises Mislukt."""
    if request.args.get("error") == "access_denied":
        raise Mislukt("U hebt het inloggen bij de aanbieder afgebroken.")
    try:
        client = _client()
        if client.load_server_metadata().get("issuer") != aanbieder.adres:
            raise ValueError("another issuer than the setting names")
        token = client.authorize_access_token()
        return dict(token["userinfo"])
    except FOUTEN as fout:
        raise Mislukt("Het inloggen bij de aanbieder is niet gelukt. Probeer het opnieuw.") from fout


def _identiteit(aanbieder: Aanbieder, zegt: dict[str, Any]) -> Identiteit:
    zeker = zegt.get("email_verified") is True or (aanbieder.mail_zeker and zegt.get("email_verified") is None)
    email = str(zegt.get("email") or "") if zeker else ""
    return Identiteit(aanbieder.adres, str(zegt.get("sub") or ""), email[:254])


def _manieren(zegt: dict[str, Any]) -> set[str]:
    manieren = zegt.get("amr")
    return {manier for manier in manieren if isinstance(manier, str)} if isinstance(manieren, list) else set()


def _vertel(zin: Exception, oorzaak: BaseException | None) -> ResponseReturnValue:
    if oorzaak is not None:
        current_app.logger.warning("Inloggen bij de aanbieder is mislukt.", exc_info=oorzaak)
    flash(str(zin), "fout")
    return redirect(url_for(".inloggen"), 303)
