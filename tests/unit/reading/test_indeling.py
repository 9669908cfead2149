"""Which line names a probleemgebied, and what belongs to it."""

import docx
import pytest

from app.domain.structuur import Prioriteit
from app.reading.notitie.lezen import GelezenNotitie, lees_notitie
from tests.unit.reading.bouw import Bouwer
from tests.unit.reading.opmaak import Opmaak


class Schets:
    """A document in a few strokes: ("kop", 1, text), ("vet", text), ("tekst", text), ("tabel", rows)."""

    def __init__(self) -> None:
        self.bouwer = Bouwer(Opmaak())
        self.bouwer.doc = docx.Document()

    def kop(self, niveau: int, tekst: str) -> "Schets":
        self.bouwer.doc.add_heading(tekst, level=niveau)
        return self

    def vet(self, tekst: str) -> "Schets":
        self.bouwer.doc.add_paragraph().add_run(tekst).bold = True
        return self

    def tekst(self, *regels: str) -> "Schets":
        for regel in regels:
            self.bouwer.doc.add_paragraph(regel)
        return self

    def tabel(self, *rijen: tuple[str, ...]) -> "Schets":
        tabel = self.bouwer.doc.add_table(rows=0, cols=max(len(rij) for rij in rijen))
        for rij in rijen:
            cellen = tabel.add_row().cells
            for cel, tekst in zip(cellen, rij, strict=False):
                cel.text = tekst
            if len(rij) == 1 and len(cellen) > 1:
                cellen[0].merge(cellen[-1])
        return self

    def lees(self, bestandsnaam: str = "") -> GelezenNotitie:
        return lees_notitie(self.bouwer.bytes(), bestandsnaam=bestandsnaam)


IST = ("Ist", "- krap")
SOLL = ("Soll", "- ruim")
DOELEN = ("Doelen", "1. Beter")


def namen(gelezen: GelezenNotitie) -> list[str]:
    return [gebied.naam for gebied in gelezen.notitie.probleemgebieden]


def test_verzamelkop_boven_de_probleemgebieden() -> None:
    schets = Schets().kop(1, "Notitie zorg").kop(1, "Probleemgebieden").kop(2, "Wonen").tabel(IST, SOLL)
    gelezen = schets.kop(2, "Vervoer").tabel(IST, SOLL).lees()
    assert namen(gelezen) == ["Wonen", "Vervoer"]
    assert gelezen.notitie.titel == "Notitie zorg"


def test_tussenkop_in_elk_probleemgebied_is_geen_naam() -> None:
    schets = Schets()
    for naam in ("Wonen", "Vervoer", "Zorg"):
        schets.kop(1, naam).kop(2, "Inhoudelijk").tabel(IST, SOLL).kop(2, "Cijfers").tekst("Het daalt.")
    gelezen = schets.lees()
    assert namen(gelezen) == ["Wonen", "Vervoer", "Zorg"]
    assert "Het daalt." in gelezen.notitie.probleemgebieden[0].toelichting
    assert gelezen.niet_herkend == []


def test_herhaalde_naam_bij_een_vervolg_is_geen_nieuw_probleemgebied() -> None:
    gelezen = (
        Schets().tabel(("Wonen",), IST, ("Doelen", "1. Een")).tabel(("Wonen (vervolg)",), ("", "2. Twee"), SOLL)
        .tabel(("Vervoer",), IST).lees()
    )  # fmt: skip
    assert namen(gelezen) == ["Wonen", "Vervoer"]
    wonen = gelezen.notitie.probleemgebieden[0]
    assert ([doel.nummer for doel in wonen.doelen], wonen.soll) == ([1, 2], ["ruim"])


def test_koppen_top_vijf_en_overig_geven_de_prioriteit() -> None:
    schets = Schets().kop(1, "Top vijf").kop(2, "Wonen").tabel(IST, SOLL)
    gelezen = schets.kop(1, "Overige probleemgebieden").kop(2, "Vervoer").tabel(IST, SOLL).lees()
    prioriteiten = [gebied.prioriteit for gebied in gelezen.notitie.probleemgebieden]
    assert prioriteiten == [Prioriteit.TOP_VIJF, Prioriteit.OVERIG]


def test_prioriteit_als_rij_en_twee_lijsten() -> None:
    gelezen = Schets().kop(1, "Wonen").tabel(IST, ("Prioriteit", "Overig")).lees()
    assert gelezen.notitie.probleemgebieden[0].prioriteit is Prioriteit.OVERIG
    schets = Schets().tekst("De top vijf van probleemgebieden:", "1. Wonen", "Overig:", "2. Vervoer")
    gelezen = schets.kop(1, "Wonen").tabel(IST).kop(1, "Vervoer").tabel(IST).lees()
    assert [g.naam_in_lijst for g in gelezen.notitie.probleemgebieden] == [None, None]


def test_tabellen_zonder_naam_krijgen_die_uit_de_lijst() -> None:
    lijst = Schets().tekst("Wij kozen deze probleemgebieden:", "1. Wonen", "2. Vervoer", "Daarover gaat deze tekst.")
    gelezen = lijst.tabel(IST, SOLL).tekst("").tabel(IST, SOLL).lees()
    assert namen(gelezen) == ["Wonen", "Vervoer"]
    assert sum("geen naam" in zin for zin in gelezen.waarschuwingen) == 2


