"""Rules about who carries a doel or interventie."""

from collections.abc import Iterator

from app.domain.structuur import Bevinding, Interventie, Notitie, Opdracht, Opdrachtnemer, Probleemgebied, Verwijzing


def _opdracht(gebied: Probleemgebied, opdrachtnemer: Opdrachtnemer) -> Opdracht:
    return gebied.opdracht.get(opdrachtnemer, Opdracht())


def _lijst(opdracht: Opdracht, soort: str) -> list[Verwijzing]:
    return opdracht.doelen if soort == "doel" else opdracht.interventies


def gedeelde_opdracht(gebied: Probleemgebied, _: Notitie | None = None) -> Iterator[Bevinding]:
    """Both opdrachtnemers carry it. Different onderdelen of one interventie are a division, not a shared opdracht."""
    for soort in ("doel", "interventie"):
        rigg = _lijst(_opdracht(gebied, Opdrachtnemer.RIGG), soort)
        for verwijzing in _lijst(_opdracht(gebied, Opdrachtnemer.LOKAAL), soort):
            if any(_overlapt(verwijzing, ander) for ander in rigg):
                wat = f"{soort.capitalize()} {verwijzing.nummer} van '{gebied.naam}'"
                zin = f"{wat} is een opdracht voor Lokaal én RIGG: spreek af wie wat doet."
                yield Bevinding("gedeelde-opdracht", gebied.naam, soort, verwijzing.nummer, zin)


def _overlapt(een: Verwijzing, ander: Verwijzing) -> bool:
    if een.nummer != ander.nummer:
        return False
    return not een.onderdelen or not ander.onderdelen or bool(set(een.onderdelen) & set(ander.onderdelen))


def doel_zonder_opdrachtnemer(gebied: Probleemgebied, _: Notitie | None = None) -> Iterator[Bevinding]:
    gedragen = _gedragen(gebied, "doel")
    for doel in gebied.doelen:
        if doel.nummer not in gedragen:
            zin = f"Doel {doel.nummer} van '{gebied.naam}' heeft geen opdrachtnemer: kies Lokaal of RIGG."
            yield Bevinding("doel-zonder-opdrachtnemer", gebied.naam, "doel", doel.nummer, zin)


def _gedragen(gebied: Probleemgebied, soort: str) -> set[int]:
    return {verwijzing.nummer for opdracht in gebied.opdracht.values() for verwijzing in _lijst(opdracht, soort)}


def interventie_zonder_opdrachtnemer(gebied: Probleemgebied, _: Notitie | None = None) -> Iterator[Bevinding]:
    gedragen = _gedragen(gebied, "interventie")
    for interventie in gebied.interventies:
        plek = f"van '{gebied.naam}'"
        if interventie.nummer not in gedragen:
            zin = f"Interventie {interventie.nummer} {plek} heeft geen opdrachtnemer: kies Lokaal of RIGG."
        elif letters := _niet_verdeeld(gebied, interventie):
            wat = "Onderdeel" if len(letters) == 1 else "De onderdelen"
            heeft = "heeft" if len(letters) == 1 else "hebben"
            zin = f"{wat} {_som_op(letters)} van interventie {interventie.nummer} {plek} {heeft} geen opdrachtnemer."
        else:
            continue
        yield Bevinding("interventie-zonder-opdrachtnemer", gebied.naam, "interventie", interventie.nummer, zin)


def _niet_verdeeld(gebied: Probleemgebied, interventie: Interventie) -> list[str]:
    """The onderdelen nobody carries, when the interventie is given out by onderdeel."""
    verdeeld: set[str] = set()
    for opdracht in gebied.opdracht.values():
        for verwijzing in opdracht.interventies:
            if verwijzing.nummer == interventie.nummer:
                if not verwijzing.onderdelen:
                    return []
                verdeeld |= set(verwijzing.onderdelen)
    return [onderdeel.letter for onderdeel in interventie.onderdelen if onderdeel.letter not in verdeeld]


def _som_op(letters: list[str]) -> str:
    return letters[0] if len(letters) == 1 else f"{', '.join(letters[:-1])} en {letters[-1]}"


def verwijzing_naar_onbekend_nummer(gebied: Probleemgebied, _: Notitie | None = None) -> Iterator[Bevinding]:
    """A toewijzing to a doel, interventie or onderdeel that does not exist."""
    doelen = {doel.nummer: set[str]() for doel in gebied.doelen}
    interventies = {i.nummer: {onderdeel.letter for onderdeel in i.onderdelen} for i in gebied.interventies}
    for opdrachtnemer in Opdrachtnemer:
        opdracht = _opdracht(gebied, opdrachtnemer)
        for soort, bekend in (("doel", doelen), ("interventie", interventies)):
            for verwijzing in _lijst(opdracht, soort):
                if wat := _onbekend(verwijzing, soort, bekend):
                    zin = (
                        f"De opdracht van {opdrachtnemer.label} bij '{gebied.naam}' verwijst naar {wat}, "
                        "maar dat staat er niet."
                    )
                    code = "verwijzing-naar-onbekend-nummer"
                    yield Bevinding(code, gebied.naam, soort, verwijzing.nummer, zin)


def _onbekend(verwijzing: Verwijzing, soort: str, bekend: dict[int, set[str]]) -> str:
    """What the verwijzing names and is not there, as words; "" when all is there."""
    if verwijzing.nummer not in bekend:
        return f"{soort} {verwijzing.nummer}"
    letters = [letter for letter in verwijzing.onderdelen if letter not in bekend[verwijzing.nummer]]
    return f"onderdeel {_som_op(letters)} van {soort} {verwijzing.nummer}" if letters else ""
