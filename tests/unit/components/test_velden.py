from typing import Any

import pytest
from werkzeug.datastructures import MultiDict
from wtforms import (
    BooleanField,
    DateField,
    DecimalField,
    FieldList,
    FileField,
    Form,
    FormField,
    HiddenField,
    IntegerField,
    PasswordField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import DataRequired, Length

from tests.unit.components.conftest import Render

VELD = '{% from "components/velden.html" import veld %}{{ veld(field, hulp, bevindingen) }}'
SAMENVATTING = '{% from "components/foutsamenvatting.html" import foutsamenvatting %}{{ foutsamenvatting(form) }}'


class Deel(Form):
    letter = StringField("Letter", [DataRequired("Vul de letter in.")])


class Formulier(Form):
    naam = StringField("Naam", [DataRequired("Vul een naam in.")], description="Zoals in de notitie.")
    tekst = TextAreaField("Tekst", [Length(max=5, message="Hooguit 5 tekens.")])
    jaar = IntegerField("Doeljaar")
    waarde = DecimalField("Waarde")
    eenheid = SelectField("Eenheid", choices=["procent", "aantal"])
    richting = RadioField("Welke kant op?", [DataRequired("Kies een richting.")], choices=["omhoog", "omlaag"])
    open = BooleanField("Nog open")
    bestand = FileField("Bestand")
    wachtwoord = PasswordField("Wachtwoord")
    datum = DateField("Datum")
    geheim = HiddenField(default="stil")
    delen = FieldList(FormField(Deel), label="Onderdelen", min_entries=1)


def ingevuld(**waarden: Any) -> Formulier:
    form = Formulier(MultiDict({"eenheid": "aantal", **waarden}))
    form.validate()
    return form


@pytest.mark.parametrize(
    ("naam", "tag", "soort"),
    [
        ("naam", "input", "text"),
        ("tekst", "textarea", None),
        ("jaar", "input", "number"),
        ("waarde", "input", "number"),
        ("eenheid", "select", None),
        ("open", "input", "checkbox"),
        ("bestand", "input", "file"),
        ("wachtwoord", "input", "password"),
        ("datum", "input", "date"),
    ],
)
def test_every_kind_of_field_has_its_own_label(render: Render, naam: str, tag: str, soort: str | None) -> None:
    field = Formulier()[naam]
    page = render(VELD, field=field, hulp=None, bevindingen=[])
    [control] = page.xpath(f"//{tag}[@name='{naam}']")
    assert control.get("type") == soort
    [label] = page.xpath(f"//label[@for='{control.get('id')}']")
    assert field.label.text in label.text_content()


def test_a_choice_is_a_fieldset_with_a_legend(render: Render) -> None:
    page = render(VELD, field=Formulier().richting, hulp="Kies er een.", bevindingen=[])
    [fieldset] = page.xpath("//fieldset")
    assert fieldset.xpath("legend")[0].text_content().strip() == "Welke kant op?"
    assert [label.text_content().strip() for label in fieldset.xpath(".//label")] == ["omhoog", "omlaag"]
    assert fieldset.get("aria-describedby") == "richting-hulp"


def test_help_error_and_advice_are_read_out_with_the_field(render: Render) -> None:
    field = ingevuld(tekst="veel te lang").tekst
    page = render(VELD, field=field, hulp="Kort graag.", bevindingen=["Hier staat nog X."])
    [area] = page.xpath("//textarea")
    assert area.get("aria-invalid") == "true"
    read_out = [page.xpath(f"//*[@id='{id_}']")[0].text_content() for id_ in area.get("aria-describedby").split()]
    assert [part in text for part, text in zip(["Kort", "Hooguit 5", "nog X"], read_out, strict=True)] == [True] * 3


def test_a_sound_field_carries_no_alarm(render: Render) -> None:
    page = render(VELD, field=ingevuld(naam="Het Hogeland").naam, hulp=None, bevindingen=[])
    [box] = page.xpath("//input")
    assert box.get("aria-invalid") is None
    assert box.get("aria-describedby") == "naam-hulp"
    assert not page.xpath("//*[contains(@class, 'veld__fout')]")


def test_only_optional_fields_say_so(render: Render) -> None:
    optional = render(VELD, field=Formulier().jaar, hulp=None, bevindingen=[])
    required = render(VELD, field=Formulier().naam, hulp=None, bevindingen=[])
    assert "(niet verplicht)" in optional.text_content()
    assert "(niet verplicht)" not in required.text_content()


def test_typed_text_comes_back_escaped(render: Render) -> None:
    field = ingevuld(tekst="</textarea><script>x</script>").tekst
    page = render(VELD, field=field, hulp="<b>vet</b>", bevindingen=["<script>y</script>"])
    assert not page.xpath("//script | //b")
    assert page.xpath("//textarea")[0].text.strip() == "</textarea><script>x</script>"


def test_hidden_fields_are_rendered_together(render: Render) -> None:
    page = render(
        '{% from "components/velden.html" import verborgen %}{{ verborgen(form) }}', form=Formulier(), hulp=None
    )
    assert [(box.get("name"), box.get("value")) for box in page.xpath("//input")] == [("geheim", "stil")]


def test_summary_links_every_error_to_its_field(render: Render) -> None:
    form = ingevuld(tekst="veel te lang")
    page = render(SAMENVATTING, form=form)
    links = {link.get("href"): link.text_content() for link in page.xpath("//a")}
    assert links == {
        "#naam": "Naam: Vul een naam in.",
        "#tekst": "Tekst: Hooguit 5 tekens.",
        "#richting-0": "Welke kant op: Kies een richting.",
        "#delen-0-letter": "Letter: Vul de letter in.",
    }


def test_no_summary_without_errors(render: Render) -> None:
    form = ingevuld(**{"naam": "a", "tekst": "b", "richting": "omhoog", "delen-0-letter": "a"})
    assert not form.errors
    assert render(SAMENVATTING, form=form).text_content().strip() == ""
