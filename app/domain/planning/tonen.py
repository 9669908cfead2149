"""Moments in Dutch words, so that `lees_planning` reads the same moments from them."""

from collections.abc import Sequence
from datetime import date

from app.domain.planning.bereik import MAANDEN_PER, maanden, passende_precisie
from app.domain.taal.datums import MAANDEN, toon_datum
from app.domain.voortgang.periode import RANGTELWOORDEN
from app.domain.voortgang.structuur import Moment, Precisie

_SEIZOENEN = {3: "voorjaar", 6: "zomer", 9: "najaar"}


def toon_momenten(momenten: Sequence[Moment]) -> str:
    """ "t/m 1 juli 2020", "eerste kwartaal 2020 en jaarlijks in november"; empty when there are none."""
    delen = [toon_moment(moment) for moment in momenten]
    if len(delen) < 2:
        return "".join(delen)
    return f"{', '.join(delen[:-1])} en {delen[-1]}"


def toon_moment(moment: Moment) -> str:
    if moment.herhaling is not None:
        return moment.herhaling
    precisie = passende_precisie(moment.van, moment.tot, moment.precisie or Precisie.DAG)
    if moment.van is None:
        return f"t/m {_naam(moment.tot, precisie)}" if moment.tot else ""
    if moment.tot is None:
        return f"vanaf {_naam(moment.van, precisie)}"
    return _heel(moment.van, moment.tot, moment.precisie) or _van_tot(moment.van, moment.tot, precisie)


def _heel(van: date, tot: date, precisie: Precisie | None) -> str | None:
    """A whole day, month, quarter, half, year, season or school year, which has a name."""
    if precisie is None or precisie is Precisie.DAG:
        return toon_datum(van) if van == tot else None
    if van.day != 1 or van.year >= 9999 or maanden(van.year, van.month, precisie).tot != tot:
        return None
    if (van.month - 1) % MAANDEN_PER[precisie] == 0:
        return _naam(van, precisie)
    if precisie is Precisie.JAAR and van.month == 8:
        return f"schooljaar {van.year}/{van.year + 1}"
    if precisie is Precisie.KWARTAAL and van.month == 12:
        return f"winter {van.year}/{van.year + 1}"
    return f"{_SEIZOENEN[van.month]} {van.year}" if precisie is Precisie.KWARTAAL and van.month in _SEIZOENEN else None


def _van_tot(van: date, tot: date, precisie: Precisie) -> str:
    begin = _naam(van, precisie)
    if van.year == tot.year and precisie is not Precisie.JAAR:
        begin = begin.removesuffix(f" {van.year}")
    return f"{begin} t/m {_naam(tot, precisie)}"


def _naam(dag: date, precisie: Precisie) -> str:
    if precisie is Precisie.DAG:
        return toon_datum(dag)
    if precisie is Precisie.MAAND:
        return f"{MAANDEN[dag.month - 1]} {dag.year}"
    if precisie is Precisie.JAAR:
        return str(dag.year)
    deel = (dag.month - 1) // MAANDEN_PER[precisie]
    return f"{RANGTELWOORDEN[deel]} {precisie.value} {dag.year}"
