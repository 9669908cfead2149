"""What is read from the planning of a beheersmaatregel."""

import json
from datetime import date
from pathlib import Path

import pytest

from app.domain.planning.lezen import Planning, lees_planning, lees_statuswoord
from app.domain.voortgang.structuur import Moment, Precisie, Status
from app.domain.voortgang.structuur_json import moment_als_dict

PEIL = date(2019, 6, 30)
WAARHEID = (
    Path(__file__).resolve().parents[4] / "shared" / "bronnen" / "halfjaarrapportage-noordoostpolder-2019-h1.json"
)


def _lees(*teksten: str) -> Planning:
    return lees_planning(teksten, PEIL)


def _kort(planning: Planning) -> list[str]:
    """ "2020-01-01..2020-03-31 kwartaal", with nothing on a side that is open; a recurrence is its words."""
    return [
        m.herhaling or f"{m.van or ''}..{m.tot or ''} {m.precisie.value if m.precisie else ''}"
        for m in planning.momenten
    ]


@pytest.mark.skipif(not WAARHEID.exists(), reason="de brondocumenten staan niet naast het project")
def test_de_twintig_regels_van_het_brondocument() -> None:
    themas = json.loads(WAARHEID.read_text(encoding="utf-8"))["themas"]
    regels = [regel for thema in themas for maatregel in thema["maatregelen"] for regel in maatregel["regels"]]
    assert len(regels) == 20
    for regel in regels:
        planning = lees_planning(regel["planning"], PEIL)
        assert planning.status == regel["status"]
        assert [moment_als_dict(moment) for moment in planning.momenten] == regel["momenten"]
        assert (planning.statussen if len(planning.statussen) > 1 else []) == regel.get("statussen_in_tekst", [])
        assert planning.niet_begrepen == []


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("1 januari 2020", "2020-01-01..2020-01-01 dag"),
        ("31-03-2020", "2020-03-31..2020-03-31 dag"),
        ("1-1-2020", "2020-01-01..2020-01-01 dag"),
        ("1/1/2020", "2020-01-01..2020-01-01 dag"),
        ("2020-05-31", "2020-05-31..2020-05-31 dag"),
        ("1 jan. 2020", "2020-01-01..2020-01-01 dag"),
        ("31-12-20", "2020-12-31..2020-12-31 dag"),
        ("januari 2020", "2020-01-01..2020-01-31 maand"),
        ("februari 2020", "2020-02-01..2020-02-29 maand"),
        ("05-2020", "2020-05-01..2020-05-31 maand"),
        ("2020-05", "2020-05-01..2020-05-31 maand"),
        ("eerste helft van maart 2020", "2020-03-01..2020-03-31 maand"),
        ("Q1 2020", "2020-01-01..2020-03-31 kwartaal"),
        ("2020 (Q2)", "2020-04-01..2020-06-30 kwartaal"),
        ("tot Q2 2020", "..2020-03-31 kwartaal"),
        ("1-3-2020-1-7-2020", "2020-03-01..2020-07-01 dag"),
        ("eind van het jaar", "2019-10-01..2019-12-31 kwartaal"),
        ("2020-Q4", "2020-10-01..2020-12-31 kwartaal"),
        ("1e kwartaal 2020", "2020-01-01..2020-03-31 kwartaal"),
        ("eerste kwartaal 2020", "2020-01-01..2020-03-31 kwartaal"),
        ("vierde kwartaal van 2020", "2020-10-01..2020-12-31 kwartaal"),
        ("eerste helft 2020", "2020-01-01..2020-06-30 halfjaar"),
        ("eerste helft van 2020", "2020-01-01..2020-06-30 halfjaar"),
        ("2e halfjaar 2020", "2020-07-01..2020-12-31 halfjaar"),
        ("H1 2020", "2020-01-01..2020-06-30 halfjaar"),
        ("2020", "2020-01-01..2020-12-31 jaar"),
        ("in de loop van 2020", "2020-01-01..2020-12-31 jaar"),
        ("staat gepland voor 2020", "2020-01-01..2020-12-31 jaar"),
        ("begin 2020", "2020-01-01..2020-03-31 kwartaal"),
        ("eind 2019", "2019-10-01..2019-12-31 kwartaal"),
        ("medio 2020", "2020-06-01..2020-07-31 maand"),
        ("voorjaar 2020", "2020-03-01..2020-05-31 kwartaal"),
        ("zomer 2020", "2020-06-01..2020-08-31 kwartaal"),
        ("najaar 2020", "2020-09-01..2020-11-30 kwartaal"),
        ("winter 2020/2021", "2020-12-01..2021-02-28 kwartaal"),
        ("schooljaar 2020-2021", "2020-08-01..2021-07-31 jaar"),
        ("week 12 2020", "2020-03-16..2020-03-22 dag"),
        ("2020/2021", "2020-01-01..2021-12-31 jaar"),
        ("2020/21", "2020-01-01..2021-12-31 jaar"),
        ("2020-2022", "2020-01-01..2022-12-31 jaar"),
        ("januari - maart 2020", "2020-01-01..2020-03-31 maand"),
        ("november - maart 2020", "2019-11-01..2020-03-31 maand"),
        ("Q1/Q2 2020", "2020-01-01..2020-06-30 kwartaal"),
        ("1 t/m 5 maart 2020", "2020-03-01..2020-03-05 dag"),
        ("van 1 maart tot 1 juli 2020", "2020-03-01..2020-06-30 dag"),
        ("van 1 maart t/m 1 juli 2020", "2020-03-01..2020-07-01 dag"),
        ("tussen 1 maart en 1 juli 2020", "2020-03-01..2020-07-01 dag"),
        ("t/m 1 juli 2020", "..2020-07-01 dag"),
        ("tot en met juli 2020", "..2020-07-31 maand"),
        ("uiterlijk 1 juli 2020", "..2020-07-01 dag"),
        ("uiterlijk eind maart 2020", "..2020-03-31 maand"),
        ("voor 1 juli 2020", "..2020-06-30 dag"),
        ("vóór 2021", "..2020-12-31 jaar"),
        ("voor eind 2020", "..2020-12-31 kwartaal"),
        ("vanaf 1 januari 2020", "2020-01-01.. dag"),
        ("met ingang van januari 2020", "2020-01-01.. maand"),
        ("2020 e.v.", "2020-01-01.. jaar"),
        ("na 1 juli 2020", "2020-07-02.. dag"),
    ],
)
def test_een_moment(tekst: str, verwacht: str) -> None:
    planning = _lees(tekst)
    assert _kort(planning) == [verwacht]
    assert planning.status is Status.GEPLAND
    assert planning.niet_begrepen == []


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("Jaarlijks", ["jaarlijks"]),
        ("elk jaar in november", ["jaarlijks in november"]),
        ("jaarlijks in mei en november", ["jaarlijks in mei", "jaarlijks in november"]),
        ("jaarlijks op 1 november", ["jaarlijks op 1 november"]),
        ("ieder jaar in het najaar", ["jaarlijks in het najaar"]),
        ("elk kwartaal", ["elk kwartaal"]),
        ("4x per jaar", ["elk kwartaal"]),
        ("maandelijks", ["maandelijks"]),
        ("twee keer per jaar", ["halfjaarlijks"]),
        ("elke week", ["wekelijks"]),
    ],
)
def test_herhaling(tekst: str, verwacht: list[str]) -> None:
    planning = _lees(tekst)
    assert planning.momenten == [Moment(herhaling=herhaling) for herhaling in verwacht]
    assert planning.status is Status.DOORLOPEND
    assert planning.statussen == []


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("Doorlopend", "doorlopend"),
        ("Loopt gewoon door", "doorlopend"),
        ("Afgerond", "afgerond"),
        ("Gereed", "afgerond"),
        ("klaar", "afgerond"),
        ("loopt", "in uitvoering"),
        ("Gestart in maart", "in uitvoering"),
        ("In uitvoering", "in uitvoering"),
        ("bijna klaar", "in uitvoering"),
        ("On hold", "uitgesteld"),
        ("Uitgesteld", "uitgesteld"),
        ("stopgezet", "vervallen"),
        ("Vervalt", "vervallen"),
        ("gepland", "gepland"),
        ("Nog niet gestart", "niet gestart"),
        ("wordt afgerond in Q1 2020", "gepland"),
        ("Gereed voor 1 juli 2020", "gepland"),
    ],
)
def test_statuswoord(tekst: str, verwacht: str) -> None:
    planning = _lees(tekst)
    assert planning.status == verwacht
    assert [status.value for status in planning.statussen] == [verwacht]
    assert planning.niet_begrepen == []


