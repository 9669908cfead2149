"""A notitie as a neutral document, laid out as policy notes are: per probleemgebied a table of two columns.

Every part carries its merk, so that the file is recognised when it comes back from Word.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from app.domain.notitie.structuur_json import als_dict
from app.domain.notitie.vorm import (
    GEEN,
    GROEPEN,
    LIJSTKOP,
    OPSOMTEKEN,
    VOORBEHOUD,
    opdracht_van,
    realiseren,
    uitvoeren,
)
from app.domain.stroom import Stroom
from app.domain.structuur import Interventie, Notitie, Opdracht, Opdrachtnemer, Probleemgebied, merk_van
from app.domain.taal.datums import toon_datum
from app.domain.terugkomst.documentmerk import EIGENSCHAPPEN, Merksoort, bladwijzer
from app.writing.document import Alinea, Blok, Document, Genummerd, Kader, Kaderrij, Kop, Lijst, Nummerpunt
from app.writing.documenten.notitie_gegevens import gegevens_van

_M = Merksoort
_KENMERKEN = {"Datum": _M.DATUM, "Versie": _M.VERSIE, "Referentiejaar": _M.REFERENTIEJAAR, "Doeljaar": _M.DOELJAAR}
_NEMERS = {Opdrachtnemer.LOKAAL: _M.NEMER_LOKAAL, Opdrachtnemer.RIGG: _M.NEMER_RIGG}
_LIJNEN = {Opdrachtnemer.LOKAAL: _M.LOKAAL, Opdrachtnemer.RIGG: _M.RIGG}
_DOELEN = {Opdrachtnemer.LOKAAL: _M.LOKAAL_DOELEN, Opdrachtnemer.RIGG: _M.RIGG_DOELEN}
_INTERVENTIES = {Opdrachtnemer.LOKAAL: _M.LOKAAL_INTERVENTIES, Opdrachtnemer.RIGG: _M.RIGG_INTERVENTIES}


@dataclass(frozen=True, slots=True)
class Herkomst:
    """Where the file comes from. `uitvoer`: the code by which this very export is found again, "" for none."""

    organisatie: str
    status: str
    vandaag: date
    uitvoer: str = ""


def notitie_document(notitie: Notitie, herkomst: Herkomst, *, als_deel: bool = False) -> Document:
    """`als_deel`: some probleemgebieden without the rest, so without the list of all."""
    datum = toon_datum(notitie.datum) if notitie.datum else GEEN
    waarden = (datum, notitie.versie or GEEN, notitie.referentiejaar or GEEN, notitie.doeljaar or GEEN)
    return Document(
        titel=notitie.titel,
        ondertitel=herkomst.status[:1].upper() + herkomst.status[1:],
        organisatie=herkomst.organisatie,
        datum=notitie.datum or herkomst.vandaag,
        kenmerken=tuple(zip(_KENMERKEN, map(str, waarden), strict=True)),
        blokken=Stroom(lambda: _blokken(notitie, als_deel=als_deel)),
        gegevens=gegevens_van(notitie),
        structuur=Stroom(lambda: {**als_dict(notitie), "status": herkomst.status}.items()),
        datumregel=False,
        merken=_merken(herkomst),
        eigenschappen=_eigenschappen(notitie, herkomst),
    )


def _merken(herkomst: Herkomst) -> dict[str, str]:
    eigen = {"titel": bladwijzer(_M.TITEL), **{naam: bladwijzer(soort) for naam, soort in _KENMERKEN.items()}}
    return eigen | ({"uitvoer": bladwijzer(_M.UITVOER, herkomst.uitvoer)} if herkomst.uitvoer else {})


def _eigenschappen(notitie: Notitie, herkomst: Herkomst) -> tuple[tuple[str, str], ...]:
    if not herkomst.uitvoer:
        return ()
    return tuple(zip(EIGENSCHAPPEN, (herkomst.uitvoer, notitie.titel, herkomst.organisatie), strict=True))


def _blokken(notitie: Notitie, *, als_deel: bool) -> Iterator[Blok]:
    yield from lange_tekst(notitie.inleiding)
    yield from () if als_deel else _lijst(notitie.probleemgebieden)
    for gebied in notitie.probleemgebieden:
        yield Kop(gebied.naam, merk=bladwijzer(_M.GEBIED, gebied.merk), bladzijde=not als_deel)
        yield Kader(gebied.naam, tuple(_rijen(gebied)))
        yield from lange_tekst(gebied.toelichting)


def lange_tekst(tekst: str, soort: Merksoort | None = None, merk: str | None = None) -> Iterator[Alinea | Lijst]:
    """A paragraph per line; lines that begin with a bullet become a list with bullets. `soort`: every line is marked
    as one of this kind."""
    regels = tekst.split("\n") if tekst.strip() else []
    merken = [_regelmerk(soort, merk, plek) for plek, _ in enumerate(regels)]
    for is_lijst, groep in groupby(zip(regels, merken, strict=True), key=lambda paar: paar[0].startswith(OPSOMTEKEN)):
        if is_lijst:
            punten, eigen = zip(*((regel.removeprefix(OPSOMTEKEN), merk) for regel, merk in groep), strict=True)
            yield Lijst(punten, eigen)
        else:
            yield from (Alinea(regel, merk=merk) for regel, merk in groep)


def _regelmerk(soort: Merksoort | None, merk: str | None, plek: int) -> str:
    """No two marks have the same name: the second line has a number behind it."""
    return bladwijzer(soort, f"{merk}{plek or ''}") if soort and merk else ""


def _lijst(gebieden: Sequence[Probleemgebied]) -> Iterator[Blok]:
    """The probleemgebieden in order of importance, as the notitie itself calls them there."""
    if not gebieden:
        return
    yield Kop(LIJSTKOP, merk=bladwijzer(_M.LIJSTKOP))
    verdeeld = any(gebied.prioriteit for gebied in gebieden)
    for prioriteit, groep in groupby(gebieden, key=lambda gebied: gebied.prioriteit):
        if verdeeld:
            yield Alinea(GROEPEN[prioriteit], vet=True)
        yield Genummerd(tuple(_lijstpunt(gebied) for gebied in groep))


def _lijstpunt(gebied: Probleemgebied) -> Nummerpunt:
    return Nummerpunt(gebied.naam_in_lijst or gebied.naam, gebied.volgorde, merk=bladwijzer(_M.IN_LIJST, gebied.merk))


def _rijen(gebied: Probleemgebied) -> Iterator[Kaderrij]:
    merk = gebied.merk
    toelichting = lange_tekst(gebied.doelen_toelichting, _M.DOELEN_TOELICHTING, merk)
    inleiding = lange_tekst(gebied.indicatoren_inleiding, _M.INDICATOREN_INLEIDING, merk)
    interventies = tuple(punt for interventie in gebied.interventies for punt in _interventie(interventie))
    uitleg = VOORBEHOUD if _heeft_voorbehoud(gebied) else ""
    yield Kaderrij("Ist", _opsomming(gebied.ist, _M.IST), merk=bladwijzer(_M.VAK_IST, merk))
    yield Kaderrij("Soll", _opsomming(gebied.soll, _M.SOLL), merk=bladwijzer(_M.VAK_SOLL, merk))
    doelen = _genummerd([Nummerpunt(d.tekst, d.nummer, merk=bladwijzer(_M.DOEL, d.merk)) for d in gebied.doelen])
    yield Kaderrij("Doelen", (*doelen, *toelichting), merk=bladwijzer(_M.VAK_DOELEN, merk))
    maten = [Nummerpunt(i.tekst, i.nummer, merk=bladwijzer(_M.INDICATOR, i.merk)) for i in gebied.indicatoren]
    yield Kaderrij("Indicatoren", (*inleiding, *_genummerd(maten)), merk=bladwijzer(_M.VAK_INDICATOREN, merk))
    yield Kaderrij("Interventies", _genummerd(interventies), merk=bladwijzer(_M.VAK_INTERVENTIES, merk))
    yield Kaderrij("Opdracht", tuple(_opdrachten(gebied)), uitleg, bladwijzer(_M.VAK_OPDRACHT, merk))


def _opsomming(regels: Sequence[str], soort: Merksoort) -> tuple[Lijst, ...]:
    merken = tuple(bladwijzer(soort, merk_van(regel)) for regel in regels)
    return (Lijst(tuple(map(str, regels)), merken if any(merken) else ()),) if regels else ()


def _genummerd(punten: Sequence[Nummerpunt]) -> tuple[Genummerd, ...]:
    return (Genummerd(tuple(punten)),) if punten else ()


def _interventie(interventie: Interventie) -> Iterator[Nummerpunt]:
    yield Nummerpunt(interventie.tekst, interventie.nummer, merk=bladwijzer(_M.INTERVENTIE, interventie.merk))
    for onderdeel in interventie.onderdelen:
        merk = bladwijzer(_M.ONDERDEEL, onderdeel.merk)
        yield Nummerpunt(onderdeel.tekst, interventie.nummer, onderdeel.letter, merk)


def _opdrachten(gebied: Probleemgebied) -> Iterator[Alinea | Lijst]:
    for wie in Opdrachtnemer:
        yield Alinea(wie.label, vet=True, merk=bladwijzer(_NEMERS[wie], gebied.merk))
        yield from _opdracht(opdracht_van(gebied.opdracht, wie), wie, gebied.merk)


def _opdracht(opdracht: Opdracht, wie: Opdrachtnemer, merk: str | None) -> Iterator[Lijst]:
    regels = [(str(regel), bladwijzer(_LIJNEN[wie], merk_van(regel))) for regel in opdracht.opdrachten]
    if opdracht.doelen:
        regels.append((realiseren(opdracht), bladwijzer(_DOELEN[wie], merk)))
    if opdracht.interventies:
        regels.append((uitvoeren(opdracht), bladwijzer(_INTERVENTIES[wie], merk)))
    if regels:
        teksten, merken = zip(*regels, strict=True)
        yield Lijst(teksten, merken if any(merken) else ())


def _heeft_voorbehoud(gebied: Probleemgebied) -> bool:
    opdrachten = gebied.opdracht.values()
    return any(v.voorbehoud for opdracht in opdrachten for v in (*opdracht.doelen, *opdracht.interventies))
