"""What every screen that takes a file shares."""

from flask import request

from config import MAXIMALE_UPLOAD

ONLEESBAAR = "Dit bestand is niet te lezen. Sla het opnieuw op en probeer het nog eens, liefst als .docx."
TE_GROOT = f"Het bestand is groter dan {MAXIMALE_UPLOAD // 1024 // 1024} MB. Er is niets opgeslagen."
MEESTE_OM_WEG_TE_LEZEN = 256 * 1024 * 1024


def lees_upload_weg() -> None:
    """Takes in the rest of a refused upload: a browser that is cut off while sending shows no message at all."""
    rest = request.content_length or 0
    if not (request.max_content_length or rest) < rest <= MEESTE_OM_WEG_TE_LEZEN:
        return
    stroom = request.environ["wsgi.input"]
    while rest > 0 and (blok := stroom.read(min(rest, 64 * 1024))):
        rest -= len(blok)
