"""Labels are recognised by what they mean, and running text is not."""

import pytest

from app.domain.structuur import Opdrachtnemer
from app.reading.notitie.labels import Soort, herken, herken_nemer, zonder_nummer

LOKAAL, RIGG = Opdrachtnemer.LOKAAL, Opdrachtnemer.RIGG


@pytest.mark.parametrize(
    ("tekst", "soort"),
    [
        ("Ist", Soort.IST), ("IST:", Soort.IST), ("1. Ist", Soort.IST), ("IST (huidige situatie)", Soort.IST),
        ("Wat is het probleem?", Soort.IST), ("Huidige situatie", Soort.IST), ("‘Ist’", Soort.IST),
        ("Ist – huidige situatie", Soort.IST), ("Wat is het probleem? (ist)", Soort.IST),
        ("soll", Soort.SOLL), ("Gewenste situatie (soll)", Soort.SOLL), ("Wat willen we bereiken?", Soort.SOLL),
        ("Soll / gewenste situatie", Soort.SOLL),
        ("Doel", Soort.DOELEN), ("Doelen", Soort.DOELEN), ("Doelstellingen:", Soort.DOELEN), ("Doel(en)", Soort.DOELEN),
        ("SMART-doelen", Soort.DOELEN), ("3) Doelen", Soort.DOELEN), ("Doelen (vervolg)", Soort.DOELEN),
        ("Indicator", Soort.INDICATOREN), ("INDICATOREN", Soort.INDICATOREN),
        ("Indicatoren (behorend bij de doelen)", Soort.INDICATOREN),
        ("Interventie", Soort.INTERVENTIES), ("Interventies", Soort.INTERVENTIES),
        ("Opdracht", Soort.OPDRACHT), ("Toelichting", Soort.TOELICHTING),
    ],
)  # fmt: skip
def test_etiketten(tekst: str, soort: Soort) -> None:
    etiket = herken(tekst)
    assert etiket is not None
    assert (etiket.soort, etiket.nemers) == (soort, ())


@pytest.mark.parametrize("tekst", ["Maatregelen/Acties", "Maatregelen", "Acties", "Aanpak", "Beheersmaatregelen"])
def test_synoniemen_alleen_waar_een_etiket_hoort(tekst: str) -> None:
    assert herken(tekst) is None
    etiket = herken(tekst, ruim=True)
    assert etiket is not None
    assert etiket.soort is Soort.INTERVENTIES


@pytest.mark.parametrize(
    "tekst",
    ["", "Wonen", "Doelen: 1, 2", "De doelen zijn helder.", "Lokaal", "Interventieteam",
     "Realiseren doelen", "Istanbul", "Doelgroep", "x" * 500, "Ist: er is te weinig", "Verblijf (regionaal)"],
)  # fmt: skip
def test_geen_etiket(tekst: str) -> None:
    assert herken(tekst, ruim=True) is None


@pytest.mark.parametrize(
    ("tekst", "nemers"),
    [
        ("Lokaal", (LOKAAL,)), ("LOKAAL:", (LOKAAL,)), ("Gemeente", (LOKAAL,)), ("Opdracht lokaal", (LOKAAL,)),
        ("Lokale opdracht", (LOKAAL,)), ("Opdracht (lokaal)", (LOKAAL,)), ("a) Lokaal", (LOKAAL,)),
        ("RIGG", (RIGG,)), ("Regionaal", (RIGG,)), ("Regionale inkoop", (RIGG,)), ("Inkooporganisatie", (RIGG,)),
        ("Opdracht aan de RIGG", (RIGG,)), ("Opdracht - RIGG", (RIGG,)), ("Voor de regio", (RIGG,)),
        ("Regionale inkooporganisatie", (RIGG,)), ("Opdracht RIGG:", (RIGG,)), ("RIGG-opdracht", (RIGG,)),
        ("Lokaal en RIGG", (LOKAAL, RIGG)),
    ],
)  # fmt: skip
def test_opdrachtnemers(tekst: str, nemers: tuple[Opdrachtnemer, ...]) -> None:
    etiket = herken_nemer(tekst)
    assert etiket is not None
    assert etiket.nemers == nemers


@pytest.mark.parametrize("tekst", ["Lokaal overleg starten", "RIGG blijft inkopen", "Regionaal aanbod", "Geen", ""])
def test_geen_opdrachtnemer(tekst: str) -> None:
    assert herken_nemer(tekst) is None


@pytest.mark.parametrize(
    ("tekst", "volgorde", "naam"),
    [
        ("3. Wonen", 3, "Wonen"), ("Probleemgebied 3: Wonen", 3, "Wonen"), ("Probleemgebied 3 Wonen", 3, "Wonen"),
        ("Probleemgebied: Wonen", 1, "Wonen"), ("3 Wonen", 3, "Wonen"), ("24 uurszorg", 3, "24 uurszorg"),
        ("Thema 2 – Wonen", 2, "Wonen"), ("Wonen (vervolg)", 1, "Wonen"), ("III. Wonen", 3, "Wonen"),
        ("Wonen (18+)", 1, "Wonen (18+)"), ("Probleemgebied Wonen", 1, "Probleemgebied Wonen"), ("2.1 Zorg", 1, "Zorg"),
    ],
)  # fmt: skip
def test_naam_zonder_nummer(tekst: str, volgorde: int, naam: str) -> None:
    assert zonder_nummer(tekst, volgorde) == naam
