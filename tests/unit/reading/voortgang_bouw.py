"""Makes Word files with progress tables in the ways that people lay them out."""

import io
from collections.abc import Sequence
from typing import Any

import docx

Rij = Sequence[str]


class Rapport:
    """A document to which headings, paragraphs and tables are added in order."""

    def __init__(self, titel: str = "Voortgangsrapportage gemeente Zandwijk eerste halfjaar 2022") -> None:
        self.doc: Any = docx.Document()
        if titel:
            self.doc.add_paragraph(titel, style="Title")

    def kop(self, tekst: str, niveau: int = 1) -> "Rapport":
        self.doc.add_heading(tekst, niveau)
        return self

    def alinea(self, tekst: str, *, vet: bool = False) -> "Rapport":
        self.doc.add_paragraph().add_run(tekst).bold = vet
        return self

    def tabel(self, *rijen: Rij) -> "Rapport":
        """A cell "<" is merged with the one before, "^" with the one above; lines become paragraphs, `**` is bold."""
        tabel = self.doc.add_table(rows=0, cols=max(len(rij) for rij in rijen))
        cellen = [list(tabel.add_row().cells) for _ in rijen]
        for r, rij in enumerate(rijen):
            for k, tekst in enumerate(rij):
                self._vul(cellen, r, k, tekst)
        return self

    @staticmethod
    def _vul(cellen: list[list[Any]], r: int, k: int, tekst: str) -> None:
        if tekst == "<":
            cellen[r][k] = cellen[r][k - 1].merge(cellen[r][k])
        elif tekst == "^":
            cellen[r][k] = cellen[r - 1][k].merge(cellen[r][k])
        else:
            eerste, *rest = tekst.split("\n")
            cellen[r][k].paragraphs[0].add_run(eerste.removeprefix("**")).bold = eerste.startswith("**")
            for regel in rest:
                cellen[r][k].add_paragraph(regel)

    def bytes(self) -> bytes:
        stroom = io.BytesIO()
        self.doc.save(stroom)
        return stroom.getvalue()
