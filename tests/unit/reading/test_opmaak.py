"""The same notitie, laid out in many ways, reads back as the same structure."""

from collections.abc import Callable

import pytest

from app.domain.notitie.structuur_json import als_dict
from app.domain.structuur import Notitie, Verwijzing
from app.reading.notitie.lezen import lees_notitie
from tests.unit.reading.bouw import met, schrijf
from tests.unit.reading.opmaak import Opmaak, schrijf_nummers
from tests.unit.reading.voorbeeld import voorbeeld, zonder_inleiding

HOOFDLETTERS = {k: k.upper() for k in ("ist", "soll", "doelen", "indicatoren", "interventies", "opdracht", "lokaal")}
DUBBELEPUNT = {
    "ist": "Ist:", "soll": "Soll:", "doelen": "Doelen:", "indicatoren": "Indicator:", "interventies": "Interventie:",
    "opdracht": "Opdrachten:", "lokaal": "Lokaal:", "rigg": "RIGG:",
}  # fmt: skip
OMSCHREVEN = {
    "ist": "IST (huidige situatie)", "soll": "Gewenste situatie (soll)", "doelen": "Doelstellingen",
    "indicatoren": "Indicator(en)", "interventies": "Maatregelen/Acties", "opdracht": "Opdracht",
    "lokaal": "Gemeente", "rigg": "Regionale inkoop",
}  # fmt: skip
VRAGEN = {
    "ist": "Wat is het probleem?", "soll": "Wat willen we bereiken?", "doelen": "Doel(en)", "interventies": "Acties",
    "rigg": "Inkooporganisatie",
}  # fmt: skip


def met_werkwoorden(soort: str, verwijzingen: list[Verwijzing]) -> str:
    kop = {"doelen": "Realiseren van de doelen", "interventies": "Uitvoeren van interventies"}[soort]
    return f"{kop} {schrijf_nummers(verwijzingen)}"


def kort(soort: str, verwijzingen: list[Verwijzing]) -> str:
    return f"{soort.capitalize()}: {schrijf_nummers(verwijzingen)}"


def met_reeks(soort: str, verwijzingen: list[Verwijzing]) -> str:
    enkele = [v.nummer for v in verwijzingen]
    kop = {"doelen": "Realiseren doel", "interventies": "Uitvoeren interventie"}[soort]
    if len(enkele) > 1 and not any(v.onderdelen or v.voorbehoud for v in verwijzingen):
        return f"{kop} {enkele[0]} t/m {enkele[-1]}"
    return f"{kop} {schrijf_nummers(verwijzingen)}"


def met_voorbehoud(soort: str, verwijzingen: list[Verwijzing]) -> str:
    delen = [
        f"{schrijf_nummers([Verwijzing(v.nummer, v.onderdelen)])}{' (onder voorbehoud)' if v.voorbehoud else ''}"
        for v in verwijzingen
    ]
    return f"{soort.capitalize()} {' en '.join(delen) or 'geen'}"


