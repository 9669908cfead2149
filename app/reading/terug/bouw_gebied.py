"""The rows of one probleemgebied that came back, as the lists of a notitie."""

from collections.abc import Sequence
from itertools import pairwise

from app.domain import structuur as s
from app.domain.streefwaarde.lezen import lees_streefwaarde
from app.domain.taal.letters import letter
from app.domain.terugkomst.documentmerk import Merksoort
from app.reading.terug.bouw_opdracht import Opdrachtlezer
from app.reading.terug.context import Context, vroeger_in
from app.reading.terug.gelezen import Gebied, Lijn, Vak
from app.reading.terug.koppelen import Regel, Vroeger
from app.reading.terug.lijnen import als_punten, nummer_zelf, verdeel

NUMMERS_LOPEN_NIET_OP = "De nummers van de {wat} bij ‘{naam}’ liepen niet op; ze zijn opnieuw genummerd."
HOOGSTE_NUMMER = 9_999

_M = Merksoort


def vul_gebied(context: Context, nieuw: s.Probleemgebied, gebied: Gebied, oud: s.Probleemgebied | None) -> None:
    """`oud`: as it was handed out; None for a new probleemgebied."""
    bouwer = _Gebiedbouwer(context, nieuw, oud)
    vakken = gebied.vakken
    nieuw.ist = bouwer.punten(vakken.get(Vak.IST, []), _M.IST)
    nieuw.soll = bouwer.punten(vakken.get(Vak.SOLL, []), _M.SOLL)
    bouwer.doelen(vakken.get(Vak.DOELEN, []))
    bouwer.indicatoren(vakken.get(Vak.INDICATOREN, []))
    bouwer.interventies(vakken.get(Vak.INTERVENTIES, []))
    bouwer.opdrachten(vakken)
    context.plaatst_niet(vakken.get(Vak.OPDRACHT, []))
    nieuw.toelichting = context.lange_tekst(nieuw, "toelichting", gebied.toelichting, oud.toelichting if oud else "")


