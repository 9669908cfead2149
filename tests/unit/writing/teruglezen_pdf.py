"""Reads our PDF files back by their tags, as a screen reader does: what is no tag is not there."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pdfplumber
import pytest
from pdfminer.pdftypes import resolve1
from pdfminer.utils import decode_text
from pdfplumber.page import PDFPageAggregatorWithMarkedContent as Lezer

from tests.unit.writing.teruglezen import Feit, ja_nee

ONZICHTBAAR = dict.fromkeys(map(ord, "\u200b\u00ad"))
Plek = tuple[int, int]


@dataclass
class Knoop:
    """A tag with the tags in it, and its words. `extra`: such as the words for who cannot see a picture."""

    soort: str
    tekst: str
    kinderen: list["Knoop"]
    extra: dict[str, Any] = field(default_factory=dict)

    def alle(self, *soorten: str) -> Iterator["Knoop"]:
        if self.soort in soorten:
            yield self
        for kind in self.kinderen:
            yield from kind.alle(*soorten)

    @property
    def woorden(self) -> str:
        """Of everything in it, as one line."""
        return " ".join(filter(None, [self.tekst, *(kind.woorden for kind in self.kinderen)]))


def _begin(lezer: Any, tag: Any, eigenschappen: Any = None) -> None:
    """The library forgets the mark around a mark without a number, such as that of a letter with its own spelling."""
    stapel = lezer.__dict__.setdefault("stapel", [])
    stapel.append(lezer.cur_mcid)
    if isinstance(eigenschappen, dict) and "MCID" in eigenschappen:
        lezer.cur_mcid = eigenschappen["MCID"]


def _eind(lezer: Any) -> None:
    lezer.cur_mcid = lezer.stapel.pop()


def lees_pdf(inhoud: bytes) -> Knoop:
    with pytest.MonkeyPatch.context() as beter, pdfplumber.open(BytesIO(inhoud)) as pdf:
        beter.setattr(Lezer, "begin_tag", _begin)
        beter.setattr(Lezer, "end_tag", _eind)
        tekens: dict[Plek, list[dict[str, Any]]] = defaultdict(list)
        for pagina in pdf.pages:
            for teken in pagina.chars:
                tekens[pagina.page_obj.pageid, teken["mcid"]].append(teken)
        woorden = {plek: _regels(lijst) for plek, lijst in tekens.items()}
        (wortel,) = _lijst(pdf.doc.catalog["StructTreeRoot"].resolve()["K"])
        return _knoop(resolve1(wortel), 0, woorden)


def _knoop(tag: dict[str, Any], pagina: int, woorden: dict[Plek, str]) -> Knoop:
    """`pagina`: the object that a number in the tag refers to when it names none itself."""
    pagina = tag["Pg"].objid if "Pg" in tag else pagina
    inhoud = [resolve1(deel) for deel in _lijst(tag.get("K", []))]
    tekst = " ".join(filter(None, (_tekst(deel, pagina, woorden) for deel in inhoud)))
    kinderen = [_knoop(deel, pagina, woorden) for deel in inhoud if isinstance(deel, dict) and "S" in deel]
    extra = {naam: decode_text(tag[naam]) for naam in ("Alt", "ActualText") if naam in tag}
    return Knoop(tag["S"].name, extra.get("ActualText", tekst), kinderen, extra)


def _tekst(deel: Any, pagina: int, woorden: dict[Plek, str]) -> str:
    if isinstance(deel, dict):
        pagina = deel["Pg"].objid if "Pg" in deel else pagina
        return woorden.get((pagina, deel.get("MCID", -1)), "")
    return woorden.get((pagina, deel), "")


def _lijst(waarde: Any) -> list[Any]:
    waarde = resolve1(waarde)
    return waarde if isinstance(waarde, list) else [waarde]


def _regels(tekens: list[dict[str, Any]]) -> str:
    """The signs in order, a new line as a space."""
    uit, hoogte = "", None
    for teken in tekens:
        nieuw = hoogte is not None and abs(teken["bottom"] - hoogte) > teken["size"] * 0.6
        uit += (" " if nieuw and not uit.endswith(" ") else "") + teken["text"]
        hoogte = teken["bottom"]
    return uit.translate(ONZICHTBAAR).strip()


def tabellen(inhoud: bytes) -> list[list[list[str]]]:
    """Every table: its rows, its header row first, of cells."""
    return [
        [[cel.woorden for cel in rij.alle("TH", "TD")] for rij in tabel.alle("TR")]
        for tabel in lees_pdf(inhoud).alle("Table")
    ]


def uit_pdf(inhoud: bytes) -> list[Feit]:
    """Only (soort, kenmerk, tekst, gedeeld, voorbehoud): the rest stands in the headings."""
    return sorted(
        (soort.lower(), kenmerk, tekst, ja_nee("gedeeld met" in merken), ja_nee("onder voorbehoud" in merken))
        for tabel in tabellen(inhoud)
        for soort, kenmerk, tekst, merken in tabel[1:]
    )
