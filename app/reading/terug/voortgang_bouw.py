"""From a document that came back to the tables of a period as it says them now, with the merken of what went out."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from app.domain.koppeling import Plek as Koppelplek
from app.domain.koppeling import koppel
from app.domain.voortgang.tabel import Maatregelrijen, Rij, Tabellen, Themarijen, kleur_in_woorden
from app.reading.terug.kern import zelfde
from app.reading.terug.uitkomst import Plek
from app.reading.terug.voortgang_gelezen import Tabelrij, Themakop, VoortgangTerug
from app.reading.terug.voortgang_kleur import met_kleur, met_status
from app.reading.terug.voortgang_koppelen import Benoemd, Maatregelkoppelaar
from app.reading.terug.voortgang_themas import Themakoppelaar
from app.reading.voortgang.kolommen import Kolom
from app.reading.word.opmerkingen import Opmerking

_LETTER = re.compile(r"\(?([a-z]|\d{1,2})[.)]\s+(\S.*)", re.IGNORECASE | re.DOTALL)
_KOLOMMEN = {Kolom.PLANNING: "Planning", Kolom.STATUS: "Status", Kolom.KLEUR: "Kleur"}
RIJ = "rij"
ANDERE_VOLGORDE = (
    "de rijen van ‘{naam}’ staan in een andere volgorde dan op het scherm. Hun teksten zijn vergeleken, de volgorde "
    "blijft: elke rij gaat verder met dezelfde rij van de periode ervoor."
)


@dataclass(slots=True)
class TabellenTerug:
    """As Teruggebracht of a notitie. `opmerkingen`: with the merk of the row that each is about."""

    tabellen: Tabellen
    opmerkingen: list[tuple[Plek, Opmerking]] = field(default_factory=list)
    meldingen: list[str] = field(default_factory=list)
    niet_geplaatst: list[str] = field(default_factory=list)
    wijzigingen: int = 0


@dataclass(slots=True)
class _Groep:
    """The rows of one maatregel."""

    thema: Themarijen
    merk: str
    letter: str
    naam: str
    rijen: list[Tabelrij]


def bouw_tabellen(
    terug: VoortgangTerug, basis: Tabellen, nieuw_merk: Callable[[], str], *, verwacht: frozenset[Kolom]
) -> TabellenTerug:
    """`basis`: as it went out, with what else there is. `verwacht`: the columns that it went out with."""
    return _Bouwer(terug, basis, nieuw_merk).bouw(verwacht)


class _Bouwer:
    def __init__(self, terug: VoortgangTerug, basis: Tabellen, nieuw_merk: Callable[[], str]) -> None:
        self._terug, self._basis, self._nieuw_merk = terug, basis, nieuw_merk
        self._uit = TabellenTerug(basis, wijzigingen=terug.wijzigingen, niet_geplaatst=list(terug.niet_geplaatst))
        self._opmerkingen = dict(terug.opmerkingen)
        self._koppelaar = Maatregelkoppelaar(basis, self._meld)
        self._rijen = {rij.merk: rij for _, m in basis.plekken() for rij in m.rijen}

    def bouw(self, verwacht: frozenset[Kolom]) -> TabellenTerug:
        self._ontbrekende_kolommen(verwacht)
        themas = Themakoppelaar(self._basis, self._koppelaar, self._nieuw_merk, self._uit.meldingen.append)
        gekoppeld = [(kop, themas.thema_van(kop)) for kop in self._terug.themas]
        groepen = self._groepeer(gekoppeld)
        per_thema: dict[str, list[Maatregelrijen]] = {}
        for groep in groepen:
            per_thema.setdefault(groep.thema.merk, []).append(self._maatregel(groep))
        uit = {thema.merk: thema for _, thema in gekoppeld}
        uit |= {thema.merk: thema for thema in self._basis.themas if thema.merk not in uit}
        self._uit.tabellen = replace(
            self._basis,
            themas=tuple(replace(t, maatregelen=tuple(per_thema.get(t.merk, ()))) for t in uit.values()),
        )
        self._uit.opmerkingen += [(Plek("", ""), opmerking) for opmerking in self._opmerkingen.values()]
        return self._uit

    def _meld(self, rij: Tabelrij, zin: str) -> None:
        zin = f"{replace(rij.plaats, alinea=None).zin.capitalize()}: {zin}"
        if zin not in self._uit.meldingen:
            self._uit.meldingen.append(zin)

    def _ontbrekende_kolommen(self, verwacht: frozenset[Kolom]) -> None:
        for kolom, naam in _KOLOMMEN.items():
            if kolom in verwacht and kolom not in self._terug.kolommen:
                self._uit.meldingen.append(f"De kolom {naam} staat niet meer in het bestand; wat daarin stond, blijft.")

    # --- which rows are of which maatregel ---

    def _groepeer(self, gekoppeld: Sequence[tuple[Themakop, Themarijen]]) -> list[_Groep]:
        benoemd = [
            Benoemd(rij, thema.nummer, *self._letter_en_naam(rij))
            for kop, thema in gekoppeld
            for rij in kop.rijen
            if rij.naam or rij.maatregel_merk
        ]
        van = self._koppelaar.koppel(benoemd)
        groepen: list[_Groep] = []
        for kop, thema in gekoppeld:
            huidig: _Groep | None = None
            for rij in kop.rijen:
                huidig = self._plaats(groepen, huidig, thema, rij, van.get(id(rij), ""))
        return groepen

    def _plaats(
        self, groepen: list[_Groep], huidig: _Groep | None, thema: Themarijen, rij: Tabelrij, merk: str
    ) -> _Groep | None:
        letter, naam = self._letter_en_naam(rij)
        if not merk and rij.naam:
            zelfde_naam = next((g for g in groepen if g.thema.merk == thema.merk and zelfde(g.naam, naam)), None)
            if zelfde_naam is not None:
                zelfde_naam.rijen.append(rij)
                return zelfde_naam
        if not rij.naam and not merk:
            merk = self._eigenaar_van(rij, huidig)
            if huidig is not None and merk in ("", huidig.merk):
                huidig.rijen.append(rij)
                return huidig
            eerder = next((groep for groep in groepen if groep.merk == merk), None) if merk else None
            if eerder is not None:
                eerder.rijen.append(rij)
                return eerder
            if not merk:
                self._uit.niet_geplaatst += [tekst for tekst in rij.cellen.values() if tekst]
                return None
        groep = self._nieuwe_groep(groepen, thema, rij, merk, letter, naam)
        begonnen = next((ander for ander in groepen if merk and ander.merk == merk), None)
        if begonnen is None:
            groepen.append(groep)
            return groep
        # A row without the name was put above the one with it.
        begonnen.thema, begonnen.letter, begonnen.naam = thema, groep.letter, groep.naam
        begonnen.rijen.append(rij)
        return begonnen

    def _eigenaar_van(self, rij: Tabelrij, huidig: _Groep | None) -> str:
        """Of a row without a name: by its mark, else that of the row above it."""
        return self._koppelaar.eigenaar(rij.regel_merk) or (huidig.merk if huidig else "")

    def _nieuwe_groep(
        self, groepen: list[_Groep], thema: Themarijen, rij: Tabelrij, merk: str, letter: str, naam: str
    ) -> _Groep:
        if merk:
            was = self._koppelaar.bekend[merk][1]
            if not rij.naam and rij.maatregel_merk:
                self._meld(rij, f"de naam van de maatregel is leeg; ‘{was.naam}’ blijft staan.")
            if not rij.naam or zelfde(rij.naam, was.in_cel):
                letter, naam = was.letter, was.naam
            return _Groep(thema, merk, letter, naam, [rij])
        if letter and any(g.letter == letter for g in groepen if g.thema.merk == thema.merk):
            self._meld(rij, f"de letter {letter} staat twee keer in thema {thema.nummer}; ‘{naam}’ krijgt geen letter.")
            letter = ""
        return _Groep(thema, self._nieuw_merk(), letter, naam, [rij])

    @staticmethod
    def _letter_en_naam(rij: Tabelrij) -> tuple[str, str]:
        gevonden = _LETTER.fullmatch(rij.naam)
        return (gevonden[1].lower(), gevonden[2]) if gevonden else ("", rij.naam)

    # --- what the rows of a maatregel say ---

    def _maatregel(self, groep: _Groep) -> Maatregelrijen:
        bekend = self._koppelaar.bekend.get(groep.merk)
        vroeger = bekend[1].rijen if bekend else ()
        merken = self._regelmerken(groep, vroeger)
        rijen = tuple(self._rij(rij, merk) for rij, merk in zip(groep.rijen, merken, strict=True))
        self._andere_volgorde(groep, [rij.merk for rij in vroeger], merken)
        for rij, merk in zip(groep.rijen, merken, strict=True):
            for nummer in rij.opmerkingen:
                if opmerking := self._opmerkingen.pop(nummer, None):
                    eigen = merk if bekend else groep.merk
                    self._uit.opmerkingen.append((Plek("", RIJ, eigen), opmerking))
        return Maatregelrijen(groep.merk, groep.letter, groep.naam, rijen)

    def _andere_volgorde(self, groep: _Groep, vroeger: Sequence[str], nu: Sequence[str]) -> None:
        """Which row of a maatregel it is ties a row to that of the period before, so its place stays."""
        plekken = [vroeger.index(merk) for merk in nu if merk in vroeger]
        if plekken != sorted(plekken):
            naam = f"{groep.letter}. {groep.naam}" if groep.letter else groep.naam
            self._meld(groep.rijen[0], ANDERE_VOLGORDE.format(naam=naam))

    def _regelmerken(self, groep: _Groep, vroeger: Sequence[Rij]) -> list[str]:
        eigen = {rij.merk for rij in vroeger}
        uit: list[str] = []
        for gelezen in groep.rijen:
            merk = gelezen.regel_merk
            uit.append(merk if merk in eigen and merk not in uit else "")
        over = [rij for rij in vroeger if rij.merk not in uit]
        los = [plek for plek, merk in enumerate(uit) if not merk]
        if len(over) == len(los):
            keuze: list[int | None] = list(range(len(los)))
        else:
            oud = [Koppelplek(None, rij.voortgang) for rij in over]
            keuze = koppel(oud, [Koppelplek(None, groep.rijen[plek].cellen[Kolom.VOORTGANG]) for plek in los])
        for plek, i in zip(los, keuze, strict=True):
            uit[plek] = over[i].merk if i is not None else self._nieuw_merk()
        return uit

    def _rij(self, gelezen: Tabelrij, merk: str) -> Rij:
        """To the letter as it went out where the document still says the same."""
        was = self._rijen.get(merk) or Rij(merk)
        uit = replace(
            was,
            voortgang=_kies(gelezen.cellen.get(Kolom.VOORTGANG), was.voortgang),
            planning=_kies(gelezen.cellen.get(Kolom.PLANNING), was.planning),
        )
        for kolom, vroeger, lees in (
            (Kolom.STATUS, was.status.label if was.status else "", met_status),
            (Kolom.KLEUR, kleur_in_woorden(was), met_kleur),
        ):
            tekst = gelezen.cellen.get(kolom)
            if tekst is not None and not zelfde(tekst, vroeger):
                uit, bezwaar = lees(uit, tekst)
                if bezwaar:
                    self._meld(gelezen, bezwaar)
        return uit


def _kies(gelezen: str | None, vroeger: str) -> str:
    return vroeger if gelezen is None or zelfde(gelezen, vroeger) else gelezen
