"""Where a progress table begins in a text that kept its columns: the heads of the columns, with room between them."""

import re
from dataclasses import dataclass

from app.reading.tekst.tekstregel import Tekstregel
from app.reading.tekst.voortgangskoppen import Stukje
from app.reading.voortgang.kolommen import Kolom, herken_kolom

_STUK = re.compile(r"\S+(?: \S+)*")
_EINDEN = {Kolom.PLANNING, Kolom.STATUS}
MEESTE_KOLOMMEN = 12


@dataclass(frozen=True, slots=True)
class Segment:
    """Words with one space between them, and the column of letters in which they begin."""

    x: int
    tekst: str

    @property
    def x1(self) -> int:
        return self.x + len(self.tekst)


@dataclass(slots=True)
class Kolomkop:
    """On the lines `van` up to `tot`. `xs`: where its columns begin. `soorten`: what they hold."""

    van: int
    tot: int
    xs: list[int]
    labels: list[Stukje]
    soorten: list[Kolom | None]

    @property
    def naam(self) -> int:
        """The column that names the maatregel."""
        return next((k for k, soort in enumerate(self.soorten) if soort in {None, Kolom.MAATREGEL, Kolom.THEMA}), 0)

    @property
    def voortgang(self) -> int:
        return self.soorten.index(Kolom.VOORTGANG)


def segmenten(regel: Tekstregel) -> list[Segment]:
    return [Segment(deel.start(), deel[0]) for deel in _STUK.finditer(regel.tekst.expandtabs())]


def vind_kolomkoppen(regels: list[Tekstregel]) -> list[Kolomkop]:
    """The same heads again, on top of a next page, are among them."""
    return [kop for plek in range(len(regels)) if (kop := _kop_op(regels, plek))]


def _kop_op(regels: list[Tekstregel], plek: int) -> Kolomkop | None:
    regel = regels[plek]
    if regel.cellen is not None or regel.streep:
        return None
    delen = [deel for segment in segmenten(regel) for deel in _als_labels(segment)]
    soorten = [herken_kolom(deel.tekst) for deel in delen]
    if len(delen) > MEESTE_KOLOMMEN or Kolom.VOORTGANG not in soorten or not _EINDEN & set(soorten):
        return None
    if soorten[0] in {Kolom.VOORTGANG, *_EINDEN}:
        delen, soorten = [Segment(0, ""), *delen], [None, *soorten]
    if soorten.count(None) > 1:
        return None
    labels = [Stukje(plek, deel.tekst) for deel in delen]
    return Kolomkop(plek, plek + 1, [deel.x for deel in delen], labels, soorten)


def _als_labels(segment: Segment) -> list[Segment]:
    """ "Nr Maatregel" with one space between them are two labels."""
    if herken_kolom(segment.tekst) is not None:
        return [segment]
    woorden = segment.tekst.split(" ")
    for knip in range(1, len(woorden)):
        voor, achter = " ".join(woorden[:knip]), " ".join(woorden[knip:])
        if herken_kolom(voor) and herken_kolom(achter):
            return [Segment(segment.x, voor), Segment(segment.x + len(voor) + 1, achter)]
    return [segment]
