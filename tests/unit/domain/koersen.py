"""What the tests of koersen share: a doel, its figures, and the koers that follows."""

from datetime import date
from decimal import Decimal

from app.domain.koers.bepalen import (
    Koersbeeld,
    Meetpunt,
    bereken_koers,
)
from app.domain.structuur import Richting, Streefwaarde

PEIL = date(2021, 3, 1)


NA_AFLOOP = date(2023, 1, 1)


def meting(jaar: int, waarde: str | int | Decimal, **anders: bool) -> Meetpunt:
    return Meetpunt(date(jaar, 12, 31), Decimal(waarde), **anders)


def doel(
    richting: Richting, laag: str | None, hoog: str | None, eenheid: str = "aantal", **anders: int
) -> Streefwaarde:
    waarden = [None if grens is None else Decimal(grens) for grens in (laag, hoog)]
    return Streefwaarde(richting, *waarden, eenheid, **({"doeljaar": 2022} | anders))


DERTIG_MINDER = doel(Richting.DALING, "30", "30", "procent", referentiejaar=2019)


NUL = meting(2019, 1_000_000)


def beeld_van(
    streefwaarde: Streefwaarde, nul: str | int | None, laatste: str | int | None, **anders: object
) -> Koersbeeld:
    """Of a nulmeting at the end of 2019 and one meting at the end of 2020, seen in March 2021."""
    return bereken_koers(
        streefwaarde=streefwaarde,
        nulmeting=None if nul is None else meting(2019, nul),
        metingen=[] if laatste is None else [meting(2020, laatste)],
        **({"peildatum": PEIL, "eenheid": streefwaarde.eenheid} | anders),  # type: ignore[arg-type]
    )
