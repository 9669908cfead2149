"""The maatregelen of tables that came back: new ones, other names and letters, another thema or another place."""

from collections.abc import Collection, Iterator

from app.domain.notitie.verschil import GEHEEL, PLAATS
from app.domain.terugkomst.vergelijken import Sleutel
from app.domain.voortgang.tabel import Maatregelrijen, Tabellen, Themarijen, id_van
from app.domain.voortgang.tabel_verschil import ANDER_THEMA, LETTER, MAATREGEL, NAAM
from app.models import Maatregel, Thema
from app.models.basis import Sessie
from app.services.logboek import Dader, schrijf
from app.services.voortgang.fouten import OngeldigeKeuze
from app.services.voortgang.log import noem
from app.services.voortgang.maatregel_beheren import (
    verplaats_naar_thema,
    voeg_maatregel_toe,
    wijzig_maatregel,
    zet_volgorde,
)
from app.services.voortgang.thema_beheren import voeg_thema_toe


class Maatregelen:
    def __init__(
        self, session: Sessie, organisatie_id: int, bestand: Tabellen, gekozen: Collection[Sleutel], door: Dader
    ) -> None:
        self._session, self._organisatie_id, self._bestand = session, organisatie_id, bestand
        self._gekozen, self._door = gekozen, door
        self._nieuw: dict[str, int] = {}
        self._nieuwe_themas: dict[str, int] = {}

    def van(self, merk: str) -> Maatregel:
        """Raises OngeldigeKeuze when it is gone."""
        id_ = self._nieuw.get(merk) or id_van(merk)
        maatregel = self._session.get(Maatregel, id_) if id_ else None
        if maatregel is None:
            raise OngeldigeKeuze("Een van de maatregelen is intussen verwijderd. Bekijk de wijzigingen opnieuw.")
        return maatregel

    def is_nieuw(self, maatregel: Maatregel) -> bool:
        return maatregel.id in self._nieuw.values()

    def wijzig(self) -> None:
        """Raises LetterBezet or OngeldigeWaarde."""
        for thema, gelezen in self._met(ANDER_THEMA):
            maatregel = self.van(gelezen.merk)
            if self._kiest(gelezen.merk, LETTER):
                wijzig_maatregel(self._session, maatregel=maatregel, waarden={"letter": ""}, door=self._door)
            verplaats_naar_thema(self._session, maatregel=maatregel, thema=self._thema(thema), door=self._door)
        for _, gelezen in self._met(NAAM):
            maatregel = self.van(gelezen.merk)
            wijzig_maatregel(self._session, maatregel=maatregel, waarden={"naam": gelezen.naam}, door=self._door)
        self._zet_letters({gelezen.merk: gelezen.letter for _, gelezen in self._met(LETTER)})
        for thema, gelezen in self._met(GEHEEL):
            self._voeg_toe(thema, gelezen)

    def _kiest(self, merk: str, wat: str) -> bool:
        return Sleutel(MAATREGEL, merk, wat) in self._gekozen

    def _met(self, wat: str) -> Iterator[tuple[Themarijen, Maatregelrijen]]:
        return ((thema, m) for thema, m in self._bestand.plekken() if self._kiest(m.merk, wat))

    def _thema(self, gelezen: Themarijen) -> Thema:
        """A new one with its own number when that is free, else behind the last."""
        id_ = self._nieuwe_themas.get(gelezen.merk) or id_van(gelezen.merk)
        thema = self._session.get(Thema, id_) if id_ else None
        if thema is not None:
            return thema
        if id_ is not None:
            raise OngeldigeKeuze(f"Thema ‘{gelezen.naam}’ is intussen verwijderd. Bekijk de wijzigingen opnieuw.")
        thema = voeg_thema_toe(self._session, organisatie_id=self._organisatie_id, naam=gelezen.naam, door=self._door)
        self._nieuwe_themas[gelezen.merk] = thema.id
        return thema

    def _voeg_toe(self, gelezen_thema: Themarijen, gelezen: Maatregelrijen) -> None:
        """Without its letter when another has that: people know that one by it."""
        thema = self._thema(gelezen_thema)
        bezet = {ander.letter for ander in thema.maatregelen}
        waarden = {"naam": gelezen.naam, "letter": None if gelezen.letter in bezet else gelezen.letter}
        maatregel = voeg_maatregel_toe(self._session, thema=thema, waarden=waarden, door=self._door)
        self._nieuw[gelezen.merk] = maatregel.id

    def _zet_letters(self, letters: dict[str, str]) -> None:
        """Those first whose new letter is free; of two that change letters one waits without."""
        while letters:
            vrij = [merk for merk, letter in letters.items() if self._houder(merk, letter) is None]
            merk = vrij[0] if vrij else next(iter(letters))
            houder = self._houder(merk, letters[merk])
            if houder is not None and houder.id in {self.van(ander).id for ander in letters}:
                houder.letter = None
                self._session.flush()
            waarden = {"letter": letters.pop(merk)}
            wijzig_maatregel(self._session, maatregel=self.van(merk), waarden=waarden, door=self._door)

    def _houder(self, merk: str, letter: str) -> Maatregel | None:
        eigen = self.van(merk)
        return next((m for m in eigen.thema.maatregelen if letter and m.letter == letter and m is not eigen), None)

    def zet_op_volgorde(self) -> None:
        """What is new, came from another thema or moved stands behind what stands before it in the file."""
        for thema, gelezen in self._bestand.plekken():
            verplaatst = self._kiest(gelezen.merk, PLAATS)
            if verplaatst or self._kiest(gelezen.merk, GEHEEL) or self._kiest(gelezen.merk, ANDER_THEMA):
                self._zet_achter(thema, gelezen, vertel=verplaatst)

    def _zet_achter(self, gelezen_thema: Themarijen, gelezen: Maatregelrijen, *, vertel: bool) -> None:
        maatregel = self.van(gelezen.merk)
        lijst = [ander for ander in maatregel.thema.maatregelen if ander is not maatregel]
        ids = [ander.id for ander in lijst]
        merken = [ander.merk for ander in gelezen_thema.maatregelen]
        ervoor = (self._nieuw.get(merk) or id_van(merk) for merk in reversed(merken[: merken.index(gelezen.merk)]))
        plek = next((ids.index(id_) + 1 for id_ in ervoor if id_ in ids), 0)
        lijst.insert(plek, maatregel)
        zet_volgorde(self._session, {ander: volgorde for volgorde, ander in enumerate(lijst, 1)})
        self._session.expire(maatregel.thema, ["maatregelen"])
        if vertel:
            onder = f"onder {noem(lijst[plek - 1])}" if plek else f"bovenaan thema {maatregel.thema.nummer}"
            zin = f"Maatregel {noem(maatregel)} staat nu {onder}"
            schrijf(self._session, door=self._door, organisatie_id=self._organisatie_id, omschrijving=zin)
