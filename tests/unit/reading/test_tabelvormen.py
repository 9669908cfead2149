"""Tables in which a notitie says the same in another arrangement: crosses, who-does-what, one item a row."""

import pytest

from app.domain.structuur import Opdrachtnemer, Prioriteit, Probleemgebied
from app.reading.notitie.lezen import GelezenNotitie
from tests.unit.reading.test_indeling import Schets

IST_SOLL = (("Ist", "- Ritten zijn duur."), ("Soll", "- Ritten zijn betaalbaar."))
DOELEN = (
    ("Doelen", "1. 10% minder ritten in 2025.\n2. Maximaal 3 klachten in 2025."),
    ("Indicatoren", "1. Aantal ritten.\n2. Aantal klachten."),
    ("Interventies", "1. Bus inzetten.\n2. Tarief verhogen."),
)


def vervoer(*rijen: tuple[str, ...], onder: tuple[tuple[str, ...], ...] = ()) -> GelezenNotitie:
    schets = Schets().kop(1, "Vervoer").tabel(*rijen)
    return (schets.tekst("").tabel(*onder) if onder else schets).lees()


def enige(gelezen: GelezenNotitie) -> Probleemgebied:
    (gebied,) = gelezen.notitie.probleemgebieden
    return gebied


def verdeling(gebied: Probleemgebied) -> dict[str, tuple[list[int], list[int]]]:
    """Per opdrachtnemer the numbers of its doelen and of its interventies."""
    return {
        nemer.value: ([v.nummer for v in opdracht.doelen], [v.nummer for v in opdracht.interventies])
        for nemer, opdracht in gebied.opdracht.items()
    }


VERDEELD = {"lokaal": ([1], [1]), "rigg": ([2], [2])}


@pytest.mark.parametrize(
    "rijen",
    [
        (
            ("Nr", "Doel", "Indicator", "Interventie", "Lokaal", "RIGG"),
            ("1", "10% minder ritten in 2025.", "Aantal ritten.", "Bus inzetten.", "x", ""),
            ("2", "Maximaal 3 klachten in 2025.", "Aantal klachten.", "Tarief verhogen.", "-", "✓"),
        ),
        (
            ("Nr.", "Doelen", "Indicator", "Nr.", "Interventies", "Opdracht"),
            ("1", "10% minder ritten in 2025.", "Aantal ritten.", "1", "Bus inzetten.", "Lokaal"),
            ("2", "Maximaal 3 klachten in 2025.", "Aantal klachten.", "2", "Tarief verhogen.", "RIGG"),
        ),
        (
            ("Doel", "Indicatoren", "Interventies", "Lokaal/RIGG"),
            ("1. 10% minder ritten in 2025.", "1. Aantal ritten.", "1. Bus inzetten.", "Lokaal"),
            ("2. Maximaal 3 klachten in 2025.", "2. Aantal klachten.", "2. Tarief verhogen.", "RIGG"),
        ),
    ],
    ids=["kruisjes", "nummers en wie", "wie"],
)
def test_een_rij_per_doel(rijen: tuple[tuple[str, ...], ...]) -> None:
    gelezen = vervoer(*IST_SOLL, onder=rijen)
    gebied = enige(gelezen)
    assert [doel.tekst for doel in gebied.doelen] == ["10% minder ritten in 2025.", "Maximaal 3 klachten in 2025."]
    assert [(i.nummer, i.tekst) for i in gebied.indicatoren] == [(1, "Aantal ritten."), (2, "Aantal klachten.")]
    assert [(i.nummer, i.tekst) for i in gebied.interventies] == [(1, "Bus inzetten."), (2, "Tarief verhogen.")]
    assert verdeling(gebied) == VERDEELD
    assert gelezen.niet_herkend == []


def test_kruisje_tussen_haakjes_is_onder_voorbehoud_en_tekst_blijft_staan() -> None:
    kop = ("Nr", "Interventie", "Lokaal", "RIGG")
    gebied = enige(vervoer(*IST_SOLL, onder=(kop, ("1", "Bus inzetten.", "(x)", "Na overleg met de provincie"))))
    assert [(v.nummer, v.voorbehoud) for v in gebied.opdracht[Opdrachtnemer.LOKAAL].interventies] == [(1, True)]
    assert gebied.opdracht[Opdrachtnemer.RIGG].opdrachten == ["Na overleg met de provincie"]


