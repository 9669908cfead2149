"""One cell of a file with metingen becomes a period, a series, voorlopig, a text or a figure, or a Dutch sentence."""

from decimal import ROUND_HALF_UP, Decimal

from app.domain.cijfers.indicator import Reekssoort
from app.domain.cijfers.meetperiode import Meetperiode, OngeldigeMeetperiode, lees_meetperiode
from app.domain.cijfers.meetwaarde import MEESTE_NA_KOMMA, Decimaalteken, OngeldigeWaarde, is_leeg, lees_meetwaarde
from app.domain.taal.citaat import citaat
from app.reading.metingen.kolommen import Betekenis
from app.reading.metingen.tekst import Cel, celtekst, kale_tekst

# What the database holds of each text.
LANGSTE = {
    Betekenis.GEBIED: 200,
    Betekenis.INDICATOR: 300,
    Betekenis.EENHEID: 40,
    Betekenis.BRON: 1_000,
    Betekenis.TOELICHTING: 10_000,
}
# As it is quoted to who reads the message; a longer cell is no period or figure anyway.
_LANGSTE_CEL = 500
_STAP = Decimal(1).scaleb(-MEESTE_NA_KOMMA)

_REEKSEN = {
    **dict.fromkeys(("", "realisatie", "gerealiseerd", "werkelijk", "werkelijke waarde", "r"), Reekssoort.REALISATIE),
    **dict.fromkeys(("begroting", "begroot", "b"), Reekssoort.BEGROTING),
    **dict.fromkeys(("prognose", "raming", "geraamd", "verwachting", "verwacht", "p"), Reekssoort.PROGNOSE),
}
_VOORLOPIG = {
    **dict.fromkeys(("", "nee", "n", "no", "false", "onwaar", "0", "definitief", "d", "vastgesteld"), False),
    **dict.fromkeys(("ja", "j", "yes", "true", "waar", "1", "voorlopig", "nader voorlopig", "v", "x", "*"), True),
}


class OngeldigeCel(ValueError):
    """The Dutch sentence says what is wrong with the cell."""


class LegeWaarde(ValueError):
    """Nothing, or a sign that stands for a missing figure: no meting and no fault."""


def lees_tekst(cel: Cel, betekenis: Betekenis) -> str | None:
    """None for an empty cell. Raises OngeldigeCel for a formula and for what does not fit."""
    tekst = celtekst(cel)
    if isinstance(cel, str) and tekst == kale_tekst(cel) and tekst.startswith("="):
        raise OngeldigeCel(f"{citaat(tekst)} is een formule; zet er de uitkomst als tekst neer.")
    if len(tekst) > LANGSTE[betekenis]:
        raise OngeldigeCel(f"{citaat(tekst)} is te lang: hier passen {LANGSTE[betekenis]} tekens.")
    return tekst or None


def lees_periode(cel: Cel) -> tuple[Meetperiode, bool]:
    """The period, and whether a star behind it (`2020*`) says that its figures are voorlopig. Raises OngeldigeCel."""
    tekst = celtekst(cel if isinstance(cel, Decimal) else cel[:_LANGSTE_CEL])
    kaal = tekst.rstrip("* ")
    try:
        return lees_meetperiode(kaal or tekst), kaal != tekst
    except OngeldigeMeetperiode as fout:
        raise OngeldigeCel(str(fout)) from fout


def lees_reeks(cel: Cel) -> Reekssoort:
    """Realisatie where the cell says nothing. Raises OngeldigeCel."""
    tekst = celtekst(cel)
    gevonden = _REEKSEN.get(tekst.casefold())
    if gevonden is None:
        raise OngeldigeCel(f"{citaat(tekst)} is geen reeks; schrijf realisatie, begroting of prognose.")
    return gevonden


def lees_voorlopig(cel: Cel) -> bool:
    """Raises OngeldigeCel."""
    tekst = celtekst(cel)
    gevonden = _VOORLOPIG.get(tekst.casefold())
    if gevonden is None:
        raise OngeldigeCel(f"{citaat(tekst)} zegt niet of de waarde voorlopig is; schrijf voorlopig of definitief.")
    return gevonden


def lees_waarde(cel: Cel, eenheid: str | None, decimaal: Decimaalteken | None) -> Decimal:
    """Raises LegeWaarde, or OngeldigeCel.

    A number of a spreadsheet is rounded to the four decimals that are kept: it is often a quotient without an end.
    """
    try:
        if isinstance(cel, Decimal):
            return lees_meetwaarde(celtekst(_afgerond(cel)), eenheid=eenheid, decimaal=",")
        return lees_meetwaarde(cel[:_LANGSTE_CEL], eenheid=eenheid, decimaal=decimaal)
    except OngeldigeWaarde as fout:
        if isinstance(cel, str) and is_leeg(kale_tekst(cel[:_LANGSTE_CEL])):
            raise LegeWaarde from fout
        raise OngeldigeCel(str(fout)) from fout


def _afgerond(waarde: Decimal) -> Decimal:
    exponent = waarde.as_tuple().exponent
    return (
        waarde.quantize(_STAP, ROUND_HALF_UP) if isinstance(exponent, int) and exponent < -MEESTE_NA_KOMMA else waarde
    )
