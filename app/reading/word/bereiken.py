"""Which bookmarks and comments a paragraph of a Word text lies in, wherever those begin and end."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from app.domain.terugkomst.documentmerk import Merksoort, lees_bladwijzer
from app.reading.xml import W

Merk = tuple[Merksoort, str]
_LETTERS = {W + naam for naam in ("t", "sym", "tab", "br", "noBreakHyphen", "drawing")}


@dataclass(slots=True)
class Bereik:
    """`merken`: our own bookmarks only, in order. `opmerkingen`: the ids of comments."""

    merken: dict[Merk, None] = field(default_factory=dict)
    opmerkingen: dict[str, None] = field(default_factory=dict)


Bereiken = Mapping[etree._Element, Bereik]


def zoek_bereiken(romp: etree._Element) -> Bereiken:
    """Per paragraph; one that is empty counts where a bookmark begins in it, else only text counts."""
    loper = _Loper()
    for element in romp.iter(W + "*"):
        loper.langs(element)
    return loper.uit


class _Loper:
    def __init__(self) -> None:
        self.uit: dict[etree._Element, Bereik] = {}
        self._merken: dict[str, Merk] = {}
        self._opmerkingen: dict[str, None] = {}
        self._wachtend: list[Merk] = []

    def langs(self, element: etree._Element) -> None:
        nummer = element.get(W + "id") or ""
        match element.tag.removeprefix(W):
            case "p":
                self._alinea(element)
            case "bookmarkStart":
                self._open(element, nummer)
            case "bookmarkEnd":
                self._merken.pop(nummer, None)
            case "commentRangeStart":
                self._opmerkingen[nummer] = None
            case "commentRangeEnd":
                self._opmerkingen.pop(nummer, None)
            case "commentReference":
                self._bij(element, opmerkingen={nummer: None})
        if element.tag in _LETTERS and (element.tag != W + "t" or (element.text or "").strip()):
            self._bij(element, dict.fromkeys(self._merken.values()), self._opmerkingen)

    def _alinea(self, alinea: etree._Element) -> None:
        """Word may begin a bookmark between two paragraphs: it belongs to the one that follows."""
        if self._wachtend:
            self.uit.setdefault(alinea, Bereik()).merken.update(dict.fromkeys(self._wachtend))
            self._wachtend = []

    def _open(self, element: etree._Element, nummer: str) -> None:
        merk = lees_bladwijzer(element.get(W + "name") or "")
        if merk is None:
            return
        # LibreOffice begins a bookmark without text twice, and ends it once.
        self._merken = {ander: open_ for ander, open_ in self._merken.items() if open_ != merk}
        self._merken[nummer] = merk
        if not self._bij(element, {merk: None}):
            self._wachtend.append(merk)

    def _bij(
        self,
        element: etree._Element,
        merken: Mapping[Merk, None] | None = None,
        opmerkingen: Mapping[str, None] | None = None,
    ) -> bool:
        """False when it stands in no paragraph."""
        alinea = next(element.iterancestors(W + "p"), None)
        if alinea is None:
            return False
        bereik = self.uit.setdefault(alinea, Bereik())
        bereik.merken.update(merken or {})
        bereik.opmerkingen.update(opmerkingen or {})
        return True
