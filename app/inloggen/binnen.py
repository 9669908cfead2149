"""Letting somebody in, to the page that was asked for."""

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from app.auth import bekend
from app.auth.gebeurtenis import Manier, Uitkomst, noteer
from app.auth.sessie import log_in
from app.auth.tweede_stap import heeft_tweede_stap, onthoud_halverwege
from app.models import Gebruiker
from app.web.adressen import eigen_pagina


def laat_binnen(gebruiker: Gebruiker, manier: Manier, naar: str | None = None) -> ResponseReturnValue:
    """Whose password was right: in, or to the second step. `naar`: where to; None when the address says so."""
    if not heeft_tweede_stap(gebruiker):
        return rond_af(gebruiker, manier, naar=naar)
    noteer(manier, Uitkomst.HALVERWEGE, gebruiker.id)
    onthoud_halverwege(gebruiker)
    return redirect(url_for("inloggen.code", next=naar or eigen_pagina(request.args.get("next"))))


def rond_af(
    gebruiker: Gebruiker, manier: Manier, *, tweede_stap: bool = False, naar: str | None = None
) -> ResponseReturnValue:
    naar = naar or bestemming()
    noteer(manier, Uitkomst.BINNEN, gebruiker.id)
    bekend.onthoud(gebruiker.email)
    log_in(gebruiker, tweede_stap=tweede_stap)
    return redirect(naar)


def bestemming() -> str:
    return eigen_pagina(request.args.get("next")) or url_for("mijn_werk.overzicht")
