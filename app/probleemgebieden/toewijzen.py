"""The grid that says who carries what, saved in one go."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from app.auth.bewaking import vereist
from app.auth.dader import dader
from app.auth.rechten import Recht
from app.domain.structuur import Opdrachtnemer
from app.models import Probleemgebied, db
from app.probleemgebieden.routes import haal_gebied, scherm
from app.services.toewijzingen_opslaan import Stand, dragers, naam_van, sla_toewijzingen_op, stand

WOORDEN: dict[Stand, str] = {None: "niet", False: "wel", True: "voorbehoud"}
Cel = tuple[str, Opdrachtnemer]


@scherm.route("/probleemgebieden/<int:id_>/toewijzen", methods=["GET", "POST"])
@vereist(Recht.NOTITIES_BEWERKEN)
def toewijzen(id_: int) -> ResponseReturnValue:
    gebied = haal_gebied(id_, om_te_bewerken=True)
    nu = {(sleutel, wie): stand(drager, wie) for sleutel, drager in dragers(gebied) for wie in Opdrachtnemer}
    if request.method != "POST":
        return _pagina(gebied, nu, {})
    wens = {cel: _lees(request.form, cel) for cel in nu}
    botsingen = {cel: nu[cel] for cel in nu if _botst(request.form, cel, nu[cel], wens[cel])}
    if botsingen:
        return _pagina(gebied, nu, botsingen, wens), 409
    wijzigingen = {cel: waarde for cel, waarde in wens.items() if WOORDEN[waarde] != _begin(request.form, cel)}
    aantal = sla_toewijzingen_op(db.session, gebied=gebied, wijzigingen=wijzigingen, door=dader())
    flash(f"Opgeslagen: {aantal} {'toewijzing' if aantal == 1 else 'toewijzingen'} gewijzigd.", "gelukt")
    return redirect(url_for(".toon", id_=id_), 303)


def _lees(formulier: MultiDict[str, Any], cel: Cel) -> Stand:
    """Ticking only "onder voorbehoud" means: carries it, onder voorbehoud."""
    sleutel, wie = cel
    voorbehoud = f"{sleutel}-voorbehoud-{wie.value}" in formulier
    return voorbehoud if voorbehoud or f"{sleutel}-{wie.value}" in formulier else None


def _begin(formulier: MultiDict[str, Any], cel: Cel) -> str:
    """What this cell was when the page was made; what the page did not show counts as unchanged."""
    sleutel, wie = cel
    return str(formulier.get(f"{sleutel}-{wie.value}-was", WOORDEN[_lees(formulier, cel)]))


def _botst(formulier: MultiDict[str, Any], cel: Cel, huidig: Stand, wens: Stand) -> bool:
    begin = _begin(formulier, cel)
    return WOORDEN[huidig] != begin and WOORDEN[wens] != begin and huidig != wens


def _pagina(
    gebied: Probleemgebied, nu: dict[Cel, Stand], botsingen: dict[Cel, Stand], wens: dict[Cel, Stand] | None = None
) -> str:
    toon = {cel: (wens or {}).get(cel, waarde) for cel, waarde in nu.items()}
    return render_template(
        "probleemgebieden/toewijzen.html",
        gebied=gebied,
        dragers=dragers(gebied),
        stand=toon,
        was={cel: WOORDEN[waarde] for cel, waarde in nu.items()},
        botsingen=[(naam_van(dict(dragers(gebied))[cel[0]]), cel[1].label, WOORDEN[w]) for cel, w in botsingen.items()],
        zonder=sum(all(toon[s, wie] is None for wie in Opdrachtnemer) for s, _ in dragers(gebied)),
        Opdrachtnemer=Opdrachtnemer,
    )
