"""The kinds of things that can be in the prullenbak: what people call them, and the right to put them back."""

from typing import NamedTuple

from app.auth.rechten import Recht
from app.services.indicatoren.indicator_beheren import SOORT as GEMETEN_INDICATOR
from app.services.notities.items import SOORTEN as ITEMS
from app.services.notities.probleemgebied_beheren import SOORT as PROBLEEMGEBIED
from app.services.rapporten.verwijderen import BLOK, HOOFDSTUK
from app.services.verwijderd.prullenbak import METING
from app.services.voortgang.verwijderen import MAATREGEL, REGEL, THEMA


class Soort(NamedTuple):
    label: str
    recht: Recht


SOORTEN: dict[str, Soort] = {
    PROBLEEMGEBIED: Soort("Probleemgebied", Recht.NOTITIES_BEWERKEN),
    **{code: Soort(soort.label, Recht.NOTITIES_BEWERKEN) for code, soort in ITEMS.items()},
    THEMA: Soort("Thema", Recht.VOORTGANG_INVULLEN),
    MAATREGEL: Soort("Maatregel", Recht.VOORTGANG_INVULLEN),
    REGEL: Soort("Voortgangsregel", Recht.VOORTGANG_INVULLEN),
    HOOFDSTUK: Soort("Hoofdstuk van een rapport", Recht.RAPPORTEN_SAMENSTELLEN),
    BLOK: Soort("Blok van een rapport", Recht.RAPPORTEN_SAMENSTELLEN),
    GEMETEN_INDICATOR: Soort("Indicator", Recht.INDICATOREN_BEWERKEN),
    METING: Soort("Cijfer", Recht.METINGEN_INVOEREN),
}
