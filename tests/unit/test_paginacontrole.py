"""The check that every test client does must itself see what is wrong."""

import pytest

from tests.paginacontrole import controleer_pagina

KOPPEN = {"Content-Security-Policy": "default-src 'self'"}
GOED = """<!doctype html><html lang="nl"><head><title>Doelen - Doelspoor</title></head><body>
<h1>Doelen</h1><form method="post"><input type="hidden" name="csrf_token" value="x">
<label for="naam">Naam</label><input id="naam" aria-describedby="hulp"><p id="hulp">Hulp</p></form>
<a href="#naam">Naar de naam</a></body></html>"""


def test_een_goede_pagina() -> None:
    controleer_pagina(GOED, KOPPEN)


FOUTEN = {
    "geen h1": ("<h1>Doelen</h1>", ""),
    "twee h1's": ("<h1>Doelen</h1>", "<h1>Doelen</h1><h1>Doelen</h1>"),
    "titel zonder de h1": ("<title>Doelen", "<title>Iets anders"),
    "andere taal": ('lang="nl"', 'lang="en"'),
    "dubbel id": ('id="hulp"', 'id="naam"'),
    "label naar niets": ('for="naam"', 'for="weg"'),
    "beschrijving die er niet is": ('aria-describedby="hulp"', 'aria-describedby="hulp weg"'),
    "anker naar niets": ('href="#naam"', 'href="#weg"'),
    "formulier zonder token": ('name="csrf_token"', 'name="iets"'),
    "leeg token": ('value="x"', 'value=""'),
    "script in de pagina": ("</body>", "<script>alert(1)</script></body>"),
    "stijl in de pagina": ("</body>", "<style>h1{}</style></body>"),
    "stijl op een element": ("<p id", '<p style="color:red" id'),
    "handler op een element": ("<p id", '<p onclick="x()" id'),
    "javascript in een adres": ('href="#naam"', 'href=" JavaScript:x()"'),
}


@pytest.mark.parametrize("fout", FOUTEN)
def test_een_fout_valt_op(fout: str) -> None:
    oud, nieuw = FOUTEN[fout]
    assert oud in GOED
    with pytest.raises(AssertionError, match="voldoet niet"):
        controleer_pagina(GOED.replace(oud, nieuw, 1), KOPPEN)


@pytest.mark.parametrize("beleid", ["", "script-src 'self'", "default-src 'self' 'unsafe-inline'"])
def test_een_te_ruim_beleid_valt_op(beleid: str) -> None:
    with pytest.raises(AssertionError, match="Content-Security-Policy"):
        controleer_pagina(GOED, {"Content-Security-Policy": beleid})
