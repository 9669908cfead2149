"""Counts the lists that the program numbers by itself: the number is not in an OpenDocument text."""

from lxml import etree

from app.reading.odt.namen import TEXT
from app.reading.odt.stijlen import Lijstniveau, OdtStijlen
from app.reading.word.nummering import MAX_NIVEAU, Nummer, letter_van
from app.reading.xml import getal

_ID = "{http://www.w3.org/XML/1998/namespace}id"
Tellers = dict[int, int]


class OdtNummering:
    """Ask once per list item, from top to bottom. A list goes on with another only when it says so."""

    def __init__(self, stijlen: OdtStijlen) -> None:
        self._stijlen = stijlen
        self._op_stijl: dict[str, Tellers] = {}
        self._op_id: dict[str, Tellers] = {}

    def begin_lijst(self, lijst: etree._Element, stijl: str) -> Tellers:
        """The counters of a list that stands in no other."""
        vorige = self._op_id.get(lijst.get(TEXT + "continue-list") or "")
        if vorige is None and lijst.get(TEXT + "continue-numbering") == "true":
            vorige = self._op_stijl.get(stijl)
        tellers = vorige if vorige is not None else {}
        self._op_stijl[stijl] = tellers
        if eigen := lijst.get(_ID):
            self._op_id[eigen] = tellers
        return tellers

    def tel(self, punt: etree._Element, stijl: str, niveau: int, tellers: Tellers) -> Nummer:
        """The mark of a list item; `niveau` from 1."""
        vorm = self._stijlen.lijst(stijl, niveau)
        tellers[niveau] = getal(punt.get(TEXT + "start-value"), tellers.get(niveau, vorm.start - 1) + 1)
        for dieper in [ander for ander in tellers if ander > niveau]:
            del tellers[dieper]
        return _nummer(vorm, tellers[niveau], min(niveau - 1, MAX_NIVEAU))


def _nummer(vorm: Lijstniveau, stand: int, niveau: int) -> Nummer:
    if vorm.opsomteken or not vorm.vorm:
        return Nummer(opsomteken=vorm.opsomteken, niveau=niveau)
    if vorm.vorm.casefold() == "a":
        return Nummer(letter=letter_van(stand), niveau=niveau)
    return Nummer(nummer=stand, niveau=niveau)
