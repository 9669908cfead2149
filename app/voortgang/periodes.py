"""The periods: which there are, starting the next one, and the steps from open to gesloten."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.auth.bewaking import vereist
from app.auth.dader import dader
from app.auth.rechten import Recht, mag
from app.domain.taal.datums import vandaag
from app.domain.taal.hoeveel import hoeveel
from app.domain.voortgang.periode import Periode, PeriodeSoort, lees_periode
from app.models import PeriodeStatus, Rapportageperiode, db
from app.services.voortgang.fouten import NietAllesAkkoord, OngeldigeSluitdatum, VoortgangFout
from app.services.voortgang.periode_openen import maand_erna, wijzig_sluitdatum
from app.services.voortgang.periode_starten import Gestart, start_periode
from app.services.voortgang.periode_status import heropen_periode, sluit_periode, zet_ter_controle, zet_terug_naar_open
from app.voortgang import queries
from app.voortgang.basis import haal_periode, scherm, stop
from app.voortgang.forms import PeriodeFormulier, RedenFormulier, SluitdatumFormulier, SluitFormulier
from app.web.bewerken import bewerk


@scherm.get("/")
@vereist(Recht.VOORTGANG_LEZEN)
def start() -> ResponseReturnValue:
    standen = queries.standen()
    return _startpagina(standen, _voorstel(standen))


@scherm.post("/starten")
@vereist(Recht.VOORTGANG_INVULLEN)
def starten() -> ResponseReturnValue:
    form = PeriodeFormulier()
    if form.validate():
        try:
            gestart = start_periode(
                db.session,
                organisatie_id=current_user.organisatie_id,
                code=form.code.data or "",
                sluit_op=form.sluit_op.data,
                door=dader(),
            )
            flash(_gestart(gestart), "gelukt")
            return redirect(url_for(".invullen", code=gestart.periode.code), 303)
        except OngeldigeSluitdatum as fout:
            form.sluit_op.errors = [str(fout)]
        except VoortgangFout as fout:
            form.code.errors = [str(fout)]
    return _startpagina(queries.standen(), form), 422


@scherm.get("/<code>")
@vereist(Recht.VOORTGANG_LEZEN)
def toon(code: str) -> ResponseReturnValue:
    """To the table for who reports, to the overview for who reads."""
    periode = haal_periode(code)
    vult_in = mag(current_user.rol, Recht.VOORTGANG_INVULLEN) and not mag(current_user.rol, Recht.VOORTGANG_BEOORDELEN)
    if vult_in and periode.status is not PeriodeStatus.GESLOTEN:
        return redirect(url_for(".invullen", code=periode.code))
    return redirect(url_for("voortgang_overzicht.overzicht", code=periode.code))


@scherm.post("/<code>/ter-controle")
@vereist(Recht.VOORTGANG_INVULLEN)
def ter_controle(code: str) -> ResponseReturnValue:
    periode = haal_periode(code, om_te_wijzigen=True)
    try:
        zet_ter_controle(db.session, periode=periode, door=dader())
        flash(f"De periode {periode.code} is nu ter controle bij de manager.{_nog(periode)}", "gelukt")
    except VoortgangFout as fout:
        flash(str(fout), "info")
    return redirect(url_for(".invullen", code=periode.code), 303)


@scherm.post("/<code>/terug-naar-open")
@vereist(Recht.VOORTGANG_BEOORDELEN)
def terug_naar_open(code: str) -> ResponseReturnValue:
    periode = haal_periode(code, om_te_wijzigen=True)
    try:
        zet_terug_naar_open(db.session, periode=periode, door=dader())
        flash(f"De periode {periode.code} is weer open: alle regels kunnen worden ingevuld.", "gelukt")
    except VoortgangFout as fout:
        flash(str(fout), "info")
    return redirect(url_for(".invullen", code=periode.code), 303)


@scherm.route("/<code>/sluitdatum", methods=["GET", "POST"])
@vereist(Recht.VOORTGANG_BEOORDELEN)
def sluitdatum(code: str) -> ResponseReturnValue:
    periode = haal_periode(code, om_te_wijzigen=True)
    form = SluitdatumFormulier(data=SluitdatumFormulier.waarden_van(periode))
    try:
        uitkomst = bewerk(
            form,
            huidig=form.waarden_van(periode),
            sla_op=lambda waarden: wijzig_sluitdatum(db.session, periode=periode, door=dader(), **waarden),
        )
    except OngeldigeSluitdatum as fout:
        form.sluit_op.errors = [str(fout)]
        return render_template("voortgang/sluitdatum.html", form=form, periode=periode), 422
    if not uitkomst.opgeslagen:
        pagina = render_template("voortgang/sluitdatum.html", form=form, periode=periode)
        return pagina, uitkomst.status
    flash("De sluitdatum is opgeslagen.", "gelukt")
    return redirect(url_for(".invullen", code=periode.code), 303)


@scherm.route("/<code>/sluiten", methods=["GET", "POST"])
@vereist(Recht.VOORTGANG_BEOORDELEN)
def sluiten(code: str) -> ResponseReturnValue:
    """What is not akkoord is shown first; closing all the same must be said in so many words."""
    periode = haal_periode(code, om_te_wijzigen=True)
    form = SluitFormulier()
    if form.validate_on_submit():
        try:
            sluit_periode(db.session, periode=periode, toch=form.toch.data, door=dader())
            flash(f"De periode {periode.code} is gesloten. Dit rapport verandert niet meer.", "gelukt")
            return redirect(url_for("voortgang_overzicht.overzicht", code=periode.code), 303)
        except NietAllesAkkoord as fout:
            form.toch.errors = [f"{fout} Zet een vinkje als u toch wilt sluiten."]
        except VoortgangFout as fout:
            stop(409, titel="Sluiten kan nu niet", uitleg=str(fout), advies="Zet de periode eerst ter controle.")
    pagina = render_template("voortgang/sluiten.html", form=form, periode=periode, open=queries.niet_akkoord(periode))
    return pagina, 422 if form.errors else 200


@scherm.route("/<code>/heropenen", methods=["GET", "POST"])
@vereist(Recht.VOORTGANG_BEOORDELEN)
def heropenen(code: str) -> ResponseReturnValue:
    periode = haal_periode(code)
    form = RedenFormulier()
    if not form.validate_on_submit():
        gevraagd = form if periode.status is PeriodeStatus.GESLOTEN else None  # else the page only says so
        pagina = render_template("voortgang/heropenen.html", form=gevraagd, periode=periode)
        return pagina, 422 if form.errors else 200
    try:
        heropen_periode(db.session, periode=periode, reden=form.reden.data or "", door=dader())
    except VoortgangFout as fout:
        stop(409, titel="Heropenen kan nu niet", uitleg=str(fout), advies="Er is niets gewijzigd.")
    flash(f"De periode {periode.code} is heropend en staat weer ter controle.", "gelukt")
    return redirect(url_for(".invullen", code=periode.code), 303)


def _startpagina(standen: list[queries.PeriodeStand], form: PeriodeFormulier) -> str:
    return render_template("voortgang/start.html", standen=standen, form=form, vandaag=vandaag())


def _voorstel(standen: list[queries.PeriodeStand]) -> PeriodeFormulier:
    """The one that follows the newest, or else the half-year that is going on."""
    dag = vandaag()
    halfjaar = Periode(dag.year, PeriodeSoort.HALFJAAR, 1 if dag.month <= 6 else 2)
    nieuw = lees_periode(standen[0].periode.code).volgende if standen else halfjaar
    return PeriodeFormulier(formdata=None, data={"code": nieuw.code, "sluit_op": maand_erna(nieuw)})


def _nog(periode: Rapportageperiode) -> str:
    leeg = queries.aantal_leeg(periode)
    if not leeg:
        return ""
    return f" {'1 regel is' if leeg == 1 else f'{leeg} regels zijn'} nog niet ingevuld; dat kan nog."


def _gestart(gestart: Gestart) -> str:
    wie = ", ".join(f"{wie.eigenaar or 'zonder eigenaar'} ({wie.regels})" for wie in gestart.te_rapporteren)
    nieuw = f" en {gestart.nieuw} nieuw" if gestart.nieuw else ""
    nog = f" Nog te rapporteren: {wie}." if wie and len(wie) < 400 else ""
    mee = hoeveel(gestart.meegenomen, "regel", "regels")
    return f"De periode {gestart.periode.code} is gestart: {mee} meegenomen{nieuw}.{nog}"
