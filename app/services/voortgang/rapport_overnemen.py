"""Take over a progress report that was read from a file into a period."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from sqlalchemy import select

from app.domain.koppeling import Plek, koppel
from app.domain.voortgang import structuur as v
from app.models import Beoordeling, Maatregel, Onderwerp, Rapportageperiode, Voortgangsregel
from app.models.basis import Sessie
from app.services.logboek import Dader, schrijf
from app.services.voortgang.log import noem
from app.services.voortgang.periode_starten import lege_regel, neem_mee
from app.services.voortgang.rapport_koppelen import Keuzes, Ontbreekt, bekende_maatregelen, bepaal
from app.services.voortgang.rapport_maatregelen import zorg_voor_maatregelen
from app.services.voortgang.regel_bewaren import controleer_niet_gesloten
from app.services.voortgang.regel_vullen import beoordeling_na_invullen, vul
from app.services.voortgang.slot import vergrendel_organisatie, vergrendel_periode
from app.services.voortgang.vorige import laatste_regels, volgende_volgorde


class KleurMetUitleg(Protocol):
    @property
    def kleur(self) -> v.Kleur: ...
    @property
    def oorzaak(self) -> str: ...
    @property
    def gevolg(self) -> str: ...
    @property
    def bijsturing(self) -> str: ...


@dataclass(slots=True)
class Overgenomen:
    """Counts of rows. `zonder_kleur`: rows whose oranje or rood had no full explanation, so that it was left out."""

    toegevoegd: int = 0
    gewijzigd: int = 0
    gelijk: int = 0
    zonder_kleur: list[str] = field(default_factory=list)

    @property
    def veranderd(self) -> bool:
        return bool(self.toegevoegd or self.gewijzigd)

    @property
    def zin(self) -> str:
        """ "20 regels toegevoegd", or that nothing changed."""
        delen = [f"{self.toegevoegd} toegevoegd" if self.toegevoegd else ""]
        delen += [f"{self.gewijzigd} gewijzigd" if self.gewijzigd else ""]
        return ", ".join(deel for deel in delen if deel) or "er verandert niets"


def neem_voortgang_over(
    session: Sessie,
    *,
    periode: Rapportageperiode,
    bron: v.Voortgang,
    door: Dader,
    keuzes: Keuzes | None = None,
    kleuren: Mapping[str, KleurMetUitleg] | None = None,
) -> Overgenomen:
    """All or nothing; the same report twice changes nothing. `kleuren`: by place of the row ("2/1/1").

    Raises PeriodeGesloten, KeuzeOntbreekt or OngeldigeKeuze.
    """
    vergrendel_organisatie(session, periode.organisatie_id)  # a savepoint before the first write commits on SQLite
    with session.begin_nested():
        vergrendel_periode(session, periode.id)
        controleer_niet_gesloten(periode.status, periode.code)
        return _Overname(session, periode, bron, keuzes or Keuzes(), kleuren or {}, door).doe()


class _Overname:
    def __init__(
        self,
        session: Sessie,
        periode: Rapportageperiode,
        bron: v.Voortgang,
        keuzes: Keuzes,
        kleuren: Mapping[str, KleurMetUitleg],
        door: Dader,
    ) -> None:
        self._session, self._periode, self._bron, self._door = session, periode, bron, door
        self._keuzes, self._kleuren = keuzes, kleuren
        self._uitkomst = Overgenomen()
        self._oud: dict[str, Any] = {}
        self._nieuw: dict[str, Any] = {}

    def doe(self) -> Overgenomen:
        bekend = bekende_maatregelen(self._session, self._periode.organisatie_id)
        gekozen, weg = bepaal(self._bron, bekend, self._keuzes)
        maatregelen = zorg_voor_maatregelen(
            self._session, periode=self._periode, bron=self._bron, gekozen=gekozen, door=self._door
        )
        self._hier = _per_maatregel(self._regels_hier())
        self._vroeger = _per_maatregel(laatste_regels(self._session, self._periode))
        for plek, maatregel, gelezen in maatregelen:
            self._neem_regels_over(plek, maatregel, gelezen.regels)
        self._ontbrekende(weg)
        self._log()
        return self._uitkomst

    def _regels_hier(self) -> Iterable[Voortgangsregel]:
        keuze = select(Voortgangsregel).where(Voortgangsregel.periode_id == self._periode.id)
        return self._session.scalars(keuze.order_by(Voortgangsregel.maatregel_id, Voortgangsregel.volgorde))

    def _neem_regels_over(self, plek: str, maatregel: Maatregel, gelezen: list[v.Regel]) -> None:
        hier, vroeger = self._hier.get(maatregel.id, []), self._vroeger.get(maatregel.id, [])
        bekend = {regel.volgorde: regel.voortgang for regel in vroeger}
        bekend |= {regel.volgorde: regel.voortgang or bekend.get(regel.volgorde, "") for regel in hier}
        rijen = {regel.volgorde: regel for regel in hier}
        for nummer, (regel, volgorde) in enumerate(zip(gelezen, _volgordes(bekend, gelezen), strict=True), start=1):
            rij = rijen.get(volgorde) if volgorde else None
            vooraf = rij is not None
            if rij is None:
                rij = lege_regel(maatregel, self._periode, volgorde or volgende_volgorde(self._session, maatregel.id))
                self._session.add(rij)
            self._vul(f"{plek}/{nummer}", maatregel, rij, regel, vooraf)

    def _vul(self, plek: str, maatregel: Maatregel, rij: Voortgangsregel, gelezen: v.Regel, vooraf: bool) -> None:
        waarden = {
            "voortgang": gelezen.voortgang,
            "planning": "\n".join(gelezen.planning),
            "status": gelezen.status,
            **self._kleur(plek, maatregel, rij),
        }
        oud = vul(self._session, rij, waarden, gelezen.momenten)
        if oud or rij.beoordeling.moet_nog:
            rij.beoordeling = beoordeling_na_invullen(rij)
        self._tel(noem(maatregel), oud, waarden, vooraf)

    def _kleur(self, plek: str, maatregel: Maatregel, rij: Voortgangsregel) -> dict[str, Any]:
        """What the report says; without a kleur in it, what is there stays."""
        uit = {naam: getattr(rij, naam) for naam in ("kleur", "oorzaak", "gevolg", "bijsturing")}
        gelezen = self._kleuren.get(plek)
        if gelezen is None:
            return uit
        uitleg = {naam: getattr(gelezen, naam).strip() for naam in ("oorzaak", "gevolg", "bijsturing")}
        if gelezen.kleur.vraagt_uitleg and not all(uitleg.values()):
            self._uitkomst.zonder_kleur.append(noem(maatregel))
            return uit
        return {"kleur": gelezen.kleur, **uitleg}

    def _tel(self, naam: str, oud: dict[str, Any], nieuw: dict[str, Any], vooraf: bool) -> None:
        if not vooraf:
            self._uitkomst.toegevoegd += 1
        elif oud:
            self._uitkomst.gewijzigd += 1
        else:
            self._uitkomst.gelijk += 1
        for veld in oud:
            if oud[veld] or nieuw[veld]:
                self._oud[f"{naam}: {veld}"], self._nieuw[f"{naam}: {veld}"] = oud[veld], nieuw[veld]

    def _ontbrekende(self, weg: set[int]) -> None:
        gevraagd = {
            id_: wat for id_, wat in self._keuzes.ontbreekt.items() if id_ in weg and wat is not Ontbreekt.LATEN
        }
        zonder = [id_ for id_ in gevraagd if id_ not in self._hier]
        if zonder:
            self._uitkomst.toegevoegd += sum(neem_mee(self._session, periode=self._periode, maatregel_ids=zonder))
        vervallen = {id_ for id_, wat in gevraagd.items() if wat is Ontbreekt.VERVALLEN}
        for regel in self._regels_hier():
            if regel.maatregel_id in vervallen and regel.status is not v.Status.VERVALLEN:
                self._laat_vervallen(regel, vooraf=regel.maatregel_id in self._hier)

    def _laat_vervallen(self, regel: Voortgangsregel, *, vooraf: bool) -> None:
        naam = noem(regel.maatregel)
        self._oud[f"{naam}: status"], self._nieuw[f"{naam}: status"] = regel.status, v.Status.VERVALLEN
        regel.status, regel.planning = v.Status.VERVALLEN, v.Status.VERVALLEN.label
        regel.beoordeling = Beoordeling.INGEVULD
        regel.momenten.clear()
        self._uitkomst.gewijzigd += vooraf
        self._session.flush()

    def _log(self) -> None:
        self._session.flush()
        if self._uitkomst.veranderd:
            schrijf(
                self._session,
                door=self._door,
                over=Onderwerp.VOORTGANG,
                organisatie_id=self._periode.organisatie_id,
                omschrijving=f"Voortgang {self._periode.code} overgenomen uit een bestand: {self._uitkomst.zin}",
                oud=self._oud,
                nieuw=self._nieuw,
            )
            self._session.flush()


def _per_maatregel(regels: Iterable[Voortgangsregel]) -> dict[int, list[Voortgangsregel]]:
    uit: dict[int, list[Voortgangsregel]] = {}
    for regel in regels:
        uit.setdefault(regel.maatregel_id, []).append(regel)
    return uit


def _volgordes(bekend: Mapping[int, str], gelezen: list[v.Regel]) -> list[int | None]:
    """Which known row each row of the report goes on with: as many as there were means the same ones in order.

    Else what resembles most; what is left is a new row.
    """
    volgordes = sorted(bekend)
    if len(volgordes) == len(gelezen):
        return list(volgordes)
    oud = [Plek(None, bekend[volgorde]) for volgorde in volgordes]
    keuze = koppel(oud, [Plek(None, regel.voortgang) for regel in gelezen])
    if keuze == [None] and volgordes:
        return [volgordes[0]]
    return [volgordes[i] if i is not None else None for i in keuze]
