"""The regio as a file, and on screen and as a file what changed since an earlier file.

Files are fetched with a POST: of each is kept what stood in it.
"""

from collections.abc import Sequence

from flask import Response, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.auth.bewaking import vereist
from app.auth.rechten import Recht
from app.domain.regio.overzicht import Regioregel
from app.domain.regio.wijzigingen import stand_van
from app.models import Regio, Regiouitvoer, db
from app.regio.basis import haal_regio, tabbladen
from app.regio.bestand import alle_regels, regio_bestand, wijzigingen_bestand, wijzigingen_sinds
from app.regio.blauwdruk import scherm
from app.regio.forms import FilterFormulier
from app.regio.laden import laad_regels, laad_regio
from app.services.regio.slot import vergrendel_regio
from app.services.regio.uitvoer import eerdere_uitvoer, onthoud_uitvoer
from app.web.bestand import ONBEKEND_FORMAAT, als_bestand
from app.web.bladeren import blad
from app.web.fouten import foutpagina
from app.web.grenzen import EXPORTEREN, begrensd
from app.writing.document import Document
from app.writing.formaten import FORMATEN

WIJZIGINGEN_PER_PAGINA = 50


@scherm.post("/exporteren")
@vereist(Recht.REGIO_LEZEN)
@begrensd(EXPORTEREN)
def exporteren() -> ResponseReturnValue:
    """A part of the regio does not count as the file that later changes are told from."""
    regio = haal_regio()
    formaat = _formaat()
    if formaat is None:
        return foutpagina(422, uitleg=ONBEKEND_FORMAAT)
    groepen = laad_regio(regio.id)
    form = FilterFormulier(request.args)
    form.vul(groepen)
    keuze = form.keuze()
    if keuze is None:
        return foutpagina(422, uitleg=" ".join(fout for fouten in form.errors.values() for fout in fouten))
    antwoord = _bestand(*regio_bestand(regio, groepen, keuze), formaat)
    return _onthoud(antwoord, regio, formaat, alle_regels(groepen)) if keuze.leeg else antwoord


@scherm.get("/wijzigingen")
@vereist(Recht.REGIO_LEZEN)
def wijzigingen() -> ResponseReturnValue:
    regio = haal_regio()
    eerdere = eerdere_uitvoer(db.session(), regio.id, van_gebruikers=True)
    sinds = _kies_sinds(eerdere)
    gevonden = wijzigingen_sinds(sinds, laad_regels(regio.id)) if sinds else []
    nummer, aantal = blad(len(gevonden), WIJZIGINGEN_PER_PAGINA)
    return render_template(
        "regio/wijzigingen.html",
        regio=regio,
        tabs=tabbladen("wijzigingen"),
        eerdere=eerdere,
        sinds=sinds,
        totaal=len(gevonden),
        wijzigingen=gevonden[(nummer - 1) * WIJZIGINGEN_PER_PAGINA : nummer * WIJZIGINGEN_PER_PAGINA],
        formaten=FORMATEN.values(),
        nummer=nummer,
        aantal=aantal,
        url_voor_pagina=lambda nr: url_for(".wijzigingen", sinds=sinds.id if sinds else None, pagina=nr),
    )


@scherm.post("/wijzigingen/exporteren")
@vereist(Recht.REGIO_LEZEN)
@begrensd(EXPORTEREN)
def wijzigingen_exporteren() -> ResponseReturnValue:
    """Whoever has this beside the earlier file knows everything, so from here on it counts as one."""
    regio = haal_regio()
    formaat = _formaat()
    if formaat is None:
        return foutpagina(422, uitleg=ONBEKEND_FORMAAT)
    sinds = _kies_sinds(eerdere_uitvoer(db.session(), regio.id, van_gebruikers=True))
    if sinds is None:
        return foutpagina(422, uitleg="Er is nog geen eerder bestand om mee te vergelijken. Exporteer eerst de regio.")
    regels = laad_regels(regio.id)
    antwoord = _bestand(*wijzigingen_bestand(regio, sinds, regels), formaat)
    return _onthoud(antwoord, regio, formaat, regels)


def _formaat() -> str | None:
    formaat = request.form.get("formaat", "")
    return formaat if formaat in FORMATEN else None


def _kies_sinds(eerdere: Sequence[Regiouitvoer]) -> Regiouitvoer | None:
    """That of the address, or the last one; None when nothing went out yet."""
    gevraagd = request.args.get("sinds", "")
    if not gevraagd:
        return eerdere[0] if eerdere else None
    return next((uitvoer for uitvoer in eerdere if str(uitvoer.id) == gevraagd), None) or abort(404)


def _bestand(document: Document, naam: str, formaat: str) -> ResponseReturnValue:
    return als_bestand(document, formaat, naam)


def _onthoud(
    antwoord: ResponseReturnValue, regio: Regio, formaat: str, regels: Sequence[Regioregel]
) -> ResponseReturnValue:
    """After the file was made, as nobody else can write from here on; a page that says why there is none is no file."""
    if isinstance(antwoord, Response):
        stand = stand_van(regels)
        vergrendel_regio(db.session(), regio.id)
        onthoud_uitvoer(db.session(), regio_id=regio.id, formaat=formaat, stand=stand, gebruiker_id=current_user.id)
    return antwoord
