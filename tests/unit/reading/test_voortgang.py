"""What municipalities report on their beheersmaatregelen, cell by cell."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.domain.voortgang.periode import Periode, PeriodeSoort
from app.domain.voortgang.structuur import Kleur, Status
from app.domain.voortgang.structuur_json import als_dict as voortgang_als_dict
from app.reading.voortgang import lezen
from app.reading.voortgang.lezen import GelezenKleur, LeesFout, lees_voortgang
from tests.unit.reading.bouw_lijsten import Lijstenbouwer
from tests.unit.reading.opmaak import Opmaak
from tests.unit.reading.pakket import alinea, met_tekst, rij, tabel
from tests.unit.reading.voortgang_bouw import Rapport
from tests.unit.reading.voortgangen import COACH, KOP, PAND, kort, lees

BRONNEN = Path(__file__).resolve().parents[4] / "shared" / "bronnen"


DOCX = BRONNEN / "halfjaarrapportage-noordoostpolder-2019-h1.docx"


met_bron = pytest.mark.skipif(not DOCX.exists(), reason="de brondocumenten staan niet naast het project")


@met_bron
def test_de_pdf_van_het_echte_document_geeft_hetzelfde_met_de_bladzijde() -> None:
    gelezen = lees_voortgang(DOCX.with_suffix(".pdf").read_bytes(), bestandsnaam=DOCX.name)
    waarheid = json.loads(DOCX.with_suffix(".json").read_text(encoding="utf-8"))
    assert json.dumps(voortgang_als_dict(gelezen.voortgang)) == json.dumps(waarheid)
    assert gelezen.niet_herkend == []
    assert [re.sub(r"\d+", "#", melding.zin) for melding in gelezen.meldingen] == [
        "Bladzijde #, regel #: er staan meer statussen (afgerond, doorlopend); de laatste telt: doorlopend."
    ] * 3


@met_bron
def test_het_echte_document_geeft_precies_de_waarheid() -> None:
    gelezen = lees_voortgang(DOCX.read_bytes(), bestandsnaam=DOCX.name)
    waarheid = json.loads(DOCX.with_suffix(".json").read_text(encoding="utf-8"))
    assert json.dumps(voortgang_als_dict(gelezen.voortgang)) == json.dumps(waarheid)
    assert (gelezen.niet_herkend, gelezen.waarschuwingen, gelezen.kleuren) == ([], [], {})
    assert [melding.zin for melding in gelezen.meldingen] == [
        f"Tabel 5, rij {rij}: er staan meer statussen (afgerond, doorlopend); de laatste telt: doorlopend."
        for rij in (2, 3, 6)
    ]
    assert gelezen.bron["2/2/2/voortgang"][0].zin == "tabel 2, rij 4, alinea 1"
    assert gelezen.bron["5/naam"][0].zin == "tabel 5, rij 1, alinea 1"
    assert lezen.uit_dict(json.loads(json.dumps(lezen.als_dict(gelezen)))) == gelezen


@met_bron
def test_de_conceptnotitie_is_geen_voortgang() -> None:
    with pytest.raises(LeesFout, match=r"geen voortgangstabel gevonden\. Tabel 1, rij 1 .*"):
        lees_voortgang((BRONNEN / "conceptnotitie-hogeland-2020.docx").read_bytes())


def test_rij_zonder_maatregel_is_een_tweede_regel() -> None:
    gelezen = lees(Rapport().kop("1. Wonen").tabel(KOP, PAND, ("", "Wel is er een kamer.", "Loopt door")))
    assert kort(gelezen) == {"1. Wonen": [("a", "Pand zoeken", ["uitgesteld", "doorlopend"])]}
    assert gelezen.bron["1/1/2/voortgang"][0].zin == "tabel 1, rij 3, alinea 1"


def test_verticaal_samengevoegde_maatregel() -> None:
    gelezen = lees(Rapport().kop("1. Wonen").tabel(KOP, PAND, ("^", "Wel is er een kamer.", "Loopt door")))
    assert kort(gelezen) == {"1. Wonen": [("a", "Pand zoeken", ["uitgesteld", "doorlopend"])]}


def test_samengevoegde_voortgang_met_twee_planningen() -> None:
    gelezen = lees(Rapport().kop("1. Wonen").tabel(KOP, PAND, ("^", "^", "1 mei 2023")))
    regel = gelezen.voortgang.themas[0].maatregelen[0].regels[0]
    assert regel.planning == ["Uitgesteld", "1 mei 2023"]
    assert (regel.status, len(regel.momenten)) == (Status.UITGESTELD, 1)
    assert gelezen.meldingen[0].zin.startswith("Tabel 1, rij 3: deze rij heeft alleen een planning")


def test_horizontaal_samengevoegde_cellen_worden_gemeld() -> None:
    gelezen = lees(Rapport().kop("1. Wonen").tabel(KOP, ("a. Pand zoeken", "Nog geen pand.", "<")))
    assert gelezen.voortgang.themas[0].maatregelen[0].regels[0].voortgang == "Nog geen pand."
    assert "Tabel 1, rij 2: in deze rij zijn cellen samengevoegd" in gelezen.meldingen[0].zin


def test_kleur_met_uitleg() -> None:
    kop = (*KOP, "Status", "Kleur", "Oorzaak", "Gevolg", "Bijsturing")
    gelezen = lees(
        Rapport()
        .kop("1. Wonen")
        .tabel(
            kop,
            (*PAND[:2], "2023", "in uitvoering", "Oranje", "Te duur", "Later", "Ander gebied"),
            ("b. Kamers", "Gaat goed.", "2023", "loopt", "groen", "", "", ""),
            ("c. Tuin", "Stokt.", "2023", "loopt", "rood", "Regen", "", ""),
            ("d. Dak", "Stokt.", "2023", "loopt", "paars", "", "", ""),
        )
    )
    assert gelezen.kleuren == {
        "1/1/1": GelezenKleur(Kleur.ORANJE, "Te duur", "Later", "Ander gebied"),
        "1/2/1": GelezenKleur(Kleur.GROEN),
        "1/3/1": GelezenKleur(Kleur.ROOD, "Regen"),
    }
    assert [melding.zin for melding in gelezen.meldingen] == [
        "Tabel 1, rij 4: bij rood ontbreekt gevolg, bijsturing.",
        "Tabel 1, rij 5: de kleur 'paars' is niet bekend; verwacht wordt groen, oranje of rood.",
    ]
    assert [item.tekst for item in gelezen.niet_herkend] == ["paars"]
    assert lezen.uit_dict(json.loads(json.dumps(lezen.als_dict(gelezen)))) == gelezen


def test_letters_die_word_zelf_zet() -> None:
    bouwer = Lijstenbouwer(Opmaak())
    rapport = Rapport("")
    rapport.doc = bouwer.doc
    rapport.kop("1. Wonen").tabel(KOP, ("Pand zoeken", *PAND[1:]), ("Kamers", "Gaat goed.", "Loopt"))
    lijst = bouwer.nieuwe_lijst("nummers")
    for rij_ in bouwer.doc.tables[0].rows[1:]:
        bouwer.zet_nummer(rij_.cells[0].paragraphs[0], lijst, 1)
    maatregelen = lees(rapport).voortgang.themas[0].maatregelen
    assert [(m.letter, m.naam) for m in maatregelen] == [("a", "Pand zoeken"), ("b", "Kamers")]


def test_tabel_met_cijfers_na_een_kop_is_geen_vervolg() -> None:
    rapport = Rapport().kop("1. Wonen").tabel(KOP, PAND).kop("Cijfers").tabel(("Zandwijk", "30", "40"))
    gelezen = lees(rapport)
    assert kort(gelezen) == {"1. Wonen": [("a", "Pand zoeken", ["uitgesteld"])]}
    assert gelezen.niet_herkend[0].tekst == "Zandwijk 30 40"


def test_opsomming_en_alineas_in_de_voortgang_blijven() -> None:
    rapport = (
        Rapport().kop("1. Wonen").tabel(KOP, ("a. Pand", "Er is veel gedaan.\nNamelijk dit.", "Afgerond\nLoopt door"))
    )
    regel = lees(rapport).voortgang.themas[0].maatregelen[0].regels[0]
    assert regel.voortgang == "Er is veel gedaan.\nNamelijk dit."
    assert regel.planning == ["Afgerond", "Loopt door"]
    assert regel.statussen_in_tekst == [Status.AFGEROND, Status.DOORLOPEND]


def test_maatregel_twee_keer() -> None:
    gelezen = lees(
        Rapport().kop("1. Wonen").tabel(KOP, PAND, ("b. pand zoeken", "Opnieuw.", "2023"), ("a. Dak", "Ja.", "2023"))
    )
    assert kort(gelezen) == {"1. Wonen": [("a", "Pand zoeken", ["uitgesteld", "gepland"]), (None, "Dak", ["gepland"])]}
    assert [melding.zin for melding in gelezen.meldingen] == [
        "Tabel 1, rij 3: de maatregel 'pand zoeken' staat twee keer in dit thema; dit is een extra regel ervan.",
        "Tabel 1, rij 4: de letter a staat twee keer in dit thema; 'Dak' heeft nu geen letter.",
    ]


def test_thema_met_een_bezet_nummer() -> None:
    gelezen = lees(Rapport().kop("1. Wonen").tabel(KOP, PAND).kop("1. Werk").tabel(KOP, COACH))
    assert list(kort(gelezen)) == ["1. Wonen", "2. Werk"]
    assert "er is al een thema 1; 'Werk' is nu thema 2" in gelezen.meldingen[0].tekst


def test_zonder_thema() -> None:
    gelezen = lees(Rapport().tabel(KOP, PAND))
    assert list(kort(gelezen)) == ["1. Beheersmaatregelen"]
    assert any("geen thema gevonden" in zin for zin in gelezen.waarschuwingen)


def test_maatregel_waarover_niets_is_gemeld() -> None:
    gelezen = lees(Rapport().kop("1. Wonen").tabel(KOP, PAND, ("b. Kamers", "", "")))
    assert kort(gelezen)["1. Wonen"][1] == ("b", "Kamers", ["niet gestart"])
    assert gelezen.meldingen[0].zin == "Tabel 1, rij 3: er is geen planning ingevuld; de status is nu 'niet gestart'."


def test_planning_die_niet_bestaat_en_onbekende_status() -> None:
    gelezen = lees(
        Rapport()
        .kop("1. Wonen")
        .tabel((*KOP, "Status"), (*PAND[:2], "32-13-2020", "loopt"), (*COACH[:2], "2023", "halverwege"))
    )
    assert [melding.zin for melding in gelezen.meldingen] == [
        "Tabel 1, rij 2: '32-13-2020' in de planning is niet begrepen; de tekst zelf blijft staan.",
        "Tabel 1, rij 3: de status 'halverwege' is niet bekend; de status is nu 'gepland'.",
    ]
    assert gelezen.voortgang.themas[0].maatregelen[0].regels[0].planning == ["32-13-2020"]
    assert [item.tekst for item in gelezen.niet_herkend] == ["halverwege"]


def test_statuskolom_en_planning_spreken_elkaar_tegen() -> None:
    gelezen = lees(Rapport().kop("1. Wonen").tabel((*KOP, "Status"), (*PAND, "Gestart")))
    assert gelezen.voortgang.themas[0].maatregelen[0].regels[0].status is Status.IN_UITVOERING
    assert "de kolom status zegt 'in uitvoering', de planning 'uitgesteld'" in gelezen.meldingen[0].tekst


def test_afgerond_met_een_datum_die_nog_komt() -> None:
    gelezen = lees(Rapport().kop("1. Wonen").tabel(KOP, (*PAND[:2], "Gereed 1-10-2022")))
    assert [melding.tekst for melding in gelezen.meldingen] == [
        "de status is afgerond, maar de planning noemt nog 1 oktober 2022; klopt dat?"
    ]


def test_onbekende_kolom_gaat_niet_verloren() -> None:
    gelezen = lees(Rapport().kop("1. Wonen").tabel((*KOP, "Trekker"), (*PAND, "Afdeling Ruimte")))
    assert [(item.tekst, item.plaats.zin, item.thema) for item in gelezen.niet_herkend] == [
        ("Afdeling Ruimte", "tabel 1, rij 2, alinea 1", "Wonen")
    ]
    assert "de kolom 'Trekker' is niet bekend" in gelezen.meldingen[0].tekst


def test_een_andere_tabel_wordt_genoemd() -> None:
    gelezen = lees(Rapport().tabel(("Jaar", "Aantal"), ("2021", "30")).kop("1. Wonen").tabel(KOP, PAND))
    assert gelezen.waarschuwingen == ["Tabel 1 is geen voortgangstabel en is niet overgenomen."]
    assert gelezen.niet_herkend[0].tekst == "Jaar Aantal 2021 30"
    assert gelezen.bron["1/1/naam"][0].tabel == 2


@pytest.mark.parametrize(
    ("rapport", "zin"),
    [
        (
            Rapport().tabel(("Maatregel", "Voortgang"), PAND[:2]),
            "Tabel 1, rij 1: deze tabel heeft 2 kolommen; er is geen kolom voor planning. Een voortgangstabel heeft "
            "kolommen voor de maatregel, de voortgang en de planning.",
        ),
        (
            Rapport().kop("1. Wonen").tabel(KOP, PAND).tabel(("Voortgang", "Planning"), PAND[1:]),
            "Tabel 2, rij 1: deze tabel heeft 2 kolommen; er is geen kolom voor maatregel. Een voortgangstabel heeft "
            "kolommen voor de maatregel, de voortgang en de planning.",
        ),
        (
            Rapport().tabel(("A", "B", "C", "D", "E"), ("1", "2", "3", "4", "5")),
            "In dit document is geen voortgangstabel gevonden. Tabel 1, rij 1 (5 kolommen: A | B | C | D | E) is niet "
            "als kopregel herkend. Een voortgangstabel heeft kolommen voor de maatregel, de voortgang en de planning.",
        ),
        (
            Rapport().alinea("Alleen tekst."),
            "In dit document staat geen tabel. Een voortgangstabel heeft kolommen voor de maatregel, de voortgang en "
            "de planning.",
        ),
    ],
)
def test_wat_niet_te_lezen_is(rapport: Rapport, zin: str) -> None:
    with pytest.raises(LeesFout) as fout:
        lees(rapport)
    assert fout.value.zin == zin


def test_geen_word_bestand() -> None:
    with pytest.raises(LeesFout, match="leeg"):
        lees_voortgang(b"")
    with pytest.raises(LeesFout, match="De PDF is beschadigd"):
        lees_voortgang(b"%PDF-1.7")


@pytest.mark.parametrize(
    ("titel", "bestandsnaam", "periode"),
    [
        ("Rapportage Jeugd (Q3 en Q4 - 2022)", "", "2022-H2"),
        ("Voortgang tweede halfjaar 2021", "", "2021-H2"),
        ("Voortgang 3e kwartaal 2021", "", "2021-Q3"),
        ("Stand januari - juni 2021", "", "2021-H1"),
        ("Jaarrapportage 2021", "", "2021"),
        ("Halfjaarrapportage 2021", "", None),
        ("Voortgang jeugd", "voortgang_2020-Q2.docx", "2020-Q2"),
        ("Voortgang jeugd", "", None),
    ],
)
def test_periode_uit_het_document(titel: str, bestandsnaam: str, periode: str | None) -> None:
    gelezen = lees(Rapport(titel).kop("1. Wonen").tabel(KOP, PAND), bestandsnaam=bestandsnaam)
    assert gelezen.voortgang.titel == titel
    assert gelezen.voortgang.periode == periode
    assert any("geen rapportageperiode" in zin for zin in gelezen.waarschuwingen) is (periode is None)


def test_gegeven_periode_telt_en_geeft_het_jaar() -> None:
    rapport = Rapport().kop("1. Wonen").tabel(KOP, (*PAND[:2], "medio oktober"))
    gelezen = lees(rapport, periode=Periode(2024, PeriodeSoort.HALFJAAR, 1))
    assert gelezen.voortgang.periode == "2024-H1"
    assert gelezen.voortgang.themas[0].maatregelen[0].regels[0].momenten[0].tot == date(2024, 10, 31)
    assert gelezen.waarschuwingen == ["Het document gaat volgens de tekst over 2022-H1; het wordt gelezen als 2024-H1."]


def test_zonder_stijlen_en_titel() -> None:
    rijen = [rij(*(alinea(tekst) for tekst in cellen)) for cellen in (("1. Wonen", *KOP[1:]), PAND)]
    gelezen = lees_voortgang(met_tekst(tabel(*rijen)), bestandsnaam="map\\Voortgang Zandwijk.docx")
    assert gelezen.voortgang.titel == "Voortgang Zandwijk"
    assert kort(gelezen) == {"1. Wonen": [("a", "Pand zoeken", ["uitgesteld"])]}


def test_grote_tabel_blijft_snel() -> None:
    rijen = [rij(*(alinea(t) for t in ("Thema", *KOP[1:])))]
    rijen += [rij(*(alinea(t) for t in (f"Maatregel {n}", "Gaat goed.", "Loopt door"))) for n in range(5_000)]
    gelezen = lees_voortgang(met_tekst(tabel(*rijen)))
    assert len(gelezen.voortgang.themas[0].maatregelen) == 5_000


@pytest.mark.parametrize("waarde", [{}, {"voortgang": {}}, {"voortgang": 3}])
def test_bewaarde_voortgang_die_er_geen_is(waarde: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        lezen.uit_dict(waarde)
