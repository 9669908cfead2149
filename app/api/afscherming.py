"""What the holder of a key sees instead of a figure that is hidden from him."""

from collections.abc import Sequence

from app.domain.onderdrukking import toon_afgeschermd
from app.models import ApiToken, Indicator, Meting
from app.models.basis import Sessie
from app.services.indicatoren.afscherming import afgeschermde_metingen


def weergaven(session: Sessie, sleutel: ApiToken, indicator: Indicator, metingen: Sequence[Meting]) -> dict[int, str]:
    """Per id of a meting that is hidden what is shown in its place.

    The figures of another organisatie keep their own threshold, whatever a key may see at home.
    """
    drempels = {m.organisatie_id: m.reeks.organisatie.drempel for m in metingen if not _ziet_alles(sleutel, m)}
    if not drempels:
        return {}
    van, tot = min(m.van for m in metingen), max(m.tot for m in metingen)
    zicht = afgeschermde_metingen(session, indicator, organisatie_ids=drempels, van=van, tot=tot)
    return {
        m.id: toon_afgeschermd(zicht[m.id], drempels[m.organisatie_id])
        for m in metingen
        if m.id in zicht and m.organisatie_id in drempels
    }


def _ziet_alles(sleutel: ApiToken, meting: Meting) -> bool:
    return sleutel.ziet_kleine_aantallen and meting.organisatie_id == sleutel.organisatie_id
