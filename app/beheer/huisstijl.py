"""The logo and the colour of the files that an organisatie makes, and an example to look at."""

from datetime import date
from hashlib import sha256

from flask import Response, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from werkzeug.datastructures import FileStorage

from app.auth.bewaking import vereist
from app.auth.dader import dader
from app.auth.rechten import Recht
from app.beheer.blauwdruk import scherm
from app.beheer.forms import HuisstijlFormulier
from app.models import db
from app.reading.afbeelding import MEESTE_BYTES, Afbeelding, lees_afbeelding
from app.reading.fouten import LeesFout
from app.services.organisaties.huisstijl import huisstijl_van, wijzig_huisstijl
from app.services.voortgang.slot import vergrendel_organisatie
from app.web.bestand import als_bestand
from app.web.grenzen import EXPORTEREN, UPLOADEN, begrensd
from app.writing.document import Alinea, Document, Kolom, Kop, Lijst, Tabel
from app.writing.huisstijl import KLEUR, Huisstijl

INTUSSEN = (
    "Een collega veranderde de huisstijl terwijl u bezig was. Hieronder staat wat nu is opgeslagen; van u is niets "
    "opgeslagen. Kies opnieuw en sla op."
)


@scherm.route("/huisstijl", methods=["GET", "POST"])
@vereist(Recht.ORGANISATIE_BEHEREN)
@begrensd(UPLOADEN)
def huisstijl() -> ResponseReturnValue:
    if request.method == "POST":
        vergrendel_organisatie(db.session(), current_user.organisatie_id)
    nu = huisstijl_van(db.session(), current_user.organisatie_id)
    form = HuisstijlFormulier(data=_begin(nu))
    if not form.is_submitted():
        return _pagina(form, nu)
    if form.getoond.data != _kenmerk(nu):
        flash(INTUSSEN, "let_op")
        return _pagina(_leeg(nu), nu), 409
    logo = _lees_logo(form) if form.validate() else None
    if form.errors:
        return _pagina(form, nu), 422
    veranderd = wijzig_huisstijl(
        db.session(),
        organisatie=current_user.organisatie,
        kleur=form.gekozen_kleur(),
        logo=logo,
        zonder_logo=bool(form.zonder_logo.data),
        door=dader(),
    )
    flash("De huisstijl is opgeslagen." if veranderd else "Er is niets gewijzigd.", "gelukt" if veranderd else "info")
    return redirect(url_for(".huisstijl"), 303)


@scherm.get("/huisstijl/logo.png")
@vereist(Recht.ORGANISATIE_BEHEREN)
def logo() -> ResponseReturnValue:
    eigen = huisstijl_van(db.session(), current_user.organisatie_id).logo or abort(404)
    return Response(eigen.png, mimetype="image/png", headers={"Cache-Control": "no-store"})


@scherm.get("/huisstijl/voorbeeld.pdf")
@vereist(Recht.ORGANISATIE_BEHEREN)
@begrensd(EXPORTEREN)
def voorbeeld() -> ResponseReturnValue:
    return als_bestand(_voorbeeld(), "pdf", "voorbeeld-huisstijl")


def _begin(nu: Huisstijl) -> dict[str, object]:
    return {"eigen_kleur": nu.kleur != KLEUR, "kleur": f"#{nu.kleur.lower()}", "getoond": _kenmerk(nu)}


def _leeg(nu: Huisstijl) -> HuisstijlFormulier:
    """As the page is opened, whatever was sent."""
    return HuisstijlFormulier(formdata=None, data=_begin(nu))


def _kenmerk(nu: Huisstijl) -> str:
    logo = nu.logo.png if nu.logo else b""
    return sha256(nu.kleur.encode() + logo).hexdigest()[:16]


def _lees_logo(form: HuisstijlFormulier) -> Afbeelding | None:
    """None when there is none, or, with the reason beside the field, when it cannot be used."""
    bestand: FileStorage | None = form.logo.data
    if not bestand or not bestand.filename:
        return None
    if form.zonder_logo.data:
        form.zonder_logo.errors = ["Kies een nieuw logo of haal het logo weg, niet allebei."]
        return None
    try:
        return lees_afbeelding(bestand.stream.read(MEESTE_BYTES + 1))
    except LeesFout as fout:
        form.logo.errors = [fout.zin]
        return None


def _pagina(form: HuisstijlFormulier, nu: Huisstijl) -> str:
    return render_template("beheer/huisstijl.html", form=form, huisstijl=nu, kenmerk=_kenmerk(nu))


def _voorbeeld() -> Document:
    tabel = Tabel(
        "Een tabel",
        (Kolom("Maatregel", 3), Kolom("Planning"), Kolom("Aantal", getal=True)),
        (("Een eerste maatregel", "1 juli 2027", 12), ("Een tweede maatregel", "doorlopend", 1240)),
    )
    return Document(
        titel="Zo zien uw bestanden eruit",
        ondertitel="Een voorbeeld van uw huisstijl",
        organisatie=current_user.organisatie.voluit,
        datum=date.today(),
        blokken=(
            Kop("Een kop"),
            Alinea("Zo staat een gewone tekst op de bladzijde, met daaronder een opsomming en een tabel."),
            Lijst(("een eerste punt", "een tweede punt")),
            Kop("Een kop daaronder", 2),
            tabel,
        ),
        gegevens=tabel,
    )
