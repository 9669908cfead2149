"""The grid to enter figures in: indicatoren in rows, periods in columns, saved together."""

from dataclasses import replace

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.auth.bewaking import vereist
from app.auth.rechten import Recht
from app.indicatoren import queries, rooster_queries
from app.indicatoren.basis import scherm
from app.indicatoren.invullen_keuze import FREQUENTIES, MEESTE_CELLEN, MEESTE_KOLOMMEN, Keuze, lees_keuze
from app.indicatoren.invullen_lezen import lees_inzending, lees_verdwenen
from app.indicatoren.invullen_opslaan import bewaar, controleer
from app.indicatoren.invullen_plakken import Blok, OnbruikbaarBlok, lees_blok
from app.indicatoren.invullen_rooster import Rooster, maak_rooster, rooster_van
from app.models import db
from app.services.indicatoren.slot import vergrendel_indicatoren
from app.web.melding import flash_ongedaan


@scherm.get("/invullen")
@vereist(Recht.METINGEN_INVOEREN)
def invullen() -> ResponseReturnValue:
    keuze = lees_keuze()
    rooster = rooster_van(keuze)
    if keuze.pagina > rooster.aantal_paginas:
        return redirect(url_for(".invullen", **keuze.in_adres(pagina=rooster.aantal_paginas)))
    return _pagina(rooster), 422 if keuze.bezwaar else 200


@scherm.post("/invullen")
@vereist(Recht.METINGEN_INVOEREN)
def rooster_opslaan() -> ResponseReturnValue:
    if request.form.get("actie") == "plakken":
        return _plak()
    rooster = _ingezonden(lees_keuze())
    if rooster.keuze.bezwaar:
        return _pagina(rooster, vast=True), 422
    wensen = controleer(rooster, lees_inzending(rooster, request.form))
    alles_goed = not rooster.fout
    if not (alles_goed or (request.form.get("actie") == "goede" and wensen)) or rooster.reden_fout:
        return _pagina(rooster, vast=True), 409 if any(cel.botsing is not None for cel in rooster.cellen()) else 422
    zin, opslag = bewaar(rooster, wensen)
    if opslag is None:
        flash(zin, "info")
    else:
        flash_ongedaan(zin, url_for(".ongedaan", id_=opslag.id))
    if alles_goed:
        for opmerking in rooster.opmerkingen:
            flash(opmerking, "let_op")
        return redirect(url_for(".invullen", **rooster.keuze.in_adres()), 303)
    return _pagina(rooster, vast=True)


def _ingezonden(keuze: Keuze) -> Rooster:
    """The rows that were on the page that was sent, also when others were added or removed since."""
    ids = _ids()
    if ids:
        vergrendel_indicatoren(db.session(), ids)
    gevonden = queries.bruikbaar(*ids) if ids else []
    rooster = maak_rooster(keuze, gevonden, len(gevonden))
    if verdwenen := set(ids) - {indicator.id for indicator in gevonden}:
        rooster.opmerkingen.append(_zonder_rij(rooster, verdwenen))
    return rooster


def _zonder_rij(rooster: Rooster, verdwenen: set[int]) -> str:
    """With what was typed in rows that are no more: it is stored nowhere else."""
    zin = "Een indicator is intussen verwijderd of niet meer gedeeld; die rij is weggelaten."
    if getypt := lees_verdwenen(rooster.keuze.periodes, sorted(verdwenen), request.form):
        zin += f" Niet opgeslagen: {', '.join(getypt)}."
    return zin


def _ids() -> list[int]:
    codes = request.form.get("rijen", "").split(",")[:MEESTE_CELLEN]
    return [int(code) for code in codes if code.isascii() and code.isdecimal() and len(code) < 10]


def _plak() -> ResponseReturnValue:
    """Shows the block in the grid, together with what was typed there already. Nothing is stored."""
    rooster = _ingezonden(lees_keuze())
    lees_inzending(rooster, request.form)
    tekst = request.form.get("blok", "")
    try:
        blok = lees_blok(tekst, queries.bruikbaar())
        samen = _met_blok(rooster, blok)
    except OnbruikbaarBlok as fout:
        return _pagina(rooster, vast=True, blok=tekst, blok_fout=str(fout)), 422
    return _pagina(samen, vast=True, geplakt=len(blok.cellen))


def _met_blok(rooster: Rooster, blok: Blok) -> Rooster:
    """Raises OnbruikbaarBlok when that is more than a page can hold."""
    getypt = {(cel.indicator.id, cel.periode): cel for cel in rooster.cellen() if cel.getypt}
    ids = {id_ for id_, _ in (*getypt, *blok.cellen)}
    periodes = tuple(sorted({*blok.periodes, *(periode for _, periode in getypt)}))
    if len(ids) * len(periodes) > MEESTE_CELLEN or len(periodes) > MEESTE_KOLOMMEN:
        raise OnbruikbaarBlok(f"Dit zijn {len(ids)} rijen en {len(periodes)} periodes: te veel tegelijk. Plak minder.")
    indicatoren = queries.bruikbaar(*ids)
    samen = maak_rooster(replace(rooster.keuze, periodes=periodes, pagina=1), indicatoren, len(indicatoren))
    samen.voorlopig, samen.reden, samen.opmerkingen = rooster.voorlopig, rooster.reden, blok.opmerkingen
    for cel in samen.cellen():
        plek = cel.indicator.id, cel.periode
        if plek in getypt:
            cel.tekst, cel.fout, cel.basis = getypt[plek].tekst, getypt[plek].fout, getypt[plek].basis
        if plek in blok.cellen:
            cel.tekst, cel.fout = blok.cellen[plek], ""
    return samen


def _pagina(
    rooster: Rooster, *, vast: bool = False, blok: str = "", blok_fout: str = "", geplakt: int | None = None
) -> str:
    """`vast`: the rows are those that were sent, and not a page of all."""
    return render_template(
        "indicatoren/invullen.html",
        rooster=rooster,
        keuze=rooster.keuze,
        frequenties=FREQUENTIES,
        gebieden=rooster_queries.gebieden(),
        probleemgebieden=rooster_queries.probleemgebieden(),
        vast=vast,
        blok=blok,
        blok_fout=blok_fout,
        geplakt=geplakt,
    )
