"""What in seeds/indicatoren/*.yaml does not fit with itself, with each other or with the other files."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from app.domain.cijfers.meetwaarde import OngeldigeWaarde, controleer_waarde
from app.reading.seeds.indicatoren import (
    EigenIndicatorInvoer,
    GedeeldeIndicatorInvoer,
    GemetenInvoer,
    IndicatorenInvoer,
    KoersInvoer,
    RapportInvoer,
    ReeksInvoer,
)
from app.reading.seeds.schema import NotitieInvoer, Pad, fouten_in_organisatie
from app.reading.seeds.voortgang import VoortgangInvoer

Fouten = Iterator[tuple[Pad, str]]
Doelplek = tuple[str, int]


@dataclass(frozen=True, slots=True)
class _Bekend:
    """What an organisatie may refer to. `namen`: of indicatoren, own and shared; `gebruikers` None when unreadable."""

    doelen: Collection[Doelplek]
    regels: Collection[Doelplek]
    namen: Collection[str]
    periodes: Collection[str]
    themas: Collection[int]
    gebruikers: Collection[str] | None


def controleer_indicatoren(
    bestanden: Mapping[str, IndicatorenInvoer],
    *,
    namen: Collection[str] | None,
    gebruikers: Collection[tuple[str, str]] | None,
    notities: Mapping[str, NotitieInvoer],
    voortgang: Mapping[str, VoortgangInvoer],
) -> Iterator[tuple[str, Fouten]]:
    """What is wrong per file. `namen`: slugs of organisaties; `gebruikers`: organisatie and e-mail address of each.

    None when the file they stand in could not be read.
    """
    aantal = Counter(invoer.organisatie for invoer in bestanden.values())
    gedeeld = {(b.organisatie, i.naam): i for b in bestanden.values() for i in b.indicatoren if i.gedeeld}
    for bestand, invoer in bestanden.items():
        wie = invoer.organisatie
        yield bestand, fouten_in_organisatie(wie, namen, aantal)
        adressen = None if gebruikers is None else {email for slug, email in gebruikers if slug == wie}
        bekend = _bekend(invoer, gedeeld, adressen, notities.values(), voortgang.values())
        yield bestand, _controleer(invoer, gedeeld, bekend)


def _bekend(
    invoer: IndicatorenInvoer,
    gedeeld: Mapping[tuple[str, str], EigenIndicatorInvoer],
    gebruikers: Collection[str] | None,
    notities: Iterable[NotitieInvoer],
    voortgang: Iterable[VoortgangInvoer],
) -> _Bekend:
    gebieden = [g for n in notities if n.organisatie == invoer.organisatie for g in n.probleemgebieden]
    eigen = [v for v in voortgang if v.organisatie == invoer.organisatie]
    return _Bekend(
        doelen={(gebied.naam, doel.nummer) for gebied in gebieden for doel in gebied.doelen},
        regels={(gebied.naam, regel.nummer) for gebied in gebieden for regel in gebied.indicatoren},
        namen={naam for _, naam in gedeeld} | {indicator.naam for indicator in invoer.indicatoren},
        periodes={periode.code for v in eigen for periode in v.periodes},
        themas={thema.nummer for v in eigen for thema in v.themas},
        gebruikers=gebruikers,
    )


def _controleer(
    invoer: IndicatorenInvoer, gedeeld: Mapping[tuple[str, str], EigenIndicatorInvoer], bekend: _Bekend
) -> Fouten:
    yield from _dubbel([i.naam for i in invoer.indicatoren], ("indicatoren",), "naam")
    yield from _dubbel([(i.van, i.naam) for i in invoer.gedeeld], ("gedeeld",), "naam")
    yield from _dubbel([r.periode for r in invoer.rapporten], ("rapporten",), "periode")
    yield from _dubbel([(k.probleemgebied, k.doel) for k in invoer.koersen], ("koersen",), "doel")
    yield from _controleer_regels(invoer, bekend)
    for plek, ander in enumerate(invoer.gedeeld):
        if ander.van == invoer.organisatie:
            yield ("gedeeld", plek, "van"), f"'{ander.naam}' is een eigen indicator; zet de cijfers daar"
    for pad, gemeten in invoer.gemeten:
        bron = gedeeld.get((gemeten.van, gemeten.naam)) if isinstance(gemeten, GedeeldeIndicatorInvoer) else gemeten
        yield from _controleer_indicator(gemeten, bron, pad, bekend)
    for plek, koers in enumerate(invoer.koersen):
        yield from _controleer_koers(koers, ("koersen", plek), bekend)
    for plek, rapport in enumerate(invoer.rapporten):
        yield from _controleer_rapport(rapport, ("rapporten", plek), bekend)


def _controleer_regels(invoer: IndicatorenInvoer, bekend: _Bekend) -> Fouten:
    """A line of a notitie is measured by one indicator."""
    gezien: set[Doelplek] = set()
    for pad, gemeten in invoer.gemeten:
        for plek, regel in enumerate(gemeten.regels):
            bij, doel = (*pad, "regels", plek), (regel.probleemgebied, regel.doel)
            if doel not in bekend.regels:
                yield bij, f"'{regel.probleemgebied}' heeft geen indicator {regel.doel}"
            elif doel in gezien:
                yield bij, f"indicator {regel.doel} van '{regel.probleemgebied}' is al gekoppeld"
            gezien.add(doel)


def _controleer_indicator(gemeten: GemetenInvoer, bron: GemetenInvoer | None, pad: Pad, bekend: _Bekend) -> Fouten:
    """`bron` says in which unit it is measured: the indicator itself, or the one that is shared."""
    if not isinstance(bron, EigenIndicatorInvoer):
        yield (*pad, "naam"), f"'{gemeten.naam}' is niet gedeeld"
        return
    if isinstance(gemeten, EigenIndicatorInvoer):
        yield from _controleer_eigen(gemeten, pad, bekend)
    yield from _dubbel([(r.gebied, r.soort.value) for r in gemeten.reeksen], (*pad, "reeksen"), "soort")
    yield from _dubbel([d.periode for d in gemeten.duidingen], (*pad, "duidingen"), "periode")
    for plek, reeks in enumerate(gemeten.reeksen):
        yield from _controleer_reeks(reeks, bron, (*pad, "reeksen", plek))


def _controleer_eigen(indicator: EigenIndicatorInvoer, pad: Pad, bekend: _Bekend) -> Fouten:
    if indicator.noemer == indicator.naam:
        yield (*pad, "noemer"), "een indicator is niet zijn eigen noemer"
    elif indicator.noemer and indicator.noemer not in bekend.namen:
        yield (*pad, "noemer"), f"de indicator '{indicator.noemer}' bestaat niet"
    laag, hoog = indicator.ondergrens, indicator.bovengrens
    if laag is not None and hoog is not None and hoog < laag:
        yield (*pad, "bovengrens"), "de bovengrens ligt onder de ondergrens"


def _controleer_reeks(reeks: ReeksInvoer, bron: EigenIndicatorInvoer, pad: Pad) -> Fouten:
    waarden: list[tuple[Pad, Decimal]] = [(("metingen", periode), w) for periode, w in reeks.metingen.items()]
    waarden += [(("herzien", plek), h.eerder) for plek, h in enumerate(reeks.herzien)]
    if reeks.nulmeting:
        waarden.append((("nulmeting", "waarde"), reeks.nulmeting.waarde))
    for bij, waarde in waarden:
        try:
            controleer_waarde(waarde, bron.eenheid, minimum=bron.ondergrens, maximum=bron.bovengrens)
        except OngeldigeWaarde as fout:
            yield (*pad, *bij), str(fout).rstrip(".")
    genoemd = {"voorlopig": reeks.voorlopig, "toelichting": reeks.toelichting}
    genoemd["herzien"] = [herziening.periode for herziening in reeks.herzien]
    for sleutel, periodes in genoemd.items():
        for periode in periodes:
            if periode not in reeks.metingen:
                yield (*pad, sleutel), f"over {periode} is er geen meting"


def _controleer_koers(koers: KoersInvoer, pad: Pad, bekend: _Bekend) -> Fouten:
    if (koers.probleemgebied, koers.doel) not in bekend.doelen:
        yield (*pad, "doel"), f"doel {koers.doel} van '{koers.probleemgebied}' bestaat niet"
    yield from _dubbel([punt.datum for punt in koers.streefpad], (*pad, "streefpad"), "datum")
    wie = koers.oordeel.door if koers.oordeel else None
    if wie and bekend.gebruikers is not None and wie not in bekend.gebruikers:
        yield (*pad, "oordeel", "door"), f"'{wie}' is geen gebruiker van deze organisatie"


def _controleer_rapport(rapport: RapportInvoer, pad: Pad, bekend: _Bekend) -> Fouten:
    if rapport.periode not in bekend.periodes:
        yield (*pad, "periode"), f"de periode {rapport.periode} is er niet in de voortgang van deze organisatie"
    for h, hoofdstuk in enumerate(rapport.hoofdstukken):
        for b, blok in enumerate(hoofdstuk.blokken):
            bij: Pad = (*pad, "hoofdstukken", h, "blokken", b)
            if blok.indicator and blok.indicator not in bekend.namen:
                yield (*bij, "indicator"), f"de indicator '{blok.indicator}' bestaat niet"
            if blok.thema and blok.thema not in bekend.themas:
                yield (*bij, "thema"), f"thema {blok.thema} bestaat niet"


def _dubbel(waarden: list[object], pad: Pad, sleutel: str) -> Fouten:
    aantal = Counter(waarden)
    for plek, waarde in enumerate(waarden):
        if aantal[waarde] > 1:
            delen = waarde if isinstance(waarde, tuple) else (waarde,)
            wat = " ".join(str(deel) for deel in delen if deel != "")
            yield (*pad, plek, sleutel), f"'{wat}' komt meer dan één keer voor"
