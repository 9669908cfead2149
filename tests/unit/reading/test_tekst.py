"""Reading plain text: the same structure, whatever the layout; and what is refused with which sentence."""

import codecs
import json
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.notitie.structuur_json import als_dict
from app.reading.fouten import LeesFout
from app.reading.notitie.lezen import lees_notitie
from app.reading.tekst.letters import is_tekst
from app.reading.tekst.lezen import lees_platte_tekst
from app.reading.tekstdocument import lees_tekst
from app.reading.voortgang.lezen import lees_voortgang
from app.reading.word.lezen import Alinea, Tabel
from tests.unit.reading.tekst_bouw import Tekstopmaak, schrijf_tekst
from tests.unit.reading.voorbeeld import voorbeeld, zonder_inleiding

BRONNEN = Path(__file__).resolve().parents[4] / "shared" / "bronnen"
OMSCHREVEN = {
    "ist": "Huidige situatie",
    "soll": "Gewenste situatie",
    "doelen": "Doelstellingen",
    "interventies": "Aanpak",
}
OPMAKEN = {
    "kopjes op een eigen regel": Tekstopmaak(),
    "smal, met streepjes": Tekstopmaak(breed=60, teken="-", nummer="{})"),
    "breed, met sterretjes": Tekstopmaak(breed=100, teken="*", kopje="{}:"),
    "de letter o": Tekstopmaak(teken="o", hangt=False),
    "kopje voor de tekst": Tekstopmaak("zelfde", hangt=False, wit=False),
    "kopje voor de tekst, smal": Tekstopmaak("zelfde", breed=56, hangt=False, wit=False),
    "dubbele regelafstand": Tekstopmaak("zelfde", hangt=False, wit=False, dubbel=True),
    "in kolommen": Tekstopmaak("kolom"),
    "in smalle kolommen": Tekstopmaak("kolom", breed=56, teken="-", wit=False),
    "afgebroken woorden": Tekstopmaak(breed=72, afbreken=True),
    "bladen": Tekstopmaak(bladen="ff", afbreken=True),
    "bladen zonder einde": Tekstopmaak(breed=90, bladen="geen ff"),
    "kolommen op bladen": Tekstopmaak("kolom", bladen="ff"),
    "zonder breuken": Tekstopmaak(breed=10_000, wit=False),
    "markdown": Tekstopmaak("markdown", teken="-"),
    "tabel in markdown": Tekstopmaak("tabel", teken="-"),
    "uit Word geplakt": Tekstopmaak("tabs", wit=False),
    "genummerde namen": Tekstopmaak(naam="{n}. {naam}"),
    "namen met een voorvoegsel": Tekstopmaak(naam="Probleemgebied {n}: {naam}"),
    "omschreven": Tekstopmaak(etiketten=OMSCHREVEN),
    "hoofdletters": Tekstopmaak(kopje="{}", etiketten={"ist": "IST", "soll": "SOLL", "doelen": "DOELEN"}),
}
CODERINGEN = {
    "utf-8": lambda tekst: tekst.encode(),
    "utf-8 met merk": lambda tekst: codecs.BOM_UTF8 + tekst.encode(),
    "utf-16": lambda tekst: tekst.encode("utf-16"),
    "utf-16 zonder merk": lambda tekst: tekst.encode("utf-16-le"),
    "utf-16 andersom": lambda tekst: tekst.encode("utf-16-be"),
    "windows": lambda tekst: tekst.encode("cp1252").replace(b"\n", b"\r\n"),
    "oude mac": lambda tekst: tekst.encode().replace(b"\n", b"\r"),
}


def lees_of_zeg_waarom(lezer: Any, inhoud: bytes) -> bool:
    """Whether it could be read; if not, a Dutch sentence said why."""
    try:
        lezer(inhoud)
    except LeesFout as fout:
        return not fout.zin.endswith((".", "?"))
    return True


def gebieden(inhoud: bytes) -> Any:
    gelezen = lees_notitie(inhoud)
    assert gelezen.niet_herkend == []
    return zonder_inleiding(gelezen.notitie)["probleemgebieden"]


def verwacht() -> Any:
    return zonder_inleiding(voorbeeld())["probleemgebieden"]


@pytest.mark.parametrize("opmaak", OPMAKEN.values(), ids=OPMAKEN)
def test_elke_opmaak_geeft_dezelfde_structuur(opmaak: Tekstopmaak) -> None:
    gelezen = lees_notitie(schrijf_tekst(voorbeeld(), opmaak).encode())
    assert als_dict(replace(gelezen.notitie, inleiding="", datum=None, versie=None)) == zonder_inleiding(voorbeeld())
    assert gelezen.niet_herkend == []


