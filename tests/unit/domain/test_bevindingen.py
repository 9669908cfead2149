from decimal import Decimal

import pytest

from app.domain.bevindingen.tekst import heeft_open_waarde
from app.domain.bevindingen.vinden import AFHANDELING, bevindingen, bevindingen_van
from app.domain.notitie.structuur_json import als_dict, uit_dict
from app.domain.structuur import (
    Doel,
    Indicator,
    Interventie,
    Notitie,
    Onderdeel,
    Opdracht,
    Opdrachtnemer,
    Probleemgebied,
    Richting,
    Streefwaarde,
    Verwijzing,
)
from tests.unit.domain.conceptnotitie import lees_bron

DALING = Streefwaarde(Richting.DALING, Decimal(10), Decimal(10), "procent", 2022, 2019)


def gebied() -> Probleemgebied:
    """A probleemgebied about which nothing is to be remarked."""
    return Probleemgebied(
        1,
        "Jeugd",
        doelen=[
            Doel(1, "10% minder plaatsingen in een instelling", DALING),
            Doel(2, "10% minder verwijzingen", DALING),
        ],
        indicatoren=[Indicator(1, "Aantal plaatsingen"), Indicator(2, "Aantal verwijzingen")],
        interventies=[Interventie(1, "Training", [Onderdeel("a", "Werven"), Onderdeel("b", "Geven")])],
        opdracht={
            Opdrachtnemer.LOKAAL: Opdracht([], [Verwijzing(1)], [Verwijzing(1, ("a",))]),
            Opdrachtnemer.RIGG: Opdracht([], [Verwijzing(2)], [Verwijzing(1, ("b",))]),
        },
    )


def codes(probleemgebied: Probleemgebied, notitie: Notitie | None = None) -> list[tuple[str, str, int]]:
    return [(b.code, b.soort, b.nummer) for b in bevindingen_van(probleemgebied, notitie)]


def echte_notitie() -> tuple[Notitie, list[dict[str, object]]]:
    bron = lees_bron()
    notitie = uit_dict(bron)
    notitie.probleemgebieden[6].naam_in_lijst = "Intensief ambulante ondersteuning"
    return notitie, bron["bevindingen"]


def test_de_echte_notitie() -> None:
    notitie, verwacht = echte_notitie()
    gevonden = als_dict(notitie, bevindingen(notitie))["bevindingen"]
    assert [{sleutel: b[sleutel] for sleutel in b if sleutel != "zin"} for b in gevonden] == verwacht


def test_per_probleemgebied_dezelfde_als_voor_de_hele_notitie() -> None:
    notitie, _ = echte_notitie()
    per_gebied = [b for g in notitie.probleemgebieden for b in bevindingen_van(g, notitie)]
    assert sorted(map(repr, per_gebied)) == sorted(map(repr, bevindingen(notitie)))


def test_niets_op_te_merken() -> None:
    assert codes(gebied()) == []


def test_elke_bevinding_heeft_een_kopje_en_een_zin_met_de_plek() -> None:
    notitie, _ = echte_notitie()
    for bevinding in bevindingen(notitie):
        assert bevinding.code in AFHANDELING
        assert f"'{bevinding.probleemgebied}'" in bevinding.zin
        assert bevinding.zin.endswith(".")


def test_doel_zonder_indicator_en_open_waarde() -> None:
    g = gebied()
    g.doelen[1].streefwaarde = Streefwaarde(Richting.DALING, None, None, "procent", 2022, 2019, True)
    del g.indicatoren[1]
    assert codes(g) == [("doel-open-waarde", "doel", 2), ("doel-zonder-indicator", "doel", 2)]
    g.doelen[1].streefwaarde = Streefwaarde()
    assert codes(g) == []


def test_indicator_met_het_nummer_van_een_ander_doel() -> None:
    g = gebied()
    g.indicatoren = [Indicator(1, "Aantal verwijzingen"), Indicator(2, "Jaarlijkse daling verwijzingen")]
    assert codes(g) == [("indicator-past-bij-ander-doel", "indicator", 1)]


