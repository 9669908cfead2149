"""The choice as SQL: which probleemgebieden take part, and every line that an opdrachtnemer gets from them."""

from typing import Any

from sqlalchemy import CTE, Select, func, literal, select, union_all

from app.models import Doel, Interventie, Notitie, Onderdeel, Opdracht, Probleemgebied, Toewijzing
from app.models.notitie import nieuwste_eerst
from app.opdrachten.bereik import Bereik, Keuze


def gekozen_notities(bereik: Bereik, keuze: Keuze) -> Select[int]:
    """The ids of the notities that take part."""
    zichtbaar = select(Notitie.id).where(bereik.notities)
    if keuze.organisatie is not None:
        zichtbaar = zichtbaar.where(Notitie.organisatie_id == keuze.organisatie.id)
    if keuze.notitie is not None:
        return zichtbaar.where(Notitie.id == keuze.notitie.id)
    if keuze.gebied is not None:
        return zichtbaar.where(Notitie.id == keuze.gebied.notitie_id)
    plaats = func.row_number().over(partition_by=Notitie.organisatie_id, order_by=nieuwste_eerst())
    op_volgorde = zichtbaar.where(bereik.geldend).add_columns(plaats.label("plaats")).subquery()
    return select(op_volgorde.c.id).where(op_volgorde.c.plaats == 1)


def gekozen_gebieden(bereik: Bereik, keuze: Keuze) -> CTE:
    """The ids of the probleemgebieden that take part."""
    gebieden = select(Probleemgebied.id).where(Probleemgebied.notitie_id.in_(gekozen_notities(bereik, keuze)))
    if keuze.gebied is not None:
        gebieden = gebieden.where(Probleemgebied.id == keuze.gebied.id)
    return gebieden.cte("gebieden")


def gekozen_regels(bereik: Bereik, keuze: Keuze) -> CTE:
    """(gebied_id, opdrachtnemer, soort, regel_id) of each line, for every opdrachtnemer that may be seen.

    An interventie is a line when it or one of its onderdelen was assigned, so it can be here more than once.
    """
    gebieden = select(gekozen_gebieden(bereik, keuze).c.id)

    def van(model: Any, wie: Any) -> Select[Any]:
        kolommen = (model.probleemgebied_id.label("gebied_id"), wie.opdrachtnemer.label("opdrachtnemer"))
        keuze_ = select(*kolommen, literal(model.__tablename__).label("soort"), model.id.label("regel_id"))
        return keuze_.where(model.probleemgebied_id.in_(gebieden), wie.opdrachtnemer.in_(bereik.opdrachtnemers))

    via_onderdeel = van(Interventie, Toewijzing).join(Onderdeel, Onderdeel.interventie_id == Interventie.id)
    return union_all(
        van(Doel, Toewijzing).join(Toewijzing, Toewijzing.doel_id == Doel.id),
        van(Interventie, Toewijzing).join(Toewijzing, Toewijzing.interventie_id == Interventie.id),
        via_onderdeel.join(Toewijzing, Toewijzing.onderdeel_id == Onderdeel.id),
        van(Opdracht, Opdracht),
    ).cte("regels")