@pytest.mark.parametrize("codeer", CODERINGEN.values(), ids=CODERINGEN)
def test_elke_codering(codeer: Any) -> None:
    assert gebieden(codeer(schrijf_tekst(voorbeeld()))) == verwacht()


def test_zonder_lijst_in_de_inleiding_staat_de_naam_boven_het_eerste_kopje() -> None:
    namen = [g["naam"] for g in gebieden(schrijf_tekst(voorbeeld(), Tekstopmaak(lijst=False)).encode())]
    assert namen == [gebied.naam for gebied in voorbeeld().probleemgebieden]


def test_de_randen_van_bladen_geven_datum_en_versie() -> None:
    notitie = lees_notitie(schrijf_tekst(voorbeeld(), Tekstopmaak(bladen="geen ff")).encode()).notitie
    assert (str(notitie.datum), notitie.versie) == ("2022-03-01", "concept")


def test_de_plaats_is_de_regel_van_het_bestand_en_het_blad_dat_erbij_staat() -> None:
    tekst = schrijf_tekst(voorbeeld())
    plaats, woorden = lees_notitie(tekst.encode()).bron["1/doelen/2"]
    regel = next(plek for plek, regel in enumerate(tekst.splitlines(), start=1) if woorden in regel)
    assert plaats.zin == f"regel {regel}"
    met_bladen = schrijf_tekst(voorbeeld(), Tekstopmaak(bladen="ff"))
    zinnen = {plaats.zin.partition(" (")[2] for plaats, _ in lees_notitie(met_bladen.encode()).bron.values()}
    assert {"bladzijde 1)", "bladzijde 2)", "bladzijde 3)"} <= zinnen


def test_een_tabel_met_lijnen_van_tekens() -> None:
    tekst = """
+-----------+-------------------+
| Onderdeel | Inhoud            |
+===========+===================+
| Ist       | - te weinig       |
|           |   huizen          |
+-----------+-------------------+
| Soll      | - genoeg huizen   |
+-----------+-------------------+
"""
    (tabel,) = lees_platte_tekst(tekst.encode()).blokken
    assert isinstance(tabel, Tabel)
    assert [[[a.tekst for a in cel.alineas] for cel in rij.cellen] for rij in tabel.rijen][1] == [
        ["Ist"],
        ["te weinig huizen"],
    ]


@pytest.mark.parametrize(
    ("regels", "alineas"),
    [
        (["Eerste regel van een alinea die lang genoeg is om", "door te lopen."], 1),
        (["Een zin.", "", "Een andere zin."], 2),
        (["•", "", "Een punt op de volgende regel."], 1),
        (["Een zin die door het einde van het blad", "", "in tweeën is gedeeld."], 1),
        (["# Kop", "tekst"], 2),
        (["Kop", "===", "tekst"], 2),
    ],
)
def test_wat_een_alinea_is(regels: list[str], alineas: int) -> None:
    assert len(lees_platte_tekst("\n".join(regels).encode()).blokken) == alineas


def test_een_tabel_die_uit_elkaar_is_gevallen_wordt_genoemd() -> None:
    tekst = (
        "Notitie\n\nWonen\n\nIst\n\nSoll\n\nDoelen\n\n• Te weinig huizen.\n\n• Genoeg huizen.\n\n1. 10% meer huizen.\n"
    )
    gelezen = lees_notitie(tekst.encode())
    assert any("Bij regel 9 staan kopjes onder elkaar" in zin for zin in gelezen.waarschuwingen)


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (b"", "Het bestand is leeg."),
        (b" \r\n\t\n", "In dit bestand staat geen tekst."),
        (codecs.BOM_UTF8, "In dit bestand staat geen tekst."),
        (bytes(range(256)) * 20, "Dit is geen Word-document, OpenDocument-tekst, PDF of gewone tekst."),
        (b"\0" * 1000, "Dit is geen Word-document, OpenDocument-tekst, PDF of gewone tekst."),
        (b"{\\rtf1 Ist}", "Dit is een rtf-bestand"),
        (b"<html><body>Ist</body></html>", "Dit is een webpagina"),
        (b"Beste collega,\n\nhierbij de stukken.\n", "In dit document is geen probleemgebied gevonden."),
        (b"x" * (21 * 1024 * 1024), "groter dan 20 MB"),
        (b"x" * (19 * 1024 * 1024), "meer dan een miljoen tekens"),
        (b"r\n" * 400_000, "meer dan 10.000 regels"),
        (b"Ist\n" + b"woord " * 10_000, "Regel 2 heeft meer dan 20.000 tekens"),
    ],
    ids=lambda waarde: waarde if isinstance(waarde, str) else "",
)
def test_wat_niet_te_gebruiken_is(inhoud: bytes, zin: str) -> None:
    with pytest.raises(LeesFout) as fout:
        lees_notitie(inhoud)
    assert zin in fout.value.zin


