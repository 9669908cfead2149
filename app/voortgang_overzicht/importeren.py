"""A half-year report from Word: choose it, look at what was recognised, decide what is not certain, take it over."""

from flask import current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from werkzeug.datastructures import FileStorage
from werkzeug.exceptions import RequestEntityTooLarge

from app.auth.bewaking import vereist
from app.auth.dader import dader
from app.auth.rechten import Recht
from app.domain.voortgang.periode import lees_periode
from app.models import Bron, Importvoorstel, Rapportageperiode, db
from app.reading.fouten import LeesFout, LezerWerktNiet
from app.reading.voortgang.lezen import GelezenVoortgang, als_dict, lees_voortgang, uit_dict
from app.services.importvoorstel import Soort, VoorstelWeg, annuleer_voorstel, bewaar_voorstel, vind_voorstel
from app.services.notities.terugkomst import AndereGemeente
from app.services.voortgang.fouten import VoortgangFout
from app.services.voortgang.periode_openen import vind_periode
from app.services.voortgang.rapport_koppelen import bekende_maatregelen
from app.services.voortgang.voorstel_overnemen import neem_voortgangsvoorstel_over, vind_open_periode
from app.terugkomst.herkennen import adres_van, bewaar_als_voortgang_terug, weiger_notitie
from app.voortgang_overzicht.blauwdruk import scherm
from app.voortgang_overzicht.forms import BevestigFormulier, UploadFormulier
from app.voortgang_overzicht.voorbeeld import Voorbeeld, gekozen, maak_formulier, maak_voorbeeld, veldnaam
from app.web.formulier import schoon
from app.web.grenzen import UPLOADEN, begrensd
from app.web.upload import ONLEESBAAR, TE_GROOT, lees_upload_weg
from app.web.voorbeeld import andere_gemeente
from config import MAXIMALE_UPLOAD

WELKE_PERIODE = "In het document staat niet over welke periode het gaat. Vul de periode in."
VERANDERD = "Een collega heeft intussen maatregelen gewijzigd. Kijk opnieuw en kies dan."


@scherm.route("/importeren", methods=["GET", "POST"])
@vereist(Recht.VOORTGANG_INVULLEN)
@begrensd(UPLOADEN)
def importeren() -> ResponseReturnValue:
    form = UploadFormulier()
    gelezen = _lees(form) if form.validate_on_submit() else None
    if gelezen is None:
        if request.method == "GET":
            form.periode.data = request.args.get("periode", "")[:10]
        return render_template("voortgang_overzicht/kiezen.html", form=form), 422 if form.errors else 200
    if isinstance(gelezen, Importvoorstel):
        return redirect(adres_van(gelezen), 303)
    voorstel = bewaar_voorstel(
        db.session(),
        gebruiker=current_user,
        bestandsnaam=schoon(form.bestand.data.filename or "zonder naam"),
        inhoud=als_dict(gelezen),
        soort=Soort.VOORTGANG,
    )
    return redirect(url_for(".controleren", id_=voorstel.id), 303)


@scherm.route("/importeren/<int:id_>", methods=["GET", "POST"])
@vereist(Recht.VOORTGANG_INVULLEN)
def controleren(id_: int) -> ResponseReturnValue:
    voorstel = vind_voorstel(db.session(), id_=id_, gebruiker=current_user, soort=Soort.VOORTGANG)
    if voorstel is None:
        return _weg()
    gelezen = uit_dict(voorstel.inhoud)
    bekend = bekende_maatregelen(db.session(), current_user.organisatie_id)
    voorbeeld = maak_voorbeeld(gelezen, bekend)
    form = maak_formulier(voorbeeld, bekend)
    if form.is_submitted() and _klopt(form):
        try:
            return _neem_over(voorstel, voorbeeld, form)
        except VoortgangFout as fout:
            form.form_errors = [str(fout)]
    return _toon(voorstel, voorbeeld, form)


@scherm.post("/importeren/<int:id_>/annuleren")
@vereist(Recht.VOORTGANG_INVULLEN)
def importeren_annuleren(id_: int) -> ResponseReturnValue:
    voorstel = vind_voorstel(db.session(), id_=id_, gebruiker=current_user, soort=Soort.VOORTGANG)
    if voorstel is None:
        return _weg()
    naam = voorstel.bestandsnaam
    annuleer_voorstel(db.session(), voorstel=voorstel)
    flash(f"Het importeren van '{naam}' is geannuleerd. Er is niets overgenomen.", "info")
    return redirect(url_for(".importeren"), 303)


@scherm.errorhandler(RequestEntityTooLarge)
def te_groot(_fout: RequestEntityTooLarge) -> tuple[str, int]:
    lees_upload_weg()
    return _foutpagina(413, uitleg=TE_GROOT, terug_url=url_for(".importeren"), terug_tekst="Ander bestand kiezen")


