"""What the screens of the import share: the import of an address, the jobs, and how one refuses."""

from typing import Any

from flask import abort, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.auth.dader import dader
from app.domain.cijfers.meetperiode import Meetperiode
from app.domain.cijfers.meetwaarde import toon_meetwaarde
from app.domain.cijfers.metingimport import Importstatus
from app.domain.taal.getallen import toon_getal
from app.metingen_importeren.blauwdruk import scherm
from app.models import Bestand, Bron, Metingimport, Metinglevering, db
from app.services.indicatoren.import_beheren import begin_werk
from app.services.indicatoren.import_fouten import ImportFout
from app.services.indicatoren.levering_terugdraaien import Terugdraai, in_woorden
from app.services.logboek import Dader
from app.services.taken.plannen import plan_taak

KEUZE = (Importstatus.VOORBEELD, Importstatus.ONBRUIKBAAR)


@scherm.context_processor
def voor_elke_pagina() -> dict[str, Any]:
    return {"getal": toon_getal, "meetwaarde": toon_meetwaarde, "periodelabel": _label, "uitkomst_zin": _uitkomst_zin}


def _uitkomst_zin(levering: Metinglevering) -> str:
    return in_woorden(Terugdraai(**(levering.uitkomst or {})))


def _label(van: Any, tot: Any) -> str:
    return Meetperiode(van, tot).label


def haal_import(id_: int) -> Metingimport:
    """Of the own organisatie; ends the request when there is none."""
    imp = db.session.get(Metingimport, id_)
    if imp is None or imp.organisatie_id != current_user.organisatie_id:
        abort(404)
    return imp


def importeur() -> Dader:
    return dader(Bron.IMPORT)


def zet_aan_het_werk(imp: Metingimport, soort: str, status: Importstatus, **parameters: Any) -> None:
    """Raises ImportFout when something else is done with it already."""
    begin_werk(db.session(), imp, status=status, van=KEUZE)
    plan(imp, soort, **parameters)


def plan(imp: Metingimport, soort: str, *, bestand: Bestand | None = None, **parameters: Any) -> None:
    taak = plan_taak(
        db.session(),
        soort=soort,
        door=importeur(),
        organisatie_id=imp.organisatie_id,
        parameters={"import": imp.id, **parameters},
        bestand=bestand,
        vervolg=url_for("metingen_importeren.controleren", id_=imp.id),
    )
    imp.taak_id = taak.id


@scherm.errorhandler(ImportFout)
def kan_niet(fout: ImportFout) -> ResponseReturnValue:
    """Somebody, or another tab, was first."""
    db.session.rollback()
    pagina = render_template(
        "layouts/fout.html",
        code=409,
        titel="Dit kan nu niet",
        uitleg=fout.zin,
        advies="Ga terug naar het bestand en bekijk hoe het ervoor staat.",
        terug_url=url_for("metingen_importeren.kiezen"),
        terug_tekst="Naar de bestanden",
    )
    return pagina, 409