def test_opdracht_als_tabel_met_doelen_en_interventies_in_de_rijen() -> None:
    onder = (
        ("Opdracht", "Lokaal", "RIGG"),
        ("Doelen", "1", "2"),
        ("Interventies", "1", "2"),
        ("Overig", "Folder.", "-"),
    )
    gebied = enige(vervoer(*IST_SOLL, *DOELEN, onder=onder))
    assert verdeling(gebied) == VERDEELD
    assert gebied.opdracht[Opdrachtnemer.LOKAAL].opdrachten == ["Folder."]


@pytest.mark.parametrize(
    "opdracht",
    [
        (
            ("Opdracht", "Lokaal"),
            ("", "Doelen: 1"),
            ("", "Interventies: 1"),
            ("", "RIGG"),
            ("", "Doelen: 2, interventies: 2"),
        ),
        (("Lokaal", "Doelen: 1\nInterventies: 1"), ("RIGG", "Doelen: 2\nInterventies: 2")),
        (
            (
                "Opdracht",
                "Lokaal – doelen 1 – interventies 1\nRegio (RIGG)\n- Doelen 2\n- Uit te voeren interventies: 2",
            ),
        ),
    ],
    ids=["elke regel een rij", "nemer als rij", "op een regel"],
)
def test_opdracht_anders_geschreven(opdracht: tuple[tuple[str, ...], ...]) -> None:
    gelezen = vervoer(*IST_SOLL, *DOELEN, *opdracht)
    assert verdeling(enige(gelezen)) == VERDEELD
    assert gelezen.niet_herkend == []


@pytest.mark.parametrize(
    "doelen",
    [
        (("Doel 1", "10% minder ritten in 2025."), ("Doel 2", "Maximaal 3 klachten in 2025.")),
        (("Doelen", "D1. 10% minder ritten in 2025.\nD2. Maximaal 3 klachten in 2025."),),
        (("Doelen", "4.1 10% minder ritten in 2025.\n4.2 Maximaal 3 klachten in 2025."),),
        (
            (
                "Doelen en indicatoren",
                "1. 10% minder ritten in 2025.\nIndicator: aantal ritten.\n2. Maximaal 3 klachten in 2025.",
            ),
        ),
    ],
    ids=["rij per doel", "D1", "4.1", "indicator ertussen"],
)
def test_nummers_van_doelen(doelen: tuple[tuple[str, ...], ...]) -> None:
    gebied = enige(vervoer(*IST_SOLL, *doelen))
    assert [(d.nummer, d.tekst) for d in gebied.doelen] == [
        (1, "10% minder ritten in 2025."),
        (2, "Maximaal 3 klachten in 2025."),
    ]
    assert [(i.nummer, i.tekst) for i in gebied.indicatoren] in ([], [(1, "aantal ritten.")])


def test_verwijzingen_met_het_nummer_van_het_gebied_ervoor() -> None:
    rijen = (("Doelen", "4.1 Meer bussen.\n4.2 Minder ritten."), ("Opdracht", "Lokaal\n- Realiseren doelen: 4.1, 4.2."))
    assert verdeling(enige(vervoer(*IST_SOLL, *rijen)))["lokaal"] == ([1, 2], [])


def test_verwijzing_met_een_punt_die_niet_te_plaatsen_is() -> None:
    gelezen = vervoer(*IST_SOLL, *DOELEN, ("Opdracht", "Lokaal\n- Realiseren doelen: 1, 7.2."))
    assert verdeling(enige(gelezen))["lokaal"] == ([1], [])
    assert [item.tekst for item in gelezen.niet_herkend] == ["- Realiseren doelen: 1, 7.2."]


def test_interventies_met_letters() -> None:
    rijen = (
        ("Interventies", "a. Bus.\nb. Tarief.\nc. Folder."),
        ("Opdracht", "Lokaal\n- Uitvoeren interventies: a en c."),
    )
    assert verdeling(enige(vervoer(*IST_SOLL, *rijen)))["lokaal"] == ([], [1, 3])


