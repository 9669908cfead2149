"""The questions about figures that wait, all at once in the database: which can come in, and what they would do."""

from typing import Any

from sqlalchemy import ColumnElement, Integer, Join, and_, cast, or_

from app.models import Importdubbel, Importmeting, Importreeks, Meting

M: Any = Importmeting.__table__
R: Any = Importreeks.__table__
D: Any = Importdubbel.__table__
X: Any = Meting.__table__

# A figure with its series.
MET_REEKS: Join = M.join(R, and_(R.c.import_id == M.c.import_id, R.c.nr == M.c.reeks_nr))
# And, where there are, its doubles and what the tables say now.
MET_ALLES: Join = MET_REEKS.outerjoin(D, and_(D.c.import_id == M.c.import_id, D.c.nr == M.c.nr)).outerjoin(
    X, and_(X.c.reeks_id == R.c.reeks_id, X.c.van == M.c.van, X.c.tot == M.c.tot)
)

# Of a series that comes in.
TELT: ColumnElement[bool] = and_(~R.c.overslaan, R.c.bezwaar == "")
BINNEN: ColumnElement[bool] = and_(
    or_(R.c.minimum.is_(None), M.c.waarde >= R.c.minimum), or_(R.c.maximum.is_(None), M.c.waarde <= R.c.maximum)
)
# To be stored, or the same as what is stored. With MET_ALLES.
GOED: ColumnElement[bool] = and_(TELT, BINNEN, D.c.nr.is_(None))
# The same twice: harmless.
HERHAALD: ColumnElement[bool] = and_(TELT, BINNEN, D.c.nr.is_not(None), ~D.c.botst)
IS_NIEUW: ColumnElement[bool] = and_(GOED, X.c.id.is_(None))
# An empty bron or toelichting says nothing, and so changes nothing (see metingen_vergelijken).
ANDERS: ColumnElement[bool] = or_(
    M.c.waarde != X.c.waarde,
    cast(M.c.voorlopig, Integer) != cast(X.c.voorlopig, Integer),
    and_(M.c.bron != "", M.c.bron != X.c.bron),
    and_(M.c.toelichting != "", M.c.toelichting != X.c.toelichting),
)
IS_GEWIJZIGD: ColumnElement[bool] = and_(GOED, X.c.id.is_not(None), ANDERS)


def van_import(import_id: int) -> ColumnElement[bool]:
    """Names both tables, so that each is found by its key."""
    return and_(M.c.import_id == import_id, R.c.import_id == import_id)
