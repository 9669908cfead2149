"""The opdracht overview as a neutral document."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from datetime import date
from typing import Any, TypeVar

from app.domain.hoeveel import hoeveel
from app.domain.opdrachtoverzicht import Blok, Overzicht, Regel, Totaal
from app.domain.structuur import Opdrachtnemer
from app.writing import antwoord
from app.writing.document import Alinea, Document, Kolom, Kop, Lijst, Tabel, Waarde
from app.writing.document import Blok as DocumentBlok
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
    blokken = tuple(blok for blok in overzicht.blokken if not blok.leeg)
    return Document(
        titel=TITEL,
        ondertitel=_ondertitel(overzicht),
        organisatie=organisatie,
        datum=datum,
        kenmerken=_kenmerken(overzicht, blokken),
        blokken=tuple(_inhoud(overzicht, blokken)),
        gegevens=Tabel(TITEL, tuple(map(Kolom, _GEGEVENS)), tuple(_rijen(blokken))),
        structuur=_structuur(overzicht, blokken),
    )


def _getoond(overzicht: Overzicht) -> tuple[Opdrachtnemer, ...]:
    """The opdrachtnemers this overview is about: the one that was chosen or has blokken, otherwise both."""
    gekozen = dict(overzicht.filters).get("Opdrachtnemer", "")
    gevonden = {o for o in Opdrachtnemer if o.label == gekozen} or {b.opdrachtnemer for b in overzicht.blokken}
    return tuple(o for o in Opdrachtnemer if o in gevonden) or tuple(Opdrachtnemer)


def _ondertitel(overzicht: Overzicht) -> str:
    getoond = _getoond(overzicht)
    return _ONDERTITELS[getoond[0]] if len(getoond) == 1 else "Alle opdrachten"


def _kenmerken(overzicht: Overzicht, blokken: tuple[Blok, ...]) -> tuple[tuple[str, str], ...]:
    notities = {(blok.organisatie, blok.notitie) for blok in blokken}
    notitie = tuple(("Notitie", naam) for _, naam in notities) if len(notities) == 1 else ()
    return notitie + overzicht.filters


# --- to read: headings and tables ---


def _inhoud(overzicht: Overzicht, blokken: tuple[Blok, ...]) -> Iterator[DocumentBlok]:
    if not blokken:
        yield Alinea(GEEN_OPDRACHTEN)
        return
    yield from _totalen(overzicht)
    yield from _legenda(blokken)
    yield from _hoofdstukken(blokken, _lagen(blokken), niveau=1)


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


def _legenda(blokken: tuple[Blok, ...]) -> Iterator[Alinea]:
    """Explains only the marks that the reader will meet."""
    regels = [(blok, regel) for blok in blokken for _, regel in _regels(blok)]
    for opdrachtnemer in Opdrachtnemer:
        if any(regel.gedeeld and _ander(blok) is opdrachtnemer for blok, regel in regels):
            yield Alinea(
                f"Gedeeld met {opdrachtnemer.label}: staat ook bij de opdrachten {_aan(opdrachtnemer)}.", stil=True
            )
    if any(regel.voorbehoud for _, regel in regels):
        yield Alinea("Onder voorbehoud: deze toewijzing staat nog niet vast.", stil=True)


def _aan(opdrachtnemer: Opdrachtnemer) -> str:
    return "aan de RIGG" if opdrachtnemer is Opdrachtnemer.RIGG else "die de gemeente zelf uitvoert"


Laag = tuple[Callable[[Blok], Hashable], Callable[[Blok], str]]


def _lagen(blokken: tuple[Blok, ...]) -> tuple[Laag, ...]:
    """The levels of heading, as (what belongs together, how it is called): only those that tell blokken apart."""
    lagen: list[Laag] = [(lambda blok: (blok.volgorde, blok.probleemgebied), _kop_probleemgebied)]
    if len({(blok.organisatie, blok.notitie) for blok in blokken}) > len({blok.organisatie for blok in blokken}):
        lagen.insert(0, (lambda blok: blok.notitie, lambda blok: blok.notitie))
    if len({blok.organisatie for blok in blokken}) > 1:
        lagen.insert(0, (lambda blok: blok.organisatie, lambda blok: blok.organisatie))
    if len({blok.opdrachtnemer for blok in blokken}) > 1:
        lagen.append((lambda blok: blok.opdrachtnemer, lambda blok: _ONDERTITELS[blok.opdrachtnemer]))
    return tuple(lagen)


def _kop_probleemgebied(blok: Blok) -> str:
    return f"{blok.volgorde}. {blok.probleemgebied}"


def _hoofdstukken(blokken: Iterable[Blok], lagen: tuple[Laag, ...], niveau: int) -> Iterator[DocumentBlok]:
    if not lagen:
        yield from map(_tabel, blokken)
        return
    sleutel, naam = lagen[0]
    for groep in _per(blokken, sleutel).values():
        yield Kop(naam(groep[0]), niveau)
        yield from _hoofdstukken(groep, lagen[1:], niveau + 1)


def _per(blokken: Iterable[Blok], sleutel: Callable[[Blok], S]) -> dict[S, list[Blok]]:
    groepen: dict[S, list[Blok]] = {}
    for blok in blokken:
        groepen.setdefault(sleutel(blok), []).append(blok)
    return groepen


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


def _rijen(blokken: tuple[Blok, ...]) -> Iterator[tuple[Waarde, ...]]:
    for blok in blokken:
        begin = (blok.organisatie, blok.notitie, blok.volgorde, blok.probleemgebied, blok.opdrachtnemer.label)
        for soort, regel in _regels(blok):
            merken = (_ja_nee(regel.gedeeld), _ja_nee(regel.voorbehoud))
            yield (*begin, soort, regel.kenmerk, regel.tekst, *merken, *antwoord.cellen(regel.antwoord, regel.volledig))


def _ja_nee(waarde: bool) -> str:
    return "ja" if waarde else "nee"


def _structuur(overzicht: Overzicht, blokken: tuple[Blok, ...]) -> dict[str, Any]:
    totalen = {o: overzicht.totalen.get(o, Totaal()) for o in _getoond(overzicht)}
    return {
        "totalen": {
            o.value: {"doelen": t.doelen, "interventies": t.interventies, "opdrachten": t.opdrachten}
            for o, t in totalen.items()
        },
        "notities": [
            {"organisatie": groep[0].organisatie, "notitie": groep[0].notitie, "probleemgebieden": _gebieden(groep)}
            for groep in _per(blokken, lambda blok: (blok.organisatie, blok.notitie)).values()
        ],
    }


def _gebieden(blokken: Iterable[Blok]) -> list[dict[str, Any]]:
    return [
        {
            "volgorde": groep[0].volgorde,
            "naam": groep[0].probleemgebied,
            "per_opdrachtnemer": [_opdracht(blok) for blok in groep],
        }
        for groep in _per(blokken, lambda blok: (blok.volgorde, blok.probleemgebied)).values()
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
