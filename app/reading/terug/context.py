"""What building a notitie from a document that came back needs all the time: what was handed out, and its merken."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from app.domain import structuur as s
from app.domain.terugkomst.documentmerk import Merksoort
from app.reading.terug.gelezen import Lijn, Terug, Vak
from app.reading.terug.kern import zelfde
from app.reading.terug.koppelen import Koppelaar, Regel, Vroeger
from app.reading.terug.lijnen import als_tekst, heeft_woorden
from app.reading.terug.uitkomst import Plek, Teruggebracht

_M = Merksoort
SOORTEN = (_M.IST, _M.SOLL, _M.DOEL, _M.INDICATOR, _M.INTERVENTIE, _M.ONDERDEEL, _M.LOKAAL, _M.RIGG)
# Where such an item stands; a mark that went astray to another row says nothing.
_VAKKEN = {
    _M.IST: Vak.IST,
    _M.SOLL: Vak.SOLL,
    _M.DOEL: Vak.DOELEN,
    _M.INDICATOR: Vak.INDICATOREN,
    _M.INTERVENTIE: Vak.INTERVENTIES,
    _M.ONDERDEEL: Vak.INTERVENTIES,
    _M.LOKAAL: Vak.LOKAAL,
    _M.RIGG: Vak.RIGG,
}
Item = s.Doel | s.Indicator | s.Interventie | s.Onderdeel | str
OpMerk = dict[str, Item]


class Context:
    """`nieuw_merk`: gives what a new item is called from now on."""

    def __init__(self, terug: Terug, basis: s.Notitie, nieuw_merk: Callable[[], str]) -> None:
        self.terug = terug
        self.basis = basis
        self.uit = Teruggebracht(s.Notitie(titel=basis.titel), wijzigingen=terug.wijzigingen)
        self.nieuw_merk = nieuw_merk
        self.merk_in_bestand: dict[str | None, str | None] = {}  # of a probleemgebied, by the merk that it has now
        self._items = {soort: _per_merk(basis, soort) for soort in SOORTEN}
        self._koppelaars = {soort: self._koppelaar(soort) for soort in SOORTEN}
        self._opmerkingen = dict(terug.opmerkingen)

    def _koppelaar(self, soort: Merksoort) -> Koppelaar:
        lijnen = [lijn for gebied in self.terug.gebieden for lijn in gebied.vakken.get(_VAKKEN[soort], [])]
        return Koppelaar(soort, lijnen, [Vroeger(merk, _tekst(item), 0) for merk, item in self._items[soort].items()])

    def was(self, soort: Merksoort, merk: str) -> Item | None:
        """The item as it was handed out; None for a new one."""
        return self._items[soort].get(merk)

    def merken(
        self, gebied: s.Probleemgebied, regels: Sequence[Regel], vroeger: Sequence[Vroeger], soort: Merksoort
    ) -> list[str]:
        """Of every line, known or new. `vroeger`: what stood in this list."""
        merken = [merk or self.nieuw_merk() for merk in self._koppelaars[soort].koppel(regels, vroeger)]
        for regel, merk in zip(regels, merken, strict=True):
            self.opmerkingen(gebied.merk, soort.value, [regel.lijn], merk)
        return merken

    def tekst(self, soort: Merksoort, merk: str, lijn: Lijn) -> str:
        """As it was handed out, to the letter, when the document still says the same."""
        item = self.was(soort, merk)
        return kies(lijn.tekst, _tekst(item) if item is not None else "")

    def lange_tekst(self, gebied: s.Probleemgebied, veld: str, lijnen: Sequence[Lijn], vroeger: str) -> str:
        self.opmerkingen(gebied.merk, veld, lijnen)
        return kies(als_tekst(lijnen) if heeft_woorden(lijnen) else "", vroeger)

    def opmerkingen(self, gebied_merk: str | None, soort: str, lijnen: Iterable[Lijn], merk: str = "") -> None:
        """A comment over several lines belongs to the first of them."""
        for lijn in lijnen:
            for nummer in lijn.opmerkingen:
                if opmerking := self._opmerkingen.pop(nummer, None):
                    self.uit.opmerkingen.append((Plek(gebied_merk or "", soort, merk), opmerking))

    def overige_opmerkingen(self) -> None:
        """Those on a heading or on what went."""
        self.uit.opmerkingen += [(Plek("", ""), opmerking) for opmerking in self._opmerkingen.values()]

    def meld(self, zin: str) -> None:
        if zin not in self.uit.meldingen:
            self.uit.meldingen.append(zin)

    def plaatst_niet(self, lijnen: Iterable[Lijn]) -> None:
        self.uit.niet_geplaatst += [lijn.tekst for lijn in lijnen if lijn.tekst]


def kies(gelezen: str, vroeger: str) -> str:
    return vroeger if zelfde(gelezen, vroeger) else gelezen


def vroeger_in(gebied: s.Probleemgebied | None, soort: Merksoort) -> list[Vroeger]:
    """The items of one list as they were handed out."""
    items = _lijst(gebied, soort) if gebied is not None else []
    return [
        Vroeger(merk, _tekst(item), plek if isinstance(item, str) else getattr(item, "nummer", 0))
        for plek, item in enumerate(items, 1)
        if (merk := s.merk_van(item))
    ]


def _per_merk(notitie: s.Notitie, soort: Merksoort) -> OpMerk:
    return {merk: item for item in _alle(notitie, soort) if (merk := s.merk_van(item))}


def _alle(notitie: s.Notitie, soort: Merksoort) -> Iterator[Item]:
    for gebied in notitie.probleemgebieden:
        yield from _lijst(gebied, soort)


def _lijst(gebied: s.Probleemgebied, soort: Merksoort) -> Sequence[Item]:
    match soort:
        case _M.IST | _M.SOLL:
            return gebied.ist if soort is _M.IST else gebied.soll
        case _M.DOEL:
            return gebied.doelen
        case _M.INDICATOR:
            return gebied.indicatoren
        case _M.INTERVENTIE:
            return gebied.interventies
        case _M.ONDERDEEL:
            return [onderdeel for interventie in gebied.interventies for onderdeel in interventie.onderdelen]
        case _:
            opdracht = gebied.opdracht.get(s.Opdrachtnemer(soort.value))
            return opdracht.opdrachten if opdracht else []


def _tekst(item: Item) -> str:
    return item if isinstance(item, str) else item.tekst
