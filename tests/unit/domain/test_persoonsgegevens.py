"""Personal data in a table of figures. The numbers here are made: they pass the elfproef and belong to nobody."""

import csv
import re
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.persoonsgegevens.tabel import MINST_NUMMERS, VEEL_NUMMERS, Persoonscontrole, lijkt_bsn
from tests.voorwaarden import bronnen

KLOPT = "123456782"
KLOPT_NIET = "123456789"


def bezwaar(**kolommen: Iterable[str]) -> str | None:
    controle = Persoonscontrole()
    for kop, cellen in kolommen.items():
        for cel in cellen:
            controle.bekijk(kop, cel)
    return controle.bezwaar


def met_controlecijfer(begin: int) -> str | None:
    """The number of nine digits that begins with these eight and passes; there is none when the remainder is ten."""
    cijfers = f"{begin:08}"
    rest = sum(gewicht * int(cijfer) for gewicht, cijfer in zip(range(9, 1, -1), cijfers, strict=True)) % 11
    return None if rest == 10 else f"{cijfers}{rest}"


BSNS = st.integers(10_000_000, 99_999_999).map(met_controlecijfer).filter(lambda nummer: nummer is not None)
GETALLEN = st.integers(100_000_000, 999_999_999).map(str)
ONJUIST = GETALLEN.filter(lambda nummer: not lijkt_bsn(nummer))


@pytest.mark.parametrize("tekst", [KLOPT, f" {KLOPT}\n", "1234.56.782", "1234 56 782", "012345672", "12345672"])
def test_lijkt_op_een_bsn(tekst: str) -> None:
    assert lijkt_bsn(tekst)


@pytest.mark.parametrize(
    "tekst",
    ["", KLOPT_NIET, "000000000", "1234567", "1234567820", "123.456.782", "12345678a", "١٢٣٤٥٦٧٨٢", "-23456782"],
)
def test_lijkt_niet_op_een_bsn(tekst: str) -> None:
    assert not lijkt_bsn(tekst)


@given(BSNS, st.integers(0, 8), st.integers(1, 9))
def test_een_verkeerd_cijfer_valt_op(nummer: str, plek: int, verschil: int) -> None:
    """What the elfproef is for: any one wrong digit breaks it."""
    assert lijkt_bsn(nummer) or len(set(nummer)) == 1
    ander = str((int(nummer[plek]) + verschil) % 10)
    assert not lijkt_bsn(nummer[:plek] + ander + nummer[plek + 1 :])


@pytest.mark.parametrize(
    "kop", ["BSN", "bsn-nummer", "Burgerservicenummer", "burger_service_nummer", "Sofinummer", "BSN kind"]
)
def test_een_kolom_die_zo_heet(kop: str) -> None:
    zin = bezwaar(**{kop: ["1"]})
    assert zin is not None
    assert zin.startswith(f"In kolom '{kop}' staat iets dat op een burgerservicenummer lijkt. Doelspoor bewaart alleen")
    assert bezwaar(**{kop: ["", " ", "-"]}) is None


@pytest.mark.parametrize("kop", ["Aantal unieke BSN", "Kosten per BSN", "bsnk-pilot aantal"])
def test_een_kolom_die_ze_telt(kop: str) -> None:
    assert bezwaar(**{kop: ["146", "148"]}) is None


@given(st.lists(BSNS, min_size=MINST_NUMMERS, max_size=30))
def test_een_kolom_vol(nummers: list[str]) -> None:
    assert bezwaar(waarde=nummers) is not None


@given(st.lists(BSNS, min_size=8, max_size=12), st.lists(ONJUIST, min_size=2, max_size=5))
def test_ook_als_er_fouten_tussen_staan(goed: list[str], fout: list[str]) -> None:
    assert bezwaar(sleutel=fout + goed) is not None


