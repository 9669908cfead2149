"""Writes the lines of a paragraph as one text, its mark taken off when it hangs in front."""

import re
from dataclasses import replace

from app.reading.bladen.afbreking import Woordkennis
from app.reading.bladen.alineavorming import Kader, Ruwe
from app.reading.bladen.blad import Zetregel
from app.reading.bladen.koppen import Koppen
from app.reading.bladen.merken import Merk, Soort, lees_merk
from app.reading.plaats import Plaats
from app.reading.word.lezen import GROOT, Alinea
from app.reading.word.tekst import maak_schoon

_LETTERS = re.compile(r"[^\W\d_]+")
ROMEINSE_LETTERS = {"i": 1, "v": 5, "x": 10}
GEWOON, BREED = 1.3, 2.0  # of the width of an average letter: what the next one may have needed
LANGSTE_REST = 6  # letters: more of them below a full line may be a word of its own
STAART = 500  # letters: as far back as joining two lines looks, so that a long paragraph costs no more by the line
DIEPER = 6.0  # points: a list that stands this much further in is one level deeper


class Uitschrijver:
    """Counts the paragraphs outside the tables and within each cell, as the reader of Word does."""

    def __init__(self, kennis: Woordkennis, koppen: Koppen) -> None:
        self._kennis = kennis
        self._koppen = koppen
        self._buiten = 0

    def schrijf(self, ruwe: list[Ruwe], kader: Kader, tabel: int | None, rij: int | None) -> list[Alinea]:
        uit: list[Alinea] = []
        stapel: list[float] = []
        for alinea in ruwe:
            niveau = _niveau(stapel, alinea.merk)
            if tabel is None:
                self._buiten += 1
            eerste = alinea.regels[0]
            plek = self._buiten if tabel is None else len(uit) + 1
            plaats = Plaats(tabel, rij, plek, bladzijde=eerste.blad, regel=eerste.nummer)
            if geschreven := self._alinea(alinea, kader, plaats, niveau):
                uit.append(geschreven)
        return _met_romeinse(uit, ruwe)

    def _alinea(self, ruw: Ruwe, kader: Kader, plaats: Plaats, niveau: int) -> Alinea | None:
        tekst = maak_schoon(self._tekst(ruw, kader))
        if not tekst:
            return None
        merk = ruw.merk if ruw.merk is not None and ruw.merk.hangt else None
        return Alinea(
            tekst,
            plaats,
            nummer=merk.nummer if merk else None,
            letter=merk.letter if merk else None,
            niveau=niveau,
            opsomteken=merk is not None and merk.soort in {Soort.TEKEN, Soort.STREEP},
            kop_niveau=self._koppen.niveau(ruw.regels, tekst),
            vet=all(regel.vet for regel in ruw.regels),
            groot=ruw.regels[0].grootte >= GROOT / 2,
        )

    def _tekst(self, ruw: Ruwe, kader: Kader) -> str:
        eerste, *rest = ruw.regels
        af = ruw.merk is not None and ruw.merk.hangt and ruw.merk.soort is not Soort.GETYPT
        woorden = eerste.woorden[1:] if af else eerste.woorden
        tekst = " ".join(woord.tekst for woord in woorden)
        klaar: list[str] = []
        vorige = eerste
        for regel in rest:
            if len(tekst) > 2 * STAART:
                klaar.append(tekst[:-STAART])
                tekst = tekst[-STAART:]
            if not tekst:
                tekst = regel.tekst
            elif self._gebroken_zonder_streepje(vorige, regel, kader):
                tekst += regel.tekst
            else:
                tekst = self._kennis.plak(tekst, regel.tekst)
            vorige = regel
        return "".join([*klaar, tekst])

    def _gebroken_zonder_streepje(self, vorige: Zetregel, regel: Zetregel, kader: Kader) -> bool:
        """A word that is too long for a narrow column is cut where the column ends."""
        woord, volgend = vorige.woorden[-1], regel.woorden[0]
        letters = _LETTERS.match(volgend.tekst)
        alleen = len(vorige.woorden) == 1 or (len(vorige.woorden) == 2 and lees_merk(vorige) is not None)
        if not alleen or letters is None or not letters[0][0].islower() or not woord.tekst[-1].isalpha():
            return False
        if len(woord.tekst) >= 8 and self._kennis.is_gebroken(woord.tekst, volgend.tekst):
            return True
        volgende = (BREED if letters[0][0] in "mw" else GEWOON) * (woord.x1 - woord.x0) / len(woord.tekst)
        if kader.rechts - woord.x1 > volgende or len(woord.tekst) < 8:
            return False
        return (len(letters[0]) == 1 and letters[0] not in "uo") or (
            len(letters[0]) <= LANGSTE_REST
            and not self._kennis.kent_apart(woord.tekst)
            and not self._kennis.kent_apart(letters[0])
        )


def _niveau(stapel: list[float], merk: Merk | None) -> int:
    if merk is None or not merk.hangt:
        stapel.clear()
        return 0
    while stapel and merk.x0 < stapel[-1] - DIEPER:
        stapel.pop()
    if not stapel or merk.x0 > stapel[-1] + DIEPER:
        stapel.append(merk.x0)
    return len(stapel) - 1


def _met_romeinse(alineas: list[Alinea], ruwe: list[Ruwe]) -> list[Alinea]:
    """A letter i among ii and iii is a number."""
    if not any(ruw.merk and ruw.merk.soort is Soort.ROMEINS for ruw in ruwe):
        return alineas
    uit = []
    for alinea in alineas:
        waarde = ROMEINSE_LETTERS.get(alinea.letter or "")
        uit.append(replace(alinea, letter=None, nummer=waarde) if waarde else alinea)
    return uit
