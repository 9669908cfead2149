"""What every table shares: naming of constraints, the organisatie it belongs to, and its version."""

import secrets
from contextvars import ContextVar
from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from flask_sqlalchemy import SQLAlchemy
from flask_sqlalchemy.session import Session as FlaskSessie
from sqlalchemy import (
    BigInteger,
    Connection,
    DateTime,
    Dialect,
    Engine,
    Enum,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    MetaData,
    Numeric,
    String,
    TypeDecorator,
    UpdateBase,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, declared_attr, mapped_column, scoped_session
from sqlalchemy.types import TypeEngine

CIJFERS_ACHTER_KOMMA = 4
TIENDUIZENDSTEN = 10**CIJFERS_ACHTER_KOMMA

NAMEN = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Moment(TypeDecorator[datetime]):
    """A moment in UTC. SQLite forgets the zone and PostgreSQL answers in that of the server: both are set right."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value.astimezone(UTC) if value is not None else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Getal(TypeDecorator[Decimal]):
    """An exact decimal of at most 14 digits before and 4 behind the comma.

    SQLite has no decimals, so there it is kept as a whole number of ten-thousandths: exact, and it still compares.
    """

    impl = Numeric(18, CIJFERS_ACHTER_KOMMA)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        soort = BigInteger() if dialect.name == "sqlite" else Numeric(18, CIJFERS_ACHTER_KOMMA)
        return dialect.type_descriptor(soort)

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> Any:
        if value is None or dialect.name != "sqlite":
            return value
        return int(value.scaleb(CIJFERS_ACHTER_KOMMA).to_integral_value())

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        if value is None:
            return None
        if dialect.name == "sqlite":
            heel, rest = divmod(value, TIENDUIZENDSTEN)
            return Decimal(value).scaleb(-CIJFERS_ACHTER_KOMMA).normalize() if rest else Decimal(heel)
        exact: Decimal = value
        return exact.normalize() if exact % 1 else exact.quantize(Decimal(1))


class Basis(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMEN)


# Set while nothing but reading is asked, and of what a moment ago was: see app.web.leeskopie.
leesengine: ContextVar[Engine | None] = ContextVar("leesengine", default=None)


class Databasesessie(FlaskSessie):
    """Reads from the copy where one was chosen; what is written always goes to the database itself."""

    def get_bind(self, mapper: Any = None, clause: Any = None, bind: Any = None, **kwargs: Any) -> Engine | Connection:
        kopie = leesengine.get()
        if kopie is None or bind is not None or self._flushing or isinstance(clause, UpdateBase):
            return super().get_bind(mapper=mapper, clause=clause, bind=bind, **kwargs)
        return kopie


db = SQLAlchemy(model_class=Basis, session_options={"class_": Databasesessie})
if TYPE_CHECKING:
    Model = Basis  # what db.Model is made from; type checkers cannot follow how
else:
    Model = db.Model
Model.registry.update_type_annotation_map({datetime: Moment()})


# What a service takes: a session of its own, or the one of the request behind its proxy.
Sessie = Session | scoped_session[Any]


def nu() -> datetime:
    return datetime.now(UTC)


def keuze(soort: type[StrEnum], naam: str) -> Enum:
    """A column that holds the stable code of an enum, with a check constraint derived from it."""
    return Enum(
        soort,
        name=naam,
        native_enum=False,
        create_constraint=True,
        length=40,
        values_callable=lambda e: [lid.value for lid in e],
        validate_strings=True,
    )


def hoort_bij(tabel: str, kolom: str, *, ondelete: str | None = None) -> ForeignKeyConstraint:
    """A reference that also says: of the same organisatie. The database refuses a mix of two gemeenten."""
    return ForeignKeyConstraint(
        [kolom, "organisatie_id"], [f"{tabel}.id", f"{tabel}.organisatie_id"], ondelete=ondelete
    )


class VanOrganisatie:
    @declared_attr
    def organisatie_id(cls) -> Mapped[int]:
        return mapped_column(ForeignKey("organisatie.id"), index=True)


class MetVersie:
    """`rev` goes up with every change; an update on an outdated one fails instead of overwriting."""

    rev: Mapped[int] = mapped_column(default=1)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.rev}


MERKTEKENS = "abcdefghijklmnopqrstuvwxyz0123456789"
MERKLENGTE = 10


def nieuw_merk() -> str:
    """Begins with a letter and holds no capitals, so that it fits in the name of a bookmark in any text processor."""
    return secrets.choice(MERKTEKENS[:26]) + "".join(secrets.choice(MERKTEKENS) for _ in range(MERKLENGTE - 1))


class Gemerkt:
    """`merk` stays with an item for life: when it moves, gets another number, comes back after being removed, or is
    carried into a later version of its notitie. A file that was taken out and comes back is recognised by it."""

    merk: Mapped[str] = mapped_column(String(16), default=nieuw_merk, server_default="")


def merk_uniek(ouder: str) -> Index:
    """No two items below one `ouder` (a column) have the same merk."""
    return Index(None, ouder, "merk", unique=True)


class Gevolgd:
    aangemaakt_op: Mapped[datetime] = mapped_column(default=nu)
    gewijzigd_op: Mapped[datetime] = mapped_column(default=nu, onupdate=nu)
