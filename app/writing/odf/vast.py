"""Styles of an ODT file that are the same in every file.

They stand beside the text, not with the other styles: of cells and frames, programs only know those.
"""

from collections.abc import Iterator

from app.writing.huisstijl import KLEUR, LICHT, Huisstijl
from app.writing.odf.elementen import Kenmerken, Xml, element, samen

_BLAUW, _LICHTBLAUW, _RAND, _LIJN = f"#{KLEUR}", f"#{LICHT}", "#9FB3C8", "#D9E2EC"
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


def _kadercel(naam: str, extra: Kenmerken) -> Iterator[Xml]:
    yield _cel(naam, _LIJN, extra)
    yield _cel(f"{naam}Eerste", _LIJN, {**extra, "fo:border-top": f"1pt solid {_BLAUW}"})
    yield _cel(f"{naam}Laatste", _RAND, extra)


def _kolom(naam: str, breedte: int) -> Xml:
    eigenschappen = {"style:rel-column-width": f"{breedte}*"}
    return _stijl(naam, "table-column", eigenschappen)


def _begin(naam: str, ouder: str) -> Kenmerken:
    """The paragraph that the file begins with: it also says which page that is."""
    familie = {"style:name": naam, "style:family": "paragraph"}
    return {**familie, "style:parent-style-name": ouder, "style:master-page-name": "Eerste"}


_LAAGSTE_KOP = 4


def _op_nieuwe_bladzijde(niveau: int) -> Xml:
    """A heading that begins a page needs no white above it."""
    kop = {"style:family": "paragraph", "style:parent-style-name": f"Heading_20_{niveau}"}
    begin = element("style:paragraph-properties", {"fo:break-before": "page", "fo:margin-top": "0cm"})
    return element("style:style", {"style:name": f"Nieuwe_20_bladzijde_20_{niveau}", **kop}, begin)


_VAST = samen(
    [
        element("style:style", _begin("Begin", "Afzender")),
        element("style:style", _begin("Beginlogo", "Logo")),
        *map(_op_nieuwe_bladzijde, range(1, _LAAGSTE_KOP + 1)),
        _stijl("Grafiekkader", "graphic", _KADER),
        _stijl("Doelspoortabel", "table", _TABEL),
        _rij("Helerij", heel=True),
        _rij("Langerij", heel=False),
        _cel("Kopcel", _BLAUW, _KOPCEL),
        _cel("Cel", _LIJN),
        _cel("Laatstecel", _RAND),
        *_kadercel("Kaderkopcel", {"fo:background-color": _LICHTBLAUW}),
        *_kadercel("Kadercel", {}),
        _kolom("Kadersmal", 17),
        _kolom("Kaderbreed", 83),
    ]
)


def vaste_stijlen(stijl: Huisstijl) -> Xml:
    return Xml(stijl.kleur_in(_VAST))
