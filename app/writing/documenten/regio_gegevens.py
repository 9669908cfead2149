"""The opdrachten of a regio to calculate with: one flat table, and plain dicts and lists."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from app.domain.regio.doelen import Groepssom
from app.domain.regio.overzicht import Regiogroep, Regioregel, Telling, tel_alles, tel_per_gemeente, tel_per_product
from app.domain.stroom import Stroom
from app.writing.document import Gegevens, Kolom, Rij, Waarde
from app.writing.documenten import antwoord

_KOLOMMEN = (
    "groep",
    "opdracht",
    "gemeenten in groep",
    "gemeente",
    "notitie",
    "versie",
    "status",
    "probleemgebied",
    "soort",
    "nummer",
    "tekst",
    "gedeeld",
    "voorbehoud",
    "richting",
    "minimum",
    "maximum",
    "eenheid",
    "doeljaar",
    *antwoord.KOLOMMEN,
)


def gegevens_van(groepen: Sequence[Regiogroep]) -> Gegevens:
    """A row for every place. `groep` counts from 1; `gemeenten in groep` also counts those outside the choice."""
    return Gegevens(tuple(map(Kolom, _KOLOMMEN)), Stroom(lambda: _rijen(groepen)))


def _rijen(groepen: Iterable[Regiogroep]) -> Iterator[Rij]:
    for nummer, groep in enumerate(groepen, start=1):
        begin = (nummer, groep.tekst, len(groep.gemeenten))
        yield from ((*begin, *_plekcellen(regel)) for regel in groep.gekozen)


def _plekcellen(regel: Regioregel) -> Rij:
    plek, waarde = regel.plek, regel.streefwaarde
    streef: tuple[Waarde, ...] = ("", None, None, "", None)
    if waarde is not None:
        streef = (waarde.richting.value, waarde.min, waarde.max, waarde.eenheid or "", waarde.doeljaar)
    return (
        plek.gemeente, plek.notitie, plek.versie, plek.status, plek.gebied,
        regel.soort.value, regel.nummer, regel.volledig, _ja_nee(regel.gedeeld), _ja_nee(regel.voorbehoud), *streef,
        *antwoord.cellen(regel.antwoord, regel.volledig),
    )  # fmt: skip


def _ja_nee(waarde: bool) -> str:
    return "ja" if waarde else "nee"


def structuur_van(groepen: Sequence[Regiogroep], sommen: Iterable[Groepssom]) -> dict[str, Any]:
    regels = [regel for groep in groepen for regel in groep.gekozen]
    return {
        "totalen": {
            "regio": _telling(tel_alles(regels, "Samen")),
            "gemeenten": [_telling(telling) for telling in tel_per_gemeente(regels).values()],
            "producten": [_telling(telling) for telling in tel_per_product(regels).values()],
        },
        "optellingen": [_optelling(groepssom) for groepssom in sommen],
        "groepen": Stroom(lambda: map(_groep, groepen)),
    }


def _groep(groep: Regiogroep) -> dict[str, Any]:
    plaatsen = [_plaats(regel) for regel in groep.gekozen]
    return {"opdracht": groep.tekst, "gemeenten": groep.gemeenten, "plaatsen": plaatsen}


def _telling(telling: Telling) -> dict[str, Any]:
    doelen, interventies, opdrachten, samen = telling.aantallen
    open_, aanvaard, vraag, niet = telling.antwoorden
    return {
        "naam": telling.naam,
        "gemeenten": len(telling.gemeenten),
        "doelen": doelen,
        "interventies": interventies,
        "opdrachten": opdrachten,
        "samen": samen,
        "zonder_antwoord": open_,
        "aanvaard": aanvaard,
        "vraag": vraag,
        "niet_uitvoerbaar": niet,
    }


def _optelling(groepssom: Groepssom) -> dict[str, Any]:
    return {
        "doel": groepssom.groep.tekst,
        "sommen": [
            {
                "samen": som.woorden,
                "minimum": som.streefwaarde.min,
                "maximum": som.streefwaarde.max,
                "gemeenten": som.gemeenten,
                "plaatsen": [_waar(regel) for regel in som.leden],
            }
            for som in groepssom.sommen
        ],
        "telt_niet_mee": [{**_waar(regel), "reden": reden} for regel, reden in groepssom.buiten],
    }


def _waar(regel: Regioregel) -> dict[str, Any]:
    return {"gemeente": regel.plek.gemeente, "probleemgebied": regel.plek.gebied, "nummer": regel.nummer}


def _plaats(regel: Regioregel) -> dict[str, Any]:
    return {
        **_waar(regel),
        "notitie": regel.plek.notitie,
        "versie": regel.plek.versie,
        "status": regel.plek.status,
        "soort": regel.soort.value,
        "tekst": regel.tekst,
        "onderdelen": [{"letter": letter, "tekst": tekst} for letter, tekst in regel.onderdelen],
        "gedeeld": regel.gedeeld,
        "voorbehoud": regel.voorbehoud,
        "antwoord": antwoord.structuur(regel.antwoord, regel.volledig),
    }
