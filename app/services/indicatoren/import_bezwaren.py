"""What is wrong with figures that wait, in sentences that name their lines. Of many only the first are kept."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from sqlalchemy import delete, func, insert, select

from app.domain.cijfers.meetperiode import Meetperiode
from app.domain.cijfers.meetwaarde import OngeldigeWaarde, controleer_waarde, toon_meetwaarde
from app.models import Importfout, Importindicator, Importreeks, Indicator, Metingimport
from app.models.basis import Sessie
from app.reading.metingen.lezen import Betekenis, keuze_uit_dict
from app.services.indicatoren.import_klaarzetten import MEESTE_FOUTEN
from app.services.indicatoren.import_sql import BINNEN, MET_REEKS, TELT, D, M, R, van_import


class Bezwaar(NamedTuple):
    regel: int
    kolom: str
    zin: str


class _Rij(NamedTuple):
    """A figure that cannot come in, with what is needed to say why."""

    eerste: int
    regel: int
    van: Any
    tot: Any
    waarde: Any
    voorlopig: bool
    indicator_nr: int


def schrijf_bezwaren(session: Sessie, imp: Metingimport, *, er_zijn_er: bool) -> None:
    """In place of those of an earlier comparison; what the reader found stays. Nothing is searched when all is well."""
    van_imp = Importfout.import_id == imp.id
    session.execute(delete(Importfout).where(van_imp, ~Importfout.bij_lezen))
    if not er_zijn_er:
        return
    begin = (session.scalar(select(func.max(Importfout.nr)).where(van_imp)) or 0) + 1
    bezwaren = [*_van_reeksen(session, imp), *_buiten(session, imp), *_botsend(session, imp)]
    rijen = [
        {"import_id": imp.id, "nr": nr, "bij_lezen": False, **bezwaar._asdict()}
        for nr, bezwaar in enumerate(sorted(bezwaren)[:MEESTE_FOUTEN], begin)
    ]
    if rijen:
        session.execute(insert(Importfout), rijen)


def koppen_van(imp: Metingimport) -> dict[Betekenis, str]:
    """By meaning the heading of the column; of the last one when there are more."""
    verkenning = imp.verkenning or {}
    koppen, keuze = verkenning.get("koppen", []), keuze_uit_dict(imp.kolomkeuze or verkenning.get("kolomkeuze", {}))
    return {wat: koppen[kolom] for kolom, wat in keuze.kolommen.items() if kolom < len(koppen)}


def _van_reeksen(session: Sessie, imp: Metingimport) -> Iterator[Bezwaar]:
    """What is wrong with whole series is told once."""
    keuze = (
        select(Importreeks.bezwaar, func.min(Importreeks.regel), func.sum(Importreeks.aantal))
        .where(Importreeks.import_id == imp.id, Importreeks.bezwaar != "")
        .group_by(Importreeks.bezwaar)
        .limit(MEESTE_FOUTEN)
    )
    kolom = koppen_van(imp).get(Betekenis.INDICATOR, "")
    for zin, regel, aantal in session.execute(keuze):
        yield Bezwaar(regel, kolom, f"{zin}{f' Dat geldt voor {aantal} cijfers.' if aantal > 1 else ''}")


def _buiten(session: Sessie, imp: Metingimport) -> Iterator[Bezwaar]:
    """Values that the definition forbids, in the words of controleer_waarde."""
    kolom = _waardekop(imp)
    keuze = select(M.c.nr, *_WAT).select_from(MET_REEKS).where(van_import(imp.id), TELT, ~BINNEN)
    rijen = [_Rij(*rij) for rij in session.execute(keuze.order_by(M.c.nr).limit(MEESTE_FOUTEN))]
    bekend = _indicatoren(session, imp) if rijen else {}
    for rij in rijen:
        eenheid, minimum, maximum = bekend[rij.indicator_nr]
        try:
            controleer_waarde(rij.waarde, eenheid, minimum=minimum, maximum=maximum)
        except OngeldigeWaarde as fout:
            yield Bezwaar(rij.regel, kolom, str(fout))


def _botsend(session: Sessie, imp: Metingimport) -> Iterator[Bezwaar]:
    """One sentence for each cell that has more than one value, at its first line."""
    dubbel = MET_REEKS.join(D, (D.c.import_id == M.c.import_id) & (D.c.nr == M.c.nr))
    keuze = select(D.c.eerste, *_WAT).select_from(dubbel).where(van_import(imp.id), D.c.botst)
    per_cel: dict[int, list[_Rij]] = {}
    for rij in session.execute(keuze.order_by(D.c.eerste, M.c.nr).limit(2 * MEESTE_FOUTEN)):
        per_cel.setdefault(rij[0], []).append(_Rij(*rij))
    bekend = _indicatoren(session, imp) if per_cel else {}
    kolom = _waardekop(imp)
    for rijen in per_cel.values():
        yield Bezwaar(rijen[0].regel, kolom, _dubbel(rijen, bekend[rijen[0].indicator_nr][0]))


_WAT = (M.c.regel, M.c.van, M.c.tot, M.c.waarde, M.c.voorlopig, R.c.indicator_nr)


def _dubbel(rijen: list[_Rij], eenheid: str) -> str:
    eerste = rijen[0]
    ander = next((r for r in rijen if (r.waarde, r.voorlopig) != (eerste.waarde, eerste.voorlopig)), rijen[-1])
    keer = "twee keer" if len(rijen) == 2 else f"{len(rijen)} keer"
    periode = Meetperiode(eerste.van, eerste.tot).label
    return f"{periode} staat er {keer}, met {_waar(eerste, eenheid)} en met {_waar(ander, eenheid)}."


def _waar(rij: _Rij, eenheid: str) -> str:
    return f"{toon_meetwaarde(rij.waarde, eenheid)}{' (voorlopig)' if rij.voorlopig else ''} (regel {rij.regel})"


def _waardekop(imp: Metingimport) -> str:
    """ "" when the figures stand in several columns."""
    return koppen_van(imp).get(Betekenis.WAARDE, "")


def _indicatoren(session: Sessie, imp: Metingimport) -> dict[int, tuple[str, Any, Any]]:
    """By the number in the import: the unit and between what its values must lie."""
    keuze = (
        select(
            Importindicator.nr, Importindicator.eenheid, Indicator.eenheid, Indicator.ondergrens, Indicator.bovengrens
        )
        .outerjoin(Indicator, Indicator.id == Importindicator.indicator_id)
        .where(Importindicator.import_id == imp.id)
    )
    return {nr: (van_hem or eigen, onder, boven) for nr, eigen, van_hem, onder, boven in session.execute(keuze)}
