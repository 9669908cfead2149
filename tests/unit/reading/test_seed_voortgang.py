"""Every kind of mistake in seeds/voortgang gets a Dutch line with file, path of keys and reason."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.domain.voortgang.periodestatus import Beoordeling
from app.domain.voortgang.structuur import Kleur, Status
from app.reading.seeds.lezen import SeedFout, lees_seeds
from tests.unit.reading.seedmap import GEBRUIKERS, NOTITIE, ORGANISATIES, REGIOS

VOORTGANG = """\
organisatie: dorpstad
kleuren: {rood: Het lukt niet.}
themas:
  - nummer: 2
    naam: Samen
    maatregelen:
      - letter: a
        naam: Praten
        eigenaar: adviseur@dorpstad.example
        fte: 0.5
        interventies: [{probleemgebied: Eerste gebied, nummer: 2}]
      - naam: Tellen
periodes:
  - code: 2019-h1
    status: gesloten
    regels:
      - maatregel: 2a
        voortgang: Het loopt.
        planning: [Doorlopend, "2020"]
        status: doorlopend
        kleur: rood
        oorzaak: o
        gevolg: g
        bijsturing: b
        beoordeling: teruggestuurd
        opmerking: Waarom?
      - {maatregel: "2", voortgang: Komt nog.}
"""

Lees = Callable[[str], object]


@pytest.fixture
def map_met(tmp_path: Path) -> Callable[[str], Path]:
    def _map(voortgang: str) -> Path:
        bestanden = {
            "regios": REGIOS, "organisaties": ORGANISATIES, "gebruikers": GEBRUIKERS, "notities/n": NOTITIE,
            "voortgang/v": voortgang,
        }  # fmt: skip
        for naam, inhoud in bestanden.items():
            pad = tmp_path / "seeds" / f"{naam}.yaml"
            pad.parent.mkdir(parents=True, exist_ok=True)
            pad.write_text(inhoud, encoding="utf-8")
        return tmp_path / "seeds"

    return _map


def test_reads_it(map_met: Callable[[str], Path]) -> None:
    [seed] = lees_seeds(map_met(VOORTGANG)).voortgang
    assert seed.bestand == "seeds/voortgang/v.yaml"
    [periode] = seed.voortgang.periodes
    assert (periode.code, [r.maatregel for r in periode.regels]) == ("2019-H1", ["2a", "2"])
    regel = periode.regels[0]
    assert (regel.status, regel.kleur, regel.beoordeling) == (
        Status.DOORLOPEND,
        Kleur.ROOD,
        Beoordeling.TERUGGESTUURD,
    )
    assert periode.regels[1].planning is None


@pytest.mark.parametrize(
    ("oud", "nieuw", "regel"),
    [
        ("dorpstad\nkl", "elders\nkl", "organisatie: de organisatie 'elders' bestaat niet."),
        ("rood: Het", "paars: Het", "kleuren → paars"),
        ("adviseur@dorpstad", "iemand@dorpstad", "eigenaar: 'iemand@dorpstad.example' is geen gebruiker"),
        ("gebied, nummer: 2", "gebied, nummer: 9", "interventies → 1: interventie 9 van 'Eerste gebied' bestaat niet."),
        ("fte: 0.5", "fte: 0", "themas → 1 → maatregelen → 1 → fte"),
        ("- naam: Tellen", "- {naam: Tellen, letter: a}", "maatregelen → 2 → letter: letter a komt meer dan één keer"),
        ("2019-h1", "2019-H3", "code: '2019-H3' is geen periode; schrijf bijvoorbeeld 2019-H1, 2020-Q3 of 2020."),
        ("gesloten", "dicht", "periodes → 1 → status: 'dicht' is geen bekende waarde"),
        ("maatregel: 2a", "maatregel: 3a", "periodes → 1 → regels → 1 → maatregel: maatregel 3a bestaat niet."),
        ("maatregel: 2a", "maatregel: A2", "maatregel: schrijf het nummer van het thema en de letter"),
        ("        gevolg: g\n", "", "regels → 1 → gevolg: bij rood hoort hier een tekst."),
        ("        opmerking: Waarom?\n", "", "opmerking: bij een teruggestuurde regel hoort een opmerking."),
        ("status: doorlopend", "status: bezig", "regels → 1 → status: 'bezig' is geen bekende waarde"),
        ("nummer: 2\n    naam", "nummer: 0\n    naam", "themas → 1 → nummer"),
    ],
)
def test_says_what_is_wrong(map_met: Callable[[str], Path], oud: str, nieuw: str, regel: str) -> None:
    assert oud in VOORTGANG
    with pytest.raises(SeedFout) as fout:
        lees_seeds(map_met(VOORTGANG.replace(oud, nieuw, 1)))
    assert any(r.startswith("seeds/voortgang/v.yaml: ") and regel in r for r in fout.value.regels), fout.value.regels
