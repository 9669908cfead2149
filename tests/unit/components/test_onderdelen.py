import pytest

from app.domain.structuur import Bevinding, Opdrachtnemer
from tests.unit.components.conftest import Render


def test_post_button_is_a_form_with_a_token_and_its_fields(render: Render) -> None:
    page = render(
        '{% from "components/knoppen.html" import postknop %}'
        '{{ postknop("Omhoog", "/doel/3/omhoog", {"stap": "<1>"}, aria_label="Doel 3 omhoog") }}'
    )
    [form] = page.xpath("//form")
    assert (form.get("method"), form.get("action")) == ("post", "/doel/3/omhoog")
    assert dict(form.form_values()) == {"csrf_token": "bewijs-123", "stap": "<1>"}
    assert page.xpath("//button")[0].get("aria-label") == "Doel 3 omhoog"


@pytest.mark.parametrize(
    ("soort", "klasse"),
    [("primair", "primary"), ("secundair", "secondary"), ("gevaar", "negative"), ("subtiel", "subtle")],
)
def test_kinds_of_buttons(render: Render, soort: str, klasse: str) -> None:
    page = render('{% from "components/knoppen.html" import knop %}{{ knop("Doe", soort) }}', soort=soort)
    [button] = page.xpath("//button[@type='submit']")
    assert f"nl-button--{klasse}" in button.get("class").split()
    assert button.text_content().strip() == "Doe"


def test_icon_button_has_a_name_and_can_be_off(render: Render) -> None:
    page = render(
        '{% from "components/knoppen.html" import icoonknop %}'
        '{{ icoonknop("Doel 1 omhoog", "/x", "pijl-omhoog", uit=True) }}'
    )
    [button] = page.xpath("//button[@disabled]")
    assert button.text_content().strip() == "Doel 1 omhoog"


@pytest.mark.parametrize("wie", ["rigg", Opdrachtnemer.RIGG, "RIGG"])
def test_opdrachtnemer_is_a_word_with_a_shape(render: Render, wie: object) -> None:
    source = '{% from "components/labels.html" import opdrachtnemer_label %}{{ opdrachtnemer_label(wie, True) }}'
    page = render(source, wie=wie)
    words = [label.text_content().strip() for label in page.xpath("//*[contains(@class, 'nl-data-badge')]")]
    assert words == ["RIGG", "onder voorbehoud"]
    assert all(svg.get("aria-hidden") == "true" for svg in page.xpath("//svg"))
    assert len({svg.get("class") for svg in page.xpath("//svg")}) == 2


def test_every_status_differs_from_the_others_by_more_than_colour(render: Render) -> None:
    source = (
        '{% from "components/labels.html" import status_label %}{% for s in alle %}{{ status_label(s) }}{% endfor %}'
    )
    alle = ["niet gestart", "gepland", "in_uitvoering", "doorlopend", "uitgesteld", "afgerond", "vervallen"]
    labels = render(source, alle=alle).xpath("//*[contains(@class, 'nl-data-badge')]")
    assert [label.text_content().strip() for label in labels] == [status.replace("_", " ") for status in alle]
    shapes = [label.xpath(".//svg")[0].get("class") for label in labels]
    assert len(set(shapes)) == 6  # gepland and niet gestart are both an open circle, with different words


def test_unknown_status_still_shows_its_word(render: Render) -> None:
    page = render('{% from "components/labels.html" import status_label %}{{ status_label("<nieuw>soort") }}')
    assert page.text_content().strip() == "<nieuw>soort"


@pytest.mark.parametrize(
    ("soort", "woord"), [("gelukt", "Gelukt"), ("let_op", "Let op"), ("fout", "Fout"), ("x", "Ter")]
)
def test_message_says_its_kind_in_words(render: Render, soort: str, woord: str) -> None:
    source = '{% from "components/meldingen.html" import melding %}{% call melding(soort, "Kop") %}{{ t }}{% endcall %}'
    page = render(source, soort=soort, t="<i>tekst</i>")
    assert woord in page.text_content()
    assert "<i>tekst</i>" in page.text_content()


def test_findings_as_sentences_as_values_and_with_a_place(render: Render) -> None:
    source = '{% from "components/bevindingen.html" import bevindingenlijst %}{{ bevindingenlijst(lijst) }}'
    lijst = [
        "Doel 1 heeft geen indicator.",
        {"zin": "Doel 4 is nog open.", "plaats": "Doel 4", "url": "#doel-4"},
    ]
    page = render(source, lijst=lijst)
    assert len(page.xpath("//li")) == 2
    assert page.xpath("//a[@href='#doel-4']")[0].text_content() == "Doel 4 is nog open."


