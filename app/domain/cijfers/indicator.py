"""What an indicator is made of: which way is good, how often it is measured, which kinds of series it has."""

from enum import StrEnum

# What a unit is called by default; an indicator may have one of its own ("trajecten", "fte").
EENHEDEN = ("aantal", "procent", "euro", "weken", "cijfer")
AANTAL, PROCENT, EURO = "aantal", "procent", "euro"

# What an organisatie starts with: smaller counts of people are shown as "< 5".
STANDAARD_DREMPEL = 5
# "< 2" would say that it is 1, and below that nothing is hidden at all.
LAAGSTE_DREMPEL, HOOGSTE_DREMPEL = 3, 100


class Reekssoort(StrEnum):
    """A series is what was measured, what was budgeted or what is expected."""

    REALISATIE = "realisatie"
    BEGROTING = "begroting"
    PROGNOSE = "prognose"


class Gunstig(StrEnum):
    """Which way is good, where the doelen do not say so."""

    HOGER = "hoger"
    LAGER = "lager"


class Meetfrequentie(StrEnum):
    DAG = "dag"
    WEEK = "week"
    MAAND = "maand"
    KWARTAAL = "kwartaal"
    HALFJAAR = "halfjaar"
    JAAR = "jaar"

    @property
    def label(self) -> str:
        return {"dag": "elke dag", "week": "elke week", "maand": "elke maand", "kwartaal": "elk kwartaal"}.get(
            self.value, "elk halfjaar" if self is Meetfrequentie.HALFJAAR else "elk jaar"
        )


class Bloksoort(StrEnum):
    """What a chapter of a report is made of."""

    TEKST = "tekst"
    GRAFIEK = "grafiek"
    CIJFERS = "cijfers"
    DUIDING = "duiding"
    VOORTGANG = "voortgangstabel"


def wat_verbergt(drempel: int) -> str:
    """ "1, 2, 3 en 4", "1 tot en met 9": the counts that are hidden."""
    if drempel > STANDAARD_DREMPEL:
        return f"1 tot en met {drempel - 1}"
    return f"{', '.join(map(str, range(1, drempel - 1)))} en {drempel - 1}"


def telt_mensen(eenheid: str) -> bool:
    """Whether figures in this unit are counts, in which a single person could be recognised."""
    return eenheid == AANTAL
