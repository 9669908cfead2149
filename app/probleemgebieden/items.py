"""Adding, editing, moving and removing one item of a probleemgebied; the kind of item is part of the address."""

from collections.abc import Sequence
from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.auth.bewaking import vereist
from app.auth.dader import dader
from app.auth.rechten import Recht
from app.domain.bevindingen.vinden import bevindingen_van
from app.domain.taal.tekst_verschil import tekstverschil
from app.models import Doel, EerdereTekst, Indicatorregel, Interventie, Onderdeel, Probleemgebied, db
from app.probleemgebieden.forms import (
    DoelFormulier,
    IndicatorFormulier,
    TekstFormulier,
    formulier_voor,
    lees_om_te_bewaren,
)
from app.probleemgebieden.queries import eerdere_teksten
from app.probleemgebieden.routes import STAPPEN, haal_gebied, scherm
from app.services.notities.item_toevoegen import voeg_item_toe
from app.services.notities.item_verplaatsen import StaatAlAanHetEind, verplaats_item
from app.services.notities.item_verwijderen import verwijder_item
from app.services.notities.item_wijzigen import wijzig_item
from app.services.notities.items import SOORTEN, Ouder, Soort
from app.services.notities.structuur_van import structuur_van_probleemgebied
from app.web.adressen import lees_sleutel
from app.web.bewerken import bewerk
from app.web.formulier import schoon
from app.web.melding import flash_ongedaan


def haal_soort(code: str) -> Soort:
    return SOORTEN.get(code) or abort(404)


def alle_items(gebied: Probleemgebied, soort: Soort) -> list[Any]:
    """Every item of a kind in this probleemgebied, also the onderdelen of all its interventies."""
    ouders: list[Ouder] = list(gebied.interventies) if soort.ouder is Interventie else [gebied]
    return [item for ouder in ouders for item in soort.items(ouder)]


def haal_item(gebied: Probleemgebied, soort: Soort, item_id: int) -> Any:
    return next((item for item in alle_items(gebied, soort) if item.id == item_id), None)


@scherm.route("/probleemgebieden/<int:id_>/<soort>/nieuw", methods=["GET", "POST"])
@vereist(Recht.NOTITIES_BEWERKEN)
def item_nieuw(id_: int, soort: str) -> ResponseReturnValue:
    gebied = haal_gebied(id_, om_te_bewerken=True)
    kind = haal_soort(soort)
    ouder = _ouder(gebied, kind)
    form = _maak_formulier(kind, gebied)
    if _wil_lezen(form) or not form.validate_on_submit():
        return _pagina(form, gebied, kind, None), 422 if form.errors else 200
    item = voeg_item_toe(db.session, soort=kind, ouder=ouder, waarden=form.waarden(), door=dader())
    flash(f"{kind.naam_van(item)} is toegevoegd.", "gelukt")
    if request.form.get("actie") == "nog-een":
        return redirect(url_for(".item_nieuw", id_=id_, soort=soort, bij=request.args.get("bij")), 303)
    return redirect(_terug(id_, kind), 303)


@scherm.route("/probleemgebieden/<int:id_>/<soort>/<int:item_id>", methods=["GET", "POST"])
@vereist(Recht.NOTITIES_BEWERKEN)
def item_bewerken(id_: int, soort: str, item_id: int) -> ResponseReturnValue:
    gebied = haal_gebied(id_, om_te_bewerken=True)
    kind = haal_soort(soort)
    item = haal_item(gebied, kind, item_id)
    if item is None:
        return _verdwenen(gebied, kind)
    form = _maak_formulier(kind, gebied, item)
    if _wil_lezen(form):
        return _pagina(form, gebied, kind, item)
    uitkomst = bewerk(
        form,
        huidig=form.waarden_van(item),
        sla_op=lambda waarden: wijzig_item(db.session, soort=kind, item=item, waarden=waarden, door=dader()),
    )
    if not uitkomst.opgeslagen:
        return _pagina(form, gebied, kind, item), uitkomst.status
    flash(f"{kind.naam_van(item)} is opgeslagen.", "gelukt")
    return redirect(_terug(id_, kind), 303)


@scherm.post("/probleemgebieden/<int:id_>/<soort>/<int:item_id>/verplaatsen")
@vereist(Recht.NOTITIES_BEWERKEN)
def item_verplaatsen(id_: int, soort: str, item_id: int) -> ResponseReturnValue:
    gebied = haal_gebied(id_, om_te_bewerken=True)
    kind = haal_soort(soort)
    stap = STAPPEN.get(request.form.get("stap", "")) or abort(400)
    item = haal_item(gebied, kind, item_id)
    if item is None:
        return _al_weg(id_, kind)
    try:
        flash(f"{verplaats_item(db.session, soort=kind, item=item, stap=stap, door=dader())}.", "gelukt")
    except StaatAlAanHetEind as reden:
        flash(str(reden), "info")
    return redirect(_terug(id_, kind), 303)


