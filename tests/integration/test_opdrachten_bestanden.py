"""The files of the overview of opdrachten: what they carry."""

import io
import json
import re
from typing import Any

import docx
import openpyxl
from lxml import html
from sqlalchemy.orm import Session

from app.domain import structuur as s
from app.domain.structuur import Opdrachtnemer
from app.models import (
    NotitieStatus,
    Rol,
)
from app.writing.formaten import FORMATEN
from tests.integration.opdrachtenhulp import LOKAAL, RIGG, Inloggen, csv_rijen, neem_over, vind
from tests.unit.writing.teruglezen_odf import uit_ods, uit_odt
from tests.unit.writing.teruglezen_pdf import uit_pdf

Feit = tuple[str, ...]


def van_csv(inhoud: bytes) -> list[Feit]:
    velden = ("probleemgebied", "opdrachtnemer", "soort", "kenmerk", "tekst", "gedeeld", "voorbehoud")
    return [tuple(rij[veld] for veld in velden) for rij in csv_rijen(inhoud)]


def van_xlsx(inhoud: bytes) -> list[Feit]:
    kop, *rijen = openpyxl.load_workbook(io.BytesIO(inhoud))["Gegevens"].iter_rows(values_only=True)
    plaats = {str(naam).lower(): i for i, naam in enumerate(kop)}
    velden = ("probleemgebied", "opdrachtnemer", "soort", "kenmerk", "tekst", "gedeeld", "voorbehoud")
    return [tuple(str(rij[plaats[veld]] or "") for veld in velden) for rij in rijen]


def van_json(inhoud: bytes) -> list[Feit]:
    feiten: list[Feit] = []
    for notitie in json.loads(inhoud)["notities"]:
        for gebied in notitie["probleemgebieden"]:
            for deel in gebied["per_opdrachtnemer"]:
                begin = (gebied["naam"], Opdrachtnemer(deel["opdrachtnemer"]).label)
                feiten += [(*begin, "opdracht", "", tekst, "nee", "nee") for tekst in deel["opdrachten"]]
                feiten += [
                    (*begin, *feit) for soort in ("doelen", "interventies") for feit in _json_regels(deel, soort)
                ]
    return feiten


def _json_regels(deel: dict[str, Any], soort: str) -> list[Feit]:
    enkelvoud = {"doelen": "doel", "interventies": "interventie"}[soort]
    regels = [(enkelvoud, regel) for regel in deel[soort]]
    regels += [("onderdeel", onderdeel) for regel in deel[soort] for onderdeel in regel.get("onderdelen", ())]
    return [
        (naam, regel["kenmerk"], regel["tekst"], ja_nee(regel["gedeeld"]), ja_nee(regel["voorbehoud"]))
        for naam, regel in regels
    ]


def ja_nee(waarde: object) -> str:
    return "ja" if waarde else "nee"


def van_docx(inhoud: bytes) -> list[Feit]:
    """(soort, kenmerk, tekst, gedeeld, voorbehoud) only: the rest is in the headings."""
    return [
        (soort.lower(), kenmerk, tekst, ja_nee("gedeeld met" in merken), ja_nee("onder voorbehoud" in merken))
        for tabel in docx.Document(io.BytesIO(inhoud)).tables
        for soort, kenmerk, tekst, merken in ([cel.text for cel in rij.cells] for rij in tabel.rows[1:])
    ]


def van_pagina(tekst: str) -> list[Feit]:
    """(soort, kenmerk, tekst, gedeeld) as it stands on the screen."""
    feiten: list[Feit] = []
    for kop in html.document_fromstring(tekst).xpath("//*[contains(@class, 'opdrachtblok__soort')]"):
        soort = {"Doelen": "doel", "Interventies": "interventie", "Opdrachten": "opdracht"}[kop.text_content()]
        for li in kop.getnext().xpath("./li"):
            feiten += [_feit(soort, li, "")] if soort == "opdracht" else list(_feiten_van_regel(soort, li))
    return feiten


def _feiten_van_regel(soort: str, li: Any) -> list[Feit]:
    nummer = li.xpath("string(./span[contains(@class, 'opdrachtregel__nr')])")
    gedeeld = ja_nee(li.xpath("./span[contains(@class, 'opdrachtregel__labels')]//*[text()='gedeeld']"))
    feiten: list[Feit] = [(soort, nummer, schoon(li.xpath("./div/text()")[0]), gedeeld)]
    for onderdeel in li.xpath(".//ul[contains(@class, 'onderdelen')]/li"):
        letter, tekst = (schoon(span.text_content()) for span in onderdeel.xpath("./span")[:2])
        feiten.append(("onderdeel", nummer + letter, tekst, ja_nee(onderdeel.xpath(".//*[text()='gedeeld']"))))
    return feiten


def _feit(soort: str, li: Any, kenmerk: str) -> Feit:
    return (soort, kenmerk, schoon(li.text_content()), "nee")


