from decimal import Decimal

import pytest

from app.domain.streefwaarde.controle import controleer_streefwaarde
from app.domain.streefwaarde.lezen import lees_streefwaarde
from app.domain.structuur import Richting, Streefwaarde

R, D = Richting, Decimal


@pytest.mark.parametrize(
    ("streefwaarde", "velden"),
    [
        (Streefwaarde(), []),
        (Streefwaarde(R.NIVEAU, D(2), None, "aantal"), []),
        (Streefwaarde(R.STIJGING, D(200), D(200), "procent", 2022, 2019), []),
        (Streefwaarde(R.NIVEAU, D(5), D(2), "aantal"), ["max"]),
        (Streefwaarde(R.NIVEAU, D(-5), D(-2), "aantal"), ["min", "max"]),
        (Streefwaarde(R.NIVEAU, D("NaN"), None, "aantal"), ["min"]),
        (Streefwaarde(R.NIVEAU, None, None, "aantal"), ["min"]),
        (Streefwaarde(R.NIVEAU, D(1), None, "aantal", open=True), ["open"]),
        (Streefwaarde(R.DALING, D(101), D(101), "procent"), ["min", "max"]),
        (Streefwaarde(R.NIVEAU, D(11), None, "cijfer"), ["min"]),
        (Streefwaarde(R.NIVEAU, D(1), D(1), None), ["eenheid"]),
        (Streefwaarde(R.KWALITATIEF, D(1), None, "aantal", open=True), ["min", "open", "eenheid"]),
        (Streefwaarde(R.DALING, D(1), D(1), "aantal", 2019, 2019), ["doeljaar"]),
        (Streefwaarde(R.DALING, D(1), D(1), "aantal", 20, 99999), ["doeljaar", "referentiejaar"]),
    ],
)
def test_controle(streefwaarde: Streefwaarde, velden: list[str]) -> None:
    assert list(controleer_streefwaarde(streefwaarde)) == velden


@pytest.mark.parametrize(
    "tekst", ["30% minder in 2022 t.o.v. 2019", "X% meer", "Minimaal 2 plekken", "Goede zorg", "een 7,5"]
)
def test_wat_gelezen_is_klopt(tekst: str) -> None:
    assert controleer_streefwaarde(lees_streefwaarde(tekst)) == {}
