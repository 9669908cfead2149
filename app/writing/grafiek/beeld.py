"""What every file asks of a chart, whatever kind it is."""

from markupsafe import Markup

from app.writing.grafiek import lijn, staven
from app.writing.grafiek.feiten import feiten
from app.writing.grafiek.staven import Staafgrafiek
from app.writing.grafiek.waarden import Lijngrafiek
from app.writing.nederlands import ingekort

Beeld = Lijngrafiek | Staafgrafiek

_LANGSTE_ALTTEKST = 1_000


def teken_bestand(beeld: Beeld) -> Markup:
    """As SVG that stands on its own."""
    if isinstance(beeld, Staafgrafiek):
        return staven.teken_staven(beeld, id_="grafiek", stijl="bestand")
    return lijn.teken(beeld, id_="grafiek", stijl="bestand")


def verhouding(beeld: Beeld) -> float:
    """Its height, as a share of its width."""
    if isinstance(beeld, Staafgrafiek):
        return beeld.hoogte / staven.BREED
    return lijn.BREED[1] / lijn.BREED[0]


def in_woorden(beeld: Beeld) -> str:
    """For who cannot see it."""
    return beeld.omschrijving if isinstance(beeld, Staafgrafiek) else beeld.omschrijving or feiten(beeld)


def alttekst(beeld: Beeld) -> str:
    """What a screen reader says for the picture: one line, not too long to listen to."""
    return ingekort(f"{beeld.titel}. {in_woorden(beeld)}", _LANGSTE_ALTTEKST)
