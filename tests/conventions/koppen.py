"""The headers that every answer has, whatever it is an answer to."""

from werkzeug.test import TestResponse

# A policy that lets in something else than our own files is not one.
VERBODEN_BRONNEN = ("unsafe", "*", "http:", "https:", "blob:", "data:")
VAST = {
    "X-Content-Type-Options": {"nosniff"},
    "X-Frame-Options": {"DENY"},
    "Referrer-Policy": {"same-origin", "no-referrer"},
    "Cross-Origin-Resource-Policy": {"same-origin"},
    "Cross-Origin-Opener-Policy": {"same-origin"},
}


def controleer_koppen(antwoord: TestResponse, waar: str) -> None:
    """And nothing of it may be kept by a browser."""
    controleer_veilig(antwoord, waar)
    assert antwoord.headers["Cache-Control"] == "no-store", waar


def controleer_veilig(antwoord: TestResponse, waar: str) -> None:
    koppen = antwoord.headers
    assert {naam: koppen[naam] for naam, mag in VAST.items() if koppen[naam] not in mag} == {}, waar
    _controleer_beleid(koppen["Content-Security-Policy"], waar)
    # The description of the API is for everybody, and for tools that run in a browser.
    assert "Access-Control-Allow-Origin" not in koppen or waar.endswith("/openapi.json"), waar
    assert koppen["X-Request-ID"], waar
    assert "Server" not in koppen, waar
    soort = koppen.get("Content-Type", "")
    assert "utf-8" in soort or not soort.startswith("text/"), waar


def _controleer_beleid(beleid: str, waar: str) -> None:
    regels = dict(deel.strip().partition(" ")[::2] for deel in beleid.split(";"))
    assert (regels["default-src"], regels["frame-ancestors"]) == ("'none'", "'none'"), waar
    assert (regels["base-uri"], regels["object-src"]) == ("'none'", "'none'"), waar
    regels.pop("img-src", None)
    assert not [r for r in regels.values() if any(bron in r for bron in VERBODEN_BRONNEN)], waar
