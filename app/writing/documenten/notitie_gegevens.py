"""A notitie as one flat table, to sort and to filter: a row for every line of it."""

from collections.abc import Iterator
from itertools import chain

from app.domain.stroom import Stroom
from app.domain.structuur import Interventie, Notitie, Opdracht, Opdrachtnemer, Probleemgebied, Streefwaarde, Verwijzing
from app.writing.document import Gegevens, Kolom, Rij, Waarde

_STREEF = ("richting", "minimum", "maximum", "eenheid", "doeljaar", "referentiejaar", "open")
_KOLOMMEN = ("volgorde", "probleemgebied", "prioriteit", "soort", "nummer", "tekst", "lokaal", "rigg", *_STREEF)

Velden = dict[str, Waarde]


def gegevens_van(notitie: Notitie) -> Gegevens:
    return Gegevens(tuple(map(Kolom, _KOLOMMEN)), Stroom(lambda: _rijen(notitie)))


def _rijen(notitie: Notitie) -> Iterator[Rij]:
    inleiding: list[Velden] = [{"soort": "inleiding", "tekst": notitie.inleiding}] if notitie.inleiding else []
    for velden in chain(inleiding, *map(_gebied, notitie.probleemgebieden)):
        yield tuple(velden.get(naam, "") for naam in _KOLOMMEN)


def _gebied(gebied: Probleemgebied) -> Iterator[Velden]:
    vast: Velden = {
        "volgorde": gebied.volgorde,
        "probleemgebied": gebied.naam,
        "prioriteit": gebied.prioriteit.value if gebied.prioriteit else "",
    }
    regels = list(_regels(gebied))
    yield from (vast | regel for regel in regels or [{"soort": "probleemgebied"}])


def _regels(gebied: Probleemgebied) -> Iterator[Velden]:
    if gebied.naam_in_lijst:
        yield _regel("naam in lijst", gebied.naam_in_lijst)
    yield from (_regel("ist", str(punt), nummer) for nummer, punt in enumerate(gebied.ist, 1))
    yield from (_regel("soll", str(punt), nummer) for nummer, punt in enumerate(gebied.soll, 1))
    for doel in gebied.doelen:
        wie = _wie(gebied, "doelen", doel.nummer)
        yield _regel("doel", doel.tekst, doel.nummer) | _streefwaarde(doel.streefwaarde) | wie
    if gebied.doelen_toelichting:
        yield _regel("toelichting bij de doelen", gebied.doelen_toelichting)
    if gebied.indicatoren_inleiding:
        yield _regel("inleiding bij de indicatoren", gebied.indicatoren_inleiding)
    yield from (_regel("indicator", indicator.tekst, indicator.nummer) for indicator in gebied.indicatoren)
    for interventie in gebied.interventies:
        yield from _interventie(gebied, interventie)
    for nemer, opdracht in gebied.opdracht.items():
        lijnen = enumerate(map(str, opdracht.opdrachten), 1)
        yield from (_regel("opdracht", tekst, nummer) | {nemer.value: "ja"} for nummer, tekst in lijnen)
    if gebied.toelichting:
        yield _regel("toelichting", gebied.toelichting)


def _regel(soort: str, tekst: str, nummer: int | str = "") -> Velden:
    return {"soort": soort, "nummer": nummer, "tekst": tekst}


def _interventie(gebied: Probleemgebied, interventie: Interventie) -> Iterator[Velden]:
    nummer = interventie.nummer
    yield _regel("interventie", interventie.tekst, nummer) | _wie(gebied, "interventies", nummer)
    for onderdeel in interventie.onderdelen:
        wie = _wie(gebied, "interventies", nummer, onderdeel.letter)
        yield _regel("onderdeel", onderdeel.tekst, f"{nummer}{onderdeel.letter}") | wie


def _wie(gebied: Probleemgebied, soort: str, nummer: int, letter: str = "") -> Velden:
    """Of each opdrachtnemer: "ja", "onder voorbehoud", or nothing when it does not carry this."""
    uit: Velden = {}
    for wie in Opdrachtnemer:
        verwijzingen: list[Verwijzing] = getattr(gebied.opdracht.get(wie) or Opdracht(), soort)
        gevonden = next((v for v in verwijzingen if v.nummer == nummer), None)
        if gevonden and (not letter or letter in gevonden.onderdelen):
            uit[wie.value] = "onder voorbehoud" if gevonden.voorbehoud else "ja"
    return uit


def _streefwaarde(waarde: Streefwaarde) -> Velden:
    return {
        "richting": waarde.richting.value,
        "minimum": waarde.min,
        "maximum": waarde.max,
        "eenheid": waarde.eenheid,
        "doeljaar": waarde.doeljaar,
        "referentiejaar": waarde.referentiejaar,
        "open": "ja" if waarde.open else "",
    }
