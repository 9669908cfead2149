"""The koers of doelen, and the figures of one indicator, as neutral documents. What is hidden is not in them."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from app.domain.cijfers.meetwaarde import toon_meetwaarde
from app.domain.koers.bepalen import Koers
from app.domain.streefwaarde.in_woorden import in_woorden
from app.domain.stroom import Stroom
from app.domain.taal.datums import toon_datum
from app.domain.taal.hoeveel import hoeveel
from app.models import Indicator
from app.services.koersen.doelkoers import DoelKoers
from app.services.notities.structuur_van import streefwaarde_van
from app.writing.document import Alinea, Blok, Document, Gegevens, Grafiek, Kolom, Kop, Tabel, Waarde
from app.writing.grafiek.tabel import als_structuur, cijfertabel, gegevenstabel
from app.writing.grafiek.waarden import Lijngrafiek

TITEL = "Koers van doelen"
GEEN_DOELEN = "Er zijn geen doelen die bij deze keuze passen."
_KOLOMMEN = (Kolom("Doel", 5), Kolom("Koers", 1.6), Kolom("Hoe dat is berekend", 5.4))
_GEGEVENS = (
    "organisatie",
    "notitie",
    "probleemgebied",
    "doel",
    "tekst",
    "streefwaarde",
    "koers",
    "berekend",
    "oordeel",
    "reden",
    "indicator",
    "laatste periode",
    "laatste waarde",
    "verwacht",
    "berekening",
)


def koersen_document(
    koersen: Sequence[DoelKoers], *, organisatie: str, peildatum: date, filters: tuple[tuple[str, str], ...] = ()
) -> Document:
    """In the order given. `filters`: what was chosen, in words."""
    stand = () if any(naam == "Peildatum" for naam, _ in filters) else (("Peildatum", toon_datum(peildatum)),)
    return Document(
        titel=TITEL,
        ondertitel=_samenvatting(koersen),
        organisatie=organisatie,
        datum=peildatum,
        kenmerken=(*stand, *filters),
        blokken=Stroom(lambda: _inhoud(koersen)),
        gegevens=Gegevens(tuple(map(Kolom, _GEGEVENS)), Stroom(lambda: map(_gegevens, koersen))),
        structuur={"peildatum": peildatum, "doelen": Stroom(lambda: map(_structuur, koersen))},
        liggend=True,
    )


def _samenvatting(koersen: Sequence[DoelKoers]) -> str:
    per_koers = {koers: sum(k.koers is koers for k in koersen) for koers in Koers}
    delen = ", ".join(f"{aantal} {koers.value}" for koers, aantal in per_koers.items() if aantal)
    return f"{hoeveel(len(koersen), 'doel', 'doelen')}{': ' if delen else ''}{delen}"


def _inhoud(koersen: Sequence[DoelKoers]) -> Iterator[Blok]:
    if not koersen:
        yield Alinea(GEEN_DOELEN)
        return
    per_gebied: dict[tuple[str, str, str], list[DoelKoers]] = {}
    for koers in koersen:
        per_gebied.setdefault(_waar(koers), []).append(koers)
    for (organisatie, notitie, gebied), groep in per_gebied.items():
        yield Kop(gebied)
        yield Alinea(f"{organisatie}, {notitie}", stil=True)
        yield Tabel(f"Koers van de doelen van {gebied}", _KOLOMMEN, tuple(_rij(koers) for koers in groep))


def _waar(koers: DoelKoers) -> tuple[str, str, str]:
    gebied = koers.doel.probleemgebied
    return gebied.notitie.organisatie.naam, gebied.notitie.titel, gebied.naam


def _rij(koers: DoelKoers) -> tuple[Waarde, ...]:
    oordeel = ""
    if koers.oordeel:
        wie = f" van {koers.oordeel.gebruiker.naam}" if koers.oordeel.gebruiker else ""
        oordeel = f" Oordeel{wie}: {koers.oordeel.koers.value}. {koers.oordeel.reden}"
    return f"{koers.doel.nummer}. {koers.doel.tekst}", koers.koers.value, koers.zin + oordeel


def _gegevens(koers: DoelKoers) -> tuple[Waarde, ...]:
    beeld, leidend, oordeel = koers.beeld, koers.leidend, koers.oordeel
    return (
        *_waar(koers),
        koers.doel.nummer,
        koers.doel.tekst,
        in_woorden(streefwaarde_van(koers.doel)),
        koers.koers.value,
        koers.berekend.value,
        oordeel.koers.value if oordeel else "",
        oordeel.reden if oordeel else "",
        leidend.indicator.naam if leidend else "",
        beeld.laatste.datum if beeld.laatste else None,
        beeld.laatste.waarde if beeld.laatste else None,
        beeld.verwacht,
        koers.zin,
    )


def _structuur(koers: DoelKoers) -> dict[str, Any]:
    return dict(zip(_GEGEVENS, _gegevens(koers), strict=True)) | {
        "indicatoren": [
            {"naam": i.indicator.naam, "koers": i.beeld.koers.value, "berekening": i.zin} for i in koers.indicatoren
        ]
    }


def indicator_document(
    indicator: Indicator,
    grafiek: Lijngrafiek,
    *,
    koersen: Sequence[DoelKoers],
    duidingen: Sequence[tuple[str, str]],
    organisatie: str,
    peildatum: date,
) -> Document:
    """One indicator with the chart of its page. `duidingen`: period and text; of `koersen` the sentence on it."""
    return Document(
        titel=indicator.naam,
        ondertitel=f"{indicator.eenheid.capitalize()}, {indicator.frequentie.label}",
        organisatie=organisatie,
        datum=peildatum,
        kenmerken=tuple(_kenmerken(indicator)),
        blokken=tuple(_over(indicator, grafiek, koersen, duidingen)),
        gegevens=gegevenstabel(indicator.naam, [grafiek]),
        structuur=als_structuur(grafiek)
        | {
            "definitie": indicator.definitie,
            "bron": indicator.bron,
            "doelen": [_van_doel(indicator, koers) for koers in koersen],
            "duidingen": [{"periode": periode, "tekst": tekst} for periode, tekst in duidingen],
        },
    )


def _kenmerken(indicator: Indicator) -> Iterator[tuple[str, str]]:
    yield from (
        (naam, tekst) for naam, tekst in (("Definitie", indicator.definitie), ("Bron", indicator.bron)) if tekst
    )
    if indicator.ondergrens is not None:
        yield "Laagste waarde", toon_meetwaarde(indicator.ondergrens, indicator.eenheid)
    if indicator.bovengrens is not None:
        yield "Hoogste waarde", toon_meetwaarde(indicator.bovengrens, indicator.eenheid)


def _over(
    indicator: Indicator, grafiek: Lijngrafiek, koersen: Sequence[DoelKoers], duidingen: Sequence[tuple[str, str]]
) -> Iterator[Blok]:
    yield Grafiek(grafiek, cijfertabel(grafiek))
    if koersen:
        yield Kop("Koers")
        for koers in koersen:
            van_doel = _van_doel(indicator, koers)
            yield Alinea(f"{van_doel['doel']} {van_doel['koers'].capitalize()}. {van_doel['berekening']}")
    for plek, (periode, tekst) in enumerate(duidingen):
        if plek == 0:
            yield Kop("Wat zien we?")
        yield Kop(periode, 2)
        yield Alinea(tekst)


def _van_doel(indicator: Indicator, koers: DoelKoers) -> dict[str, str]:
    """What this indicator says of the doel, which may be measured by others as well."""
    eigen = next(i for i in koers.indicatoren if i.indicator.id == indicator.id)
    doel = koers.doel
    return {
        "doel": f"{doel.probleemgebied.naam}, doel {doel.nummer}: {doel.tekst}",
        "koers": eigen.beeld.koers.value,
        "berekening": eigen.zin,
    }
