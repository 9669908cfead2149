"""All four formats say the same, whatever the texts are."""

from io import BytesIO

import openpyxl
from hypothesis import HealthCheck, given, settings

from app.domain.opdrachtoverzicht import Overzicht
from app.writing.formaten import schrijf
from app.writing.opdrachten import opdrachten_document
from tests.unit.writing.teruglezen import uit_csv, uit_docx, uit_json, uit_overzicht, uit_xlsx
from tests.unit.writing.voorbeelden import DATUM, overzichten


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(overzichten())
def test_elk_formaat_bevat_dezelfde_feiten(overzicht: Overzicht) -> None:
    document = opdrachten_document(overzicht, organisatie="Gemeente Waddenstad", datum=DATUM)
    feiten = uit_overzicht(overzicht)
    xlsx = schrijf(document, "xlsx")

    assert uit_json(schrijf(document, "json")) == feiten
    assert uit_csv(schrijf(document, "csv")) == feiten
    assert uit_xlsx(xlsx) == feiten
    assert uit_docx(schrijf(document, "docx")) == sorted(feit[3:] for feit in feiten)
    assert _formules(xlsx) == []


def _formules(inhoud: bytes) -> list[str]:
    boek = openpyxl.load_workbook(BytesIO(inhoud))
    return [cel.coordinate for blad in boek for rij in blad.iter_rows() for cel in rij if cel.data_type == "f"]
