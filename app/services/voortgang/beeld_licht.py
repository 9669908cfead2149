"""One period in two goes: light, to count and to choose from, and then complete, for what goes on a page.

Reading thousands of texts for a page that shows fifty of them is most of what such a page would cost.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from sqlalchemy import select

from app.domain.planning.lezen import te_laat
from app.domain.voortgang.overzicht import MaatregelBeeld, RegelBeeld, RegelStand, VoortgangBeeld
from app.models import PeriodeStatus, Rapportageperiode, Voortgangsregel
from app.models.basis import Sessie
from app.services.voortgang.beeld import bevroren_beeld, interventies_van, peildatum_van, stel_samen
from app.services.voortgang.beeld_rijen import Momenten, Plek, als_standen, momenten_van, regels_van, standen_van
from app.services.voortgang.momentopname import lees_standen
from app.services.voortgang.vorige import vorige_periode


@dataclass(frozen=True, slots=True)
class LichteRegel(RegelBeeld):
    """A row without its texts, planning and momenten. `anders`: it differs from the period before."""

    anders: bool = False

    @property
    def veranderd(self) -> bool:
        return self.anders


class Leesbeeld:
    """`licht` holds every row, and `volledig` completes a part of it. Of a closed period both are what was frozen.

    Without `oordeel` no light row is te laat or changed: a page that does not ask saves reading the texts.
    """

    def __init__(
        self, session: Sessie, periode: Rapportageperiode, *, vandaag: date | None = None, oordeel: bool = True
    ) -> None:
        session.flush()
        self._session, self._periode, self._oordeel = session, periode, oordeel
        self._peildatum = peildatum_van(periode, vandaag)
        self._bevroren = bevroren_beeld(session, periode)
        self._momenten: Momenten | None = None  # of every row, once they were needed to judge

    @cached_property
    def licht(self) -> VoortgangBeeld:
        return self._bevroren or stel_samen(
            self._session,
            self._periode,
            vorige=self._vorige,
            peildatum=self._peildatum,
            regels=self._lichte_regels(),
            links={},
        )

    def volledig(self, deel: VoortgangBeeld, maatregel_ids: Collection[int]) -> VoortgangBeeld:
        """Only these maatregelen of a part of `licht`: the rows that are in it, with all there is to say about them."""
        smal = alleen_maatregelen(deel, maatregel_ids)
        if self._bevroren or not maatregel_ids:
            return smal
        vroeger = self._vroeger(maatregel_ids)
        regels = regels_van(self._session, self._periode, vroeger, self._peildatum, maatregel_ids, self._momenten)
        links = interventies_van(self._session, self._periode.organisatie_id, maatregel_ids)
        return _met_maatregelen(
            smal,
            lambda m: replace(m, interventies=tuple(links.get(m.id, ())), regels=_zelfde(m.regels, regels[m.id])),
        )

    @cached_property
    def _vorige(self) -> Rapportageperiode | None:
        return vorige_periode(self._session, self._periode)

    @cached_property
    def _bevroren_standen(self) -> Mapping[Plek, RegelStand] | None:
        """Of the period before, when that is closed; the whole of it is read, so once must do."""
        vorige = self._vorige
        return lees_standen(self._session, vorige) if vorige and vorige.status is PeriodeStatus.GESLOTEN else None

    def _vroeger(self, maatregel_ids: Collection[int] | None) -> dict[Plek, RegelStand] | None:
        if self._vorige is None:
            return None
        if self._bevroren_standen is not None:
            return als_standen(self._bevroren_standen, maatregel_ids)
        return standen_van(self._session, self._vorige, maatregel_ids)

    def _lichte_regels(self) -> dict[int, list[LichteRegel]]:
        v = Voortgangsregel
        teksten = (v.voortgang, v.planning) if self._oordeel else ()
        keuze = select(v.maatregel_id, v.id, v.rev, v.volgorde, v.status, v.kleur, v.beoordeling, *teksten)
        keuze = keuze.where(v.periode_id == self._periode.id).order_by(v.maatregel_id, v.volgorde)
        rijen = self._session.execute(keuze).all()
        te_late, andere = self._oordelen(rijen) if self._oordeel else (set(), set())
        uit: dict[int, list[LichteRegel]] = defaultdict(list)
        for maatregel_id, id_, rev, volgorde, status, kleur, beoordeling, *_ in rijen:
            regel = LichteRegel(
                status=status, kleur=kleur, id=id_, rev=rev, volgorde=volgorde, beoordeling=beoordeling,
                te_laat=id_ in te_late, anders=id_ in andere,
            )  # fmt: skip
            uit[maatregel_id].append(regel)
        return uit

    def _oordelen(self, rijen: Sequence[Any]) -> tuple[set[int], set[int]]:
        """The ids of the rows that are te laat, and of those that changed."""
        momenten = self._momenten = momenten_van(self._session, self._periode.id)
        te_late = {rij.id for rij in rijen if te_laat(rij.status, momenten.get(rij.id, ()), self._peildatum)}
        vroeger = self._bevroren_standen if self._bevroren_standen is not None else self._vroeger(None)
        return te_late, set() if vroeger is None else {rij.id for rij in rijen if _is_anders(rij, vroeger)}


def alleen_maatregelen(beeld: VoortgangBeeld, maatregel_ids: Collection[int]) -> VoortgangBeeld:
    return _met_maatregelen(beeld, lambda maatregel: maatregel if maatregel.id in maatregel_ids else None)


def _is_anders(rij: Any, vroeger: Mapping[Plek, RegelStand]) -> bool:
    vorige = vroeger.get((rij.maatregel_id, rij.volgorde))
    regel = RegelBeeld(
        rij.voortgang, rij.planning, rij.status, rij.kleur, beoordeling=rij.beoordeling, vorige=vorige, nieuw=not vorige
    )
    return regel.veranderd


def _zelfde(licht: Sequence[RegelBeeld], volledig: Sequence[RegelBeeld]) -> tuple[RegelBeeld, ...]:
    """The complete ones of these; one that a colleague has removed in between is gone."""
    per_id = {regel.id: regel for regel in volledig}
    return tuple(per_id[regel.id] for regel in licht if regel.id in per_id)


def _met_maatregelen(beeld: VoortgangBeeld, doe: Callable[[MaatregelBeeld], MaatregelBeeld | None]) -> VoortgangBeeld:
    """With another maatregel in the place of each; what has no rows goes, and so does a thema without maatregelen."""
    themas = (
        replace(thema, maatregelen=tuple(m for m in map(doe, thema.maatregelen) if m and m.regels))
        for thema in beeld.themas
    )
    return replace(beeld, themas=tuple(thema for thema in themas if thema.maatregelen))