def test_bijna_gelijke_doelen_geven_geen_vals_alarm() -> None:
    g = gebied()
    g.doelen = [
        Doel(1, "10% minder uitgaven ambulante hulp", DALING),
        Doel(2, "10% minder jongeren ambulante hulp", DALING),
    ]
    g.indicatoren = [Indicator(1, "Jaarlijkse daling ambulante hulp"), Indicator(2, "Ambulante hulp")]
    assert codes(g) == []


@pytest.mark.parametrize(
    "tekst", ["Uitbreiden met €x.", "X fte extra", "Contract van € XX", "Uitbreiden met X", "x% meer"]
)
def test_open_waarde_in_een_interventie(tekst: str) -> None:
    assert heeft_open_waarde(tekst)
    g = gebied()
    g.interventies[0].onderdelen[1].tekst = tekst
    assert codes(g) == [("interventie-open-waarde", "interventie", 1)]
    assert "onderdeel b" in bevindingen_van(g)[0].zin


@pytest.mark.parametrize(
    "tekst", ["Fase X afronden", "VWO-X", "Extra hulp", "Malcolm", "Exploitatie", "Generatie X bereiken"]
)
def test_een_letter_x_is_geen_open_waarde(tekst: str) -> None:
    assert not heeft_open_waarde(tekst)


def test_jaren() -> None:
    g = gebied()
    g.doelen[0].streefwaarde = Streefwaarde(Richting.DALING, Decimal(1), None, "aantal", 2018, 2019)
    g.doelen[1].streefwaarde = Streefwaarde(Richting.STIJGING, Decimal(1), None, "aantal")
    assert codes(g) == [
        ("doel-zonder-referentiejaar", "doel", 2),
        ("doel-zonder-doeljaar", "doel", 2),
        ("doeljaar-voor-referentiejaar", "doel", 1),
    ]
    assert ("doel-zonder-doeljaar", "doel", 2) not in codes(g, Notitie("N", doeljaar=2022))


def test_opdrachtnemers() -> None:
    g = gebied()
    g.opdracht[Opdrachtnemer.RIGG] = Opdracht([], [Verwijzing(1), Verwijzing(9)], [Verwijzing(1, ("a", "z"))])
    assert codes(g) == [
        ("gedeelde-opdracht", "doel", 1),
        ("gedeelde-opdracht", "interventie", 1),
        ("doel-zonder-opdrachtnemer", "doel", 2),
        ("interventie-zonder-opdrachtnemer", "interventie", 1),
        ("verwijzing-naar-onbekend-nummer", "doel", 9),
        ("verwijzing-naar-onbekend-nummer", "interventie", 1),
    ]


def test_zonder_opdracht_heeft_niets_een_opdrachtnemer() -> None:
    g = gebied()
    g.opdracht = {}
    assert [code for code, _, _ in codes(g)] == ["doel-zonder-opdrachtnemer"] * 2 + ["interventie-zonder-opdrachtnemer"]


def test_nummers_en_lege_teksten() -> None:
    g = gebied()
    g.doelen += [Doel(2, " ", Streefwaarde()), Doel(4, "Vier", Streefwaarde())]
    g.indicatoren.append(Indicator(7, "Los"))
    g.opdracht[Opdrachtnemer.RIGG].doelen.append(Verwijzing(4))
    assert codes(g) == [
        ("indicator-zonder-doel", "indicator", 7),
        ("nummer-dubbel", "doel", 2),
        ("nummer-overgeslagen", "doel", 3),
        ("lege-tekst", "doel", 2),
    ]


def test_een_typefout_in_een_nummer_vult_het_scherm_niet() -> None:
    g = gebied()
    g.doelen.append(Doel(10**9, "Ver weg", Streefwaarde()))
    assert len(codes(g)) < 30


def test_zonder_doelen() -> None:
    assert codes(Probleemgebied(3, "Leeg")) == [("probleemgebied-zonder-doelen", "probleemgebied", 3)]
