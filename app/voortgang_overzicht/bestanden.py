"""The voortgangstabellen as a file: what was filtered, with the columns that this user wants."""

from flask import abort, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.auth.bewaking import vereist
from app.auth.rechten import Recht
from app.domain.voortgang.overzicht import gefilterd
from app.models import Gebruiker, Rapportageperiode, db
from app.services.voortgang.beeld import beeld_van
from app.voortgang.basis import haal_periode
from app.voortgang_overzicht.blauwdruk import scherm
from app.voortgang_overzicht.document import (
    BEWERKBAAR,
    GEEN_KOLOM,
    KLEUR,
    STATUS,
    bewaar_uitvoer,
    lees_kolommen,
    maak_document,
)
from app.voortgang_overzicht.filters import OnbekendFilter, als_adres, in_woorden, lees_filter
from app.voortgang_overzicht.forms import ExportFormulier
from app.web.bestand import als_bestand
from app.web.fouten import foutpagina
from app.web.grenzen import EXPORTEREN, begrensd
from app.writing.formaten import FORMATEN

VOORKEUR = "voortgang_kolommen"


@scherm.post("/<code>/exporteren")
@vereist(Recht.VOORTGANG_LEZEN)
def exporteren(code: str) -> ResponseReturnValue:
    """Remembers the columns, and goes on to the file itself, which has an address of its own. A file that may come
    back is made here: what is in it is kept."""
    periode = haal_periode(code)
    form = ExportFormulier()
    formaat = request.form.get("formaat", "")
    if not form.validate_on_submit() or formaat not in FORMATEN:
        return foutpagina(422, uitleg="Deze kolommen of dit soort bestand bestaan niet. Er is niets gemaakt.")
    gekozen = form.kolommen.data or []
    current_user.voorkeuren = {**(current_user.voorkeuren or {}), VOORKEUR: gekozen}
    if formaat in BEWERKBAAR:
        return _bestand(periode, formaat, gekozen or [GEEN_KOLOM], bewaar=True)
    filters = {naam: request.args.getlist(naam) for naam in request.args}
    adres = {**filters, "kolom": gekozen or [GEEN_KOLOM]}
    return redirect(url_for(".bestand", code=periode.code, formaat=formaat, **adres), 303)  # type: ignore[arg-type]


@scherm.get("/<code>/voortgang.<formaat>")
@vereist(Recht.VOORTGANG_LEZEN)
@begrensd(EXPORTEREN)
def bestand(code: str, formaat: str) -> ResponseReturnValue:
    if formaat not in FORMATEN:
        abort(404)
    kolommen = request.args.getlist("kolom") or onthouden_kolommen(current_user)
    return _bestand(haal_periode(code), formaat, kolommen, bewaar=False)


def _bestand(periode: Rapportageperiode, formaat: str, namen: list[str], *, bewaar: bool) -> ResponseReturnValue:
    geheel = beeld_van(db.session(), periode)
    try:
        filter_ = lees_filter(request.args, geheel)
        beeld, kolommen = gefilterd(geheel, filter_), lees_kolommen(namen)
        uitvoer = bewaar_uitvoer(periode, beeld, kolommen, formaat, current_user.id) if bewaar else ""
        document = maak_document(
            periode, beeld, kolommen=kolommen, filters=in_woorden(filter_, geheel), uitvoer=uitvoer
        )
    except (OnbekendFilter, ValueError) as fout:
        return foutpagina(422, uitleg=str(fout))
    naam = _bestandsnaam(periode, gefilterd_=bool(als_adres(filter_)))
    return als_bestand(document, formaat, naam)


def onthouden_kolommen(gebruiker: Gebruiker) -> list[str]:
    """What this user chose the last time; nothing but columns that exist."""
    onthouden = (gebruiker.voorkeuren or {}).get(VOORKEUR)
    return [kolom for kolom in (STATUS, KLEUR) if isinstance(onthouden, list) and kolom in onthouden]


def _bestandsnaam(periode: Rapportageperiode, *, gefilterd_: bool) -> str:
    """`voortgang-noordwoude-2019-h1`, or with `-selectie` when it is not everything."""
    delen = ["voortgang", periode.organisatie.slug, periode.code.lower(), "selectie" if gefilterd_ else ""]
    return "-".join(filter(None, delen))
