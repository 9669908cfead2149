"""What our PDF files are set with: letters of our own, and places to break words that do not fit."""

from app.writing.zetwerk.letters import FAMILIES, lettertypen
from app.writing.zetwerk.woorden import breekbaar


def test_letters_komen_met_het_product_mee() -> None:
    gevonden = lettertypen()
    assert set(FAMILIES) <= set(gevonden.families())
    assert not [letter.path for letter in gevonden.fonts() if letter.path and "/usr/share" in letter.path]


def test_breekplekken_alleen_waar_een_woord_niet_past() -> None:
    assert breekbaar("een gewone zin", 100, 9) == "een gewone zin"
    assert breekbaar("verantwoordelijkheidsgebieden", 60, 9) == "verantwoordelijkheidsgebieden"
    assert breekbaar("w" * 20, 60, 9) == "\u200b".join("w" * 20)
    assert breekbaar("https://voorbeeld.test/een-adres", 60, 9).split("\u200b") == [
        *("https://", "voorbeeld.", "test/", "een-", "adres")
    ]
    assert breekbaar("👩‍👩‍👧" * 4 + "e\u0301" * 9, 10, 9).split("\u200b") == ["👩‍👩‍👧"] * 4 + ["e\u0301"] * 9
