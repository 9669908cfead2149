"""Lists in an ODT file, with bullets or numbered by the program that shows them."""

from collections.abc import Iterator

from app.domain.taal.letters import plek_van
from app.writing.document import Genummerd, Lijst, Nummerpunt
from app.writing.odf.elementen import Kenmerken, Xml, element, gemerkt, tekst


def opsomming(lijst: Lijst, stijl: str) -> Xml:
    merken = lijst.merken or ("",) * len(lijst.regels)
    punten = (_punt(regel, merk, stijl) for regel, merk in zip(lijst.regels, merken, strict=True))
    return element("text:list", {"text:style-name": "Opsomming"}, *punten)


def genummerd(lijst: Genummerd, stijl: str) -> Xml:
    """A number that does not follow the one before it says so itself; letters stand in a list below their number."""
    return element("text:list", {"text:style-name": "Nummering"}, *_nummers(lijst, stijl))


def _nummers(lijst: Genummerd, stijl: str) -> Iterator[Xml]:
    vorige = 0
    for kop, letters in _per_nummer(lijst):
        begin: Kenmerken = {"text:start-value": kop.nummer} if kop.nummer != vorige + 1 else {}
        onder = [_letters(letters, stijl)] if letters else []
        yield element("text:list-item", begin, _alinea(kop.tekst, kop.merk, stijl), *onder)
        vorige = kop.nummer


def _per_nummer(lijst: Genummerd) -> list[tuple[Nummerpunt, list[Nummerpunt]]]:
    groepen: list[tuple[Nummerpunt, list[Nummerpunt]]] = []
    for punt in lijst.punten:
        if punt.letter and groepen:
            groepen[-1][1].append(punt)
        else:
            groepen.append((punt, []))
    return groepen


def _letters(punten: list[Nummerpunt], stijl: str) -> Xml:
    regels, vorige = [], 0
    for punt in punten:
        plek = plek_van(punt.letter)
        begin: Kenmerken = {"text:start-value": plek} if plek != vorige + 1 else {}
        regels.append(element("text:list-item", begin, _alinea(punt.tekst, punt.merk, stijl)))
        vorige = plek
    return element("text:list", {}, *regels)


def _punt(regel: str, merk: str, stijl: str) -> Xml:
    return element("text:list-item", {}, _alinea(regel, merk, stijl))


def _alinea(inhoud: str, merk: str, stijl: str) -> Xml:
    return element("text:p", {"text:style-name": stijl}, *gemerkt(merk, tekst(inhoud)))
