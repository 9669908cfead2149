"""Runs the migrations on the database of the application."""

from typing import Any

from alembic import context
from flask import current_app

from app.models.basis import Getal, Moment

db = current_app.extensions["migrate"].db


def render_item(soort: str, item: Any, _autogen: Any) -> str | bool:
    """Migrations stand on their own: own column types are written out as what the database sees."""
    if soort == "type" and isinstance(item, Getal):
        return "sa.Numeric(18, 4).with_variant(sa.BigInteger(), 'sqlite')"
    if soort == "type" and isinstance(item, Moment):
        return "sa.DateTime(timezone=True)"
    return False


def run_migrations() -> None:
    with db.engine.connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=db.metadata,
            compare_type=True,
            render_as_batch=connection.dialect.name == "sqlite",
            render_item=render_item,
        )
        with context.begin_transaction():
            context.run_migrations()


run_migrations()
