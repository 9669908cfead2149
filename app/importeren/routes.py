"""Importeren: choose a file, look at what was recognised, take it over."""

from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from werkzeug.datastructures import FileStorage
from werkzeug.exceptions import RequestEntityTooLarge

from app.auth.bewaking import vereist
from app.auth.dader import dader
from app.auth.rechten import Recht
from app.importeren.bestaand import Bestaand, is_gekozen, vind_bestaand, zet_keuzes
from app.importeren.forms import BIJWERKEN, OverneemFormulier, UploadFormulier
from app.importeren.voorbeeld import maak_voorbeeld
from app.models import Bron, Importvoorstel, db
from app.reading.fouten import LeesFout, LezerWerktNiet
from app.reading.notitie.lezen import GelezenNotitie, als_dict, lees_notitie, uit_dict
from app.services.importvoorstel import (
    VoorstelWeg,
    annuleer_voorstel,
    bewaar_voorstel,
    neem_voorstel_over,
    vind_voorstel,
)
from app.services.notities.terugkomst import AndereGemeente
from app.services.voortgang.fouten import VoortgangFout
from app.terugkomst.herkennen import adres_van, bewaar_als_terugkomst
from app.web.formulier import schoon
from app.web.grenzen import UPLOADEN, begrensd
from app.web.upload import ONLEESBAAR, TE_GROOT, lees_upload_weg
from app.web.voorbeeld import andere_gemeente
from config import MAXIMALE_UPLOAD

scherm = Blueprint("importeren", __name__, url_prefix="/importeren")


@scherm.route("/", methods=["GET", "POST"])
@vereist(Recht.IMPORTEREN)
@begrensd(UPLOADEN)
def kiezen() -> ResponseReturnValue:
    form = UploadFormulier()
    gelezen = _lees(form) if form.validate_on_submit() else None
    if gelezen is None:
        return render_template("importeren/kiezen.html", form=form), 422 if form.errors else 200
    if isinstance(gelezen, Importvoorstel):
        return redirect(adres_van(gelezen), 303)
    voorstel = bewaar_voorstel(
        db.session(),
        gebruiker=current_user,
        bestandsnaam=schoon(form.bestand.data.filename or "zonder naam"),
        inhoud=als_dict(gelezen),
    )
    return redirect(url_for(".controleren", id_=voorstel.id), 303)


@scherm.route("/<int:id_>", methods=["GET", "POST"])
@vereist(Recht.IMPORTEREN)
def controleren(id_: int) -> ResponseReturnValue:
    voorstel = vind_voorstel(db.session(), id_=id_, gebruiker=current_user)
    if voorstel is None:
        return _weg()
    gelezen = uit_dict(voorstel.inhoud)
    form = OverneemFormulier()
    klopt = _vul(form, gelezen)
    bestaand = vind_bestaand(gelezen.notitie)
    klopt = klopt and is_gekozen(form, bestaand)
    if not klopt:
        return _voorbeeld(voorstel, gelezen, form, bestaand)
    return _neem_over(voorstel, gelezen, bestaand if form.keuze.data == BIJWERKEN else None)


@scherm.post("/<int:id_>/annuleren")
@vereist(Recht.IMPORTEREN)
def annuleren(id_: int) -> ResponseReturnValue:
    voorstel = vind_voorstel(db.session(), id_=id_, gebruiker=current_user)
    if voorstel is None:
        return _weg()
    naam = voorstel.bestandsnaam
    annuleer_voorstel(db.session(), voorstel=voorstel)
    flash(f"Het importeren van '{naam}' is geannuleerd. Er is niets overgenomen.", "info")
    return redirect(url_for(".kiezen"), 303)


@scherm.errorhandler(RequestEntityTooLarge)
def te_groot(_fout: RequestEntityTooLarge) -> tuple[str, int]:
    lees_upload_weg()
    return _foutpagina(413, uitleg=TE_GROOT, terug_url=url_for(".kiezen"), terug_tekst="Ander bestand kiezen")


@scherm.errorhandler(VoorstelWeg)
def verdwenen(_fout: VoorstelWeg) -> tuple[str, int]:
    db.session.rollback()
    return _weg()


def _lees(form: UploadFormulier) -> GelezenNotitie | Importvoorstel | None:
    """A file that we handed out waits as a proposal of its own. None, with the reason beside the field, when the file
    cannot be used."""
    bestand: FileStorage = form.bestand.data
    inhoud, naam = bestand.stream.read(MAXIMALE_UPLOAD + 1), schoon(bestand.filename or "")
    try:
        return bewaar_als_terugkomst(inhoud, naam or "zonder naam") or lees_notitie(inhoud, bestandsnaam=naam)
    except (AndereGemeente, VoortgangFout) as fout:
        form.bestand.errors = [str(fout)]
    except LeesFout as fout:
        form.bestand.errors = [fout.zin]
    except LezerWerktNiet:
        raise
    except Exception:  # a file from outside must never give more than a message; the log says what happened
        current_app.logger.exception("Een geüpload bestand liet het lezen vastlopen.")
        form.bestand.errors = [ONLEESBAAR]
    return None


def _vul(form: OverneemFormulier, gelezen: GelezenNotitie) -> bool:
    """Shows what was read at first; after that what the user made of it. True when it may be stored."""
    if not form.is_submitted():
        form.begin_met(gelezen.notitie)
        return False
    klopt: bool = form.validate()
    form.vul(gelezen.notitie)
    return klopt


def _voorbeeld(
    voorstel: Importvoorstel, gelezen: GelezenNotitie, form: OverneemFormulier, bestaand: Bestaand | None
) -> ResponseReturnValue:
    zet_keuzes(form, bestaand)
    pagina = render_template(
        "importeren/controleren.html",
        form=form,
        voorstel=voorstel,
        voorbeeld=maak_voorbeeld(gelezen),
        bestaand=bestaand,
        andere_gemeente=andere_gemeente(gelezen.notitie.gemeente, current_user.organisatie.naam),
    )
    return pagina, 422 if request.method == "POST" else 200


def _neem_over(voorstel: Importvoorstel, gelezen: GelezenNotitie, bestaand: Bestaand | None) -> ResponseReturnValue:
    notitie = neem_voorstel_over(
        db.session(),
        voorstel=voorstel,
        bron=gelezen.notitie,
        door=dader(Bron.IMPORT),
        bestaand=bestaand.notitie if bestaand else None,
    )
    if bestaand:
        flash(f"De notitie '{notitie.titel}' is bijgewerkt: {bestaand.verschil.zin}.", "gelukt")
    else:
        flash(f"De notitie '{notitie.titel}' is overgenomen, als concept.", "gelukt")
    return redirect(url_for("notities.toon", id_=notitie.id), 303)


def _weg() -> tuple[str, int]:
    return _foutpagina(
        404,
        titel="Dit voorstel is er niet meer",
        uitleg="Het is al overgenomen of geannuleerd, of het was ouder dan een dag. Er is nu niets gewijzigd.",
        advies="Is de notitie overgenomen, dan staat zij bij de notities. Anders kunt u het bestand opnieuw kiezen.",
        terug_url=url_for("notities.lijst"),
        terug_tekst="Naar de notities",
    )


def _foutpagina(code: int, **teksten: str) -> tuple[str, int]:
    """Without what was typed: here that is only the file, or what stands in the proposal."""
    return render_template("layouts/fout.html", code=code, **teksten), code
