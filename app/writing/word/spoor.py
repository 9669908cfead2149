"""Changes in Word as Word itself tracks them: to see, to accept and to refuse, one by one or all."""

from collections.abc import Iterator
from datetime import date
from itertools import count

from docx.oxml.ns import qn
from lxml.etree import _Element as Element

from app.domain.taal.tekst_verschil import Soort, Stuk
from app.writing.document import Spoor
from app.writing.word.elementen import alinea, element, tekst

_EERSTE = 10_001  # above the numbers of the bookmarks
_INSPRINGEN = 567  # twentieths of a point
_TEKEN = {Soort.WEG: "w:del", Soort.NIEUW: "w:ins"}


class Sporen:
    """The tracked changes of one document, each with a number of its own. `wie`: who changed it, as Word shows."""

    def __init__(self, wie: str, dag: date) -> None:
        self._van = {"author": wie[:255] or "Doelspoor", "date": f"{dag.isoformat()}T00:00:00Z"}
        self._nummers = count(_EERSTE)

    def regel(self, spoor: Spoor) -> Element:
        """A paragraph that came or went as a whole takes its name and its end along."""
        soorten = {stuk.soort for stuk in spoor.stukken}
        geheel = next(iter(soorten)) if len(soorten) == 1 else Soort.GELIJK
        return alinea("Normal", *self._inhoud(spoor, geheel), opmaak=list(self._opmaak(spoor, geheel)))

    def _opmaak(self, spoor: Spoor, geheel: Soort) -> Iterator[Element]:
        if spoor.ondergeschikt:
            yield element("w:ind", left=_INSPRINGEN)
        if geheel in _TEKEN:
            yield element("w:rPr", [self._teken(geheel, ())])

    def _inhoud(self, spoor: Spoor, geheel: Soort) -> Iterator[Element]:
        if spoor.kop:
            yield self._stuk(Stuk(geheel, f"{spoor.kop}\n" if spoor.stukken else spoor.kop), vet=True)
        for stuk in spoor.stukken:
            yield self._stuk(stuk)

    def _stuk(self, stuk: Stuk, *, vet: bool = False) -> Element:
        run = tekst(stuk.tekst)
        if vet:
            run.insert(0, element("w:rPr", [element("w:b"), element("w:bCs")]))
        if stuk.soort is Soort.WEG:
            for woorden in run.iterfind(qn("w:t")):
                woorden.tag = qn("w:delText")
        return self._teken(stuk.soort, (run,)) if stuk.soort in _TEKEN else run

    def _teken(self, soort: Soort, inhoud: tuple[Element, ...]) -> Element:
        return element(_TEKEN[soort], inhoud, id=next(self._nummers), **self._van)
