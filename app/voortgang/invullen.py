"""The one table to report in; every row has a form of its own and is saved on its own."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.auth.bewaking import vereist
from app.auth.dader import dader
from app.auth.rechten import Recht
from app.domain.voortgang.overzicht import VoortgangBeeld, tel
from app.models import PeriodeStatus, Rapportageperiode, Voortgangsregel, db
from app.services.voortgang.beeld_licht import Leesbeeld
from app.services.voortgang.fouten import RegelDicht
from app.services.voortgang.regel_bewaren import bewaar_regel, controleer_invulbaar
from app.services.voortgang.regel_rijen import voeg_regel_toe
from app.services.voortgang.verwijderen import verwijder_regel
from app.voortgang import queries
from app.voortgang.basis import haal_periode, haal_regel, scherm, stop
from app.voortgang.forms import RegelFormulier, regel_waarden
from app.voortgang.rijen import (
    PER_PAGINA,
    Keuze,
    Teruggekomen,
    gekozen,
    ids_op,
    lees_keuze,
    pagina_met,
    rijen_van,
    volledige_pagina,
)
from app.web.bewerken import bewerk
from app.web.bladeren import blad
from app.web.melding import flash_ongedaan


@scherm.get("/<code>/invullen")
@vereist(Recht.VOORTGANG_INVULLEN)
def invullen(code: str) -> ResponseReturnValue:
    periode = haal_periode(code)
    if periode.status is PeriodeStatus.GESLOTEN:
        return redirect(url_for("voortgang_overzicht.overzicht", code=periode.code))
    return toon_tabel(periode)


@scherm.post("/<code>/regels/<int:id_>")
@vereist(Recht.VOORTGANG_INVULLEN)
def regel_opslaan(code: str, id_: int) -> ResponseReturnValue:
    periode = haal_periode(code, om_te_wijzigen=True)
    regel = haal_regel(periode, id_)
    _eis_invulbaar(regel)
    form = RegelFormulier(periode)
    if request.form.get("actie") == "overnemen":
        _zet_vorige_tekst(form, periode, regel)
    uitkomst = bewerk(
        form,
        huidig=regel_waarden(regel),
        sla_op=lambda waarden: bewaar_regel(db.session, regel=regel, waarden=waarden, door=dader()),
    )
    if not uitkomst.opgeslagen:
        return toon_tabel(periode, Teruggekomen(id_, form)), uitkomst.status
    meld(id_, "Opgeslagen.")
    return naar_regel(periode, id_)


@scherm.post("/<code>/maatregelen/<int:id_>/regels")
@vereist(Recht.VOORTGANG_INVULLEN)
def regel_erbij(code: str, id_: int) -> ResponseReturnValue:
    periode = haal_periode(code, om_te_wijzigen=True)
    maatregel = queries.maatregel(id_) or abort(404)
    regel = voeg_regel_toe(db.session, periode=periode, maatregel=maatregel, door=dader())
    meld(regel.id, "Deze regel is toegevoegd.")
    return naar_regel(periode, regel.id)


@scherm.post("/<code>/regels/<int:id_>/verwijderen")
@vereist(Recht.VOORTGANG_INVULLEN)
def regel_weg(code: str, id_: int) -> ResponseReturnValue:
    periode = haal_periode(code, om_te_wijzigen=True)
    regel = haal_regel(periode, id_)
    _eis_invulbaar(regel)
    keuze, adres = lees_keuze(), periode.code
    weg = verwijder_regel(db.session, regel=regel, door=dader())
    flash_ongedaan(f"{weg.omschrijving} is verwijderd.", url_for(".terugzetten", id_=weg.id))
    return redirect(url_for(".invullen", code=adres, **keuze.in_adres()), 303)


def toon_tabel(periode: Rapportageperiode, terug: Teruggekomen | None = None, **meer: object) -> str:
    """Nothing of what was typed is in the database when this shows a row that came back."""
    boek = Leesbeeld(db.session(), periode, oordeel=False)
    beeld, keuze = boek.licht, lees_keuze()
    deel = gekozen(beeld, keuze)
    if terug and terug.regel_id not in {regel.id for regel in deel.regels}:
        keuze = Keuze(alle=True)
        deel = beeld
    gevraagd = pagina_met(deel, terug.regel_id) if terug else keuze.pagina
    pagina, paginas = blad(len(deel.regels), PER_PAGINA, gevraagd)
    themas = rijen_van(volledige_pagina(boek, deel, pagina), ids_op(deel, pagina), terug)
    fout_id = terug.regel_id if terug else meer.get("terugsturen_id")
    return render_template(
        "voortgang/invullen.html",
        beeld=beeld,
        periode=beeld.periode,
        tellingen=tel(beeld),
        mijn=tel(gekozen(beeld, Keuze(alle=False))),
        keuze=keuze,
        themas=themas,
        fout_bij=next((rij for _, rijen in themas for rij in rijen if rij.regel.id == fout_id), None),
        pagina=pagina,
        paginas=paginas,
        **meer,
    )


def naar_regel(periode: Rapportageperiode, id_: int) -> ResponseReturnValue:
    """Back to the same selection, at the row."""
    keuze = lees_keuze()
    return redirect(url_for(".invullen", code=periode.code, **keuze.in_adres(), _anchor=f"regel-{id_}"), 303)


def meld(regel_id: int, zin: str) -> None:
    """Is shown in the row itself."""
    flash(zin, f"regel-{regel_id}")


def _eis_invulbaar(regel: Voortgangsregel) -> None:
    try:
        controleer_invulbaar(regel)
    except RegelDicht as fout:
        stop(409, titel="Deze regel staat vast", uitleg=str(fout), advies="Er is niets gewijzigd.")


def _zet_vorige_tekst(form: RegelFormulier, periode: Rapportageperiode, regel: Voortgangsregel) -> None:
    """The text of the period before comes above what was typed, so that no word is lost."""
    boek = Leesbeeld(db.session(), periode, oordeel=False)
    vorige = _vorige_tekst(boek.volledig(boek.licht, {regel.maatregel_id}), regel.id)
    getypt = form.voortgang.data or ""
    if vorige not in getypt:
        form.voortgang.data = "\n\n".join(tekst for tekst in (vorige, getypt) if tekst)


def _vorige_tekst(beeld: VoortgangBeeld, regel_id: int) -> str:
    regel = next((regel for regel in beeld.regels if regel.id == regel_id), None)
    return regel.vorige.voortgang if regel and regel.vorige else ""