@pytest.mark.parametrize("uitleg", ["* onder voorbehoud van de begroting", ""])
def test_sterretje_is_alleen_voorbehoud_als_de_notitie_dat_zegt(uitleg: str) -> None:
    gelezen = vervoer(*IST_SOLL, *DOELEN, ("Opdracht", f"Lokaal\n- Uitvoeren interventies: 1*, 2.\n{uitleg}"))
    gebied = enige(gelezen)
    gevonden = [(v.nummer, v.voorbehoud) for v in gebied.opdracht[Opdrachtnemer.LOKAAL].interventies]
    assert gevonden == [(1, bool(uitleg)), (2, False)]
    assert bool(gelezen.niet_herkend) is not bool(uitleg)
    assert gebied.opdracht[Opdrachtnemer.LOKAAL].opdrachten == []
    assert uitleg in gebied.toelichting


def test_verwijzing_met_haakjes_is_geen_kopje() -> None:
    gebied = enige(vervoer(*IST_SOLL, *DOELEN, ("Opdracht", "RIGG"), ("", "- Interventies (1,)")))
    assert [v.voorbehoud for v in gebied.opdracht[Opdrachtnemer.RIGG].interventies] == [True]


def test_prioriteit_uit_een_tabel_vooraf() -> None:
    kop = ("Nr", "Probleemgebied", "Prioriteit")
    schets = Schets().tabel(kop, ("1", "Wonen", "Top 5"), ("2", "Vervoer", "Overig"), ("3", "Werk", "hoog")).tekst("")
    for naam in ("Wonen", "Vervoer", "Werk"):
        schets = schets.kop(1, naam).tabel(*IST_SOLL)
    gelezen = schets.lees()
    assert [gebied.prioriteit for gebied in gelezen.notitie.probleemgebieden] == [
        Prioriteit.TOP_VIJF,
        Prioriteit.OVERIG,
        None,
    ]
    assert any("prioriteit 'hoog' van 'Werk'" in zin for zin in gelezen.waarschuwingen)


def test_korte_lijsten_onder_top_en_overige() -> None:
    schets = Schets().tekst("Top 3 van de probleemgebieden:", "1. Wonen", "Overige probleemgebieden:", "2. Vervoer")
    gelezen = schets.kop(1, "Wonen").tabel(*IST_SOLL).kop(1, "Vervoer").tabel(*IST_SOLL).lees()
    assert [gebied.prioriteit for gebied in gelezen.notitie.probleemgebieden] == [
        Prioriteit.TOP_VIJF,
        Prioriteit.OVERIG,
    ]
    assert any("een top 3" in zin for zin in gelezen.waarschuwingen)


def test_namen_in_kapitalen_zonder_opmaak() -> None:
    schets = Schets().vet("Notitie over zorg")
    for naam in ("WONEN EN ZORG", "VERVOER"):
        schets = schets.tekst(naam).vet("Ist").tekst("- Een punt.").vet("Soll").tekst("- Nog een punt.")
    assert [gebied.naam for gebied in schets.lees().notitie.probleemgebieden] == ["WONEN EN ZORG", "VERVOER"]


def test_hoofdstukken_ervoor_horen_bij_de_inleiding() -> None:
    schets = Schets().kop(1, "1 Aanpak").tekst("Wij spraken met inwoners.").kop(1, "2 Probleemgebieden")
    for naam in ("2.1 Wonen", "2.2 Vervoer"):
        schets = schets.kop(2, naam).kop(3, "Ist").tekst("- Een punt.").kop(3, "Soll").tekst("- Nog een punt.")
    gelezen = schets.lees()
    assert [gebied.naam for gebied in gelezen.notitie.probleemgebieden] == ["Wonen", "Vervoer"]
    assert gelezen.notitie.inleiding.splitlines() == ["1 Aanpak", "Wij spraken met inwoners.", "2 Probleemgebieden"]
    assert gelezen.niet_herkend == []


def test_etiket_met_een_tab_ervoor_de_tekst() -> None:
    schets = Schets().kop(1, "Vervoer").tekst("Ist\tRitten zijn duur.", "Soll\tRitten zijn betaalbaar.")
    gebied = enige(schets.tekst("Opdracht RIGG:\tInterventie 2").lees())
    assert (gebied.ist, gebied.soll) == (["Ritten zijn duur."], ["Ritten zijn betaalbaar."])
    assert verdeling(gebied)["rigg"] == ([], [2])
