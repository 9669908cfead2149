"""The lines below "Lokaal" and "RIGG": doelen and interventies they carry, and free lines."""

import re

from app.domain.notitie.verwijzingen import lees_verwijzingen
from app.domain.structuur import Opdracht, Opdrachtnemer, Verwijzing
from app.reading.notitie.gelezen import Melder
from app.reading.notitie.indeling import Opdrachtdeel
from app.reading.notitie.labels import Soort, herken
from app.reading.notitie.regels import Regel
from app.reading.notitie.verwijsregel import begint_verwijzing, lees_verwijsregel, noemt_nummers

_GEEN = re.compile(r"(?:geen(?: opdracht(?:en)?)?|n\.?v\.?t\.?|niet van toepassing|-|–|nihil)\s*[.;]?", re.IGNORECASE)
_ALLEEN_NUMMERS = re.compile(r"[\d\s,;.()a-z/–*-]*\d[\d\s,;.()a-z/–*-]*", re.IGNORECASE)
_UITLEG_VAN_STER = re.compile(r"\*[^*]{0,40}\bvoorbehoud\b|\bvoorbehoud\b[^*]{0,40}\*", re.IGNORECASE)
_UITLEG_VAN_HAAKJES = re.compile(r"tussen haakjes\W+(?:is )?onder voorbehoud\W*", re.IGNORECASE)
_STER_BIJ_NUMMER = re.compile(r"(?<=[\da-z)])\s?\*+(?!\w)", re.IGNORECASE)
_LETTER = re.compile(r"(?<!\w)[a-z](?!\w)", re.IGNORECASE)
_LETTERLIJST = re.compile(r"(.*\binterventies?\s*:?\s*)([a-z](?:(?:\s*,\s*|\s+en\s+)[a-z])*)\s*\.?", re.IGNORECASE)
VERWIJSSOORTEN = {Soort.DOELEN: "doelen", Soort.INTERVENTIES: "interventies"}


def legt_ster_uit(tekst: str) -> bool:
    """ "* onder voorbehoud van de begroting": the note below numbers with a star."""
    return _UITLEG_VAN_STER.search(tekst) is not None and not begint_verwijzing(tekst)


def zegt_geen(tekst: str) -> bool:
    """ "Geen opdracht", "n.v.t.": there is nothing here."""
    return _GEEN.fullmatch(tekst) is not None


def lees_opdrachten(
    delen: list[Opdrachtdeel], melder: Melder, doelen: list[int], interventies: list[int]
) -> dict[Opdrachtnemer, Opdracht]:
    """Every opdrachtnemer gets an Opdracht, an empty one when nothing is said about it."""
    uitkomst = {nemer: Opdracht() for nemer in Opdrachtnemer}
    for deel in delen:
        if not deel.nemers:
            _zonder_nemer(deel, melder)
        for nemer in deel.nemers:
            _Lezer(nemer, uitkomst[nemer], melder, doelen, interventies).lees(deel.regels)
    return uitkomst


def _zonder_nemer(deel: Opdrachtdeel, melder: Melder) -> None:
    for regel in deel.regels:
        if not zegt_geen(regel.tekst) and _UITLEG_VAN_HAAKJES.fullmatch(regel.tekst) is None:
            melder.begrijpt_niet(regel.ruw, regel.plaats)


class _Lezer:
    def __init__(
        self, nemer: Opdrachtnemer, opdracht: Opdracht, melder: Melder, doelen: list[int], interventies: list[int]
    ) -> None:
        self._pad = f"opdracht/{nemer.value}"
        self._opdracht = opdracht
        self._melder = melder
        self._doelen = doelen
        self._interventies = interventies
        self._wacht_op: Soort | None = None

    def lees(self, regels: list[Regel]) -> None:
        for regel in regels:
            if not (self._is_kopje(regel) or self._onder_kopje(regel) or zegt_geen(regel.tekst)):
                self._regel(regel)

    def _is_kopje(self, regel: Regel) -> bool:
        """ "Doelen" on a line of its own, with the numbers on the next."""
        etiket = None if noemt_nummers(regel.tekst) else herken(regel.tekst, ruim=True)
        if etiket is None or etiket.soort not in VERWIJSSOORTEN:
            return False
        self._wacht_op = etiket.soort
        return True

    def _onder_kopje(self, regel: Regel) -> bool:
        soort, self._wacht_op = self._wacht_op, None
        if soort is None or not _ALLEEN_NUMMERS.fullmatch(regel.ruw):
            return False
        gevonden, rest = lees_verwijzingen(self._kale_nummers(regel.ruw))
        if rest or not gevonden:
            return False
        self._neem_op(soort, gevonden, regel)
        return True

    def _regel(self, regel: Regel) -> None:
        gelezen = lees_verwijsregel(self._kale_nummers(regel.tekst), self._doelen, self._interventies)
        if gelezen is None:
            self._opdracht.opdrachten.append(regel.tekst)
            self._melder.kwam_van(f"{self._pad}/opdrachten/{len(self._opdracht.opdrachten)}", regel)
            return
        for soort, gevonden in ((Soort.DOELEN, gelezen.doelen), (Soort.INTERVENTIES, gelezen.interventies)):
            if gevonden is not None:
                self._neem_op(soort, gevonden, regel)
        if gelezen.rest:
            self._melder.begrijpt_niet(regel.ruw, regel.plaats)

    def _kale_nummers(self, tekst: str) -> str:
        """ "3.1*" in the third probleemgebied is "1 (onder voorbehoud)"."""
        if self._melder.ster_is_voorbehoud:
            tekst = _STER_BIJ_NUMMER.sub(" (onder voorbehoud)", tekst)
        if self._melder.letters and (lijst := _LETTERLIJST.fullmatch(tekst)):
            return lijst[1] + _LETTER.sub(lambda m: str(ord(m.group().lower()) - ord("a") + 1), lijst[2])
        voor = self._melder.voorvoegsel
        return tekst if voor is None else re.sub(rf"(?<![\w.]){voor}\.(?=\d)", "", tekst)

    def _neem_op(self, soort: Soort, gevonden: list[Verwijzing], regel: Regel) -> None:
        lijst = self._opdracht.doelen if soort is Soort.DOELEN else self._opdracht.interventies
        bekend = {verwijzing.nummer for verwijzing in lijst}
        lijst.extend(verwijzing for verwijzing in gevonden if verwijzing.nummer not in bekend)
        self._melder.kwam_van(f"{self._pad}/{VERWIJSSOORTEN[soort]}", regel)
