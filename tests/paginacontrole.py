"""What every HTML page must be, checked on every page that a test fetches."""

from collections import Counter
from collections.abc import Iterator

from lxml import html
from lxml.html import HtmlElement

# Where a browser takes what stands there for an address.
ADRESSEN = {"href", "src", "action", "formaction", "data", "poster", "xlink:href", "{http://www.w3.org/1999/xlink}href"}
SCRIPT_SOORTEN_ZONDER_UITVOERING = {"application/json"}


def controleer_pagina(inhoud: str, koppen: dict[str, str]) -> None:
    """Raises AssertionError with everything that is wrong with the page."""
    wortel = html.document_fromstring(inhoud)
    fouten = [
        *_koppen(koppen),
        *_taal_en_titel(wortel),
        *_ids(wortel),
        *_verwijzingen(wortel),
        *_formulieren(wortel),
        *_inline(wortel),
    ]
    assert not fouten, "De pagina voldoet niet:\n- " + "\n- ".join(fouten)


def _koppen(koppen: dict[str, str]) -> Iterator[str]:
    beleid = koppen.get("Content-Security-Policy", "")
    if "default-src" not in beleid or "unsafe" in beleid:
        yield f"Content-Security-Policy ontbreekt of is te ruim: {beleid!r}"


def _tekst(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _taal_en_titel(wortel: HtmlElement) -> Iterator[str]:
    if wortel.get("lang") != "nl":
        yield f"lang is {wortel.get('lang')!r}, niet nl"
    h1s = [_tekst(h1) for h1 in wortel.xpath("//h1")]
    titel = _tekst(wortel.find(".//title")) if wortel.find(".//title") is not None else ""
    if len(h1s) != 1:
        yield f"er zijn {len(h1s)} h1-koppen: {h1s}"
    elif not h1s[0]:
        yield "de h1 is leeg"
    elif h1s[0] not in titel:
        yield f"de titel {titel!r} bevat de h1 {h1s[0]!r} niet"


def _ids(wortel: HtmlElement) -> Iterator[str]:
    for id_, aantal in Counter(wortel.xpath("//@id")).items():
        if aantal > 1:
            yield f"id {id_!r} staat er {aantal} keer"
        if not id_ or any(teken.isspace() for teken in id_):
            yield f"id {id_!r} is leeg of bevat een spatie"


def _verwijzingen(wortel: HtmlElement) -> Iterator[str]:
    ids = set(wortel.xpath("//@id"))
    for attribuut in ("for", "aria-describedby", "aria-labelledby", "aria-controls", "headers", "form", "list"):
        for waarde in wortel.xpath(f"//@{attribuut}"):
            for doel in waarde.split():
                if doel not in ids:
                    yield f"{attribuut}={doel!r} wijst nergens naar"
    for href in wortel.xpath("//a/@href[starts-with(., '#')]"):
        if href != "#" and href[1:] not in ids:
            yield f"de link {href!r} wijst nergens naar"


def _formulieren(wortel: HtmlElement) -> Iterator[str]:
    for formulier in wortel.xpath("//form[translate(@method, 'POST', 'post') = 'post']"):
        tokens = formulier.xpath(".//input[@name='csrf_token' and string-length(@value) > 0]")
        if len(tokens) != 1:
            yield f"het formulier naar {formulier.get('action')!r} heeft {len(tokens)} csrf_tokens"


def _inline(wortel: HtmlElement) -> Iterator[str]:
    for script in wortel.xpath("//script[not(@src)]"):
        if script.get("type") not in SCRIPT_SOORTEN_ZONDER_UITVOERING:
            yield "er staat een script in de pagina zelf"
    if wortel.xpath("//style"):
        yield "er staat een style-element in de pagina"
    for element in wortel.iter(html.etree.Element):
        for naam, waarde in element.attrib.items():
            if naam == "style" or naam.startswith("on"):
                yield f"<{element.tag}> heeft {naam}={waarde!r}"
            if naam in ADRESSEN and waarde.strip().lower().startswith("javascript:"):
                yield f"<{element.tag}> heeft {naam}={waarde!r}"
