"""A small folder with seeds, for tests that spoil it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.reading.seeds.lezen import SeedFout, lees_seeds

REGIOS = "- {slug: noord, naam: Noord}\n"


ORGANISATIES = """\
- {slug: dorpstad, naam: Dorpstad, soort: gemeente, regio: noord}
- {slug: inkoop, naam: Inkoop Noord, soort: inkooporganisatie, regio: noord}
"""


GEBRUIKERS = """\
- {naam: Adviseur, email: adviseur@dorpstad.example, rol: beleidsadviseur, organisatie: dorpstad, wachtwoord: geheim}
"""


NOTITIE = """\
organisatie: dorpstad
titel: Proefnotitie
datum: 2020-03-01
status: concept
probleemgebieden:
  - naam: Eerste gebied
    prioriteit: overig
    ist: [Het gaat mis.]
    soll: [Het gaat goed.]
    doelen:
      - nummer: 1
        tekst: In 2022 zijn er 10-20% minder wachtenden dan in 2019.
        streefwaarde: {richting: daling, min: 10, max: 20, eenheid: procent, doeljaar: 2022, referentiejaar: 2019}
      - nummer: 2
        tekst: Iedereen is tevreden.
        streefwaarde: {richting: kwalitatief}
    indicatoren:
      - {nummer: 1, tekst: Aantal wachtenden.}
    interventies:
      - nummer: 1
        tekst: "Praten:"
        onderdelen:
          b: Met scholen.
          a: Met ouders.
      - {nummer: 2, tekst: Tellen.}
    opdracht:
      lokaal:
        opdrachten: [Subsidie geven.]
        doelen: "1, (2)"
        interventies: "1 (a, b), 2"
"""


Schrijf = Callable[..., Path]


def regels(map: Path) -> list[str]:
    with pytest.raises(SeedFout) as fout:
        lees_seeds(map)
    assert str(fout.value) == "\n".join(fout.value.regels)
    return fout.value.regels