def test_meer_statussen_de_laatste_telt() -> None:
    for teksten in (("Afgerond/Eventueel Doorlopend",), ("Afgerond", "Doorlopend"), ("Afgerond\nDoorlopend",)):
        planning = _lees(*teksten)
        assert planning.status is Status.DOORLOPEND
        assert planning.statussen == [Status.AFGEROND, Status.DOORLOPEND]
    assert _lees("Doorlopend, loopt door").statussen == [Status.DOORLOPEND]


@pytest.mark.parametrize("tekst", ["Nog te bepalen", "n.t.b.", "N.t.b", "-", "nog niet bekend", "", "p.m."])
def test_nog_geen_planning_is_begrepen(tekst: str) -> None:
    assert _lees(tekst) == Planning()


@pytest.mark.parametrize(
    "tekst",
    [
        "32-13-2020",
        "31-02-2020",
        "31 februari 2020",
        "132 januari 2020",
        "Q5 2020",
        "5e kwartaal 2020",
        "3e halfjaar 2020",
        "13-2020",
        "2020-13",
        "2022-2020",
        "week 54 2020",
        "winter 2020",
        "jaarlijks op 32 november",
        "1 januari 20200",
        "zodra het kan",
        "nog niet afgerond",
    ],
)
def test_wat_niet_kan_wordt_niet_geraden(tekst: str) -> None:
    planning = _lees(tekst)
    assert (planning.status, planning.momenten) == (None, [])
    assert planning.niet_begrepen == [tekst]


