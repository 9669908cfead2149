"""The figures of a chart as a table: to read beside it, and to calculate with."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from app.domain.taal.datums import toon_datum
from app.writing.document import Kolom, Tabel, Waarde
from app.writing.grafiek.getallen import voluit
from app.writing.grafiek.legenda import streefwoord
from app.writing.grafiek.waarden import Lijngrafiek, Punt, Reeks

_GEGEVENS = ("indicator", "eenheid", "soort", "reeks", "periode", "datum", "waarde", "voorlopig", "toelichting")


def cijfertabel(grafiek: Lijngrafiek) -> Tabel:
    """A row per period and a column per line, with what is special about it in words. Figures are written out."""
    reeksen = [reeks for reeks in grafiek.reeksen if reeks.punten]
    rijen = [_rij(grafiek, reeksen, *periode) for periode in _perioden(grafiek, reeksen)]
    bijzonder = any(rij[-1] for rij in rijen)
    kolommen = [Kolom("Periode", 1.4), *(Kolom(reeks.label, 1.3, getal=True) for reeks in reeksen)]
    if bijzonder:
        return Tabel(_titel(grafiek), (*kolommen, Kolom("Bijzonderheden", 3)), tuple(rijen))
    return Tabel(_titel(grafiek), tuple(kolommen), tuple(rij[:-1] for rij in rijen))


def gegevenstabel(titel: str, grafieken: Sequence[Lijngrafiek]) -> Tabel:
    """Every figure of all of them on a row of its own, for formats that are sorted and filtered."""
    rijen = tuple(rij for grafiek in grafieken for rij in _gegevens(grafiek))
    return Tabel(titel, tuple(map(Kolom, _GEGEVENS)), rijen)


def als_structuur(grafiek: Lijngrafiek) -> dict[str, Any]:
    """Plain dicts and lists, for json."""
    streef = grafiek.streef
    return {
        "indicator": grafiek.titel,
        "eenheid": grafiek.eenheid,
        "reeksen": [
            {"soort": reeks.soort.value, "naam": reeks.label, "punten": [_als_dict(punt) for punt in reeks.punten]}
            for reeks in grafiek.reeksen
        ],
        "eerder_gemeld": [_als_dict(punt) for punt in grafiek.eerdere],
        "nulmeting": _als_dict(grafiek.nulmeting) if grafiek.nulmeting else None,
        "streefwaarde": {"min": streef.min, "max": streef.max, "datum": streef.datum} if streef else None,
        "verwacht_pad": [{"datum": datum, "waarde": waarde} for datum, waarde in grafiek.pad],
    }


def _titel(grafiek: Lijngrafiek) -> str:
    return f"Cijfers bij {grafiek.titel}"


def _perioden(grafiek: Lijngrafiek, reeksen: Sequence[Reeks]) -> list[tuple[date, str]]:
    """Every period once, in order of time."""
    punten = [punt for reeks in reeksen for punt in reeks.punten]
    punten += [*grafiek.eerdere, *([grafiek.nulmeting] if grafiek.nulmeting else [])]
    perioden = {(punt.datum, punt.label) for punt in punten}
    if grafiek.streef and grafiek.streef.datum and grafiek.streef.datum not in {datum for datum, _ in perioden}:
        perioden.add((grafiek.streef.datum, toon_datum(grafiek.streef.datum)))
    return sorted(perioden)


def _rij(grafiek: Lijngrafiek, reeksen: Sequence[Reeks], datum: date, label: str) -> tuple[str, ...]:
    hier = [next((p for p in reeks.punten if (p.datum, p.label) == (datum, label)), None) for reeks in reeksen]
    cellen = [_cel(punt, grafiek.eenheid) for punt in hier]
    bijzonder = [*_voorlopig(reeksen, hier), *_bijzonderheden(grafiek, datum, label)]
    return (label, *cellen, "; ".join(bijzonder))


def _cel(punt: Punt | None, eenheid: str) -> str:
    if punt is None:
        return ""
    return punt.tekst or (voluit(punt.waarde, eenheid) if punt.waarde is not None else "")


def _voorlopig(reeksen: Sequence[Reeks], hier: Sequence[Punt | None]) -> Iterator[str]:
    for reeks, punt in zip(reeksen, hier, strict=True):
        if punt and punt.voorlopig:
            yield f"{reeks.label} voorlopig" if len(reeksen) > 1 else "voorlopig"


def _bijzonderheden(grafiek: Lijngrafiek, datum: date, label: str) -> Iterator[str]:
    nulmeting = grafiek.nulmeting
    if nulmeting and (nulmeting.datum, nulmeting.label) == (datum, label):
        yield f"nulmeting {_cel(nulmeting, grafiek.eenheid)}"
    for eerder in grafiek.eerdere:
        if (eerder.datum, eerder.label) == (datum, label):
            yield f"eerder gemeld {_cel(eerder, grafiek.eenheid)}"
    # At its ends the path is the nulmeting and what is aimed for.
    if verwacht := dict(grafiek.pad[1:-1]).get(datum):
        yield f"verwacht {voluit(verwacht, grafiek.eenheid)}"
    if grafiek.streef and grafiek.streef.datum == datum:
        yield streefwoord(grafiek.streef, grafiek.eenheid, precies=True).lower()


def _gegevens(grafiek: Lijngrafiek) -> Iterator[tuple[Waarde, ...]]:
    groepen = [(reeks.soort.value, reeks.label, reeks.punten) for reeks in grafiek.reeksen]
    groepen += [("eerder gemeld", "", grafiek.eerdere)] if grafiek.eerdere else []
    groepen += [("nulmeting", "", (grafiek.nulmeting,))] if grafiek.nulmeting else []
    for soort, naam, punten in groepen:
        for punt in punten:
            feiten = (punt.label, punt.datum, punt.waarde, "ja" if punt.voorlopig else "nee", punt.tekst)
            yield (grafiek.titel, grafiek.eenheid, soort, naam, *feiten)
    if grafiek.streef:
        for naam, grens in (("ondergrens", grafiek.streef.min), ("bovengrens", grafiek.streef.max)):
            if grens is not None:
                begin = (grafiek.titel, grafiek.eenheid, "streefwaarde", naam)
                yield (*begin, "", grafiek.streef.datum, grens, "nee", "")


def _als_dict(punt: Punt) -> dict[str, Any]:
    return {
        "periode": punt.label,
        "datum": punt.datum,
        "waarde": punt.waarde,
        "voorlopig": punt.voorlopig,
        "toelichting": punt.tekst,
    }
