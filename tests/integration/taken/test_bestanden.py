"""Files in parts: what comes out is what went in, from any place, with little memory."""

import io
import random
import tracemalloc
import zipfile
from collections.abc import Callable

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models import Bestand, Bestandsdeel, Gebruiker
from app.models.bestand import DEELGROOTTE
from app.services.logboek import Dader
from app.services.taken.bestanden import bewaar_bestand, open_bestand, verwijder_bestand
from app.services.taken.fouten import BestandTeGroot, TaakFout

MB = 1024 * 1024
Bewaar = Callable[[io.RawIOBase | io.BytesIO], Bestand]


@pytest.fixture
def bewaar(session: Session, gebruiker: Gebruiker, door: Dader) -> Bewaar:
    def doe(stroom: io.RawIOBase | io.BytesIO) -> Bestand:
        bestand = bewaar_bestand(
            session,
            stroom=stroom,  # type: ignore[arg-type]
            naam="proef.bin",
            organisatie_id=gebruiker.organisatie_id,
            door=door,
            grens=30 * MB,
        )
        session.commit()
        return bestand

    return doe


class Druppelt(io.RawIOBase):
    """Gives less than it is asked for, as a network does; zeros, without holding them all."""

    def __init__(self, grootte: int) -> None:
        self._over = grootte

    def read(self, size: int = -1, /) -> bytes:
        stuk = bytes(min(size, self._over, 100_000))
        self._over -= len(stuk)
        return stuk


@pytest.mark.parametrize(
    "grootte", [0, 1, DEELGROOTTE - 1, DEELGROOTTE, DEELGROOTTE + 1, 2 * DEELGROOTTE, 3 * DEELGROOTTE + 17]
)
def test_wat_erin_ging_komt_eruit(session: Session, bewaar: Bewaar, grootte: int) -> None:
    inhoud = random.Random(grootte).randbytes(grootte)
    bestand = bewaar(io.BytesIO(inhoud))
    assert bestand.grootte == grootte
    delen = session.scalar(select(func.count()).select_from(Bestandsdeel))
    assert delen == -(-grootte // DEELGROOTTE)
    with open_bestand(session, bestand) as stroom:
        assert stroom.read() == inhoud


def test_van_elke_plek_te_lezen(session: Session, bewaar: Bewaar) -> None:
    toeval = random.Random(4)
    inhoud = toeval.randbytes(3 * DEELGROOTTE + 17)
    gewoon = io.BytesIO(inhoud)
    with open_bestand(session, bewaar(io.BytesIO(inhoud))) as stroom:
        for _ in range(60):
            plek, aantal = toeval.randrange(len(inhoud) + 10), toeval.randrange(2 * DEELGROOTTE)
            assert stroom.seek(plek) == gewoon.seek(plek)
            assert stroom.read(aantal) == gewoon.read(aantal)
        assert stroom.seek(-17, io.SEEK_END) == 3 * DEELGROOTTE
        assert stroom.read() == inhoud[-17:]
        with pytest.raises(ValueError, match="voor het begin"):
            stroom.seek(-1)


def test_een_zip_is_te_lezen(session: Session, bewaar: Bewaar) -> None:
    doos = io.BytesIO()
    with zipfile.ZipFile(doos, "w") as zip_:
        zip_.writestr("a.txt", "voor")
        zip_.writestr("b.bin", random.Random(1).randbytes(2 * DEELGROOTTE))
    doos.seek(0)
    with open_bestand(session, bewaar(doos)) as stroom, zipfile.ZipFile(stroom) as zip_:
        assert zip_.testzip() is None
        assert zip_.read("a.txt") == b"voor"


def test_een_stroom_die_druppelt_wordt_in_gelijke_delen_bewaard(session: Session, bewaar: Bewaar) -> None:
    bestand = bewaar(Druppelt(2 * DEELGROOTTE + 5))
    maten = session.scalars(select(func.length(Bestandsdeel.inhoud)).order_by(Bestandsdeel.volgnummer)).all()
    assert (bestand.grootte, list(maten)) == (2 * DEELGROOTTE + 5, [DEELGROOTTE, DEELGROOTTE, 5])


def test_het_geheugen_blijft_vlak(session: Session, bewaar: Bewaar) -> None:
    tracemalloc.start()
    try:
        bestand = bewaar(Druppelt(24 * MB))
        with open_bestand(session, bestand) as stroom:
            gelezen = sum(len(stuk) for stuk in iter(lambda: stroom.read(64 * 1024), b""))
        _, piek = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert gelezen == 24 * MB
    assert piek < 6 * MB


def test_te_groot_bewaart_niets(session: Session, gebruiker: Gebruiker, door: Dader) -> None:
    organisatie_id = gebruiker.organisatie_id
    with pytest.raises(BestandTeGroot):
        bewaar_bestand(
            session, stroom=io.BytesIO(b"abcdef"), naam="x", organisatie_id=organisatie_id, door=door, grens=5
        )
    session.rollback()
    assert session.scalar(select(func.count(Bestand.id))) == 0


def test_een_bestand_dat_verdwijnt_is_geen_kort_bestand(session: Session, bewaar: Bewaar) -> None:
    bestand = bewaar(Druppelt(3 * DEELGROOTTE))
    with open_bestand(session, bestand) as stroom:
        assert len(stroom.read(10)) == 10
        verwijder_bestand(session, bestand_id=bestand.id)
        session.commit()
        with pytest.raises(TaakFout, match="niet meer bewaard"):
            stroom.read()
