"""Recognises by meaning what the columns of a progress table hold."""

import re
from dataclasses import dataclass, field, replace
from enum import StrEnum

from app.reading.plaats import Plaats
from app.reading.word.document import alle_teksten
from app.reading.word.lezen import Cel, Rij, Tabel, alle_alineas

LANGSTE_LABEL = 60


class Kolom(StrEnum):
    THEMA = "thema"
    NUMMER = "nummer"
    MAATREGEL = "maatregel"
    VOORTGANG = "voortgang"
    PLANNING = "planning"
    STATUS = "status"
    KLEUR = "kleur"
    OORZAAK = "oorzaak"
    GEVOLG = "gevolg"
    BIJSTURING = "bijsturing"
    ANDERS = "anders"


_LABELS: tuple[tuple[Kolom, str], ...] = (
    (Kolom.THEMA, r"thema(?:'?s)?|hoofdthema|programmalijn|spoor"),
    (Kolom.NUMMER, r"nr|nummer|no|#|letter|volgnummer|volgnr"),
    (
        Kolom.BIJSTURING,
        r"bijsturing|bijstelling|bijsturingsmaatregel(?:en)?|maatregel(?:en)? (?:tot|voor|ter) bijsturing"
        r"|wat doen we eraan",
    ),
    (Kolom.OORZAAK, r"oorza(?:ak|ken)|reden|verklaring"),
    (Kolom.GEVOLG, r"gevolg(?:en)?|effect(?:en)?|consequenties?"),
    (
        Kolom.MAATREGEL,
        r"(?:(?:naam|omschrijving)(?: van)?(?: de)? )?(?:beheers|verbeter)?"
        r"(?:maatregel(?:en)?|acties?|actiepunt(?:en)?)|activiteit(?:en)?|onderde?e?l(?:en)?|onderwerp(?:en)?|project(?:en)?|inspanning(?:en)?|interventies?"
        r"|wat(?: (?:gaan|doen) we(?: doen)?)?|omschrijving",
    ),
    (
        Kolom.VOORTGANG,
        r"(?:de )?(?:huidige )?(?:voortgang|stand(?: van zaken)?|svz|s\.v\.z)(?:(?: en|,|/| \+) ?(?:resulta(?:at|ten)"
        r"|toelichting))?|(?:behaalde )?resulta(?:at|ten)|toelichting(?: op)?(?: de)? voortgang|ontwikkelingen"
        r"|realisatie|wat is er gedaan|wat hebben we gedaan|toelichting"
        r"|voortgang(?:s)?(?:rapportage|tekst)?(?: .{4,20})?",
    ),
    (
        Kolom.PLANNING,
        r"planning(?:(?: en|,| ?/) ?status)?|status(?: en|,| ?/) ?planning|termijn|deadline|wanneer"
        r"|(?:eind|oplever|streef)datum|datum(?: gereed)?|gereed(?: op| per)?|tijdpad|tijdsplanning|looptijd"
        r"|planning .{4,20}",
    ),
    (Kolom.STATUS, r"(?:huidige )?status|fase|stadium"),
    (Kolom.KLEUR, r"(?:status)?kleur(?:code)?|stoplicht(?:kleur)?|verkeerslicht|signaal|rag(?:-status)?"),
)
_PATRONEN = [(kolom, re.compile(patroon)) for kolom, patroon in _LABELS]
# Such a word heads another column as soon as a clearer word is there.
_ZWAK = re.compile(r"toelichting|resulta|ontwikkeling|realisatie|omschrijving|wat\b|datum|fase|effect", re.IGNORECASE)
_RAND = " \t\n.:;,-–•*?|()"
NODIG = (Kolom.MAATREGEL, Kolom.VOORTGANG, Kolom.PLANNING)


def herken_kolom(tekst: str) -> Kolom | None:
    schoon = " ".join(tekst.split()).strip(_RAND).casefold()
    if not schoon or len(schoon) > LANGSTE_LABEL:
        return None
    return next((kolom for kolom, patroon in _PATRONEN if patroon.fullmatch(schoon)), None)


def tekst_van(cel: Cel) -> str:
    return "\n".join(alle_teksten(cel.blokken))


def plaats_van(cel: Cel, tabel: int, rij: int) -> Plaats:
    eerste = next(alle_alineas(cel.blokken), None)
    return eerste.plaats if eerste else Plaats(tabel, rij)


def plaats_van_rij(rij: Rij, tabel: int) -> Plaats:
    eerste = next((alinea for cel in rij.cellen for alinea in alle_alineas(cel.blokken)), None)
    return replace(eerste.plaats, alinea=None) if eerste else Plaats(tabel, rij.nummer)


@dataclass(slots=True)
class Kop:
    """The columns, by the grid column they begin in. `themacel`: the cell of the header that names the thema."""

    kolommen: dict[int, Kolom] = field(default_factory=dict)
    namen: dict[int, str] = field(default_factory=dict)
    themacel: Cel | None = None
    aantal: int = 0

    def van(self, cel: Cel) -> int:
        """The grid column of the header above the cell."""
        return max((begin for begin in self.kolommen if begin <= cel.kolom), default=min(self.kolommen, default=0))

    @property
    def ontbreekt(self) -> list[Kolom]:
        return [kolom for kolom in NODIG if kolom not in self.kolommen.values()]


def lees_kop(rij: Rij, tabel: Tabel) -> Kop | None:
    """None when the row does not head columns: it must name the progress or the planning, and one column more.

    A first cell that is no label is the name of the thema and stands above the maatregelen.
    """
    gevuld = [cel for cel in rij.cellen if not cel.leeg]
    soorten = {cel.kolom: herken_kolom(tekst_van(cel)) for cel in gevuld}
    gevonden = set(soorten.values()) - {None}
    if not gevonden & {Kolom.VOORTGANG, Kolom.PLANNING, Kolom.STATUS} or len(gevuld) < 2:
        return None
    if len(gevonden) < 2 and Kolom.VOORTGANG not in gevonden:
        return None
    kop = Kop(aantal=tabel.kolommen, namen={cel.kolom: " ".join(tekst_van(cel).split()) for cel in rij.cellen})
    for cel in sorted(rij.cellen, key=lambda cel: bool(_ZWAK.match(kop.namen[cel.kolom]))):
        soort = soorten.get(cel.kolom)
        dubbel = soort in kop.kolommen.values()
        kop.kolommen[cel.kolom] = Kolom.ANDERS if soort is None or dubbel else soort
    _zet_recht(kop, rij)
    return kop


def _zet_recht(kop: Kop, rij: Rij) -> None:
    """Without "Maatregel" the first unknown cell heads them; a status without a planning holds the planning too."""
    soorten = kop.kolommen.values()
    onbekend = [cel for cel in rij.cellen if kop.kolommen[cel.kolom] is Kolom.ANDERS]
    if Kolom.MAATREGEL not in soorten and onbekend:
        kop.kolommen[onbekend[0].kolom] = Kolom.MAATREGEL
        kop.themacel = None if onbekend[0].leeg else onbekend[0]
    for begin, soort in kop.kolommen.items():
        if soort is Kolom.THEMA and Kolom.MAATREGEL not in soorten:
            kop.kolommen[begin] = Kolom.MAATREGEL
    if Kolom.PLANNING not in soorten:
        for begin, soort in kop.kolommen.items():
            if soort is Kolom.STATUS:
                kop.kolommen[begin] = Kolom.PLANNING
