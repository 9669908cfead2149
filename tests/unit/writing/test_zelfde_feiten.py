"""All seven formats say the same, whatever the texts are."""

import re
import unicodedata
from io import BytesIO

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings

from app.domain.cijfers.indicator import Bloksoort
from app.domain.opdrachtoverzicht import Blok, Overzicht, Regel, tel
from app.domain.structuur import Opdrachtnemer
from app.writing.document import Alinea, Document, Grafiek, Kop, Lijst, Tabel
from app.writing.documenten.opdrachten import opdrachten_document
from app.writing.documenten.rapport import rapport_document
from app.writing.documenten.rapport_beeld import Voortgangdeel
from app.writing.formaten import FORMATEN, schrijf
from tests.unit.writing import teruglezen_odf, teruglezen_pdf
from tests.unit.writing.grafieken import volle_grafiek
from tests.unit.writing.teruglezen import (
    Feit,
    csv_rijen,
    tabellen_met_koppen,
    uit_csv,
    uit_docx,
    uit_json,
    uit_overzicht,
    uit_xlsx,
    xlsx_rijen,
)
from tests.unit.writing.teruglezen_odf import ods_rijen, uit_ods, uit_odt
from tests.unit.writing.teruglezen_pdf import uit_pdf
from tests.unit.writing.test_grafiek_bestanden import document as grafiekdocument
from tests.unit.writing.test_rapport import THEMA
from tests.unit.writing.test_rapport import beeld as rapportbeeld
from tests.unit.writing.test_rapport import indicator as rapportdeel
from tests.unit.writing.test_voortgang import maak as maak_voortgang
from tests.unit.writing.voorbeelden import DATUM, LASTIGE_TEKSTEN, overzichten

# Read from the page: from left to right, and not the thousands of letters that only take time here.
OP_PAPIER = [t for t in LASTIGE_TEKSTEN if len(t) < 100 and "\u202e" not in t and "مرحبا" not in t]


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(overzichten())
def test_elk_formaat_bevat_dezelfde_feiten(overzicht: Overzicht) -> None:
    document = opdrachten_document(overzicht, organisatie="Gemeente Waddenstad", datum=DATUM)
    feiten = uit_overzicht(overzicht)
    zonder_kop = sorted(feit[3:] for feit in feiten)
    xlsx = schrijf(document, "xlsx")

    assert uit_json(schrijf(document, "json")) == feiten
    assert uit_csv(schrijf(document, "csv")) == feiten
    assert uit_xlsx(xlsx) == feiten
    assert uit_ods(schrijf(document, "ods")) == feiten
    assert uit_docx(schrijf(document, "docx")) == zonder_kop
    assert uit_odt(schrijf(document, "odt")) == zonder_kop
    assert _formules(xlsx) == []


def test_pdf_bevat_dezelfde_feiten() -> None:
    blokken = [
        Blok(
            "Waddenstad",
            "Notitie 2020",
            f"Hulp {wie.label}",
            1,
            wie,
            doelen=doelen,
            opdrachten=(Regel("", "Minder *soorten*."),),
        )
        for wie, doelen in zip(Opdrachtnemer, (_doelen(OP_PAPIER[::2]), _doelen(OP_PAPIER[1::2])), strict=True)
    ]
    overzicht = Overzicht(tuple(blokken), tel(tuple(blokken)))
    document = opdrachten_document(overzicht, organisatie="Gemeente Waddenstad", datum=DATUM)
    gelezen = sorted(_zoals_gelezen(feit) for feit in uit_pdf(schrijf(document, "pdf")))
    assert gelezen == sorted(_zoals_gelezen(feit[3:]) for feit in uit_overzicht(overzicht))
    assert len(gelezen) == len(OP_PAPIER) + 2


def _doelen(teksten: list[str]) -> tuple[Regel, ...]:
    return tuple(Regel(str(n), tekst, n % 2 == 0, n % 3 == 0) for n, tekst in enumerate(teksten, 1))


def _zoals_gelezen(feit: Feit) -> Feit:
    """White space does not show on paper, and a full-width sign is printed as the plain one."""
    return tuple(re.sub(r"\s", "", unicodedata.normalize("NFKC", waarde)) for waarde in feit)


def _formules(inhoud: bytes) -> list[str]:
    boek = openpyxl.load_workbook(BytesIO(inhoud))
    return [cel.coordinate for blad in boek for rij in blad.iter_rows() for cel in rij if cel.data_type == "f"]


# --- tables and charts: what stands on the page, and the rows to calculate with ---