def test_een_burgerservicenummer_wordt_geweigerd_met_de_regel() -> None:
    tekst = schrijf_tekst(voorbeeld()).replace("Fietsen is gewoon.", "Gesproken met 123456782 over fietsen.")
    regel = next(plek for plek, r in enumerate(tekst.splitlines(), start=1) if "123456782" in r)
    with pytest.raises(LeesFout, match=f"[Rr]egel {regel}.*niets overgenomen") as fout:
        lees_notitie(tekst.encode())
    assert "123456782" not in fout.value.zin


@pytest.mark.parametrize(
    "tekst",
    [
        "Ist\n" * 2_000,
        "Ist • a\nSoll • b\n" * 800,
        "| a | b | c |\n" * 1_500,
        ("a  " * 6_000 + "\n") * 5,
        "- " * 9_000,
        "(" * 19_000,
        "1. x\n" * 500 + "Ist • a\nSoll • b\n" * 400,
        ("x" * 90 + "\n") * 2_000,
    ],
    ids=lambda tekst: repr(tekst[:12]),
)
@pytest.mark.parametrize("lezer", [lees_notitie, lees_voortgang])
def test_een_lastige_tekst_houdt_de_server_niet_op(lezer: Any, tekst: str) -> None:
    """A part of the largest that is let in: what costs the square of its length takes minutes here."""
    begin = time.process_time()
    lees_of_zeg_waarom(lezer, tekst.encode())
    assert time.process_time() - begin < 20


WOORDEN = "Ist Soll Doelen Indicatoren Interventies Opdracht Lokaal RIGG Wonen 1. a) • - | # ** ==== 2021 € woord-"
RUIMTE = ("\n", "\n\n", "\f", "\t", "   ", "\u00ad", "\ufeff")
REGELS = ("Maatregel  Voortgang  Planning", "pagina 3", "doelen: 1, 2", "Een zin die ergens over gaat.", "en verder")
STUKKEN = st.sampled_from([*WOORDEN.split(), *RUIMTE, *REGELS])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(STUKKEN, STUKKEN, st.text(max_size=12)), max_size=60).map(" ".join))
def test_er_komt_een_lezing_of_een_zin(tekst: str) -> None:
    for lezer in (lees_notitie, lees_voortgang):
        lees_of_zeg_waarom(lezer, tekst.encode("utf-8", "replace"))


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_bytes_zijn_tekst_of_worden_geweigerd(inhoud: bytes) -> None:
    assert not lees_of_zeg_waarom(lees_tekst, inhoud) or is_tekst(inhoud)


# --- the real texts ---

NOTITIE = BRONNEN / "conceptnotitie-hogeland-2020.txt"


@pytest.mark.skipif(not NOTITIE.exists(), reason="de brondocumenten staan niet naast het project")
def test_de_tekst_van_de_echte_notitie_geeft_de_waarheid() -> None:
    """The Word file and the truth say "leunen steuncontacten" once; the text says there what all say elsewhere."""
    gelezen = lees_notitie(NOTITIE.read_bytes(), bestandsnaam=NOTITIE.name)
    uitkomst = als_dict(gelezen.notitie)
    del uitkomst["inleiding"]
    for gebied in uitkomst["probleemgebieden"]:
        gebied.pop("naam_in_lijst", None)
    waarheid = json.loads(NOTITIE.with_suffix(".json").read_text("utf-8"))
    del waarheid["bevindingen"]
    (soll, *_) = waarheid["probleemgebieden"][3]["soll"]
    assert "opvoedondersteuning en leun- \n\nen steuncontacten" in NOTITIE.read_text("utf-8")
    waarheid["probleemgebieden"][3]["soll"][0] = soll.replace("leunen steuncontacten", "leun- en steuncontacten")
    assert json.dumps(uitkomst, sort_keys=True) == json.dumps(waarheid, sort_keys=True)
    assert (gelezen.niet_herkend, gelezen.waarschuwingen) == ([], [])
    assert len(gelezen.notitie.inleiding.splitlines()) == 13
    assert gelezen.bron["2/doelen/3"][0].zin.startswith("regel ")


def test_een_los_stuk_tekst_geeft_alineas() -> None:
    eerste, tweede = lees_platte_tekst(b"Een zin.\n\nNog een zin.\n").blokken
    assert isinstance(eerste, Alinea)
    assert isinstance(tweede, Alinea)
    assert (eerste.tekst, tweede.plaats.zin) == ("Een zin.", "regel 3")
