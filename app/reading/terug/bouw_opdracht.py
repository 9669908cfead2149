"""The last row of a probleemgebied that came back: free lines, and the numbers of what each opdrachtnemer carries."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from app.domain.notitie.verwijzingen import schrijf_verwijzingen
from app.domain.notitie.vorm import opdracht_van, realiseren, uitvoeren
from app.domain.structuur import Opdrachtnemer, Probleemgebied, Verwijzing
from app.domain.terugkomst.documentmerk import Merksoort
from app.reading.notitie.opdracht import zegt_geen
from app.reading.notitie.verwijsregel import lees_verwijsregel, noemt_nummers
from app.reading.terug.gelezen import Lijn
from app.reading.terug.kern import zelfde

NUMMERS_BLIJVEN = (
    "De regel ‘{regel}’ is in het bestand niet aangepast aan de nieuwe nummers. De opdracht blijft bij dezelfde "
    "onderdelen."
)
NIET_BEGREPEN = "De regel ‘{regel}’ is niet begrepen; wie wat uitvoert blijft zoals het was."
NUMMER_ONBEKEND = "De regel ‘{regel}’ noemt {nummer}, maar dat staat niet in het bestand; dat deel is niet overgenomen."
_LANGSTE_REGEL = 200
_REGELS = {
    Opdrachtnemer.LOKAAL: (Merksoort.LOKAAL_DOELEN, Merksoort.LOKAAL_INTERVENTIES),
    Opdrachtnemer.RIGG: (Merksoort.RIGG_DOELEN, Merksoort.RIGG_INTERVENTIES),
}
Soort = str  # "doelen" or "interventies", as the fields of Opdracht


@dataclass(slots=True)
class Verwijzingen:
    """What the lines of one opdrachtnemer refer to. `vrij`: the lines that refer to nothing."""

    doelen: list[Verwijzing]
    interventies: list[Verwijzing]
    vrij: list[Lijn]


class Opdrachtlezer:
    """`oud`: as it was handed out. `nieuw`: with the doelen and interventies that stand in the document now."""

    def __init__(self, oud: Probleemgebied | None, nieuw: Probleemgebied, meld: Callable[[str], None]) -> None:
        self._oud = oud
        self._nieuw = nieuw
        self._meld = meld

    def lees(self, wie: Opdrachtnemer, lijnen: Sequence[Lijn]) -> Verwijzingen:
        uit = Verwijzingen([], [], [])
        merken = dict(zip(_REGELS[wie], ("doelen", "interventies"), strict=True))
        for lijn in lijnen:
            soort = next((merken[eigen] for eigen, _ in lijn.merken if eigen in merken), None)
            eigen_regel = any(eigen in (Merksoort.LOKAAL, Merksoort.RIGG) for eigen, _ in lijn.merken)
            if soort is None and (eigen_regel or not noemt_nummers(lijn.tekst)):
                if not zegt_geen(lijn.tekst) or eigen_regel:
                    uit.vrij.append(lijn)
                continue
            self._verwijsregel(wie, lijn, soort, uit)
        return uit

    def _verwijsregel(self, wie: Opdrachtnemer, lijn: Lijn, soort: Soort | None, uit: Verwijzingen) -> None:
        onveranderd = self._onveranderd(wie, lijn, soort)
        if onveranderd is not None:
            _voeg_toe(getattr(uit, onveranderd), self._mee(wie, onveranderd, lijn))
            return
        doelen, interventies = ([i.nummer for i in items] for items in (self._nieuw.doelen, self._nieuw.interventies))
        gelezen = lees_verwijsregel(lijn.tekst, doelen, interventies)
        if gelezen is not None and not gelezen.rest:
            for naam in ("doelen", "interventies"):
                _voeg_toe(getattr(uit, naam), self._bestaande(naam, getattr(gelezen, naam) or [], lijn))
        elif soort is None:
            uit.vrij.append(lijn)
        elif lijn.tekst:
            self._meld(NIET_BEGREPEN.format(regel=lijn.tekst[:_LANGSTE_REGEL]))
            _voeg_toe(getattr(uit, soort), self._mee(wie, soort, None))

    def _bestaande(self, soort: Soort, verwijzingen: list[Verwijzing], lijn: Lijn) -> list[Verwijzing]:
        """Numbers and letters that stand in the document; of others is told that they are left out."""
        letters = {i.nummer: {o.letter for o in getattr(i, "onderdelen", ())} for i in getattr(self._nieuw, soort)}
        uit = []
        for verwijzing in verwijzingen:
            bekend = tuple(letter for letter in verwijzing.onderdelen if letter in letters.get(verwijzing.nummer, ()))
            if verwijzing.nummer in letters and bekend == verwijzing.onderdelen:
                uit.append(verwijzing)
                continue
            self._meld(
                NUMMER_ONBEKEND.format(regel=lijn.tekst[:_LANGSTE_REGEL], nummer=schrijf_verwijzingen([verwijzing]))
            )
            if verwijzing.nummer in letters:
                uit.append(replace(verwijzing, onderdelen=bekend))
        return uit

    def _onveranderd(self, wie: Opdrachtnemer, lijn: Lijn, soort: Soort | None) -> Soort | None:
        """Which of the two lines that were handed out this is, to the letter."""
        if self._oud is None:
            return None
        opdracht = opdracht_van(self._oud.opdracht, wie)
        teksten = {"doelen": realiseren(opdracht), "interventies": uitvoeren(opdracht)}
        mogelijk = [soort] if soort else list(teksten)
        return next((naam for naam in mogelijk if zelfde(teksten[naam], lijn.tekst)), None)

    def _mee(self, wie: Opdrachtnemer, soort: Soort, lijn: Lijn | None) -> list[Verwijzing]:
        """What it referred to, with the numbers that those items have now."""
        if self._oud is None:
            return []
        nu = {item.merk: item for item in getattr(self._nieuw, soort)}
        vroeger = {item.nummer: item for item in getattr(self._oud, soort)}
        oude: list[Verwijzing] = getattr(opdracht_van(self._oud.opdracht, wie), soort)
        paren = [(v, nu.get(vroeger[v.nummer].merk)) for v in oude if v.nummer in vroeger]
        mee = [_met_nieuwe_nummers(v, vroeger[v.nummer], item) for v, item in paren if item is not None]
        if lijn is not None and [v.nummer for v in mee] != [v.nummer for v in oude if v.nummer in vroeger]:
            self._meld(NUMMERS_BLIJVEN.format(regel=lijn.tekst[:_LANGSTE_REGEL]))
        return mee


def _met_nieuwe_nummers(verwijzing: Verwijzing, vroeger: Any, nu: Any) -> Verwijzing:
    oude_merken = {o.letter: o.merk for o in getattr(vroeger, "onderdelen", ())}
    letters = {o.merk: o.letter for o in getattr(nu, "onderdelen", ())}
    mee = (letters.get(oude_merken.get(letter)) for letter in verwijzing.onderdelen)
    return Verwijzing(nu.nummer, tuple(letter for letter in mee if letter), verwijzing.voorbehoud)


def _voeg_toe(lijst: list[Verwijzing], erbij: Iterable[Verwijzing]) -> None:
    bekend = {verwijzing.nummer for verwijzing in lijst}
    lijst += [verwijzing for verwijzing in erbij if verwijzing.nummer not in bekend]
