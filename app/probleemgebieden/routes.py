"""One probleemgebied: the thread page, its data, its place in the notitie, its history, and undo."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.auth.bewaking import vereist
from app.auth.dader import dader
from app.auth.kijker import kijker_van
from app.auth.rechten import Recht, mag
from app.domain.bevindingen.vinden import bevindingen_van
from app.domain.logverschil import verschillen
from app.domain.structuur import Opdrachtnemer
from app.domain.taal.datums import vandaag
from app.models import Probleemgebied, Verwijdering, db
from app.notities.bestand import gebied_bestand
from app.probleemgebieden import queries
from app.probleemgebieden.forms import GebiedFormulier
from app.services.koersen import koersen_van
from app.services.notities.item_verplaatsen import StaatAlAanHetEind
from app.services.notities.items import op_volgorde, ouder_van, probleemgebied_van
from app.services.notities.probleemgebied_beheren import (
    SOORT,
    verplaats_probleemgebied,
    verwijder_probleemgebied,
    wijzig_probleemgebied,
    zet_probleemgebied_terug,
)
from app.services.notities.slot import vergrendel_notitie, vergrendel_notitie_van_gebied
from app.services.notities.structuur_van import structuur_van_probleemgebied
from app.services.verwijderd.terugdraaien import KanNietTerug, draai_verwijdering_terug
from app.web.bestand import ONBEKEND_FORMAAT, als_bestand
from app.web.bewerkbaar import eis_bewerkbaar, is_bewerkbaar
from app.web.bewerken import bewerk
from app.web.bladeren import blad
from app.web.fouten import foutpagina
from app.web.koersbeeld import kleine_grafieken, lijntje
from app.web.melding import flash_ongedaan
from app.writing.formaten import FORMATEN, slak

scherm = Blueprint("probleemgebieden", __name__)

STAPPEN = {"omhoog": -1, "omlaag": 1}


def haal_gebied(id_: int, *, om_te_bewerken: bool = False) -> Probleemgebied:
    """Ends the request when it does not exist, is not this user's, or may not be edited any more."""
    if om_te_bewerken and request.method == "POST":
        vergrendel_notitie_van_gebied(db.session(), id_)
    gebied = queries.gebied_met_alles(id_) or abort(404)
    if om_te_bewerken:
        eis_bewerkbaar(gebied.notitie)
    return gebied


@scherm.get("/probleemgebieden/<int:id_>")
@vereist(Recht.NOTITIES_LEZEN)
def toon(id_: int) -> ResponseReturnValue:
    gebied = queries.leesgebied(id_) or abort(404)
    vorige, volgende, aantal = queries.buren(gebied)
    koersen = koersen_van(db.session(), gebied.doelen, kijker=kijker_van(current_user), peildatum=vandaag())
    return render_template(
        "probleemgebieden/toon.html",
        gebied=gebied,
        koersen=koersen,
        lijntje=lijntje,
        kleine_grafieken=kleine_grafieken(koersen.values()),
        bevindingen=bevindingen_van(structuur_van_probleemgebied(gebied)),
        bewerkbaar=is_bewerkbaar(gebied.notitie),
        beantwoord=queries.beantwoord(gebied),
        formaten=FORMATEN.values(),
        vorige=vorige,
        volgende=volgende,
        aantal=aantal,
        geschiedenis=queries.geschiedenis(gebied, per_pagina=5),
        Opdrachtnemer=Opdrachtnemer,
    )


@scherm.post("/probleemgebieden/<int:id_>/exporteren")
@vereist(Recht.NOTITIES_LEZEN)
def exporteren(id_: int) -> ResponseReturnValue:
    """A POST: of what may come back is kept how it went out."""
    gebied = haal_gebied(id_)
    formaat = request.form.get("formaat", "")
    if formaat not in FORMATEN:
        return foutpagina(422, uitleg=ONBEKEND_FORMAAT)
    document = gebied_bestand(gebied, formaat, gebruiker_id=current_user.id)
    return als_bestand(document, formaat, naam=slak(f"{gebied.naam} {gebied.notitie.organisatie.naam}"))


@scherm.get("/probleemgebieden/<int:id_>/bewerken")
@vereist(Recht.NOTITIES_BEWERKEN)
def bewerken(id_: int) -> ResponseReturnValue:
    gebied = haal_gebied(id_, om_te_bewerken=True)
    return render_template(
        "probleemgebieden/bewerken.html",
        gebied=gebied,
        bevindingen=bevindingen_van(structuur_van_probleemgebied(gebied)),
        indicatoren=op_volgorde(gebied.indicatoren),
        Opdrachtnemer=Opdrachtnemer,
    )


