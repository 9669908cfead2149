"""The opdracht overview as a neutral document."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, groupby, islice
from typing import Any, TypeVar

from app.domain.opdrachtoverzicht import Blok, Overzicht, Regel, Totaal
from app.domain.stroom import Stroom
from app.domain.structuur import Opdrachtnemer
from app.domain.taal.hoeveel import hoeveel
from app.writing.document import Alinea, Document, Gegevens, Kolom, Kop, Lijst, Tabel, Waarde
from app.writing.document import Blok as DocumentBlok
from app.writing.documenten import antwoord
from app.writing.nederlands import opsomming

S = TypeVar("S", bound=Hashable)

TITEL = "Opdrachtoverzicht"
GEEN_OPDRACHTEN = "Er zijn geen doelen, interventies of opdrachten die bij deze keuze passen."

_ONDERTITELS = {Opdrachtnemer.RIGG: "Opdrachten aan de RIGG", Opdrachtnemer.LOKAAL: "Lokale opdrachten"}
_KOLOMMEN = (Kolom("Soort", 1.5), Kolom("Nr", 0.7), Kolom("Tekst", 6.2), Kolom("Bijzonderheden", 2.1))
_MET_ANTWOORD = (*_KOLOMMEN[:2], Kolom("Tekst", 4.8), Kolom("Bijzonderheden", 1.9), Kolom("Antwoord RIGG", 2.9))
_GEGEVENS = (
    "organisatie",
    "notitie",
    "volgorde",
    "probleemgebied",
    "opdrachtnemer",
    "soort",
    "kenmerk",
    "tekst",
    "gedeeld",
    "voorbehoud",
    *antwoord.KOLOMMEN,
)


def opdrachten_document(overzicht: Overzicht, *, organisatie: str, datum: date) -> Document:
    """The overview to hand over. `organisatie` is who sends it, `datum` the day it holds for."""
    blokken = _Blokken(overzicht)
    return Document(
        titel=TITEL,
        ondertitel=_ondertitel(overzicht),
        organisatie=organisatie,
        datum=datum,
        kenmerken=_kenmerken(overzicht, blokken),
        blokken=Stroom(lambda: _inhoud(overzicht, blokken)),
        gegevens=Gegevens(tuple(map(Kolom, _GEGEVENS)), Stroom(lambda: _rijen(blokken))),
        structuur=_structuur(overzicht, blokken),
    )


@dataclass(slots=True)
class _Gezien:
    """What shows of blokken only when all of them were seen."""

    organisaties: set[str] = field(default_factory=set)
    notities: set[tuple[str, str]] = field(default_factory=set)
    opdrachtnemers: set[Opdrachtnemer] = field(default_factory=set)
    gedeeld_met: set[Opdrachtnemer] = field(default_factory=set)
    voorbehoud: bool = False

    def neem_op(self, blok: Blok) -> None:
        self.organisaties.add(blok.organisatie)
        self.notities.add((blok.organisatie, blok.notitie))
        self.opdrachtnemers.add(blok.opdrachtnemer)
        for _, regel in _regels(blok):
            self.voorbehoud = self.voorbehoud or regel.voorbehoud
            if regel.gedeeld:
                self.gedeeld_met.add(_ander(blok))


class _Blokken:
    """Those with something in them. `gezien`: what the last time through them taught, None before the first."""

    def __init__(self, overzicht: Overzicht) -> None:
        self._alle = overzicht.blokken
        self.gezien: _Gezien | None = None

    def __iter__(self) -> Iterator[Blok]:
        gezien = _Gezien()
        for blok in self._alle:
            if not blok.leeg:
                gezien.neem_op(blok)
                yield blok
        self.gezien = gezien


def _getoond(overzicht: Overzicht) -> tuple[Opdrachtnemer, ...]:
    """The opdrachtnemers this overview is about: the one that was chosen or has something, otherwise both."""
    gekozen = dict(overzicht.filters).get("Opdrachtnemer", "")
    gevonden = {o for o in Opdrachtnemer if o.label == gekozen}
    gevonden = gevonden or {o for o, totaal in overzicht.totalen.items() if totaal != Totaal()}
    return tuple(o for o in Opdrachtnemer if o in gevonden) or tuple(Opdrachtnemer)


def _ondertitel(overzicht: Overzicht) -> str:
    getoond = _getoond(overzicht)
    return _ONDERTITELS[getoond[0]] if len(getoond) == 1 else "Alle opdrachten"


def _kenmerken(overzicht: Overzicht, blokken: _Blokken) -> tuple[tuple[str, str], ...]:
    """Names the notitie when there is one; looks no further than the second."""
    notities = islice(_per_groep(blokken, lambda blok: (blok.organisatie, blok.notitie)), 2)
    namen = [("Notitie", naam) for (_, naam), _ in notities]
    return (*(namen if len(namen) == 1 else ()), *overzicht.filters)


# --- to read: headings and tables ---


def _inhoud(overzicht: Overzicht, bron: _Blokken) -> Iterator[DocumentBlok]:
    """A page tells of all blokken from its first line on. Behind a sheet they were seen already, and only the lines
    before the first heading are asked for: then they are not loaded again."""
    blokken = bron if bron.gezien else tuple(bron)
    gezien = bron.gezien
    if not gezien or not gezien.notities:
        yield Alinea(GEEN_OPDRACHTEN)
        return
    yield from _totalen(overzicht)
    yield from _legenda(gezien)
    yield from _hoofdstukken(blokken, _lagen(gezien), niveau=1)


def _totalen(overzicht: Overzicht) -> Iterator[DocumentBlok]:
    getoond = _getoond(overzicht)
    zinnen = {o: _totaal(overzicht.totalen.get(o, Totaal())) for o in getoond}
    if len(getoond) == 1:
        yield Alinea(f"Dit overzicht bevat {zinnen[getoond[0]]}.")
        return
    yield Alinea("Dit overzicht bevat:")
    yield Lijst(tuple(f"{opdrachtnemer.label}: {zin}" for opdrachtnemer, zin in zinnen.items()))


def _totaal(totaal: Totaal) -> str:
    return opsomming(
        [
            hoeveel(totaal.doelen, "doel", "doelen"),
            hoeveel(totaal.interventies, "interventie", "interventies"),
            hoeveel(totaal.opdrachten, "opdracht", "opdrachten"),
        ]
    )


def _legenda(gezien: _Gezien) -> Iterator[Alinea]:
    """Explains only the marks that the reader will meet."""
    for opdrachtnemer in Opdrachtnemer:
        if opdrachtnemer in gezien.gedeeld_met:
            yield Alinea(
                f"Gedeeld met {opdrachtnemer.label}: staat ook bij de opdrachten {_aan(opdrachtnemer)}.", stil=True
            )
    if gezien.voorbehoud:
        yield Alinea("Onder voorbehoud: deze toewijzing staat nog niet vast.", stil=True)


def _aan(opdrachtnemer: Opdrachtnemer) -> str:
    return "aan de RIGG" if opdrachtnemer is Opdrachtnemer.RIGG else "die de gemeente zelf uitvoert"


Laag = tuple[Callable[[Blok], Hashable], Callable[[Blok], str]]


def _lagen(gezien: _Gezien) -> tuple[Laag, ...]:
    """The levels of heading, as (what belongs together, how it is called): only those that tell blokken apart."""
    lagen: list[Laag] = [(lambda blok: (blok.volgorde, blok.probleemgebied), _kop_probleemgebied)]
    if len(gezien.notities) > len(gezien.organisaties):
        lagen.insert(0, (lambda blok: blok.notitie, lambda blok: blok.notitie))
    if len(gezien.organisaties) > 1:
        lagen.insert(0, (lambda blok: blok.organisatie, lambda blok: blok.organisatie))
    if len(gezien.opdrachtnemers) > 1:
        lagen.append((lambda blok: blok.opdrachtnemer, lambda blok: _ONDERTITELS[blok.opdrachtnemer]))
    return tuple(lagen)


def _kop_probleemgebied(blok: Blok) -> str:
    return f"{blok.volgorde}. {blok.probleemgebied}"


def _hoofdstukken(blokken: Iterable[Blok], lagen: tuple[Laag, ...], niveau: int) -> Iterator[DocumentBlok]:
    if not lagen:
        yield from map(_tabel, blokken)
        return
    sleutel, naam = lagen[0]
    for _, groep in _per_groep(blokken, sleutel):
        eerste = next(groep)
        yield Kop(naam(eerste), niveau)
        yield from _hoofdstukken(chain([eerste], groep), lagen[1:], niveau + 1)


def _per_groep(blokken: Iterable[Blok], sleutel: Callable[[Blok], S]) -> Iterator[tuple[S, Iterator[Blok]]]:
    """What belongs together follows each other."""
    return groupby(blokken, sleutel)


def _tabel(blok: Blok) -> Tabel:
    regels = list(_regels(blok))
    rijen: list[tuple[Waarde, ...]] = [
        (soort.capitalize(), r.kenmerk, r.tekst, _bijzonderheden(r, blok)) for soort, r in regels
    ]
    kolommen: tuple[Kolom, ...] = _KOLOMMEN
    if any(regel.antwoord for _, regel in regels):  # a column that stays empty only takes room
        kolommen = _MET_ANTWOORD
        rijen = [(*rij, antwoord.in_woorden(r.antwoord, r.volledig)) for rij, (_, r) in zip(rijen, regels, strict=True)]
    onderdelen = frozenset(plaats for plaats, (soort, _) in enumerate(regels) if soort == "onderdeel")
    titel = f"{_ONDERTITELS[blok.opdrachtnemer]} bij {blok.probleemgebied}, {blok.organisatie}"
    return Tabel(titel, kolommen, tuple(rijen), onderdelen)


def _regels(blok: Blok) -> Iterator[tuple[str, Regel]]:
    """Every line of a blok with its kind, in the order of reading; a free opdracht is a line without kenmerk."""
    for doel in blok.doelen:
        yield "doel", doel
    for interventie in blok.interventies:
        yield "interventie", interventie
        for onderdeel in interventie.onderdelen:
            yield "onderdeel", onderdeel
    for opdracht in blok.opdrachten:
        yield "opdracht", opdracht


def _bijzonderheden(regel: Regel, blok: Blok) -> str:
    gedeeld = f"gedeeld met {_ander(blok).label}" if regel.gedeeld else ""
    return ", ".join(filter(None, [gedeeld, "onder voorbehoud" if regel.voorbehoud else ""]))


def _ander(blok: Blok) -> Opdrachtnemer:
    return next(opdrachtnemer for opdrachtnemer in Opdrachtnemer if opdrachtnemer is not blok.opdrachtnemer)


# --- to calculate with: one flat table, and plain dicts and lists ---


def _rijen(blokken: Iterable[Blok]) -> Iterator[tuple[Waarde, ...]]:
    for blok in blokken:
        begin = (blok.organisatie, blok.notitie, blok.volgorde, blok.probleemgebied, blok.opdrachtnemer.label)
        for soort, regel in _regels(blok):
            merken = (_ja_nee(regel.gedeeld), _ja_nee(regel.voorbehoud))
            yield (*begin, soort, regel.kenmerk, regel.tekst, *merken, *antwoord.cellen(regel.antwoord, regel.volledig))


def _ja_nee(waarde: bool) -> str:
    return "ja" if waarde else "nee"


def _structuur(overzicht: Overzicht, blokken: Iterable[Blok]) -> dict[str, Any]:
    totalen = {o: overzicht.totalen.get(o, Totaal()) for o in _getoond(overzicht)}
    return {
        "totalen": {
            o.value: {"doelen": t.doelen, "interventies": t.interventies, "opdrachten": t.opdrachten}
            for o, t in totalen.items()
        },
        "notities": Stroom(lambda: _notities(blokken)),
    }


def _notities(blokken: Iterable[Blok]) -> Iterator[dict[str, Any]]:
    for (organisatie, notitie), groep in _per_groep(blokken, lambda blok: (blok.organisatie, blok.notitie)):
        yield {"organisatie": organisatie, "notitie": notitie, "probleemgebieden": _gebieden(groep)}


def _gebieden(blokken: Iterable[Blok]) -> list[dict[str, Any]]:
    per_gebied = _per_groep(blokken, lambda blok: (blok.volgorde, blok.probleemgebied))
    return [
        {"volgorde": volgorde, "naam": naam, "per_opdrachtnemer": [_opdracht(blok) for blok in groep]}
        for (volgorde, naam), groep in per_gebied
    ]


def _opdracht(blok: Blok) -> dict[str, Any]:
    return {
        "opdrachtnemer": blok.opdrachtnemer.value,
        "opdrachten": [opdracht.tekst for opdracht in blok.opdrachten],
        "antwoorden_op_opdrachten": [antwoord.structuur(o.antwoord, o.volledig) for o in blok.opdrachten],
        "doelen": [_regel(doel) for doel in blok.doelen],
        "interventies": [
            {**_regel(interventie), "onderdelen": [_regel(onderdeel) for onderdeel in interventie.onderdelen]}
            for interventie in blok.interventies
        ],
    }


def _regel(regel: Regel) -> dict[str, Any]:
    return {
        "kenmerk": regel.kenmerk,
        "tekst": regel.tekst,
        "gedeeld": regel.gedeeld,
        "voorbehoud": regel.voorbehoud,
        "antwoord": antwoord.structuur(regel.antwoord, regel.volledig),
    }
