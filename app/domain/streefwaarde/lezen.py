"""Reads the figures out of the sentence of a doel, and says them back in plain words.

The steps: make the text uniform; take out the years; mask the figures that are something else (an age,
a frequency, a label); weigh the figures that are left; read of the chosen one its bounds, its
direction and its unit. What cannot be read with certainty is kwalitatief.

"Van 11 naar 4 weken" is a niveau of 4 weken: a daling or stijging is an amount of change ("7 weken minder")
and the sentence promises the level. The 11 is the situation now, which belongs to the nulmeting of the indicator.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from app.domain.streefwaarde.figuren import Figuur, masker, vind_figuren
from app.domain.streefwaarde.in_woorden import in_woorden
from app.domain.streefwaarde.jaren import kies_doeljaar, kies_referentiejaar, lees_jaren
from app.domain.streefwaarde.zinsdeel import Zinsdeel, lees_zinsdeel
from app.domain.structuur import Richting, Streefwaarde
from app.domain.taal.getallen import normaliseer

__all__ = ["in_woorden", "lees_streefwaarde"]

_PUNTEN = re.compile(r"(?<![\w.])(?:[a-z]\.){2,}(?:[a-z](?!\w))?")
_AFKORTING = re.compile(r"(?<!\w)(ca|max|min|nr|art|bijv|incl|excl|mln|mld|gem|blz|mw|dhr|resp|nl|evt|o\.a|m\.n)\.")
_EEN_MET_ACCENT = re.compile(r"\b(?:eén|éen)\b")
_X_TOT_Y = re.compile(r"(?<![\w-])x{1,2} ?(?:-|tot|à) ?[xy]{1,2}(?![\w-])")
_GRENS_TUSSEN_HAKEN = re.compile(r"\((minimaal|minstens|ten minste|maximaal|hoogstens|circa|ongeveer)\) ?(?=[\d€x])")
_KORT_JAAR = re.compile(r"\b(in|eind|tov|van) '(\d\d)(?![\w%])")
_KWARTAAL = re.compile(r"\b(?:q[1-4]|[1-4]e kwartaal) (?:van )?(?=20\d\d(?!\d))")
_PLUS_VOORAAN = re.compile(r"^\+ ?(?=\d)")
_ZINSGRENS = re.compile(r"[.;!?()](?=[ .)]|$)|[()]")


@dataclass(frozen=True, slots=True)
class _Kandidaat:
    figuur: Figuur
    zinsdeel: Zinsdeel


def lees_streefwaarde(tekst: str) -> Streefwaarde:
    """The Streefwaarde that the text of a doel states. Never raises; a text without figure keeps its years."""
    schoon = _maak_gelijk(tekst)
    jaren, zonder_jaren = lees_jaren(schoon)
    gemaskerd = masker(zonder_jaren)
    kandidaten = [_Kandidaat(f, _zinsdeel(gemaskerd, f, vorige)) for f, vorige in _met_vorige(vind_figuren(gemaskerd))]
    gekozen = _kies(kandidaten, heeft_doeljaar=kies_doeljaar(jaren, None) is not None)
    if gekozen is None:
        return Streefwaarde(
            doeljaar=kies_doeljaar(jaren, None), referentiejaar=kies_referentiejaar(jaren, is_verandering=False)
        )
    richting, bereik = gekozen.zinsdeel.richting, gekozen.figuur.bereik
    laag, hoog = _grenzen(gekozen)
    return Streefwaarde(
        richting=richting,
        min=laag,
        max=hoog,
        eenheid=gekozen.zinsdeel.eenheid,
        doeljaar=kies_doeljaar(jaren, (bereik.begin, bereik.eind), erna=bereik.startwaarde is not None),
        referentiejaar=kies_referentiejaar(jaren, is_verandering=richting is not Richting.NIVEAU),
        open=bereik.open,
    )


def _maak_gelijk(tekst: str) -> str:
    """Lower case, abbreviations without dots: every dot left ends a sentence or stands in a figure."""
    klein = "".join(klein if len(klein := teken.lower()) == 1 else teken for teken in normaliseer(tekst))
    klein = _AFKORTING.sub(r"\1", klein)
    klein = _EEN_MET_ACCENT.sub("één", klein)
    klein = _X_TOT_Y.sub("x", klein)
    klein = _PUNTEN.sub(lambda treffer: treffer.group().replace(".", ""), klein)
    for patroon, vorm in (
        (_GRENS_TUSSEN_HAKEN, r"\1 "),
        (_KORT_JAAR, r"\1 20\2"),
        (_KWARTAAL, ""),
        (_PLUS_VOORAAN, "stijging van "),
    ):
        klein = patroon.sub(vorm, klein)
    return klein


def _met_vorige(figuren: list[Figuur]) -> list[tuple[Figuur, int]]:
    """Each figure with the place where the figure before it ends."""
    einden = [0, *(figuur.bereik.eind for figuur in figuren)]
    return list(zip(figuren, einden, strict=False))


def _zinsdeel(tekst: str, figuur: Figuur, vorige: int) -> Zinsdeel:
    bereik = figuur.bereik
    voor, na = tekst[vorige : bereik.begin], tekst[bereik.eind : bereik.eind + 160]
    grenzen = list(_ZINSGRENS.finditer(voor))
    begin = vorige + (grenzen[-1].end() if grenzen else 0)
    einde = _ZINSGRENS.search(na)
    return lees_zinsdeel(
        figuur,
        voor=tekst[begin : bereik.begin][-200:],
        na=na[: einde.start()] if einde else na,
        opent=vorige == 0 or bool(grenzen),
        tussen_haken=tekst.count("(", 0, bereik.begin) > tekst.count(")", 0, bereik.begin),
    )


def _kies(kandidaten: list[_Kandidaat], heeft_doeljaar: bool) -> _Kandidaat | None:
    """The first figure that can be the target; one mentioned in passing only with a year or a bound to hold it."""
    bruikbaar = [kandidaat for kandidaat in kandidaten if not kandidaat.zinsdeel.valt_af]
    hoofdzaak = [kandidaat for kandidaat in bruikbaar if not kandidaat.zinsdeel.bijzaak]
    if hoofdzaak:
        return hoofdzaak[0]
    vast = [kandidaat for kandidaat in bruikbaar if heeft_doeljaar or kandidaat.zinsdeel.grens]
    return vast[0] if vast else None


def _grenzen(kandidaat: _Kandidaat) -> tuple[Decimal | None, Decimal | None]:
    """A bound in words ("minimaal") opens the other side, unless the figure is a band already."""
    bereik = kandidaat.figuur.bereik
    if bereik.min != bereik.max or kandidaat.zinsdeel.grens == "":
        return bereik.min, bereik.max
    return (bereik.min, None) if kandidaat.zinsdeel.grens == "min" else (None, bereik.max)
