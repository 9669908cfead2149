"""Two thousand broken and hostile files, the same ones every time: something is read, or one Dutch sentence says why.

Nothing is fetched, nothing of this machine comes out, nothing is written, and no other exception ever comes.
"""

import io
import random
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pytest

from app.reading.fouten import LeesFout
from app.reading.metingen.lezen import OnbruikbaarBestand, lees_metingen, verken
from app.reading.notitie.lezen import lees_notitie
from app.reading.voortgang.lezen import lees_voortgang
from tests.bronbestanden import goede_bestanden
from tests.verminken import verminkingen

AANTAL = 2_000
DELEN = 10
GEHEIM = "ditstaatalleenineenbestandvandezemachine"
UITGEBROKEN = Path("/tmp/uitgebroken")

Lezer = Callable[[bytes], object]


def lees_cijfers(inhoud: bytes) -> list[object]:
    bestand = io.BytesIO(inhoud)
    verkenning = verken(bestand)
    return [verkenning, *lees_metingen(bestand, verkenning)]


# Who reads what; each file also goes to one that is not meant for it.
LEZERS: dict[str, tuple[Lezer, ...]] = {
    "docx": (lees_notitie, lees_voortgang),
    "txt": (lees_notitie, lees_voortgang),
    "csv": (lees_cijfers,),
    "xlsx": (lees_cijfers,),
}
ALLE: tuple[Lezer, ...] = (lees_notitie, lees_voortgang, lees_cijfers)


@pytest.fixture(scope="module")
def goed() -> dict[str, bytes]:
    return goede_bestanden()


@pytest.fixture
def buiten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a file that no document may bring in; going out of this machine fails at once."""

    def weiger(*_args: Any, **_kwargs: Any) -> NoReturn:
        pytest.fail("Het lezen van een bestand zoekt verbinding met buiten.")

    monkeypatch.setattr(socket.socket, "connect", weiger)
    monkeypatch.setattr(socket, "getaddrinfo", weiger)
    bestand = tmp_path / "geheim.txt"
    bestand.write_text(GEHEIM)
    return bestand.as_uri()


def lees(lezer: Lezer, inhoud: bytes) -> tuple[bool, str]:
    """Whether it could be read, and what came out or why nothing did."""
    try:
        return True, repr(lezer(inhoud))
    except (LeesFout, OnbruikbaarBestand) as fout:
        return False, fout.zin


def test_de_goede_bestanden_zijn_goed(goed: dict[str, bytes]) -> None:
    """Or nothing behind the door would be tried below."""
    gelezen = {naam for naam, inhoud in goed.items() for lezer in ALLE if lees(lezer, inhoud)[0]}
    assert {
        "notitie.docx",
        "notitie.txt",
        "lange-tabel.docx",
        "voortgang.docx",
        "cijfers.csv",
        "cijfers.xlsx",
    } <= gelezen


@pytest.mark.parametrize("deel", range(DELEN))
def test_wat_er_ook_in_staat(deel: int, goed: dict[str, bytes], buiten: str, tmp_path: Path) -> None:
    toeval = random.Random(f"bestanden {deel}")
    gelukt = 0
    for _ in range(AANTAL // DELEN):
        naam = toeval.choice(list(goed))
        hoe = toeval.choice(verminkingen(goed[naam], buiten=buiten))
        kapot = hoe(goed[naam], toeval)
        for lezer in {*LEZERS.get(naam.rpartition(".")[2], ()), toeval.choice(ALLE)}:
            gelezen, uitkomst = _lees_of_bewaar(lezer, kapot, tmp_path / naam)
            gelukt += gelezen
            assert GEHEIM not in uitkomst
            assert gelezen or _is_zin(uitkomst), uitkomst
    assert gelukt > 10
    assert [pad.name for pad in tmp_path.iterdir()] == ["geheim.txt"]
    assert not UITGEBROKEN.exists()


def _lees_of_bewaar(lezer: Lezer, kapot: bytes, waar: Path) -> tuple[bool, str]:
    try:
        return lees(lezer, kapot)
    except Exception as fout:
        waar.write_bytes(kapot)
        raise AssertionError(f"{lezer.__name__} loopt vast op {waar}: {fout!r}") from fout


def _is_zin(tekst: str) -> bool:
    return tekst[0].isupper() and tekst.endswith((".", "?")) and len(tekst) < 1_000
