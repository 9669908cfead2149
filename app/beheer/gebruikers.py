"""The users: who there are, inviting one, and what can be done with one."""

from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.auth.bewaking import vereist
from app.auth.dader import dader
from app.auth.rechten import Recht
from app.beheer import queries
from app.beheer.blauwdruk import scherm
from app.beheer.forms import GebruikerFormulier, UitnodigFormulier
from app.beheer.uitnodiging import toon_link
from app.models import Gebruiker, Linksoort, Rol, db
from app.services.accounts.aanbieder import koppeling_van
from app.services.accounts.gebruiker_maken import OngeldigeGebruiker
from app.services.accounts.gebruikers_beheren import KanNiet, log_overal_uit, wijzig_gebruiker
from app.services.accounts.links import laatste_link
from app.services.accounts.tweede_stap import stand_van
from app.services.accounts.uitnodigen import nodig_uit, wacht_op_antwoord
from app.services.voortgang.slot import vergrendel_organisatie
from app.web.bewerken import Uitkomst, bewerk
from app.web.bladeren import blad


@scherm.get("/gebruikers/")
@vereist(Recht.GEBRUIKERS_BEHEREN)
def gebruikers() -> ResponseReturnValue:
    aantal = queries.aantal_gebruikers()
    pagina, paginas = blad(aantal, queries.PER_PAGINA)
    op_pagina = queries.gebruikers(pagina)
    return render_template(
        "beheer/gebruikers.html",
        gebruikers=op_pagina,
        in_twee_stappen=queries.in_twee_stappen(op_pagina),
        aantal=aantal,
        pagina=pagina,
        paginas=paginas,
        wacht_op_antwoord=wacht_op_antwoord,
    )


@scherm.route("/gebruikers/uitnodigen", methods=["GET", "POST"])
@vereist(Recht.GEBRUIKERS_BEHEREN)
def uitnodigen() -> ResponseReturnValue:
    form = UitnodigFormulier(data={"rol": Rol.BELEIDSADVISEUR.value})
    form.richt_in(current_user.organisatie)
    gemaakt = _nodig_uit(form) if form.validate_on_submit() else None
    if gemaakt is None:
        return render_template("beheer/uitnodigen.html", form=form), 422 if form.errors else 200
    return toon_link(*gemaakt, Linksoort.UITNODIGING)


@scherm.route("/gebruikers/<int:id_>", methods=["GET", "POST"])
@vereist(Recht.GEBRUIKERS_BEHEREN)
def gebruiker(id_: int) -> ResponseReturnValue:
    wie = haal_gebruiker(id_)
    huidig = GebruikerFormulier.waarden_van(wie)
    form = GebruikerFormulier(data=huidig | {"rol": wie.rol.value})
    form.richt_in(wie.organisatie)
    uitkomst = _bewerk(form, wie, huidig)
    if not uitkomst.opgeslagen:
        return _pagina(wie, form), uitkomst.status
    flash(f"De gegevens van {wie.naam} zijn opgeslagen.", "gelukt")
    return redirect(url_for(".gebruikers"), 303)


@scherm.post("/gebruikers/<int:id_>/uitloggen")
@vereist(Recht.GEBRUIKERS_BEHEREN)
def overal_uit(id_: int) -> ResponseReturnValue:
    wie = haal_gebruiker(id_)
    log_overal_uit(db.session, gebruiker=wie, door=dader())
    flash(f"{wie.naam} is overal uitgelogd.", "gelukt")
    return redirect(url_for(".gebruiker", id_=id_), 303)


def haal_gebruiker(id_: int) -> Gebruiker:
    """Of the own organisatie. Who changes something is the only one who does so there, until it is saved."""
    if request.method == "POST":
        vergrendel_organisatie(db.session(), current_user.organisatie_id)
    return queries.gebruiker(id_) or abort(404)


def _pagina(wie: Gebruiker, form: GebruikerFormulier) -> str:
    return render_template(
        "beheer/gebruiker.html",
        gebruiker=wie,
        form=form,
        link=laatste_link(db.session, wie.id),
        wacht_op_antwoord=wacht_op_antwoord(wie),
        tweede_stap=stand_van(db.session, wie.id),
        koppeling=koppeling_van(db.session, wie.id),
        geschiedenis=queries.geschiedenis(wie.id),
    )


def _nodig_uit(form: UitnodigFormulier) -> tuple[Gebruiker, str] | None:
    """None when the service refuses; the form then says why."""
    try:
        return nodig_uit(
            db.session,
            organisatie=current_user.organisatie,
            email=form.email.data or "",
            naam=form.naam.data or "",
            rol=Rol(form.rol.data),
            door=dader(),
        )
    except OngeldigeGebruiker as fout:
        form[fout.veld].errors = [str(fout)]
        return None


def _bewerk(form: GebruikerFormulier, wie: Gebruiker, huidig: dict[str, Any]) -> Uitkomst:
    def sla_op(waarden: dict[str, Any]) -> None:
        wijzig_gebruiker(db.session(), gebruiker=wie, waarden=waarden | {"rol": Rol(waarden["rol"])}, door=dader())

    try:
        return bewerk(form, huidig=huidig, sla_op=sla_op)
    except OngeldigeGebruiker as fout:
        form[fout.veld].errors = [str(fout)]
    except KanNiet as fout:
        form.rol.errors = [str(fout)]
    return Uitkomst(False, 422)
