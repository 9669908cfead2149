"""What Word writes in its file, read as a person sees it on the page."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml

from app.domain.notitie.structuur_json import als_dict
from app.domain.structuur import Interventie, Opdrachtnemer, Probleemgebied
from app.reading.notitie.lezen import GelezenNotitie, lees_notitie
from tests.unit.reading.bouw import Bouwer, schrijf
from tests.unit.reading.opmaak import Opmaak
from tests.unit.reading.pakket import alinea, delen, met_tekst, pak_in, rij, tabel
from tests.unit.reading.voorbeeld import voorbeeld, zonder_inleiding

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def lees_cel(etiket: str, cel: str) -> Probleemgebied:
    (gebied,) = lees_notitie(met_tekst(alinea("Wonen") + tabel(rij(alinea(etiket), cel)))).notitie.probleemgebieden
    return gebied


def run(tekst: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{tekst}</w:t></w:r>'


@pytest.mark.parametrize(
    ("inhoud", "verwacht"),
    [
        (run("een ") + run("zin"), "een zin"),
        (f"<w:ins>{run('erbij')}</w:ins><w:del><w:r><w:delText>weg</w:delText></w:r></w:del>", "erbij"),
        (f"<w:moveFrom>{run('weg')}</w:moveFrom><w:moveTo>{run('hier')}</w:moveTo>", "hier"),
        (f"<w:hyperlink>{run('een link')}</w:hyperlink>", "een link"),
        (f"<w:sdt><w:sdtContent>{run('invulveld')}</w:sdtContent></w:sdt>", "invulveld"),
        (f"<w:fldSimple w:instr='PAGE'>{run('12')}</w:fldSimple>", "12"),
        ("<w:r><w:fldChar/><w:instrText>DATE</w:instrText><w:fldChar/><w:t>vandaag</w:t></w:r>", "vandaag"),
        ("<w:r><w:t>af</w:t><w:noBreakHyphen/><w:t>breken</w:t><w:softHyphen/></w:r>", "af-breken"),
        ("<w:r><w:t>links</w:t><w:tab/><w:t>rechts</w:t></w:r>", "links rechts"),
        ("<w:r><w:t>boven</w:t><w:br/><w:t>onder</w:t></w:r>", "boven onder"),
        ("<w:r><w:t>boven</w:t><w:br w:type='page'/><w:t>onder</w:t></w:r>", "boven onder"),
        (run("tekst") + "<!-- niets --><?pi niets?>", "tekst"),
    ],
)
def test_tekst_van_een_alinea(inhoud: str, verwacht: str) -> None:
    assert lees_cel("Ist", f"<w:p>{inhoud}</w:p>").ist == [verwacht]


def test_tekstkader_gaat_niet_verloren_en_komt_er_een_keer_in() -> None:
    kader = f"<w:txbxContent {W}>{alinea('In een kader')}</w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    beeld = (
        f"<mc:AlternateContent {mc}><mc:Choice><w:drawing>{kader}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{kader}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    assert lees_cel("Ist", f"<w:p><w:r><w:t>Buiten</w:t>{beeld}</w:r></w:p>").ist == ["Buiten", "In een kader"]


def test_noten_beelden_en_wijzigingen_worden_gemeld() -> None:
    extra = "<w:r><w:footnoteReference w:id='1'/><w:drawing/></w:r><w:ins><w:r><w:t>nieuw</w:t></w:r></w:ins>"
    gelezen = lees_notitie(met_tekst(alinea("Wonen") + tabel(rij(alinea("Ist"), f"<w:p>{run('a ')}{extra}</w:p>"))))
    tekst = " ".join(gelezen.waarschuwingen)
    assert "Voetnoten" in tekst
    assert "Afbeeldingen (1)" in tekst
    assert "wijzigingen bijgehouden" in tekst


def test_verwijderde_rij_telt_niet_mee() -> None:
    weg = rij(alinea("Soll"), alinea("weg")).replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>")
    gelezen = lees_notitie(met_tekst(alinea("Wonen") + tabel(rij(alinea("Ist"), alinea("blijft")), weg)))
    assert gelezen.notitie.probleemgebieden[0].soll == []


def _lvl(ilvl: int, vorm: str, start: int = 1) -> str:
    return f'<w:lvl w:ilvl="{ilvl}"><w:start w:val="{start}"/><w:numFmt w:val="{vorm}"/></w:lvl>'


NUMMERING = f"""<w:numbering {W}>
<w:abstractNum w:abstractNumId="1">{_lvl(0, "decimal")}{_lvl(1, "lowerLetter")}</w:abstractNum>
<w:abstractNum w:abstractNumId="2">{_lvl(0, "upperRoman")}{_lvl(1, "decimal")}</w:abstractNum>
<w:abstractNum w:abstractNumId="3">{_lvl(0, "bullet")}{_lvl(1, "bullet")}</w:abstractNum>
<w:abstractNum w:abstractNumId="4">{_lvl(0, "decimal", 3)}{_lvl(1, "upperLetter")}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="4"/></w:num>
<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="6"><w:abstractNumId w:val="1"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
</w:numbering>"""

STIJLEN = f"""<w:styles {W}>
<w:style w:type="paragraph" w:styleId="Genummerd"><w:name w:val="Eigen nummering"/>
<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="kop 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Eigen"><w:name w:val="Mijn kop"/><w:basedOn w:val="Kop1"/></w:style>
<w:style w:type="paragraph" w:styleId="Rond"><w:name w:val="Rond"/><w:basedOn w:val="Rond"/></w:style>
</w:styles>"""


def punt(tekst: str, num_id: int | None = None, niveau: int = 0, stijl: str = "") -> str:
    nummer = f'<w:numPr><w:ilvl w:val="{niveau}"/><w:numId w:val="{num_id}"/></w:numPr>' if num_id is not None else ""
    naam = f'<w:pStyle w:val="{stijl}"/>' if stijl else ""
    return alinea(tekst, f"<w:pPr>{naam}{nummer}</w:pPr>")


def lees_lichaam(lichaam: str) -> GelezenNotitie:
    onderdelen = delen(met_tekst(lichaam))
    onderdelen |= {"word/numbering.xml": NUMMERING.encode(), "word/styles.xml": STIJLEN.encode()}
    return lees_notitie(pak_in(onderdelen))


def interventies(*punten: str) -> list[tuple[int, str, list[str]]]:
    gelezen = lees_lichaam(alinea("Wonen") + tabel(rij(alinea("Interventies"), "".join(punten))))
    return [_kort(interventie) for interventie in gelezen.notitie.probleemgebieden[0].interventies]


def _kort(interventie: Interventie) -> tuple[int, str, list[str]]:
    return interventie.nummer, interventie.tekst, [onderdeel.letter for onderdeel in interventie.onderdelen]


def test_nummering_met_niveaus() -> None:
    gevonden = interventies(punt("A", 1), punt("x", 1, 1), punt("y", 1, 1), punt("B", 1), punt("z", 1, 1))
    assert gevonden == [(1, "A", ["a", "b"]), (2, "B", ["a"])]


def test_nummering_via_de_stijl_en_uitgezet() -> None:
    gevonden = interventies(punt("A", stijl="Genummerd"), punt("B", stijl="Genummerd"), punt("C", 0, stijl="Genummerd"))
    assert [(nummer, tekst) for nummer, tekst, _ in gevonden] == [(1, "A"), (2, "B")]


def test_romeinse_cijfers_en_cijfers_als_tweede_niveau() -> None:
    assert interventies(punt("A", 2), punt("x", 2, 1), punt("B", 2)) == [(1, "A", ["a"]), (2, "B", [])]


def test_start_en_hoofdletters() -> None:
    assert interventies(punt("A", 4), punt("x", 4, 1)) == [(3, "A", ["a"])]


def test_lijsten_met_dezelfde_vorm_tellen_door_tenzij_ze_opnieuw_beginnen() -> None:
    assert [i[0] for i in interventies(punt("A", 1), punt("B", 5), punt("C", 6), punt("D", 6))] == [1, 2, 5, 6]


def test_getypt_nummer_achter_een_opsomteken_van_word() -> None:
    assert interventies(punt("1. A", 3), punt("2. B", 3)) == [(1, "A", []), (2, "B", [])]


def test_opsomtekens_onder_een_nummer_worden_onderdelen() -> None:
    assert interventies(punt("A", 1), punt("x", 3, 1), punt("y", 3, 1)) == [(1, "A", ["a", "b"])]


def test_getypt_tweede_niveau_maar_geen_decimaal_getal() -> None:
    gevonden = interventies(alinea("1. A"), alinea("1.1 x"), alinea("1.2 y"), alinea("2. 1.5 fte erbij"))
    assert gevonden == [(1, "A", ["a", "b"]), (2, "1.5 fte erbij", [])]


def test_zonder_nummers_genummerd_in_volgorde_en_gemeld() -> None:
    gelezen = lees_lichaam(alinea("Wonen") + tabel(rij(alinea("Doelen"), punt("Een", 3) + punt("Twee", 3))))
    assert [(d.nummer, d.tekst) for d in gelezen.notitie.probleemgebieden[0].doelen] == [(1, "Een"), (2, "Twee")]
    assert any("hadden geen nummers" in zin for zin in gelezen.waarschuwingen)


def test_indicatoren_zonder_nummer_worden_niet_geraden() -> None:
    doelen = rij(alinea("Doelen"), alinea("1. Een.") + alinea("2. Twee."))
    los = rij(alinea("Indicatoren"), alinea("- Aantal mensen"))
    gelezen = lees_lichaam(alinea("Wonen") + tabel(doelen, los))
    (gebied,) = gelezen.notitie.probleemgebieden
    assert gebied.indicatoren == []
    assert [item.tekst for item in gelezen.niet_herkend] == ["- Aantal mensen"]
    assert gebied.toelichting == "[Niet herkend] - Aantal mensen"
    evenveel = rij(alinea("Indicatoren"), alinea("- Aantal mensen") + alinea("- Aantal huizen"))
    gelezen = lees_lichaam(alinea("Wonen") + tabel(doelen, evenveel))
    assert [i.nummer for i in gelezen.notitie.probleemgebieden[0].indicatoren] == [1, 2]


def test_koppen_via_een_eigen_stijl_en_een_stijl_die_op_zichzelf_rust() -> None:
    lichaam = punt("Wonen", stijl="Eigen") + tabel(rij(alinea("Ist"), punt("iets", stijl="Rond")))
    (gebied,) = lees_lichaam(lichaam + punt("Bijlage", stijl="Kop1") + alinea("Cijfers")).notitie.probleemgebieden
    assert (gebied.naam, gebied.ist) == ("Wonen", ["iets"])
    assert gebied.toelichting == "[Niet herkend] Bijlage\n[Niet herkend] Cijfers"


def test_onbekende_rij_staat_met_haar_plaats_bij_niet_herkend() -> None:
    rijen = rij(alinea("Ist"), alinea("iets")), rij(alinea("Kosten"), alinea("Twee ton"))
    gelezen = lees_lichaam(alinea("Wonen") + tabel(*rijen))
    (item,) = gelezen.niet_herkend
    assert (item.tekst, item.plaats.zin, item.probleemgebied) == (
        "Kosten: Twee ton",
        "tabel 1, rij 2, alinea 1",
        "Wonen",
    )


def test_verticaal_samengevoegd_etiket() -> None:
    door = "<w:tcPr><w:vMerge/></w:tcPr><w:p/>"
    rijen = (
        rij("<w:tcPr><w:vMerge w:val='restart'/></w:tcPr>" + alinea("Opdracht"), alinea("Lokaal"), alinea("- Doel 1")),
        rij(door, alinea("RIGG"), alinea("- Doel 2")),
    )
    gebied = lees_lichaam(alinea("Wonen") + tabel(*rijen)).notitie.probleemgebieden[0]
    assert [v.nummer for v in gebied.opdracht[Opdrachtnemer.LOKAAL].doelen] == [1]
    assert [v.nummer for v in gebied.opdracht[Opdrachtnemer.RIGG].doelen] == [2]


def test_etiketten_als_kolomkoppen() -> None:
    rijen = rij(alinea("Ist"), alinea("Soll")), rij(alinea("- nu"), alinea("- straks"))
    gebied = lees_lichaam(alinea("Wonen") + tabel(*rijen)).notitie.probleemgebieden[0]
    assert (gebied.ist, gebied.soll) == (["nu"], ["straks"])


def test_een_kolom_met_etiket_en_tekst_onder_elkaar() -> None:
    rijen = [rij(alinea(tekst)) for tekst in ("Wonen", "Ist", "- nu", "Doelen", "1. Beter.")]
    gebied = lees_lichaam(tabel(*rijen)).notitie.probleemgebieden[0]
    assert (gebied.naam, gebied.ist, [d.tekst for d in gebied.doelen]) == ("Wonen", ["nu"], ["Beter."])


def test_nummers_in_een_eigen_kolom() -> None:
    koppen = punt("Wonen", stijl="Kop1") + alinea("Ist:") + alinea("- Krap.") + alinea("Doelen:")
    rijen = rij(alinea("1"), alinea("Beter wonen.")), rij(alinea("2."), alinea("Sneller wonen."))
    gebied = lees_lichaam(koppen + tabel(*rijen)).notitie.probleemgebieden[0]
    assert [(d.nummer, d.tekst) for d in gebied.doelen] == [(1, "Beter wonen."), (2, "Sneller wonen.")]


def test_etiket_en_tekst_op_een_regel() -> None:
    tekst = punt("Wonen", stijl="Kop1") + alinea("Ist: er is te weinig.") + alinea("Soll: er is genoeg.")
    gebied = lees_lichaam(tekst).notitie.probleemgebieden[0]
    assert (gebied.ist, gebied.soll) == (["er is te weinig."], ["er is genoeg."])


def test_doel_in_de_inleiding_is_geen_probleemgebied() -> None:
    inleiding = punt("Inleiding", stijl="Kop1") + punt("Doel", stijl="Kop1") + alinea("Deze notitie legt uit.")
    gelezen = lees_lichaam(inleiding + punt("Wonen", stijl="Kop1") + tabel(rij(alinea("Ist"), alinea("iets"))))
    assert [gebied.naam for gebied in gelezen.notitie.probleemgebieden] == ["Wonen"]
    assert "Deze notitie legt uit." in gelezen.notitie.inleiding


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is niet gevonden")
@pytest.mark.parametrize(
    "opmaak",
    [Opmaak(), Opmaak(nummer="1.", teken="-", naam="rij", opdracht="genest"), Opmaak(vorm="koppen")],
    ids=["lijsten van Word", "getypt", "koppen"],
)
def test_opgeslagen_door_libreoffice(opmaak: Opmaak, tmp_path: Path) -> None:
    bron = tmp_path / "bron" / "notitie.docx"
    bron.parent.mkdir()
    bron.write_bytes(schrijf(voorbeeld(), opmaak))
    opdracht: list[Any] = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profiel", "--headless"]
    opdracht += ["--convert-to", "docx", "--outdir", tmp_path, bron]
    subprocess.run(opdracht, check=True, capture_output=True, timeout=180)
    assert zonder_inleiding(lees_notitie((tmp_path / "notitie.docx").read_bytes()).notitie) == als_dict(voorbeeld())


def test_invulveld_om_een_hele_tabel() -> None:
    """Word wraps whole blocks in content controls."""
    document = docx.Document()
    document.add_heading("Wonen", level=1)
    los = parse_xml(f"<w:sdt {W}><w:sdtContent>{tabel(rij(alinea('Ist'), alinea('iets')))}</w:sdtContent></w:sdt>")
    document.element.body.insert(1, los)
    bouwer = Bouwer(Opmaak())
    bouwer.doc = document
    assert lees_notitie(bouwer.bytes()).notitie.probleemgebieden[0].ist == ["iets"]
