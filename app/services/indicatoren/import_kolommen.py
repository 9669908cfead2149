"""What the columns of the files of an organisatie mean, remembered by their headings."""

from collections.abc import Mapping

from sqlalchemy import delete, insert, select

from app.models import Kolombetekenis
from app.models.basis import Sessie
from app.reading.metingen.kolommen import kale_kop
from app.reading.metingen.lezen import Kolomkeuze, Verkenning

LANGSTE_KOP = 200


def onthouden_kolommen(session: Sessie, organisatie_id: int) -> dict[str, str]:
    """By bare heading, as `verken` wants them; "" for a column that is to be left out."""
    keuze = select(Kolombetekenis.kop, Kolombetekenis.betekenis)
    return dict(session.execute(keuze.where(Kolombetekenis.organisatie_id == organisatie_id)).all())


def onthoud_kolommen(session: Sessie, *, organisatie_id: int, koppen: tuple[str, ...], keuze: Kolomkeuze) -> None:
    """In place of what was remembered of these headings."""
    gekozen = keuze.per_kop(koppen)
    kaal = {kale_kop(kop) for kop in koppen}
    waarden = {kop: gekozen.get(kop, "") for kop in kaal if kop and len(kop) <= LANGSTE_KOP}
    if not waarden:
        return
    van_mij = Kolombetekenis.organisatie_id == organisatie_id
    session.execute(delete(Kolombetekenis).where(van_mij, Kolombetekenis.kop.in_(waarden)))
    rijen = [{"organisatie_id": organisatie_id, "kop": kop, "betekenis": wat} for kop, wat in waarden.items()]
    session.execute(insert(Kolombetekenis), rijen)


def zonder_weggelaten(verkenning: Verkenning, onthouden: Mapping[str, str]) -> Kolomkeuze | None:
    """The guess without the columns that were left out before; None when there are none, or nothing is left of it."""
    weg = {k for k in verkenning.kolomkeuze.kolommen if onthouden.get(kale_kop(verkenning.koppen[k])) == ""}
    over = Kolomkeuze({k: wat for k, wat in verkenning.kolomkeuze.kolommen.items() if k not in weg})
    return over if weg and over.bezwaar(verkenning.koppen) is None else None
