"""The grid that says who carries what, saved in one go."""

from collections.abc import Sequence
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
from app.services.notities.toewijzingen_opslaan import Stand, dragers, naam_van, sla_toewijzingen_op, stand
from app.web.basis import HUN, Botsing, Start, lees, met_keuzes, teken

WOORDEN: dict[Stand, str] = {None: "niet", False: "wel", True: "voorbehoud"}
IN_WOORDEN = {"niet": "niet toegewezen", "wel": "toegewezen", "voorbehoud": "toegewezen onder voorbehoud"}
Cel = tuple[str, Opdrachtnemer]


@scherm.route("/probleemgebieden/<int:id_>/toewijzen", methods=["GET", "POST"])
@vereist(Recht.NOTITIES_BEWERKEN)
def toewijzen(id_: int) -> ResponseReturnValue:
    gebied = haal_gebied(id_, om_te_bewerken=True)
    nu = {(sleutel, wie): stand(drager, wie) for sleutel, drager in dragers(gebied) for wie in Opdrachtnemer}
    if request.method != "POST":
        return _pagina(gebied, nu)
    gevraagd = met_keuzes(lees(request.form.get("gevraagd")).botsingen, request.form)
    gelaten = {botsing.naam for botsing in gevraagd if botsing.keuze == HUN}
    wens = {cel: _lees(request.form, cel) for cel in nu if _naam(cel) not in gelaten}
    gekozen = {cel: waarde for cel, waarde in wens.items() if WOORDEN[waarde] != _begin(request.form, cel)}
    botsingen = [botsing for botsing in gevraagd if botsing.fout] + _botsingen(gebied, nu, gekozen)
    if botsingen:
        # Where only a colleague changed something, the page shows that: saving again must not turn it back.
        return _pagina(gebied, nu, nu | gekozen, botsingen), 422 if botsingen[0].fout else 409
    aantal = sla_toewijzingen_op(db.session, gebied=gebied, wijzigingen=gekozen, door=dader())
    flash(_zin(aantal), "gelukt" if aantal else "info")
    return redirect(url_for(".toon", id_=id_), 303)


def _zin(aantal: int) -> str:
    if not aantal:
        return "Er is niets gewijzigd."
    return f"Opgeslagen: {aantal} {'toewijzing' if aantal == 1 else 'toewijzingen'} gewijzigd."


def _lees(formulier: MultiDict[str, Any], cel: Cel) -> Stand:
    """Ticking only "onder voorbehoud" means: carries it, onder voorbehoud. Unticking the name itself means: no more."""
    sleutel, wie = cel
    wel = f"{sleutel}-{wie.value}" in formulier
    voorbehoud = f"{sleutel}-voorbehoud-{wie.value}" in formulier
    was_voorbehoud = formulier.get(f"{sleutel}-{wie.value}-was") == WOORDEN[True]
    if wel:
        return voorbehoud
    return True if voorbehoud and not was_voorbehoud else None


def _begin(formulier: MultiDict[str, Any], cel: Cel) -> str:
    """What this cell was when the page was made; what the page did not show counts as unchanged."""
    sleutel, wie = cel
    return str(formulier.get(f"{sleutel}-{wie.value}-was", WOORDEN[_lees(formulier, cel)]))


def _botst(formulier: MultiDict[str, Any], cel: Cel, huidig: Stand, wens: Stand) -> bool:
    return WOORDEN[huidig] != _begin(formulier, cel) and huidig != wens


def _naam(cel: Cel) -> str:
    sleutel, wie = cel
    return f"{sleutel}-{wie.value}"


def _botsingen(gebied: Probleemgebied, nu: dict[Cel, Stand], gekozen: dict[Cel, Stand]) -> list[Botsing]:
    rijen = dict(dragers(gebied))
    return [
        Botsing(
            naam=_naam(cel),
            label=f"{naam_van(rijen[cel[0]]).capitalize()}, {cel[1].label}",
            begin=IN_WOORDEN.get(_begin(request.form, cel)),
            hun=IN_WOORDEN[WOORDEN[nu[cel]]],
            mijn=IN_WOORDEN[WOORDEN[wens]],
        )
        for cel, wens in gekozen.items()
        if _botst(request.form, cel, nu[cel], wens)
    ]


def _pagina(
    gebied: Probleemgebied,
    nu: dict[Cel, Stand],
    wens: dict[Cel, Stand] | None = None,
    botsingen: Sequence[Botsing] = (),
) -> str:
    rijen = dict(dragers(gebied))
    toon = wens or nu
    return render_template(
        "probleemgebieden/toewijzen.html",
        gebied=gebied,
        dragers=rijen,
        stand=toon,
        was={cel: WOORDEN[waarde] for cel, waarde in nu.items()},
        botsingen=botsingen,
        gevraagd=teken(Start({}, tuple(botsingen))) if botsingen else "",
        zonder=sum(all(toon[sleutel, wie] is None for wie in Opdrachtnemer) for sleutel in rijen),
        Opdrachtnemer=Opdrachtnemer,
    )