def schoon(tekst: str) -> str:
    return " ".join(tekst.split())


def test_alle_bestanden_en_de_pagina_zeggen_hetzelfde(inloggen: Inloggen) -> None:
    client = inloggen(Rol.BELEIDSADVISEUR, organisatie="het-hogeland")
    bestanden = {f: client.get(f"/opdrachten/exporteren.{f}").data for f in FORMATEN}
    feiten = sorted(van_csv(bestanden["csv"]))
    assert len(feiten) == 25 + 8 + 31 + 17 + 1 + 7 + 7  # and the seven onderdelen
    assert sorted(van_xlsx(bestanden["xlsx"])) == feiten
    assert sorted(van_json(bestanden["json"])) == feiten
    zonder_kop = sorted(feit[2:] for feit in feiten)
    assert sorted(van_docx(bestanden["docx"])) == zonder_kop
    assert uit_odt(bestanden["odt"]) == zonder_kop
    assert sorted(feit[1:] for feit in uit_ods(bestanden["ods"])) == feiten
    assert sorted(map(_zonder_wit, uit_pdf(bestanden["pdf"]))) == sorted(map(_zonder_wit, zonder_kop))
    op_pagina = van_pagina(client.get("/opdrachten/").text)
    assert sorted(op_pagina) == sorted((*feit[2:4], schoon(feit[4]), feit[5]) for feit in feiten)


def _zonder_wit(feit: Feit) -> Feit:
    """On paper a line may end anywhere, and a word may be broken with a hyphen."""
    return tuple(re.sub(r"[\s-]", "", waarde) for waarde in feit)


def test_bestand_heeft_een_naam_en_een_soort(inloggen: Inloggen) -> None:
    client = inloggen(Rol.MANAGER)
    office, open_document = "application/vnd.openxmlformats-officedocument", "application/vnd.oasis.opendocument"
    mimetypes = {
        "pdf": "application/pdf",
        "odt": f"{open_document}.text",
        "ods": f"{open_document}.spreadsheet",
        "docx": f"{office}.wordprocessingml.document",
        "xlsx": f"{office}.spreadsheetml.sheet",
        "csv": "text/csv",
        "json": "application/json",
    }
    for formaat, mimetype in mimetypes.items():
        antwoord = client.get(f"/opdrachten/exporteren.{formaat}?opdrachtnemer=rigg")
        assert antwoord.mimetype == mimetype
        naam = f"opdrachten-rigg-het-hogeland-2020-05-20.{formaat}"
        assert antwoord.headers["Content-Disposition"] == f"attachment; filename={naam}"
        assert antwoord.headers["X-Content-Type-Options"] == "nosniff"
        assert antwoord.headers["Cache-Control"] == "no-store"


def test_bestand_van_de_regio_heet_naar_de_regio(inloggen: Inloggen) -> None:
    kop = inloggen(Rol.RIGG).get("/opdrachten/exporteren.csv").headers["Content-Disposition"]
    assert re.fullmatch(r"attachment; filename=opdrachten-rigg-regio-groningen-\d{4}-\d\d-\d\d\.csv", kop)


def test_onbekend_formaat(inloggen: Inloggen) -> None:
    client = inloggen(Rol.MANAGER)
    for formaat in ("exe", "DOCX", "", "..", "docx.exe"):
        assert client.get(f"/opdrachten/exporteren.{formaat}").status_code == 404, formaat


def test_bestand_zegt_wat_het_laat_zien(inloggen: Inloggen) -> None:
    kenmerken = json.loads(inloggen(Rol.MANAGER).get("/opdrachten/exporteren.json?opdrachtnemer=rigg").data)[
        "kenmerken"
    ]
    assert kenmerken["Opdrachtnemer"] == "RIGG"
    assert kenmerken["Status"] == "Concept"


def test_wat_kwaadaardig_lijkt_blijft_tekst(inloggen: Inloggen, session: Session) -> None:
    eemsdelta = vind(session, "eemsdelta")
    opdracht = {LOKAAL: s.Opdracht(), RIGG: s.Opdracht(opdrachten=["=cmd()", "<script>alert(1)</script> 🎯 שלום"])}
    neem_over(session, eemsdelta, NotitieStatus.CONCEPT, opdracht=opdracht, gebied="<b>vet</b>")
    session.commit()
    client = inloggen(Rol.BELEIDSADVISEUR, organisatie="eemsdelta")
    tekst = client.get("/opdrachten/").text
    assert "&lt;script&gt;alert(1)" in tekst
    assert "<b>vet" not in tekst
    teksten = {rij["tekst"] for rij in csv_rijen(client.get("/opdrachten/exporteren.csv").data)}
    assert teksten == {"'=cmd()", "<script>alert(1)</script> 🎯 שלום"}
    assert ("opdracht", "", "=cmd()", "nee", "nee") in van_docx(client.get("/opdrachten/exporteren.docx").data)
