"""A folder with seeds, read."""

from datetime import date
from decimal import Decimal

from app.domain.structuur import Opdrachtnemer, Prioriteit, Richting, Streefwaarde, Verwijzing
from app.reading.seeds.lezen import lees_seeds
from tests.unit.reading.seedmap import NOTITIE, Schrijf


def test_reads_everything(schrijf: Schrijf) -> None:
    seeds = lees_seeds(schrijf())
    assert [regio.slug for regio in seeds.regios] == ["noord"]
    assert [(o.slug, o.soort, o.regio) for o in seeds.organisaties] == [
        ("dorpstad", "gemeente", "noord"),
        ("inkoop", "inkooporganisatie", "noord"),
    ]
    assert (seeds.gebruikers[0].rol, seeds.gebruikers[0].wachtwoord) == ("beleidsadviseur", "geheim")
    [seed] = seeds.notities
    assert (seed.organisatie, seed.status, seed.bestand) == ("dorpstad", "concept", "seeds/notities/notitie.yaml")
    assert (seed.notitie.gemeente, seed.notitie.datum) == ("Dorpstad", date(2020, 3, 1))


def test_reads_a_probleemgebied(schrijf: Schrijf) -> None:
    [gebied] = lees_seeds(schrijf()).notities[0].notitie.probleemgebieden
    assert (gebied.volgorde, gebied.prioriteit, gebied.ist) == (1, Prioriteit.OVERIG, ["Het gaat mis."])
    assert gebied.doelen[0].streefwaarde == Streefwaarde(
        Richting.DALING, Decimal(10), Decimal(20), "procent", 2022, 2019, open=False
    )
    assert [onderdeel.letter for onderdeel in gebied.interventies[0].onderdelen] == ["a", "b"]
    lokaal = gebied.opdracht[Opdrachtnemer.LOKAAL]
    assert lokaal.doelen == [Verwijzing(1), Verwijzing(2, voorbehoud=True)]
    assert lokaal.interventies == [Verwijzing(1, ("a", "b")), Verwijzing(2)]
    assert gebied.opdracht[Opdrachtnemer.RIGG].interventies == []


def test_a_missing_streefwaarde_is_read_from_the_text(schrijf: Schrijf) -> None:
    zonder = "\n".join(regel for regel in NOTITIE.splitlines() if "streefwaarde: {richting: daling" not in regel)
    doel = lees_seeds(schrijf(notitie=zonder)).notities[0].notitie.probleemgebieden[0].doelen[0]
    assert (doel.streefwaarde.richting, doel.streefwaarde.min, doel.streefwaarde.max) == (
        Richting.DALING,
        Decimal(10),
        Decimal(20),
    )


def test_decimals_stay_exact(schrijf: Schrijf) -> None:
    notitie = NOTITIE.replace("min: 10, max: 20", "min: 0.1, max: 0.3")
    streefwaarde = lees_seeds(schrijf(notitie=notitie)).notities[0].notitie.probleemgebieden[0].doelen[0].streefwaarde
    assert (streefwaarde.min, streefwaarde.max) == (Decimal("0.1"), Decimal("0.3"))


def test_emoji_and_right_to_left_text_are_kept(schrijf: Schrijf) -> None:
    tekst = "Iedereen blij 👩‍👧 مرحبا {x} <b>"
    notitie = NOTITIE.replace("Het gaat goed.", f'"{tekst}"')
    assert lees_seeds(schrijf(notitie=notitie)).notities[0].notitie.probleemgebieden[0].soll == [tekst]


def test_a_password_is_not_shown_by_repr(schrijf: Schrijf) -> None:
    assert "geheim" not in repr(lees_seeds(schrijf()))
