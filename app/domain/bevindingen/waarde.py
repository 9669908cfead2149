"""Rules about what a doel promises: its figure, its years and whether anything measures it."""

from collections.abc import Iterator

from app.domain.structuur import Bevinding, Doel, Notitie, Probleemgebied, Richting


def _bevinding(code: str, gebied: Probleemgebied, doel: Doel, vervolg: str) -> Bevinding:
    return Bevinding(code, gebied.naam, "doel", doel.nummer, f"Doel {doel.nummer} van '{gebied.naam}' {vervolg}")


def doel_open_waarde(gebied: Probleemgebied, _: Notitie | None = None) -> Iterator[Bevinding]:
    for doel in gebied.doelen:
        if doel.streefwaarde.open:
            yield _bevinding(
                "doel-open-waarde", gebied, doel, "heeft nog geen getal: vul in wat er moet worden bereikt."
            )


def doel_zonder_indicator(gebied: Probleemgebied, _: Notitie | None = None) -> Iterator[Bevinding]:
    """A kwalitatief doel has nothing to count, so it needs no indicator."""
    gemeten = {indicator.nummer for indicator in gebied.indicatoren}
    for doel in gebied.doelen:
        if doel.nummer not in gemeten and doel.streefwaarde.richting is not Richting.KWALITATIEF:
            yield _bevinding(
                "doel-zonder-indicator", gebied, doel, "heeft geen indicator: nu is niet te zien of het wordt gehaald."
            )


def doel_zonder_referentiejaar(gebied: Probleemgebied, _: Notitie | None = None) -> Iterator[Bevinding]:
    for doel in gebied.doelen:
        waarde = doel.streefwaarde
        if waarde.richting in (Richting.DALING, Richting.STIJGING) and waarde.referentiejaar is None:
            yield _bevinding(
                "doel-zonder-referentiejaar",
                gebied,
                doel,
                f"noemt een {waarde.richting.value}, maar niet vergeleken met welk jaar.",
            )


def doel_zonder_doeljaar(gebied: Probleemgebied, notitie: Notitie | None = None) -> Iterator[Bevinding]:
    if notitie is not None and notitie.doeljaar is not None:
        return
    for doel in gebied.doelen:
        waarde = doel.streefwaarde
        if waarde.richting is not Richting.KWALITATIEF and waarde.doeljaar is None:
            yield _bevinding("doel-zonder-doeljaar", gebied, doel, "zegt niet in welk jaar het moet zijn gehaald.")


def doeljaar_voor_referentiejaar(gebied: Probleemgebied, notitie: Notitie | None = None) -> Iterator[Bevinding]:
    """A year that the doel does not name itself comes from the notitie; two years of the notitie are not its fault."""
    for doel in gebied.doelen:
        eigen = doel.streefwaarde
        doeljaar = eigen.doeljaar or (notitie.doeljaar if notitie else None)
        referentiejaar = eigen.referentiejaar or (notitie.referentiejaar if notitie else None)
        if not doeljaar or not referentiejaar or not (eigen.doeljaar or eigen.referentiejaar):
            continue
        if eigen.richting is Richting.NIVEAU and eigen.referentiejaar is None:
            continue
        if doeljaar <= referentiejaar:
            yield _bevinding(
                "doeljaar-voor-referentiejaar",
                gebied,
                doel,
                f"moet gehaald zijn in {doeljaar}, maar dat ligt niet na het referentiejaar {referentiejaar}.",
            )
