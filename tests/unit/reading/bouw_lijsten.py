"""Writes lists into a Word file: numbered by Word, typed by hand or with soft line breaks."""

import io
from itertools import pairwise
from typing import Any

import docx
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from tests.unit.reading.opmaak import Opmaak


class Lijstenbouwer:
    def __init__(self, opmaak: Opmaak) -> None:
        self.o = opmaak
        self.doc: Any = docx.Document()
        self._abstract = {soort: self._maak_abstract(soort) for soort in ("nummers", "tekens")}

    def bytes(self) -> bytes:
        stroom = io.BytesIO()
        self.doc.save(stroom)
        return stroom.getvalue()

    # --- Word lists ---

    def _maak_abstract(self, soort: str) -> int:
        wortel = self.doc.part.numbering_part.element
        sleutel = 900 + (soort == "tekens")
        abstract = OxmlElement("w:abstractNum")
        abstract.set(qn("w:abstractNumId"), str(sleutel))
        vormen = ("decimal", "lowerLetter") if soort == "nummers" else ("bullet", "bullet")
        for ilvl, vorm in enumerate(vormen):
            niveau = OxmlElement("w:lvl")
            niveau.set(qn("w:ilvl"), str(ilvl))
            for naam, waarde in (
                ("start", "1"),
                ("numFmt", vorm),
                ("lvlText", f"%{ilvl + 1}." if soort == "nummers" else "•"),
            ):
                kind = OxmlElement(f"w:{naam}")
                kind.set(qn("w:val"), waarde)
                niveau.append(kind)
            abstract.append(niveau)
        wortel.insert(0, abstract)
        return sleutel

    def nieuwe_lijst(self, soort: str, start: int = 1) -> int:
        wortel = self.doc.part.numbering_part.element
        num_id = 500 + len(wortel.findall(qn("w:num")))
        num = OxmlElement("w:num")
        num.set(qn("w:numId"), str(num_id))
        abstract = OxmlElement("w:abstractNumId")
        abstract.set(qn("w:val"), str(self._abstract[soort]))
        num.append(abstract)
        afwijking = OxmlElement("w:lvlOverride")
        afwijking.set(qn("w:ilvl"), "0")
        begin = OxmlElement("w:startOverride")
        begin.set(qn("w:val"), str(start))
        afwijking.append(begin)
        num.append(afwijking)
        wortel.append(num)
        return num_id

    @staticmethod
    def zet_nummer(alinea: Any, num_id: int, niveau: int = 0) -> None:
        eigen = alinea._p.get_or_add_pPr().get_or_add_numPr()
        eigen.get_or_add_ilvl().val = niveau
        eigen.get_or_add_numId().val = num_id

    # --- lines in a place ---

    def genummerd(self, plek: Any, punten: list[tuple[int, str, list[tuple[str, str]]]]) -> None:
        """`punten`: number, text and its lettered parts."""
        typen = self.o.nummer if self.o.nummer != "word" else "1."
        met_gaten = [n for n, _, _ in punten] != list(range(1, len(punten) + 1))
        if self.o.zacht and punten:
            self._zachte_lijst(plek, punten)
            return
        num_id = None if self.o.nummer != "word" or met_gaten else self.nieuwe_lijst("nummers")
        for nummer, tekst, onderdelen in punten:
            merk = "" if num_id else typen.replace("1", str(nummer))
            alinea = plek.add_paragraph(merk + _spatie(merk) + tekst)
            if num_id:
                self.zet_nummer(alinea, num_id)
            self._onderdelen(plek, onderdelen, num_id)
            self._lege(plek)

    def _onderdelen(self, plek: Any, onderdelen: list[tuple[str, str]], num_id: int | None) -> None:
        for letter, tekst in onderdelen:
            if num_id and self.o.letter == "word":
                self.zet_nummer(plek.add_paragraph(tekst), num_id, 1)
            else:
                vorm = "a." if self.o.letter == "word" else self.o.letter
                plek.add_paragraph(f"{vorm.replace('a', letter, 1)} {tekst}")

    def _zachte_lijst(self, plek: Any, punten: list[tuple[int, str, list[tuple[str, str]]]]) -> None:
        regels = []
        for nummer, tekst, onderdelen in punten:
            regels.append(f"{nummer}. {tekst}")
            regels.extend(f"{letter}. {t}" for letter, t in onderdelen)
        self._zacht(plek, regels)

    @staticmethod
    def _zacht(plek: Any, regels: list[str]) -> None:
        run = plek.add_paragraph().add_run()
        for vorige, regel in pairwise([None, *regels]):
            if vorige is not None:
                run.add_break(WD_BREAK.LINE)
            run.add_text(regel)

    def opsomming(self, plek: Any, regels: list[str]) -> None:
        if self.o.zacht and regels:
            self._zacht(plek, [f"- {regel}" for regel in regels])
            return
        num_id = self.nieuwe_lijst("tekens") if self.o.teken == "word" else None
        for regel in regels:
            merk = "" if num_id else f"{self.o.teken} "
            alinea = plek.add_paragraph(merk + regel)
            if num_id:
                self.zet_nummer(alinea, num_id)
            self._lege(plek)

    def _lege(self, plek: Any) -> None:
        if self.o.lege_regels:
            plek.add_paragraph("")
            plek.add_paragraph("  \u00a0 ")


def _spatie(merk: str) -> str:
    return "" if not merk or merk[-1].isspace() else " "
