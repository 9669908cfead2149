"""A file that came back, as it waits for somebody to choose: everything that was read of it, as plain JSON."""

from dataclasses import dataclass, field
from typing import Any

from app.domain import structuur as s
from app.domain.notitie.structuur_json import als_dict, uit_dict
from app.models import Uitvoer
from app.reading.terug.uitkomst import Teruggebracht
from app.reading.terug.voortgang_bouw import TabellenTerug
from app.services.notities.terugkomst import Herkomst


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


def gedeeld(uitvoer: Uitvoer | None, gebracht: Teruggebracht | TabellenTerug) -> dict[str, Any]:
    """What is kept of every file that came back, whatever it is about."""
    return {
        "uitvoer_id": uitvoer.id if uitvoer else None,
        "wijzigingen": gebracht.wijzigingen,
        "meldingen": gebracht.meldingen,
        "niet_geplaatst": gebracht.niet_geplaatst,
        "opmerkingen": [
            [plek.gebied_merk, plek.soort, plek.merk, opmerking.wie, opmerking.tekst]
            for plek, opmerking in gebracht.opmerkingen
        ],
    }


def gedeelde_velden(inhoud: dict[str, Any]) -> dict[str, Any]:
    """The inverse of `gedeeld`."""
    namen = ("uitvoer_id", "wijzigingen", "meldingen", "niet_geplaatst")
    opmerkingen = [Opmerking(*delen) for delen in inhoud["opmerkingen"]]
    return {"opmerkingen": opmerkingen, **{naam: inhoud[naam] for naam in namen}}


def als_inhoud(herkomst: Herkomst, gebracht: Teruggebracht) -> dict[str, Any]:
    return {
        "notitie_id": herkomst.notitie.id,
        "toen": als_dict(herkomst.toen),
        "bestand": als_dict(gebracht.notitie),
        "als_deel": herkomst.als_deel,
        **gedeeld(herkomst.uitvoer, gebracht),
    }


def uit_inhoud(inhoud: dict[str, Any]) -> Bewaard:
    return Bewaard(
        notitie_id=inhoud["notitie_id"],
        toen=uit_dict(inhoud["toen"]),
        bestand=uit_dict(inhoud["bestand"]),
        als_deel=inhoud["als_deel"],
        **gedeelde_velden(inhoud),
    )