class _Gebiedbouwer:
    def __init__(self, context: Context, nieuw: s.Probleemgebied, oud: s.Probleemgebied | None) -> None:
        self._context = context
        self._nieuw = nieuw
        self._oud = oud
        self._leeg = s.Probleemgebied(0, "")

    @property
    def _was(self) -> s.Probleemgebied:
        return self._oud or self._leeg

    def punten(self, lijnen: Sequence[Lijn], soort: Merksoort) -> list[str]:
        regels = als_punten(lijnen, soort)
        merken = self._merken(regels, soort)
        teksten = (self._context.tekst(soort, merk, regel.lijn) for regel, merk in zip(regels, merken, strict=True))
        return [s.Regel(tekst, merk) for tekst, merk in zip(teksten, merken, strict=True) if tekst]

    def doelen(self, lijnen: Sequence[Lijn]) -> None:
        verdeeld = verdeel(lijnen, _M.DOEL)
        if not verdeeld.regels and not self._was.doelen and not self._was.doelen_toelichting:
            verdeeld = nummer_zelf(verdeeld)
        merken = self._merken(verdeeld.regels, _M.DOEL)
        for regel, merk, nummer in zip(verdeeld.regels, merken, self._nummers(verdeeld.regels, "doelen"), strict=True):
            tekst = self._context.tekst(_M.DOEL, merk, regel.lijn)
            if tekst:
                self._nieuw.doelen.append(s.Doel(nummer, tekst, self._streefwaarde(merk, tekst), merk))
        self._lange_tekst("doelen_toelichting", verdeeld.voor + verdeeld.na)

    def _streefwaarde(self, merk: str, tekst: str) -> s.Streefwaarde:
        """One that was corrected by hand stays as long as its sentence stays."""
        was = self._context.was(_M.DOEL, merk)
        return was.streefwaarde if isinstance(was, s.Doel) and was.tekst == tekst else lees_streefwaarde(tekst)

    def indicatoren(self, lijnen: Sequence[Lijn]) -> None:
        """An indicator of which the number was not touched goes on with its doel, also when that has another now."""
        verdeeld = verdeel(lijnen, _M.INDICATOR)
        mee = self._nieuwe_nummers()
        for regel, merk in zip(verdeeld.regels, self._merken(verdeeld.regels, _M.INDICATOR), strict=True):
            was, nummer = self._context.was(_M.INDICATOR, merk), int(regel.positie)
            if isinstance(was, s.Indicator) and was.nummer == nummer:
                nummer = mee.get(nummer, nummer)
            if tekst := self._context.tekst(_M.INDICATOR, merk, regel.lijn):
                self._nieuw.indicatoren.append(s.Indicator(min(nummer, HOOGSTE_NUMMER), tekst, merk))
        self._nieuw.indicatoren.sort(key=lambda indicator: indicator.nummer)
        self._lange_tekst("indicatoren_inleiding", verdeeld.voor + verdeeld.na)

    def _nieuwe_nummers(self) -> dict[int, int]:
        """Of the doelen that are still there: the number then and now."""
        nu = {doel.merk: doel.nummer for doel in self._nieuw.doelen}
        return {doel.nummer: nu[doel.merk] for doel in self._was.doelen if doel.merk in nu}

    def interventies(self, lijnen: Sequence[Lijn]) -> None:
        verdeeld = verdeel(lijnen, _M.INTERVENTIE, _M.ONDERDEEL)
        if not verdeeld.regels and not self._was.interventies:
            verdeeld = nummer_zelf(verdeeld)
        merken = self._merken(verdeeld.regels, _M.INTERVENTIE)
        nummers = self._nummers(verdeeld.regels, "interventies")
        for regel, merk, nummer, onder in zip(verdeeld.regels, merken, nummers, verdeeld.onder, strict=True):
            tekst = self._context.tekst(_M.INTERVENTIE, merk, regel.lijn)
            onderdelen = self._onderdelen(merk, onder)
            if tekst or onderdelen:
                self._nieuw.interventies.append(s.Interventie(nummer, tekst, onderdelen, merk))
        self._context.plaatst_niet(verdeeld.voor + verdeeld.na)

    def _onderdelen(self, interventie: str, regels: Sequence[Regel]) -> list[s.Onderdeel]:
        was = self._context.was(_M.INTERVENTIE, interventie)
        oude = was.onderdelen if isinstance(was, s.Interventie) else []
        vroeger = [Vroeger(onderdeel.merk or "", onderdeel.tekst, onderdeel.letter) for onderdeel in oude]
        merken = self._context.merken(self._nieuw, regels, vroeger, _M.ONDERDEEL)
        letters = [str(regel.positie) for regel in regels]
        if not all((len(a), a) < (len(b), b) for a, b in pairwise(letters)):
            letters = [letter(plek) for plek, _ in enumerate(regels, 1)]
        teksten = [self._context.tekst(_M.ONDERDEEL, m, r.lijn) for r, m in zip(regels, merken, strict=True)]
        return [s.Onderdeel(*deel) for deel in zip(letters, teksten, merken, strict=True) if deel[1]]

    def opdrachten(self, vakken: dict[Vak, list[Lijn]]) -> None:
        lezer = Opdrachtlezer(self._oud, self._nieuw, self._context.meld)
        for wie in s.Opdrachtnemer:
            lijnen = vakken.get(Vak.van(wie), [])
            gelezen = lezer.lees(wie, lijnen)
            vrij = self.punten(gelezen.vrij, _M(wie.value))
            self._nieuw.opdracht[wie] = s.Opdracht(vrij, gelezen.doelen, gelezen.interventies)
            self._context.opmerkingen(self._nieuw.merk, wie.value, lijnen)

    def _merken(self, regels: Sequence[Regel], soort: Merksoort) -> list[str]:
        return self._context.merken(self._nieuw, regels, vroeger_in(self._oud, soort), soort)

    def _lange_tekst(self, veld: str, lijnen: Sequence[Lijn]) -> None:
        vroeger = str(getattr(self._was, veld))
        setattr(self._nieuw, veld, self._context.lange_tekst(self._nieuw, veld, lijnen, vroeger))

    def _nummers(self, regels: Sequence[Regel], wat: str) -> list[int]:
        """As they stand there; numbers that do not rise say nothing, and are given anew in the order of the text."""
        nummers = [int(regel.positie) for regel in regels]
        if all(a < b for a, b in pairwise(nummers)) and all(1 <= nummer <= HOOGSTE_NUMMER for nummer in nummers):
            return nummers
        self._context.meld(NUMMERS_LOPEN_NIET_OP.format(wat=wat, naam=self._nieuw.naam))
        return list(range(1, len(nummers) + 1))
