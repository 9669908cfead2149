"""Checks a Streefwaarde that somebody filled in or corrected by hand."""

from decimal import Decimal

from app.domain.structuur import JAREN, Richting, Streefwaarde


def controleer_streefwaarde(s: Streefwaarde) -> dict[str, str]:
    """Field name → Dutch message, for every field that needs correcting; empty when all is well."""
    fouten: dict[str, str] = {}
    for veld, melding in (*_getallen(s), *_eenheid(s), *_jaren(s)):
        fouten.setdefault(veld, melding)
    return fouten


def _getallen(s: Streefwaarde) -> list[tuple[str, str]]:
    ingevuld = s.min is not None or s.max is not None
    if s.richting is Richting.KWALITATIEF:
        fouten = [("min", "Een kwalitatief doel heeft geen getal. Maak het veld leeg of kies een andere richting.")]
        open_fout = [("open", "Een kwalitatief doel heeft geen getal dat nog open is.")]
        return (fouten if ingevuld else []) + (open_fout if s.open else [])
    if s.open:
        return [("open", "Er is al een getal ingevuld. Zet 'nog open' uit of maak het getal leeg.")] if ingevuld else []
    if not ingevuld:
        return [("min", "Vul een getal in, of kies 'nog open'.")]
    return _grenzen(s)


def _grenzen(s: Streefwaarde) -> list[tuple[str, str]]:
    fouten = []
    for veld, waarde in (("min", s.min), ("max", s.max)):
        if waarde is not None and (not waarde.is_finite() or waarde < 0):
            fouten.append((veld, "Vul een getal van 0 of hoger in."))
        elif waarde is not None and (melding := _te_hoog(waarde, s)):
            fouten.append((veld, melding))
    if not fouten and s.min is not None and s.max is not None and s.max < s.min:
        fouten.append(("max", "Het hoogste getal is kleiner dan het laagste."))
    return fouten


def _te_hoog(waarde: Decimal, s: Streefwaarde) -> str:
    """More than 100 percent is possible for a stijging only."""
    if s.eenheid == "procent" and s.richting is not Richting.STIJGING and waarde > 100:
        return "Een percentage is hier niet hoger dan 100."
    return "Een cijfer is niet hoger dan 10." if s.eenheid == "cijfer" and waarde > 10 else ""


def _eenheid(s: Streefwaarde) -> list[tuple[str, str]]:
    kwalitatief = s.richting is Richting.KWALITATIEF
    if kwalitatief and s.eenheid:
        return [("eenheid", "Een kwalitatief doel heeft geen eenheid.")]
    return [("eenheid", "Kies een eenheid.")] if not kwalitatief and not s.eenheid else []


def _jaren(s: Streefwaarde) -> list[tuple[str, str]]:
    fouten = [
        (veld, f"Vul een jaar in tussen {JAREN[0]} en {JAREN[-1]}.")
        for veld, jaar in (("doeljaar", s.doeljaar), ("referentiejaar", s.referentiejaar))
        if jaar is not None and jaar not in JAREN
    ]
    if not fouten and s.doeljaar is not None and s.referentiejaar is not None and s.doeljaar <= s.referentiejaar:
        fouten.append(("doeljaar", "Het doeljaar ligt niet na het referentiejaar."))
    return fouten
