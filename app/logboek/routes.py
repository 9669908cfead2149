"""What happened: who, when, what, what it was and became, and from where."""

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.auth.bewaking import vereist
from app.auth.rechten import Recht, mag
from app.domain.logverschil import verschillen
from app.logboek import queries
from app.logboek.bestand import SOORTEN, logboek_bestand
from app.logboek.forms import FilterFormulier
from app.logboek.keuze import BRONNEN, Keuze, lees_keuze
from app.models import Bron
from app.web.bladeren import plek_in_lijst
from app.web.fouten import foutpagina
from app.web.grenzen import EXPORTEREN, begrensd
from app.writing.formaten import FORMATEN

scherm = Blueprint("logboek", __name__, url_prefix="/beheer/logboek")


@scherm.get("/")
@vereist(Recht.LOGBOEK_LEZEN)
def overzicht() -> ResponseReturnValue:
    lezer = _lezer()
    gebruikers = queries.gebruikers_van(lezer)
    gelezen = lees_keuze(request.args, gebruikers)
    form = FilterFormulier(request.args)
    form.richt_in(gelezen, gebruikers, met_gebruikers=mag(current_user.rol, Recht.GEBRUIKERS_BEHEREN))
    blad = None
    if not gelezen.fouten:
        plek = {"voor": plek_in_lijst("voor"), "na": plek_in_lijst("na")}
        blad = queries.blad(lezer, gelezen.keuze, **plek)
    pagina = render_template(
        "logboek/overzicht.html",
        form=form,
        blad=blad,
        keuze=gelezen.keuze,
        verschillen=verschillen,
        bronnen={bron: woord for bron, woord in BRONNEN.items() if bron is not Bron.SCHERM},
        niet_voor_u=queries.NIET_VOOR_U,
        exports=_exports(gelezen.keuze),
    )
    return pagina, 422 if gelezen.fouten else 200


@scherm.get("/bestand.<formaat>")
@vereist(Recht.LOGBOEK_LEZEN)
@begrensd(EXPORTEREN)
def bestand(formaat: str) -> ResponseReturnValue:
    lezer = _lezer()
    gebruikers = queries.gebruikers_van(lezer)
    gelezen = lees_keuze(request.args, gebruikers)
    if gelezen.fouten:
        return foutpagina(422, uitleg=" ".join(gelezen.fouten.values()))
    return logboek_bestand(formaat, lezer, current_user.organisatie.voluit, gelezen.keuze, gebruikers)


def _lezer() -> queries.Lezer:
    return queries.Lezer(current_user.organisatie_id, current_user.rol)


def _exports(keuze: Keuze) -> list[tuple[object, str]]:
    return [(FORMATEN[f], url_for(".bestand", formaat=f, **keuze.als_adres())) for f in SOORTEN]
