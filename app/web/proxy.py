"""Servers of our own in front of this one: only those the settings count are believed about who asks, and how.

Without the setting X-Forwarded-* is ignored, whoever sends it.
"""

from flask import Flask, request
from werkzeug.middleware.proxy_fix import ProxyFix


def init_app(app: Flask) -> None:
    aantal = app.config["SERVER"].proxies
    if aantal:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=aantal, x_proto=aantal, x_host=aantal)  # type: ignore[method-assign]


def adres_van_bezoeker() -> str | None:
    """None when it is not known: a server in front that is not counted asks from this machine itself."""
    adres = request.remote_addr or ""
    return None if not adres or adres.startswith("127.") or adres == "::1" else adres
