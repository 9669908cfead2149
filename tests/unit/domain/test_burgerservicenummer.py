"""A citizen service number in a text. The numbers here are made: they pass the elfproef and belong to nobody."""

import pytest

from app.domain.persoonsgegevens.burgerservicenummer import bezwaar_tegen

KLOPT = "123456782"
KLOPT_NIET = "123456789"


@pytest.mark.parametrize(
    "tekst",
    [
        KLOPT,
        f"Het gaat om {KLOPT}, zie de brief.",
        f"({KLOPT})",
        f"cliënt {KLOPT}",
        f"dossier {KLOPT}",
        f"dossiernummer: {KLOPT}",
        "1234.56.782",
        "1234 56 782",
        "BSN 12345672",
        "bsn: 123 456 782",
        "BSN 123.456.782",
        f"burgerservicenummer van het kind: {KLOPT}",
        f"De zaak van cliënt {KLOPT} loopt nog.",
        f"Telefonisch gesproken met {KLOPT} over de wachttijd.",
        f"hotel {KLOPT}",
        f"{KLOPT_NIET} en {KLOPT}",
        "\u200b123\u200b456782\u200b",
        f"bij\u00a0{KLOPT}\u00a0loopt een traject",
    ],
)
def test_wordt_geweigerd(tekst: str) -> None:
    bezwaar = bezwaar_tegen(tekst, "het veld ‘Toelichting’")
    assert bezwaar is not None
    assert bezwaar.startswith("In het veld ‘Toelichting’ staat iets dat op een burgerservicenummer lijkt. ")
    assert "782" not in bezwaar


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        KLOPT_NIET,
        "000000000",
        f"€ {KLOPT}",
        f"€{KLOPT},-",
        f"{KLOPT} euro",
        "een bedrag van 123.456.782",
        f"Budget {KLOPT} voor heel Groningen",
        f"kosten: {KLOPT}",
        f"zaaknummer {KLOPT}",
        f"zaak {KLOPT}",
        f"Zaaknr. {KLOPT}",
        f"Z-{KLOPT}",
        f"Z{KLOPT}",
        f"KvK-nummer: {KLOPT}",
        f"RSIN {KLOPT}",
        f"NL{KLOPT}B01",
        f"IBAN NL91ABNA0{KLOPT}",
        f"rekeningnummer {KLOPT}",
        f"factuur nr. {KLOPT}",
        f"tel. {KLOPT}",
        f"+31 {KLOPT}",
        f"+31{KLOPT}",
        f"0031 {KLOPT}",
        f"+31 (0){KLOPT}",
        f"0{KLOPT}",
        "06 12345672",
        "9712 AB, kvk 12345672",
        f"https://gemeente.example/besluiten/{KLOPT}",
        f"www.gemeente.example/?id={KLOPT}",
        "op 12345672",
        "2020-01-01 / 20200101",
        f"{KLOPT}-2",
        f"{KLOPT}%",
    ],
)
def test_is_iets_anders(tekst: str) -> None:
    assert bezwaar_tegen(tekst, "de reden") is None


def test_in_een_lange_tekst_staat_erbij_in_welke_regel() -> None:
    bezwaar = bezwaar_tegen(f"Eerste regel\n\nHet gaat om {KLOPT}.\nLaatste", "tabel 2, rij 3")
    assert bezwaar is not None
    assert bezwaar.startswith("In tabel 2, rij 3 (regel 3) staat")


def test_een_lange_vijandige_tekst_houdt_niemand_op() -> None:
    for deel in ("bsn ", "1 ", "1234 56 78 ", f"{KLOPT_NIET} ", "zaaknummer nummer nr ", "https://"):
        assert bezwaar_tegen(deel * (50_000 // len(deel)), "de tekst") is None
