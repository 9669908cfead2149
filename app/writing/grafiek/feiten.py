"""The facts of a chart in words, for who cannot see it."""

from app.domain.taal.datums import toon_datum
from app.writing.grafiek.getallen import voluit
from app.writing.grafiek.legenda import streefwoord
from app.writing.grafiek.waarden import Lijngrafiek, Punt, Reeks

GEEN_CIJFERS = "Er zijn nog geen cijfers."


def feiten(grafiek: Lijngrafiek) -> str:
    """`Realisatie van 8,3% (2018) naar 9,6% (2021, voorlopig). Streefwaarde 7% op 31 december 2022.`"""
    zinnen = [_reeks(reeks, grafiek.eenheid) for reeks in grafiek.reeksen if reeks.getallen]
    if grafiek.nulmeting and grafiek.nulmeting.waarde is not None:
        zinnen.append(f"Nulmeting {_punt(grafiek.nulmeting, grafiek.eenheid)}.")
    if grafiek.streef:
        wanneer = f" op {toon_datum(grafiek.streef.datum)}" if grafiek.streef.datum else ""
        zinnen.append(f"{streefwoord(grafiek.streef, grafiek.eenheid)}{wanneer}.")
    return " ".join([GEEN_CIJFERS, *zinnen] if grafiek.leeg else zinnen)


def _reeks(reeks: Reeks, eenheid: str) -> str:
    punten = reeks.getallen
    if len(punten) == 1:
        return f"{reeks.label} {_punt(punten[0], eenheid)}."
    return (
        f"{reeks.label} van {_punt(punten[0], eenheid)} naar {_punt(punten[-1], eenheid)}{_uitersten(reeks, eenheid)}."
    )


def _uitersten(reeks: Reeks, eenheid: str) -> str:
    """The highest and lowest, when they lie in between."""
    punten = reeks.getallen
    hoogste = max(punten, key=lambda punt: punt.waarde or 0)
    laagste = min(punten, key=lambda punt: punt.waarde or 0)
    uiteinden = {punten[0].waarde, punten[-1].waarde}
    woorden = [
        f"{woord} {_punt(punt, eenheid)}"
        for woord, punt in (("hoogste", hoogste), ("laagste", laagste))
        if punt.waarde not in uiteinden
    ]
    return "".join(f", {woord}" for woord in woorden)


def _punt(punt: Punt, eenheid: str) -> str:
    waarde = voluit(punt.waarde, eenheid) if punt.waarde is not None else punt.tekst
    return f"{waarde} ({punt.label}{', voorlopig' if punt.voorlopig else ''})"
