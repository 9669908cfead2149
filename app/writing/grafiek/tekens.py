"""The legend under a chart: a small drawing of each sign, and its word."""

from app.writing.grafiek.doek import Doek
from app.writing.grafiek.indeling import REGEL, Indeling
from app.writing.grafiek.legenda import TEKEN_BREEDTE, TEKEN_RUIMTE, TUSSENRUIMTE, Onderdeel
from app.writing.grafiek.opmaak import VORMEN
from app.writing.grafiek.plaatsing import Vak

_RAND, _MERK = 4.0, 4.0


def schrijf_legenda(doek: Doek, indeling: Indeling) -> None:
    onder = indeling.maat.hoogte - _RAND - REGEL * (len(indeling.legenda) - 1)
    for nummer, regel in enumerate(indeling.legenda):
        x, y = _RAND, onder + nummer * REGEL
        for onderdeel in regel:
            _teken(doek, onderdeel, x, y - 4.5)
            doek.tekst("legenda", (x + TEKEN_BREEDTE + TEKEN_RUIMTE, y), onderdeel.woord)
            x += onderdeel.breedte + TUSSENRUIMTE


def _teken(doek: Doek, onderdeel: Onderdeel, x: float, y: float) -> None:
    """`x`: its left side; `y`: its middle."""
    midden = (x + TEKEN_BREEDTE / 2, y)
    links, rechts = (x, y), (x + TEKEN_BREEDTE, y)
    match onderdeel.teken:
        case "lijn":
            doek.weg(f"lijn--{onderdeel.nummer}", [[links, rechts]])
            doek.merk(f"merk--{onderdeel.nummer}", VORMEN[onderdeel.nummer - 1], midden, _MERK)
        case "open":
            doek.merk(f"merk--open-{onderdeel.nummer}", VORMEN[onderdeel.nummer - 1], midden, _MERK)
        case "eerder":
            doek.merk("eerder", "kruis", midden, 3.5)
        case "nulmeting":
            doek.merk("nulmeting", "ruit", midden, 5)
        case "pad":
            doek.weg("pad", [[links, rechts]])
        case "band":
            doek.vlak("band", Vak(x, y - 5, x + TEKEN_BREEDTE, y + 5))
            for rand in (y - 5, y + 5):
                doek.lijn("streef", (x, rand), (x + TEKEN_BREEDTE, rand))
        case _:
            doek.lijn("streef", links, rechts)
