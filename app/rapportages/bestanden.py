"""The report as a file: of a closed period what was frozen, of an open one how it is now."""

from flask import abort
from flask.typing import ResponseReturnValue

from app.auth.bewaking import vereist
from app.auth.rechten import Recht
from app.models import db
from app.rapportages import queries
from app.rapportages.basis import haal_periode, scherm
from app.services.rapporten.bevriezen import document_van
from app.web.bestand import als_bestand
from app.web.grenzen import EXPORTEREN, begrensd
from app.writing.formaten import FORMATEN


@scherm.get("/<code>/rapport.<formaat>")
@vereist(Recht.RAPPORTEN_LEZEN)
@begrensd(EXPORTEREN)
def bestand(code: str, formaat: str) -> ResponseReturnValue:
    if formaat not in FORMATEN:
        abort(404)
    periode = haal_periode(code)
    rapport = queries.rapport(periode) or abort(404)
    naam = f"rapport-{periode.organisatie.slug}-{periode.code.lower()}"
    return als_bestand(document_van(db.session(), rapport), formaat, naam)
