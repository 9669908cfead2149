"""A document as a file to take along, in the look of whoever takes it."""

from dataclasses import replace
from io import BytesIO

from flask import send_file
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.models import db
from app.services.huisstijl import huisstijl_van
from app.web.fouten import foutpagina
from app.writing.document import Document
from app.writing.formaten import FORMATEN, bestandsnaam, schrijf

ONBEKEND_FORMAAT = "Dit soort bestand bestaat niet. Er is niets gemaakt."


def als_bestand(document: Document, formaat: str, naam: str | None = None) -> ResponseReturnValue:
    """`naam` without extension; None makes one of the title. What cannot be written becomes a page that says why."""
    eigen = replace(document, huisstijl=huisstijl_van(db.session(), current_user.organisatie_id))
    try:
        inhoud = schrijf(eigen, formaat)
    except ValueError as fout:
        return foutpagina(422, uitleg=str(fout))
    antwoord = send_file(
        BytesIO(inhoud),
        mimetype=FORMATEN[formaat].mimetype,
        as_attachment=True,
        download_name=f"{naam}.{formaat}" if naam else bestandsnaam(document, formaat),
    )
    antwoord.headers["Cache-Control"] = "no-store"  # what is not final has no place in the cache of a shared computer
    return antwoord
