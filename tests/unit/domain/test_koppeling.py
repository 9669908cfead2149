from app.domain.koppeling import Plek, koppel, koppel_gebieden
from app.domain.structuur import Doel, Probleemgebied


def plekken(*teksten: str) -> list[Plek]:
    return [Plek(nummer, tekst) for nummer, tekst in enumerate(teksten, start=1)]


def test_zelfde_lijst_gaat_door_op_zijn_plek() -> None:
    lijst = plekken("bouw huizen", "bouw huizen", "sloop schuren")
    assert koppel(lijst, lijst) == [0, 1, 2]


def test_tussenvoegen_verschuift_geen_identiteit() -> None:
    oud = plekken("bouw meer huizen", "sloop oude schuren", "plant bomen langs de weg")
    nieuw = plekken("leg fietspaden", "bouw meer huizen", "sloop alle oude schuren", "plant bomen langs de weg")
    assert koppel(oud, nieuw) == [None, 0, 1, 2]


def test_omgewisseld_volgt_de_tekst() -> None:
    assert koppel(plekken("eerste zin", "heel iets anders"), plekken("heel iets anders", "eerste zin")) == [1, 0]


def test_een_heel_andere_zin_op_dezelfde_plek_gaat_door() -> None:
    assert koppel(plekken("aap noot"), plekken("wim zus")) == [0]


def test_hoofdletters_en_spaties_maken_niet_uit() -> None:
    assert koppel([Plek(1, "Bouw  huizen")], [Plek(4, "bouw huizen")]) == [0]


def test_een_oud_item_wordt_maar_een_keer_gebruikt() -> None:
    assert koppel(plekken("bouw huizen"), plekken("bouw huizen", "bouw huizen")) == [0, None]


def test_een_lange_vervangen_lijst_valt_terug_op_de_plek() -> None:
    oud, nieuw = plekken(*(f"oud woord{i}" for i in range(80))), plekken(*(f"nieuw term{i}" for i in range(80)))
    assert koppel(oud, nieuw) == list(range(80))


def gebied(naam: str, *doelen: str) -> Probleemgebied:
    return Probleemgebied(volgorde=1, naam=naam, doelen=[Doel(i, tekst) for i, tekst in enumerate(doelen, start=1)])


def test_een_hernoemd_probleemgebied_wordt_herkend_aan_wat_erin_staat() -> None:
    oud = [gebied("Wonen", "meer huizen in het dorp"), gebied("Werk", "minder mensen zonder baan")]
    nieuw = [gebied("Arbeid", "minder mensen zonder vaste baan"), gebied("wonen", "iets heel anders")]
    assert koppel_gebieden(oud, nieuw) == [1, 0]


def test_twee_probleemgebieden_zonder_overeenkomst_zijn_niet_hetzelfde() -> None:
    assert koppel_gebieden([gebied("Wonen", "meer huizen")], [gebied("Werk", "minder drukte")]) == [None]
    assert koppel_gebieden([gebied("Wonen")], [gebied("Werk")]) == [None]


def test_een_merk_gaat_voor_tekst_en_plek() -> None:
    oud = [Plek(1, "bouw meer huizen", "aa"), Plek(2, "sloop oude schuren", "bb")]
    nieuw = [Plek(1, "bouw meer huizen", "bb"), Plek(2, "heel wat anders", "aa"), Plek(3, "sloop schuren")]
    assert koppel(oud, nieuw) == [1, 0, None]


def test_een_verdubbeld_of_vreemd_merk_valt_terug_op_de_tekst() -> None:
    oud = [Plek(1, "bouw meer huizen", "aa"), Plek(2, "sloop oude schuren", "bb")]
    nieuw = [Plek(1, "leg fietspaden aan", "aa"), Plek(2, "sloop oude schuren", "aa"), Plek(3, "nieuw", "zz")]
    assert koppel(oud, nieuw) == [0, 1, None]


def test_twee_merken_op_een_plek_zijn_twee_dingen() -> None:
    assert koppel([Plek(1, "aap noot", "aa")], [Plek(1, "wim zus", "bb")]) == [None]
    assert koppel([Plek(1, "aap noot", "aa")], [Plek(1, "wim zus")]) == [0]


def test_een_probleemgebied_met_hetzelfde_merk_mag_heten_en_bevatten_wat_het_wil() -> None:
    oud, nieuw = gebied("Wonen", "meer huizen"), gebied("Werk", "minder drukte")
    oud.merk = nieuw.merk = "aa"
    assert koppel_gebieden([gebied("Werk"), oud], [nieuw]) == [1]