OPMAKEN = {
    "zoals het hoort": Opmaak(),
    "getypt 1.": Opmaak(nummer="1.", letter="a."),
    "getypt 1)": Opmaak(nummer="1)", letter="a)"),
    "getypt (1)": Opmaak(nummer="(1)", letter="(a)"),
    "getypt 1 spatie": Opmaak(nummer="1 ", letter="a."),
    "getypt 1 tab": Opmaak(nummer="1\t", letter="a)"),
    "streepjes": Opmaak(teken="-"),
    "bolletjes": Opmaak(teken="•"),
    "halve kastlijntjes": Opmaak(teken="–", nummer="1."),
    "sterretjes": Opmaak(teken="*"),
    "de letter o": Opmaak(teken="o"),
    "hoofdletters": Opmaak(etiketten=HOOFDLETTERS),
    "dubbelepunten": Opmaak(etiketten=DUBBELEPUNT, etiket_vet=True),
    "omschreven": Opmaak(etiketten=OMSCHREVEN),
    "vragen": Opmaak(etiketten=VRAGEN),
    "genummerde etiketten": Opmaak(genummerde_etiketten=True, etiket_vet=True),
    "opdracht in twee rijen": Opmaak(opdracht="rijen"),
    "opdracht in twee rijen, anders genoemd": Opmaak(
        opdracht="rijen", etiketten={"opdracht_lokaal": "Lokale opdracht", "opdracht_rigg": "Opdracht (regionaal)"}
    ),
    "opdracht aan de inkooporganisatie": Opmaak(
        opdracht="rijen",
        etiketten={"opdracht_lokaal": "Opdracht gemeente", "opdracht_rigg": "Opdracht aan de inkooporganisatie"},
    ),
    "opdracht in een tabel in de cel": Opmaak(opdracht="genest"),
    "opdracht in drie kolommen": Opmaak(opdracht="kolommen"),
    "opdracht onder kolomkoppen": Opmaak(opdracht="kolomkoppen"),
    "tabel loopt door bij soll": Opmaak(splits_bij="soll"),
    "tabel loopt door bij doelen": Opmaak(splits_bij="doelen", nummer="1."),
    "tabel loopt door bij interventies": Opmaak(splits_bij="interventies"),
    "tabel loopt door bij opdracht": Opmaak(splits_bij="opdracht", teken="-"),
    "naam in samengevoegde rij": Opmaak(naam="rij"),
    "naam in samengevoegde rij met nummer": Opmaak(naam="rij", naam_vorm="{n}. {naam}"),
    "naam achter Probleemgebied": Opmaak(naam="rij", naam_vorm="Probleemgebied {n}: {naam}"),
    "naam vet": Opmaak(naam="vet"),
    "naam vet met nummer": Opmaak(naam="vet", naam_vorm="{n}. {naam}"),
    "naam als gewone regel": Opmaak(naam="plat"),
    "naam als gewone regel met voorvoegsel": Opmaak(naam="plat", naam_vorm="Probleemgebied {n} - {naam}"),
    "naam in een kop met nummer": Opmaak(naam_vorm="{n} {naam}"),
    "naam in de eerste kolom": Opmaak(naam="kolom"),
    "naam als waarde": Opmaak(naam="etiketrij"),
    "koprij": Opmaak(koprij=True),
    "koprij onder de naam": Opmaak(koprij=True, naam="rij"),
    "een lange tabel": Opmaak(vorm="een_tabel", naam="rij"),
    "een lange tabel met koprij": Opmaak(vorm="een_tabel", naam="rij", koprij=True, naam_vorm="{n}. {naam}"),
    "een lange tabel zonder lijst": Opmaak(vorm="een_tabel", naam="etiketrij", nummer="1)", teken="-"),
    "koppen zonder tabel": Opmaak(vorm="koppen"),
    "koppen zonder tabel, getypt": Opmaak(vorm="koppen", nummer="1.", letter="a)", teken="-"),
    "vette kopjes zonder tabel": Opmaak(vorm="kopjes_vet", teken="-"),
    "vette kopjes en een vette naam": Opmaak(vorm="kopjes_vet", naam="vet", naam_vorm="Probleemgebied {n}: {naam}"),
    "zachte regeleinden": Opmaak(zacht=True),
    "zachte regeleinden zonder tabel": Opmaak(zacht=True, vorm="koppen"),
    "lege regels": Opmaak(lege_regels=True, nummer="1."),
    "extra kolom": Opmaak(extra_kolom=True),
    "andere volgorde": Opmaak(volgorde=("opdracht", "soll", "ist", "interventies", "doelen", "indicatoren")),
    "titel vet": Opmaak(titel="vet"),
    "titel vet en naam vet": Opmaak(titel="vet", naam="vet"),
    "titel in de eigenschappen": Opmaak(titel="eigenschap"),
    "verwijzingen met werkwoorden": Opmaak(verwijs=met_werkwoorden),
    "verwijzingen kort": Opmaak(verwijs=kort),
    "verwijzingen kort zonder opsomteken, zacht": Opmaak(verwijs=kort, zacht=True),
    "verwijzingen als reeks": Opmaak(verwijs=met_reeks),
    "onder voorbehoud voluit": Opmaak(verwijs=met_voorbehoud),
}  # fmt: skip


@pytest.mark.parametrize("opmaak", OPMAKEN.values(), ids=OPMAKEN.keys())
def test_elke_opmaak_geeft_dezelfde_structuur(opmaak: Opmaak) -> None:
    notitie = voorbeeld()
    gelezen = lees_notitie(schrijf(notitie, opmaak))
    assert zonder_inleiding(gelezen.notitie) == als_dict(notitie)
    assert gelezen.notitie.inleiding.startswith(f"Deze notitie is van de gemeente {notitie.gemeente}.")
    assert gelezen.niet_herkend == []


def _zonder_lijst(notitie: Notitie) -> None:
    for gebied in notitie.probleemgebieden:
        gebied.naam_in_lijst = None
        gebied.prioriteit = None


def _een_gebied(notitie: Notitie) -> None:
    del notitie.probleemgebieden[1:]
    _zonder_lijst(notitie)


@pytest.mark.parametrize("naam", ["kop", "rij", "vet", "plat", "kolom", "etiketrij"])
@pytest.mark.parametrize("titel", ["stijl", "vet"])
@pytest.mark.parametrize("wijzig", [_zonder_lijst, _een_gebied])
def test_zonder_lijst_van_probleemgebieden(naam: str, titel: str, wijzig: Callable[[Notitie], None]) -> None:
    notitie = met(voorbeeld(), wijzig)
    gelezen = lees_notitie(schrijf(notitie, Opmaak(naam=naam, titel=titel, lijst=False)))
    assert zonder_inleiding(gelezen.notitie) == als_dict(notitie)


@pytest.mark.parametrize("vorm", ["tabellen", "koppen", "kopjes_vet"])
@pytest.mark.parametrize("nummer", ["word", "1.", "1)", "1 "])
@pytest.mark.parametrize("teken", ["word", "-", "•"])
@pytest.mark.parametrize("naam", ["kop", "vet"])
def test_combinaties(vorm: str, nummer: str, teken: str, naam: str) -> None:
    notitie = voorbeeld()
    vet_naam = "Probleemgebied {n}: {naam}" if naam == "vet" else "{naam}"
    opmaak = Opmaak(vorm=vorm, nummer=nummer, letter="a)", teken=teken, naam=naam, naam_vorm=vet_naam)
    assert zonder_inleiding(lees_notitie(schrijf(notitie, opmaak)).notitie) == als_dict(notitie)
