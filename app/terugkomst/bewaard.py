"""A file that came back, as it waits for somebody to choose: everything that was read of it, as plain JSON."""

from dataclasses import dataclass, field
from typing import Any

from app.domain import structuur as s
from app.domain.structuur_json import als_dict, uit_dict
from app.reading.terug.uitkomst import Teruggebracht
from app.services.terugkomst import Herkomst


@dataclass(frozen=True, slots=True)
class Opmerking:
    """A comment in the margin, and what it is about: an item by its `merk`, else a text by its name, `soort`."""

    gebied_merk: str
    soort: str
    merk: str
    wie: str
    tekst: str


@dataclass(frozen=True, slots=True)
class Bewaard:
    notitie_id: int
    uitvoer_id: int | None
    toen: s.Notitie
    bestand: s.Notitie
    als_deel: bool = False
    wijzigingen: int = 0
    meldingen: list[str] = field(default_factory=list)
    niet_geplaatst: list[str] = field(default_factory=list)
    opmerkingen: list[Opmerking] = field(default_factory=list)


def als_inhoud(herkomst: Herkomst, gebracht: Teruggebracht) -> dict[str, Any]:
    return {
        "notitie_id": herkomst.notitie.id,
        "uitvoer_id": herkomst.uitvoer.id if herkomst.uitvoer else None,
        "toen": als_dict(herkomst.toen),
        "bestand": als_dict(gebracht.notitie),
        "als_deel": herkomst.als_deel,
        "wijzigingen": gebracht.wijzigingen,
        "meldingen": gebracht.meldingen,
        "niet_geplaatst": gebracht.niet_geplaatst,
        "opmerkingen": [
            [plek.gebied_merk, plek.soort, plek.merk, opmerking.wie, opmerking.tekst]
            for plek, opmerking in gebracht.opmerkingen
        ],
    }


def uit_inhoud(inhoud: dict[str, Any]) -> Bewaard:
    namen = ("notitie_id", "uitvoer_id", "als_deel", "wijzigingen", "meldingen", "niet_geplaatst")
    return Bewaard(
        toen=uit_dict(inhoud["toen"]),
        bestand=uit_dict(inhoud["bestand"]),
        opmerkingen=[Opmerking(*delen) for delen in inhoud["opmerkingen"]],
        **{naam: inhoud[naam] for naam in namen},
    )
