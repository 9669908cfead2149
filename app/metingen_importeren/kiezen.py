"""Choosing a file, and the files that are on their way."""

from typing import Any, BinaryIO, cast

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from werkzeug.datastructures import FileStorage
from werkzeug.exceptions import RequestEntityTooLarge

from app.auth.bewaking import vereist
from app.auth.rechten import Recht, mag
from app.metingen_importeren import queries
from app.metingen_importeren.basis import importeur, plan
from app.metingen_importeren.blauwdruk import scherm
from app.metingen_importeren.forms import MAXIMALE_METINGEN, UploadFormulier
from app.metingen_importeren.taken import LEZEN
from app.models import db
from app.services.indicatoren.import_beheren import maak_import
from app.services.taken.bestanden import bewaar_bestand
from app.services.taken.fouten import BestandTeGroot
from app.web.formulier import schoon
from app.web.grenzen import UPLOADEN, begrensd
from app.web.upload import lees_upload_weg

TE_GROOT = f"Het bestand is groter dan {MAXIMALE_METINGEN // 1024 // 1024} MB. Deel het op in kleinere bestanden."


@scherm.url_value_preprocessor
def maak_ruimte(endpoint: str | None, _waarden: dict[str, Any] | None) -> None:
    """Before anything reads the form: only who may bring figures in may send so much."""
    bevoegd = current_user.is_authenticated and mag(current_user.rol, Recht.METINGEN_INVOEREN)
    if endpoint == "metingen_importeren.kiezen" and request.method == "POST" and bevoegd:
        request.max_content_length = MAXIMALE_METINGEN + 1024 * 1024


@scherm.route("/", methods=["GET", "POST"])
@vereist(Recht.METINGEN_INVOEREN)
@begrensd(UPLOADEN)
def kiezen() -> ResponseReturnValue:
    form = UploadFormulier()
    id_ = _neem_aan(form) if form.validate_on_submit() else None
    if id_ is None:
        pagina = render_template(
            "metingen_importeren/kiezen.html",
            form=form,
            onderweg=queries.onderweg(current_user.organisatie_id),
            leveringen=queries.leveringen(current_user.organisatie_id),
        )
        return pagina, 422 if form.errors else 200
    return redirect(url_for(".voortgang", id_=id_), 303)


@scherm.errorhandler(RequestEntityTooLarge)
def te_groot(_fout: RequestEntityTooLarge) -> tuple[str, int]:
    lees_upload_weg()
    pagina = render_template(
        "layouts/fout.html",
        code=413,
        uitleg=f"{TE_GROOT} Er is niets opgeslagen.",
        terug_url=url_for(".kiezen"),
        terug_tekst="Ander bestand kiezen",
    )
    return pagina, 413


def _neem_aan(form: UploadFormulier) -> int | None:
    """The id of the import that was begun; None, with the reason beside the field, for a file that is too large."""
    upload: FileStorage = form.bestand.data
    naam = schoon(upload.filename or "") or "zonder naam"
    session, organisatie_id = db.session(), current_user.organisatie_id
    try:
        bestand = bewaar_bestand(
            session,
            stroom=cast(BinaryIO, upload.stream),
            naam=naam,
            organisatie_id=organisatie_id,
            door=importeur(),
            grens=MAXIMALE_METINGEN,
        )
    except BestandTeGroot:
        form.bestand.errors = [TE_GROOT]
        return None
    imp = maak_import(session, organisatie_id=organisatie_id, bestandsnaam=naam, door=importeur(), bestand=bestand)
    plan(imp, LEZEN, bestand=bestand)
    return imp.id
