"""Small counts beside each other: the figures of gemeenten in a regio, and figures that may be their total.

Each gemeente hides its own small counts (see `afscherming`); a figure of the regio could still give one away, with the
figures of the other gemeenten. That it is their total is not known, and taken for true.
"""

from collections.abc import Collection, Hashable, Mapping
from decimal import Decimal
from typing import TypeVar

from app.domain.cijfers.onderdrukking import Som, Zicht, onderdruk

Sleutel = TypeVar("Sleutel", bound=Hashable)


def scherm_regio_af(
    waarden: Mapping[Sleutel, Decimal],
    zicht: Mapping[Sleutel, Zicht],
    *,
    gemeenten: Collection[Sleutel],
    totalen: Collection[Sleutel],
    bekend: Collection[Sleutel],
    drempel: int,
) -> dict[Sleutel, Zicht]:
    """What is hidden: all of `zicht`, and what would give that away.

    `totalen`: the figures that may hold several of `gemeenten`. `bekend`: what the reader sees elsewhere anyway;
    hiding that helps nobody, so another figure goes instead.
    """
    uit: dict[Sleutel, Zicht] = {cel: wat for cel, wat in zicht.items() if wat is not Zicht.OPEN}
    for totaal in totalen if uit else ():
        if totaal not in uit:
            uit |= _rond_totaal(waarden, uit, totaal, gemeenten, bekend, drempel)
    return uit


def _rond_totaal(
    waarden: Mapping[Sleutel, Decimal],
    verborgen: Mapping[Sleutel, Zicht],
    totaal: Sleutel,
    gemeenten: Collection[Sleutel],
    bekend: Collection[Sleutel],
    drempel: int,
) -> dict[Sleutel, Zicht]:
    """What the reader knows is taken off the total, so that only the rest can be hidden."""
    delen = [cel for cel in gemeenten if cel != totaal and cel in waarden and waarden[cel] <= waarden[totaal]]
    gekend = [cel for cel in delen if cel in bekend and cel not in verborgen]
    rest = [cel for cel in delen if cel not in gekend]
    if not any(cel in verborgen for cel in rest):
        return {}
    over = waarden[totaal] - sum(waarden[cel] for cel in gekend)
    cellen = {**{cel: waarden[cel] for cel in rest}, totaal: max(over, Decimal(0))}
    som = Som(totaal, tuple(rest))
    dicht = {c for c, wat in onderdruk(cellen, [som], drempel=drempel).items() if wat is not Zicht.OPEN}
    dicht |= {cel for cel in rest if cel in verborgen}
    if len(dicht) == 1:
        # Hidden for what it would tell elsewhere, and large itself: it needs company as well.
        dicht |= set(
            sorted((c for c in rest if c not in dicht and waarden[c]), key=lambda c: waarden[c])[:1] or [totaal]
        )
    return {cel: Zicht.MEE for cel in dicht if cel not in verborgen}