@pytest.mark.parametrize("soort", ["voortgang", "grafieken", "rapport"])
def test_tabellen_zijn_in_elk_paginaformaat_gelijk(soort: str) -> None:
    document = _document(soort)
    verwacht = [_als_teksten(blok) for blok in document.blokken if isinstance(blok, Tabel | Grafiek)]
    docx = [[[c.text for c in rij.cells] for rij in t.rows] for _, t in tabellen_met_koppen(schrijf(document, "docx"))]
    assert verwacht
    assert docx == verwacht
    assert teruglezen_odf.tabellen(schrijf(document, "odt")) == verwacht
    assert _zonder_wit(teruglezen_pdf.tabellen(schrijf(document, "pdf"))) == _zonder_wit(verwacht)


@pytest.mark.parametrize("soort", ["voortgang", "grafieken"])
def test_gegevens_zijn_in_elk_rekenformaat_gelijk(soort: str) -> None:
    document = _document(soort)
    csv, ods = csv_rijen(schrijf(document, "csv")), ods_rijen(schrijf(document, "ods"))
    xlsx = xlsx_rijen(schrijf(document, "xlsx"))
    assert len(csv) == len(list(document.gegevens.rijen)) > 1
    tekstkolommen = [naam for naam in csv[0] if naam not in ("datum", "waarde")]
    for formaat in (ods, xlsx):
        assert [[rij[n] for n in tekstkolommen] for rij in formaat] == [[rij[n] for n in tekstkolommen] for rij in csv]
    if soort == "grafieken":
        assert [rij["waarde"] for rij in ods] == [rij["waarde"] for rij in csv]
        assert ods[0]["datum"] == "31 december 2018"


def test_elk_paginaformaat_zegt_alle_zinnen() -> None:
    inleiding = (Kop("Vooraf"), Alinea("Een zin."), Alinea("Een uitleg.", stil=True), Lijst(("eerst", "dan")))
    document = Document("T", "", "Waddenstad", DATUM, inleiding, Tabel("t", (), ()), kenmerken=(("Regio", "Noord"),))
    odt = schrijf(document, "odt")
    gelezen_odt = [teruglezen_odf.tekst(e) for e in teruglezen_odf.deel(odt).iter() if _is_alinea(e)]
    gelezen_pdf = [
        k.woorden for k in teruglezen_pdf.lees_pdf(schrijf(document, "pdf")).alle("P", "H1", "LBody", "Title")
    ]
    zinnen = ["Vooraf", "Een zin.", "Een uitleg.", "eerst", "dan"]
    assert [zin for zin in gelezen_odt if zin in zinnen] == zinnen
    assert [zin for zin in gelezen_pdf if zin in zinnen] == zinnen
    assert "Regio\tNoord" in gelezen_odt
    assert gelezen_pdf[:6] == ["Waddenstad", "T", "Datum", "20 mei 2020", "Regio", "Noord"]


@pytest.mark.parametrize("formaat", list(FORMATEN))
def test_hetzelfde_document_geeft_tweemaal_dezelfde_feiten(formaat: str) -> None:
    """Nothing of an earlier file stays behind in a writer."""
    lezers = {"docx": uit_docx, "odt": uit_odt, "pdf": uit_pdf, "xlsx": uit_xlsx, "ods": uit_ods}
    lees = {**lezers, "csv": uit_csv, "json": uit_json}[formaat]
    blok = Blok(
        "Waddenstad", "Notitie", "Hulp", 1, Opdrachtnemer.RIGG, opdrachten=(Regel("", "Een."), Regel("", "Twee."))
    )
    document = opdrachten_document(Overzicht((blok,), tel((blok,))), organisatie="W", datum=DATUM)
    eerste = lees(schrijf(document, formaat))
    assert len(eerste) == 2
    assert lees(schrijf(document, formaat)) == eerste


def _document(soort: str) -> Document:
    if soort == "rapport":
        delen = (rapportdeel(Bloksoort.GRAFIEK), Voortgangdeel((THEMA,)), rapportdeel(Bloksoort.CIJFERS, id_=2))
        return rapport_document(rapportbeeld(*delen))
    return (
        maak_voortgang(status=True, kleur=True)
        if soort == "voortgang"
        else grafiekdocument(volle_grafiek(), volle_grafiek())
    )


def _als_teksten(blok: Tabel | Grafiek) -> list[list[str]]:
    tabel = blok.tabel if isinstance(blok, Grafiek) else blok
    return [[kolom.naam for kolom in tabel.kolommen], *([str(waarde) for waarde in rij] for rij in tabel.rijen)]


def _zonder_wit(tabellen: list[list[list[str]]]) -> list[list[list[str]]]:
    return [[[re.sub(r"\s", "", cel) for cel in rij] for rij in tabel] for tabel in tabellen]


def _is_alinea(element: teruglezen_odf.Element) -> bool:
    return element.tag in (teruglezen_odf.q("text:p"), teruglezen_odf.q("text:h"))
