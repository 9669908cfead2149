"""Reading a notitie: from the bytes of the Word file to the structure and its bevindingen."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

from app.domain.bevindingen.vinden import bevindingen
from app.reading.notitie.lezen import lees_notitie
from config import PROJECT
from scripts.meten.klok import Duur, meet_om_de_beurt
from scripts.meten.wordnotitie import maak_wordnotitie

ECHTE_NOTITIE = PROJECT.parent / "shared/bronnen/conceptnotitie-hogeland-2020.docx"


@dataclass(frozen=True, slots=True)
class Leesmeting:
    """`vloer`: only unpacking the file and parsing its XML."""

    bron: str
    bytes: int
    doelen: int
    lezen: Duur
    bevindingen: Duur
    vloer: Duur


def meet_lezen(aantal: int, bestand: Path = ECHTE_NOTITIE) -> Leesmeting:
    echt = bestand.is_file()
    inhoud = bestand.read_bytes() if echt else maak_wordnotitie()
    notitie = lees_notitie(inhoud, bestandsnaam="notitie.docx").notitie
    duren = meet_om_de_beurt(
        {
            "lezen": lambda: bevindingen(lees_notitie(inhoud, bestandsnaam="notitie.docx").notitie),
            "bevindingen": lambda: bevindingen(notitie),
            "vloer": lambda: _ontleed(inhoud),
        },
        aantal,
    )
    bron = "de echte notitie" if echt else "een nagemaakte notitie van gelijke omvang (de echte is er niet)"
    return Leesmeting(bron, len(inhoud), sum(len(gebied.doelen) for gebied in notitie.probleemgebieden), **duren)


def _ontleed(inhoud: bytes) -> None:
    with ZipFile(BytesIO(inhoud)) as pakket:
        for naam in pakket.namelist():
            deel = pakket.read(naam)
            if naam.endswith((".xml", ".rels")):
                etree.fromstring(deel, etree.XMLParser(resolve_entities=False))