@given(st.lists(BSNS, max_size=VEEL_NUMMERS // 2), st.lists(ONJUIST, min_size=VEEL_NUMMERS // 2, max_size=40))
def test_bedragen_waarvan_er_toevallig_een_paar_kloppen(toevallig: list[str], bedragen: list[str]) -> None:
    assert bezwaar(waarde=toevallig + bedragen) is None


def test_alle_opeenvolgende_bedragen_samen_zijn_geen_bsn() -> None:
    """One in eleven passes."""
    bedragen = [str(bedrag) for bedrag in range(123_400_000, 123_500_000, 97)]
    assert sum(map(lijkt_bsn, bedragen)) > 50
    assert bezwaar(waarde=bedragen, euro=bedragen, **{"2019": bedragen}) is None


@pytest.mark.parametrize("kop", ["toelichting", "gebied", "Cliëntnummer", "Jeugdige", "bron"])
def test_een_los_nummer_waar_geen_bedragen_staan(kop: str) -> None:
    assert bezwaar(**{kop: ["", KLOPT]}) is not None
    assert bezwaar(**{kop: [f"het gaat om {KLOPT}, zie brief"]}) is not None
    assert bezwaar(**{kop: [KLOPT_NIET, f"over {KLOPT_NIET}"]}) is None


def test_een_los_nummer_tussen_teksten() -> None:
    assert bezwaar(kolom=["Het Hogeland", "Eemsdelta", KLOPT]) is not None
    assert bezwaar(waarde=["geheim", "geheim", KLOPT]) is None
    assert bezwaar(waarde=["12", "13", "1234.56.782"]) is None


@pytest.mark.parametrize("cel", [f"BSN {KLOPT}", f"bsn: {KLOPT}.", f"Burgerservicenummer={KLOPT}", "bsn 1234.56.782"])
def test_het_woord_met_een_nummer_mag_nergens(cel: str) -> None:
    assert bezwaar(waarde=["12", "13", "14", cel]) is not None


@pytest.mark.parametrize(
    "cel",
    [
        f"€ {KLOPT}",
        f"{KLOPT} euro",
        f"{KLOPT},50",
        f"+{KLOPT}",
        f"NL{KLOPT}B01",
        f"zaak-{KLOPT}",
        f"{KLOPT}-12",
        "1234.56.782.1",
    ],
)
def test_een_bedrag_of_code_in_een_tekst(cel: str) -> None:
    assert bezwaar(toelichting=["volgens de begroting", cel, f"dit was {cel} in totaal"]) is None


@pytest.mark.parametrize(
    ("naamkop", "namen"),
    [
        ("voornaam", ["Sem"]),
        ("Naam", ["Sem Voorbeeld"]),
        ("cliënt", ["Sem Voorbeeld"]),
        ("naam kind", ["Sem"]),
        ("wie", ["Voorbeeld, S.", "Test, A.B. van de", "P. Proef"]),
    ],
)
@pytest.mark.parametrize("geboortekop", ["geboortedatum", "geb.datum", "Geboren op", "GebDatum"])
def test_namen_met_geboortedata(naamkop: str, namen: list[str], geboortekop: str) -> None:
    zin = bezwaar(**{naamkop: namen, geboortekop: ["01-02-2012", "2013-04-05 00:00:00", "6 mei 2014"]})
    assert zin is not None
    assert f"In kolom '{naamkop}' staan namen en in kolom '{geboortekop}' geboortedata van personen." in zin
    assert not any(naam in zin.replace(naamkop, "") for naam in namen)


def test_namen_van_kinderen_ook_zonder_geboortedatum() -> None:
    for kolommen in ({"naam kind": ["Sem"]}, {"Cliëntnaam": ["S."]}, {"voornaam": ["Sem"], "achternaam": ["Proef"]}):
        assert "staan namen van personen" in (bezwaar(**kolommen) or "")


@pytest.mark.parametrize(
    "kolommen",
    [
        {"naam": ["Aantal jongeren", "Aantal cliënten"], "waarde": ["1", "2"]},
        {"naam": ["Het Hogeland"], "geboren": ["146", "152"]},
        {"voornaam": ["", "-"], "geboortedatum": ["01-02-2012"]},
        {"indicator": ["Geboren kinderen"], "peildatum": ["01-01-2020"]},
        {"geboortedatum": ["01-02-2012"], "gemeente": ["Het Hogeland"]},
        {"aantal per kind": ["1,2"], "geboortejaar": ["2012"]},
        {"contact": ["P. Proef", "Afdeling jeugd", "Sociaal domein"], "geboren": ["01-02-2012"]},
    ],
)
def test_wat_geen_personen_zijn(kolommen: dict[str, list[str]]) -> None:
    assert bezwaar(**kolommen) is None


@pytest.mark.parametrize("kop", [KLOPT, f"id {KLOPT}", "1234.56.782", "Voorbeeld, S.", " "])
def test_een_kop_die_zelf_persoonlijk_is_wordt_niet_herhaald(kop: str) -> None:
    zin = bezwaar(**{kop: [KLOPT] * 12})
    assert zin is not None
    assert zin.startswith("In een kolom staat iets")


@given(
    st.lists(st.sampled_from(["waarde", "toelichting", "naam", "geboren", "bsn", "x"]), min_size=1, unique=True),
    st.lists(BSNS | ONJUIST | st.sampled_from(["Test, P.", "1-2-2012", "x", "", "bsn 111222333"]), max_size=20),
    st.randoms(use_true_random=False),
)
def test_de_volgorde_doet_er_niet_toe_en_geen_cel_wordt_herhaald(koppen: list[str], cellen: list[str], toeval) -> None:  # type: ignore[no-untyped-def]
    zin = bezwaar(**dict.fromkeys(koppen, cellen))
    anders = toeval.sample(cellen, len(cellen))
    assert bezwaar(**dict.fromkeys(koppen, anders)) == zin
    assert not re.search(r"[0-9]{4}|Test|2012", zin or "")


def test_de_echte_cijfers_gaan_door() -> None:
    controle = Persoonscontrole()
    with (bronnen() / "metingen-groningen-bmwe.csv").open(encoding="utf-8", newline="") as bestand:
        rijen = list(csv.DictReader(bestand, delimiter=";"))
    assert len(rijen) > 40
    for rij in rijen:
        for kop, cel in rij.items():
            controle.bekijk(kop, cel)
    assert controle.bezwaar is None
