"""What a line of the logboek says that changed, in words."""

import pytest

from app.domain.logverschil import Veldverschil, in_een_zin, verschillen
from app.domain.taal.tekst_verschil import Soort


def test_een_veld_dat_wijzigde() -> None:
    assert verschillen({"naam": "Oud"}, {"naam": "Nieuw"}) == [Veldverschil("naam", "Oud", "Nieuw")]


def test_erbij_en_weg() -> None:
    assert verschillen({}, {"naam": "Nieuw"}) == [Veldverschil("naam", "", "Nieuw")]
    assert verschillen({"naam": "Oud"}, {}) == [Veldverschil("naam", "Oud", "")]
    assert verschillen({"naam": None}, {"naam": ""}) == []


@pytest.mark.parametrize(
    ("waarde", "woord"),
    [
        (True, "ja"),
        (False, "nee"),
        ("8.1", "8,1"),
        ("2017-12-31", "31 december 2017"),
        ("2017-99-31", "2017-99-31"),
        ("2020-01-01T12:00:00+00:00", "1 januari 2020, 13:00"),
        (2020, "2020"),
        (["Een", None, "twee"], "Een; twee"),
        ({"voortgang": "Loopt", "id": 4, "planning": ""}, "voortgang: Loopt"),
        ("1.2.3", "1.2.3"),
        ("2019-H1", "2019-H1"),
    ],
)
def test_waarden_zoals_mensen_ze_schrijven(waarde: object, woord: str) -> None:
    assert verschillen({}, {"veld": waarde}) == [Veldverschil("veld", "", woord)]


def test_wat_niemand_iets_zegt_blijft_weg() -> None:
    assert verschillen({}, {"id": 1, "merk": "abc", "doel_id": 3, "volgorde": 2, "tekst": "x"}) == [
        Veldverschil("tekst", "", "x")
    ]


def test_namen_in_gewone_woorden() -> None:
    velden = verschillen({}, {"nulmeting_datum": "2017-12-31", "email": "a@b.example"})
    assert [veld.veld for veld in velden] == ["nulmeting datum", "e-mailadres"]


def test_een_lange_tekst_gaat_woord_voor_woord() -> None:
    oud = "Minder jongeren wachten langer dan acht weken op hulp in de gemeente"
    stukken = Veldverschil("tekst", oud, oud.replace(" acht ", " zes ")).stukken
    assert stukken is not None
    assert [stuk.tekst.strip() for stuk in stukken if stuk.soort is Soort.WEG] == ["acht"]
    assert [stuk.tekst.strip() for stuk in stukken if stuk.soort is Soort.NIEUW] == ["zes"]
    assert Veldverschil("jaar", "2020", "2021").stukken is None
    assert Veldverschil("tekst", "", oud).stukken is None


def test_een_kant_in_een_cel() -> None:
    assert in_een_zin({"tekst": "Kort", "jaar": 2020, "bron": "", "id": 1}) == "tekst: Kort; jaar: 2020"
