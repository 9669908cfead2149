"""The same progress in every layout that municipalities use says the same."""

from collections.abc import Callable
from datetime import date

import pytest

from app.domain.voortgang.structuur import Moment, Precisie
from tests.unit.reading.voortgang_bouw import Rapport
from tests.unit.reading.voortgangen import COACH, KOP, PAND, WACHTLIJST, kort, lees

VERWACHT = {
    "1. Sneller hulp": [("a", "Wachtlijst inkorten", ["gepland"]), ("b", "Vaste gezinscoach", ["afgerond"])],
    "2. Wonen": [("a", "Pand zoeken", ["uitgesteld"])],
}


def _thema_in_de_kop(r: Rapport) -> None:
    r.tabel(("1. Sneller hulp", "Voortgang", "Planning"), WACHTLIJST, COACH)
    r.tabel(("2. Wonen", "Voortgang", "Planning"), PAND)


def _kop_boven_de_tabel(r: Rapport) -> None:
    r.kop("Beheersmaatregelen").kop("1. Sneller hulp", 2).tabel(KOP, WACHTLIJST, COACH)
    r.kop("2. Wonen", 2).alinea("Hierover is in het voorjaar overlegd.").tabel(KOP, PAND)


def _vette_regel_boven_de_tabel(r: Rapport) -> None:
    r.alinea("Thema 1: Sneller hulp", vet=True).tabel(KOP, WACHTLIJST, COACH)
    r.alinea("Thema 2: Wonen", vet=True).tabel(KOP, PAND)


def _genummerde_regel_boven_de_tabel(r: Rapport) -> None:
    r.alinea("1 Sneller hulp").tabel(KOP, WACHTLIJST, COACH).alinea("2 Wonen").tabel(KOP, PAND)


def _samengevoegde_eerste_rij(r: Rapport) -> None:
    r.tabel(("1. Sneller hulp", "<", "<"), KOP, WACHTLIJST, COACH).tabel(("2. Wonen", "<", "<"), KOP, PAND)


def _een_tabel_met_samengevoegde_rijen(r: Rapport) -> None:
    r.tabel(KOP, ("1. Sneller hulp", "<", "<"), WACHTLIJST, COACH, ("2. Wonen", "<", "<"), PAND)


def _een_tabel_met_genummerde_rijen(r: Rapport) -> None:
    r.tabel(KOP, ("1. Sneller hulp", "", ""), WACHTLIJST, COACH, ("", "", ""), ("2. Wonen", "", ""), PAND)


def _een_tabel_met_vette_rijen(r: Rapport) -> None:
    r.tabel(KOP, ("**Sneller hulp", "", ""), WACHTLIJST, COACH, ("**Wonen", "", ""), PAND)


def _een_tabel_met_herhaalde_koppen(r: Rapport) -> None:
    r.tabel(
        ("1. Sneller hulp", "Voortgang", "Planning"),
        WACHTLIJST,
        ("1. Sneller hulp", "Voortgang", "Planning"),
        COACH,
        ("2. Wonen", "Voortgang", "Planning"),
        PAND,
    )


def _kolommen_in_een_andere_volgorde(r: Rapport) -> None:
    def om(r: tuple[str, str, str]) -> tuple[str, str, str]:
        return r[2], r[0], r[1]

    r.kop("1. Sneller hulp").tabel(om(KOP), om(WACHTLIJST), om(COACH)).kop("2. Wonen").tabel(om(KOP), om(PAND))


def _andere_woorden(r: Rapport) -> None:
    r.kop("1. Sneller hulp").tabel(("Actie", "Stand van zaken", "Planning/status"), WACHTLIJST, COACH)
    r.kop("2. Wonen").tabel(("Beheersmaatregelen:", "Resultaat", "Wanneer?"), PAND)


def _themakolom(r: Rapport) -> None:
    r.tabel(("Thema", *KOP), ("1. Sneller hulp", *WACHTLIJST), ("^", *COACH), ("2. Wonen", *PAND))


def _nummerkolom(r: Rapport) -> None:
    r.tabel(
        ("Nr", *KOP),
        ("1", "Sneller hulp", "", ""),
        ("1a", *(WACHTLIJST[0][3:], *WACHTLIJST[1:])),
        ("1b", *(COACH[0][3:], *COACH[1:])),
        ("2", "Wonen", "", ""),
        ("2a", *(PAND[0][3:], *PAND[1:])),
    )


def _letters_met_haakje(r: Rapport) -> None:
    r.kop("1. Sneller hulp").tabel(
        KOP, ("a) Wachtlijst inkorten", *WACHTLIJST[1:]), ("(b) Vaste gezinscoach", *COACH[1:])
    )
    r.kop("2. Wonen").tabel(KOP, ("A. Pand zoeken", *PAND[1:]))


def _tabel_die_doorloopt_zonder_kop(r: Rapport) -> None:
    r.kop("1. Sneller hulp").tabel(KOP, WACHTLIJST).alinea("").tabel(COACH).kop("2. Wonen").tabel(KOP, PAND)


def _vierde_kolom_status(r: Rapport) -> None:
    r.kop("1. Sneller hulp").tabel((*KOP, "Status"), (*WACHTLIJST, "Gepland"), (*COACH[:2], "", "afgerond")).kop(
        "2. Wonen"
    ).tabel(("Maatregel", "Voortgang", "Status"), PAND)


INDELINGEN = [
    _thema_in_de_kop,
    _kop_boven_de_tabel,
    _vette_regel_boven_de_tabel,
    _genummerde_regel_boven_de_tabel,
    _samengevoegde_eerste_rij,
    _een_tabel_met_samengevoegde_rijen,
    _een_tabel_met_genummerde_rijen,
    _een_tabel_met_vette_rijen,
    _een_tabel_met_herhaalde_koppen,
    _kolommen_in_een_andere_volgorde,
    _andere_woorden,
    _themakolom,
    _nummerkolom,
    _letters_met_haakje,
    _tabel_die_doorloopt_zonder_kop,
    _vierde_kolom_status,
]


@pytest.mark.parametrize("bouw", INDELINGEN)
def test_elke_indeling_zegt_hetzelfde(bouw: Callable[[Rapport], None]) -> None:
    rapport = Rapport()
    bouw(rapport)
    gelezen = lees(rapport)
    assert kort(gelezen) == VERWACHT
    eerste = gelezen.voortgang.themas[0].maatregelen[0].regels[0]
    assert eerste.voortgang == WACHTLIJST[1]
    assert eerste.momenten == [Moment(date(2022, 7, 1), date(2022, 9, 30), Precisie.KWARTAAL)]
    assert gelezen.niet_herkend == []
    assert gelezen.voortgang.gemeente == "Zandwijk"
    assert gelezen.voortgang.periode == "2022-H1"
    assert gelezen.waarschuwingen == []
