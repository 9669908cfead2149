"""A Word file with a citizen service number in it is refused, with the place and without the number.

The number is made: it passes the elfproef and belongs to nobody.
"""

from collections.abc import Callable
from io import BytesIO

import docx
import pytest

from app.reading.fouten import LeesFout
from app.reading.notitie.lezen import lees_notitie
from app.reading.voortgang.lezen import lees_voortgang

NUMMER = "123456782"


def word(*, alinea: str = "", cel: str = "") -> bytes:
    document = docx.Document()
    document.add_paragraph("Notitie jeugd")
    document.add_paragraph(alinea or "Inleiding")
    document.add_heading("1. Inkoop")
    tabel = document.add_table(rows=2, cols=3)
    for plek, tekst in enumerate(("Maatregel", "Voortgang", "Planning")):
        tabel.rows[0].cells[plek].text = tekst
    for plek, tekst in enumerate(("a. Scholing", cel or "Loopt", "2020")):
        tabel.rows[1].cells[plek].text = tekst
    uit = BytesIO()
    document.save(uit)
    return uit.getvalue()


@pytest.mark.parametrize("lees", [lees_notitie, lees_voortgang])
@pytest.mark.parametrize(
    ("bestand", "plaats"),
    [
        ({"cel": f"Gesproken met {NUMMER} over de hulp."}, "tabel 1, rij 2"),
        ({"alinea": f"BSN {NUMMER}"}, "alinea 2 (buiten de tabellen)"),
    ],
)
def test_wordt_geweigerd(lees: Callable[[bytes], object], bestand: dict[str, str], plaats: str) -> None:
    with pytest.raises(LeesFout) as fout:
        lees(word(**bestand))
    assert fout.value.zin.startswith(f"In {plaats} staat iets dat op een burgerservicenummer lijkt.")
    assert fout.value.zin.endswith("Er is niets overgenomen.")
    assert NUMMER not in fout.value.zin


def test_een_zaaknummer_komt_er_gewoon_in() -> None:
    voortgang = lees_voortgang(word(cel=f"Zie zaaknummer {NUMMER}."))
    assert NUMMER in str(voortgang.voortgang)
