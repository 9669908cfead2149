import pytest

from app.domain.wachtwoord import bezwaar, bezwaar_tegen_lengte, genormaliseerd, staat_op_lijst

EIGEN = ("Jo van den Berg", "j.berg@noordwoude.example", "Noordwoude")


@pytest.mark.parametrize(
    "wachtwoord",
    [
        "kaas paars fiets lamp",
        "xkq7-mwvz-2bnr",
        "😀 tram koffie 😀 ladder",
        "  spaties voor en achter de woorden  ",
        "regenjas-pinda-orgel-vlieger" * 7,
    ],
)
def test_goede_wachtwoorden(wachtwoord: str) -> None:
    assert bezwaar(wachtwoord, EIGEN) is None


@pytest.mark.parametrize(
    "wachtwoord",
    [
        "wachtwoord123", "Welkom2026!!", "P@ssw0rd1234", "qwertyuiop12", "123456789012", "aaaaaaaaaaaaaa",
        "iloveyouiloveyou", "zomer2026zomer2026", "doelspoor-demo", "Noordwoude2026!", "Berg-1985-noordwoude",
        "van den Berg Jo J.",
        "berg@noordwoude", "welkom" * 12,
    ],
)  # fmt: skip
def test_te_makkelijk_te_raden(wachtwoord: str) -> None:
    assert "te makkelijk te raden" in (bezwaar(wachtwoord, EIGEN) or "")


@pytest.mark.parametrize(("aantal", "mag"), [(11, False), (12, True), (128, True), (200, True), (201, False)])
def test_alleen_de_lengte_telt_geen_soorten_tekens(aantal: int, mag: bool) -> None:
    assert (bezwaar_tegen_lengte("w" * aantal) is None) is mag


def test_een_letter_met_een_accent_telt_als_een_teken_hoe_hij_ook_is_getypt() -> None:
    assert genormaliseerd("cafe\u0301") == genormaliseerd("caf\u00e9")
    assert bezwaar_tegen_lengte("e\u0301" * 6) is not None


def test_de_lijst_van_gelekte_wachtwoorden() -> None:
    assert staat_op_lijst("1qaz2wsx3edc")
    assert staat_op_lijst("Sonyericsson")
    assert not staat_op_lijst("doelspoor-demo")
