"""The words inside a chart: the last figure of each line, the nulmeting, what is aimed for and the peildatum.

A label stands where it touches nothing, or nowhere: the legend and the table say the same.
"""

from collections.abc import Sequence

from app.domain.taal.datums import toon_datum
from app.writing.grafiek.doek import Doek
from app.writing.grafiek.eindlabels import REGELHOOGTE, Eindlabel, eindlabels, spreid
from app.writing.grafiek.getallen import kort
from app.writing.grafiek.indeling import Indeling
from app.writing.grafiek.legenda import streefwoord
from app.writing.grafiek.letters import breedte
from app.writing.grafiek.opmaak import LETTER
from app.writing.grafiek.plaatsing import Bezetting, Vak, langs, rondom
from app.writing.grafiek.waarden import Lijngrafiek

_AFSTAND = 8.0
_BASISLIJN = 11.5  # from the top of a box to the foot of its letters
_AAN_DE_RAND = 24.0  # lines that end this close to the right side have their labels in a column
_VERSCHOVEN = 5.0  # a label further than this from its figure is joined to it by a thin line


def schrijf_labels(doek: Doek, grafiek: Lijngrafiek, indeling: Indeling, bezet: Bezetting) -> None:
    """The most important first: it takes the best place."""
    _laatste_waarden(doek, grafiek, indeling, bezet)
    if not indeling.maat.klein:
        _streef(doek, grafiek, indeling, bezet)
        _nulmeting(doek, grafiek, indeling, bezet)
        _peildatum(doek, grafiek, indeling, bezet)


def _laatste_waarden(doek: Doek, grafiek: Lijngrafiek, indeling: Indeling, bezet: Bezetting) -> None:
    """Of lines that end together at the right side in a column, so that none is missed; the others beside the line."""
    labels = list(eindlabels(grafiek, indeling.maat.breedte))
    rand = max((indeling.x(label.datum) for label in labels), default=0.0)
    aan_de_rand = [label for label in labels if indeling.x(label.datum) > rand - _AAN_DE_RAND]
    if len(aan_de_rand) < 2 or rand < indeling.vlak.rechts - _AAN_DE_RAND:
        aan_de_rand = []
    _kolom(doek, indeling, bezet, aan_de_rand)
    for label in labels:
        if label not in aan_de_rand:
            plek = indeling.plek(label.datum, label.waarde)
            vak = bezet.neem_eerste(rondom(plek, label.breedte, label.hoogte, _AFSTAND))
            if vak:
                _schrijf_eindlabel(doek, indeling, label, vak)


def _kolom(doek: Doek, indeling: Indeling, bezet: Bezetting, labels: Sequence[Eindlabel]) -> None:
    """The first lines go first where there is no room for all."""
    if not labels:
        return
    links, boven, onder = indeling.vlak.rechts, indeling.vlak.boven - REGELHOOGTE / 2, indeling.vlak.onder
    hoogte = labels[0].hoogte
    passend = sorted(labels[: int((onder - boven) // hoogte)], key=lambda label: indeling.y(label.waarde))
    middens = spreid([indeling.y(label.waarde) for label in passend], hoogte, boven, onder)
    for label, midden in zip(passend, middens, strict=True):
        ruimte = indeling.maat.breedte - links
        vak = Vak(links, midden - hoogte / 2, links + min(label.breedte, ruimte), midden + hoogte / 2)
        bezet.vakken.append(vak)
        x, y = indeling.plek(label.datum, label.waarde)
        if abs(y - midden) > _VERSCHOVEN or links - x > 2 * _AFSTAND:
            doek.lijn("aanwijzer", (x + 5.5, y), (links - 2, midden))
        _schrijf_eindlabel(doek, indeling, label.binnen(ruimte), vak)


def _schrijf_eindlabel(doek: Doek, indeling: Indeling, label: Eindlabel, vak: Vak) -> None:
    _achter(doek, indeling, vak)
    naam, x, y = f"waarde--{label.nummer}", vak.links, vak.boven + _BASISLIJN
    if label.naast and label.naam:
        doek.tekst(naam, (x, y), label.cijfer, erachter=label.naam)
        return
    doek.tekst(naam, (x, y), label.cijfer)
    if label.naam:
        doek.tekst("label", (x, y + REGELHOOGTE), label.naam)


def _streef(doek: Doek, grafiek: Lijngrafiek, indeling: Indeling, bezet: Bezetting) -> None:
    if grafiek.streef is None:
        return
    tekst = streefwoord(grafiek.streef, grafiek.eenheid)
    y = indeling.y(grafiek.streef.grenzen[-1])
    maat = breedte(tekst, LETTER, vet=True), REGELHOOGTE
    _schrijf(doek, indeling, "streeftekst", tekst, bezet.neem_eerste(langs(indeling.vlak, y, *maat)))


def _nulmeting(doek: Doek, grafiek: Lijngrafiek, indeling: Indeling, bezet: Bezetting) -> None:
    punt = grafiek.nulmeting
    if punt is None or punt.waarde is None:
        return
    tekst = f"Nulmeting {kort(punt.waarde, grafiek.eenheid)}"
    plekken = rondom(indeling.plek(punt.datum, punt.waarde), breedte(tekst, LETTER), REGELHOOGTE, _AFSTAND + 2)
    _schrijf(doek, indeling, "label", tekst, bezet.neem_eerste(plekken))


def _peildatum(doek: Doek, grafiek: Lijngrafiek, indeling: Indeling, bezet: Bezetting) -> None:
    if grafiek.peildatum is None or not indeling.tijd.begin <= grafiek.peildatum <= indeling.tijd.eind:
        return
    tekst, x = toon_datum(grafiek.peildatum), indeling.x(grafiek.peildatum)
    ruimte = breedte(tekst, LETTER)
    plekken = [
        Vak(links, boven, links + ruimte, boven + REGELHOOGTE)
        for boven in (indeling.vlak.boven + 2, indeling.vlak.onder - REGELHOOGTE - 2)
        for links in (x + 4, x - 4 - ruimte)
    ]
    _schrijf(doek, indeling, "astekst", tekst, bezet.neem_eerste(plekken))


def _schrijf(doek: Doek, indeling: Indeling, naam: str, tekst: str, vak: Vak | None) -> None:
    if vak is not None:
        _achter(doek, indeling, vak)
        doek.tekst(naam, (vak.links, vak.boven + _BASISLIJN), tekst)


def _achter(doek: Doek, indeling: Indeling, vak: Vak) -> None:
    """Hides the thin lines of the axis behind the letters; in the colour of what they stand on."""
    if any(vak.boven < indeling.y(stap) < vak.onder for stap in indeling.waarde.stappen):
        in_band = indeling.band is not None and indeling.band.bevat(vak)
        doek.vlak("achter--band" if in_band else "achter", vak)
