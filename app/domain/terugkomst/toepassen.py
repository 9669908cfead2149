"""What a notitie becomes when some of the changes in a file that came back are taken over, and the others are not."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from app.domain import structuur as s
from app.domain.notitie.dragers import Dragers
from app.domain.notitie.paren import Itemsoort
from app.domain.notitie.verschil import DOEL, GEBIEDSTEKSTEN, GEHEEL, NOTITIE, PLAATS, PROBLEEMGEBIED, TEKST
from app.domain.terugkomst.nummers import als_letters, genummerd
from app.domain.terugkomst.vergelijken import NUMMERS, Sleutel

_GEGEVENS = ("titel", "datum", "versie", "referentiejaar", "doeljaar", "inleiding")
_VELDEN = {Itemsoort.IST: "ist", Itemsoort.SOLL: "soll", Itemsoort.DOEL: "doelen"}
_VELDEN |= {Itemsoort.INDICATOR: "indicatoren", Itemsoort.INTERVENTIE: "interventies"}
_NEMERS = {
    s.Opdrachtnemer.LOKAAL: Itemsoort.OPDRACHT_LOKAAL,
    s.Opdrachtnemer.RIGG: Itemsoort.OPDRACHT_RIGG,
}
_NIET, _VOORBEHOUD = "niet", "onder voorbehoud"


def pas_toe(nu: s.Notitie, bestand: s.Notitie, gekozen: Collection[Sleutel]) -> s.Notitie:
    """`nu` with what was chosen from `bestand`, both with merken; the two themselves stay as they are."""
    return _Toepasser(nu, bestand, frozenset(gekozen)).pas_toe()


class _Kant:
    """One of the two texts: every item by its merk, and who carries it."""

    def __init__(self, notitie: s.Notitie) -> None:
        self.gebieden = {gebied.merk: gebied for gebied in notitie.probleemgebieden}
        self._dragers = Dragers(notitie)
        self._items: dict[tuple[str, str | None], Any] = {}
        for gebied in notitie.probleemgebieden:
            for soort in Itemsoort:
                self._items.update({(soort, s.merk_van(item)): item for item in items_van(gebied, soort)})

    def item(self, soort: str, merk: str | None) -> Any:
        return self._items.get((soort, merk))

    def stand(self, soort: str, merk: str | None, wie: s.Opdrachtnemer) -> str:
        return self._dragers.stand(self.item(soort, merk), wie)


def items_van(gebied: s.Probleemgebied, soort: Itemsoort) -> list[Any]:
    if soort is Itemsoort.ONDERDEEL:
        return [onderdeel for interventie in gebied.interventies for onderdeel in interventie.onderdelen]
    if soort in _VELDEN:
        return list(getattr(gebied, _VELDEN[soort]))
    wie = next(nemer for nemer, eigen in _NEMERS.items() if eigen is soort)
    return list((gebied.opdracht.get(wie) or s.Opdracht()).opdrachten)


class _Toepasser:
    def __init__(self, nu: s.Notitie, bestand: s.Notitie, gekozen: frozenset[Sleutel]) -> None:
        self._notitie, self._bestand_notitie = nu, bestand
        self._nu, self._bestand = _Kant(nu), _Kant(bestand)
        self._gekozen = gekozen

    def pas_toe(self) -> s.Notitie:
        bron = self._bestand_notitie
        velden = {veld: getattr(bron, veld) for veld in _GEGEVENS if self._kiest(NOTITIE, "", veld)}
        gebieden = self._lijst(PROBLEEMGEBIED, self._notitie.probleemgebieden, bron.probleemgebieden)
        nieuw = [replace(self._gebied(gebied), volgorde=plek) for plek, gebied in enumerate(gebieden, 1)]
        return replace(self._notitie, **velden, probleemgebieden=nieuw)

    def _kiest(self, soort: str, merk: str | None, wat: str) -> bool:
        return Sleutel(str(soort), merk or "", wat) in self._gekozen

    # --- one list: what goes, what comes, and where ---

    def _lijst(self, soort: str, nu: list[Any], bestand: list[Any]) -> list[Any]:
        """The items as they were, with those that come from the file on their place behind the same one before them."""
        in_bestand = {s.merk_van(item) for item in bestand}
        uit = [item for item in nu if self._blijft(soort, s.merk_van(item), in_bestand)]
        aanwezig = {s.merk_van(item) for item in uit}
        vorige: str | None = None
        for item in bestand:
            merk = s.merk_van(item)
            if merk not in aanwezig and self._komt(soort, merk):
                uit.insert(_plek_na(uit, vorige), self._vers(soort, merk, item))
                aanwezig.add(merk)
            if merk in aanwezig:
                vorige = merk
        return uit

    def _blijft(self, soort: str, merk: str | None, in_bestand: set[str | None]) -> bool:
        """What moves is taken out first, and comes back on its new place."""
        if self._kiest(soort, merk, PLAATS):
            return False
        return merk in in_bestand or not self._kiest(soort, merk, GEHEEL)

    def _komt(self, soort: str, merk: str | None) -> bool:
        """Also what a colleague threw away, when what the file says of it is chosen."""
        if self._kiest(soort, merk, GEHEEL) or self._kiest(soort, merk, PLAATS):
            return True
        weg = soort != PROBLEEMGEBIED and self._nu.item(soort, merk) is None
        return weg and any(eigen.soort == soort and eigen.merk == merk for eigen in self._gekozen)

    def _vers(self, soort: str, merk: str | None, uit_bestand: Any) -> Any:
        """What only moves keeps what it says now."""
        nu = self._nu.gebieden.get(merk) if soort == PROBLEEMGEBIED else self._nu.item(soort, merk)
        return uit_bestand if nu is None else nu

    # --- one probleemgebied ---

    def _gebied(self, gebied: s.Probleemgebied) -> s.Probleemgebied:
        bestand = self._bestand.gebieden.get(gebied.merk)
        if gebied.merk not in self._nu.gebieden or bestand is None:
            return gebied
        velden = {v: getattr(bestand, v) for v in GEBIEDSTEKSTEN if self._kiest(PROBLEEMGEBIED, gebied.merk, v)}
        nieuw = replace(gebied, **velden)
        nieuw.ist, nieuw.soll, nieuw.doelen, nieuw.indicatoren, nieuw.interventies = (
            self._items(soort, gebied, bestand) for soort in _VELDEN
        )
        doelnummers, interventienummers, letters = (
            self._kiest(soort, gebied.merk, NUMMERS)
            for soort in (Itemsoort.DOEL, Itemsoort.INTERVENTIE, Itemsoort.ONDERDEEL)
        )
        nieuw.doelen = genummerd(nieuw.doelen, gebied.doelen, bestand.doelen, als_bestand=doelnummers)
        nieuw.interventies = [
            self._met_onderdelen(interventie, letters)
            for interventie in genummerd(
                nieuw.interventies, gebied.interventies, bestand.interventies, als_bestand=interventienummers
            )
        ]
        nieuw.indicatoren = self._met_doelen(nieuw, gebied, bestand)
        nieuw.opdracht = {wie: self._opdracht(wie, nieuw, gebied, bestand) for wie in s.Opdrachtnemer}
        return nieuw

    def _items(self, soort: Itemsoort, nu: s.Probleemgebied, bestand: s.Probleemgebied) -> list[Any]:
        lijst = self._lijst(soort, items_van(nu, soort), items_van(bestand, soort))
        return [self._met_tekst(soort, item) for item in lijst]

    def _met_tekst(self, soort: Itemsoort, item: Any) -> Any:
        merk = s.merk_van(item)
        bron = self._bestand.item(soort, merk) if self._kiest(soort, merk, TEKST) else None
        if bron is None:
            return item
        if isinstance(item, str):
            return bron
        streefwaarde = {"streefwaarde": bron.streefwaarde} if soort is Itemsoort.DOEL else {}
        return replace(item, tekst=bron.tekst, **streefwaarde)

    def _met_onderdelen(self, interventie: s.Interventie, als_bestand: bool) -> s.Interventie:
        soort = Itemsoort.ONDERDEEL
        nu = self._nu.item(Itemsoort.INTERVENTIE, interventie.merk)
        bestand = self._bestand.item(Itemsoort.INTERVENTIE, interventie.merk)
        if nu is None or bestand is None:
            return interventie
        lijst = self._lijst(soort, nu.onderdelen, bestand.onderdelen)
        onderdelen = [self._met_tekst(soort, onderdeel) for onderdeel in lijst]
        letters = als_letters(onderdelen, nu.onderdelen, bestand.onderdelen, als_bestand=als_bestand)
        return replace(interventie, onderdelen=letters)

    def _met_doelen(
        self, nieuw: s.Probleemgebied, nu: s.Probleemgebied, bestand: s.Probleemgebied
    ) -> list[s.Indicator]:
        """Every indicator with the number that its doel has now."""
        nummers = {doel.merk: doel.nummer for doel in nieuw.doelen}
        uit = []
        for indicator in nieuw.indicatoren:
            uit_bestand = indicator not in nu.indicatoren or self._kiest(Itemsoort.INDICATOR, indicator.merk, DOEL)
            kanten = [bestand, nu] if uit_bestand else [nu, bestand]
            uit.append(replace(indicator, nummer=_nummer_van(indicator, kanten, nummers)))
        return sorted(uit, key=lambda indicator: indicator.nummer)

    # --- who carries what ---

    def _opdracht(
        self, wie: s.Opdrachtnemer, nieuw: s.Probleemgebied, nu: s.Probleemgebied, bestand: s.Probleemgebied
    ) -> s.Opdracht:
        return s.Opdracht(
            self._items(_NEMERS[wie], nu, bestand),
            [v for doel in nieuw.doelen if (v := self._verwijzing(Itemsoort.DOEL, doel, wie))],
            [v for item in nieuw.interventies if (v := self._verwijzing(Itemsoort.INTERVENTIE, item, wie))],
        )

    def _verwijzing(self, soort: Itemsoort, item: Any, wie: s.Opdrachtnemer) -> s.Verwijzing | None:
        stand = self._stand(soort, item.merk, wie)
        letters = tuple(
            onderdeel.letter
            for onderdeel in getattr(item, "onderdelen", ())
            if self._stand(Itemsoort.ONDERDEEL, onderdeel.merk, wie) != _NIET
        )
        return s.Verwijzing(item.nummer, letters, stand == _VOORBEHOUD) if stand != _NIET or letters else None

    def _stand(self, soort: Itemsoort, merk: str | None, wie: s.Opdrachtnemer) -> str:
        uit_bestand = self._nu.item(soort, merk) is None or self._kiest(soort, merk, wie.value)
        return (self._bestand if uit_bestand else self._nu).stand(soort, merk, wie)


def _plek_na(lijst: list[Any], merk: str | None) -> int:
    return next((plek for plek, item in enumerate(lijst, 1) if merk and s.merk_van(item) == merk), 0)


def _nummer_van(indicator: s.Indicator, kanten: list[s.Probleemgebied], nummers: dict[str | None, int]) -> int:
    """By the doel it measures in the first of `kanten` in which that doel is still there."""
    letterlijk = indicator.nummer
    for kant in kanten:
        eigen = next((i.nummer for i in kant.indicatoren if i.merk == indicator.merk), None)
        if eigen is None:
            continue
        doel = next((doel for doel in kant.doelen if doel.nummer == eigen), None)
        if doel is None:
            return eigen
        if doel.merk in nummers:
            return nummers[doel.merk]
        letterlijk = eigen
    return letterlijk
