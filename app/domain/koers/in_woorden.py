"""A Koersbeeld as a Dutch sentence in which the reader can check the sum.

"Van € 1.000.000 in 2019 naar hoogstens € 700.000 eind 2022: eind 2020 hoort het hoogstens € 900.000 te zijn; het is
€ 950.000 (voorlopig), € 50.000 te hoog."
"""

from calendar import monthrange
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from app.domain.cijfers.meetwaarde import toon_meetwaarde
from app.domain.koers.bepalen import Koers, Koersbeeld, Meetpunt
from app.domain.koers.doel import Reden
from app.domain.taal.datums import MAANDEN, toon_datum
from app.domain.taal.getallen import toon_getal


def koers_in_woorden(beeld: Koersbeeld) -> str:
    """One sentence, and a second one when the last figure is old."""
    zin = _ZINNEN[beeld.koers](beeld)
    return f"{zin[0].upper()}{zin[1:]}{_oud(beeld)}"


def _doel_open(beeld: Koersbeeld) -> str:
    return "het doel noemt nog geen getal: vul het in om de koers te zien."


def _niet_te_berekenen(beeld: Koersbeeld) -> str:
    doel = beeld.streefwaarde
    reden = {
        Reden.KWALITATIEF: "dit doel is kwalitatief en heeft geen getal om mee te rekenen",
        Reden.EENHEID: f"het doel is gesteld in {doel.eenheid}, maar de indicator meet in {beeld.eenheid}",
        Reden.GEEN_NULMETING: f"{_ontbrekende_nulmeting(beeld)}, dus is niet te zeggen hoe ver het had moeten zijn",
        Reden.NULMETING_NUL: "de nulmeting is 0, en daarvan is geen percentage te nemen",
        Reden.GEEN_DOELJAAR: "het doel noemt geen jaar waarin het gehaald moet zijn",
        Reden.RICHTING: f"niet bekend is of meer of minder dan {_toon(beeld, beeld.doel_min)} goed is; "
        "geef dat op bij de indicator of vul een nulmeting in",
    }
    assert beeld.reden is not None
    gemeten = f" ({_het_was(beeld, beeld.laatste)})" if beeld.laatste else ""
    return f"de koers is niet te berekenen: {reden[beeld.reden]}{gemeten}."


def _ontbrekende_nulmeting(beeld: Koersbeeld) -> str:
    jaar = beeld.streefwaarde.referentiejaar
    return f"de nulmeting van {jaar} ontbreekt" if jaar else "een nulmeting ontbreekt"


def _geen_meting(beeld: Koersbeeld) -> str:
    if beeld.reden is Reden.GEEN_NULMETING:
        return f"er is nog geen meting, en {_ontbrekende_nulmeting(beeld)}."
    zin = f"{_weg(beeld)}: er is nog geen meting{' na de nulmeting' if beeld.nulmeting else ''}"
    if beeld.doeljaar_voorbij:
        return f"{zin}, en het doeljaar is voorbij."
    if beeld.verwacht_nu is None:
        return f"{zin}."
    return f"{zin}; {_moment(beeld.peildatum)} hoort het {_verwacht(beeld, beeld.verwacht_nu)} te zijn."


def _behaald(beeld: Koersbeeld) -> str:
    return f"{_weg(beeld)}: {_het_was(beeld, _meting(beeld))}, en daarmee is het doel behaald."


def _onderweg(beeld: Koersbeeld) -> str:
    """Against what was expected on that day; against the doel itself without a path and after the doeljaar."""
    punt = _meting(beeld)
    if beeld.doeljaar_voorbij:
        return f"{_weg(beeld)}: het doeljaar is voorbij; {_het_was(beeld, punt)}, {_te(beeld, punt)}."
    if beeld.verwacht is None:
        return f"{_weg(beeld)}: {_het_was(beeld, punt)}, {_te(beeld, punt)}{_speelruimte(beeld)}."
    hoort = f"{_moment(punt.datum)} hoort het {_verwacht(beeld, beeld.verwacht)} te zijn"
    oordeel = _te(beeld, punt) if beeld.buiten else _goed(beeld, punt)
    return f"{_weg(beeld)}: {hoort}; het is {_waarde(beeld, punt)}, {oordeel}{_speelruimte(beeld)}."


_ZINNEN: dict[Koers, Callable[[Koersbeeld], str]] = {
    Koers.BEHAALD: _behaald,
    Koers.OP_KOERS: _onderweg,
    Koers.ACHTER: _onderweg,
    Koers.VER_ACHTER: _onderweg,
    Koers.GEEN_METING: _geen_meting,
    Koers.DOEL_OPEN: _doel_open,
    Koers.NIET_TE_BEREKENEN: _niet_te_berekenen,
}


