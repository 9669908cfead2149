"""What the parts of a chart look like in a file. The style sheet (grafiek.css) says the same for pages.

Lines and marks differ in dashes and shape as well as in colour, so that a print in black and white can be read. Every
colour that carries meaning has a contrast of at least 3 to 1 with the white behind it.
"""

from functools import cache

LETTERTYPE = "Arial, 'Liberation Sans', Helvetica, 'DejaVu Sans', sans-serif"
LETTER = 13  # font size in the units of the chart

_INKT, _ZACHT, _RASTER, _AS = "#1b2629", "#4f5d60", "#e4e2da", "#7d8785"
_GROEN, _BAND, _GRIJS = "#1f6336", "#e6f2e8", "#667174"

# Per line, from 1: realisatie, begroting, prognose, and then lines of one soort that only their names tell apart.
KLEUREN = ("#0b5766", "#a8580a", "#6c2a5e", "#1d4f86", "#8a6d00", "#a2231d")
STREPEN = ("", "9 4", "2.5 3.5", "12 3 3 3", "6 3", "1 3")
VORMEN = ("o", "vierkant", "driehoek", "ruit", "omgekeerd", "vierkant")

_TEKST = {"font-size": str(LETTER)}
_LIJN = {"fill": "none", "stroke-width": "2", "stroke-linejoin": "round", "stroke-linecap": "round"}

OPMAAK: dict[str, dict[str, str]] = {
    "raster": {"stroke": _RASTER, "stroke-width": "1"},
    "nullijn": {"stroke": _AS, "stroke-width": "1"},
    "astekst": {**_TEKST, "fill": _ZACHT},
    "leeg": {**_TEKST, "fill": _ZACHT},
    "band": {"fill": _BAND},
    "streef": {"stroke": _GROEN, "stroke-width": "1.5"},
    "streeftekst": {**_TEKST, "fill": _GROEN, "font-weight": "600"},
    "pad": {**_LIJN, "stroke": _GRIJS, "stroke-width": "1.5", "stroke-dasharray": "1 5"},
    "peildatum": {"stroke": _AS, "stroke-width": "1", "stroke-dasharray": "3 3"},
    "gat": {**_LIJN, "stroke-width": "1.25", "stroke-dasharray": "2 4"},
    "lijn": _LIJN,
    "merk": {"stroke-width": "2", "stroke-linejoin": "round"},
    "eerder": {"fill": "none", "stroke": "#868e8f", "stroke-width": "1.5", "stroke-linecap": "round"},
    "nulmeting": {"fill": "#fff", "stroke": _INKT, "stroke-width": "1.75", "stroke-linejoin": "round"},
    "achter": {"fill": "#fff", "fill-opacity": "0.86"},
    "achter--band": {"fill": _BAND, "fill-opacity": "1"},
    "aanwijzer": {"stroke": _AS, "stroke-width": "1"},
    "label": {**_TEKST, "fill": _INKT, "font-weight": "400"},
    "waarde": {**_TEKST, "fill": _INKT, "font-weight": "700"},
    "legenda": {**_TEKST, "fill": _INKT},
    "staaf": {"fill": "#0b5766"},
    "staaf--onder": {"fill": "#a8580a"},
}
for _nummer, (_kleur, _streep) in enumerate(zip(KLEUREN, STREPEN, strict=True), 1):
    OPMAAK[f"lijn--{_nummer}"] = {"stroke": _kleur} | ({"stroke-dasharray": _streep} if _streep else {})
    OPMAAK[f"gat--{_nummer}"] = {"stroke": _kleur}
    OPMAAK[f"merk--{_nummer}"] = {"fill": _kleur, "stroke": _kleur}
    OPMAAK[f"merk--open-{_nummer}"] = {"fill": "#fff", "stroke": _kleur}
    OPMAAK[f"waarde--{_nummer}"] = {"fill": _kleur}


@cache
def opmaak(naam: str) -> str:
    """The attributes of `naam`; `lijn--2` has those of `lijn` too. KeyError for a name that does not exist."""
    basis = naam.partition("--")[0]
    kenmerken = OPMAAK[basis] | OPMAAK[naam]
    return "".join(f' {kenmerk}="{waarde}"' for kenmerk, waarde in kenmerken.items())
