"""Builds themas, maatregelen and regels from the rows of the progress tables, and tells what asks attention."""

import re
from dataclasses import dataclass, field, replace
from datetime import date

from app.domain.planning.lezen import Planning, deadline, lees_planning, lees_statuswoord
from app.domain.taal.datums import toon_datum
from app.domain.voortgang.structuur import Kleur, Maatregel, Regel, Status, Thema, Voortgang
from app.reading.notitie.regels import maak_regels
from app.reading.plaats import Plaats
from app.reading.voortgang.gelezen import GelezenKleur, GelezenVoortgang, Melding, NietHerkend
from app.reading.voortgang.kolommen import Kolom, plaats_van, tekst_van
from app.reading.word.lezen import Alinea, Cel, alle_alineas

ZONDER_THEMA = "Beheersmaatregelen"
LANGSTE_LETTER = 8
_THEMA = re.compile(
    r"(?:thema\s*)?(?P<nummer>\d{1,3})\s*(?:[.:)–-](?!\d)\s*|\s+(?=(?-i:[A-ZÀ-Ý])))(?P<naam>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_VOORVOEGSEL = re.compile(r"thema\s*[:–-]\s*", re.IGNORECASE)
_WOORD = re.compile(r"\w+")
_MERK = re.compile(r"\(?(?:\d{1,2}[.\-]?)?(?P<letter>[a-z]|\d{1,2})[.):]*", re.IGNORECASE)
_KLEUREN = {"g": Kleur.GROEN, "o": Kleur.ORANJE, "r": Kleur.ROOD, "amber": Kleur.ORANJE} | {
    kleur.value: kleur for kleur in Kleur
}
_UITLEG = (Kolom.OORZAAK, Kolom.GEVOLG, Kolom.BIJSTURING)


@dataclass(slots=True)
class Themanaam:
    """A thema that was named; it becomes a thema once a maatregel stands under it."""

    naam: str
    nummer: int | None
    plaats: Plaats
    ruw: str


def themanaam(alinea: Alinea) -> Themanaam:
    """ "3. Wonen", "Thema 3: Wonen" or "Wonen" with the number that Word puts before it."""
    tekst = " ".join(alinea.tekst.split())
    gevonden = _THEMA.fullmatch(tekst)
    if gevonden and alinea.nummer is None:
        return Themanaam(gevonden["naam"], int(gevonden["nummer"]), alinea.plaats, alinea.tekst)
    return Themanaam(_VOORVOEGSEL.sub("", tekst, count=1) or tekst, alinea.nummer, alinea.plaats, alinea.tekst)


def schrijf_alinea(alinea: Alinea) -> str:
    """With the mark that Word itself puts before it, so that a list stays a list."""
    if alinea.opsomteken:
        return f"• {alinea.tekst}"
    merk = alinea.letter or alinea.nummer
    return f"{merk}. {alinea.tekst}" if merk is not None else alinea.tekst


def schrijf(cel: Cel) -> str:
    return "\n".join(schrijf_alinea(alinea) for alinea in alle_alineas(cel.blokken))


@dataclass(slots=True)
class Bouwer:
    """`peil`: a day in the reporting period, for planning that names no year."""

    titel: str
    peil: date | None = None
    uit: GelezenVoortgang = field(init=False)
    _wacht: Themanaam | None = None
    _thema: int = 0
    _maatregel: int = 0
    _namen: dict[tuple[int, str], int] = field(default_factory=dict)
    _letters: set[tuple[int, str]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.uit = GelezenVoortgang(Voortgang(self.titel))

    # --- thema's ---

    def noem_thema(self, naam: Themanaam) -> None:
        self._wacht = naam

    @property
    def iets_anders_begonnen(self) -> bool:
        """A heading without a number came after the last maatregel: what follows may be about something else."""
        return self._wacht is not None and self._wacht.nummer is None

    def _open_thema(self, plaats: Plaats) -> Thema:
        themas = self.uit.voortgang.themas
        if self._wacht is not None:
            self._begin_thema(self._wacht)
            self._wacht = None
        elif not themas:
            self.uit.waarschuwingen.append(f"Er is geen thema gevonden; de maatregelen staan onder '{ZONDER_THEMA}'.")
            self._begin_thema(Themanaam(ZONDER_THEMA, 1, plaats, ""))
        return themas[self._thema - 1]

    def _begin_thema(self, naam: Themanaam) -> None:
        """A thema that is named again goes on; a number that is taken is told and replaced."""
        themas = self.uit.voortgang.themas
        for plek, thema in enumerate(themas, start=1):
            if _sleutel(thema.naam) == _sleutel(naam.naam) and naam.nummer in (None, thema.nummer):
                self._thema, self._maatregel = plek, len(thema.maatregelen)
                return
        bezet = {thema.nummer for thema in themas}
        nummer = naam.nummer or max(bezet, default=0) + 1
        if nummer in bezet:
            nummer = max(bezet) + 1
            self.meld(
                naam.plaats,
                f"er is al een thema {naam.nummer}; '{naam.naam}' is nu thema {nummer}.",
            )
        themas.append(Thema(nummer, naam.naam))
        self._thema, self._maatregel = len(themas), 0
        self.uit.bron[f"{self._thema}/naam"] = (naam.plaats, naam.ruw)

    # --- maatregelen en regels ---

    def rij(self, cellen: dict[Kolom, Cel], plaats: Plaats) -> None:
        """One row of a table; the first maatregel under a named thema begins that thema."""
        naam = cellen.get(Kolom.MAATREGEL)
        if naam is None:
            self._vervolg(cellen, plaats)
            return
        thema = self._open_thema(plaats)
        self._begin_maatregel(thema, naam, cellen.get(Kolom.NUMMER))
        self._regel(cellen, plaats)

    def _vervolg(self, cellen: dict[Kolom, Cel], plaats: Plaats) -> None:
        if not self._maatregel or self._wacht is not None:
            for cel in cellen.values():
                self.begrijpt_niet(tekst_van(cel), plaats)
            self.meld(plaats, "in deze rij staat geen maatregel; de tekst is niet overgenomen.")
        elif Kolom.VOORTGANG not in cellen and Kolom.PLANNING in cellen:
            self._meer_planning(cellen[Kolom.PLANNING], plaats)
        else:
            self._regel(cellen, plaats)

    def _huidige(self) -> Maatregel:
        return self.uit.voortgang.themas[self._thema - 1].maatregelen[self._maatregel - 1]

    def _begin_maatregel(self, thema: Thema, cel: Cel, nummercel: Cel | None) -> None:
        regels = [regel for alinea in alle_alineas(cel.blokken) for regel in maak_regels(alinea)]
        eerste = regels[0]
        letter, tekst = eerste.letter or (str(eerste.nummer) if eerste.nummer is not None else None), eerste.tekst
        if letter is None and eerste.dubbel and eerste.dubbel[0] == thema.nummer:
            letter, tekst = str(eerste.dubbel[1]), eerste.dubbel[2]
        if nummercel is not None:
            letter = _merk(tekst_van(nummercel)) or letter
        naam = " ".join([tekst, *(" ".join(regel.ruw.split()) for regel in regels[1:])])
        self._plaats_maatregel(thema, letter, naam, eerste.plaats, tekst_van(cel))

    def _plaats_maatregel(self, thema: Thema, letter: str | None, naam: str, plaats: Plaats, ruw: str) -> None:
        sleutel = (self._thema, _sleutel(naam))
        if sleutel in self._namen:
            self._maatregel = self._namen[sleutel]
            self.meld(plaats, f"de maatregel '{naam}' staat twee keer in dit thema; dit is een extra regel ervan.")
            return
        if letter is not None and (self._thema, letter) in self._letters:
            self.meld(plaats, f"de letter {letter} staat twee keer in dit thema; '{naam}' heeft nu geen letter.")
            letter = None
        thema.maatregelen.append(Maatregel(letter, naam))
        self._maatregel = self._namen[sleutel] = len(thema.maatregelen)
        self._letters.add((self._thema, letter or ""))
        self.uit.bron[f"{self._thema}/{self._maatregel}/naam"] = (plaats, ruw)

    def _regel(self, cellen: dict[Kolom, Cel], plaats: Plaats) -> None:
        maatregel = self._huidige()
        pad = f"{self._thema}/{self._maatregel}/{len(maatregel.regels) + 1}"
        planning = _alinea_regels(cellen.get(Kolom.PLANNING))
        gelezen = lees_planning(planning, self.peil)
        self._meld_planning(gelezen, planning, cellen, plaats)
        maatregel.regels.append(
            Regel(
                voortgang=schrijf(cellen[Kolom.VOORTGANG]) if Kolom.VOORTGANG in cellen else "",
                planning=planning,
                status=self._status(gelezen, cellen.get(Kolom.STATUS), plaats) or Status.NIET_GESTART,
                momenten=gelezen.momenten,
                statussen_in_tekst=gelezen.statussen if len(gelezen.statussen) > 1 else [],
            )
        )
        self._bewaar_bron(pad, cellen, plaats)
        self._kleur(pad, cellen, plaats)

    def _meer_planning(self, cel: Cel, plaats: Plaats) -> None:
        """A row with only a planning goes on with the planning above it: the cells beside it were merged."""
        maatregel = self._huidige()
        regel = maatregel.regels[-1]
        planning = [*regel.planning, *_alinea_regels(cel)]
        gelezen = lees_planning(planning, self.peil)
        regel.planning, regel.momenten = planning, gelezen.momenten
        regel.status = gelezen.status or regel.status
        regel.statussen_in_tekst = gelezen.statussen if len(gelezen.statussen) > 1 else []
        self.meld(plaats, f"deze rij heeft alleen een planning; die hoort bij '{maatregel.naam}' erboven.")

    def _status(self, gelezen: Planning, cel: Cel | None, plaats: Plaats) -> Status | None:
        if cel is None:
            return gelezen.status
        tekst = " ".join(tekst_van(cel).split())
        status = lees_statuswoord(tekst)
        if status is None:
            erna = (gelezen.status or Status.NIET_GESTART).value
            self.meld(plaats, f"de status '{tekst}' is niet bekend; de status is nu '{erna}'.")
            self.begrijpt_niet(tekst, plaats)
            return gelezen.status
        if gelezen.statussen and gelezen.statussen[-1] is not status:
            in_planning = gelezen.statussen[-1].value
            self.meld(plaats, f"de kolom status zegt '{status.value}', de planning '{in_planning}'; de kolom telt.")
        return status

    def _meld_planning(self, gelezen: Planning, planning: list[str], cellen: dict[Kolom, Cel], plaats: Plaats) -> None:
        for tekst in gelezen.niet_begrepen:
            self.meld(plaats, f"'{tekst}' in de planning is niet begrepen; de tekst zelf blijft staan.")
        statuscel = Kolom.STATUS in cellen
        if len(gelezen.statussen) > 1 and not statuscel:
            namen = ", ".join(status.value for status in gelezen.statussen)
            self.meld(plaats, f"er staan meer statussen ({namen}); de laatste telt: {gelezen.statussen[-1].value}.")
        elif planning and gelezen.status is None and not statuscel:
            self.meld(plaats, f"uit de planning blijkt geen status; die is nu '{Status.NIET_GESTART.value}'.")
        elif not planning and not statuscel:
            self.meld(plaats, f"er is geen planning ingevuld; de status is nu '{Status.NIET_GESTART.value}'.")
        later = deadline(gelezen.status, gelezen.momenten)
        if gelezen.status is Status.AFGEROND and self.peil and later and later > self.peil:
            self.meld(plaats, f"de status is afgerond, maar de planning noemt nog {toon_datum(later)}; klopt dat?")

    def _bewaar_bron(self, pad: str, cellen: dict[Kolom, Cel], plaats: Plaats) -> None:
        for kolom in (Kolom.VOORTGANG, Kolom.PLANNING, Kolom.STATUS, Kolom.KLEUR, *_UITLEG):
            if kolom in cellen:
                cel = cellen[kolom]
                plek = plaats_van(cel, plaats.tabel or 0, plaats.rij or 0)
                self.uit.bron[f"{pad}/{kolom.value}"] = (plek, tekst_van(cel))

    def _kleur(self, pad: str, cellen: dict[Kolom, Cel], plaats: Plaats) -> None:
        uitleg = {kolom: schrijf(cellen[kolom]) for kolom in _UITLEG if kolom in cellen}
        woord = tekst_van(cellen[Kolom.KLEUR]).strip(" .").casefold() if Kolom.KLEUR in cellen else ""
        kleur = _KLEUREN.get(woord)
        if kleur is not None:
            teksten = [uitleg.get(kolom, "") for kolom in _UITLEG]
            self.uit.kleuren[pad] = GelezenKleur(kleur, *teksten)
            self._meld_uitleg(kleur, teksten, plaats)
            return
        for tekst in (woord, *uitleg.values()):
            if tekst:
                self.begrijpt_niet(tekst, plaats)
        if woord:
            self.meld(plaats, f"de kleur '{woord}' is niet bekend; verwacht wordt groen, oranje of rood.")

    def _meld_uitleg(self, kleur: Kleur, teksten: list[str], plaats: Plaats) -> None:
        ontbreekt = [kolom.value for kolom, tekst in zip(_UITLEG, teksten, strict=True) if not tekst.strip()]
        if kleur.vraagt_uitleg and ontbreekt:
            self.meld(plaats, f"bij {kleur.value} ontbreekt {', '.join(ontbreekt)}.")

    # --- wat er te zeggen is ---

    def meld(self, plaats: Plaats, tekst: str) -> None:
        self.uit.meldingen.append(Melding(replace(plaats, alinea=None), tekst))

    def begrijpt_niet(self, tekst: str, plaats: Plaats) -> None:
        themas = self.uit.voortgang.themas
        self.uit.niet_herkend.append(NietHerkend(tekst, plaats, themas[self._thema - 1].naam if themas else None))


def _sleutel(naam: str) -> str:
    return " ".join(_WOORD.findall(naam.casefold()))


def _merk(tekst: str) -> str | None:
    """The letter or number in a column of its own: "a", "a.", "1b", "2"."""
    schoon = "".join(tekst.split())
    gevonden = _MERK.fullmatch(schoon)
    return gevonden["letter"].lower() if gevonden else (schoon[:LANGSTE_LETTER] or None)


def _alinea_regels(cel: Cel | None) -> list[str]:
    """A planning is kept line by line, as it stood."""
    return [regel for alinea in alle_alineas(cel.blokken) for regel in alinea.tekst.split("\n") if regel] if cel else []
