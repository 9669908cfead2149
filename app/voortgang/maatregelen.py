"""Adding, changing, moving and removing one beheersmaatregel."""

from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.auth.bewaking import vereist
from app.auth.dader import dader
from app.auth.rechten import Recht
from app.models import Maatregel, Thema, db
from app.services.notities.item_verplaatsen import StaatAlAanHetEind
from app.services.voortgang.fouten import LetterBezet, OngeldigeWaarde
from app.services.voortgang.log import noem
from app.services.voortgang.maatregel_beheren import (
    interventie_ids_van,
    schone_letter,
    verplaats_maatregel,
    verplaats_naar_thema,
    voeg_maatregel_toe,
    wijzig_maatregel,
)
from app.services.voortgang.slot import vergrendel_organisatie
from app.services.voortgang.verwijderen import verwijder_maatregel
from app.voortgang import queries
from app.voortgang.basis import scherm
from app.voortgang.forms import MaatregelFormulier
from app.voortgang.lijst import adres_in_lijst
from app.voortgang.themas import STAPPEN, haal_thema
from app.web.bewerken import Uitkomst, bewerk
from app.web.melding import flash_ongedaan


@scherm.route("/themas/<int:id_>/maatregelen/nieuw", methods=["GET", "POST"])
@vereist(Recht.VOORTGANG_INVULLEN)
def maatregel_nieuw(id_: int) -> ResponseReturnValue:
    thema = haal_thema(id_)
    form = _formulier(thema_id=thema.id)
    maatregel = _voeg_toe(form) if form.validate_on_submit() else None
    if maatregel is None:
        pagina = render_template("voortgang/maatregel.html", form=form, maatregel=None)
        return pagina, 422 if form.errors else 200
    flash(f"{noem(maatregel)} is toegevoegd.", "gelukt")
    if request.form.get("actie") == "nog-een":
        return redirect(url_for(".maatregel_nieuw", id_=maatregel.thema_id), 303)
    return redirect(_terug(maatregel), 303)


@scherm.route("/maatregelen/<int:id_>/bewerken", methods=["GET", "POST"])
@vereist(Recht.VOORTGANG_INVULLEN)
def maatregel_bewerken(id_: int) -> ResponseReturnValue:
    maatregel = _haal(id_)
    huidig = MaatregelFormulier.waarden_van(maatregel, interventie_ids_van(db.session, maatregel))
    form = _formulier(eigenaar=maatregel.eigenaar_id, **huidig)
    uitkomst = _bewerk(form, maatregel, huidig)
    if not uitkomst.opgeslagen:
        pagina = render_template("voortgang/maatregel.html", form=form, maatregel=maatregel)
        return pagina, uitkomst.status
    flash(f"{noem(maatregel)} is opgeslagen.", "gelukt")
    return redirect(_terug(maatregel), 303)


@scherm.post("/maatregelen/<int:id_>/verplaatsen")
@vereist(Recht.VOORTGANG_INVULLEN)
def maatregel_verplaatsen(id_: int) -> ResponseReturnValue:
    maatregel = _haal(id_)
    stap = STAPPEN.get(request.form.get("stap", "")) or abort(400)
    try:
        flash(f"{verplaats_maatregel(db.session, maatregel=maatregel, stap=stap, door=dader())}.", "gelukt")
    except StaatAlAanHetEind as reden:
        flash(str(reden), "info")
    return redirect(_terug(maatregel), 303)


@scherm.post("/maatregelen/<int:id_>/verwijderen")
@vereist(Recht.VOORTGANG_INVULLEN)
def maatregel_verwijderen(id_: int) -> ResponseReturnValue:
    maatregel = _haal(id_)
    terug = _terug(maatregel)
    weg = verwijder_maatregel(db.session, maatregel=maatregel, door=dader())
    flash_ongedaan(f"{weg.omschrijving} is verwijderd.", url_for(".terugzetten", id_=weg.id))
    return redirect(terug, 303)


def _haal(id_: int) -> Maatregel:
    if request.method == "POST":
        vergrendel_organisatie(db.session(), current_user.organisatie_id)
    return queries.maatregel(id_) or abort(404)


def _formulier(eigenaar: int | None = None, **waarden: Any) -> MaatregelFormulier:
    form = MaatregelFormulier(data=waarden)
    form.kies_uit(
        themas=queries.themas(),
        eigenaren=queries.mogelijke_eigenaren(eigenaar),
        interventies=queries.interventies(),
    )
    return form


def _voeg_toe(form: MaatregelFormulier) -> Maatregel | None:
    """None when it was refused; the form then says why."""
    waarden = form.waarden()
    thema = _thema(waarden.pop("thema_id"))
    try:
        return voeg_maatregel_toe(db.session, thema=thema, waarden=waarden, door=dader())
    except (LetterBezet, OngeldigeWaarde) as fout:
        _zet_fout(form, fout)
        return None


def _bewerk(form: MaatregelFormulier, maatregel: Maatregel, huidig: dict[str, Any]) -> Uitkomst:
    try:
        return bewerk(form, huidig=huidig, sla_op=lambda waarden: _sla_op(maatregel, waarden))
    except (LetterBezet, OngeldigeWaarde) as fout:
        _zet_fout(form, fout)
        return Uitkomst(False, 422)


def _sla_op(maatregel: Maatregel, waarden: dict[str, Any]) -> None:
    thema = _thema(waarden.pop("thema_id"))
    if thema.id == maatregel.thema_id:
        wijzig_maatregel(db.session, maatregel=maatregel, waarden=waarden, door=dader())
        return
    # The new letter must be free where it goes; on the way it has none, so that it is in nobody's way.
    letter = schone_letter(waarden["letter"])
    wijzig_maatregel(db.session, maatregel=maatregel, waarden=waarden | {"letter": None}, door=dader())
    verplaats_naar_thema(db.session, maatregel=maatregel, thema=thema, door=dader())
    wijzig_maatregel(db.session, maatregel=maatregel, waarden={"letter": letter}, door=dader())


def _thema(id_: int | None) -> Thema:
    return (queries.thema(id_) if id_ else None) or abort(404)


def _zet_fout(form: MaatregelFormulier, fout: LetterBezet | OngeldigeWaarde) -> None:
    veld = fout.veld if isinstance(fout, OngeldigeWaarde) else "letter"
    form[veld].errors = [str(fout)]


def _terug(maatregel: Maatregel) -> str:
    return adres_in_lijst(thema_id=maatregel.thema_id, maatregel=maatregel)
