import re
from types import SimpleNamespace
from typing import Any

import pytest
from flask import flash
from wtforms import Form, StringField
from wtforms.validators import DataRequired

from tests.unit.components.conftest import APP, Render

PAGINA = '{% extends "layouts/basis.html" %}{% block titel %}Dagbesteding{% endblock %}'
FOUT = '{% extends "layouts/fout.html" %}'


class Naamformulier(Form):
    naam = StringField("Naam", [DataRequired("Vul een naam in.")])


@pytest.fixture
def ingelogd() -> dict[str, Any]:
    organisatie = SimpleNamespace(naam="Gemeente <Het Hogeland>")
    gebruiker = SimpleNamespace(
        id=1, is_authenticated=True, naam="Noor", rol_label="beleidsadviseur", organisatie=organisatie
    )
    navigatie = [
        {"label": "Mijn werk", "url": "/", "actief": False},
        {"label": "Opdrachten", "url": "/opdrachten", "actief": True},
    ]
    return {"current_user": gebruiker, "hoofdnavigatie": navigatie, "versie": "9.8.7"}


def test_page_for_a_visitor_has_no_navigation(render: Render) -> None:
    page = render(PAGINA)
    assert page.xpath("//title")[0].text == "Dagbesteding - Doelspoor"
    assert [h1.text_content() for h1 in page.xpath("//h1")] == ["Dagbesteding"]
    assert page.get("lang") == "nl"
    assert not page.xpath("//nav | //form")


def test_page_for_a_user_marks_where_they_are(render: Render, ingelogd: dict[str, Any]) -> None:
    page = render(PAGINA, **ingelogd)
    assert [link.text_content() for link in page.xpath("//nav//a[@aria-current='page']")] == ["Opdrachten"]
    header = page.xpath("//header")[0].text_content()
    assert all(part in header for part in ["Gemeente <Het Hogeland>", "Noor", "beleidsadviseur"])
    assert "9.8.7" in page.xpath("//footer")[0].text_content()


def test_logging_out_is_a_post_with_a_token(render: Render, ingelogd: dict[str, Any]) -> None:
    [form] = render(PAGINA, **ingelogd).xpath("//header//form")
    assert (form.get("method"), form.get("action")) == ("post", "/uitloggen")
    assert dict(form.form_values()) == {"csrf_token": "bewijs-123"}


def test_skip_link_leads_to_the_content(render: Render) -> None:
    page = render(PAGINA)
    first = page.xpath("//body//a")[0]
    assert page.xpath(f"//main[@id='{first.get('href').removeprefix('#')}']")


@pytest.mark.parametrize(("categorie", "rol"), [("gelukt", "status"), ("let_op", "status"), ("fout", "alert")])
def test_flash_is_shown_once_and_escaped(render: Render, categorie: str, rol: str) -> None:
    flash("Doel <b>3</b> is opgeslagen.", categorie)
    [message] = render(PAGINA).xpath(f"//*[@role='{rol}']")
    assert "Doel <b>3</b> is opgeslagen." in message.text_content()


def test_flash_with_undo_posts_back(render: Render) -> None:
    flash({"tekst": "Doel 3 is verwijderd.", "url": "/ongedaan/7"}, "ongedaan")  # type: ignore[arg-type]
    page = render(PAGINA)
    [form] = page.xpath("//form")
    assert (form.get("method"), form.get("action")) == ("post", "/ongedaan/7")
    assert dict(form.form_values()) == {"csrf_token": "bewijs-123"}
    assert "Doel 3 is verwijderd." in page.xpath("//*[@role='status']")[0].text_content()


def test_form_with_errors_is_summed_up_once_and_named_in_the_title(render: Render) -> None:
    form = Naamformulier()
    form.validate()
    page = render(PAGINA, form=form)
    assert page.xpath("//title")[0].text == "Fout: Dagbesteding - Doelspoor"
    assert [link.get("href") for link in page.xpath("//*[@id='foutsamenvatting']//a")] == ["#naam"]


def test_form_without_errors_shows_no_summary(render: Render) -> None:
    page = render(PAGINA, form=Naamformulier())
    assert not page.xpath("//*[@id='foutsamenvatting']")


@pytest.mark.parametrize("code", [400, 403, 404, 409, 413, 429, 500, 503])
def test_every_error_page_says_what_happened_and_what_to_do(render: Render, code: int) -> None:
    page = render(FOUT, code=code)
    assert page.xpath("//h1")[0].text_content().strip()
    assert len(page.xpath("//main//p[contains(@class, 'nl-paragraph')]")) == 2
    assert f"Foutcode {code}" in page.xpath("//main")[0].text_content()
    assert page.xpath("//main//a[@href='/']")


def test_error_page_takes_its_own_words(render: Render) -> None:
    page = render(
        FOUT, code=413, titel="Te groot", uitleg="Hooguit 20 MB.", terug_url="/importeren", terug_tekst="Terug"
    )
    assert page.xpath("//title")[0].text == "Te groot - Doelspoor"
    assert "Hooguit 20 MB." in page.text_content()
    assert page.xpath("//a[@href='/importeren']")[0].text_content().strip() == "Terug"


ONVEILIG = re.compile(r"\|\s*safe\b|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)|<style|javascript:|autoescape false")


@pytest.mark.parametrize("template", sorted((APP / "templates").rglob("*.html")), ids=lambda path: path.name)
def test_templates_hold_nothing_that_a_strict_policy_forbids(template: Any) -> None:
    assert ONVEILIG.findall(template.read_text(encoding="utf-8")) == []
