"""The series of a file become series of the organisatie: which indicator, which area, and what its values may be."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import ColumnElement, delete, select

from app.domain.cijfers.indicator import AANTAL, Reekssoort
from app.domain.cijfers.indicatornaam import kale_naam, zelfde_eenheid
from app.domain.cijfers.metingimport import Besluit, Onbekend
from app.domain.notitie.bewaarvorm import zelfde_gemeente
from app.models import Importindicator, Importreeks, Metingimport, Organisatie, Reeks
from app.models.basis import Sessie
from app.services.indicatoren.import_namen import Bekend, Bekenden, besluit, bezwaar_tegen, indicatoren_van
from app.services.indicatoren.import_namen import zoek_bekenden as zoek_bekenden
from app.services.indicatoren.import_rijen import Rijenbak

KOLOMMEN = (
    "import_id", "nr", "indicator_nr", "gebied", "eenheid", "soort", "regel", "aantal", "plaats", "plek", "reeks_id",
    "minimum", "maximum", "overslaan", "bezwaar",
)  # fmt: skip

Plek = tuple[object, str, Reekssoort]


@dataclass(frozen=True, slots=True)
class Doel:
    """What a name of the file becomes. `bekend` is None for an indicator that is still to be made."""

    rij: Importindicator
    bekend: Bekend | None
    bezwaar: str

    @property
    def eenheid(self) -> str:
        return self.bekend.eenheid if self.bekend else self.rij.eenheid

    @property
    def minimum(self) -> Decimal | None:
        """A count is not negative, unless the definition says that it is a balance (see controleer_waarde)."""
        onder = self.bekend.ondergrens if self.bekend else None
        return Decimal(0) if onder is None and self.eenheid == AANTAL else onder

    @property
    def maximum(self) -> Decimal | None:
        return self.bekend.bovengrens if self.bekend else None

    def bezwaar_van(self, eenheid: str) -> str:
        """`eenheid`: as the file gives it, "" when it does not."""
        if self.bezwaar or not eenheid or zelfde_eenheid(eenheid, self.eenheid):
            return self.bezwaar
        if self.bekend is None:
            return f"'{self.rij.naam}' heeft in dit bestand twee eenheden: '{self.eenheid}' en '{eenheid}'."
        return f"De eenheid is '{eenheid}', maar '{self.bekend.naam}' wordt gemeten in '{self.bekend.eenheid}'."


def koppel(session: Sessie, imp: Metingimport, *, bruikbaar: ColumnElement[bool], onbekend: Onbekend) -> None:
    """Decides about every name that nobody decided about, and works out every series anew."""
    bekenden = zoek_bekenden(session, imp.organisatie_id, bruikbaar)
    doelen: dict[int, Doel] = {}
    for rij in indicatoren_van(session, imp):
        besluit(rij, bekenden, onbekend)
        doelen[rij.nr] = Doel(rij, _bekend(rij, bekenden), bezwaar_tegen(rij))
    session.flush()
    koppel_reeksen(session, imp, doelen)


def koppel_reeksen(session: Sessie, imp: Metingimport, doelen: Mapping[int, Doel]) -> None:
    """Writes the rows anew: faster than changing each."""
    organisatie = session.get_one(Organisatie, imp.organisatie_id)
    reeksen = _reeksen(session, organisatie.id, [doel.bekend.id for doel in doelen.values() if doel.bekend])
    plaatsen = Plaatsen(organisatie, [gebied for _, gebied, _ in reeksen])
    plekken: dict[Plek, int] = {}
    gelezen = session.execute(select(*_GELEZEN).where(Importreeks.import_id == imp.id).order_by(Importreeks.nr)).all()
    session.execute(delete(Importreeks).where(Importreeks.import_id == imp.id))
    bak = Rijenbak(session, Importreeks, KOLOMMEN)
    for nr, indicator_nr, gebied, eenheid, soort, regel, aantal in gelezen:
        doel, plaats = doelen[indicator_nr], plaatsen.van(gebied)
        plek = plekken.setdefault((doel.bekend.id if doel.bekend else doel.rij, plaats, soort), nr)
        reeks_id = reeksen.get((doel.bekend.id, plaats, soort)) if doel.bekend else None
        grenzen = tuple(None if grens is None else bak.getal(grens) for grens in (doel.minimum, doel.maximum))
        weg = doel.rij.besluit is Besluit.OVERSLAAN
        eigen = (gebied, eenheid, soort.value, regel, aantal, plaats, plek, reeks_id)
        bak.rijen.append((imp.id, nr, indicator_nr, *eigen, *grenzen, weg, "" if weg else doel.bezwaar_van(eenheid)))
    bak.schrijf()


class Plaatsen:
    """The areas by the name they have already. The organisatie itself, by its name or slug, is ""."""

    def __init__(self, organisatie: Organisatie, bestaand: list[str]) -> None:
        self._organisatie = organisatie
        self._bekend = {"": "", organisatie.slug.casefold(): ""} | {kale_naam(naam): naam for naam in bestaand}

    def van(self, gebied: str) -> str:
        kaal = kale_naam(gebied)
        if kaal not in self._bekend:
            self._bekend[kaal] = "" if zelfde_gemeente(gebied, self._organisatie.naam) else gebied
        return self._bekend[kaal]


_GELEZEN = (
    Importreeks.nr,
    Importreeks.indicator_nr,
    Importreeks.gebied,
    Importreeks.eenheid,
    Importreeks.soort,
    Importreeks.regel,
    Importreeks.aantal,
)


def _bekend(rij: Importindicator, bekenden: Bekenden) -> Bekend | None:
    return bekenden.op_id.get(rij.indicator_id) if rij.indicator_id is not None else None


def _reeksen(session: Sessie, organisatie_id: int, ids: list[int]) -> dict[tuple[int, str, Reekssoort], int]:
    keuze = select(Reeks.indicator_id, Reeks.gebied, Reeks.soort, Reeks.id)
    rijen = session.execute(keuze.where(Reeks.organisatie_id == organisatie_id, Reeks.indicator_id.in_(ids)))
    return {(indicator_id, gebied, soort): id_ for indicator_id, gebied, soort, id_ in rijen}
