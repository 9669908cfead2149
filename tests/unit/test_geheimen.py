"""What is secret is long, sealed so that nobody changes it unseen, and for passwords slow to guess."""

import pytest
from argon2 import PasswordHasher, Type

from app.services.geheimen import hash_van, nieuw_geheim
from app.services.verzegelen import Zegel

SLEUTEL = "een-willekeurige-sleutel-van-genoeg-tekens"


def test_een_geheim_is_lang_en_nooit_hetzelfde() -> None:
    geheimen = {nieuw_geheim() for _ in range(200)}
    assert len(geheimen) == 200
    assert min(map(len, geheimen)) >= 43, "32 bytes van zes bits per teken"
    assert len(hash_van(geheimen.pop())) == 64


def test_wat_is_verzegeld_gaat_weer_open() -> None:
    verzegeld = Zegel(SLEUTEL, "proef").verzegel("geheim")
    assert "geheim" not in verzegeld
    assert Zegel(SLEUTEL, "proef").open(verzegeld) == "geheim"
    assert Zegel(SLEUTEL, "iets anders").open(verzegeld) is None
    assert Zegel(SLEUTEL + "x", "proef").open(verzegeld) is None


def test_een_vorige_sleutel_opent_en_verzegelt_niet() -> None:
    oud = Zegel("a" * 40, "proef").verzegel("geheim")
    zegel = Zegel(SLEUTEL, "proef", vorige=("b" * 40, "a" * 40))
    assert (zegel.open(oud), zegel.is_van_nu(oud)) == ("geheim", False)
    assert zegel.is_van_nu(zegel.verzegel("geheim"))
    assert Zegel("a" * 40, "proef").open(zegel.verzegel("geheim")) is None


@pytest.mark.parametrize("plek", [0, 20, 60, -10])
def test_wat_is_veranderd_gaat_niet_open(plek: int) -> None:
    verzegeld = list(Zegel(SLEUTEL, "proef").verzegel("geheim"))
    verzegeld[plek] = "A" if verzegeld[plek] != "A" else "B"
    assert Zegel(SLEUTEL, "proef").open("".join(verzegeld)) is None


def test_een_wachtwoord_kost_geheugen_en_tijd() -> None:
    """As the product makes its hasher; the tests themselves use a cheaper one."""
    gewoon = PasswordHasher()
    assert gewoon.type is Type.ID
    assert (gewoon.memory_cost, gewoon.time_cost) >= (64 * 1024, 3)
