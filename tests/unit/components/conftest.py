"""A bare Flask app with only the layouts and components: no database, no login."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask, render_template_string
from jinja2 import StrictUndefined
from lxml import html

APP = Path(__file__).resolve().parents[3] / "app"

Render = Callable[..., html.HtmlElement]


@pytest.fixture(params=[False, True], ids=["ruim", "getrimd"])
def app(request: pytest.FixtureRequest) -> Flask:
    """Once with Jinja's own whitespace and once with blocks trimmed, as the real app does."""
    app = Flask("onderdelen", template_folder=str(APP / "templates"), static_folder=str(APP / "static"))
    app.secret_key = "alleen-voor-deze-toets"
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.globals["csrf_token"] = lambda: "bewijs-123"
    app.jinja_env.globals["statisch"] = lambda naam: f"/static/{naam}"
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = request.param
    return app


@pytest.fixture
def render(app: Flask) -> Iterator[Render]:
    def render_template(source: str, **context: object) -> html.HtmlElement:
        text = render_template_string(source, **context)
        if "<html" in text:
            return html.document_fromstring(text)
        return html.fragment_fromstring(text, create_parent="main")

    with app.test_request_context("/"):
        yield render_template