def test_zonder_naam_en_zonder_lijst() -> None:
    gelezen = Schets().tekst("Hier volgt het.").tabel(IST, SOLL).tabel(IST, SOLL).lees("map/Onze notitie.docx")
    assert namen(gelezen) == ["Probleemgebied 1", "Probleemgebied 2"]
    assert gelezen.notitie.titel == "Onze notitie"


def test_bijlage_na_het_laatste_probleemgebied_blijft_bewaard() -> None:
    gelezen = Schets().kop(1, "Wonen").tabel(IST, SOLL).kop(1, "Bijlage").tekst("Bronnen: het CBS.").lees()
    assert namen(gelezen) == ["Wonen"]
    assert [(item.tekst, item.probleemgebied) for item in gelezen.niet_herkend] == [
        ("Bijlage", None),
        ("Bronnen: het CBS.", None),
    ]
    assert "[Niet herkend] Bronnen: het CBS." in gelezen.notitie.probleemgebieden[0].toelichting


def test_probleemgebied_uit_de_lijst_dat_nog_leeg_is() -> None:
    schets = Schets().tekst("Probleemgebieden:", "1. Wonen", "2. Vervoer", "Dat was de lijst.")
    gelezen = schets.kop(1, "Wonen").tabel(IST, SOLL).kop(1, "Vervoer").tekst("Wordt nog uitgewerkt.").lees()
    assert namen(gelezen) == ["Wonen", "Vervoer"]
    assert gelezen.notitie.probleemgebieden[1].toelichting == "Wordt nog uitgewerkt."


def test_naam_in_de_lijst_alleen_op_volgorde_als_de_aantallen_kloppen() -> None:
    schets = Schets().tekst("Probleemgebieden:", "1. Wonen", "2. Iets anders", "3. Nog iets", "Dat was de lijst.")
    gelezen = schets.kop(1, "Wonen").tabel(IST, SOLL).kop(1, "Vervoer").tabel(IST, SOLL).lees()
    assert [gebied.naam_in_lijst for gebied in gelezen.notitie.probleemgebieden] == [None, None]


def test_niet_begrepen_deel_van_een_verwijzing_wordt_gemeld() -> None:
    opdracht = ("Opdracht lokaal", "- Uitvoeren interventies: 1 en wat verder nodig is")
    gelezen = Schets().kop(1, "Wonen").tabel(IST, ("Interventies", "1. Bouwen"), opdracht).lees()
    (item,) = gelezen.niet_herkend
    assert item.tekst.endswith("wat verder nodig is")


def test_opdracht_zonder_opdrachtnemer_wordt_gemeld() -> None:
    gelezen = Schets().kop(1, "Wonen").tabel(IST, ("Opdracht", "Meer bouwen")).lees()
    assert [item.tekst for item in gelezen.niet_herkend] == ["Meer bouwen"]


def test_lokaal_en_rigg_met_tekst_op_dezelfde_regel() -> None:
    cel = "Lokaal: Realiseren doelen 1 en 2\nRIGG: geen"
    gelezen = Schets().kop(1, "Wonen").tabel(IST, ("Opdracht", cel)).lees()
    opdracht = gelezen.notitie.probleemgebieden[0].opdracht
    assert {nemer.value: [v.nummer for v in o.doelen] for nemer, o in opdracht.items()} == {
        "lokaal": [1, 2],
        "rigg": [],
    }
    assert gelezen.niet_herkend == []


@pytest.mark.parametrize("kop", ["Doelen:", "Doelen"])
def test_nummers_onder_een_kopje_in_de_opdracht(kop: str) -> None:
    gelezen = Schets().kop(1, "Wonen").tabel(IST, ("Opdracht RIGG", f"{kop}\n1, 2 en 4\nInterventies\n3 (a)")).lees()
    rigg = next(o for nemer, o in gelezen.notitie.probleemgebieden[0].opdracht.items() if nemer.value == "rigg")
    assert [v.nummer for v in rigg.doelen] == [1, 2, 4]
    assert [(v.nummer, v.onderdelen) for v in rigg.interventies] == [(3, ("a",))]
    assert gelezen.notitie.probleemgebieden[0].doelen == []


def test_tekst_onder_de_tabel_hoort_niet_bij_de_laatste_rij() -> None:
    schets = Schets().kop(1, "Wonen").tabel(IST, ("Opdracht RIGG", "- Inkopen"))
    gelezen = schets.vet("Lokaal").tekst("In elk dorp is het anders.").lees()
    (gebied,) = gelezen.notitie.probleemgebieden
    assert gebied.toelichting == "Lokaal\nIn elk dorp is het anders."
    assert [deel.opdrachten for deel in gebied.opdracht.values()] == [[], ["Inkopen"]]


def test_opdracht_die_op_de_volgende_bladzijde_doorgaat() -> None:
    schets = Schets().kop(1, "Wonen").tabel(IST, ("Opdracht", "Lokaal\n- Bouwen")).tekst("")
    (gebied,) = schets.tabel(("", "RIGG\n- Inkopen")).lees().notitie.probleemgebieden
    assert [deel.opdrachten for deel in gebied.opdracht.values()] == [["Bouwen"], ["Inkopen"]]
