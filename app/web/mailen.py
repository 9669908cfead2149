"""Mails about accounts: at once, with an answer for who sends it, or when the answer of the page has gone out."""

import secrets
from collections.abc import Callable

from flask import current_app, request, url_for

from app.services.accounts.mails import Mail
from app.services.post.versturen import Postbus, PostFout
from app.web.transactie import na_afloop
from config import Mailserver


def mailserver() -> Mailserver | None:
    server: Mailserver | None = current_app.config["MAILSERVER"]
    return server


def toegangsadressen() -> Callable[[str], str]:
    """Makes the whole address of a link, also when the request is over.

    Always that of the settings when those name one, never what a visitor said it was: it goes into mails.
    """
    basis = current_app.config["ADRES"] or request.host_url.rstrip("/")
    pad = url_for("inloggen.toegang", geheim="_").removesuffix("_")
    return lambda geheim: f"{basis}{pad}{geheim}"


def verstuur(mail: Mail) -> str | None:
    """Why it did not go; None when it did."""
    server = mailserver()
    if server is None:
        return "Er is geen mailserver ingesteld."
    try:
        with Postbus(server) as bus:
            bus.verstuur(aan=mail.aan, onderwerp=mail.onderwerp, tekst=mail.tekst, kenmerk=secrets.token_hex(16))
    except PostFout as fout:
        current_app.logger.warning("Een mail over een account is niet verstuurd: %s", fout)
        return str(fout)
    return None


def verstuur_straks(maak: Callable[[], Mail | None]) -> None:
    """`maak` is called when the page is on its way; what it changed is kept before the mail goes, so its link works."""
    if mailserver() is not None:
        na_afloop(maak, lambda mail: mail and verstuur(mail))
