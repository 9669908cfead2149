"""The ways people lay out a notitie, as options."""

from collections.abc import Callable
from dataclasses import dataclass, field

from app.domain.structuur import Verwijzing

STANDAARD = {
    "ist": "Ist",
    "soll": "Soll",
    "doelen": "Doelen",
    "indicatoren": "Indicatoren",
    "interventies": "Interventies",
    "opdracht": "Opdracht",
    "toelichting": "Toelichting",
    "lokaal": "Lokaal",
    "rigg": "RIGG",
    "opdracht_lokaal": "Opdracht lokaal",
    "opdracht_rigg": "Opdracht RIGG",
}
RIJEN = ("ist", "soll", "doelen", "indicatoren", "interventies", "opdracht")


def schrijf_nummers(verwijzingen: list[Verwijzing]) -> str:
    if not verwijzingen:
        return "geen"
    delen = []
    for v in verwijzingen:
        kern = f"{v.nummer} ({', '.join(v.onderdelen)})" if v.onderdelen else str(v.nummer)
        delen.append(f"({kern})" if v.voorbehoud else kern)
    return ", ".join(delen)


def met_dubbelepunt(soort: str, verwijzingen: list[Verwijzing]) -> str:
    werkwoord = {"doelen": "Realiseren", "interventies": "Uitvoeren"}[soort]
    return f"{werkwoord} {soort}: {schrijf_nummers(verwijzingen)}."


@dataclass(frozen=True)
class Opmaak:
    """One way to lay out a notitie. `nummer`, `letter` and `teken` are "word" or how they are typed."""

    nummer: str = "word"
    letter: str = "word"
    teken: str = "word"
    etiketten: dict[str, str] = field(default_factory=dict)
    etiket_vet: bool = False
    naam: str = "kop"  # kop, rij, vet, plat, kolom, etiketrij
    naam_vorm: str = "{naam}"
    opdracht: str = "cel"  # cel, rijen, genest, kolommen, kolomkoppen
    vorm: str = "tabellen"  # tabellen, een_tabel, koppen, kopjes_vet
    koprij: bool = False
    splits_bij: str | None = None
    zacht: bool = False
    lege_regels: bool = False
    extra_kolom: bool = False
    genummerde_etiketten: bool = False
    volgorde: tuple[str, ...] = RIJEN
    titel: str = "stijl"  # stijl, vet, eigenschap
    lijst: bool = True
    verwijs: Callable[[str, list[Verwijzing]], str] = met_dubbelepunt

    def label(self, sleutel: str) -> str:
        return self.etiketten.get(sleutel, STANDAARD[sleutel])
