"""Security headers on every answer."""

from flask import Flask, Response

KOPPEN = {
    "Content-Security-Policy": "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


def init_app(app: Flask) -> None:
    @app.after_request
    def voeg_toe(antwoord: Response) -> Response:
        for naam, waarde in KOPPEN.items():
            antwoord.headers.setdefault(naam, waarde)
        if antwoord.mimetype == "text/html":
            antwoord.headers.setdefault("Cache-Control", "no-store")
        return antwoord
