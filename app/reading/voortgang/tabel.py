"""Reads one table of a progress report: its header, the names of themas in it and its rows."""

import re

from app.reading.fouten import LeesFout
from app.reading.notitie.regels import maak_regels
from app.reading.voortgang.bouw import Bouwer, themanaam
from app.reading.voortgang.kolommen import Kolom, Kop, lees_kop, plaats_van, plaats_van_rij, tekst_van
from app.reading.word.lezen import Alinea, Cel, Rij, Tabel, alle_alineas

LANGSTE_THEMA = 200
VERWACHT = "Een voortgangstabel heeft kolommen voor de maatregel, de voortgang en de planning."
_GENUMMERD = re.compile(r"\s*(?:thema\b|\d{1,3}\s*[.:)–-](?!\d)|\d{1,2}\s+(?-i:[A-ZÀ-Ý]))", re.IGNORECASE)
_ALLEEN_NUMMER = re.compile(r"\s*\d{1,3}\s*[.:)]?\s*")


class Tabellezer:
    """Keeps the header for a table that goes on without one."""

    def __init__(self, bouwer: Bouwer) -> None:
        self._bouwer = bouwer
        self._kop: Kop | None = None
        self._gewoon: set[str] = set()

    def lees(self, tabel: Tabel) -> bool:
        """False when it is no progress table. Raises LeesFout when it is one that misses a column."""
        koppen = [kop for rij in tabel.rijen if (kop := lees_kop(rij, tabel))]
        if not any(not kop.ontbreekt or Kolom.VOORTGANG in kop.kolommen.values() for kop in koppen):
            return self._gaat_door(tabel)
        boven = True
        for rij in tabel.rijen:
            gevuld = [cel for cel in rij.cellen if not cel.leeg]
            if kop := lees_kop(rij, tabel):
                self._zet_kop(kop, tabel, rij)
                boven = False
            elif gevuld and boven:
                self._boven_de_kop(tabel, rij, gevuld)
            elif gevuld and self._kop:
                self._rij(self._kop, tabel, rij, gevuld)
        return True

    def _gaat_door(self, tabel: Tabel) -> bool:
        """Without a header it goes on with the columns of the table before, unless other text came in between."""
        kop = self._kop
        if kop is None or tabel.kolommen != kop.aantal or self._bouwer.iets_anders_begonnen:
            return False
        plaats = plaats_van_rij(tabel.rijen[0], tabel.nummer)
        self._bouwer.meld(plaats, "deze tabel heeft geen kopregel; de kolommen zijn die van de tabel ervoor.")
        for rij in tabel.rijen:
            if gevuld := [cel for cel in rij.cellen if not cel.leeg]:
                self._rij(kop, tabel, rij, gevuld)
        return True

    def _zet_kop(self, kop: Kop, tabel: Tabel, rij: Rij) -> None:
        plek = f"Tabel {tabel.nummer}, rij {rij.nummer}"
        if kop.ontbreekt:
            namen = ", ".join(kolom.value for kolom in kop.ontbreekt)
            aantal = f"{tabel.kolommen} kolommen" if tabel.kolommen != 1 else "1 kolom"
            raise LeesFout(f"{plek}: deze tabel heeft {aantal}; er is geen kolom voor {namen}. {VERWACHT}")
        self._kop = kop
        self._gewoon = self._hoe_maatregelen_eruitzien(kop, tabel)
        for begin, soort in kop.kolommen.items():
            if soort is Kolom.ANDERS and kop.namen[begin]:
                self._bouwer.meld(
                    plaats_van_rij(rij, tabel.nummer),
                    f"de kolom '{kop.namen[begin]}' is niet bekend en niet overgenomen.",
                )
        if kop.themacel is not None:
            self._noem(kop.themacel)

    def _hoe_maatregelen_eruitzien(self, kop: Kop, tabel: Tabel) -> set[str]:
        """Of the rows that say something about a maatregel: when those are bold, bold names no thema."""
        gewoon: set[str] = set()
        for rij in tabel.rijen:
            cellen, _ = self._verdeel(kop, [cel for cel in rij.cellen if not cel.leeg])
            if Kolom.VOORTGANG in cellen and Kolom.MAATREGEL in cellen and not lees_kop(rij, tabel):
                gewoon |= _valt_op(cellen[Kolom.MAATREGEL])
        return gewoon

    def _boven_de_kop(self, tabel: Tabel, rij: Rij, gevuld: list[Cel]) -> None:
        if len(gevuld) == 1 and len(tekst_van(gevuld[0])) <= LANGSTE_THEMA:
            self._noem(gevuld[0])
            return
        for cel in gevuld:
            self._bouwer.begrijpt_niet(tekst_van(cel), plaats_van(cel, tabel.nummer, rij.nummer))

    def _noem(self, cel: Cel) -> None:
        eerste, *rest = alle_alineas(cel.blokken)
        heel = " ".join(alinea.tekst for alinea in (eerste, *rest))
        self._bouwer.noem_thema(themanaam(_met_tekst(eerste, heel)))

    def _rij(self, kop: Kop, tabel: Tabel, rij: Rij, gevuld: list[Cel]) -> None:
        cellen, over = self._verdeel(kop, gevuld)
        if self._is_thema(tabel, gevuld, cellen):
            self._noem(cellen.get(Kolom.MAATREGEL) or gevuld[-1])
            return
        plaats = plaats_van_rij(rij, tabel.nummer)
        if Kolom.THEMA in cellen:
            self._noem(cellen.pop(Kolom.THEMA))
        if len(rij.cellen) < len(kop.kolommen) and len(gevuld) > 1:
            self._bouwer.meld(plaats, "in deze rij zijn cellen samengevoegd; controleer of de tekst goed verdeeld is.")
        if cellen:
            self._bouwer.rij(cellen, plaats)
        for cel in over:
            self._bouwer.begrijpt_niet(tekst_van(cel), plaats_van(cel, tabel.nummer, rij.nummer))

    @staticmethod
    def _verdeel(kop: Kop, gevuld: list[Cel]) -> tuple[dict[Kolom, Cel], list[Cel]]:
        cellen: dict[Kolom, Cel] = {}
        over: list[Cel] = []
        for cel in gevuld:
            soort = kop.kolommen[kop.van(cel)]
            if soort is Kolom.ANDERS or soort in cellen:
                over.append(cel)
            else:
                cellen[soort] = cel
        return cellen, over

    def _is_thema(self, tabel: Tabel, gevuld: list[Cel], cellen: dict[Kolom, Cel]) -> bool:
        """One cell across the row, one that stands out from the maatregelen, or only a number and a name."""
        if len(tekst_van(gevuld[-1])) > LANGSTE_THEMA or not set(cellen) <= {Kolom.MAATREGEL, Kolom.NUMMER}:
            return False
        if len(gevuld) == 2:
            return Kolom.NUMMER in cellen and bool(_ALLEEN_NUMMER.fullmatch(tekst_van(cellen[Kolom.NUMMER])))
        if len(gevuld) > 2 or not cellen:
            return False
        return gevuld[0].breedte >= max(tabel.kolommen, 2) or bool(_valt_op(gevuld[0]) - self._gewoon)


def _valt_op(cel: Cel) -> set[str]:
    """What makes a cell look like a heading; a letter before it ("a. …") never does."""
    eerste = next(alle_alineas(cel.blokken), None)
    if eerste is None or maak_regels(eerste)[0].letter:
        return set()
    genummerd = eerste.nummer is not None or _GENUMMERD.match(eerste.tekst)
    kenmerken = {"nummer": genummerd, "vet": eerste.vet, "kop": eerste.kop_niveau is not None}
    return {naam for naam, geldt in kenmerken.items() if geldt}


def _met_tekst(alinea: Alinea, tekst: str) -> Alinea:
    return Alinea(tekst, alinea.plaats, nummer=alinea.nummer)
