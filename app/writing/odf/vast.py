"""Styles of an ODT file that are the same in every file.

They stand beside the text, not with the other styles: of cells and frames, programs only know those.
"""

from app.writing.odf.elementen import Kenmerken, Xml, element, samen

_BLAUW, _LICHTBLAUW, _RAND, _LIJN = "#1D4F7C", "#EAF1F7", "#9FB3C8", "#D9E2EC"
_CEL = {
    "fo:padding-top": "0.12cm",
    "fo:padding-bottom": "0.12cm",
    "fo:padding-left": "0.15cm",
    "fo:padding-right": "0.15cm",
    "fo:border-top": "none",
    "fo:border-left": "none",
    "fo:border-right": "none",
}
_KADER = {"style:vertical-pos": "top", "style:vertical-rel": "baseline", "fo:padding": "0cm", "fo:border": "none"}
_TABEL = {
    "style:rel-width": "100%",
    "table:align": "margins",
    "fo:margin-top": "3pt",
    "table:border-model": "collapsing",
}
_KOPCEL = {"fo:background-color": _LICHTBLAUW, "fo:border-top": f"1pt solid {_BLAUW}"}


def _stijl(naam: str, familie: str, eigenschappen: Kenmerken) -> Xml:
    inhoud = element(f"style:{familie}-properties", eigenschappen)
    return element("style:style", {"style:name": naam, "style:family": familie}, inhoud)


def _rij(naam: str, *, heel: bool) -> Xml:
    return _stijl(naam, "table-row", {"fo:keep-together": "always" if heel else "auto"})


def _cel(naam: str, lijn: str, extra: Kenmerken | None = None) -> Xml:
    return _stijl(naam, "table-cell", {**_CEL, "fo:border-bottom": f"0.5pt solid {lijn}", **(extra or {})})


_BEGIN = {
    "style:name": "Begin",
    "style:family": "paragraph",
    "style:parent-style-name": "Afzender",
    "style:master-page-name": "Eerste",
}

VASTE_STIJLEN = samen(
    [
        element("style:style", _BEGIN),
        _stijl("Grafiekkader", "graphic", _KADER),
        _stijl("Doelspoortabel", "table", _TABEL),
        _rij("Helerij", heel=True),
        _rij("Langerij", heel=False),
        _cel("Kopcel", _BLAUW, _KOPCEL),
        _cel("Cel", _LIJN),
        _cel("Laatstecel", _RAND),
    ]
)
