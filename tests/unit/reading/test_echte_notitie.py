"""The real notitie gives exactly the structure that was written down beside it."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.domain.bevindingen.vinden import bevindingen
from app.domain.notitie.structuur_json import als_dict
from app.reading.notitie import lezen
from app.reading.notitie.lezen import GelezenNotitie, lees_notitie

BRONNEN = Path(__file__).resolve().parents[4] / "shared" / "bronnen"
DOCX = BRONNEN / "conceptnotitie-hogeland-2020.docx"
WAARHEID = BRONNEN / "conceptnotitie-hogeland-2020.json"

pytestmark = pytest.mark.skipif(not DOCX.exists(), reason="de brondocumenten staan niet naast het project")


@pytest.fixture(scope="module")
def gelezen() -> GelezenNotitie:
    return lees_notitie(DOCX.read_bytes(), bestandsnaam=DOCX.name)


@pytest.fixture(scope="module")
def waarheid() -> dict[str, Any]:
    inhoud: dict[str, Any] = json.loads(WAARHEID.read_text(encoding="utf-8"))
    return inhoud


def test_structuur_is_precies_die_van_de_waarheid(gelezen: GelezenNotitie, waarheid: dict[str, Any]) -> None:
    """The date stands only in the pdf; `naam_in_lijst` and `inleiding` are more than the truth file holds."""
    uitkomst = als_dict(gelezen.notitie)
    assert [g.pop("naam_in_lijst", None) is not None for g in uitkomst["probleemgebieden"]] == [False] * 6 + [True]
    del waarheid["datum"], uitkomst["datum"], uitkomst["inleiding"]
    assert uitkomst == {sleutel: waarde for sleutel, waarde in waarheid.items() if sleutel != "bevindingen"}


def test_bevindingen(gelezen: GelezenNotitie, waarheid: dict[str, Any]) -> None:
    def sleutel(b: dict[str, Any]) -> tuple[str, str, str, int]:
        return b["code"], b["probleemgebied"], b["soort"], b["nummer"]

    gevonden = als_dict(gelezen.notitie, bevindingen(gelezen.notitie))["bevindingen"]
    assert sorted(map(sleutel, gevonden)) == sorted(map(sleutel, waarheid["bevindingen"]))


def test_tellingen(gelezen: GelezenNotitie) -> None:
    gebieden = gelezen.notitie.probleemgebieden
    tel: Callable[[str], int] = lambda deel: sum(len(getattr(gebied, deel)) for gebied in gebieden)  # noqa: E731
    assert len(gebieden) == 7
    assert [tel(d) for d in ("ist", "soll", "doelen", "indicatoren", "interventies")] == [22, 30, 31, 16, 39]
    assert sum(len(i.onderdelen) for gebied in gebieden for i in gebied.interventies) == 7


def test_niets_niet_herkend_en_geen_geraden_datum(gelezen: GelezenNotitie) -> None:
    assert gelezen.niet_herkend == []
    assert gelezen.notitie.datum is None
    assert any("geen datum" in zin for zin in gelezen.waarschuwingen)
    assert len(gelezen.notitie.inleiding.splitlines()) == 11


def test_elk_onderdeel_heeft_een_plaats(gelezen: GelezenNotitie) -> None:
    verwacht = 22 + 30 + 31 + 16 + 39 + 7
    paden = [p for p in gelezen.bron if p.split("/")[1] in {"ist", "soll", "doelen", "indicatoren", "interventies"}]
    assert len(paden) == verwacht
    plaats, tekst = gelezen.bron["2/doelen/3"]
    assert plaats.zin == "tabel 2, rij 3, alinea 3"
    assert tekst == gelezen.notitie.probleemgebieden[1].doelen[2].tekst
    assert gelezen.bron["7/naam"][0].tabel is None
    assert gelezen.bron["1/opdracht/rigg/opdrachten/2"][0].zin == "tabel 1, rij 6, alinea 7"


def test_heen_en_terug_als_json(gelezen: GelezenNotitie) -> None:
    assert lezen.uit_dict(json.loads(json.dumps(lezen.als_dict(gelezen)))) == gelezen


def test_de_pdf_geeft_precies_wat_word_geeft(gelezen: GelezenNotitie) -> None:
    uit_pdf = lees_notitie(DOCX.with_suffix(".pdf").read_bytes(), bestandsnaam=DOCX.name)
    assert replace(uit_pdf.notitie, inleiding="") == replace(gelezen.notitie, inleiding="")
    assert (uit_pdf.niet_herkend, uit_pdf.waarschuwingen) == ([], gelezen.waarschuwingen)
    assert uit_pdf.bron.keys() == gelezen.bron.keys()
    assert uit_pdf.bron["2/doelen/3"][0].zin.startswith("bladzijde ")


def test_ander_brondocument_is_geen_notitie() -> None:
    rapportage = BRONNEN / "halfjaarrapportage-noordoostpolder-2019-h1.docx"
    with pytest.raises(lezen.LeesFout, match="geen probleemgebied"):
        lees_notitie(rapportage.read_bytes())
