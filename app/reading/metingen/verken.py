"""The first look through a whole file with metingen: what it is, what its columns mean, and whether it may come in."""

from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO

from app.domain.cijfers.meetwaarde import Decimaalteken, decimaalteken_van
from app.domain.persoonsgegevens.tabel import Persoonscontrole
from app.reading.metingen.bron import Bron, Rij, lees_rijen, open_bron
from app.reading.metingen.gelezen import VOORBEELDRIJEN, Verkenning
from app.reading.metingen.koprij import MEESTE_KOLOMMEN, Koprij
from app.reading.metingen.tekst import Cel, celtekst, celvoorbeeld

# Shapes of figures by which a column proves its decimal sign; real columns have some dozens.
_MEESTE_VORMEN = 2_000
# Characters of a text that are searched for personal data at a time, and how many of them are searched twice.
_STUK, _OVERLAP = 200, 60
# Digits that mean the same for that proof become one; a zero in front is not the same.
_ZELFDE_VORM = str.maketrans("123456789", "9" * 9)


def verken(bestand: BinaryIO, onthouden: Mapping[str, str] | None = None) -> Verkenning:
    """Reads the file, which must be seekable, once from begin to end. `onthouden`: an earlier `Kolomkeuze.per_kop`.

    Raises OnbruikbaarBestand (a LeesFout), with one Dutch sentence, for what cannot be read at all.
    """
    bron = open_bron(bestand, dict(onthouden) if onthouden else None)
    blik = _Blik(bron.kop)
    for regel, cellen in lees_rijen(bestand, bron):
        blik.bekijk(regel, cellen)
    return _verkenning(bron, blik)


class _Blik:
    """Counts over all rows; keeps only the first few."""

    def __init__(self, kop: Koprij) -> None:
        self.kop = kop
        self.controle = Persoonscontrole()
        self.aantal = self.regel = 0
        self.voorbeelden: list[tuple[str, ...]] = []
        self.vormen: list[set[str]] = [set() for _ in kop.koppen]
        self._bekijkers = [self.controle.kolom(kop_).bekijk for kop_ in kop.koppen]
        self._overig = self.controle.kolom("").bekijk

    def bekijk(self, regel: int, cellen: list[Cel] | str) -> None:
        self.regel = regel
        if isinstance(cellen, str) or not cellen:
            self.aantal += isinstance(cellen, str)
            return
        if regel <= self.kop.regel:
            self._bekijk_boven(cellen)
            return
        self._bekijk_cellen(cellen)
        if any(cellen):
            self.aantal += 1
            if len(self.voorbeelden) < VOORBEELDRIJEN:
                self.voorbeelden.append(self._voorbeeld(cellen))

    def _bekijk_boven(self, cellen: list[Cel]) -> None:
        for cel in cellen:
            _bekijk_lang(celtekst(cel), self._overig)

    def _bekijk_cellen(self, cellen: list[Cel]) -> None:
        for cel, bekijk, vormen in zip(cellen, self._bekijkers, self.vormen, strict=False):
            if not isinstance(cel, str):
                bekijk(celtekst(cel))
            elif len(cel) > _STUK:
                _bekijk_lang(cel, bekijk)
            elif cel:
                bekijk(cel)
                if ("," in cel or "." in cel) and len(vormen) < _MEESTE_VORMEN and len(cel) < 60:
                    vormen.add(cel.translate(_ZELFDE_VORM))
        for cel in cellen[len(self._bekijkers) : MEESTE_KOLOMMEN]:
            _bekijk_lang(celtekst(cel), self._overig)

    def _voorbeeld(self, cellen: list[Cel]) -> tuple[str, ...]:
        rij = [celvoorbeeld(cel) for cel in cellen[: len(self.kop.koppen)]]
        return (*rij, *[""] * (len(self.kop.koppen) - len(rij)))

    def decimaaltekens(self) -> dict[int, Decimaalteken]:
        return {kolom: teken for kolom, vormen in enumerate(self.vormen) if (teken := _eensluidend(vormen))}


def _bekijk_lang(tekst: str, bekijk: Callable[[str], None]) -> None:
    """In overlapping pieces, so that a number on a seam is seen, and no long text is searched or kept whole."""
    for begin in range(0, len(tekst), _STUK - _OVERLAP):
        bekijk(tekst[begin : begin + _STUK])


def _eensluidend(vormen: set[str]) -> Decimaalteken | None:
    """What all cells that prove a decimal sign agree on."""
    bewezen = {decimaalteken_van(vorm) for vorm in vormen} - {None}
    return bewezen.pop() if len(bewezen) == 1 else None


def _verkenning(bron: Bron, blik: _Blik) -> Verkenning:
    """No cell is shown of a file that holds personal data."""
    bezwaar = blik.controle.bezwaar
    return Verkenning(
        soort=bron.soort,
        codering=bron.codering,
        begin=bron.begin,
        scheiding=bron.scheiding,
        blad=bron.blad,
        koprij=bron.kop.regel,
        koppen=bron.kop.koppen,
        kolomkeuze=bron.kop.keuze,
        voorbeeldrijen=() if bezwaar else tuple(blik.voorbeelden),
        aantal_regels=blik.aantal,
        decimaaltekens=blik.decimaaltekens(),
        open_regel=blik.regel if bron.open_einde else None,
        bezwaar=bezwaar,
        waarschuwingen=(*bron.waarschuwingen, *_over_koppen(bron.kop), *_over_einde(bron, blik)),
    )


def _over_koppen(kop: Koprij) -> Iterator[str]:
    gezien: set[str] = set()
    for naam in kop.koppen:
        if naam and naam.casefold() in gezien:
            yield f"De kop '{naam}' komt meer dan eens voor; kijk na of de goede kolom gelezen wordt."
        gezien.add(naam.casefold())


def _over_einde(bron: Bron, blik: _Blik) -> Iterator[str]:
    if bron.open_einde:
        yield (f"Regel {blik.regel}, de laatste, eindigt zonder regeleinde; kijk na of het bestand volledig is.")


__all__ = ["Rij", "verken"]
