"""The page of a file that came back: a sentence first, then what collides, then per probleemgebied what changes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from app.domain.notitie.verschil import GEHEEL, PROBLEEMGEBIED, Aard, Wijziging
from app.domain.taal.hoeveel import hoeveel
from app.domain.taal.tekst_verschil import Stuk, tekstverschil
from app.domain.terugkomst.vergelijken import NUMMERS, Keuze, Stand, Terugkomst
from app.domain.voortgang.tabel_verschil import RIJ
from app.terugkomst.bewaard import Opmerking

ALGEMEEN = "De notitie als geheel"
AARDEN = {
    Aard.NIEUW: "komt erbij",
    Aard.GEWIJZIGD: "wordt anders",
    Aard.VERWIJDERD: "verdwijnt",
    Aard.VERPLAATST: "krijgt een andere plaats",
    Aard.HERNUMMERD: "krijgt een ander nummer",
}


@dataclass(frozen=True, slots=True)
class Regel:
    """One field, as it was and as it becomes; `stukken` with the words that differ marked."""

    naam: str
    stukken: list[Stuk]


@dataclass(slots=True)
class Kaart:
    """One choice. `nu`: what colleagues made of the same thing. `verdwijnt`: it throws something away, which is never
    chosen beforehand; `rij_weg`: that is a row of a period."""

    sleutel: str
    titel: str
    aard: str
    regels: list[Regel]
    nu: list[Regel]
    stand: Stand
    opmerkingen: list[Opmerking] = field(default_factory=list)
    aan: bool = False
    verdwijnt: bool = False
    rij_weg: bool = False


@dataclass(slots=True)
class Groep:
    titel: str
    kaarten: list[Kaart] = field(default_factory=list)


@dataclass(slots=True)
class Pagina:
    zin: str
    botsingen: list[Kaart]
    groepen: list[Groep]
    al_zo: list[Kaart]
    weg: list[Kaart]
    hernummerd: list[Wijziging]
    opmerkingen: list[Opmerking]

    @property
    def rijen_weg(self) -> bool:
        """Whether a row of a period may go."""
        return any(kaart.rij_weg for groep in self.groepen for kaart in groep.kaarten)

    @property
    def verdwijnt(self) -> int:
        """How many choices throw something away."""
        return sum(kaart.verdwijnt for groep in self.groepen for kaart in groep.kaarten)

    @property
    def te_kiezen(self) -> bool:
        return bool(self.botsingen or self.groepen)


def maak_pagina(terugkomst: Terugkomst, opmerkingen: Sequence[Opmerking], gekozen: Iterable[str] | None) -> Pagina:
    """`gekozen`: what was ticked before; None at first, when everything that neither collides nor throws
    something away is."""
    vooraf = None if gekozen is None else set(gekozen)
    verteld: set[Opmerking] = set()
    kaarten = [_kaart(keuze, opmerkingen, vooraf, verteld) for keuze in terugkomst.keuzes]
    per_stand = {stand: [kaart for kaart in kaarten if kaart.stand is stand] for stand in Stand}
    vrij = [keuze for keuze in terugkomst.keuzes if keuze.stand is Stand.VRIJ]
    return Pagina(
        zin=zin_van(terugkomst),
        botsingen=per_stand[Stand.BOTSING],
        groepen=_groepen(vrij, per_stand[Stand.VRIJ]),
        al_zo=per_stand[Stand.AL_ZO],
        weg=per_stand[Stand.WEG],
        hernummerd=list(terugkomst.hernummerd),
        opmerkingen=[opmerking for opmerking in opmerkingen if opmerking not in verteld],
    )


def zin_van(terugkomst: Terugkomst) -> str:
    """ "6 wijzigingen: 4 over te nemen, 1 botst met wat een collega deed, 1 staat er al zo." """
    aantal = {stand: len(terugkomst.met(stand)) for stand in Stand}
    delen = [
        (aantal[Stand.VRIJ], "over te nemen", "over te nemen"),
        (aantal[Stand.BOTSING], "botst met wat een collega deed", "botsen met wat collega’s deden"),
        (aantal[Stand.AL_ZO], "staat er al zo", "staan er al zo"),
        (aantal[Stand.WEG], "kan niet meer", "kunnen niet meer"),
    ]
    zinnen = [f"{getal} {een if getal == 1 else meer}" for getal, een, meer in delen if getal]
    if not zinnen:
        return "In het bestand is niets gewijzigd."
    return f"{hoeveel(len(terugkomst.keuzes), 'wijziging', 'wijzigingen')}: {', '.join(zinnen)}."


def _groepen(keuzes: Sequence[Keuze], kaarten: Sequence[Kaart]) -> list[Groep]:
    groepen: dict[str, Groep] = {}
    for keuze, kaart in zip(keuzes, kaarten, strict=True):
        titel = keuze.eerste.probleemgebied or ALGEMEEN
        groepen.setdefault(titel, Groep(titel)).kaarten.append(kaart)
    return list(groepen.values())


def _kaart(keuze: Keuze, opmerkingen: Sequence[Opmerking], vooraf: set[str] | None, verteld: set[Opmerking]) -> Kaart:
    sleutel = str(keuze.sleutel)
    eigen = [opmerking for opmerking in opmerkingen if _gaat_over(opmerking, keuze)]
    verteld.update(eigen)
    return Kaart(
        sleutel=sleutel,
        titel=_titel(keuze),
        aard=AARDEN[keuze.eerste.aard],
        regels=[_regel(w) for w in keuze.wijzigingen],
        nu=[_regel(w) for w in keuze.nu],
        stand=keuze.stand,
        opmerkingen=eigen,
        aan=keuze.stand is Stand.VRIJ and not keuze.verdwijnt if vooraf is None else sleutel in vooraf,
        verdwijnt=keuze.verdwijnt,
        rij_weg=keuze.verdwijnt and keuze.sleutel.soort == RIJ,
    )


def _titel(keuze: Keuze) -> str:
    eerste = keuze.eerste
    if keuze.sleutel.wat == NUMMERS:
        return f"De nummers van {eerste.wat.split()[0].lower()}en" if len(keuze.wijzigingen) > 1 else eerste.wat
    if keuze.sleutel.wat == GEHEEL and keuze.sleutel.soort == RIJ:
        return f"{eerste.wat.rpartition(': ')[0]}: {'rij uit deze periode' if eerste.oud else 'een rij erbij'}"
    if keuze.sleutel.wat == GEHEEL:
        return f"Probleemgebied {eerste.probleemgebied}" if eerste.soort == PROBLEEMGEBIED else eerste.wat
    return eerste.naam


def _regel(wijziging: Wijziging) -> Regel:
    oud, nieuw = wijziging.oud, wijziging.nieuw
    return Regel(wijziging.naam, tekstverschil(oud, nieuw))


def _gaat_over(opmerking: Opmerking, keuze: Keuze) -> bool:
    """On an item by its merk; on a text of a probleemgebied, or of the notitie, by its name."""
    sleutel = keuze.sleutel
    if opmerking.merk:
        return opmerking.merk == sleutel.merk
    if sleutel.soort == PROBLEEMGEBIED:
        return opmerking.gebied_merk == sleutel.merk and sleutel.wat in (opmerking.soort, GEHEEL)
    if opmerking.soort in ("lokaal", "rigg"):
        return opmerking.gebied_merk == (keuze.eerste.gebied_merk or "") and sleutel.wat == opmerking.soort
    return not opmerking.gebied_merk and sleutel.wat == opmerking.soort
