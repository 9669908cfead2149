"""From what was typed in the grid to what is stored: checked as a whole, saved in one go, and undone in one go."""

from collections.abc import Sequence
from typing import Any

from flask import url_for
from flask_login import current_user

from app.auth.dader import dader
from app.domain.persoonsgegevens.burgerservicenummer import bezwaar_tegen
from app.indicatoren.invullen_lezen import Wens
from app.indicatoren.invullen_rooster import Rooster, toon_stand
from app.models import Verwijdering, db
from app.services.indicatoren.metingen_ongedaan import onthoud
from app.services.indicatoren.metingen_opslaan import Opgeslagen, sla_metingen_op
from app.services.indicatoren.metingen_verwijderen import verwijder_metingen

GENOEMD = 3


def controleer(rooster: Rooster, wensen: Sequence[Wens]) -> list[Wens]:
    """What really changes something. Says in `rooster` when a reason is missing."""
    anders = [wens for wens in wensen if not wens.zelfde]
    verandert = [wens for wens in anders if wens.verandert]
    if verandert and not rooster.reden:
        rooster.reden_fout = _vraag_reden(verandert)
    elif bezwaar := bezwaar_tegen(rooster.reden, "de reden"):
        rooster.reden_fout = bezwaar
    return anders


def _vraag_reden(verandert: Sequence[Wens]) -> str:
    """With the first ones by name: after pasting a block nobody knows which those are."""
    aantal = len(verandert)
    wat = (
        "Er verandert 1 cijfer dat er al stond" if aantal == 1 else f"Er veranderen {aantal} cijfers die er al stonden"
    )
    genoemd = [_verandering(wens) for wens in verandert[:GENOEMD]]
    meer = f"; en nog {aantal - GENOEMD}" if aantal > GENOEMD else ""
    return f"{wat}: {'; '.join(genoemd)}{meer}. Schrijf op waarom."


def _verandering(wens: Wens) -> str:
    nieuw = toon_stand(wens.waarde, wens.voorlopig)
    return f"{wens.cel.plek} van {wens.cel.stand} naar {nieuw or 'leeg'}"


def bewaar(rooster: Rooster, wensen: Sequence[Wens]) -> tuple[str, Verwijdering | None]:
    """The sentence that says what was done, and what undoes it; None when there was nothing to do."""
    if not wensen:
        return "Er is niets gewijzigd.", None
    vast: dict[str, Any] = {"door": dader(), "reden": rooster.reden}
    opgeslagen = sla_metingen_op(
        db.session(),
        organisatie_id=current_user.organisatie_id,
        metingen=[wens.als_meting(rooster) for wens in wensen if wens.waarde is not None],
        **vast,
    )
    weg = [wens.cel.rij.id for wens in wensen if wens.waarde is None and wens.cel.rij is not None]
    verwijderd = verwijder_metingen(db.session(), ids=weg, **vast)
    opslag = onthoud(
        db.session(),
        organisatie_id=current_user.organisatie_id,
        indicator_ids=[wens.cel.indicator.id for wens in wensen],
        opgeslagen=opgeslagen,
        verwijderd=verwijderd,
        terug=url_for(".invullen", **rooster.keuze.in_adres()),
        door=dader(),
    )
    _toon_opgeslagen(rooster, wensen)
    return _zin(opgeslagen, len(verwijderd)), opslag


def _toon_opgeslagen(rooster: Rooster, wensen: Sequence[Wens]) -> None:
    """On the page that still shows the cells that were wrong, the others start from what they say now."""
    rooster.reden = ""
    for wens in wensen:
        wens.cel.tekst = wens.cel.basis = toon_stand(wens.waarde, wens.voorlopig)


def _zin(opgeslagen: Opgeslagen, verwijderd: int) -> str:
    delen = [
        (len(opgeslagen.nieuw), "nieuw"),
        (len(opgeslagen.gewijzigd), "gewijzigd"),
        (verwijderd, "verwijderd"),
    ]
    totaal = sum(aantal for aantal, _ in delen)
    wat = ", ".join(f"{aantal} {woord}" for aantal, woord in delen if aantal)
    return f"{'1 cijfer' if totaal == 1 else f'{totaal} cijfers'} opgeslagen: {wat}."
