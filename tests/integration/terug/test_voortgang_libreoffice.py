"""The tables of a period, opened and saved by LibreOffice: untouched they say the same, and edits are still found."""

from io import BytesIO
from pathlib import Path

import docx
import pytest

from tests.libreoffice import LibreOffice
from tests.unit.terug import wordbewerking as w
from tests.unit.terug.test_voortgang_bewerkt import (
    BEWERKINGEN,
    gevonden,
    kleur_anders,
    lege_cel_gevuld,
    naam_anders,
    planning_anders,
    rij_erbij,
    rij_verplaatst,
    tekst_overgetypt,
    thema_anders,
    tweede_rij_erbij,
)
from tests.unit.terug.voortgangen import als_word, breng_terug, toen

VOORAF = (kleur_anders, planning_anders, tekst_overgetypt)
SAMEN = (rij_verplaatst, thema_anders, tweede_rij_erbij, lege_cel_gevuld, rij_erbij, naam_anders)


@pytest.fixture(scope="module")
def bewaard(libreoffice: LibreOffice, werkmap: Path) -> dict[str, bytes]:
    """One start of LibreOffice for all files together, and two more for the way through ODT."""
    inhoud = {"alles": als_word(), "kaal": als_word(status=False, kleur=False)}
    inhoud["bewerkt"] = als_word()
    for bewerking in VOORAF:
        inhoud["bewerkt"] = w.bewerk(inhoud["bewerkt"], bewerking)
    bronnen = []
    for naam, bytes_ in inhoud.items():
        bronnen.append(werkmap / f"voortgang-{naam}.docx")
        bronnen[-1].write_bytes(bytes_)
    uit = dict(zip(inhoud, libreoffice.zet_om(bronnen, "docx", werkmap / "voortgang-opnieuw"), strict=True))
    word = docx.Document(BytesIO(als_word()))
    word.add_comment(word.tables[0].rows[1].cells[2].paragraphs[0].runs, text="Klopt dit?", author="Jo", initials="JJ")
    bronnen.append(werkmap / "voortgang-opmerking.docx")
    word.save(str(bronnen[-1]))
    eigen = werkmap / "voortgang-eigen.odt"
    eigen.write_bytes(als_word(formaat="odt"))
    odt = libreoffice.zet_om([*bronnen, eigen], "odt", werkmap / "voortgang-odt")
    uit |= dict(zip(("odt alles", "odt kaal", "odt bewerkt", "odt opmerking", "odt eigen"), odt, strict=True))
    (uit["via odt"],) = libreoffice.zet_om(odt[:1], "docx", werkmap / "voortgang-terug")
    return {naam: pad.read_bytes() for naam, pad in uit.items()}


@pytest.mark.parametrize("naam", ["alles", "kaal", "via odt", "odt alles", "odt kaal", "odt eigen"])
def test_wat_libreoffice_bewaarde_is_onveranderd(bewaard: dict[str, bytes], naam: str) -> None:
    uit = breng_terug(bewaard[naam])
    assert (uit.tabellen, uit.meldingen, uit.niet_geplaatst) == (toen(), [], [])


@pytest.mark.parametrize("naam", ["bewerkt", "odt bewerkt"])
def test_wat_was_gewijzigd_is_het_nog(bewaard: dict[str, bytes], naam: str) -> None:
    verwacht = [x for bewerking, lijst in BEWERKINGEN if bewerking in VOORAF for x in lijst]
    assert sorted(gevonden(breng_terug(bewaard[naam]))) == sorted(verwacht)


def test_een_opmerking_hoort_ook_in_odt_bij_de_rij(bewaard: dict[str, bytes]) -> None:
    ((plek, opmerking),) = breng_terug(bewaard["odt opmerking"]).opmerkingen
    assert (plek.soort, plek.merk, opmerking.wie, opmerking.tekst) == ("rij", "r101", "JJ", "Klopt dit?")


def test_wat_na_libreoffice_wordt_gewijzigd_wordt_gevonden(bewaard: dict[str, bytes]) -> None:
    inhoud = bewaard["alles"]
    for bewerking in SAMEN:
        inhoud = w.bewerk(inhoud, bewerking)
    soorten = {naam for naam, *_ in gevonden(breng_terug(inhoud))}
    assert {"Thema 2: naam", "1c Huisbezoek: naam", "1c Huisbezoek: voortgang"} <= soorten
    assert {"Nieuwe maatregel d. Kennis delen", "1a Procesregie: voortgang"} <= soorten
