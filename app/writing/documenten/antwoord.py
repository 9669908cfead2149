"""The answer of the RIGG to an opdracht, as files say it."""

from typing import Any

from app.domain.regio.antwoord import Antwoord
from app.domain.taal.datums import AMSTERDAM, toon_datum
from app.writing.document import Waarde

# Of the flat table, in this order behind what the opdracht itself says.
KOLOMMEN = ("antwoord", "toelichting antwoord", "antwoord op", "antwoord door", "beantwoorde tekst")


def in_woorden(antwoord: Antwoord | None, tekst: str) -> str:
    """ "Vraag (2 maart 2026). Om welke producten gaat het?" `tekst`: what the opdracht says now."""
    if antwoord is None:
        return ""
    anders = ", op een andere tekst" if antwoord.is_op_eerdere_tekst(tekst) else ""
    kop = f"{antwoord.soort.label} ({toon_datum(antwoord.op.astimezone(AMSTERDAM).date())}{anders})"
    return f"{kop}. {antwoord.toelichting}" if antwoord.toelichting else kop


def cellen(antwoord: Antwoord | None, tekst: str) -> tuple[Waarde, ...]:
    """`beantwoorde tekst` only when it is not what the opdracht says now."""
    if antwoord is None:
        return ("", "", None, "", "")
    toen = antwoord.tekst if antwoord.is_op_eerdere_tekst(tekst) else ""
    return (antwoord.soort.value, antwoord.toelichting, antwoord.op.astimezone(AMSTERDAM).date(), antwoord.door, toen)


def structuur(antwoord: Antwoord | None, tekst: str) -> dict[str, Any] | None:
    if antwoord is None:
        return None
    return {
        "antwoord": antwoord.soort.value,
        "toelichting": antwoord.toelichting,
        "op": antwoord.op.astimezone(AMSTERDAM).date(),
        "door": antwoord.door,
        "tekst": antwoord.tekst,
        "op_andere_tekst": antwoord.is_op_eerdere_tekst(tekst),
    }
