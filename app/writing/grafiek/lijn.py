"""The line chart of an indicator as SVG: one function for page, Word and PDF."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from markupsafe import Markup

from app.domain.cijfers.indicator import Reekssoort
from app.writing.grafiek.doek import Doek, Stijl
from app.writing.grafiek.feiten import GEEN_CIJFERS, feiten
from app.writing.grafiek.indeling import Indeling, Maat, deel_in
from app.writing.grafiek.labels import schrijf_labels
from app.writing.grafiek.legenda import nummers
from app.writing.grafiek.lijnen import Getrokken, trek
from app.writing.grafiek.opmaak import VORMEN
from app.writing.grafiek.plaatsing import Bezetting, Vak
from app.writing.grafiek.tekens import schrijf_legenda
from app.writing.grafiek.waarden import Lijngrafiek

BREED, SMAL = (720, 320), (360, 320)
_MERK, _KRUIS, _NULMETING = 4.0, 3.5, 7.0
_HOOGTE_LEEG = 96.0


def teken(
    grafiek: Lijngrafiek, *, id_: str, breedte: float = BREED[0], hoogte: float = BREED[1], stijl: Stijl = "pagina"
) -> Markup:
    """`id_` must be the only one of that name on the page. `bestand`: stands on its own, without a style sheet.

    `breedte` and `hoogte` are the units of the viewBox: letters are 13 of them high, however wide it is shown.
    """
    soort = "breed" if breedte >= BREED[0] * 0.75 else "smal"
    return _teken(grafiek, Doek(breedte, hoogte, stijl), Maat(breedte, hoogte), id_=id_, soort=soort)


def op_pagina(grafiek: Lijngrafiek, *, id_: str) -> Markup:
    """The chart for a page: wide, and narrow for a phone; the style sheet shows the one that fits its place."""
    smal = teken(grafiek, id_=f"{id_}-smal", breedte=SMAL[0], hoogte=SMAL[1])
    return Markup('<div class="grafiekvak">{}{}</div>').format(teken(grafiek, id_=id_), smal)


def klein(
    grafiek: Lijngrafiek,
    *,
    id_: str,
    grenzen: Sequence[Decimal] = (),
    breedte: float = 240,
    hoogte: float = 140,
    stijl: Stijl = "pagina",
) -> Markup:
    """One of many beside each other: few figures, no legend. `grenzen`: the lowest and highest of all of them, for
    one scale."""
    maat = Maat(breedte, hoogte, klein=True)
    return _teken(_voornaamste(grafiek), Doek(breedte, hoogte, stijl), maat, id_=id_, soort="klein", grenzen=grenzen)


def _voornaamste(grafiek: Lijngrafiek) -> Lijngrafiek:
    """Without a legend only one line can be told: the first of the first soort that there is, mostly realisatie."""
    volgorde = sorted(
        (reeks for reeks in grafiek.reeksen if reeks.getallen), key=lambda r: list(Reekssoort).index(r.soort)
    )
    return replace(grafiek, reeksen=tuple(volgorde[:1]), omschrijving=grafiek.omschrijving or feiten(grafiek))


def _teken(
    grafiek: Lijngrafiek, doek: Doek, maat: Maat, *, id_: str, soort: str, grenzen: Sequence[Decimal] = ()
) -> Markup:
    if grafiek.leeg:
        doek.hoogte = maat.hoogte if maat.klein else min(maat.hoogte, _HOOGTE_LEEG)
        doek.tekst("leeg", (maat.breedte / 2, doek.hoogte / 2), GEEN_CIJFERS, "middle")
    else:
        _vul(doek, grafiek, deel_in(grafiek, maat, grenzen))
    return doek.svg(id_=id_, titel=grafiek.titel, omschrijving=grafiek.omschrijving or feiten(grafiek), soort=soort)


def _vul(doek: Doek, grafiek: Lijngrafiek, indeling: Indeling) -> None:
    """From back to front; every shape tells where labels cannot stand."""
    bezet = Bezetting(Vak(0, 0, indeling.maat.breedte, indeling.vlak.onder))
    _assen(doek, indeling, bezet)
    _doel(doek, grafiek, indeling, bezet)
    getrokken = [
        (trek(reeks, indeling), nummer)
        for reeks, nummer in zip(grafiek.reeksen, nummers(grafiek.reeksen), strict=True)
        if reeks.getallen
    ]
    for lijn, nummer in reversed(getrokken):
        _lijn(doek, lijn, nummer, bezet)
    _losse_merken(doek, grafiek, indeling, bezet)
    for lijn, nummer in reversed(getrokken):
        _merken(doek, lijn, nummer, bezet)
    schrijf_labels(doek, grafiek, indeling, bezet)
    schrijf_legenda(doek, indeling)


def _assen(doek: Doek, indeling: Indeling, bezet: Bezetting) -> None:
    vlak = indeling.vlak
    for stap, woord in zip(indeling.waarde.stappen, indeling.woorden, strict=True):
        y = indeling.y(stap)
        nul = stap == 0 or (stap == indeling.waarde.onder and indeling.waarde.onder > 0)
        doek.lijn("nullijn" if nul else "raster", (vlak.links, y), (vlak.rechts, y))
        doek.tekst("astekst", (vlak.links - 8, y + 4.5), woord, "end")
    bezet.vakken.append(Vak(0, 0, vlak.links, vlak.onder))
    if indeling.kop:
        doek.tekst("astekst", (4, 14), indeling.kop)
        bezet.vakken.append(Vak(0, 0, indeling.maat.breedte, 20))
    for tijdstip in indeling.tijdstippen:
        x, plek = indeling.x(tijdstip.datum), indeling.plek_van_tijdstip(tijdstip)
        doek.lijn("nullijn", (x, vlak.onder), (x, vlak.onder + 5))
        doek.tekst("astekst", ((plek.links + plek.rechts) / 2, vlak.onder + 19), tijdstip.label, "middle")


def _doel(doek: Doek, grafiek: Lijngrafiek, indeling: Indeling, bezet: Bezetting) -> None:
    vlak = indeling.vlak
    if grafiek.peildatum and indeling.tijd.begin <= grafiek.peildatum <= indeling.tijd.eind:
        x = indeling.x(grafiek.peildatum)
        doek.lijn("peildatum", (x, vlak.boven), (x, vlak.onder))
        bezet.neem_lijn([(x, vlak.boven), (x, vlak.onder)])
    hoogtes = [indeling.y(grens) for grens in grafiek.streef.grenzen] if grafiek.streef else []
    if indeling.band is not None:
        doek.vlak("band", indeling.band)
    for y in hoogtes:
        doek.lijn("streef", (vlak.links, y), (vlak.rechts, y))
        bezet.neem_lijn([(vlak.links, y), (vlak.rechts, y)])
    pad = [indeling.plek(*stap) for stap in grafiek.pad]
    doek.weg("pad", [pad])
    bezet.neem_lijn(pad)


def _lijn(doek: Doek, lijn: Getrokken, nummer: int, bezet: Bezetting) -> None:
    doek.weg(f"gat--{nummer}", lijn.gaten)
    doek.weg(f"lijn--{nummer}", lijn.heel)
    bezet.neem_lijn(lijn.plekken)


def _losse_merken(doek: Doek, grafiek: Lijngrafiek, indeling: Indeling, bezet: Bezetting) -> None:
    for punt in grafiek.eerdere:
        if punt.waarde is not None:
            plek = indeling.plek(punt.datum, punt.waarde)
            doek.merk("eerder", "kruis", plek, _KRUIS)
            bezet.neem_merk(plek, _KRUIS)
    if grafiek.nulmeting and grafiek.nulmeting.waarde is not None:
        plek = indeling.plek(grafiek.nulmeting.datum, grafiek.nulmeting.waarde)
        doek.merk("nulmeting", "ruit", plek, _NULMETING)
        bezet.neem_merk(plek, _NULMETING)


def _merken(doek: Doek, lijn: Getrokken, nummer: int, bezet: Bezetting) -> None:
    for plek, punt in lijn.merken:
        doek.merk(f"merk--open-{nummer}" if punt.voorlopig else f"merk--{nummer}", VORMEN[nummer - 1], plek, _MERK)
        bezet.neem_merk(plek, _MERK)
