"""Rules about the texts and numbers of a probleemgebied."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from app.domain.structuur import Bevinding, Indicator, Interventie, Notitie, Probleemgebied
from app.domain.taal.gelijkenis import gelijkenis, kernwoorden

MINSTE_GELIJKENIS = 0.5
MEESTE_GELIJKENIS_EIGEN = 0.4
MINSTE_VERSCHIL = 0.35
MEESTE_GATEN = 20

_OPEN_WAARDE = re.compile(
    r"€ ?[xX]{1,3}(?!\w)|(?<![\w.-])[xX]{1,3} ?(?:%|procent|euro|fte|uur|weken|maanden)(?!\w)"
    r"|(?<![\w-])X{1,3} (?=[a-zé]{3})"
    r"|\b(?:met|tot|van|naar|voor|aantal|ad) [xX]{1,3}(?=[ .,;)]|$)"
)
_LABEL_VOOR_X = re.compile(
    r"\b(?:fase|generatie|project|type|deel|bijlage|artikel|hoofdstuk|niveau|leerling|persoon|groep|cliënt) $",
    re.IGNORECASE,
)


def indicator_past_bij_ander_doel(gebied: Probleemgebied, _: Notitie | None = None) -> Iterator[Bevinding]:
    """The words of the indicator are clearly more those of another doel than of the doel with its number."""
    doelen = {doel.nummer: kernwoorden(doel.tekst) for doel in gebied.doelen}
    for indicator in gebied.indicatoren:
        if indicator.nummer not in doelen:
            continue
        beter = _beter_doel(indicator, doelen)
        if beter is not None:
            zin = (
                f"Indicator {indicator.nummer} van '{gebied.naam}' lijkt te horen bij doel {beter}, "
                f"niet bij doel {indicator.nummer}: kijk het nummer na."
            )
            yield Bevinding("indicator-past-bij-ander-doel", gebied.naam, "indicator", indicator.nummer, zin)


def _beter_doel(indicator: Indicator, doelen: dict[int, frozenset[str]]) -> int | None:
    woorden = kernwoorden(indicator.tekst)
    lijkt_op = {nummer: gelijkenis(woorden, doel) for nummer, doel in doelen.items()}
    beste = max(lijkt_op, key=lambda nummer: (lijkt_op[nummer], nummer == indicator.nummer, -nummer))
    eigen = lijkt_op[indicator.nummer]
    duidelijk = lijkt_op[beste] >= MINSTE_GELIJKENIS and lijkt_op[beste] - eigen >= MINSTE_VERSCHIL
    return beste if duidelijk and eigen <= MEESTE_GELIJKENIS_EIGEN else None


def interventie_open_waarde(gebied: Probleemgebied, _: Notitie | None = None) -> Iterator[Bevinding]:
    for interventie in gebied.interventies:
        plekken = list(_open_plekken(interventie))
        if plekken:
            wat = f"Interventie {interventie.nummer} van '{gebied.naam}'"
            zin = f"{wat} heeft nog een X{_bij(plekken)}: vul de waarde in."
            yield Bevinding("interventie-open-waarde", gebied.naam, "interventie", interventie.nummer, zin)


def _open_plekken(interventie: Interventie) -> Iterator[str]:
    """ "" for the text of the interventie itself, the letter for an onderdeel."""
    if heeft_open_waarde(interventie.tekst):
        yield ""
    for onderdeel in interventie.onderdelen:
        if heeft_open_waarde(onderdeel.tekst):
            yield onderdeel.letter


def heeft_open_waarde(tekst: str) -> bool:
    """Whether an X stands where a figure must come."""
    return any(not _LABEL_VOOR_X.search(tekst[: treffer.start()][-20:]) for treffer in _OPEN_WAARDE.finditer(tekst))


def _bij(plekken: Sequence[str]) -> str:
    letters = [plek for plek in plekken if plek]
    return f" bij onderdeel {' en '.join(letters)}" if letters else ""


def naam_wijkt_af(gebied: Probleemgebied, _: Notitie | None = None) -> Iterator[Bevinding]:
    if gebied.naam_in_lijst is not None and gebied.naam_in_lijst.strip() != gebied.naam.strip():
        zin = f"'{gebied.naam}' heet in de lijst met prioriteiten '{gebied.naam_in_lijst}': kies één naam."
        yield Bevinding("naam-wijkt-af", gebied.naam, "probleemgebied", gebied.volgorde, zin)


def indicator_zonder_doel(gebied: Probleemgebied, _: Notitie | None = None) -> Iterator[Bevinding]:
    doelen = {doel.nummer for doel in gebied.doelen}
    for indicator in gebied.indicatoren:
        if indicator.nummer not in doelen:
            nummer = indicator.nummer
            zin = f"Indicator {nummer} van '{gebied.naam}' hoort bij geen doel: er is geen doel {nummer}."
            yield Bevinding("indicator-zonder-doel", gebied.naam, "indicator", nummer, zin)


def _nummers(gebied: Probleemgebied) -> Iterator[tuple[str, str, list[int]]]:
    yield "doel", "Doel", [doel.nummer for doel in gebied.doelen]
    yield "interventie", "Interventie", [interventie.nummer for interventie in gebied.interventies]


def nummer_dubbel(gebied: Probleemgebied, _: Notitie | None = None) -> Iterator[Bevinding]:
    """Two indicatoren may carry one number: a doel may have more than one."""
    for soort, kop, nummers in _nummers(gebied):
        for nummer, keer in Counter(nummers).items():
            if keer > 1:
                zin = f"{kop} {nummer} van '{gebied.naam}' komt {keer} keer voor: geef elk een eigen nummer."
                yield Bevinding("nummer-dubbel", gebied.naam, soort, nummer, zin)
    yield from _letter_dubbel(gebied)


def _letter_dubbel(gebied: Probleemgebied) -> Iterator[Bevinding]:
    for interventie in gebied.interventies:
        for letter, keer in Counter(onderdeel.letter for onderdeel in interventie.onderdelen).items():
            if keer > 1:
                wat = f"Onderdeel {letter} van interventie {interventie.nummer} van '{gebied.naam}'"
                zin = f"{wat} komt {keer} keer voor: geef elk een eigen letter."
                yield Bevinding("nummer-dubbel", gebied.naam, "interventie", interventie.nummer, zin)


def nummer_overgeslagen(gebied: Probleemgebied, _: Notitie | None = None) -> Iterator[Bevinding]:
    """One Bevinding per missing number, up to MEESTE_GATEN: a slip like "doel 2000" must not fill the screen."""
    for soort, kop, nummers in _nummers(gebied):
        aanwezig = set(nummers)
        hoogste = min(max(nummers, default=0), len(aanwezig) + MEESTE_GATEN)
        for nummer in (nummer for nummer in range(1, hoogste) if nummer not in aanwezig):
            zin = f"{kop} {nummer} van '{gebied.naam}' ontbreekt: het nummer is overgeslagen."
            yield Bevinding("nummer-overgeslagen", gebied.naam, soort, nummer, zin)


def probleemgebied_zonder_doelen(gebied: Probleemgebied, _: Notitie | None = None) -> Iterator[Bevinding]:
    if not gebied.doelen:
        zin = f"'{gebied.naam}' heeft nog geen doelen."
        yield Bevinding("probleemgebied-zonder-doelen", gebied.naam, "probleemgebied", gebied.volgorde, zin)


def lege_tekst(gebied: Probleemgebied, _: Notitie | None = None) -> Iterator[Bevinding]:
    regels: list[tuple[str, int, str]] = [("doel", doel.nummer, doel.tekst) for doel in gebied.doelen]
    regels += [("indicator", indicator.nummer, indicator.tekst) for indicator in gebied.indicatoren]
    regels += [("interventie", interventie.nummer, interventie.tekst) for interventie in gebied.interventies]
    for soort, nummer, tekst in regels:
        if not tekst.strip():
            zin = f"{soort.capitalize()} {nummer} van '{gebied.naam}' heeft geen tekst."
            yield Bevinding("lege-tekst", gebied.naam, soort, nummer, zin)
    for interventie in gebied.interventies:
        for onderdeel in interventie.onderdelen:
            if not onderdeel.tekst.strip():
                wat = f"Onderdeel {onderdeel.letter} van interventie {interventie.nummer} van '{gebied.naam}'"
                zin = f"{wat} heeft geen tekst."
                yield Bevinding("lege-tekst", gebied.naam, "interventie", interventie.nummer, zin)
