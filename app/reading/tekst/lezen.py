"""A plain text as the same paragraphs and tables that a Word document gives."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from app.reading.tekst.etiketten import Reeks, reeksen, vind_treffers
from app.reading.tekst.kolomrijen import Kolomtabel
from app.reading.tekst.letters import lees_letters
from app.reading.tekst.opbouw import bouw_op
from app.reading.tekst.randregels import verdeel_randen
from app.reading.tekst.tekstregel import Tekstregel, lees_regels
from app.reading.tekst.titel import vind_titel, zet_apart
from app.reading.tekst.voortgangzetten import Tabel, vind_tabellen
from app.reading.tekst.zetten import sluit_aan
from app.reading.word.document import WordDocument
from app.reading.word.lezen import Alinea, Blok

UIT_ELKAAR = (
    "Bij {plek} staan {wat}: de tabel is uit elkaar gevallen. Gebruik het Word-bestand of de PDF, of maak de "
    "tekst opnieuw met 'pdftotext -layout'."
)
BUITEN = "Bij {plek} staat tekst die bij geen rij van de tabel past en niet is overgenomen; vergelijk met het document."
GERADEN = (
    "Bij {aantal} maatregelen staat de naam zonder scheiding voor de voortgang; kijk na waar de naam ophoudt "
    "(regel {regels})."
)
MEESTE_LEGE = 2
INGESPRONGEN = 12
MEESTE_REGELS = 30


def lees_platte_tekst(inhoud: bytes) -> WordDocument:
    """Raises LeesFout when the bytes are too many, or hold no text."""
    regels, rand = verdeel_randen(lees_regels(lees_letters(inhoud)))
    sluit_aan(regels)
    titel = vind_titel(regels, rand)
    in_tekst = titel is not None and any(regel is titel for regel in regels)
    if titel is not None and in_tekst:
        zet_apart(regels, titel)
    blokken = bouw_op(regels)
    plaatser = _Plaatser(
        met_bladen=bool(regels) and regels[-1].blad > 1, titel=titel.nummer if titel and in_tekst else 0
    )
    plaatser.loop(blokken)
    return WordDocument(
        blokken=blokken,
        randteksten=list(dict.fromkeys(regel.kaal for regel in rand)),
        eigenschap_titel=titel.kaal if titel and not in_tekst else "",
        waarschuwingen=list(_waarschuwingen(regels)),
    )


def _waarschuwingen(regels: list[Tekstregel]) -> Iterator[str]:
    gevonden = reeksen(vind_treffers(regels))
    yield from _lege_kopjes(regels, gevonden)
    tabellen = [] if gevonden else vind_tabellen(regels)
    for tabel in tabellen:
        if tabel.uit_elkaar:
            yield UIT_ELKAAR.format(plek=_plek(regels, tabel.van), wat="de cellen van een tabel niet bij elkaar")
    for plek in _buiten_de_rijen(regels, tabellen):
        yield BUITEN.format(plek=_plek(regels, plek))
    if geraden := [nummer for tabel in tabellen for nummer in tabel.geraden]:
        yield GERADEN.format(aantal=len(geraden), regels=", ".join(map(str, geraden[:MEESTE_REGELS])))


def _plek(regels: list[Tekstregel], plek: int) -> str:
    """ "regel 299", and its page where form feeds tell that."""
    blad = f" (bladzijde {regels[plek].blad})" if regels[-1].blad > 1 else ""
    return f"regel {regels[plek].nummer}{blad}"


def _buiten_de_rijen(regels: list[Tekstregel], tabellen: Sequence[Tabel]) -> Iterator[int]:
    """Lines below a table that stand as far in as its columns do, but were not read as a row."""
    for nummer, tabel in enumerate(tabellen):
        if not isinstance(tabel, Kolomtabel):
            continue
        tot = tabellen[nummer + 1].van if nummer + 1 < len(tabellen) else len(regels)
        ver = [plek for plek in range(tabel.tot, tot) if regels[plek].inspring >= INGESPRONGEN]
        yield from (plek for plek in ver[:1] if len(ver) > 1)


def _lege_kopjes(regels: list[Tekstregel], gevonden: list[Reeks]) -> Iterator[str]:
    """Labels right below each other: a program wrote the columns of the table one after the other."""
    for reeks in gevonden:
        leeg = 0
        for een, ander in pairwise(reeks.treffers):
            leeg = leeg + 1 if not een.rest and ander.plek == een.plek + 1 else 0
            if leeg == MEESTE_LEGE:
                wat = "kopjes onder elkaar zonder tekst ertussen"
                yield UIT_ELKAAR.format(plek=_plek(regels, ander.plek), wat=wat)


class _Plaatser:
    """Lines are counted from the beginning of the file; pages only where a form feed told where they end."""

    def __init__(self, *, met_bladen: bool, titel: int) -> None:
        self._met_bladen = met_bladen
        self._titel = titel

    def loop(self, blokken: list[Blok]) -> None:
        for plek, blok in enumerate(blokken):
            if isinstance(blok, Alinea):
                blokken[plek] = self._herplaatst(blok)
                continue
            for rij in blok.rijen:
                for cel in rij.cellen:
                    self.loop(cel.blokken)

    def _herplaatst(self, alinea: Alinea) -> Alinea:
        blad = alinea.plaats.bladzijde if self._met_bladen else None
        plaats = replace(alinea.plaats, bladzijde=blad, doorgeteld=True)
        return replace(alinea, plaats=plaats, titel=plaats.regel == self._titel)
