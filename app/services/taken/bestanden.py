"""Files for work in the background: streamed into the database and out again, so that memory stays flat."""

import io
from typing import BinaryIO

from sqlalchemy import delete, insert, select, update

from app.models import Bestand, Bestandsdeel, Taak
from app.models.basis import Sessie
from app.models.bestand import DEELGROOTTE
from app.services.logboek import Dader
from app.services.taken.fouten import BESTAND_WEG, BestandTeGroot, TaakFout

LANGSTE_NAAM = 300


def bewaar_bestand(
    session: Sessie, *, stroom: BinaryIO, naam: str, organisatie_id: int, door: Dader, grens: int
) -> Bestand:
    """Reads `stroom` to its end. Raises BestandTeGroot when there are more than `grens` bytes in it."""
    bestand = Bestand(
        naam=naam[:LANGSTE_NAAM], grootte=0, organisatie_id=organisatie_id, gebruiker_id=door.gebruiker_id
    )
    session.add(bestand)
    session.flush()
    volgnummer = grootte = 0
    while deel := _lees_deel(stroom):
        grootte += len(deel)
        if grootte > grens:
            raise BestandTeGroot(grens)
        rij = {"bestand_id": bestand.id, "volgnummer": volgnummer, "organisatie_id": organisatie_id, "inhoud": deel}
        session.execute(insert(Bestandsdeel), rij)
        volgnummer += 1
    bestand.grootte = grootte
    session.flush()
    return bestand


def open_bestand(session: Sessie, bestand: Bestand) -> io.BufferedReader:
    """As a file opened for reading, also for who wants to jump about in it (a zip)."""
    return io.BufferedReader(_Lezer(session, bestand.id, bestand.grootte), buffer_size=DEELGROOTTE)


def verwijder_bestand(session: Sessie, *, bestand_id: int) -> None:
    """Its parts go with it; jobs keep only its name."""
    session.execute(update(Taak).where(Taak.bestand_id == bestand_id).values(bestand_id=None))
    session.execute(delete(Bestand).where(Bestand.id == bestand_id))


def _lees_deel(stroom: BinaryIO) -> bytes:
    """Exactly one part, shorter only at the end: a stream may give less than it is asked for."""
    stukken = io.BytesIO()
    while (nodig := DEELGROOTTE - stukken.tell()) and (stuk := stroom.read(nodig)):
        stukken.write(stuk)
    return stukken.getvalue()


class _Lezer(io.RawIOBase):
    """Keeps one part in memory."""

    def __init__(self, session: Sessie, bestand_id: int, grootte: int) -> None:
        self._session, self._bestand_id, self._grootte = session, bestand_id, grootte
        self._plek = 0
        self._nummer, self._deel = -1, b""

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        vanaf = {io.SEEK_SET: 0, io.SEEK_CUR: self._plek, io.SEEK_END: self._grootte}[whence]
        if vanaf + offset < 0:
            raise ValueError("voor het begin van het bestand")
        self._plek = vanaf + offset
        return self._plek

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        if self._plek >= self._grootte:
            return 0
        nummer, begin = divmod(self._plek, DEELGROOTTE)
        stuk = self._haal(nummer)[begin : begin + len(buffer)]
        buffer[: len(stuk)] = stuk
        self._plek += len(stuk)
        return len(stuk)

    def _haal(self, nummer: int) -> bytes:
        if nummer != self._nummer:
            keuze = select(Bestandsdeel.inhoud).where(
                Bestandsdeel.bestand_id == self._bestand_id, Bestandsdeel.volgnummer == nummer
            )
            inhoud = self._session.scalar(keuze)
            if inhoud is None:
                raise TaakFout(BESTAND_WEG)
            self._nummer, self._deel = nummer, inhoud
        return self._deel