def _weg(beeld: Koersbeeld) -> str:
    """ "van € 1.000.000 in 2019 naar hoogstens € 700.000 eind 2022"; without a nulmeting only where it must go."""
    einde = f" {_moment(beeld.einde)}" if beeld.einde else ""
    if beeld.nulmeting is None:
        return f"het doel is {_eis(beeld)}{einde}"
    toen, wanneer = _toon(beeld, beeld.nulmeting.waarde), _moment(beeld.nulmeting.datum, jaar="in")
    if _was_al_goed(beeld, beeld.nulmeting):
        return f"het was {toen} {wanneer} en moet {_eis(beeld)} blijven{' tot' if einde else ''}{einde}"
    return f"van {toen} {wanneer} naar {_eis(beeld)}{einde}"


def _was_al_goed(beeld: Koersbeeld, nulmeting: Meetpunt) -> bool:
    boven = beeld.eis_min is None or nulmeting.waarde >= beeld.eis_min
    return boven and (beeld.eis_max is None or nulmeting.waarde <= beeld.eis_max)


def _eis(beeld: Koersbeeld) -> str:
    """The first figure of a band has no unit of its own, except for a sign that belongs to it."""
    laag, hoog = beeld.eis_min, beeld.eis_max
    if laag is None or hoog is None:
        return f"minstens {_toon(beeld, laag)}" if hoog is None else f"hoogstens {_toon(beeld, hoog)}"
    eerste = _toon(beeld, laag)
    kaal = eerste if laag == hoog or beeld.eenheid in ("procent", "euro") else toon_getal(_rond(laag))
    return eerste if laag == hoog else f"{kaal} tot {_toon(beeld, hoog)}"


def _verwacht(beeld: Koersbeeld, waarde: Decimal | None) -> str:
    """ "hoogstens" when the way goes down, "minstens" when it goes up."""
    omlaag = beeld.eis_max is not None and waarde is not None and waarde >= beeld.eis_max
    return f"{'hoogstens' if omlaag else 'minstens'} {_toon(beeld, waarde)}"


def _te(beeld: Koersbeeld, punt: Meetpunt) -> str:
    """ "€ 50.000 te hoog", or what is beyond a band: "5 te hoog voor 25 tot 30"."""
    buiten = beeld.buiten or Decimal(0)
    woord = "te hoog" if buiten > 0 else "te laag"
    if buiten == beeld.afwijking and beeld.verwacht is not None:
        return f"{_verschil(beeld, punt, beeld.verwacht)} {woord}"
    voorbij = beeld.verwacht is not None and not beeld.doeljaar_voorbij
    return f"{_verschil(beeld, punt, punt.waarde - buiten)} {woord}{f' voor {_eis(beeld)}' if voorbij else ''}"


def _goed(beeld: Koersbeeld, punt: Meetpunt) -> str:
    if not beeld.afwijking or beeld.verwacht is None:
        return "precies wat verwacht werd"
    return f"{_verschil(beeld, punt, beeld.verwacht)} beter dan dat"


def _verschil(beeld: Koersbeeld, punt: Meetpunt, vanaf: Decimal) -> str:
    """From the figure as it is shown, so that the reader finds the same; "iets" where rounding hides the difference.

    Between percentages lie percentage points.
    """
    verschil = punt.waarde - _rond(vanaf)
    if not _rond(verschil) or (verschil > 0) != (punt.waarde > vanaf):
        return "iets"
    return toon_meetwaarde(_rond(abs(verschil)), "procentpunt" if beeld.eenheid == "procent" else beeld.eenheid)


def _speelruimte(beeld: Koersbeeld) -> str:
    return ", maar binnen de speelruimte" if beeld.koers is Koers.OP_KOERS and beeld.buiten else ""


def _het_was(beeld: Koersbeeld, punt: Meetpunt) -> str:
    return f"{_moment(punt.datum)} was het {_waarde(beeld, punt)}"


def _waarde(beeld: Koersbeeld, punt: Meetpunt) -> str:
    return f"{toon_meetwaarde(punt.waarde, beeld.eenheid)}{' (voorlopig)' if punt.voorlopig else ''}"


def _meting(beeld: Koersbeeld) -> Meetpunt:
    assert beeld.laatste is not None
    return beeld.laatste


def _toon(beeld: Koersbeeld, waarde: Decimal | None) -> str:
    return toon_meetwaarde(_rond(waarde or Decimal(0)), beeld.eenheid)


def _rond(waarde: Decimal) -> Decimal:
    """A computed figure has more decimals than anyone reads: the larger it is, the fewer are shown."""
    grootte = abs(waarde)
    return waarde.quantize(Decimal("0.01") if grootte < 10 else Decimal("0.1") if grootte < 1000 else Decimal(1))


def _moment(dag: date, jaar: str = "eind") -> str:
    """`eind 2020` ("in 2020" where the whole year is meant), `eind juni 2020`, or `op 15 juni 2020`."""
    if dag.day != monthrange(dag.year, dag.month)[1]:
        return f"op {toon_datum(dag)}"
    return f"{jaar} {dag.year}" if dag.month == 12 else f"eind {MAANDEN[dag.month - 1]} {dag.year}"


def _oud(beeld: Koersbeeld) -> str:
    if not beeld.verouderd or beeld.laatste is None:
        return ""
    return f" De laatste meting is oud: van {_moment(beeld.laatste.datum).removeprefix('op ')}."
