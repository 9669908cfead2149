"""What a notitie says about itself: date, version, gemeente."""

from datetime import date

import pytest

from app.reading.notitie.kenmerken import kies_gemeente
from app.reading.notitie.lezen import lees_notitie
from tests.unit.reading.bouw import Bouwer, schrijf
from tests.unit.reading.opmaak import Opmaak
from tests.unit.reading.pakket import alinea, met_tekst, rij, tabel, vervang
from tests.unit.reading.voorbeeld import voorbeeld


def _met_rand(tekst: str) -> bytes:
    bouwer = Bouwer(Opmaak())
    bouwer.notitie(voorbeeld())
    bouwer.doc.sections[0].header.paragraphs[0].text = tekst
    return bouwer.bytes()


@pytest.mark.parametrize(
    ("koptekst", "datum", "versie"),
    [
        ("20 mei 2024 | pagina 2", date(2024, 5, 20), None),
        ("CONCEPT", None, "concept"),
        ("Versie 0.3, d.d. 7 januari 2025", date(2025, 1, 7), "0.3"),
        ("Definitief", None, "definitief"),
        ("Datum: 01-02-2024", date(2024, 2, 1), None),
        ("31 februari 2024", None, None),
        ("pagina 2", None, None),
    ],
)
def test_datum_en_versie_uit_de_koptekst(koptekst: str, datum: date | None, versie: str | None) -> None:
    gelezen = lees_notitie(_met_rand(koptekst))
    assert (gelezen.notitie.datum, gelezen.notitie.versie) == (datum, versie)
    assert any("geen datum" in zin for zin in gelezen.waarschuwingen) == (datum is None)


@pytest.mark.parametrize(
    ("regel", "datum"),
    [
        ("Datum: 3 maart 2024", date(2024, 3, 3)),
        ("Waterbroek, 3 maart 2024", date(2024, 3, 3)),
        ("3-3-2024", date(2024, 3, 3)),
        ("Op 3 maart 2024 heeft het college gesproken over wonen.", None),
    ],
)
def test_datum_op_een_regel_maar_niet_uit_een_zin(regel: str, datum: date | None) -> None:
    inhoud = vervang(schrijf(voorbeeld()), "Hieronder staat per probleemgebied wat wij willen bereiken.", regel)
    assert lees_notitie(inhoud).notitie.datum == datum


def test_kenmerken_in_een_tabel_bovenaan() -> None:
    boven = tabel(rij(alinea("Gemeente"), alinea("Zuiderveen")), rij(alinea("Datum"), alinea("3 maart 2024")))
    gelezen = lees_notitie(
        met_tekst(alinea("Notitie zorg") + boven + alinea("Wonen") + tabel(rij(alinea("Ist"), alinea("x"))))
    )
    assert (gelezen.notitie.titel, gelezen.notitie.datum) == ("Notitie zorg", date(2024, 3, 3))
    assert gelezen.notitie.gemeente == "Zuiderveen"
    assert [gebied.naam for gebied in gelezen.notitie.probleemgebieden] == ["Wonen"]


@pytest.mark.parametrize(
    ("tekst", "naam"),
    [
        ("Dit is van de gemeente het Hoge Land.", "Het Hoge Land"),
        ("gemeente Zuiderveen", "Zuiderveen"),
        ("Gemeente: Zuiderveen", "Zuiderveen"),
        ("de gemeente Bergen aan de Maas wil", "Bergen aan de Maas"),
        ("de gemeente Oude-Veen en de RIGG", "Oude-Veen"),
        ("Rapportage van Gemeente Zuiderveen Versie 2", "Zuiderveen"),
        ("de gemeente RIGG", None),
        ("de gemeente wil dat", None),
        ("Elke gemeente. Deze notitie", None),
    ],
)
def test_gemeente(tekst: str, naam: str | None) -> None:
    assert kies_gemeente([tekst]) == naam


def test_gemeente_die_het_vaakst_wordt_genoemd() -> None:
    assert kies_gemeente(["gemeente Ander", "gemeente Waterbroek", "de gemeente Waterbroek"]) == "Waterbroek"
