"""Browsers in which somebody logged in before. They are counted apart, so that no stranger can make them wait."""

import hashlib
import secrets

from flask import Response, after_this_request, current_app, request
from itsdangerous import BadData, URLSafeTimedSerializer

from app.auth.sleutelbos import tekenaar_met_tijd

DUUR = 180 * 24 * 3600
# A shared computer knows a few people; who comes after them is known anew.
HOOGSTENS = 5


def kenmerk_van(email: str) -> str | None:
    """What this browser got when this user logged in here; None when that never happened, or is too long ago."""
    return _bekenden().get(_naam(email))


def onthoud(email: str) -> None:
    """From this request on the browser is one of this user."""
    bekenden = {_naam(email): secrets.token_urlsafe(16)} | {n: k for n, k in _bekenden().items() if n != _naam(email)}
    waarde = _zegel().dumps(dict(list(bekenden.items())[:HOOGSTENS]))

    @after_this_request
    def zet(antwoord: Response) -> Response:
        if antwoord.status_code < 400:
            antwoord.set_cookie(
                _cookie(),
                waarde,
                max_age=DUUR,
                httponly=True,
                samesite="Lax",
                secure=bool(current_app.config["SESSION_COOKIE_SECURE"]),
            )
        return antwoord


def _bekenden() -> dict[str, str]:
    try:
        waarde = _zegel().loads(request.cookies.get(_cookie(), ""), max_age=DUUR)
    except BadData:
        return {}
    return waarde if isinstance(waarde, dict) else {}


def _naam(email: str) -> str:
    """Short, and no address that somebody else at this computer can read."""
    return hashlib.sha256(email.encode("utf-8", "surrogateescape")).hexdigest()[:16]


def _cookie() -> str:
    return "__Host-bekend" if current_app.config["PRODUCTIE"] else "bekend"


def _zegel() -> URLSafeTimedSerializer:
    return tekenaar_met_tijd("bekende browser")
