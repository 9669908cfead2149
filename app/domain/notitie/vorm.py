"""How a notitie reads in a text document: the words that stand in it beside what people wrote themselves.

Who writes such a document and who reads it back share them.
"""

from app.domain.notitie.verwijzingen import schrijf_verwijzingen
from app.domain.structuur import Opdracht, Opdrachtnemer, Prioriteit

GEEN = "–"
LIJSTKOP = "Probleemgebieden"
OPSOMTEKEN = "• "
VOORBEHOUD = "Tussen haakjes: onder voorbehoud"
GROEPEN: dict[Prioriteit | None, str] = {
    Prioriteit.TOP_VIJF: "Top vijf",
    Prioriteit.OVERIG: "Overige probleemgebieden",
    None: "Zonder prioriteit",
}


def realiseren(opdracht: Opdracht) -> str:
    return f"Realiseren doelen: {schrijf_verwijzingen(opdracht.doelen)}."


def uitvoeren(opdracht: Opdracht) -> str:
    return f"Uitvoeren interventies: {schrijf_verwijzingen(opdracht.interventies)}."


def opdracht_van(opdrachten: dict[Opdrachtnemer, Opdracht], wie: Opdrachtnemer) -> Opdracht:
    """An empty one when nothing is said about `wie`."""
    return opdrachten.get(wie) or Opdracht()
