"""What changed in the opdrachten of a regio between two moments, opdracht by opdracht."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from app.domain.regio.overzicht import Regioregel
from app.domain.streefwaarde.in_woorden import in_woorden
from app.domain.structuur import Richting

# One opdracht as it was, in values that can be kept: field by field what a reader of a file sees of it.
Beeld = dict[str, Any]
Stand = Mapping[str, Beeld]

# What counts as a change, and how that is called. A number that moves up because something went before it is none.
VELDEN = {
    "tekst": "tekst",
    "streefwaarde": "streefwaarde",
    "probleemgebied": "probleemgebied",
    "gedeeld": "gedeeld",
    "voorbehoud": "voorbehoud",
    "antwoord": "antwoord",
    "toelichting": "toelichting bij het antwoord",
}
_MERKEN = {"gedeeld": "gedeeld", "voorbehoud": "onder voorbehoud"}


class Wijzigingsoort(StrEnum):
    NIEUW = "nieuw"
    GEWIJZIGD = "gewijzigd"
    VERVALLEN = "vervallen"


@dataclass(frozen=True, slots=True)
class Wijziging:
    """`toen` is empty for what is new, `nu` for what is gone. `velden`: which of VELDEN differ."""

    soort: Wijzigingsoort
    sleutel: str
    toen: Beeld
    nu: Beeld
    velden: tuple[str, ...] = ()

    @property
    def laatste(self) -> Beeld:
        return self.nu or self.toen

    @property
    def in_woorden(self) -> str:
        """ "gewijzigd: tekst, antwoord" """
        wat = ", ".join(VELDEN[veld] for veld in self.velden)
        return f"{self.soort}: {wat}" if wat else self.soort.value

    @property
    def was(self) -> str:
        """What stood there, of the fields that changed; a line each."""
        if self.soort is Wijzigingsoort.VERVALLEN:
            return str(self.toen["tekst"])
        stond_er = (veld for veld in self.velden if veld != "toelichting" or self.toen[veld])
        return "\n".join(_veld_in_woorden(veld, self.toen[veld]) for veld in stond_er)


def stand_van(regels: Iterable[Regioregel]) -> dict[str, Beeld]:
    """By sleutel, to keep and to compare with later."""
    return {regel.sleutel: _beeld(regel) for regel in regels}


def vergelijk(toen: Stand, nu: Stand) -> list[Wijziging]:
    """In the order of gemeente, probleemgebied and place; what stayed the same is not in it."""
    wijzigingen = [_wijziging(sleutel, toen.get(sleutel, {}), nu.get(sleutel, {})) for sleutel in {**toen, **nu}]
    return sorted((wijziging for wijziging in wijzigingen if wijziging), key=_volgorde)


def _wijziging(sleutel: str, toen: Beeld, nu: Beeld) -> Wijziging | None:
    if not toen or not nu:
        return Wijziging(Wijzigingsoort.VERVALLEN if toen else Wijzigingsoort.NIEUW, sleutel, toen, nu)
    velden = tuple(veld for veld in VELDEN if toen.get(veld) != nu.get(veld))
    return Wijziging(Wijzigingsoort.GEWIJZIGD, sleutel, toen, nu, velden) if velden else None


def _volgorde(wijziging: Wijziging) -> tuple[Any, ...]:
    beeld = wijziging.laatste
    return beeld["gemeente"], beeld["volgorde"], beeld["soort"], beeld["nummer"].zfill(6), wijziging.sleutel


def _beeld(regel: Regioregel) -> Beeld:
    waarde = regel.streefwaarde
    return {
        "gemeente": regel.plek.gemeente,
        "notitie": regel.plek.notitie,
        "versie": regel.plek.versie,
        "probleemgebied": regel.plek.gebied,
        "volgorde": regel.plek.volgorde,
        "soort": regel.soort.value,
        "nummer": regel.nummer,
        "tekst": regel.volledig,
        "streefwaarde": in_woorden(waarde) if waarde and waarde.richting is not Richting.KWALITATIEF else "",
        "gedeeld": regel.gedeeld,
        "voorbehoud": regel.voorbehoud,
        "antwoord": regel.antwoord.soort.value if regel.antwoord else "",
        "toelichting": regel.antwoord.toelichting if regel.antwoord else "",
    }


def _veld_in_woorden(veld: str, waarde: Any) -> str:
    if veld in _MERKEN:
        return _MERKEN[veld] if waarde else f"niet {_MERKEN[veld]}"
    if veld == "tekst":
        return str(waarde)
    return f"{VELDEN[veld]}: {waarde or 'geen'}"
