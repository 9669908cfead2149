"""Two versions of a notitie beside each other, on screen and as a file."""

from collections.abc import Sequence

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.auth.bewaking import vereist
from app.auth.rechten import Recht
from app.domain.notitie.vergelijking import Vergelijking, vergelijk
from app.domain.taal.datums import vandaag
from app.models import Notitie
from app.services.notities.structuur_van import structuur_van_notitie
from app.services.notities.versies import besluit_van
from app.versies import queries
from app.versies.blauwdruk import scherm
from app.web.adressen import lees_sleutel
from app.web.bestand import als_bestand
from app.web.fouten import stop
from app.web.grenzen import EXPORTEREN, begrensd
from app.writing.documenten.notitie_vergelijking import Versie, vergelijking_document
from app.writing.formaten import FORMATEN


@scherm.get("/<int:id_>/vergelijken")
@vereist(Recht.NOTITIES_LEZEN)
def vergelijken(id_: int) -> ResponseReturnValue:
    """From the version `van` (by default the one before) to the version `naar` (by default this one)."""
    notitie = queries.notitie(id_) or abort(404)
    versies = queries.versies(notitie)
    naar = _gevraagd("naar", versies) or notitie
    van = _gevraagd("van", versies) or _buur(naar, versies)
    if van is None:
        return render_template("versies/enige.html", notitie=notitie)
    return render_template(
        "versies/vergelijken.html",
        notitie=naar,
        met=van,
        versies=versies,
        vergelijking=vergelijking_van(van, naar),
        besluit_van=besluit_van,
        alles=request.args.get("alles") == "ja",
        formaten=FORMATEN.values(),
    )


def vergelijking_van(oud: Notitie, nieuw: Notitie) -> Vergelijking:
    rijen = queries.met_hun_tekst(oud.id, nieuw.id)
    return vergelijk(structuur_van_notitie(rijen[oud.id]), structuur_van_notitie(rijen[nieuw.id]))


def _gevraagd(naam: str, versies: Sequence[Notitie]) -> Notitie | None:
    """None when it is left to us; ends the request when what is asked for is not there."""
    if not request.args.get(naam):
        return None
    gevraagd = request.args.get(naam, type=lees_sleutel)
    return next((versie for versie in versies if versie.id == gevraagd), None) or stop(
        404,
        titel="Deze versie is er niet",
        uitleg="De versie waarmee u wilt vergelijken bestaat niet, of u mag haar niet zien.",
        advies="Kies twee versies uit de lijst.",
        terug_url=url_for(".versies", id_=versies[0].id),
        terug_tekst="Naar de versies",
    )


def _buur(notitie: Notitie, versies: Sequence[Notitie]) -> Notitie | None:
    """The version before; of the first the one after. `versies`: newest first."""
    eerder = [versie for versie in versies if versie.versienummer < notitie.versienummer]
    later = [versie for versie in versies if versie.versienummer > notitie.versienummer]
    return next(iter(eerder or later[::-1]), None)


@scherm.get("/<int:id_>/vergelijken.<formaat>")
@vereist(Recht.NOTITIES_LEZEN)
@begrensd(EXPORTEREN)
def vergelijking_bestand(id_: int, formaat: str) -> ResponseReturnValue:
    """As the page, in a file; in Word as changes that can be accepted and refused."""
    if formaat not in FORMATEN:
        abort(404)
    notitie = queries.notitie(id_) or abort(404)
    versies = queries.versies(notitie)
    naar = _gevraagd("naar", versies) or notitie
    van = _gevraagd("van", versies) or _buur(naar, versies)
    if van is None:
        return redirect(url_for(".vergelijken", id_=id_))  # which says that there is one version
    document = vergelijking_document(
        vergelijking_van(van, naar),
        titel=naar.titel,
        organisatie=naar.organisatie.naam,
        datum=vandaag(),
        van=_als_versie(van),
        naar=_als_versie(naar),
    )
    naam = f"wijzigingen-{naar.organisatie.slug}-versie-{van.versienummer}-{naar.versienummer}"
    return als_bestand(document, formaat, naam)


def _als_versie(notitie: Notitie) -> Versie:
    besluit = besluit_van(notitie)
    stand = f"{notitie.status.value}: {besluit.zin}" if besluit else notitie.status.value
    return Versie(f"versie {notitie.versienummer}", stand)
