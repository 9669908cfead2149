"""What the columns of a file with metingen mean: guessed from their headings, or chosen by the user."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.cijfers.indicator import Reekssoort
from app.domain.cijfers.meetperiode import Meetperiode, OngeldigeMeetperiode, lees_meetperiode
from app.reading.metingen.tekst import kale_tekst

LANGSTE_KOP = 80


class Betekenis(StrEnum):
    GEBIED = "gebied"
    INDICATOR = "indicator"
    EENHEID = "eenheid"
    PERIODE = "periode"
    WAARDE = "waarde"
    BEGROTING = "begroting"
    PROGNOSE = "prognose"
    WAARDE_PER_PERIODE = "waarde_per_periode"
    BRON = "bron"
    REEKS = "reeks"
    VOORLOPIG = "voorlopig"
    TOELICHTING = "toelichting"

    @property
    def label(self) -> str:
        return _OMSCHRIJVINGEN.get(self, self.value)


_OMSCHRIJVINGEN = {
    Betekenis.BEGROTING: "waarde van de begroting",
    Betekenis.PROGNOSE: "waarde van de prognose",
    Betekenis.WAARDE_PER_PERIODE: "waarde in de periode van de kop",
    Betekenis.VOORLOPIG: "voorlopig of definitief",
}
# The clearest word first: beside "indicator" a column "naam" means something else.
_WOORDEN: dict[Betekenis, tuple[str, ...]] = {
    Betekenis.GEBIED: (
        "gebied", "gemeente", "gemeentenaam", "naam gemeente", "gebiedsnaam", "regio", "organisatie", "provincie",
        "regios", "wijk",
    ),
    Betekenis.INDICATOR: (
        "indicator", "indicatornaam", "naam indicator", "naam van de indicator", "omschrijving indicator", "onderwerp",
        "maatstaf", "naam", "omschrijving",
    ),
    Betekenis.EENHEID: ("eenheid", "meeteenheid", "eenheid indicator"),
    Betekenis.PERIODE: (
        "periode", "meetperiode", "perioden", "peildatum", "meetdatum", "datum", "maand", "kwartaal", "halfjaar",
        "jaar", "verslagjaar", "peiljaar", "tijdvak",
    ),
    Betekenis.WAARDE: (
        "waarde", "meetwaarde", "waarde indicator", "realisatie", "gerealiseerd", "meting", "cijfer", "cijfers",
        "aantal", "getal", "stand", "bedrag", "percentage",
    ),
    Betekenis.BEGROTING: ("begroting", "begroot"),
    Betekenis.PROGNOSE: ("prognose", "raming", "verwachting"),
    Betekenis.BRON: ("bron", "bronvermelding", "herkomst"),
    Betekenis.REEKS: ("reeks", "soort reeks", "soort", "reekssoort", "type"),
    Betekenis.VOORLOPIG: ("voorlopig", "definitief of voorlopig", "status", "voorlopig of definitief"),
    Betekenis.TOELICHTING: ("toelichting", "opmerking", "opmerkingen", "noot", "toelichting bij de waarde"),
}  # fmt: skip
_RANG = {woord: (betekenis, rang) for betekenis, woorden in _WOORDEN.items() for rang, woord in enumerate(woorden)}
_TUSSEN_HAAKJES = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_PERIODEKOP = re.compile(
    r"(?:(?P<reeks>realisatie|begroting|prognose)[ :_-]*)?(?P<periode>.*?)(?P<ster>\s*\*+)?", re.IGNORECASE
)
_REEKSEN = {
    Betekenis.WAARDE: None,
    Betekenis.BEGROTING: Reekssoort.BEGROTING,
    Betekenis.PROGNOSE: Reekssoort.PROGNOSE,
}


@dataclass(frozen=True, slots=True)
class Waardekolom:
    """A column with figures. `periode` and `reeks` are what its heading says of them, None when the row says it."""

    kolom: int
    periode: Meetperiode | None = None
    reeks: Reekssoort | None = None
    voorlopig: bool = False


@dataclass(frozen=True, slots=True)
class Kolomkeuze:
    """Column (counted from 0) to what it means. A column that is not named is not read."""

    kolommen: Mapping[int, Betekenis] = field(default_factory=dict)

    def kolom(self, betekenis: Betekenis) -> int | None:
        return next((kolom for kolom, wat in self.kolommen.items() if wat is betekenis), None)

    def waardekolommen(self, koppen: Sequence[str]) -> list[Waardekolom]:
        """In the order of the file. A column chosen as a period whose heading is none is left out (see `bezwaar`)."""
        return [
            gevonden
            for kolom, betekenis in sorted(self.kolommen.items())
            if (gevonden := _waardekolom(kolom, betekenis, koppen))
        ]

    def bezwaar(self, koppen: Sequence[str]) -> str | None:
        """A Dutch sentence that says what is missing or contradicts itself, None when metingen can be read so."""
        return _ontbreekt(self) or _dubbel(self) or _past_niet(self, koppen)

    def per_kop(self, koppen: Sequence[str]) -> dict[str, str]:
        """As it can be remembered for a next file: by the names of the columns."""
        return {kale_kop(koppen[kolom]): str(wat) for kolom, wat in self.kolommen.items() if kolom < len(koppen)}


def kale_kop(kop: str) -> str:
    """A heading as it is compared: `Waarde (in euro's)` and `waarde` are the same."""
    return re.sub(r"[\s_.:;*/-]+", " ", _TUSSEN_HAAKJES.sub(" ", kale_tekst(kop))).strip().casefold()


def raad_kolommen(koppen: Sequence[str], onthouden: Mapping[str, str] | None = None) -> Kolomkeuze:
    """Every meaning at most once, except periods in the headings. `onthouden`: an earlier `per_kop`; it goes first."""
    gekozen = _eerder(koppen, onthouden or {})
    kandidaten = sorted((rang, kolom, wat) for kolom, kop in enumerate(koppen) for wat, rang in _woorden(kop))
    for _, kolom, wat in kandidaten:
        if kolom not in gekozen and wat not in gekozen.values():
            gekozen[kolom] = wat
    waarden = {Betekenis.PERIODE, Betekenis.WAARDE} & set(gekozen.values())
    if Betekenis.WAARDE_PER_PERIODE in gekozen.values() or len(waarden) < 2:
        _voeg_perioden_toe(gekozen, koppen)
    return Kolomkeuze(dict(sorted(gekozen.items())))


def lees_periodekop(kop: str) -> tuple[Meetperiode, Reekssoort | None, bool] | None:
    """Of `2019`, `begroting 2020` or `2021*` the period, the series and voorlopig; None for another heading."""
    delen = _PERIODEKOP.fullmatch(kale_tekst(kop)) if len(kop) <= LANGSTE_KOP else None
    if delen is None or not delen["periode"]:
        return None
    try:
        periode = lees_meetperiode(delen["periode"])
    except OngeldigeMeetperiode:
        return None
    return periode, Reekssoort(delen["reeks"].lower()) if delen["reeks"] else None, bool(delen["ster"])


def _eerder(koppen: Sequence[str], onthouden: Mapping[str, str]) -> dict[int, Betekenis]:
    geldig = {str(betekenis) for betekenis in Betekenis}
    gekozen: dict[int, Betekenis] = {}
    for kolom, kop in enumerate(koppen):
        wat = onthouden.get(kale_kop(kop), "")
        if wat in geldig and (wat == Betekenis.WAARDE_PER_PERIODE or wat not in gekozen.values()):
            gekozen[kolom] = Betekenis(wat)
    return gekozen


def _woorden(kop: str) -> list[tuple[Betekenis, int]]:
    gevonden = _RANG.get(kale_kop(kop)) if len(kop) <= LANGSTE_KOP else None
    return [gevonden] if gevonden else []


def _voeg_perioden_toe(gekozen: dict[int, Betekenis], koppen: Sequence[str]) -> None:
    """Periods as headings; a lone column for periods or figures beside them is no part of that layout."""
    perioden = [kolom for kolom, kop in enumerate(koppen) if kolom not in gekozen and lees_periodekop(kop)]
    if not perioden:
        return
    for kolom, wat in list(gekozen.items()):
        if wat is Betekenis.PERIODE or wat in _REEKSEN:
            del gekozen[kolom]
    gekozen.update(dict.fromkeys(perioden, Betekenis.WAARDE_PER_PERIODE))


def _waardekolom(kolom: int, betekenis: Betekenis, koppen: Sequence[str]) -> Waardekolom | None:
    if betekenis in _REEKSEN:
        return Waardekolom(kolom, reeks=_REEKSEN[betekenis])
    if betekenis is not Betekenis.WAARDE_PER_PERIODE or kolom >= len(koppen):
        return None
    gelezen = lees_periodekop(koppen[kolom])
    return Waardekolom(kolom, *gelezen) if gelezen else None


def _ontbreekt(keuze: Kolomkeuze) -> str | None:
    aanwezig = set(keuze.kolommen.values())
    if Betekenis.INDICATOR not in aanwezig:
        return "Er is geen kolom met de naam van de indicator; geef aan welke kolom dat is."
    if Betekenis.WAARDE_PER_PERIODE in aanwezig:
        return None
    if not aanwezig & set(_REEKSEN):
        return "Er is geen kolom met de waarde; geef aan welke kolom dat is, of welke koppen een periode zijn."
    if Betekenis.PERIODE not in aanwezig:
        return "Er is geen kolom met de periode; geef aan welke kolom dat is, of welke koppen een periode zijn."
    return None


def _dubbel(keuze: Kolomkeuze) -> str | None:
    enkel = [wat for wat in keuze.kolommen.values() if wat is not Betekenis.WAARDE_PER_PERIODE]
    dubbel = next((wat for wat in enkel if enkel.count(wat) > 1), None)
    return f"Twee kolommen zijn aangewezen als {dubbel.label}; kies er één." if dubbel else None


def _past_niet(keuze: Kolomkeuze, koppen: Sequence[str]) -> str | None:
    aanwezig = set(keuze.kolommen.values())
    if any(not 0 <= kolom < len(koppen) for kolom in keuze.kolommen):
        return "De gekozen kolommen horen niet bij dit bestand; kies ze opnieuw."
    if Betekenis.WAARDE_PER_PERIODE in aanwezig and aanwezig & {Betekenis.PERIODE, *_REEKSEN}:
        return "Kies óf een kolom met de periode en een met de waarde, óf koppen die een periode zijn; niet allebei."
    for kolom, wat in keuze.kolommen.items():
        if wat is Betekenis.WAARDE_PER_PERIODE and not lees_periodekop(koppen[kolom]):
            return f"De kop '{koppen[kolom]}' is geen periode; schrijf bijvoorbeeld 2020, 2019-H1 of juli 2020."
    return None
