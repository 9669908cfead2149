"""From paragraphs to lines: takes typed numbers, letters and bullets off and splits at soft line breaks."""

import re
from dataclasses import dataclass, replace

from app.reading.notitie.labels import herken, herken_met_rest, herken_nemer
from app.reading.notitie.verwijsregel import begint_verwijzing
from app.reading.plaats import Plaats
from app.reading.word.lezen import Alinea

_NUMMER = re.compile(
    r"^(?:(?:doel|doelstelling|interventie|indicator)\s+|[di](?=\d))?\(?(\d{1,3})\s*(?:[.)\]](?!\d)\)?|:(?!\d)|\t|\s[-–](?=\s\D))\s*(?=\S)",
    re.IGNORECASE,
)
_DUBBEL = re.compile(r"^(\d{1,3})\.(\d{1,2})[.):]?\s+(?=\S)")
_NUMMER_LETTER = re.compile(r"^(\d{1,3})\s?\.?([a-z])[.):]\s*(?=\S)")
_LOS = re.compile(r"^(\d{1,3})\s+(?=\S)")
_LETTER = re.compile(r"^\(?([a-zA-Z])(?:\)|\.(?=\s)|\t)\s*(?=\S)")
_TEKEN = re.compile(r"^(?:[•·▪■□●○◦‣⁃➢➔→»§✓✔\uf000-\uf0ff]\s*|[-–—*]\s+|[-*](?=[^\W\d])|o\s+(?=\S))(?=\S)")


@dataclass(frozen=True, slots=True)
class Regel:
    """One line with its mark taken off; `ruw` is the line as it stood, without what Word itself numbers.

    `los` is a number without a sign behind it ("1 tekst"), `dubbel` a pair ("1.2 tekst"): whether they are marks
    or part of the sentence shows only from the lines around them. Both hold the text that would remain.
    `prioriteit` stood in the same row of a table that lists the probleemgebieden.
    """

    tekst: str
    plaats: Plaats
    ruw: str
    nummer: int | None = None
    letter: str | None = None
    teken: bool = False
    niveau: int = 0
    los: tuple[int, str] | None = None
    dubbel: tuple[int, int, str] | None = None
    vet: bool = False
    groot: bool = False
    kop: int | None = None
    titel: bool = False
    uit_tabel: bool = False
    prioriteit: str = ""

    @property
    def in_lijst(self) -> bool:
        return self.nummer is not None or self.letter is not None or self.teken

    def met_nummer(self, nummer: int, tekst: str) -> "Regel":
        return replace(self, nummer=nummer, tekst=tekst, los=None, dubbel=None)


def maak_regels(alinea: Alinea, *, uit_tabel: bool = False) -> list[Regel]:
    """One Regel per list item or label in the paragraph; a soft break within a sentence becomes a space."""
    groepen = _groepeer(alinea.tekst.split("\n"))
    eerste = _eerste(alinea, groepen[0], uit_tabel)
    rest = [_ontleed(groep, alinea, uit_tabel) for groep in groepen[1:]]
    return [eerste, *rest]


def _groepeer(lijnen: list[str]) -> list[str]:
    """Joins the lines that run on; `lijnen` is not empty."""
    los_genummerd = _telt_door(lijnen) or all(_DUBBEL.match(lijn) for lijn in lijnen)
    groepen: list[str] = []
    na_etiket = True
    for lijn in lijnen:
        nieuw = na_etiket or los_genummerd or _begint_regel(lijn)
        if nieuw or not groepen:
            groepen.append(lijn)
        else:
            groepen[-1] = f"{groepen[-1]} {lijn}"
        na_etiket = _is_etiket(lijn)
    return [groep for groep in groepen if groep.strip()] or [""]


def _telt_door(lijnen: list[str]) -> bool:
    nummers = [int(m.group(1)) if (m := _LOS.match(lijn)) else -1 for lijn in lijnen]
    return len(nummers) > 1 and nummers[0] == 1 and nummers == list(range(1, len(nummers) + 1))


def _begint_regel(lijn: str) -> bool:
    return heeft_merk(lijn) or _is_etiket(lijn) or begint_verwijzing(lijn) or _etiket_met_rest(lijn)


def _etiket_met_rest(lijn: str) -> bool:
    return (herken_met_rest(lijn) or herken_met_rest(lijn, in_opdracht=True)) is not None


def heeft_merk(lijn: str) -> bool:
    return any(patroon.match(lijn) for patroon in (_NUMMER, _NUMMER_LETTER, _LETTER, _TEKEN))


def _is_etiket(lijn: str) -> bool:
    return herken(lijn) is not None or herken_nemer(lijn) is not None


def _basis(alinea: Alinea, tekst: str, uit_tabel: bool) -> Regel:
    return Regel(
        tekst=" ".join(tekst.split()),
        plaats=alinea.plaats,
        ruw=tekst,
        vet=alinea.vet,
        groot=alinea.groot,
        kop=alinea.kop_niveau,
        titel=alinea.titel,
        uit_tabel=uit_tabel,
    )


def _eerste(alinea: Alinea, tekst: str, uit_tabel: bool) -> Regel:
    """What Word numbers itself needs no typed number; a typed number behind a Word bullet does count."""
    if alinea.nummer is None and alinea.letter is None:
        regel = _ontleed(tekst, alinea, uit_tabel)
        if alinea.opsomteken and not regel.in_lijst:
            return replace(regel, teken=True, niveau=alinea.niveau)
        return replace(regel, niveau=alinea.niveau)
    regel = _basis(alinea, tekst, uit_tabel)
    getypt = _NUMMER.match(tekst)
    if getypt and int(getypt.group(1)) == alinea.nummer:
        regel = replace(regel, tekst=" ".join(tekst[getypt.end() :].split()))
    return replace(regel, nummer=alinea.nummer, letter=alinea.letter, niveau=alinea.niveau)


def _ontleed(tekst: str, alinea: Alinea, uit_tabel: bool) -> Regel:
    regel = _basis(alinea, tekst, uit_tabel)
    teken = _TEKEN.match(tekst)
    rest = tekst[teken.end() :] if teken else tekst
    if gevonden := _NUMMER.match(rest):
        return replace(regel, nummer=int(gevonden.group(1)), tekst=_na(rest, gevonden))
    if gevonden := _NUMMER_LETTER.match(rest):
        return replace(regel, letter=gevonden.group(2), tekst=_na(rest, gevonden))
    if gevonden := _LETTER.match(rest):
        return replace(regel, letter=gevonden.group(1).lower(), tekst=_na(rest, gevonden))
    if teken:
        return replace(regel, teken=True, tekst=" ".join(rest.split()))
    return replace(regel, los=_los(tekst), dubbel=_dubbel(tekst))


def _na(tekst: str, gevonden: re.Match[str]) -> str:
    return " ".join(tekst[gevonden.end() :].split())


def _los(tekst: str) -> tuple[int, str] | None:
    gevonden = _LOS.match(tekst)
    return (int(gevonden.group(1)), _na(tekst, gevonden)) if gevonden else None


def _dubbel(tekst: str) -> tuple[int, int, str] | None:
    gevonden = _DUBBEL.match(tekst)
    return (int(gevonden.group(1)), int(gevonden.group(2)), _na(tekst, gevonden)) if gevonden else None
