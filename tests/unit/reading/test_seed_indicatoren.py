"""Every kind of mistake in seeds/indicatoren gets a Dutch line with file, path of keys and reason."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from app.domain.cijfers.indicator import Bloksoort, Gunstig, Meetfrequentie, Reekssoort
from app.domain.koers.bepalen import Koers
from app.reading.seeds.lezen import SeedFout, lees_seeds
from tests.unit.reading.seedmap import GEBRUIKERS, NOTITIE, ORGANISATIES, REGIOS
from tests.unit.reading.test_seed_voortgang import VOORTGANG

INKOOP = """\
organisatie: inkoop
indicatoren:
  - {naam: Jongeren, eenheid: aantal, gedeeld: true}
  - {naam: Intern, eenheid: aantal}
"""
INDICATOREN = """\
organisatie: dorpstad
indicatoren:
  - naam: Wachtenden
    eenheid: procent
    frequentie: kwartaal
    gunstig: lager
    ondergrens: 0
    bovengrens: 100
    gedeeld: true
    noemer: Jongeren
    regels: [{probleemgebied: Eerste gebied, doel: 1}]
    reeksen:
      - nulmeting: {datum: 2019-12-31, waarde: 80}
        metingen: {"2019-Q4": 81.5, "2020-Q1": 70}
        voorlopig: ["2020-Q1"]
        toelichting: {"2020-Q1": Nog niet alles is binnen.}
        herzien: [{periode: "2019-Q4", eerder: 79, reden: Er kwam iets bij.}]
      - {soort: begroting, metingen: {"2020": 60}}
    duidingen: [{periode: 2019-H2, tekst: Het gaat goed.}]
  - {naam: Tweede, eenheid: weken}
gedeeld:
  - {van: inkoop, naam: Jongeren, reeksen: [{gebied: Oost, metingen: {"2020": 12}}]}
koersen:
  - probleemgebied: Eerste gebied
    doel: 1
    streefpad: [{datum: 2020-12-31, waarde: 75}, {datum: 2021-12-31, waarde: 70}]
    oordeel: {koers: op koers, reden: Het komt goed., door: adviseur@dorpstad.example}
rapporten:
  - periode: 2019-H1
    titel: Rapport
    hoofdstukken:
      - titel: Een
        blokken:
          - {soort: tekst, tekst: Tekst.}
          - {soort: grafiek, indicator: Jongeren}
          - {soort: voortgangstabel, thema: 2}