@scherm.route("/probleemgebieden/<int:id_>/gegevens", methods=["GET", "POST"])
@vereist(Recht.NOTITIES_BEWERKEN)
def gegevens(id_: int) -> ResponseReturnValue:
    gebied = haal_gebied(id_, om_te_bewerken=True)
    form = GebiedFormulier(data=GebiedFormulier.waarden_van(gebied))
    uitkomst = bewerk(
        form,
        huidig=form.waarden_van(gebied),
        sla_op=lambda waarden: wijzig_probleemgebied(db.session, gebied=gebied, waarden=waarden, door=dader()),
    )
    if not uitkomst.opgeslagen:
        pagina = render_template(
            "probleemgebieden/gegevens.html",
            form=form,
            gebied=gebied,
            notitie=gebied.notitie,
        )
        return pagina, uitkomst.status
    flash("De gegevens zijn opgeslagen.", "gelukt")
    return redirect(url_for(".bewerken", id_=id_), 303)


@scherm.post("/probleemgebieden/<int:id_>/verplaatsen")
@vereist(Recht.NOTITIES_BEWERKEN)
def verplaatsen(id_: int) -> ResponseReturnValue:
    gebied = haal_gebied(id_, om_te_bewerken=True)
    stap = STAPPEN.get(request.form.get("stap", "")) or abort(400)
    try:
        flash(f"{verplaats_probleemgebied(db.session(), gebied=gebied, stap=stap, door=dader())}.", "gelukt")
    except StaatAlAanHetEind as reden:
        flash(str(reden), "info")
    return redirect(url_for("notities.toon", id_=gebied.notitie_id), 303)


@scherm.post("/probleemgebieden/<int:id_>/verwijderen")
@vereist(Recht.NOTITIES_BEWERKEN)
def verwijderen(id_: int) -> ResponseReturnValue:
    gebied = haal_gebied(id_, om_te_bewerken=True)
    notitie_id = gebied.notitie_id
    weg = verwijder_probleemgebied(db.session, gebied=gebied, door=dader())
    flash_ongedaan(f"{weg.omschrijving} is verwijderd.", url_for(".terugzetten", id_=weg.id))
    return redirect(url_for("notities.toon", id_=notitie_id), 303)


@scherm.post("/verwijderingen/<int:id_>/terugzetten")
@vereist(Recht.NOTITIES_BEWERKEN)
def terugzetten(id_: int) -> ResponseReturnValue:
    weg = queries.verwijdering(id_) or abort(404)
    notitie_id = queries.notitie_van_verwijdering(weg)
    if notitie_id is not None:
        vergrendel_notitie(db.session(), notitie_id)
    try:
        gebied, zin = _zet_terug(weg)
    except KanNietTerug as reden:
        flash(str(reden), "let_op")
        return redirect(url_for("notities.toon", id_=notitie_id) if notitie_id else url_for("notities.lijst"), 303)
    eis_bewerkbaar(gebied.notitie)
    flash(f"{zin}.", "gelukt")
    return redirect(url_for(".bewerken", id_=gebied.id), 303)


def _zet_terug(weg: Verwijdering) -> tuple[Probleemgebied, str]:
    if weg.soort == SOORT:
        gebied = zet_probleemgebied_terug(db.session(), verwijdering=weg, door=dader())
        return gebied, f"Probleemgebied '{gebied.naam}' teruggezet"
    item, zin = draai_verwijdering_terug(db.session(), verwijdering=weg, door=dader())
    return probleemgebied_van(ouder_van(item)), zin


@scherm.get("/probleemgebieden/<int:id_>/geschiedenis")
@vereist(Recht.NOTITIES_LEZEN)
def geschiedenis(id_: int) -> ResponseReturnValue:
    gebied = haal_gebied(id_)
    pagina, aantal_paginas = blad(queries.aantal_logregels(gebied), queries.PER_PAGINA)
    return render_template(
        "probleemgebieden/geschiedenis.html",
        gebied=gebied,
        regels=queries.geschiedenis(gebied, pagina),
        # Old texts may come from a concept that a lezer never saw.
        verschillen=verschillen if mag(current_user.rol, Recht.NOTITIES_BEWERKEN) else None,
        pagina=pagina,
        aantal_paginas=aantal_paginas,
    )
