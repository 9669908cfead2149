"""`flask importeer notitie`: for scripts, so what it prints and its exit code are a promise."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models import Bron, Importvoorstel, Logregel, Notitie, NotitieStatus
from app.reading.seeds.lezen import Seeds
from app.writing.formaten import schrijf
from tests.integration import wordbestanden as word
from tests.unit.reading.tekst_bouw import Tekstopmaak, schrijf_tekst
from tests.unit.reading.voorbeeld import voorbeeld
from tests.unit.terug.notities import document, leesbare_notitie

BRONNEN = Path(__file__).resolve().parents[2] / "../shared/bronnen"
ECHT = BRONNEN / "conceptnotitie-hogeland-2020.docx"


@pytest.fixture
def bestand(tmp_path: Path) -> Path:
    pad = tmp_path / "notitie.docx"
    pad.write_bytes(word.notitie())
    return pad


class Opdrachtregel:
    def __init__(self, app: Flask) -> None:
        self.app = app

    def __call__(self, bestand: Path | str, *opties: str, organisatie: str = "het-hogeland") -> Result:
        regel = ["importeer", "notitie", str(bestand), "--organisatie", organisatie, *opties]
        return self.app.test_cli_runner().invoke(args=regel)


@pytest.fixture
def importeer(app: Flask, demo: Seeds) -> Opdrachtregel:
    return Opdrachtregel(app)


def aantal(session: Session) -> int:
    session.rollback()
    return session.scalar(select(func.count()).select_from(Notitie)) or 0


def is_geweigerd(uitkomst: Result, woorden: str) -> None:
    assert uitkomst.exit_code == 2, uitkomst.output
    assert uitkomst.stdout == ""
    assert uitkomst.stderr.count("\n") == 1
    assert woorden in uitkomst.stderr


def zonder_zin(bevindingen: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{naam: waarde for naam, waarde in bevinding.items() if naam != "zin"} for bevinding in bevindingen]


def past_op(waarheid: object, gelezen: object, plek: str = "") -> None:
    """Everything in `waarheid` is in `gelezen`; objects may say more."""
    if isinstance(waarheid, dict):
        assert isinstance(gelezen, dict), plek
        for naam, waarde in waarheid.items():
            past_op(waarde, gelezen.get(naam), f"{plek}/{naam}")
    elif isinstance(waarheid, list):
        assert isinstance(gelezen, list), plek
        assert len(gelezen) == len(waarheid), plek
        for i, (een, ander) in enumerate(zip(waarheid, gelezen, strict=True)):
            past_op(een, ander, f"{plek}/{i}")
    else:
        assert gelezen == waarheid, plek


def test_de_echte_notitie_geeft_de_waarheid(importeer: Opdrachtregel, session: Session) -> None:
    if not ECHT.exists():
        pytest.skip("De bronnen staan niet naast het project.")
    waarheid = json.loads(ECHT.with_suffix(".json").read_text())
    uitkomst = importeer(ECHT, "--json", "--proef")
    assert (uitkomst.exit_code, uitkomst.stderr) == (0, "")
    gelezen = json.loads(uitkomst.stdout)
    assert gelezen["datum"] is None
    past_op({naam: waarde for naam, waarde in waarheid.items() if naam != "datum"}, gelezen)
    assert zonder_zin(gelezen["bevindingen"]) == zonder_zin(waarheid["bevindingen"])
    assert list(gelezen)[: len(waarheid)] == list(waarheid)
    assert aantal(session) == 3
    met_datum = json.loads(importeer(ECHT, "--json", "--proef", "--datum", waarheid["datum"]).stdout)
    assert met_datum["datum"] == waarheid["datum"]


def test_opslaan_en_wat_er_dan_staat(importeer: Opdrachtregel, session: Session, bestand: Path) -> None:
    uitkomst = importeer(bestand, "--datum", "2024-03-01", organisatie="eemsdelta")
    assert uitkomst.exit_code == 0, uitkomst.output
    assert "De notitie 'Proefnotitie' is toegevoegd" in uitkomst.stdout
    notitie = session.scalars(select(Notitie).where(Notitie.titel == "Proefnotitie")).one()
    assert (notitie.organisatie.slug, str(notitie.datum)) == ("eemsdelta", "2024-03-01")
    regel = session.scalars(select(Logregel).order_by(Logregel.id.desc())).first()
    assert regel is not None
    assert (regel.bron, regel.gebruiker_id) == (Bron.OPDRACHTREGEL, None)
    assert session.scalar(select(func.count()).select_from(Importvoorstel)) == 0


def test_json_is_alles_wat_op_de_uitvoer_staat(importeer: Opdrachtregel, session: Session, bestand: Path) -> None:
    uitkomst = importeer(bestand, "--json")
    assert (uitkomst.exit_code, uitkomst.stderr) == (0, "")
    gelezen = json.loads(uitkomst.stdout)
    assert gelezen["gemeente"] == "Het Hogeland"
    assert gelezen["probleemgebieden"][0]["doelen"][0]["streefwaarde"]["min"] == 10
    assert gelezen["niet_herkend"] == []
    assert aantal(session) == 4


def test_verslag_voor_mensen(importeer: Opdrachtregel, tmp_path: Path) -> None:
    pad = tmp_path / "raar.docx"
    rijen = word.met(interventies=["1. grond kopen", "dit hoort nergens bij: xyz"])
    pad.write_bytes(word.notitie(rijen, inleiding="Een notitie van de gemeente Eemsdelta."))
    uit = importeer(pad, "--proef").stdout
    assert "1 probleemgebied, 2 doelen, 1 interventie; 1 regel niet herkend, 1 doel nog open" in uit
    assert "- tabel 1, rij 5, alinea 2: dit hoort nergens bij: xyz" in uit
    assert "- Waarde nog open: 1" in uit
    assert "Let op: dit bestand noemt Eemsdelta, niet Het Hogeland." in uit


def test_proef_bewaart_niets_ook_als_de_notitie_er_al_is(
    importeer: Opdrachtregel, session: Session, bestand: Path
) -> None:
    assert importeer(bestand, "--proef").exit_code == 0
    assert aantal(session) == 3
    importeer(bestand)
    for opties in (["--proef"], ["--proef", "--bestaand", "bijwerken"], ["--proef", "--bestaand", "nieuw"]):
        uitkomst = importeer(bestand, *opties)
        assert uitkomst.exit_code == 0
        assert "Proef: er is niets opgeslagen. De notitie 'Proefnotitie' is er al" in uitkomst.stderr
    assert aantal(session) == 4
    assert session.scalar(select(func.count()).select_from(Logregel).where(Logregel.notitie_id == 4)) == 1


def test_bestaand(importeer: Opdrachtregel, session: Session, bestand: Path) -> None:
    importeer(bestand)
    is_geweigerd(importeer(bestand), "Het Hogeland heeft al de notitie 'Proefnotitie'")
    is_geweigerd(importeer(bestand, "--json"), "--bestaand bijwerken of --bestaand nieuw")
    assert aantal(session) == 4
    assert "is bijgewerkt: er verandert niets." in importeer(bestand, "--bestaand", "bijwerken").stdout
    assert aantal(session) == 4
    bestand.write_bytes(word.notitie(word.met(ist=["- te weinig huizen", "- te duur"])))
    assert "is bijgewerkt: 1 onderdeel nieuw." in importeer(bestand, "--bestaand", "bijwerken").stdout
    assert importeer(bestand, "--bestaand", "nieuw").exit_code == 0
    assert aantal(session) == 5


def test_een_vastgestelde_notitie_wordt_niet_bijgewerkt(
    importeer: Opdrachtregel, session: Session, bestand: Path
) -> None:
    importeer(bestand)
    session.rollback()
    session.scalars(select(Notitie).where(Notitie.titel == "Proefnotitie")).one().status = NotitieStatus.VASTGESTELD
    session.commit()
    is_geweigerd(importeer(bestand, "--bestaand", "bijwerken"), "is vastgesteld en kan niet worden gewijzigd")


@pytest.mark.parametrize("soort", word.onleesbaar())
def test_onbruikbaar_bestand(importeer: Opdrachtregel, session: Session, tmp_path: Path, soort: str) -> None:
    pad = tmp_path / "stuk.docx"
    pad.write_bytes(word.onleesbaar()[soort])
    is_geweigerd(importeer(pad, "--json"), "stuk.docx: ")
    assert aantal(session) == 3


def test_een_pdf(importeer: Opdrachtregel, session: Session, tmp_path: Path) -> None:
    pad = tmp_path / "notitie.pdf"
    pad.write_bytes(schrijf(document(leesbare_notitie()), "pdf"))
    uitkomst = importeer(pad)
    assert uitkomst.exit_code == 0, uitkomst.output
    assert aantal(session) == 4


def test_gewone_tekst(importeer: Opdrachtregel, session: Session, tmp_path: Path) -> None:
    pad = tmp_path / "notitie.txt"
    pad.write_bytes(schrijf_tekst(voorbeeld(), Tekstopmaak("kolom", bladen="ff")).encode("cp1252"))
    uitkomst = importeer(pad, "--json")
    assert uitkomst.exit_code == 0, uitkomst.output
    namen = [gebied["naam"] for gebied in json.loads(uitkomst.stdout)["probleemgebieden"]]
    assert namen == [gebied.naam for gebied in voorbeeld().probleemgebieden]
    assert aantal(session) == 4


def test_tekst_die_niet_te_gebruiken_is(importeer: Opdrachtregel, session: Session, tmp_path: Path) -> None:
    pad = tmp_path / "notitie.txt"
    pad.write_text("Ist\n" * 10_001)
    is_geweigerd(importeer(pad), "notitie.txt: Dit bestand heeft meer dan 10.000 regels")
    pad.write_text("Ist\n- Gesproken met 123456782.\nSoll\n- Niets.\n")
    is_geweigerd(importeer(pad), "egel 2")
    pad.write_text("Beste collega, hierbij de stukken.")
    is_geweigerd(importeer(pad), "geen probleemgebied gevonden")
    assert aantal(session) == 3


def test_wat_geen_bestand_is(importeer: Opdrachtregel, tmp_path: Path) -> None:
    is_geweigerd(importeer(tmp_path / "nergens.docx"), "bestaat niet")
    is_geweigerd(importeer(tmp_path), "is een map")
    is_geweigerd(importeer("/dev/zero"), "geen gewoon bestand")


def test_te_groot_bestand_wordt_niet_helemaal_gelezen(importeer: Opdrachtregel, tmp_path: Path) -> None:
    groot = tmp_path / "groot.docx"
    with groot.open("wb") as uit:
        uit.truncate(100 * 1024 * 1024)
    is_geweigerd(importeer(groot), "20 MB")


def test_onbekende_organisatie_en_datum(importeer: Opdrachtregel, bestand: Path, session: Session) -> None:
    is_geweigerd(importeer(bestand, organisatie="nergens"), "Er is geen organisatie 'nergens'.")
    is_geweigerd(importeer(bestand, "--datum", "2020-13-40"), "--datum 2020-13-40 is geen datum")
    assert aantal(session) == 3


def test_een_bestand_uit_doelspoor_hoort_op_het_scherm(
    app: Flask, importeer: Opdrachtregel, session: Session, tmp_path: Path
) -> None:
    pad = tmp_path / "terug.docx"
    pad.write_bytes(schrijf(document(leesbare_notitie()), "docx"))
    assert importeer(pad, "--bestaand", "nieuw").exit_code == 0
    aantal = session.scalar(select(func.count(Notitie.id)))
    nummer = session.scalars(select(Notitie.id).order_by(Notitie.id.desc())).first()
    gehaald = tmp_path / "gehaald.docx"
    opties = ["exporteer", "notitie", "--organisatie", "het-hogeland", "--notitie", str(nummer), "--formaat", "docx"]
    assert app.test_cli_runner().invoke(args=[*opties, "--uit", str(gehaald)]).exit_code == 0
    uitkomst = importeer(gehaald)
    assert uitkomst.exit_code == 2
    assert f"(nummer {nummer}) uit Doelspoor. Lees het op het scherm in, bij Importeren" in uitkomst.output
    assert session.scalar(select(func.count(Notitie.id))) == aantal
    assert importeer(gehaald, "--proef").exit_code == 0
