"""A notitie in the form in which it can be kept: every number once, every reference to something that exists.

What does not fit is not dropped but told in the toelichting of its probleemgebied, on a marked line.
Bringing a notitie in this form twice changes nothing.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from app.domain import structuur as s
from app.domain.notitie.verwijzingen import schrijf_verwijzingen
from app.domain.taal.letters import letter

MERK = "[Niet herkend]"
ZONDER_TEKST = "(zonder tekst)"
HOOGSTE_NUMMER = 9_999
LANGSTE_NAAM = 300
LANGSTE_KORT = 80
GROOTSTE_GETAL = Decimal(10) ** 14
KLEINSTE_STAP = Decimal("0.0001")
_LETTER = re.compile(r"[a-z]{1,3}")
Genummerd = TypeVar("Genummerd", s.Doel, s.Interventie)


def bewaarvorm(notitie: s.Notitie) -> s.Notitie:
    """Without losing a word; the original stays as it is."""
    meldingen: list[str] = []
    titel = _kort(notitie.titel.strip(), LANGSTE_NAAM, "Titel van de notitie", meldingen)
    versie = _kort(notitie.versie.strip(), LANGSTE_KORT, "Versie van de notitie", meldingen) if notitie.versie else None
    referentiejaar, doeljaar = _jaar(notitie.referentiejaar), _jaar(notitie.doeljaar)
    if referentiejaar and doeljaar and doeljaar < referentiejaar:
        meldingen.append(f"Doeljaar {doeljaar} ligt voor referentiejaar {referentiejaar}.")
        doeljaar = None
    gebieden = [_gebied(gebied, volgorde) for volgorde, gebied in enumerate(notitie.probleemgebieden, start=1)]
    if gebieden:
        gebieden[0].toelichting = _met_regels(gebieden[0].toelichting, meldingen)
    return replace(
        notitie,
        titel=titel,
        versie=versie or None,
        referentiejaar=referentiejaar,
        doeljaar=doeljaar,
        probleemgebieden=gebieden,
    )


def _gebied(bron: s.Probleemgebied, volgorde: int) -> s.Probleemgebied:
    meldingen: list[str] = []
    naam = _kort(bron.naam.strip(), LANGSTE_NAAM, "Naam van het probleemgebied", meldingen)
    in_lijst = bron.naam_in_lijst and _kort(bron.naam_in_lijst.strip(), LANGSTE_NAAM, "Naam in de lijst", meldingen)
    indicatoren = [replace(i, nummer=_los(i, meldingen)) for i in bron.indicatoren if i.tekst.strip()]
    bezet = {indicator.nummer for indicator in indicatoren}
    doelen = _nummer(bron.doelen, "Doel", bezet, meldingen)
    interventies = _nummer(bron.interventies, "Interventie", set(), meldingen)
    opdracht = {wie: _opdracht(bron, wie, bron.opdracht.get(wie) or s.Opdracht(), meldingen) for wie in s.Opdrachtnemer}
    return replace(
        bron,
        volgorde=volgorde,
        naam=naam or f"Probleemgebied {volgorde}",
        naam_in_lijst=in_lijst or None,
        ist=_gevuld(bron.ist),
        soll=_gevuld(bron.soll),
        doelen=[replace(doel, streefwaarde=streefwaarde_om_te_bewaren(doel.streefwaarde)) for doel in doelen],
        indicatoren=sorted(indicatoren, key=lambda indicator: indicator.nummer),
        interventies=[_met_letters(interventie, meldingen) for interventie in interventies],
        opdracht=opdracht,
        toelichting=_met_regels(bron.toelichting, meldingen),
    )


def _gevuld(teksten: Iterable[str]) -> list[str]:
    return [tekst for tekst in teksten if tekst.strip()]


def _kort(tekst: str, lengte: int, wat: str, meldingen: list[str]) -> str:
    if len(tekst) <= lengte:
        return tekst
    meldingen.append(f"{wat} is ingekort; er stond: {tekst}")
    return tekst[: lengte - 1].rstrip() + "…"


def _met_regels(toelichting: str, meldingen: list[str]) -> str:
    regels = [f"{MERK} {melding}" for melding in meldingen]
    nieuw = [regel for regel in dict.fromkeys(regels) if regel not in toelichting]
    return "\n".join(deel for deel in (toelichting, *nieuw) if deel)


def _jaar(jaar: int | None) -> int | None:
    return jaar if jaar in s.JAREN else None


def streefwaarde_om_te_bewaren(bron: s.Streefwaarde) -> s.Streefwaarde:
    """A figure that cannot be kept becomes none: the sentence of the doel still says it."""
    schoon = replace(bron, doeljaar=_jaar(bron.doeljaar), referentiejaar=_jaar(bron.referentiejaar))
    schoon = replace(schoon, eenheid=bron.eenheid[:LANGSTE_KORT] if bron.eenheid else None)
    grenzen = [grens for grens in (bron.min, bron.max) if grens is not None]
    te_groot = any(not grens.is_finite() or abs(grens) >= GROOTSTE_GETAL for grens in grenzen)
    if te_groot or sorted(grenzen) != grenzen:
        return s.Streefwaarde(doeljaar=schoon.doeljaar, referentiejaar=schoon.referentiejaar)
    if bron.open or bron.richting is s.Richting.KWALITATIEF:
        return replace(schoon, min=None, max=None)
    return replace(schoon, min=_afgerond(bron.min), max=_afgerond(bron.max))


def _afgerond(getal: Decimal | None) -> Decimal | None:
    if getal is None or getal == getal.to_integral_value():
        return getal
    return getal.quantize(KLEINSTE_STAP).normalize()


def _los(indicator: s.Indicator, meldingen: list[str]) -> int:
    if 0 <= indicator.nummer <= HOOGSTE_NUMMER:
        return indicator.nummer
    meldingen.append(f"Indicator met nummer {indicator.nummer}: {indicator.tekst}")
    return 0


def _nummer(bronnen: Sequence[Genummerd], soort: str, bezet: set[int], meldingen: list[str]) -> list[Genummerd]:
    """Two items with one number cannot both keep it: the second comes behind the last, on a number nobody refers to."""
    gebruikt: set[int] = set()
    dubbel: list[Genummerd] = []
    uit: list[Genummerd] = []
    for item in _met_tekst(bronnen):
        if item.nummer in gebruikt or not 1 <= item.nummer <= HOOGSTE_NUMMER:
            dubbel.append(item)
        else:
            gebruikt.add(item.nummer)
            uit.append(item)
    for item in dubbel:
        nummer = _eerste_vrije(gebruikt, bezet)
        wat = "stond er twee keer" if item.nummer in gebruikt else "heeft geen bruikbaar nummer"
        meldingen.append(f"{soort} {item.nummer} {wat}; dit is nu {soort.lower()} {nummer}: {item.tekst}")
        gebruikt.add(nummer)
        uit.append(replace(item, nummer=nummer))
    return sorted(uit, key=lambda item: item.nummer)


def _met_tekst(bronnen: Sequence[Genummerd]) -> list[Genummerd]:
    """An item without a word is left out, unless it has onderdelen."""
    gevuld = [item for item in bronnen if item.tekst.strip() or any(o.tekst.strip() for o in _onderdelen(item))]
    return [item if item.tekst.strip() else replace(item, tekst=ZONDER_TEKST) for item in gevuld]


def _onderdelen(item: s.Doel | s.Interventie) -> list[s.Onderdeel]:
    return item.onderdelen if isinstance(item, s.Interventie) else []


def _eerste_vrije(gebruikt: set[int], bezet: set[int]) -> int:
    nummer = max(gebruikt, default=0) + 1
    while nummer in bezet:
        nummer += 1
    return nummer


def _met_letters(bron: s.Interventie, meldingen: list[str]) -> s.Interventie:
    gebruikt: dict[str, s.Onderdeel] = {}
    dubbel = []
    for onderdeel in bron.onderdelen:
        if not onderdeel.tekst.strip():
            continue
        if onderdeel.letter in gebruikt or not _LETTER.fullmatch(onderdeel.letter):
            dubbel.append(onderdeel)
        else:
            gebruikt[onderdeel.letter] = onderdeel
    for onderdeel in dubbel:
        vrij = next(letter(n) for n in range(1, len(gebruikt) + 2) if letter(n) not in gebruikt)
        meldingen.append(
            f"Onderdeel '{onderdeel.letter}' van interventie {bron.nummer} is nu {vrij}: {onderdeel.tekst}"
        )
        gebruikt[vrij] = replace(onderdeel, letter=vrij)
    return replace(bron, onderdelen=sorted(gebruikt.values(), key=lambda o: _op_letter(o.letter)))


def _op_letter(teken: str) -> tuple[int, str]:
    return len(teken), teken


def _opdracht(bron: s.Probleemgebied, wie: s.Opdrachtnemer, opdracht: s.Opdracht, meldingen: list[str]) -> s.Opdracht:
    """References count by the numbers of the text itself, not by those that were given out here."""
    letters_bij: dict[int, set[str]] = {}
    for interventie in bron.interventies:
        letters = {onderdeel.letter for onderdeel in interventie.onderdelen if onderdeel.tekst.strip()}
        if interventie.tekst.strip() or letters:
            letters_bij.setdefault(interventie.nummer, letters)
    doelen: dict[int, set[str]] = {doel.nummer: set() for doel in bron.doelen if doel.tekst.strip()}

    def houd(soort: str, verwijzingen: list[s.Verwijzing], bestaat: dict[int, set[str]]) -> list[s.Verwijzing]:
        raak, mis = _splits(verwijzingen, bestaat)
        if mis:
            meldingen.append(_mis_zin(wie, soort, mis))
        return raak

    return s.Opdracht(
        opdrachten=_gevuld(opdracht.opdrachten),
        doelen=houd("doel", opdracht.doelen, doelen),
        interventies=houd("interventie", opdracht.interventies, letters_bij),
    )


def _mis_zin(wie: s.Opdrachtnemer, soort: str, mis: list[s.Verwijzing]) -> str:
    if len(mis) == 1:
        return f"Opdracht {wie.label} noemt {soort} {schrijf_verwijzingen(mis)}, maar dat nummer staat er niet."
    meer = {"doel": "doelen", "interventie": "interventies"}[soort]
    return f"Opdracht {wie.label} noemt {meer} {schrijf_verwijzingen(mis)}, maar die nummers staan er niet."


def _splits(
    verwijzingen: list[s.Verwijzing], bestaat: dict[int, set[str]]
) -> tuple[list[s.Verwijzing], list[s.Verwijzing]]:
    """What points to something, merged per number and in order; and what points to nothing."""
    raak: dict[int, s.Verwijzing] = {}
    mis = []
    for verwijzing in verwijzingen:
        letters = bestaat.get(verwijzing.nummer)
        if letters is None or not 1 <= verwijzing.nummer <= HOOGSTE_NUMMER:
            mis.append(verwijzing)
            continue
        onbekend = tuple(letter_ for letter_ in verwijzing.onderdelen if letter_ not in letters)
        if onbekend:
            mis.append(replace(verwijzing, onderdelen=onbekend))
        bekend = replace(verwijzing, onderdelen=tuple(x for x in verwijzing.onderdelen if x in letters))
        raak[verwijzing.nummer] = _samen(raak.get(verwijzing.nummer), bekend)
    return [raak[nummer] for nummer in sorted(raak)], mis


def _samen(eerder: s.Verwijzing | None, nieuw: s.Verwijzing) -> s.Verwijzing:
    onderdelen = {*(eerder.onderdelen if eerder else ()), *nieuw.onderdelen}
    return s.Verwijzing(
        nieuw.nummer,
        tuple(sorted(onderdelen, key=_op_letter)),
        nieuw.voorbehoud and (eerder is None or eerder.voorbehoud),
    )


def aanpassingen(bron: s.Notitie) -> list[tuple[str, str]]:
    """What `bewaarvorm` tells in a toelichting: the name of the probleemgebied and the sentence, without the mark."""
    uit = []
    for oud, nieuw in zip(bron.probleemgebieden, bewaarvorm(bron).probleemgebieden, strict=True):
        regels = nieuw.toelichting.removeprefix(oud.toelichting).strip()
        uit += [(nieuw.naam, regel.strip()) for regel in regels.split(MERK) if regel.strip()]
    return uit


def zelfde_gemeente(een: str, ander: str) -> bool:
    """ "gemeente Het Hogeland" is "Hogeland"; capitals and articles say nothing."""
    return _kern_gemeente(een) == _kern_gemeente(ander)


def _kern_gemeente(naam: str) -> str:
    return re.sub(r"^(?:gemeente\s+)?(?:(?:het|de|'t|’t)\s+)?", "", " ".join(naam.casefold().split()))
