"""Reads our files back into the same plain facts: (probleemgebied, opdrachtnemer, soort, kenmerk, tekst, gedeeld,
voorbehoud), with other libraries than those that wrote them where there are."""

import csv
import json
import re
from io import BytesIO, StringIO
from typing import Any

import docx
import openpyxl
from docx.table import Table
from docx.text.paragraph import Paragraph
from openpyxl.utils.escape import unescape

from app.domain.opdrachtoverzicht import Blok, Overzicht
from app.writing.schoon import schone_tekst

Feit = tuple[str, ...]

KOLOMMEN = ("organisatie", "probleemgebied", "opdrachtnemer", "soort", "kenmerk", "tekst", "gedeeld", "voorbehoud")


def ja_nee(waarde: bool) -> str:
    return "ja" if waarde else "nee"


def uit_overzicht(overzicht: Overzicht) -> list[Feit]:
    """What the files must say, straight from the domain."""
    feiten = [feit for blok in overzicht.blokken for feit in _uit_blok(blok)]
    return sorted(tuple(map(schone_tekst, feit)) for feit in feiten)


def _uit_blok(blok: Blok) -> list[Feit]:
    regels = [("doel", doel) for doel in blok.doelen]
    for interventie in blok.interventies:
        regels += [("interventie", interventie), *(("onderdeel", o) for o in interventie.onderdelen)]
    begin = (blok.organisatie, blok.probleemgebied, blok.opdrachtnemer.label)
    feiten = [(*begin, s, r.kenmerk, r.tekst, ja_nee(r.gedeeld), ja_nee(r.voorbehoud)) for s, r in regels]
    return feiten + [(*begin, "opdracht", "", o.tekst, "nee", "nee") for o in blok.opdrachten]


def uit_json(inhoud: bytes) -> list[Feit]:
    feiten = []
    for notitie in json.loads(inhoud.decode("utf-8"))["notities"]:
        for gebied in notitie["probleemgebieden"]:
            for opdracht in gebied["per_opdrachtnemer"]:
                label = {"rigg": "RIGG", "lokaal": "Lokaal"}[opdracht["opdrachtnemer"]]
                begin = (notitie["organisatie"], gebied["naam"], label)
                feiten += [(*begin, *regel) for regel in _json_regels(opdracht)]
    return sorted(feiten)


def _json_regels(opdracht: dict[str, Any]) -> list[Feit]:
    regels = [("doel", doel) for doel in opdracht["doelen"]]
    for interventie in opdracht["interventies"]:
        regels += [("interventie", interventie), *(("onderdeel", o) for o in interventie["onderdelen"])]
    feiten = [(s, r["kenmerk"], r["tekst"], ja_nee(r["gedeeld"]), ja_nee(r["voorbehoud"])) for s, r in regels]
    return feiten + [("opdracht", "", tekst, "nee", "nee") for tekst in opdracht["opdrachten"]]


def csv_rijen(inhoud: bytes) -> list[dict[str, str]]:
    """The rows with the apostrophe in front of a would-be formula taken away again."""
    tekst = inhoud.decode("utf-8-sig")
    return [
        {naam: re.sub("^'(?='*[=+\\-@\t\r\n＝＋－＠])", "", cel) for naam, cel in rij.items()}
        for rij in csv.DictReader(StringIO(tekst, newline=""), delimiter=";")
    ]


def uit_csv(inhoud: bytes) -> list[Feit]:
    return sorted(tuple(rij[kolom] for kolom in KOLOMMEN) for rij in csv_rijen(inhoud))


def xlsx_rijen(inhoud: bytes) -> list[dict[str, str]]:
    """The rows of Gegevens; columns that go on in the next one are put together."""
    blad = openpyxl.load_workbook(BytesIO(inhoud))["Gegevens"]
    koppen, *rijen = blad.iter_rows(values_only=True)
    gelezen = []
    for rij in rijen:
        waarden: dict[str, str] = {}
        for kop, cel in zip(koppen, rij, strict=True):
            naam = str(kop).lower().split(" (vervolg")[0]
            waarden[naam] = waarden.get(naam, "") + ("" if cel is None else unescape(str(cel)))
        gelezen.append(waarden)
    return gelezen


def uit_xlsx(inhoud: bytes) -> list[Feit]:
    return sorted(tuple(rij[kolom] for kolom in KOLOMMEN) for rij in xlsx_rijen(inhoud))


def tabellen_met_koppen(inhoud: bytes) -> list[tuple[list[str], Table]]:
    """Every table of a Word file with the headings above it, highest first."""
    gevonden, koppen = [], {}
    for onderdeel in docx.Document(BytesIO(inhoud)).iter_inner_content():
        if isinstance(onderdeel, Table):
            gevonden.append(([koppen[niveau] for niveau in sorted(koppen)], onderdeel))
        elif isinstance(onderdeel, Paragraph) and onderdeel.style.name.startswith("Heading "):
            niveau = int(onderdeel.style.name.split()[1])
            koppen = {n: k for n, k in koppen.items() if n < niveau} | {niveau: onderdeel.text}
    return gevonden


def uit_docx(inhoud: bytes) -> list[Feit]:
    """Only (soort, kenmerk, tekst, gedeeld, voorbehoud): the rest stands in the headings."""
    feiten = []
    for _, tabel in tabellen_met_koppen(inhoud):
        for soort, kenmerk, tekst, merken in [[cel.text for cel in rij.cells] for rij in tabel.rows[1:]]:
            gedeeld, voorbehoud = ja_nee("gedeeld met" in merken), ja_nee("onder voorbehoud" in merken)
            feiten.append((soort.lower(), kenmerk, tekst, gedeeld, voorbehoud))
    return sorted(feiten)
