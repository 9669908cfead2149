"""What the heading of a column says about personal data in it."""

import re
import unicodedata
from dataclasses import dataclass

# A heading with one of these counts or adds up people and does not name them: "aantal unieke BSN".
_OPGETELD = frozenset({
    "aantal", "aandeel", "uniek", "unieke", "percentage", "kosten", "uitgaven", "bedrag", "budget", "euro", "totaal",
    "per", "waarde", "realisatie", "prognose", "begroting",
})  # fmt: skip
_MENSEN = frozenset({
    "kind", "client", "jeugdige", "jongere", "persoon", "inwoner", "burger", "bewoner", "leerling", "patient",
})  # fmt: skip
_TEKST = _MENSEN | {
    "gebied", "gemeente", "regio", "indicator", "naam", "bron", "toelichting", "opmerking", "omschrijving", "reden",
    "nummer", "nr", "id", "kenmerk",
}  # fmt: skip
_PERSOONSNAAM = frozenset({
    "voornaam", "voornamen", "achternaam", "roepnaam", "geslachtsnaam", "familienaam", "voorletters",
})  # fmt: skip
_BSN = re.compile(r"^bsn|bsn(?:nummer|nr|code)?$|burgerservicen|sofin")
_GEBOORTE = re.compile(r"geboortedat|geboortedag|gebdat|^geboren|birthdate|dateofbirth")
_NAAM_VAN = re.compile(rf"naam(?:van|vanhet|vande)?(?:{'|'.join(_MENSEN)})|(?:{'|'.join(_MENSEN)})naam")


@dataclass(frozen=True, slots=True)
class Kop:
    """`bsn`, `naam`, `geboorte`: the heading says that these stand under it; `kindnaam`: names of those who are helped.

    `misschien_naam`: the heading fits names of people, but other names too. `tekst`: no amounts stand under it.
    `opgeteld`: figures about groups stand under it.
    """

    bsn: bool = False
    naam: bool = False
    kindnaam: bool = False
    misschien_naam: bool = False
    geboorte: bool = False
    tekst: bool = False
    opgeteld: bool = False


def lees_kop(kop: str) -> Kop:
    woorden = _woorden(kop)
    if _OPGETELD & set(woorden):
        return Kop(opgeteld=True)
    aaneen = "".join(woorden)
    kindnaam = bool(_NAAM_VAN.fullmatch(aaneen))
    return Kop(
        bsn=bool(_BSN.search(aaneen)),
        naam=kindnaam or bool(_PERSOONSNAAM & set(woorden)),
        kindnaam=kindnaam,
        misschien_naam=aaneen in _MENSEN | {"naam", "namen"},
        geboorte=bool(_GEBOORTE.search(aaneen)),
        tekst=any(re.sub(r"(?<=.)(?:nummer|nr|id|code)$", "", woord) in _TEKST for woord in woorden),
    )


def _woorden(kop: str) -> list[str]:
    """Without accents: "Cliënt_nr" gives client and nr."""
    kaal = "".join(teken for teken in unicodedata.normalize("NFKD", kop.lower()) if not unicodedata.combining(teken))
    return re.findall(r"[a-z]+", kaal)