def test_het_andere_in_de_cel_blijft_begrepen() -> None:
    planning = _lees("32-13-2020 of 1 juli 2020")
    assert planning.niet_begrepen == ["32-13-2020"]
    assert _kort(planning) == ["2020-07-01..2020-07-01 dag"]


def test_meer_momenten_in_een_zin_en_in_een_cel() -> None:
    zin = "Voorstel op 30 januari 2020; uitvoering vanaf 1 juli 2020 en evaluatie eind 2021."
    assert _kort(_lees(zin)) == [
        "2020-01-30..2020-01-30 dag",
        "2020-07-01.. dag",
        "2021-10-01..2021-12-31 kwartaal",
    ]
    assert _kort(_lees("1 en 15 maart 2020", "Doorlopend/december 2019")) == [
        "2020-03-01..2020-03-01 dag",
        "2020-03-15..2020-03-15 dag",
        "2019-12-01..2019-12-31 maand",
    ]
    assert _kort(_lees("januari, april en juli 2020"))[1:] == [
        "2020-04-01..2020-04-30 maand",
        "2020-07-01..2020-07-31 maand",
    ]


def test_uitgesteld_tot_is_niet_ervoor() -> None:
    planning = _lees("Uitgesteld tot Q2 2020")
    assert planning.status is Status.UITGESTELD
    assert _kort(planning) == ["2020-04-01..2020-06-30 kwartaal"]


def test_twee_dagen_met_een_streep_ertussen() -> None:
    assert _kort(_lees("1-3-2020/1-7-2020")) == ["2020-03-01..2020-03-01 dag", "2020-07-01..2020-07-01 dag"]


def test_jaar_uit_de_rapportageperiode() -> None:
    assert _kort(_lees("medio oktober")) == ["2019-10-01..2019-10-31 maand"]
    assert _kort(_lees("12 mei")) == ["2019-05-12..2019-05-12 dag"]
    assert _kort(_lees("eind volgend jaar")) == ["2020-10-01..2020-12-31 kwartaal"]
    assert _kort(lees_planning(["medio maart"], date(2019, 12, 31))) == ["2020-03-01..2020-03-31 maand"]
    zonder = lees_planning(["medio oktober"])
    assert (zonder.momenten, zonder.niet_begrepen) == ([], ["medio oktober"])


def test_bedragen_en_aantallen_zijn_geen_jaren() -> None:
    assert _lees("€ 2020").momenten == []
    assert _lees("2020 uur").momenten == []
    assert _lees("2.020").momenten == []


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("Afgerond", Status.AFGEROND),
        ("In uitvoering.", Status.IN_UITVOERING),
        ("niet gestart", Status.NIET_GESTART),
        ("loopt", Status.IN_UITVOERING),
        ("halverwege", None),
        ("nog niet afgerond", None),
    ],
)
def test_statuskolom(tekst: str, verwacht: Status | None) -> None:
    assert lees_statuswoord(tekst) is verwacht


def test_precisie_volgt_uit_de_fijnste_grens() -> None:
    assert _lees("januari 2020 t/m 15 maart 2020").momenten[0].precisie is Precisie.DAG
    assert _lees("voorjaar 2020 - najaar 2020").momenten == [
        Moment(date(2020, 3, 1), date(2020, 11, 30), Precisie.MAAND)
    ]
