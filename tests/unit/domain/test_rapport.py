"""How a report is laid out when nobody has laid it out yet."""

from app.domain.cijfers.indicator import Bloksoort
from app.domain.rapport import BLOKSOORTEN, LANGSTE_TITEL, Blokopzet, kort, standaardindeling


def test_eerst_de_cijfers_per_gebied_dan_de_voortgang_per_thema() -> None:
    indeling = standaardindeling(gebieden=[("Verblijf", [7])], themas=[("Samen", 3)])
    assert [hoofdstuk.titel for hoofdstuk in indeling] == ["Verblijf", "Samen"]
    assert indeling[0].blokken == (Blokopzet(Bloksoort.GRAFIEK, 7), Blokopzet(Bloksoort.DUIDING, 7))
    assert indeling[1].blokken == (Blokopzet(Bloksoort.VOORTGANG, thema_id=3),)


def test_elke_indicator_staat_er_een_keer_in() -> None:
    indeling = standaardindeling(gebieden=[("A", [1, 2, 1]), ("B", [2]), ("C", [])], themas=[], overige=[1, 3])
    ids = [[blok.indicator_id for blok in h.blokken if blok.soort is Bloksoort.GRAFIEK] for h in indeling]
    assert [h.titel for h in indeling] == ["A", "Overige cijfers"]
    assert ids == [[1, 2], [3]]


def test_zonder_iets_is_er_geen_indeling() -> None:
    assert standaardindeling(gebieden=[], themas=[]) == []


def test_een_lange_naam_past_in_een_titel() -> None:
    assert kort("a\nb") == "a b"
    assert len(kort("x" * 400)) == LANGSTE_TITEL


def test_elk_soort_blok_is_te_kiezen() -> None:
    assert set(BLOKSOORTEN) == set(Bloksoort)
