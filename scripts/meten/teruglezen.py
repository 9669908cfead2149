"""Reading back the notitie that we wrote ourselves: from the bytes of the file to the choices of who sent it back."""

from dataclasses import dataclass
from pathlib import Path

from app.domain import structuur as s
from app.domain.notitie.bewaarvorm import bewaarvorm
from app.domain.notitie.structuur_json import als_dict, uit_dict
from app.domain.terugkomst.nieuw import herken_nieuwe
from app.domain.terugkomst.vergelijken import Terugkomst, vergelijk
from app.models.basis import nieuw_merk
from app.reading.notitie.lezen import lees_notitie
from app.reading.terug.bouw import bouw
from app.reading.terug.lezen import lees_terug
from app.writing.documenten.notitie import notitie_document
from app.writing.formaten import schrijf
from scripts.meten.klok import Duur, meet_om_de_beurt
from scripts.meten.lezen import ECHTE_NOTITIE
from scripts.meten.wordnotitie import maak_wordnotitie
from tests.unit.terug.notities import HERKOMST, met_merken

ANDERS = " Dit is in het bestand erbij geschreven."


@dataclass(frozen=True, slots=True)
class Terugmeting:
    """`schrijven`: the file itself. `lezen`: with building the notitie and comparing it. `keuzes`: what that gave."""

    bytes: int
    keuzes: int
    schrijven: Duur
    lezen: Duur


def meet_teruglezen(aantal: int, bestand: Path = ECHTE_NOTITIE) -> Terugmeting:
    """Of every probleemgebied the first doel was changed in the file, and the last one meanwhile by a colleague."""
    inhoud = bestand.read_bytes() if bestand.is_file() else maak_wordnotitie()
    toen = met_merken(bewaarvorm(lees_notitie(inhoud, bestandsnaam="notitie.docx").notitie))
    document, nu = notitie_document(_gewijzigd(toen, 0), HERKOMST), _gewijzigd(toen, -1)
    geschreven = schrijf(document, "docx")
    duren = meet_om_de_beurt(
        {"schrijven": lambda: schrijf(document, "docx"), "lezen": lambda: _lees(geschreven, toen, nu)}, aantal
    )
    return Terugmeting(len(geschreven), len(_lees(geschreven, toen, nu).keuzes), **duren)


def _lees(inhoud: bytes, toen: s.Notitie, nu: s.Notitie) -> Terugkomst:
    terug = lees_terug(inhoud)
    assert terug is not None
    gebracht = bewaarvorm(bouw(terug, toen, nieuw_merk).notitie)
    return vergelijk(toen, herken_nieuwe(toen, gebracht, nu), nu)


def _gewijzigd(notitie: s.Notitie, welke: int) -> s.Notitie:
    ander = uit_dict(als_dict(notitie))
    for gebied in ander.probleemgebieden:
        if gebied.doelen:
            gebied.doelen[welke].tekst += ANDERS
    return ander
