"""What is known of the course of one doel, as one user may see it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.koers.bepalen import Koers, Koersbeeld
from app.domain.koers.doel import Reden
from app.domain.koers.in_woorden import koers_in_woorden
from app.models import Doel, Indicator, Koersoordeel
from app.services.indicatoren.cijfers import Reekscijfers
from app.services.notities.gebied_lezen import Leesdoel


class Verhuld(StrEnum):
    """Why the koers is not shown, though it could be computed: it would tell a figure that is hidden."""

    AFGESCHERMD = "afgeschermd"
    NIET_GEDEELD = "niet gedeeld"


_WAAROM_VERHULD = {
    Verhuld.AFGESCHERMD: "De koers is voor u niet te zien: hij rust op een klein aantal, en dat is afgeschermd.",
    Verhuld.NIET_GEDEELD: "De gemeente deelt de cijfers van deze indicator niet met de regio.",
}
_ZONDER_INDICATOR = "Dit doel is nog aan geen cijfers gekoppeld, dus er is geen meting."


@dataclass(frozen=True, slots=True)
class IndicatorKoers:
    """One indicator held against the doel. `reeks`: what it was measured in; None when there is none to be shown.

    `beeld` is empty of figures when the koers is `verhuld`.
    """

    indicator: Indicator
    beeld: Koersbeeld
    reeks: Reekscijfers | None = None
    verhuld: Verhuld | None = None

    @property
    def vergelijkbaar(self) -> bool:
        return self.beeld.reden is not Reden.EENHEID

    @property
    def zin(self) -> str:
        """The calculation; with the area, when it is not the organisatie itself that was measured."""
        zin = _WAAROM_VERHULD[self.verhuld] if self.verhuld else koers_in_woorden(self.beeld)
        return f"{zin} Gemeten in {self.reeks.gebied}." if self.reeks and self.reeks.gebied else zin


@dataclass(frozen=True, slots=True)
class DoelKoers:
    """`los`: the koers when no indicator says anything: the doel is open, kwalitatief or simply not measured.

    `oordeel`: what the manager says, which goes before what was computed; both are shown.
    """

    doel: Doel | Leesdoel
    los: Koersbeeld
    indicatoren: tuple[IndicatorKoers, ...] = ()
    oordeel: Koersoordeel | None = None

    @property
    def leidend(self) -> IndicatorKoers | None:
        """The first one with figures that can be compared with the doel, else the first one there is."""
        op_voorkeur = sorted(self.indicatoren, key=lambda i: (not i.vergelijkbaar, i.beeld.laatste is None))
        return op_voorkeur[0] if op_voorkeur else None

    @property
    def beeld(self) -> Koersbeeld:
        return self.leidend.beeld if self.leidend else self.los

    @property
    def berekend(self) -> Koers:
        return self.beeld.koers

    @property
    def koers(self) -> Koers:
        return self.oordeel.koers if self.oordeel else self.berekend

    @property
    def zin(self) -> str:
        """How the koers was computed, or why it was not."""
        if self.leidend:
            return self.leidend.zin
        return _ZONDER_INDICATOR if self.los.koers is Koers.GEEN_METING else koers_in_woorden(self.los)

    @property
    def peildatum(self) -> date:
        return self.los.peildatum
