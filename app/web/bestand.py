"""A document as a file to take along, in the look of whoever takes it.

It is written to a file before anything is sent: who asks for it gets all of it or a page that says why not, and a long
list takes no memory.
"""

from dataclasses import replace
from tempfile import SpooledTemporaryFile

from flask import send_file
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.models import db
from app.services.organisaties.huisstijl import huisstijl_van
from app.web.fouten import foutpagina
from app.writing.document import Document
from app.writing.formaten import FORMATEN, bestandsnaam, schrijf_naar

IN_GEHEUGEN = 1_000_000  # bytes; a longer file waits on the disk
ONBEKEND_FORMAAT = "Dit soort bestand bestaat niet. Er is niets gemaakt."


def als_bestand(document: Document, formaat: str, naam: str | None = None) -> ResponseReturnValue:
    """`naam` without extension; None makes one of the title. What cannot be written becomes a page that says why."""
    eigen = replace(document, huisstijl=huisstijl_van(db.session(), current_user.organisatie_id))
    try:
        inhoud = _geschreven(eigen, formaat)
    except ValueError as fout:
        return foutpagina(422, uitleg=str(fout))
    lengte = inhoud.tell()
    inhoud.seek(0)
    antwoord = send_file(
        inhoud,
        mimetype=FORMATEN[formaat].mimetype,
        as_attachment=True,
        download_name=f"{naam}.{formaat}" if naam else bestandsnaam(document, formaat),
    )
    antwoord.content_length = lengte
    antwoord.headers["Cache-Control"] = "no-store"  # what is not final has no place in the cache of a shared computer
    return antwoord


class _Klaargezet(SpooledTemporaryFile[bytes]):
    """Closed when it was sent, and also when that never comes about."""

    def __del__(self) -> None:
        self.close()


def _geschreven(document: Document, formaat: str) -> _Klaargezet:
    """Open, with its end as the place."""
    bestand = _Klaargezet(max_size=IN_GEHEUGEN)
    try:
        schrijf_naar(bestand, document, formaat)  # type: ignore[arg-type]
    except BaseException:
        bestand.close()
        raise
    return bestand
