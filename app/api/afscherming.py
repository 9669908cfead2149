"""What the holder of a key sees instead of a figure that is hidden from him."""

from collections.abc import Sequence

from app.auth.bereik import bruikbare_reeks
from app.domain.cijfers.onderdrukking import toon_afgeschermd
from app.models import ApiToken, Indicator, Meting
from app.models.basis import Sessie
from app.services.indicatoren.afscherming import verborgen_metingen
from app.services.indicatoren.kijker import Kijker


def weergaven(session: Sessie, sleutel: ApiToken, indicator: Indicator, metingen: Sequence[Meting]) -> dict[int, str]:
    """Per id of a meting that is hidden what is shown in its place.

    The figures of another organisatie keep their own threshold, whatever a key may see at home. What is hidden does
    not depend on which of the figures are asked for.
    """
    if not metingen:
        return {}
    verborgen = verborgen_metingen(
        session,
        indicator,
        kijker=Kijker(sleutel.organisatie_id, sleutel.ziet_kleine_aantallen),
        zichtbaar=bruikbare_reeks(sleutel.organisatie),
        van=min(m.van for m in metingen),
        tot=max(m.tot for m in metingen),
    )
    return {m.id: toon_afgeschermd(verborgen[m.id], m.reeks.organisatie.drempel) for m in metingen if m.id in verborgen}
