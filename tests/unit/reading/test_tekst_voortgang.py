"""Progress tables in plain text: in columns, cell after cell, with bars, or with the name right before its progress."""

import json
import textwrap
from pathlib import Path

import pytest

from app.domain.voortgang.structuur_json import als_dict
from app.reading.fouten import LeesFout
from app.reading.voortgang.lezen import GelezenVoortgang, lees_voortgang

Rij = tuple[str, str, str]
TITEL = "Voortgangsrapportage gemeente Zandwijk eerste halfjaar 2022"
TABELLEN: dict[str, list[Rij]] = {
    "1. Sneller hulp": [
        (
            "a. Wachtlijst inkorten",
            "Er zijn twee extra medewerkers aangenomen die vooral in het noorden van de gemeente werken. Met "
            "aanbieders is afgesproken dat zij elke maand laten weten hoeveel inwoners er wachten.",
            "1 juli 2022",
        ),
        ("b. Vaste gezinscoach", "Alle gezinnen die dat willen hebben een vaste coach.", "Afgerond"),
    ],
    "2. Wonen": [
        (
            "a. Pand zoeken",
            "Het pand aan de haven is niet geschikt gebleken, omdat de verbouwing te lang zou duren. De corporatie "
            "doet voor de zomer een nieuw voorstel.",
            "Uitgesteld",
        ),
    ],
}
BREED = 52


def kop(labels: str = "Maatregel Voortgang Planning") -> list[str]:
    return [TITEL, "", f"Hieronder staan de tabellen. {labels.split()[0]}en zonder nieuws zijn weggelaten.", ""]


def naam_voor_de_voortgang() -> str:
    """As a program writes a table of which it kept the words only."""
    regels = kop()
    for thema, rijen in TABELLEN.items():
        regels.append(f"{thema} Voortgang Planning")
        for naam, voortgang, planning in rijen:
            eerste, *rest = textwrap.wrap(voortgang, BREED)
            regels.extend([f"{naam} {eerste}", *rest, *textwrap.wrap(planning, 16)])
    return "\n".join([*regels, "Bijlage", "De cijfers in dit rapport komen uit de eigen administratie."])


def cel_na_cel() -> str:
    regels = kop()
    for thema, rijen in TABELLEN.items():
        regels.extend([thema, "Voortgang", "Planning", *(cel for rij in rijen for cel in rij), ""])
    return "\n".join(regels)


def in_kolommen() -> str:
    regels = kop()
    for thema, rijen in TABELLEN.items():
        regels.append(f"{thema:<26}{'Voortgang':<{BREED + 4}}Planning")
        for naam, voortgang, planning in rijen:
            for plek, deel in enumerate(textwrap.wrap(voortgang, BREED)):
                links, rechts = (naam, planning) if plek == 0 else ("", "")
                regels.append(f"{links:<26}{deel:<{BREED + 4}}{rechts}".rstrip())
        regels.append("")
    return "\n".join(regels)


def met_strepen() -> str:
    regels = kop()
    for thema, rijen in TABELLEN.items():
        regels.extend([f"## {thema}", "", "| Maatregel | Voortgang | Planning |", "|---|---|---|"])
        regels.extend(f"| {' | '.join(rij)} |" for rij in rijen)
        regels.append("")
    return "\n".join(regels)


VORMEN = {
    "naam voor de voortgang": naam_voor_de_voortgang,
    "cel na cel": cel_na_cel,
    "in kolommen": in_kolommen,
    "met strepen": met_strepen,
}


def inhoud(gelezen: GelezenVoortgang) -> dict[str, list[Rij]]:
    return {
        f"{thema.nummer}. {thema.naam}": [
            (f"{m.letter}. {m.naam}", regel.voortgang, " ".join(regel.planning))
            for m in thema.maatregelen
            for regel in m.regels
        ]
        for thema in gelezen.voortgang.themas
    }


@pytest.mark.parametrize("vorm", VORMEN.values(), ids=VORMEN)
def test_elke_vorm_geeft_dezelfde_rijen(vorm: object) -> None:
    assert callable(vorm)
    gelezen = lees_voortgang(vorm().encode())
    assert inhoud(gelezen) == TABELLEN
    assert (gelezen.voortgang.periode, gelezen.voortgang.gemeente) == ("2022-H1", "Zandwijk")
    assert gelezen.niet_herkend == []


def test_een_naam_die_is_afgeknipt_wordt_gemeld() -> None:
    waarschuwingen = lees_voortgang(naam_voor_de_voortgang().encode()).waarschuwingen
    assert waarschuwingen == [
        "Bij 3 maatregelen staat de naam zonder scheiding voor de voortgang; kijk na waar de naam ophoudt "
        "(regel 6, 11, 14)."
    ]