"""


@pytest.fixture
def map_met(tmp_path: Path) -> Callable[..., Path]:
    """Writes a seeds folder; `indicatoren` is the file of the gemeente, `extra` a second one."""

    def _map(indicatoren: str, extra: str = INKOOP) -> Path:
        bestanden = {
            "regios": REGIOS, "organisaties": ORGANISATIES, "gebruikers": GEBRUIKERS, "notities/n": NOTITIE,
            "voortgang/v": VOORTGANG, "indicatoren/i": indicatoren, "indicatoren/x": extra,
        }  # fmt: skip
        for naam, inhoud in bestanden.items():
            pad = tmp_path / "seeds" / f"{naam}.yaml"
            pad.parent.mkdir(parents=True, exist_ok=True)
            pad.write_text(inhoud, encoding="utf-8")
        return tmp_path / "seeds"

    return _map


def test_reads_it(map_met: Callable[..., Path]) -> None:
    eerste, tweede = lees_seeds(map_met(INDICATOREN)).indicatoren
    assert (eerste.bestand, tweede.bestand) == ("seeds/indicatoren/i.yaml", "seeds/indicatoren/x.yaml")
    invoer = eerste.indicatoren
    indicator = invoer.indicatoren[0]
    assert (indicator.frequentie, indicator.gunstig) == (Meetfrequentie.KWARTAAL, Gunstig.LAGER)
    assert indicator.reeksen[0].metingen == {"2019-Q4": Decimal("81.5"), "2020-Q1": Decimal(70)}
    assert [reeks.soort for reeks in indicator.reeksen] == [Reekssoort.REALISATIE, Reekssoort.BEGROTING]
    [koers] = invoer.koersen
    assert koers.oordeel is not None
    assert koers.oordeel.koers is Koers.OP_KOERS
    soorten = [blok.soort for blok in invoer.rapporten[0].hoofdstukken[0].blokken]
    assert soorten == [Bloksoort.TEKST, Bloksoort.GRAFIEK, Bloksoort.VOORTGANG]
    assert [pad for pad, _ in invoer.gemeten] == [("indicatoren", 0), ("indicatoren", 1), ("gedeeld", 0)]


@pytest.mark.parametrize(
    ("oud", "nieuw", "regel"),
    [
        ("dorpstad\nind", "elders\nind", "organisatie: de organisatie 'elders' bestaat niet."),
        ("dorpstad\nind", "inkoop\nind", "organisatie: 'inkoop' komt meer dan één keer voor."),
        ("naam: Tweede", "naam: Wachtenden", "indicatoren → 2 → naam: 'Wachtenden' komt meer dan één keer voor."),
        ("frequentie: kwartaal", "frequentie: soms", "indicatoren → 1 → frequentie: 'soms' is geen bekende waarde"),
        ("eenheid: weken", "eenheid: ''", "indicatoren → 2 → eenheid: dit mag niet leeg zijn."),
        ("bovengrens: 100", "bovengrens: -1", "indicatoren → 1 → bovengrens: dit moet minstens 0 zijn."),
        ("ondergrens: 0", "ondergrens: 200", "bovengrens: de bovengrens ligt onder de ondergrens."),
        ("noemer: Jongeren", "noemer: Ouderen", "noemer: de indicator 'Ouderen' bestaat niet."),
        ("noemer: Jongeren", "noemer: Intern", "noemer: de indicator 'Intern' bestaat niet."),
        ("noemer: Jongeren", "noemer: Wachtenden", "noemer: een indicator is niet zijn eigen noemer."),
        ("gebied, doel: 1}]", "gebied, doel: 2}]", "regels → 1: 'Eerste gebied' heeft geen indicator 2."),
        (
            "eenheid: weken}",
            "eenheid: weken, regels: [{probleemgebied: Eerste gebied, doel: 1}]}",
            "indicatoren → 2 → regels → 1: indicator 1 van 'Eerste gebied' is al gekoppeld.",
        ),
        ("waarde: 80}", "waarde: 101}", "nulmeting → waarde: 101% kan hier niet: het hoogste is 100%."),
        ('"2020-Q1": 70}', '"2020-Q1": 170}', "metingen → 2020-Q1: 170% kan hier niet: het hoogste is 100%."),
        ('"2020-Q1": 70}', '"2020-Q5": 70}', "metingen → 2020-Q5: '2020-Q5' is geen periode"),
        ('"2020-Q1": 70}', '"kw 1 2020": 70}', "metingen → kw 1 2020: schrijf deze periode als 2020-Q1."),
        ('"2020-Q1": 70}', '"2020-Q1": x}', "metingen → 2020-Q1: hier hoort een getal te staan, geen tekst."),
        ('"2020-Q1": 70}', '"2020-Q1": .nan}', "metingen → 2020-Q1: hier hoort een gewoon getal te staan."),
        ('"2020-Q1": 70}', '"2020-Q1": 1.23456}', "hoogstens 4 cijfers achter de komma."),
        ('["2020-Q1"]', '["2020-Q2"]', "reeksen → 1 → voorlopig: over 2020-Q2 is er geen meting."),
        ('{"2020-Q1": Nog', '{"2020-Q2": Nog', "reeksen → 1 → toelichting: over 2020-Q2 is er geen meting."),
        ('periode: "2019-Q4", ', 'periode: "2018-Q4", ', "reeksen → 1 → herzien: over 2018-Q4 is er geen meting."),
        ("eerder: 79", "eerder: 179", "reeksen → 1 → herzien → 1: 179% kan hier niet: het hoogste is 100%."),
        ("reden: Er kwam iets bij.", 'reden: ""', "herzien → 1 → reden: dit mag niet leeg zijn."),
        ("soort: begroting", "soort: realisatie", "reeksen → 1 → soort: 'realisatie' komt meer dan één keer voor."),
        ("periode: 2019-H2", "periode: 2019-H3", "duidingen → 1 → periode: '2019-H3' is geen periode"),
        ("naam: Jongeren, reeksen", "naam: Intern, reeksen", "gedeeld → 1 → naam: 'Intern' is niet gedeeld."),
        ("van: inkoop", "van: dorpstad", "gedeeld → 1 → naam: 'Jongeren' is niet gedeeld."),
        ("van: inkoop, naam: Jongeren", "van: dorpstad, naam: Wachtenden", "'Wachtenden' is een eigen indicator"),
        ('{"2020": 12}', '{"2020": 1000000000000000000}', "dit getal is te groot."),
        ("    doel: 1\n", "    doel: 7\n", "koersen → 1 → doel: doel 7 van 'Eerste gebied' bestaat niet."),
        ("datum: 2021-12-31", "datum: 2020-12-31", "streefpad → 2 → datum: '2020-12-31' komt meer dan één keer"),
        ("door: adviseur@dorpstad", "door: iemand@dorpstad", "oordeel → door: 'iemand@dorpstad.example' is geen"),
        ("koers: op koers", "koers: prima", "oordeel → koers: 'prima' is geen bekende waarde; kies uit: behaald"),
        ("periode: 2019-H1", "periode: 2020-H1", "rapporten → 1 → periode: de periode 2020-H1 is er niet"),
        (", tekst: Tekst.", "", "blokken → 1: alleen een blok tekst heeft een tekst"),
        ("grafiek, indicator: Jongeren", "grafiek", "blokken → 2: een grafiek, cijfers en een duiding noemen"),
        ("grafiek, indicator: Jongeren", "grafiek, indicator: Ouderen", "de indicator 'Ouderen' bestaat niet."),
        ("voortgangstabel, thema: 2", "voortgangstabel, thema: 3", "blokken → 3 → thema: thema 3 bestaat niet."),
        ("tekst: Tekst.", "tekst: Tekst., thema: 2", "blokken → 1: alleen een voortgangstabel noemt een thema."),
    ],
)
def test_says_what_is_wrong(map_met: Callable[..., Path], oud: str, nieuw: str, regel: str) -> None:
    assert INDICATOREN.count(oud) == 1
    with pytest.raises(SeedFout) as fout:
        lees_seeds(map_met(INDICATOREN.replace(oud, nieuw, 1)))
    regels = [r for r in fout.value.regels if r.startswith("seeds/indicatoren/")]
    assert any(regel in r for r in regels), fout.value.regels
