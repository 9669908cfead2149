"""A small good file of every kind that somebody may bring in, also of the kinds that are refused."""

from app.domain.structuur import Notitie
from app.writing.formaten import FORMATEN, schrijf
from tests.unit.reading import bouw
from tests.unit.reading.metingen_bouw import KOP, RIJEN, csv_bytes, xlsx_bytes
from tests.unit.reading.opmaak import Opmaak
from tests.unit.reading.tekst_bouw import Tekstopmaak, schrijf_tekst
from tests.unit.reading.voorbeeld import voorbeeld
from tests.unit.reading.voortgang_bouw import Rapport
from tests.unit.writing.voorbeelden import gewoon_blok, maak_document


def goede_bestanden() -> dict[str, bytes]:
    """By a name with the extension it would have."""
    return {
        "notitie.docx": bouw.schrijf(voorbeeld()),
        "notitie.txt": schrijf_tekst(voorbeeld(), Tekstopmaak("zelfde", bladen="ff")).encode(),
        "lange-tabel.docx": bouw.schrijf(_kort(), Opmaak(opdracht="genest", naam="rij")),
        "voortgang.docx": _voortgang(),
        "cijfers.csv": csv_bytes(KOP, *RIJEN),
        "cijfers.xlsx": xlsx_bytes(KOP, *RIJEN, ("Dorp", "Kosten", "euro", 2020, 8.3, "telling")),
        **{f"export.{formaat}": schrijf(maak_document(gewoon_blok()), formaat) for formaat in FORMATEN},
    }


def _kort() -> Notitie:
    notitie = voorbeeld()
    del notitie.probleemgebieden[1:]
    return notitie


def _voortgang() -> bytes:
    kop = ("Maatregel", "Voortgang", "Planning", "Status")
    rij = ("a. Doorontwikkeling", "Op dit moment wordt gewerkt aan het plan.", "1 juli 2022", "In uitvoering")
    ander = ("b. Scholing", "Afgerond in mei.\nEr is een evaluatie.", "2e kwartaal 2022", "Afgerond")
    return Rapport().kop("1. Ondersteuning").tabel(kop, rij, ander).bytes()
