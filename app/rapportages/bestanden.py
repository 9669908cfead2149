"""The report as a file: of a closed period what was frozen, of an open one how it is now."""

from io import BytesIO

from flask import abort, send_file
from flask.typing import ResponseReturnValue

from app.auth.bewaking import vereist
from app.auth.rechten import Recht
from app.models import db
from app.rapportages import queries
from app.rapportages.basis import haal_periode, scherm
from app.services.rapporten.bevriezen import document_van
from app.web.fouten import foutpagina
from app.writing.formaten import FORMATEN, schrijf


@scherm.get("/<code>/rapport.<formaat>")
@vereist(Recht.RAPPORTEN_LEZEN)
def bestand(code: str, formaat: str) -> ResponseReturnValue:
    if formaat not in FORMATEN:
        abort(404)
    periode = haal_periode(code)
    rapport = queries.rapport(periode) or abort(404)
    try:
        inhoud = schrijf(document_van(db.session(), rapport), formaat)
    except ValueError as fout:
        return foutpagina(422, uitleg=str(fout))
    naam = f"rapport-{periode.organisatie.slug}-{periode.code.lower()}.{formaat}"
    antwoord = send_file(BytesIO(inhoud), mimetype=FORMATEN[formaat].mimetype, as_attachment=True, download_name=naam)
    antwoord.headers["Cache-Control"] = "no-store"  # an open report has no place in the cache of a shared computer
    return antwoord
