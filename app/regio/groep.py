"""One opdracht of the regio: every place where it stands, what was decided about it, and what resembles it."""

from collections.abc import Iterable
from typing import Any

from flask import render_template, url_for
from flask.typing import ResponseReturnValue

from app.auth.bewaking import vereist
from app.auth.rechten import Recht
from app.domain.regio.doelen import optellingen_van
from app.domain.regio.groepen import Besluitsoort, lijkt_op
from app.domain.regio.kenmerk import Kenmerk, kenmerk_van
from app.domain.regio.overzicht import Regiogroep, Regioregel
from app.models import Opdrachtbesluit, Regio
from app.regio.basis import adres_van_bron, haal_regel, haal_regio
from app.regio.blauwdruk import scherm
from app.regio.indelen import stand_van
from app.regio.queries import besluiten_over
from app.web.bladeren import blad

REGELS_PER_PAGINA = 50


@scherm.get("/opdrachten/<sleutel>")
@vereist(Recht.REGIO_LEZEN)
def groep(sleutel: str) -> ResponseReturnValue:
    """`sleutel`: of any opdracht in the group, so that an address lasts when the group grows."""
    regio = haal_regio()
    groepen, groep, _ = haal_regel(sleutel)
    nummer, aantal = blad(len(groep.regels), REGELS_PER_PAGINA)
    return render_template(
        "regio/groep.html",
        regio=regio,
        sleutel=sleutel,
        groep=groep,
        stand=stand_van(groep),
        regels=groep.regels[(nummer - 1) * REGELS_PER_PAGINA : nummer * REGELS_PER_PAGINA],
        optelling=next(iter(optellingen_van([groep])), None),
        besluiten=_besluiten(regio, groepen, groep),
        lijkt_erop=lijkt_erop(groep, groepen),
        adres_van_bron=adres_van_bron,
        nummer=nummer,
        aantal=aantal,
        url_voor_pagina=lambda nr: url_for(".groep", sleutel=sleutel, pagina=nr),
    )


def lijkt_erop(groep: Regiogroep, groepen: Iterable[Regiogroep]) -> list[Regiogroep]:
    """Other groups that may ask the same, the likeliest first; a doel never resembles what is done for it."""
    andere = {a.sleutel: a for a in groepen if a.sleutel != groep.sleutel and a.is_doel == groep.is_doel}
    kenmerken = [(sleutel, kenmerk) for sleutel, a in andere.items() for kenmerk in _kenmerken(a)]
    namen = dict.fromkeys(lijkt_op(_kenmerken(groep), kenmerken, 10))
    return [andere[naam] for naam in namen][:5]


def _kenmerken(groep: Regiogroep) -> list[Kenmerk]:
    return list({kenmerk_van(regel.tekst, tuple(deel for _, deel in regel.onderdelen)) for regel in groep.regels})


def _besluiten(regio: Regio, groepen: Iterable[Regiogroep], groep: Regiogroep) -> list[dict[str, Any]]:
    """Each decision with what it says in words; of what is gone nothing can be said any more."""
    regels = {regel.sleutel: regel for een in groepen for regel in een.regels}
    return [{"besluit": besluit, "zin": _in_woorden(besluit, regels)} for besluit in besluiten_over(regio.id, groep)]


def _in_woorden(besluit: Opdrachtbesluit, regels: dict[str, Regioregel]) -> str:
    if besluit.soort is Besluitsoort.SAMEN:
        return "Samengevoegd"
    waar = [f"{r.plek.gemeente}, {r.plek.gebied}" for lid in besluit.leden if (r := regels.get(lid))]
    return f"Apart gehaald: {'; '.join(waar) or 'een opdracht die er niet meer is'}"
