"""Reading a PDF: what comes out, and what is refused with which sentence."""

import logging
from pathlib import Path

import pytest

from app.reading.bladen import opdracht
from app.reading.bladen.uitpakken import proces
from app.reading.fouten import LeesFout, LezerWerktNiet
from app.reading.notitie.lezen import lees_notitie
from app.reading.pdf import lees_pdf
from app.reading.voortgang.lezen import lees_voortgang
from app.reading.word.document import WordDocument
from app.reading.word.lezen import Alinea, Tabel
from app.writing.formaten import schrijf
from tests.unit.reading.pdf_bouw import Blad, maak_pdf
from tests.unit.reading.voorbeeld import voorbeeld, zonder_inleiding
from tests.unit.terug.notities import document

BRONNEN = Path(__file__).resolve().parents[4] / "shared" / "bronnen"


def teksten(gelezen: WordDocument) -> list[str]:
    return [blok.tekst for blok in gelezen.blokken if isinstance(blok, Alinea)]


def test_woorden_lijnen_en_stijlen_komen_uit_het_bestand() -> None:
    vel = (
        Blad()
        .tekst(60, 60, "Wonen", grootte=16, vet=True)
        .rooster([50, 150, 500], [90, 130, 200])
        .tekst(60, 110, "Ist")
        .tekst(160, 110, "Te weinig huizen (bron: CBS).")
        .tekst(60, 150, "Soll")
        .tekst(160, 150, "Iedereen woont goed.")
    )
    kop, tabel = lees_pdf(maak_pdf(vel, titel="Notitie wonen")).blokken
    assert isinstance(kop, Alinea)
    assert (kop.tekst, kop.vet, kop.plaats.zin) == ("Wonen", True, "bladzijde 1, regel 1")
    assert isinstance(tabel, Tabel)
    assert [[cel.alineas[0].tekst for cel in rij.cellen] for rij in tabel.rijen] == [
        ["Ist", "Te weinig huizen (bron: CBS)."],
        ["Soll", "Iedereen woont goed."],
    ]


@pytest.mark.parametrize("draai", [90, 180, 270])
def test_een_gedraaid_blad_en_gedraaide_tekst_leest_niemand_als_gewone_tekst(draai: int) -> None:
    gelezen = lees_pdf(maak_pdf(Blad().tekst(60, 60, "Gewoon."), Blad(draai=draai).tekst(60, 60, "Scheef.")))
    assert teksten(gelezen) == ["Gewoon."]
    assert gelezen.waarschuwingen == ["Gedraaide tekst is niet overgenomen: 'Scheef.' (bladzijde 2)."]


def test_wat_niet_meekomt_wordt_gezegd() -> None:
    gelezen = lees_pdf(maak_pdf(Blad().tekst(60, 60, "Tekst."), Blad().plaatje(), titel="Microsoft Word - plan.docx"))
    assert gelezen.waarschuwingen == [
        "Bladzijde 2 is alleen een plaatje; wat daarop staat is niet gelezen.",
        "Afbeeldingen (1) zijn niet overgenomen.",
    ]
    assert gelezen.eigenschap_titel == ""


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (maak_pdf(Blad().plaatje()), "Deze PDF bestaat uit plaatjes"),
        (maak_pdf(Blad()), "In deze PDF staat geen tekst"),
        (maak_pdf(Blad().tekst(60, 60, "x"), versleuteld=True), "met een wachtwoord beveiligd"),
        (maak_pdf(*[Blad()] * (proces.MEESTE_BLADEN + 1)), "meer dan 400 bladzijden"),
        (maak_pdf(), "is beschadigd"),
        (maak_pdf(Blad().tekst(60, 60, "x"))[:200], "is beschadigd"),
        (b"%PDF-1.7", "is beschadigd"),
        (b"%PDF" + bytes(20 * 1024 * 1024), "groter dan 20 MB"),
    ],
    ids=["plaatjes", "leeg", "wachtwoord", "te lang", "geen blad", "afgebroken", "alleen een begin", "te groot"],
)
@pytest.mark.parametrize("lezer", [lees_pdf, lees_voortgang])
def test_een_pdf_die_niet_te_gebruiken_is(lezer: object, inhoud: bytes, zin: str) -> None:
    assert callable(lezer)
    with pytest.raises(LeesFout, match=zin):
        lezer(inhoud)


@pytest.mark.parametrize(
    ("programma", "seconden"),
    [
        ("import time; time.sleep(60)", 0.1),
        ("import os; os.kill(os.getpid(), 9)", 60),
    ],
    ids=["loopt vast", "afgebroken door het systeem"],
)
def test_een_pdf_houdt_de_server_niet_op(monkeypatch: pytest.MonkeyPatch, programma: str, seconden: float) -> None:
    monkeypatch.setattr(opdracht, "BEGIN", programma)
    monkeypatch.setattr(opdracht, "SECONDEN", seconden)
    with pytest.raises(LeesFout, match="te groot of te ingewikkeld"):
        lees_pdf(b"%PDF-1.7")


def test_het_geheugen_van_het_leesprogramma_is_begrensd(monkeypatch: pytest.MonkeyPatch) -> None:
    te_veel = "proces.begrens(); proces.hoofdprogramma(lambda: bytes(2 * proces.GEHEUGEN), sys.stdout.write)"
    monkeypatch.setattr(
        opdracht, "BEGIN", f"import sys; sys.path.append(sys.argv[1]); from uitpakken import proces; {te_veel}"
    )
    with pytest.raises(LeesFout, match="te groot of te ingewikkeld"):
        lees_pdf(b"%PDF-1.7")


def test_een_installatie_die_stuk_is_heet_geen_beschadigd_bestand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opdracht, "BEGIN", "import een_pakket_dat_ontbreekt")
    with pytest.raises(LezerWerktNiet, match="een_pakket_dat_ontbreekt"):
        lees_pdf(b"%PDF-1.7")


def test_een_onverwachte_fout_in_het_bestand_staat_in_het_log(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def stuk(_inhoud: bytes) -> dict[str, object]:
        raise UnicodeError("raar teken")

    monkeypatch.setattr(proces, "lees", stuk)
    geschreven: list[str] = []
    proces.hoofdprogramma(lambda: b"", geschreven.append)
    assert geschreven == ['{"fout":"beschadigd"}']
    monkeypatch.setattr(
        opdracht, "BEGIN", "import sys; sys.stderr.write('raar teken'); print('{\"fout\": \"beschadigd\"}')"
    )
    with caplog.at_level(logging.WARNING), pytest.raises(LeesFout, match="is beschadigd"):
        lees_pdf(b"%PDF-1.7")
    assert "raar teken" in caplog.text


def test_de_eigen_pdf_van_een_notitie_is_terug_te_lezen() -> None:
    """Also when nobody kept the Word file: the same structure, without the marks."""
    notitie = voorbeeld()
    gelezen = lees_notitie(schrijf(document(notitie), "pdf"))
    assert gelezen.niet_herkend == []
    assert als_gebieden(zonder_inleiding(gelezen.notitie)) == als_gebieden(zonder_inleiding(notitie))


def als_gebieden(notitie: dict[str, object]) -> object:
    return notitie["probleemgebieden"]


def test_het_leesprogramma_krijgt_geen_geheimen(monkeypatch: pytest.MonkeyPatch) -> None:
    for naam in ("SECRET_KEY", "DATABASE_URL", "DOELSPOOR_OIDC_GEHEIM"):
        monkeypatch.setenv(naam, "geheim")
    assert "geheim" not in opdracht._omgeving().values()