@scherm.errorhandler(VoorstelWeg)
def verdwenen(_fout: VoorstelWeg) -> tuple[str, int]:
    db.session.rollback()
    return _weg()


def _lees(form: UploadFormulier) -> GelezenVoortgang | Importvoorstel | None:
    """A file that we handed out waits as a proposal of its own. None, with the reason beside the field, when the file
    cannot be used."""
    upload: FileStorage = form.bestand.data
    inhoud = upload.stream.read(MAXIMALE_UPLOAD + 1)
    periode = lees_periode(form.periode.data) if form.periode.data else None
    naam = schoon(upload.filename or "")
    try:
        terug = bewaar_als_voortgang_terug(inhoud, naam or "zonder naam", periode.code if periode else "")
        if terug is not None:
            return terug
        weiger_notitie(inhoud)
        gelezen = lees_voortgang(inhoud, bestandsnaam=naam, periode=periode)
    except LeesFout as fout:
        form.bestand.errors = [fout.zin]
        return None
    except (AndereGemeente, VoortgangFout) as fout:
        form.bestand.errors = [str(fout)]
        return None
    except LezerWerktNiet:
        raise
    except Exception:  # a file from outside must never give more than a message; the log says what happened
        current_app.logger.exception("Een geüploade rapportage liet het lezen vastlopen.")
        form.bestand.errors = [ONLEESBAAR]
        return None
    form.periode.errors = _periodefouten(gelezen)
    return None if form.periode.errors else gelezen


def _periodefouten(gelezen: GelezenVoortgang) -> list[str]:
    """A closed period is refused here already: the user need not check a whole report for nothing."""
    code = gelezen.voortgang.periode
    if code is None:
        return [WELKE_PERIODE]
    try:
        vind_open_periode(db.session(), organisatie_id=current_user.organisatie_id, code=code)
    except VoortgangFout as fout:
        return [str(fout)]
    return []


def _klopt(form: BevestigFormulier) -> bool:
    """Also when questions are still open: that a colleague changed something explains why there are more of them."""
    klopt: bool = form.validate()
    if form.getoond.data == form.stand:
        return klopt
    form.form_errors = [VERANDERD]
    return False


def _neem_over(voorstel: Importvoorstel, voorbeeld: Voorbeeld, form: BevestigFormulier) -> ResponseReturnValue:
    """A refusal in the middle leaves nothing behind: the answer is then no success, and nothing is committed."""
    gelezen = voorbeeld.gelezen
    periode, uitkomst = neem_voortgangsvoorstel_over(
        db.session(),
        voorstel=voorstel,
        code=_code(gelezen),
        bron=gelezen.voortgang,
        kleuren=gelezen.kleuren,
        keuzes=gekozen(form, voorbeeld),
        door=dader(Bron.IMPORT),
    )
    flash(f"De rapportage is overgenomen in {periode.code}: {uitkomst.zin}.", "gelukt")
    if uitkomst.zonder_kleur:
        namen = ", ".join(uitkomst.zonder_kleur)
        flash(f"Zonder kleur overgenomen, want oorzaak, gevolg of bijsturing ontbreekt: {namen}.", "let_op")
    return redirect(url_for(".overzicht", code=periode.code), 303)


def _toon(voorstel: Importvoorstel, voorbeeld: Voorbeeld, form: BevestigFormulier) -> ResponseReturnValue:
    form.getoond.data = form.stand
    pagina = render_template(
        "voortgang_overzicht/controleren.html",
        form=form,
        voorstel=voorstel,
        voorbeeld=voorbeeld,
        code=_code(voorbeeld.gelezen),
        bestaand=_bestaand(voorbeeld.gelezen),
        andere_gemeente=andere_gemeente(voorbeeld.gelezen.voortgang.gemeente, current_user.organisatie.naam),
        keuzes=[form[n] for t in voorbeeld.koppeling.treffers if (n := veldnaam(t.plek)) in form],
        ontbreekt=[veld for veld in form if veld.name.startswith("ontbreekt_")],
    )
    return pagina, 422 if request.method == "POST" else 200


def _code(gelezen: GelezenVoortgang) -> str:
    return gelezen.voortgang.periode or ""


def _bestaand(gelezen: GelezenVoortgang) -> Rapportageperiode | None:
    return vind_periode(db.session(), organisatie_id=current_user.organisatie_id, code=_code(gelezen))


def _weg() -> tuple[str, int]:
    return _foutpagina(
        404,
        titel="Dit voorstel is er niet meer",
        uitleg="Het is al overgenomen of geannuleerd, of het was ouder dan een dag. Er is nu niets gewijzigd.",
        advies="U kunt het bestand opnieuw kiezen.",
        terug_url=url_for(".importeren"),
        terug_tekst="Bestand kiezen",
    )


def _foutpagina(code: int, **teksten: str) -> tuple[str, int]:
    return render_template("layouts/fout.html", code=code, **teksten), code
