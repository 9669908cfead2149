"""Takes over what was chosen of the tables of a period that came back, with the same acts as the screens."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import select

from app.domain.notitie.verschil import GEHEEL, TEKST
from app.domain.terugkomst.vergelijken import Sleutel, Stand
from app.domain.voortgang.tabel import UITLEG, Rij, Tabellen, id_van
from app.domain.voortgang.tabel_verschil import KLEUR, MAATREGEL, PLANNING, RIJ, STATUS, THEMA, VOORTGANG
from app.models import Maatregel, Rapportageperiode, Thema, Voortgangsregel
from app.models.basis import Sessie
from app.services.logboek import Dader
from app.services.notities.terugkomst import IntussenGewijzigd
from app.services.voortgang.regel_bewaren import bewaar_regel, controleer_niet_gesloten
from app.services.voortgang.regel_rijen import voeg_regel_toe
from app.services.voortgang.slot import vergrendel_organisatie, vergrendel_periode
from app.services.voortgang.terug import vergelijk_voortgang_met_nu
from app.services.voortgang.terug_maatregelen import Maatregelen
from app.services.voortgang.thema_beheren import wijzig_thema
from app.services.voortgang.verwijderen import verwijder_regel


def neem_voortgang_terug(
    session: Sessie,
    *,
    periode: Rapportageperiode,
    toen: Tabellen,
    bestand: Tabellen,
    gekozen: Collection[Sleutel],
    stand: str,
    door: Dader,
) -> None:
    """All or nothing: after a refusal the caller rolls back. `stand`: how the voortgang was when the choices were made.

    Raises IntussenGewijzigd, PeriodeGesloten or another VoortgangFout.
    """
    vergrendel_organisatie(session, periode.organisatie_id)
    vergrendel_periode(session, periode.id)
    controleer_niet_gesloten(periode.status, periode.code)
    vergelijking = vergelijk_voortgang_met_nu(session, periode=periode, toen=toen, bestand=bestand)
    if vergelijking.stand != stand:
        raise IntussenGewijzigd
    kan = {keuze.sleutel for keuze in vergelijking.terugkomst.met(Stand.VRIJ, Stand.BOTSING)}
    _Overname(session, periode, vergelijking.bestand, frozenset(gekozen) & kan, door).doe()


class _Overname:
    def __init__(
        self, session: Sessie, periode: Rapportageperiode, bestand: Tabellen, gekozen: frozenset[Sleutel], door: Dader
    ) -> None:
        self._session, self._periode, self._bestand, self._door = session, periode, bestand, door
        self._gekozen = gekozen
        self._maatregelen = Maatregelen(session, periode.organisatie_id, bestand, gekozen, door)

    def doe(self) -> None:
        self._verwijder_rijen()
        for thema in self._bestand.themas:
            if Sleutel(THEMA, thema.merk, TEKST) in self._gekozen:
                bekend = self._session.get_one(Thema, id_van(thema.merk))
                wijzig_thema(self._session, thema=bekend, naam=thema.naam, door=self._door)
        self._maatregelen.wijzig()
        for _, maatregel in self._bestand.plekken():
            nieuw = Sleutel(MAATREGEL, maatregel.merk, GEHEEL) in self._gekozen
            for rij in maatregel.rijen:
                if nieuw or Sleutel(RIJ, rij.merk, GEHEEL) in self._gekozen:
                    self._nieuwe_rij(self._maatregelen.van(maatregel.merk), rij)
                else:
                    self._bekende_rij(rij)
        self._maatregelen.zet_op_volgorde()

    def _verwijder_rijen(self) -> None:
        gebleven = {rij.merk for _, maatregel in self._bestand.plekken() for rij in maatregel.rijen}
        for sleutel in sorted(self._gekozen, key=str):
            if (sleutel.soort, sleutel.wat) == (RIJ, GEHEEL) and sleutel.merk not in gebleven:
                regel = self._session.get_one(Voortgangsregel, id_van(sleutel.merk))
                verwijder_regel(self._session, regel=regel, door=self._door)

    def _nieuwe_rij(self, maatregel: Maatregel, rij: Rij) -> None:
        """In the blank row that a new maatregel has in a period that is open, else in one more."""
        regel = self._leeg(maatregel) or voeg_regel_toe(
            self._session, periode=self._periode, maatregel=maatregel, door=self._door
        )
        waarden: dict[str, Any] = {"voortgang": rij.voortgang, "planning": rij.planning, "status": rij.status}
        bewaar_regel(self._session, regel=regel, waarden=waarden | _kleur(rij), door=self._door)

    def _leeg(self, maatregel: Maatregel) -> Voortgangsregel | None:
        v = Voortgangsregel
        keuze = select(v).where(v.maatregel_id == maatregel.id, v.periode_id == self._periode.id)
        leeg = keuze.where(v.voortgang == "", v.planning == "", v.kleur.is_(None)).order_by(v.volgorde)
        return self._session.scalars(leeg).first() if self._maatregelen.is_nieuw(maatregel) else None

    def _bekende_rij(self, rij: Rij) -> None:
        waarden: dict[str, Any] = {}
        for veld in (VOORTGANG, PLANNING, STATUS):
            if Sleutel(RIJ, rij.merk, veld) in self._gekozen:
                waarden[veld] = getattr(rij, veld)
        if Sleutel(RIJ, rij.merk, KLEUR) in self._gekozen:
            waarden |= _kleur(rij)
        if waarden:
            regel = self._session.get_one(Voortgangsregel, id_van(rij.merk))
            bewaar_regel(self._session, regel=regel, waarden=waarden, door=self._door)


def _kleur(rij: Rij) -> dict[str, Any]:
    return {naam: getattr(rij, naam) for naam in ("kleur", *UITLEG)}