def test_een_regel_zonder_letter_is_een_tweede_regel_van_de_maatregel_erboven() -> None:
    tekst = cel_na_cel().replace("Afgerond\n", "Afgerond\nDaarna is er een evaluatie gehouden.\nDoorlopend\n")
    (_, tweede) = lees_voortgang(tekst.encode()).voortgang.themas[0].maatregelen
    assert [(regel.voortgang, regel.planning) for regel in tweede.regels] == [
        ("Alle gezinnen die dat willen hebben een vaste coach.", ["Afgerond"]),
        ("Daarna is er een evaluatie gehouden.", ["Doorlopend"]),
    ]


def test_een_planning_van_meer_zinnen_en_een_achter_de_voortgang() -> None:
    tekst = naam_voor_de_voortgang()
    meer = tekst.replace("1 juli 2022\n", "Verwacht op\n30 juni 2022.\nDaarna vanaf\nnovember 2022\n")
    assert lees_voortgang(meer.encode()).voortgang.themas[0].maatregelen[0].regels[0].planning == [
        "Verwacht op 30 juni 2022.",
        "Daarna vanaf november 2022",
    ]
    achter = tekst.replace("coach.\nAfgerond\n", "coach.  Afgerond\n")
    assert inhoud(lees_voortgang(achter.encode())) == TABELLEN


def test_kolommen_die_na_elkaar_zijn_geschreven_worden_genoemd() -> None:
    cellen = [rij for rijen in TABELLEN.values() for rij in rijen]
    na_elkaar = [rij[1] for rij in cellen] + [rij[0] for rij in cellen] + [rij[2] for rij in cellen]
    tekst = "\n".join([*kop(), "Maatregel", "Voortgang", "Planning", *na_elkaar])
    zinnen = lees_voortgang(tekst.encode()).waarschuwingen
    assert any("Bij regel 5 staan de cellen van een tabel niet bij elkaar" in zin for zin in zinnen)


def test_een_tekst_zonder_tabel() -> None:
    with pytest.raises(LeesFout, match="In dit document staat geen tabel"):
        lees_voortgang(b"Beste collega,\n\nde voortgang en de planning volgen nog.\n")


UIT_EEN_PDF = """Halfjaarrapportage gemeente Zandwijk
eerste halfjaar 2022

1. Sneller hulp in de   Voortgang                      Planning
wijken
a. Wachtlijst           Er zijn twee medewerkers       1 juli
inkorten                aangenomen. Met aanbieders     2022
                        is afgesproken dat zij elke
                        maand laten weten hoeveel
\finwoners er wachten.

b. Vaste gezinscoach       Alle gezinnen hebben er een.   Afgerond
                           Er is een tweede regel.        Doorlopend

Bijlage
De cijfers in dit rapport komen uit de eigen administratie van de gemeente en zijn voorlopig.
"""


def test_kolommen_die_op_het_volgende_blad_ergens_anders_staan() -> None:
    """As 'pdftotext -layout' writes it: every page by itself."""
    tekst = UIT_EEN_PDF.replace("\finwoners", f"\f{' ' * 27}inwoners")
    gelezen = lees_voortgang(tekst.encode())
    assert inhoud(gelezen) == {
        "1. Sneller hulp in de wijken": [
            (
                "a. Wachtlijst inkorten",
                "Er zijn twee medewerkers aangenomen. Met aanbieders is afgesproken dat zij elke maand laten weten "
                "hoeveel inwoners er wachten.",
                "1 juli 2022",
            ),
            ("b. Vaste gezinscoach", "Alle gezinnen hebben er een. Er is een tweede regel.", "Afgerond Doorlopend"),
        ]
    }
    assert (gelezen.voortgang.periode, gelezen.voortgang.gemeente, gelezen.waarschuwingen) == (
        "2022-H1",
        "Zandwijk",
        [],
    )


ECHT = Path(__file__).resolve().parents[4] / "shared" / "bronnen" / "halfjaarrapportage-noordoostpolder-2019-h1.txt"


@pytest.mark.skipif(not ECHT.exists(), reason="de brondocumenten staan niet naast het project")
def test_de_tekst_van_het_echte_rapport_geeft_de_waarheid() -> None:
    gelezen = lees_voortgang(ECHT.read_bytes(), bestandsnaam=ECHT.name)
    waarheid = json.loads(ECHT.with_suffix(".json").read_text("utf-8"))
    assert json.dumps(als_dict(gelezen.voortgang)) == json.dumps(waarheid)
    assert gelezen.niet_herkend == []
