"""The half-year report as a neutral document: chapters of charts, figures, what they mean, and what was done."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from app.domain.cijfers.indicator import Bloksoort
from app.writing.document import Alinea, Blok, Document, Grafiek, Kop, Lijst
from app.writing.documenten.rapport_beeld import (
    Deel,
    Hoofdstukbeeld,
    Indicatordeel,
    Rapportbeeld,
    Tekstdeel,
    Voortgangdeel,
)
from app.writing.documenten.rapport_gegevens import gegevens_van, structuur_van
from app.writing.documenten.voortgang import Kolommen, datum_van, stand, voortgangstabel
from app.writing.grafiek.feiten import feiten
from app.writing.grafiek.tabel import cijfertabel
from app.writing.grafiek.waarden import Lijngrafiek
from app.writing.nederlands import opsomming

DUIDING = "Wat zien we?"
NIETS_GERAPPORTEERD = "Over dit thema is in deze periode niets gerapporteerd."
NERGENS_GERAPPORTEERD = "In deze periode is nog over geen maatregel gerapporteerd."
KOLOMMEN = Kolommen(status=True)
_OPSOMMING = ("- ", "• ", "* ")


def rapport_document(beeld: Rapportbeeld) -> Document:
    label = beeld.periode.label
    return Document(
        titel=beeld.titel,
        ondertitel="" if label in beeld.titel else label[:1].upper() + label[1:],
        organisatie=beeld.organisatie,
        datum=datum_van(beeld),
        kenmerken=(("Periode", beeld.periode.code), ("Stand", stand(beeld))),
        blokken=tuple(blok for nummer, h in enumerate(beeld.hoofdstukken, 1) for blok in _hoofdstuk(nummer, h)),
        gegevens=gegevens_van(beeld),
        structuur=structuur_van(beeld),
        inhoudsopgave=True,
    )


def alineas(tekst: str) -> Iterator[Blok]:
    """A paragraph per line; lines that begin with a dash are a list."""
    regels = [regel.strip() for regel in tekst.splitlines() if regel.strip()]
    for lijst, groep in groupby(regels, key=lambda regel: regel.startswith(_OPSOMMING)):
        if lijst:
            yield Lijst(tuple(regel[2:].strip() for regel in groep))
        else:
            yield from map(Alinea, groep)


def _hoofdstuk(nummer: int, hoofdstuk: Hoofdstukbeeld) -> Iterator[Blok]:
    yield Kop(f"{nummer}. {hoofdstuk.titel}")
    yield from alineas(hoofdstuk.duiding)
    vorige = None
    for deel in hoofdstuk.delen:
        inhoud = list(_deel(deel, hoofdstuk))
        onderwerp = deel.id if isinstance(deel, Indicatordeel) else None
        if inhoud and isinstance(deel, Indicatordeel) and onderwerp != vorige:
            yield Kop(deel.naam, 2)
        yield from inhoud
        vorige = onderwerp if inhoud else vorige


def _deel(deel: Deel, hoofdstuk: Hoofdstukbeeld) -> Iterator[Blok]:
    match deel:
        case Tekstdeel(tekst=tekst):
            yield from alineas(tekst)
        case Indicatordeel():
            yield from _indicator(deel, hoofdstuk)
        case Voortgangdeel():
            yield from _voortgang(deel, hoofdstuk.titel)


def _indicator(deel: Indicatordeel, hoofdstuk: Hoofdstukbeeld) -> Iterator[Blok]:
    """The figures stand below their chart, but not twice; the koers stands below the first of the two."""
    soorten = [d.soort for d in hoofdstuk.delen if isinstance(d, Indicatordeel) and d.id == deel.id]
    tabel = cijfertabel(deel.lijn)
    if deel.soort is Bloksoort.DUIDING:
        tekst = list(alineas(deel.duiding))
        yield from [Kop(DUIDING, 3), *tekst] if tekst else []
        return
    if deel.soort is Bloksoort.GRAFIEK:
        apart = Bloksoort.CIJFERS in soorten
        yield Grafiek(_met_bijschrift(deel.lijn), replace(tabel, rijen=()) if apart else tabel)
    elif tabel.rijen:
        yield tabel
    else:
        yield Alinea("Er zijn nog geen cijfers.", stil=True)
    if deel.soort is next(s for s in soorten if s is not Bloksoort.DUIDING):
        yield from map(Alinea, deel.koers)


def _met_bijschrift(lijn: Lijngrafiek) -> Lijngrafiek:
    """ "Realisatie en begroting, 2018 tot en met 2022": the heading above it names the indicator, and who cannot see
    the chart hears that name first."""
    gevuld = [reeks for reeks in lijn.reeksen if reeks.getallen]
    punten = sorted((p for reeks in gevuld for p in reeks.getallen), key=lambda punt: punt.datum)
    labels = list(dict.fromkeys(punt.label for punt in (*punten[:1], *punten[-1:])))
    namen = opsomming([reeks.label if plek == 0 else _kleine_letter(reeks.label) for plek, reeks in enumerate(gevuld)])
    titel = ", ".join(filter(None, [namen, " tot en met ".join(labels)])) or lijn.titel
    return replace(lijn, titel=titel, omschrijving=f"{lijn.titel}. {lijn.omschrijving or feiten(lijn)}")


def _kleine_letter(label: str) -> str:
    return label[:1].lower() + label[1:]


def _voortgang(deel: Voortgangdeel, titel: str) -> Iterator[Blok]:
    if not deel.themas:
        yield Alinea(NIETS_GERAPPORTEERD if deel.naam else NERGENS_GERAPPORTEERD, stil=True)
    for thema in deel.themas:
        if thema.naam != titel:
            yield Kop(f"Thema {thema.nummer}: {thema.naam}", 2)
        yield voortgangstabel(thema, KOLOMMEN)
