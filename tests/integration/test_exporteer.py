"""`flask exporteer opdrachten`: what it writes, and how it says that it cannot."""

import csv
import io
import json
import os
import stat
from pathlib import Path

import docx
import openpyxl
import pytest
from click.testing import Result
from flask import Flask

from app.cli.bestand_uit import NietTeSchrijven, schrijf_veilig
from app.writing.formaten import FORMATEN
from tests.unit.writing.teruglezen_odf import uit_ods, uit_odt
from tests.unit.writing.teruglezen_pdf import uit_pdf

HOGELAND = ("--organisatie", "het-hogeland")


def voer_uit(app: Flask, *argumenten: str | Path) -> Result:
    return app.test_cli_runner().invoke(args=["exporteer", "opdrachten", *map(str, argumenten)])


def een_zin(uitkomst: Result) -> str:
    """The message, after checking that it is one sentence on standard error and nothing else happened."""
    assert uitkomst.exit_code == 2, uitkomst.output
    assert uitkomst.stdout == ""
    assert uitkomst.stderr.count("\n") == 1
    assert uitkomst.stderr.endswith(".\n")
    return uitkomst.stderr


def rijen(inhoud: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(inhoud.decode("utf-8-sig"), newline=""), delimiter=";"))


@pytest.mark.parametrize("formaat", list(FORMATEN))
def test_schrijft_elk_formaat(app: Flask, demo: object, tmp_path: Path, formaat: str) -> None:
    uit = tmp_path / f"rigg.{formaat}"
    uitkomst = voer_uit(app, *HOGELAND, "--opdrachtnemer", "rigg", "--formaat", formaat, "--uit", uit)
    assert (uitkomst.exit_code, uitkomst.stderr) == (0, "")
    assert str(uit) in uitkomst.stdout
    assert _soorten(uit) == {"doel": 8, "interventie": 17, "opdracht": 7}
    assert os.listdir(tmp_path) == [uit.name]


def _soorten(bestand: Path) -> dict[str, int]:
    """How many lines of each kind the file holds."""
    match bestand.suffix:
        case ".docx":
            tabellen = docx.Document(str(bestand)).tables
            soorten = [rij.cells[0].text.lower() for tabel in tabellen for rij in tabel.rows[1:]]
        case ".odt":
            soorten = [feit[0] for feit in uit_odt(bestand.read_bytes())]
        case ".pdf":
            soorten = [feit[0] for feit in uit_pdf(bestand.read_bytes())]
        case ".ods":
            soorten = [feit[3] for feit in uit_ods(bestand.read_bytes())]
        case ".xlsx":
            kop, *rest = openpyxl.load_workbook(bestand)["Gegevens"].iter_rows(values_only=True)
            soorten = [str(rij[[str(naam).lower() for naam in kop].index("soort")]) for rij in rest]
        case ".csv":
            soorten = [rij["soort"] for rij in rijen(bestand.read_bytes())]
        case _:
            totaal = json.loads(bestand.read_text())["totalen"]["rigg"]
            return {"doel": totaal["doelen"], "interventie": totaal["interventies"], "opdracht": totaal["opdrachten"]}
    return {soort: soorten.count(soort) for soort in sorted(set(soorten))}


def test_standaarduitvoer_is_alleen_het_bestand(app: Flask, demo: object) -> None:
    als_json = voer_uit(app, *HOGELAND, "--formaat", "json", "--uit", "-")
    assert json.loads(als_json.stdout)["totalen"]["lokaal"] == {"doelen": 25, "interventies": 31, "opdrachten": 1}
    als_csv = voer_uit(app, *HOGELAND, "--formaat", "csv", "--uit", "-")
    assert len(rijen(als_csv.stdout_bytes)) == 25 + 31 + 1 + 8 + 17 + 7 + 7


def test_de_beheerder_van_de_server_ziet_elke_gemeente_in_elke_status(app: Flask, demo: object) -> None:
    uitkomst = voer_uit(app, "--formaat", "csv", "--uit", "-")
    gelezen = rijen(uitkomst.stdout_bytes)
    assert {rij["organisatie"] for rij in gelezen} == {"Eemsdelta", "Het Hogeland", "Westerkwartier"}
    assert {rij["opdrachtnemer"] for rij in gelezen} == {"Lokaal", "RIGG"}


