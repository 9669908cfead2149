"""Looking at what a file would do, saying what its columns and names mean, and taking it over."""

from dataclasses import asdict

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.auth.bereik import bruikbare_indicator
from app.auth.bewaking import vereist
from app.auth.rechten import Recht
from app.domain.cijfers.metingimport import Importstatus
from app.metingen_importeren import queries
from app.metingen_importeren.basis import haal_import, importeur, plan, zet_aan_het_werk
from app.metingen_importeren.blauwdruk import scherm
from app.metingen_importeren.forms import ALLES, GOEDE, OverneemFormulier
from app.metingen_importeren.invoer import lees_kolommen, neem_besluiten_over
from app.metingen_importeren.taken import LEZEN, OVERNEMEN, VERGELIJKEN
from app.metingen_importeren.voorbeeld import BETEKENISSEN, maak_voorbeeld
from app.models import Bestand, Metingimport, TaakStatus, db
from app.reading.metingen.lezen import keuze_als_dict, uit_dict
from app.services.indicatoren.import_beheren import begin_werk, verwijder_import
from app.services.indicatoren.import_kolommen import onthoud_kolommen
from app.services.indicatoren.import_vergelijken import telling_van, vergelijk
from app.services.taken.fouten import TaakNietTeWijzigen
from app.services.taken.ingrijpen import breek_af

# Up to so many figures comparing anew takes no longer than a page.
METEEN = 20_000


@scherm.get("/<int:id_>")
@vereist(Recht.METINGEN_INVOEREN)
def controleren(id_: int) -> ResponseReturnValue:
    imp = haal_import(id_)
    if imp.status.loopt:
        return redirect(url_for(".voortgang", id_=id_))
    return _pagina(imp, OverneemFormulier(formdata=None))


@scherm.get("/<int:id_>/voortgang")
@vereist(Recht.METINGEN_INVOEREN)
def voortgang(id_: int) -> ResponseReturnValue:
    """How far the work is. When it is done this leads to what came of it."""
    imp = haal_import(id_)
    if not imp.status.loopt:
        return redirect(url_for(".controleren", id_=id_))
    return render_template("metingen_importeren/voortgang.html", imp=imp, taak=imp.taak)


@scherm.post("/<int:id_>/kolommen")
@vereist(Recht.METINGEN_INVOEREN)
def kolommen(id_: int) -> ResponseReturnValue:
    """The file is read again with these columns, and they are remembered for the next file."""
    imp = haal_import(id_)
    bestand = db.session.get(Bestand, imp.bestand_id) if imp.bestand_id else None
    if bestand is None or imp.verkenning is None:
        return redirect(url_for(".controleren", id_=id_), 303)
    koppen = uit_dict(imp.verkenning).koppen
    keuze = lees_kolommen(request.form, len(koppen))
    if bezwaar := keuze.bezwaar(koppen):
        imp.kolomkeuze = keuze_als_dict(keuze)  # only shown: a page with 422 stores nothing
        return _pagina(imp, OverneemFormulier(formdata=None), kolomfout=bezwaar)
    zet_aan_het_werk(imp, LEZEN, Importstatus.LEZEN, bestand=bestand)
    imp.kolomkeuze = keuze_als_dict(keuze)
    onthoud_kolommen(db.session(), organisatie_id=imp.organisatie_id, koppen=koppen, keuze=keuze)
    return redirect(url_for(".voortgang", id_=id_), 303)


@scherm.post("/<int:id_>/indicatoren")
@vereist(Recht.METINGEN_INVOEREN)
def namen(id_: int) -> ResponseReturnValue:
    """What the names in the file mean, or what must be made of them."""
    imp = haal_import(id_)
    begin_werk(db.session(), imp, status=Importstatus.VERGELIJKEN, van=(Importstatus.VOORBEELD,))
    for zin in neem_besluiten_over(imp, request.form):
        flash(zin, "let_op")
    if imp.gelezen > METEEN:
        plan(imp, VERGELIJKEN)
    else:
        vergelijk(db.session(), imp, bruikbaar=bruikbare_indicator(current_user.organisatie))
        imp.status = Importstatus.VOORBEELD
    return redirect(url_for(".controleren", id_=id_), 303)


@scherm.post("/<int:id_>/overnemen")
@vereist(Recht.METINGEN_INVOEREN)
def overnemen(id_: int) -> ResponseReturnValue:
    imp = haal_import(id_)
    if imp.status is not Importstatus.VOORBEELD or not telling_van(imp).goed:
        return redirect(url_for(".controleren", id_=id_), 303)
    form, telling = OverneemFormulier(), telling_van(imp)
    if telling.gewijzigd:
        form.eis_reden()
    klopt = form.validate()
    if telling.fout and form.keuze.data != GOEDE:
        form.keuze.errors = ["Er zijn fouten. Herstel die eerst, of kies voor alleen de goede metingen."]
        klopt = False
    if not klopt:
        return _pagina(imp, form)
    zet_aan_het_werk(
        imp,
        OVERNEMEN,
        Importstatus.OVERNEMEN,
        reden=form.reden.data or "",
        alleen_goede=form.keuze.data == GOEDE,
        verwacht=asdict(telling),
    )
    return redirect(url_for(".voortgang", id_=id_), 303)


@scherm.post("/<int:id_>/annuleren")
@vereist(Recht.METINGEN_INVOEREN)
def annuleren(id_: int) -> ResponseReturnValue:
    """Work that is being done is stopped first: it holds what would have to go."""
    imp = haal_import(id_)
    naam, klaar, taak = imp.bestandsnaam, imp.status is Importstatus.KLAAR, imp.taak
    if taak is not None and taak.status.loopt:
        was_bezig = taak.status is TaakStatus.BEZIG
        breek_af(db.session, taak=taak, door=importeur())
        if was_bezig:
            return redirect(url_for(".voortgang", id_=id_), 303)
    verwijder_import(db.session(), imp)
    zin = "is uit de lijst gehaald" if klaar else "wordt niet overgenomen. Er is niets gewijzigd"
    flash(f"'{naam}' {zin}.", "info")
    return redirect(url_for(".kiezen"), 303)


@scherm.errorhandler(TaakNietTeWijzigen)
def taak_is_anders(_fout: TaakNietTeWijzigen) -> ResponseReturnValue:
    """It ended just now."""
    db.session.rollback()
    return redirect(url_for(".kiezen"), 303)


def _pagina(imp: Metingimport, form: OverneemFormulier, *, kolomfout: str = "") -> ResponseReturnValue:
    voorbeeld = maak_voorbeeld(imp)
    if not form.is_submitted():
        form.keuze.data = ALLES
    if voorbeeld.telling.gewijzigd:
        form.reden.flags.required = True
    pagina = render_template(
        "metingen_importeren/controleren.html",
        imp=imp,
        form=form,
        voorbeeld=voorbeeld,
        betekenissen=BETEKENISSEN,
        kolomfout=kolomfout,
        levering=queries.levering_van(imp) if imp.status is Importstatus.KLAAR else None,
    )
    return pagina, 422 if request.method == "POST" else 200