def test_a_domain_finding_needs_nothing_more(render: Render) -> None:
    source = '{% from "components/bevindingen.html" import bevindingenlijst %}{{ bevindingenlijst(lijst) }}'
    lijst = [Bevinding("x", "Dagbesteding", "doel", 2, "Doel 2 is aan niemand toegewezen.")]
    assert "aan niemand toegewezen" in render(source, lijst=lijst).text_content()


def test_no_findings_is_said_in_words(render: Render) -> None:
    source = '{% from "components/bevindingen.html" import bevindingenlijst %}{{ bevindingenlijst([]) }}'
    assert "Geen bevindingen" in render(source).text_content()


def test_crumbs_end_in_the_current_page(render: Render) -> None:
    source = '{% from "components/kruimelpad.html" import kruimelpad %}{{ kruimelpad(pad) }}'
    page = render(source, pad=[("Notities", "/notities"), ("Jeugdhulp", "/notities/1")])
    assert [link.get("href") for link in page.xpath("//a")] == ["/notities"]
    assert page.xpath("//*[@aria-current='page']")[0].text_content() == "Jeugdhulp"


def test_tabs_mark_the_current_one_and_show_zero(render: Render) -> None:
    source = '{% from "components/tabs.html" import tabs %}{{ tabs(items) }}'
    items = [
        {"label": "Lokaal", "url": "/a", "aantal": 0, "actief": False},
        {"label": "RIGG", "url": "/b", "aantal": 32, "actief": True},
    ]
    links = render(source, items=items).xpath("//a")
    assert [" ".join(link.text_content().split()) for link in links] == ["Lokaal 0", "RIGG 32"]
    assert [link.get("aria-current") for link in links] == [None, "page"]


PAGES = '{% from "components/paginering.html" import paginering %}{{ paginering(pagina, aantal, url_voor) }}'


@pytest.mark.parametrize(
    ("pagina", "aantal", "nummers"),
    [(1, 1, []), (1, 3, ["1", "2", "3"]), (5, 10, ["1", "4", "5", "6", "10"]), (10, 10, ["1", "9", "10"])],
)
def test_pages_around_the_current_one(render: Render, pagina: int, aantal: int, nummers: list[str]) -> None:
    page = render(PAGES, pagina=pagina, aantal=aantal, url_voor=lambda n: f"?pagina={n}")
    links = page.xpath("//ol//a")
    assert [link.text_content().split()[-1] for link in links] == nummers
    current = [link.text_content().split()[-1] for link in links if link.get("aria-current")]
    assert current == ([str(pagina)] if nummers else [])


def test_previous_and_next_only_where_they_exist(render: Render) -> None:
    first = render(PAGES, pagina=1, aantal=2, url_voor=lambda n: f"?pagina={n}")
    last = render(PAGES, pagina=2, aantal=2, url_voor=lambda n: f"?pagina={n}")
    assert [link.get("href") for link in first.xpath("//a[@rel]")] == ["?pagina=2"]
    assert [link.get("rel") for link in last.xpath("//a[@rel]")] == ["prev"]


def test_wide_table_is_a_named_region_that_takes_the_focus(render: Render) -> None:
    source = (
        '{% from "components/tabel.html" import scrolltabel %}{% call scrolltabel(t) %}<table></table>{% endcall %}'
    )
    [region] = render(source, t='Opdrachten "RIGG"').xpath("//div[@role='region'][.//table]")
    assert (region.get("tabindex"), region.get("aria-label")) == ("0", 'Opdrachten "RIGG"')


def test_fold_opens_when_asked_and_counts(render: Render) -> None:
    source = (
        '{% from "components/uitklap.html" import uitklap %}{% call uitklap("Punten", 0, open=True) %}x{% endcall %}'
    )
    page = render(source)
    assert page.xpath("//details[@open]/summary")[0].text_content().split() == ["Punten", "0"]


@pytest.mark.parametrize(("tekst", "url", "knoppen"), [("Importeren", "/import", 1), (None, None, 0)])
def test_empty_screen_offers_its_first_step(render: Render, tekst: str | None, url: str | None, knoppen: int) -> None:
    source = '{% from "components/leeg.html" import leeg %}{{ leeg("Nog niets", "Begin hier.", tekst, url) }}'
    page = render(source, tekst=tekst, url=url)
    assert page.xpath("//h2")[0].text_content() == "Nog niets"
    assert len(page.xpath("//a[@href='/import']")) == knoppen
