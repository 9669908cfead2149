"""A made-up notitie as a Word file, laid out as gemeenten do: a table per probleemgebied."""

from collections.abc import Iterator
from io import BytesIO

import docx

from scripts.regio import teksten
from scripts.regio.notitie import LETTERS, MATEN, Maat

TITEL = "Conceptnotitie hulp en ondersteuning gemeente Lindekamp"


def maak_wordnotitie() -> bytes:
    document = docx.Document()
    document.add_heading(TITEL, level=0)
    document.add_paragraph("20 mei 2020")
    for volgorde, maat in enumerate(MATEN, start=1):
        document.add_heading(f"{volgorde}. {teksten.GEBIEDEN[volgorde - 1]}", level=1)
        tabel = document.add_table(rows=0, cols=2)
        for label, regels in _rijen(volgorde, maat):
            cellen = tabel.add_row().cells
            cellen[0].text = label
            cellen[1].text = "\n".join(regels)
    uit = BytesIO()
    document.save(uit)
    return uit.getvalue()


def _rijen(volgorde: int, maat: Maat) -> Iterator[tuple[str, list[str]]]:
    zaad = (1, volgorde)
    yield "Ist", [f"- {teksten.ist(*zaad, n)}" for n in range(1, maat.ist + 1)]
    yield "Soll", [f"- {teksten.soll(*zaad, n)}" for n in range(1, maat.soll + 1)]
    yield "Doelen", [f"{n}. {teksten.doel(*zaad, n).tekst}" for n in range(1, maat.doelen + 1)]
    yield "Indicatoren", [f"{n}. {teksten.indicator(*zaad, n)}" for n in range(1, maat.indicatoren + 1)]
    yield "Interventies", list(_interventies(zaad, maat))
    yield "Opdracht lokaal", _opdracht(1, maat.doelen_lokaal, 1, maat.interventies_lokaal)
    eerste_doel, eerste = maat.doelen - maat.doelen_rigg + 1, maat.interventies - maat.interventies_rigg + 1
    yield "Opdracht RIGG", _opdracht(eerste_doel, maat.doelen, eerste, maat.interventies)


def _interventies(zaad: tuple[int, int], maat: Maat) -> Iterator[str]:
    for nummer in range(1, maat.interventies + 1):
        yield f"{nummer}. {teksten.interventie(*zaad, nummer)}"
        for letter in LETTERS[: maat.onderdelen[nummer - 1] if nummer <= len(maat.onderdelen) else 0]:
            yield f"{letter}. {teksten.onderdeel(*zaad, nummer, ord(letter))}"


def _opdracht(doel: int, laatste_doel: int, interventie: int, laatste_interventie: int) -> list[str]:
    doelen, interventies = range(doel, laatste_doel + 1), range(interventie, laatste_interventie + 1)
    regels = [("Behalen doelen", doelen), ("Uitvoeren interventies", interventies)]
    return [f"{naam}: {', '.join(map(str, nummers))}" for naam, nummers in regels if nummers]