def test_organisatie_zonder_notitie_geeft_een_leeg_overzicht(app: Flask, demo: object) -> None:
    uitkomst = voer_uit(app, "--organisatie", "rigg", "--formaat", "csv", "--uit", "-")
    assert uitkomst.exit_code == 0
    assert rijen(uitkomst.stdout_bytes) == []


KAN_NIET = [
    (("--organisatie", "bestaat-niet", "--formaat", "csv", "--uit", "-"), ["organisatie", "bestaat-niet"]),
    (("--formaat", "wordperfect", "--uit", "x"), ["wordperfect", *FORMATEN]),
    (("--uit", "x"), ["--formaat", *FORMATEN]),
    (("--formaat", "csv"), ["--uit"]),
    (("--formaat", "docx", "--uit", "-"), ["csv en json", "docx"]),
    (("--formaat", "pdf", "--uit", "-"), ["csv en json", "pdf"]),
    (("--opdrachtnemer", "buurman", "--formaat", "csv", "--uit", "-"), ["buurman", "lokaal", "rigg"]),
    (("--formaat", "csv", "--uit", "/bestaat/niet/x.csv"), ["/bestaat/niet/x.csv", "de map bestaat niet"]),
    (("--formaat", "csv", "--uit", "/"), ["het is een map"]),
    (("--formaat", "csv", "--uit", "/tmp/" + "x" * 300), ["de naam is te lang"]),
]


def test_wat_niet_kan_geeft_een_zin(app: Flask, demo: object) -> None:
    for argumenten, woorden in KAN_NIET:
        zin = een_zin(voer_uit(app, *argumenten))
        assert all(woord in zin for woord in woorden), zin


@pytest.mark.parametrize("organisatie", [(), HOGELAND])
def test_database_zonder_tabellen(app_zonder_tabellen: Flask, organisatie: tuple[str, ...]) -> None:
    assert "flask db upgrade" in een_zin(voer_uit(app_zonder_tabellen, *organisatie, "--formaat", "csv", "--uit", "-"))


def test_een_fout_laat_het_oude_bestand_staan(tmp_path: Path) -> None:
    uit = tmp_path / "overzicht.csv"
    uit.write_text("oud")

    def halverwege_stuk(bestand: io.BufferedIOBase) -> None:
        bestand.write(b"half")
        raise OSError(28, "No space left on device")

    with pytest.raises(NietTeSchrijven, match="de schijf is vol"):
        schrijf_veilig(str(uit), halverwege_stuk)  # type: ignore[arg-type]
    assert uit.read_text() == "oud"
    assert os.listdir(tmp_path) == ["overzicht.csv"]


def test_nieuw_bestand_krijgt_gewone_rechten_en_een_bestaand_houdt_de_zijne(tmp_path: Path) -> None:
    gewoon, nieuw, eigen = (tmp_path / naam for naam in ("gewoon", "nieuw", "eigen"))
    gewoon.touch()
    eigen.touch(mode=0o600)
    for pad in (nieuw, eigen):
        schrijf_veilig(str(pad), lambda bestand: bestand.write(b"x") and None)
    assert stat.S_IMODE(nieuw.stat().st_mode) == stat.S_IMODE(gewoon.stat().st_mode)
    assert stat.S_IMODE(eigen.stat().st_mode) == 0o600


def test_door_een_koppeling_heen_en_naar_een_apparaat(tmp_path: Path) -> None:
    echt, koppeling = tmp_path / "echt", tmp_path / "koppeling"
    koppeling.symlink_to(echt)
    schrijf_veilig(str(koppeling), lambda bestand: bestand.write(b"x") and None)
    assert koppeling.is_symlink()
    assert echt.read_bytes() == b"x"
    schrijf_veilig("/dev/null", lambda bestand: bestand.write(b"x") and None)
    assert not Path("/dev/null").is_file()
