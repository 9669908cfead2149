"""One probleemgebied: the thread page, its data, its place in the notitie, its history, and undo."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.auth.bewaking import vereist
from app.auth.dader import dader
from app.auth.rechten import Recht
from app.domain.bevindingen import bevindingen_van
from app.domain.structuur import Opdrachtnemer
from app.models import Probleemgebied, db
from app.probleemgebieden import queries
from app.probleemgebieden.forms import GebiedFormulier
from app.services.items import ouder_van, probleemgebied_van
from app.services.probleemgebied_beheren import (
    SOORT,
    verplaats_probleemgebied,
    verwijder_probleemgebied,
    wijzig_probleemgebied,
    zet_probleemgebied_terug,
)
from app.services.structuur_van import structuur_van_probleemgebied
from app.services.verwijdering_terugdraaien import KanNietTerug, draai_verwijdering_terug
from app.web.bewerken import bewerk
from app.web.bewerkbaar import eis_bewerkbaar, is_bewerkbaar

scherm = Blueprint("probleemgebieden", __name__)

STAPPEN = {"omhoog": -1, "omlaag": 1}


def haal_gebied(id_: int, *, om_te_bewerken: bool = False) -> Probleemgebied:
    """Ends the request when it does not exist, is not this user's, or may not be edited any more."""
    gebied = queries.gebied_met_alles(id_) or abort(404)
    if om_te_bewerken:
        eis_bewerkbaar(gebied.notitie)
    return gebied


@scherm.get("/probleemgebieden/<int:id_>")
@vereist(Recht.NOTITIES_LEZEN)
def toon(id_: int) -> ResponseReturnValue:
    gebied = haal_gebied(id_)
    vorige, volgende, aantal = queries.buren(gebied)
    return render_template(
        "probleemgebieden/toon.html",
        gebied=gebied,
        bevindingen=bevindingen_van(structuur_van_probleemgebied(gebied)),
        bewerkbaar=is_bewerkbaar(gebied.notitie),
        vorige=vorige,
        volgende=volgende,
        aantal=aantal,
        geschiedenis=queries.geschiedenis(id_, per_pagina=5),
        Opdrachtnemer=Opdrachtnemer,
    )


@scherm.get("/probleemgebieden/<int:id_>/bewerken")
@vereist(Recht.NOTITIES_BEWERKEN)
def bewerken(id_: int) -> ResponseReturnValue:
    gebied = haal_gebied(id_, om_te_bewerken=True)
    return render_template(
        "probleemgebieden/bewerken.html",
        gebied=gebied,
        bevindingen=bevindingen_van(structuur_van_probleemgebied(gebied)),
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
            botsingen=uitkomst.botsingen,
        )
        return pagina, uitkomst.status
    flash("De gegevens zijn opgeslagen.", "gelukt")
    return redirect(url_for(".bewerken", id_=id_), 303)


@scherm.post("/probleemgebieden/<int:id_>/verplaatsen")
@vereist(Recht.NOTITIES_BEWERKEN)
def verplaatsen(id_: int) -> ResponseReturnValue:
    gebied = haal_gebied(id_, om_te_bewerken=True)
    stap = STAPPEN.get(request.form.get("stap", "")) or abort(400)
    zin = verplaats_probleemgebied(db.session, gebied=gebied, stap=stap, door=dader())
    flash(f"{zin}." if zin else "Dit probleemgebied staat al aan het eind van de lijst.", "gelukt" if zin else "info")
    return redirect(url_for("notities.toon", id_=gebied.notitie_id), 303)


@scherm.post("/probleemgebieden/<int:id_>/verwijderen")
@vereist(Recht.NOTITIES_BEWERKEN)
def verwijderen(id_: int) -> ResponseReturnValue:
    gebied = haal_gebied(id_, om_te_bewerken=True)
    notitie_id = gebied.notitie_id
    weg = verwijder_probleemgebied(db.session, gebied=gebied, door=dader())
    flash({"tekst": f"{weg.omschrijving} is verwijderd.", "url": url_for(".terugzetten", id_=weg.id)}, "ongedaan")
    return redirect(url_for("notities.toon", id_=notitie_id), 303)


@scherm.post("/verwijderingen/<int:id_>/terugzetten")
@vereist(Recht.NOTITIES_BEWERKEN)
def terugzetten(id_: int) -> ResponseReturnValue:
    weg = queries.verwijdering(id_) or abort(404)
    try:
        if weg.soort == SOORT:
            gebied = zet_probleemgebied_terug(db.session, verwijdering=weg, door=dader())
        else:
            item = draai_verwijdering_terug(db.session, verwijdering=weg, door=dader())
            gebied = probleemgebied_van(ouder_van(item))
    except KanNietTerug as reden:
        flash(str(reden), "let_op")
        return redirect(url_for("mijn_werk.overzicht"), 303)
    eis_bewerkbaar(gebied.notitie)
    flash(f"{weg.omschrijving} is teruggezet.", "gelukt")
    return redirect(url_for(".bewerken", id_=gebied.id), 303)


@scherm.get("/probleemgebieden/<int:id_>/geschiedenis")
@vereist(Recht.NOTITIES_LEZEN)
def geschiedenis(id_: int) -> ResponseReturnValue:
    gebied = haal_gebied(id_)
    aantal_paginas = max(1, -(-queries.aantal_logregels(id_) // queries.PER_PAGINA))
    pagina = min(max(request.args.get("pagina", 1, type=int), 1), aantal_paginas)
    return render_template(
        "probleemgebieden/geschiedenis.html",
        gebied=gebied,
        regels=queries.geschiedenis(id_, pagina),
        pagina=pagina,
        aantal_paginas=aantal_paginas,
    )
