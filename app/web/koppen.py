"""Security headers on every answer: pages, faults, redirects, files, the API and the static files.

Around the whole application, so that no part of it can forget them; a part may still say something else (`app/api`).
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from flask import Flask
from werkzeug.datastructures import Headers

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

BELEID = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "font-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "object-src": "'none'",
}
KOPPEN = {
    "Content-Security-Policy": "; ".join(f"{wat} {waar}" for wat, waar in BELEID.items()),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    # What stands on a page is not for the next person at this computer; static files say something else themselves.
    "Cache-Control": "no-store",
}
ALLEEN_HTTPS = "max-age=63072000; includeSubDomains"


class MetKoppen:
    def __init__(self, wsgi_app: "WSGIApplication", *, productie: bool) -> None:
        self._wsgi_app, self._productie = wsgi_app, productie

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        def begin(status: str, koppen: list[tuple[str, str]], *rest: Any) -> Any:
            return start_response(status, self._vul_aan(koppen, environ), *rest)

        return self._wsgi_app(environ, begin)

    def _vul_aan(self, gegeven: list[tuple[str, str]], environ: "WSGIEnvironment") -> list[tuple[str, str]]:
        koppen = Headers(gegeven)
        for naam, waarde in KOPPEN.items():
            koppen.setdefault(naam, waarde)
        if self._productie or environ["wsgi.url_scheme"] == "https":
            koppen.setdefault("Strict-Transport-Security", ALLEEN_HTTPS)
        return koppen.to_wsgi_list()


def init_app(app: Flask) -> None:
    app.wsgi_app = MetKoppen(app.wsgi_app, productie=app.config["PRODUCTIE"])  # type: ignore[method-assign]
