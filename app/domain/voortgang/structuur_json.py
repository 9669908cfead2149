"""A Voortgang as the plain values of `bronnen/*.json`, and back."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from app.domain.voortgang.structuur import Maatregel, Moment, Precisie, Regel, Status, Thema, Voortgang

Object = dict[str, Any]
T = TypeVar("T")


def als_dict(voortgang: Voortgang) -> Object:
    """Ready for `json.dumps`, keys in the order of the source."""
    return {
        "titel": voortgang.titel,
        "gemeente": voortgang.gemeente,
        "periode": voortgang.periode,
        "themas": [_thema_als_dict(thema) for thema in voortgang.themas],
    }


def _thema_als_dict(thema: Thema) -> Object:
    maatregelen = [_maatregel_als_dict(maatregel) for maatregel in thema.maatregelen]
    return {"nummer": thema.nummer, "naam": thema.naam, "maatregelen": maatregelen}


def _maatregel_als_dict(maatregel: Maatregel) -> Object:
    regels = [regel_als_dict(regel) for regel in maatregel.regels]
    return {"letter": maatregel.letter, "naam": maatregel.naam, "regels": regels}


def regel_als_dict(regel: Regel) -> Object:
    """`statussen_in_tekst` is there only when the planning held more than one."""
    uit: Object = {"voortgang": regel.voortgang, "planning": list(regel.planning), "status": regel.status.value}
    if regel.statussen_in_tekst:
        uit["statussen_in_tekst"] = [status.value for status in regel.statussen_in_tekst]
    uit["momenten"] = [moment_als_dict(moment) for moment in regel.momenten]
    return uit


def moment_als_dict(moment: Moment) -> Object:
    if moment.herhaling is not None:
        return {"herhaling": moment.herhaling}
    return {
        "van": moment.van.isoformat() if moment.van else None,
        "tot": moment.tot.isoformat() if moment.tot else None,
        "precisie": moment.precisie.value if moment.precisie else None,
    }


def uit_dict(waarde: Object) -> Voortgang:
    """The inverse of `als_dict`; keys it does not know are passed over. Raises ValueError for something else."""
    return Voortgang(
        titel=_tekst(waarde, "titel"),
        gemeente=_tekst_of_niets(waarde, "gemeente"),
        periode=_tekst_of_niets(waarde, "periode"),
        themas=_lijst(waarde, "themas", _thema_uit_dict),
    )


def _thema_uit_dict(waarde: Object) -> Thema:
    nummer = _veld(waarde, "nummer", int)
    return Thema(nummer, _tekst(waarde, "naam"), _lijst(waarde, "maatregelen", _maatregel_uit_dict))


def _maatregel_uit_dict(waarde: Object) -> Maatregel:
    letter = _tekst_of_niets(waarde, "letter")
    return Maatregel(letter, _tekst(waarde, "naam"), _lijst(waarde, "regels", regel_uit_dict))


def regel_uit_dict(waarde: Object) -> Regel:
    return Regel(
        voortgang=_tekst(waarde, "voortgang"),
        planning=_teksten(waarde, "planning"),
        status=Status(_tekst(waarde, "status")),
        momenten=_lijst(waarde, "momenten", moment_uit_dict),
        statussen_in_tekst=[Status(tekst) for tekst in _teksten(waarde, "statussen_in_tekst", leeg=True)],
    )


def moment_uit_dict(waarde: Object) -> Moment:
    """A recurrence stands alone, a dated moment has a precisie and at least one date."""
    herhaling, precisie = _tekst_of_niets(waarde, "herhaling"), _tekst_of_niets(waarde, "precisie")
    van, tot = (_datum(waarde, naam) for naam in ("van", "tot"))
    if herhaling is not None and (van or tot or precisie):
        raise ValueError("Een herhaling heeft geen van, tot of precisie.")
    if herhaling is None and (precisie is None or (van is None and tot is None)):
        raise ValueError("Een moment heeft een precisie en van of tot, of alleen een herhaling.")
    if van and tot and tot < van:
        raise ValueError(f"Het moment eindigt ({tot}) voor het begint ({van}).")
    return Moment(van, tot, Precisie(precisie) if precisie else None, herhaling)


def _veld(waarde: Object, naam: str, soort: type[T]) -> T:
    gevonden = waarde.get(naam) if isinstance(waarde, dict) else None
    if not isinstance(gevonden, soort) or isinstance(gevonden, bool):
        raise ValueError(f"In de voortgang ontbreekt '{naam}' of het is van een andere soort.")
    return gevonden


def _tekst(waarde: Object, naam: str) -> str:
    return _veld(waarde, naam, str)


def _tekst_of_niets(waarde: Object, naam: str) -> str | None:
    if isinstance(waarde, dict) and waarde.get(naam) is None:
        return None
    return _tekst(waarde, naam)


def _lijst(waarde: Object, naam: str, lees: Callable[[Object], T]) -> list[T]:
    return [lees(item) for item in _veld(waarde, naam, list)]


def _teksten(waarde: Object, naam: str, *, leeg: bool = False) -> list[str]:
    if leeg and isinstance(waarde, dict) and naam not in waarde:
        return []
    teksten = _veld(waarde, naam, list)
    if not all(isinstance(tekst, str) for tekst in teksten):
        raise ValueError(f"In de voortgang staat in '{naam}' iets anders dan tekst.")
    return teksten


def _datum(waarde: Object, naam: str) -> date | None:
    tekst = _tekst_of_niets(waarde, naam)
    return date.fromisoformat(tekst) if tekst is not None else None
