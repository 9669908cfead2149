"""Which two opdrachten are the same: a list of pairs made by hand, and what holds for any two texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.regio.kenmerk import gelijkenis_van, kenmerk_van, overlap, zelfde_opdracht

LOKAAL = "Lokale afspraken met aanbieders mogelijk maken in het regionale contract."
PRODUCTEN = "Productomschrijvingen verhelderen en het aantal producten verminderen."

HETZELFDE = [
    # other words, another order, a compound taken apart
    (PRODUCTEN, "Omschrijvingen van producten verhelderen en zorgen dat er minder producten zijn."),
    (PRODUCTEN, "Het aantal producten met een contract terugbrengen en de omschrijvingen ervan duidelijker maken."),
    (PRODUCTEN, "Minder producten contracteren en duidelijker omschrijven wat elk product inhoudt."),
    ("Productomschrijvingen verhelderen", "Verhelderen van de productomschrijving."),
    ("Productomschrijvingen verhelderen", "VERDUIDELIJKING\tPRODUCTOMSCHRIJVING"),
    (PRODUCTEN, "Productomschrijvingen verhelderen"),
    (LOKAAL, "In het contract toestaan dat een gemeente lokale afspraken maakt met aanbieders."),
    (LOKAAL, "In het regionale contract ruimte laten voor lokale afspraken met aanbieders."),
    (LOKAAL, "Ruimte maken voor afspraken van het gebiedsteam met lokale aanbieders, naast het regionale contract."),
    # only the first sentence says what is asked, and not what it explains after that
    (LOKAAL, "Regionaal lokale afspraken met aanbieders mogelijk maken. Teams en aanbieders spreken elkaar elke week."),
    ("Minimaal 3 vaste aanbieders per dorp in 2030", "Vaste aanbieders per dorp, bijvoorbeeld wie al cliënten heeft."),
    ("Inkoop blijft bij de RIGG.", "De RIGG blijft dit inkopen."),
    # the same doel with another figure, another year, still open, or as a level
    ("8 meer pleeggezinnen dan in 2024", "In 2030 zijn er X pleeggezinnen meer in de gemeente."),
    ("In 2030 zijn er 12 verblijfsplekken in de regio", "20 plaatsen voor verblijf binnen de regio in 2028"),
    ("20% minder cliënten in de specialistische ggz", "10% minder jongeren in specialistische GGZ t.o.v. 2021"),
    ("Niet langer dan 4 weken wachten op hulp bij crisis", "Maximaal 6 weken wachten op crisishulp"),
    ("Hulp voor jongeren van 12-18 jaar inkopen", "Inkopen van hulp voor 12- tot 18-jarigen"),
    ("Inkopen.", "inkopen"),
    ("Geen", "geen."),
]

NIET_HETZELFDE = [
    # opposite ways
    ("8 meer pleeggezinnen dan in 2024", "8 minder pleeggezinnen dan in 2024"),
    ("Meer verblijf en minder begeleiding inkopen", "Minder verblijf en meer begeleiding inkopen"),
    ("Verblijf en pleegzorg blijven inkopen", "Verblijf en pleegzorg niet blijven inkopen"),
    ("Cliënten van begeleiding naar welzijn leiden", "Cliënten van welzijn naar begeleiding leiden"),
    ("Contract met aanbieders verlengen", "Contract met aanbieders beëindigen"),
    ("Verblijf lokaal inkopen", "Verblijf regionaal inkopen"),
    # the same of something else
    ("Ambulante begeleiding inkopen", "Ambulante behandeling inkopen"),
    ("Wachttijden in de ggz verkorten", "Wachttijden bij verblijf verkorten"),
    ("Hulp voor jongeren van 12-18 jaar inkopen", "Hulp voor jongeren van 4-12 jaar inkopen"),
    ("Hulp voor 18- inkopen", "Hulp voor 18+ inkopen"),
    ("Afspraken maken met huisartsen over verwijzen", "Afspraken maken met scholen over verwijzen"),
    ("Product 45A12 uit het contract halen", "Product 50B07 uit het contract halen"),
    ("Onderzoek doen naar schommelingen in verblijf", "Onderzoek doen naar jongeren die beschermd wonen"),
    ("30% minder uitgaven aan individuele begeleiding", "50% minder jongeren met individuele begeleiding"),
    (
        "Bij de selectie van aanbieders verplichten dat zij in de regio meer plekken voor verblijf maken",
        "Bij de selectie van aanbieders verplichten dat zij in de regio meer plekken om te logeren maken",
    ),
    (LOKAAL, "Lokale afspraken maken met aanbieders over vervoer en over hulp na de behandeling."),
    # too little to say
    ("Inkopen.", "Verblijf inkopen."),
    ("Begeleiding", "Begeleiding van ouders"),
    ("", "Verblijf inkopen."),
    ("שלום", "להתראות"),
    ("🎯", ""),
]


@pytest.mark.parametrize(("een", "ander"), HETZELFDE)
def test_dit_is_dezelfde_opdracht(een: str, ander: str) -> None:
    assert zelfde_opdracht(kenmerk_van(een), kenmerk_van(ander))
    assert zelfde_opdracht(kenmerk_van(ander), kenmerk_van(een))


@pytest.mark.parametrize(("een", "ander"), NIET_HETZELFDE)
def test_dit_is_een_andere_opdracht(een: str, ander: str) -> None:
    assert not zelfde_opdracht(kenmerk_van(een), kenmerk_van(ander))
    assert not zelfde_opdracht(kenmerk_van(ander), kenmerk_van(een))


def test_een_ander_onderdeel_is_een_andere_opdracht() -> None:
    kop = "Afspraken maken:"
    met_scholen, met_artsen = kenmerk_van(kop, ("Met scholen.",)), kenmerk_van(kop, ("Met huisartsen.",))
    assert not zelfde_opdracht(met_scholen, met_artsen)
    assert zelfde_opdracht(met_scholen, kenmerk_van("Afspraken met scholen maken."))


WOORDEN = [
    "afspraken",
    "aanbieder",
    "aanbieders",
    "begeleiding",
    "contract",
    "geen",
    "gemeente",
    "gezin",
    "hulp",
    "inkopen",
    "jongeren",
    "lokale",
    "meer",
    "minder",
    "niet",
    "plekken",
    "product",
    "producten",
    "regio",
    "regionale",
    "van",
    "naar",
    "verblijf",
    "verhelderen",
    "verminderen",
    "zorg",
    "12",
    "18+",
    "4-12",
    "jaar",
    "x",
]
zinnen = st.lists(st.sampled_from(WOORDEN), max_size=12).map(" ".join)
teksten = zinnen | st.text(max_size=60)


@given(teksten, teksten)
def test_vergelijken_gaat_twee_kanten_op(een: str, ander: str) -> None:
    links, rechts = kenmerk_van(een), kenmerk_van(ander)
    assert zelfde_opdracht(links, links)
    assert zelfde_opdracht(links, rechts) == zelfde_opdracht(rechts, links)
    assert gelijkenis_van(links, rechts) == gelijkenis_van(rechts, links)
    assert 0 <= overlap(links.alles, rechts.alles) <= 1


@given(zinnen)
def test_hoofdletters_spaties_en_een_punt_maken_niet_uit(tekst: str) -> None:
    anders = "  " + tekst.upper().replace(" ", "  ") + "."
    assert zelfde_opdracht(kenmerk_van(tekst), kenmerk_van(anders))


@given(
    st.lists(st.sampled_from(["inkoop", "begeleiding", "verblijf", "vervoer", "logeren", "crisis"]), max_size=8),
    st.randoms(),
)
def test_de_volgorde_van_losse_woorden_maakt_niet_uit(woorden: list[str], willekeur: object) -> None:
    anders = sorted(woorden, key=lambda _: willekeur.random())  # type: ignore[attr-defined]
    assert zelfde_opdracht(kenmerk_van(" ".join(woorden)), kenmerk_van(" ".join(anders)))


@pytest.mark.parametrize(
    "tekst", ["a " * 100_000, "(" * 50_000, "van " * 20_000, "niet meer dan " * 5_000, "1-" * 9_000]
)
def test_een_vreemde_lange_tekst_is_ook_een_tekst(tekst: str) -> None:
    assert kenmerk_van(tekst) == kenmerk_van(tekst)
