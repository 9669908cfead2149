"""The conventions hold for the code, not for a kind of database: SQLite is enough here."""

from collections.abc import Iterator

import pytest
from flask import Flask
from werkzeug.routing import Rule

from tests.conventions.adressen import Voorbeelden
from tests.databases import SqliteDatabases
from tests.integration.conftest import (  # noqa: F401
    _sqlite,
    app,
    client,
    demo,
    inloggen,
)


@pytest.fixture
def databases(_sqlite: SqliteDatabases) -> SqliteDatabases:  # noqa: F811
    return _sqlite


@pytest.fixture
def regels(app: Flask) -> list[Rule]:  # noqa: F811
    """Every route of the product."""
    return [regel for regel in app.url_map.iter_rules() if regel.endpoint != "static"]


@pytest.fixture
def voorbeelden(demo: object, app: Flask) -> Iterator[Voorbeelden]:  # noqa: F811
    with app.app_context():
        yield Voorbeelden.van("het-hogeland")