@scherm.post("/probleemgebieden/<int:id_>/<soort>/<int:item_id>/verwijderen")
@vereist(Recht.NOTITIES_BEWERKEN)
def item_verwijderen(id_: int, soort: str, item_id: int) -> ResponseReturnValue:
    gebied = haal_gebied(id_, om_te_bewerken=True)
    kind = haal_soort(soort)
    item = haal_item(gebied, kind, item_id)
    if item is None:
        return _al_weg(id_, kind)
    weg, zin = verwijder_item(db.session, soort=kind, item=item, door=dader())
    flash_ongedaan(f"{zin}.", url_for(".terugzetten", id_=weg.id))
    return redirect(_terug(id_, kind), 303)


def _al_weg(id_: int, soort: Soort) -> ResponseReturnValue:
    flash("Dit was intussen al verwijderd.", "info")
    return redirect(_terug(id_, soort), 303)


def _ouder(gebied: Probleemgebied, soort: Soort) -> Ouder:
    if soort.ouder is Probleemgebied:
        return gebied
    bij = request.args.get("bij", type=lees_sleutel)
    return next((interventie for interventie in gebied.interventies if interventie.id == bij), None) or abort(404)


def _maak_formulier(soort: Soort, gebied: Probleemgebied, item: Any = None) -> TekstFormulier:
    klasse = formulier_voor(soort.code)
    form = klasse(data=klasse.waarden_van(item)) if item is not None else klasse()
    if isinstance(form, IndicatorFormulier):
        form.kies_uit(gebied, item)
    if isinstance(form, DoelFormulier) and request.method != "POST":
        form.begin(item)
    return form


def _wil_lezen(form: TekstFormulier) -> bool:
    """The button that reads the streefwaarde from the text, and shows it without saving."""
    if not isinstance(form, DoelFormulier) or request.form.get("actie") != "lezen":
        return False
    form.toon_gelezen()
    return True


def _haal_terug(form: TekstFormulier, eerdere: Sequence[EerdereTekst]) -> EerdereTekst | None:
    """An earlier text that was asked for, put in the field; nothing is stored before the user saves."""
    gevraagd = request.args.get("eerder", type=lees_sleutel) if request.method == "GET" else None
    gekozen = next((eerder for eerder in eerdere if eerder.id == gevraagd), None)
    if gekozen is not None:
        form.tekst.data = gekozen.tekst
    return gekozen


def _pagina(form: TekstFormulier, gebied: Probleemgebied, soort: Soort, item: Any) -> str:
    eerdere = eerdere_teksten(gebied, item) if item else []
    terug_naar = _haal_terug(form, eerdere)
    return render_template(
        "probleemgebieden/item.html",
        form=form,
        gebied=gebied,
        soort=soort,
        item=item,
        gelezen=lees_om_te_bewaren(form.tekst.data or "") if isinstance(form, DoelFormulier) else None,
        bevindingen=_bevindingen_bij(gebied, soort, item),
        eerdere=[(eerder, tekstverschil(item.tekst, eerder.tekst)) for eerder in eerdere],
        terug_naar=terug_naar,
        terug=_terug(gebied.id, soort),
    )


def _bevindingen_bij(gebied: Probleemgebied, soort: Soort, item: Any) -> list[Any]:
    """What was noticed about this very item."""
    if not isinstance(item, Doel | Indicatorregel | Interventie | Onderdeel):
        return []
    nummer = item.interventie.nummer if isinstance(item, Onderdeel) else item.nummer
    naam = "interventie" if isinstance(item, Onderdeel) else soort.code
    alle = bevindingen_van(structuur_van_probleemgebied(gebied))
    return [bevinding for bevinding in alle if bevinding.soort == naam and bevinding.nummer == nummer]


def _verdwenen(gebied: Probleemgebied, soort: Soort) -> ResponseReturnValue:
    """A colleague removed it meanwhile: what was typed is shown, so that it can be kept."""
    if request.method != "POST":
        abort(404)
    pagina = render_template(
        "probleemgebieden/verdwenen.html", gebied=gebied, soort=soort, tekst=schoon(request.form.get("tekst", ""))
    )
    return pagina, 409


def _terug(id_: int, soort: Soort) -> str:
    return url_for(".bewerken", id_=id_, _anchor="interventie" if soort.code == "onderdeel" else soort.code)
