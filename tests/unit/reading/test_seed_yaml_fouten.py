"""Every kind of mistake in a seeds folder gets a Dutch line with file, path of keys and reason."""

from pathlib import Path

import pytest

from tests.unit.reading.seedmap import GEBRUIKERS, NOTITIE, ORGANISATIES, REGIOS, Schrijf, regels

GEBIED = "seeds/notities/notitie.yaml: probleemgebieden → 1"


@pytest.mark.parametrize(
    ("oud", "nieuw", "verwacht"),
    [
        (
            "min: 10, max: 20",
            "min: 10, max: 5.5",
            f"{GEBIED} → doelen → 1 → streefwaarde: de hoogste waarde (5,5) is lager dan de laagste (10).",
        ),
        (
            "min: 10, max: 20",
            "open: true, max: 20",
            f"{GEBIED} → doelen → 1 → streefwaarde: een open streefwaarde (X) heeft nog geen getal.",
        ),
        (
            "min: 10, max: 20, ",
            "",
            f"{GEBIED} → doelen → 1 → streefwaarde: er staat geen getal; vul min of max in, of zet open op true.",
        ),
        (
            "{richting: kwalitatief}",
            "{richting: kwalitatief, min: 3}",
            f"{GEBIED} → doelen → 2 → streefwaarde: een kwalitatief doel heeft geen getal en geen eenheid.",
        ),
        ("min: 10", "min: -1", f"{GEBIED} → doelen → 1 → streefwaarde → min: dit moet minstens 0 zijn."),
        ("min: 10", "min: .nan", f"{GEBIED} → doelen → 1 → streefwaarde → min: hier hoort een gewoon getal te staan."),
        (
            "min: 10",
            "min: tien",
            f"{GEBIED} → doelen → 1 → streefwaarde → min: hier hoort een getal te staan, geen tekst.",
        ),
        (
            "min: 10",
            "min: true",
            f"{GEBIED} → doelen → 1 → streefwaarde → min: hier hoort een getal te staan, geen true of false.",
        ),
        (
            "richting: daling",
            "richting: omlaag",
            f"{GEBIED} → doelen → 1 → streefwaarde → richting: 'omlaag' is geen bekende waarde; "
            "kies uit: daling, stijging, niveau, kwalitatief.",
        ),
        (
            "doeljaar: 2022",
            "doeljaar: 22",
            f"{GEBIED} → doelen → 1 → streefwaarde → doeljaar: dit moet minstens 1900 zijn.",
        ),
        (
            "    indicatoren:",
            "      - {nummer: 2, tekst: Nog een doel., streefwaarde: {richting: kwalitatief}}\n    indicatoren:",
            f"{GEBIED} → doelen → 3 → nummer: '2' komt meer dan één keer voor.",
        ),
        (
            "- {nummer: 2, tekst: Tellen.}",
            "- {nummer: 2, tekst: Tellen.}\n      - {nummer: 1, tekst: Nog eens.}",
            f"{GEBIED} → interventies → 3 → nummer: '1' komt meer dan één keer voor.",
        ),
        (
            "{nummer: 2, tekst: Tellen.}",
            "{nummer: '2', tekst: Tellen.}",
            f"{GEBIED} → interventies → 2 → nummer: hier hoort een heel getal te staan, geen tekst.",
        ),
        (
            "{nummer: 2, tekst: Tellen.}",
            "{nummer: 2}",
            f"{GEBIED} → interventies → 2 → tekst: deze sleutel ontbreekt.",
        ),
        (
            "{nummer: 2, tekst: Tellen.}",
            "{nummer: 2, tekst: Tellen., kleur: rood}",
            f"{GEBIED} → interventies → 2 → kleur: deze sleutel is niet bekend.",
        ),
        (
            "{nummer: 2, tekst: Tellen.}",
            "{nummer: 2, tekst: ' '}",
            f"{GEBIED} → interventies → 2 → tekst: dit mag niet leeg zijn.",
        ),
        (
            "{nummer: 2, tekst: Tellen.}",
            "{nummer: 2, tekst: 2022}",
            f"{GEBIED} → interventies → 2 → tekst: hier hoort tekst te staan, geen getal "
            "(zet er aanhalingstekens omheen).",
        ),
        (
            "{nummer: 2, tekst: Tellen.}",
            '{nummer: 2, tekst: "Tel\\0len"}',
            f"{GEBIED} → interventies → 2 → tekst: de tekst bevat een teken dat niet te zien is (stuurteken).",
        ),
        (
            "[Het gaat mis.]",
            "Het gaat mis.",
            f"{GEBIED} → ist: hier hoort een lijst te staan (regels die met - beginnen), geen tekst.",
        ),
        (
            "          a: Met ouders.",
            "          A: Met ouders.",
            f"{GEBIED} → interventies → 1 → onderdelen → A: een onderdeel heeft één kleine letter van a tot en met z.",
        ),
        (
            "{nummer: 1, tekst: Aantal wachtenden.}",
            "{nummer: 3, tekst: Aantal wachtenden.}",
            f"{GEBIED} → indicatoren → 1 → nummer: er is geen doel 3 om te meten.",
        ),
        (
            '"1, (2)"',
            '"1, (9)"',
            f"{GEBIED} → opdracht → lokaal → doelen: doel 9 bestaat niet in dit probleemgebied.",
        ),
        (
            '"1 (a, b), 2"',
            '"1 (a, c), 2"',
            f"{GEBIED} → opdracht → lokaal → interventies: interventie 1 heeft geen onderdeel c.",
        ),
        (
            '"1 (a, b), 2"',
            '"1, misschien 2"',
            f"{GEBIED} → opdracht → lokaal → interventies: niet begrepen: 'misschien'; "
            "schrijf nummers zoals 1 (a, b), (2), 3.",
        ),
        (
            "      lokaal:",
            "      landelijk:",
            f"{GEBIED} → opdracht → landelijk: deze sleutel is niet bekend.",
        ),
        (
            "organisatie: dorpstad",
            "organisatie: elders",
            "seeds/notities/notitie.yaml: organisatie: de organisatie 'elders' bestaat niet.",
        ),
        (
            "status: concept",
            "status: klaar",
            "seeds/notities/notitie.yaml: status: 'klaar' is geen bekende waarde; "
            "kies uit: concept, ter vaststelling, vastgesteld.",
        ),
        (
            "datum: 2020-03-01",
            "datum: '2020-03-01'",
            "seeds/notities/notitie.yaml: datum: hier hoort een datum te staan zoals 2020-05-20, "
            "zonder aanhalingstekens.",
        ),
        (
            "datum: 2020-03-01",
            "datum: 2020-02-30",
            "seeds/notities/notitie.yaml: regel 3, kolom 8: deze waarde bestaat niet, zoals de datum 2020-02-30.",
        ),
        (
            "status: concept",
            "status: concept\nreferentiejaar: 2022\ndoeljaar: 2019",
            "seeds/notities/notitie.yaml: doeljaar: dit jaar ligt voor het referentiejaar 2022.",
        ),
    ],
)
def test_a_mistake_in_a_notitie(schrijf: Schrijf, oud: str, nieuw: str, verwacht: str) -> None:
    assert NOTITIE.count(oud) == 1
    assert regels(schrijf(notitie=NOTITIE.replace(oud, nieuw))) == [verwacht]


@pytest.mark.parametrize(
    ("bestand", "inhoud", "verwacht"),
    [
        ("regios", REGIOS * 2, "seeds/regios.yaml: 2 → slug: 'noord' komt meer dan één keer voor."),
        ("regios", "", "seeds/regios.yaml: het bestand is leeg."),
        ("regios", "# niets\n", "seeds/regios.yaml: het bestand is leeg."),
        (
            "regios",
            "slug: noord\n",
            "seeds/regios.yaml: hier hoort een lijst te staan (regels die met - beginnen), geen blok met sleutels.",
        ),
        ("regios", "- noord\n", "seeds/regios.yaml: 1: hier horen sleutels met waarden te staan, geen tekst."),
        (
            "regios",
            "- {slug: Noord Oost, naam: Noord}\n" + REGIOS,
            "seeds/regios.yaml: 1 → slug: gebruik alleen kleine letters, cijfers en losse streepjes.",
        ),
        (
            "organisaties",
            ORGANISATIES.replace("gemeente, regio: noord", "gemeente, regio: zuid"),
            "seeds/organisaties.yaml: 1 → regio: de regio 'zuid' bestaat niet.",
        ),
        (
            "organisaties",
            ORGANISATIES.replace("soort: gemeente", "soort: provincie"),
            "seeds/organisaties.yaml: 1 → soort: 'provincie' is geen bekende waarde; "
            "kies uit: gemeente, inkooporganisatie.",
        ),
        (
            "gebruikers",
            GEBRUIKERS.replace("rol: beleidsadviseur", "rol: baas"),
            "seeds/gebruikers.yaml: 1 → rol: 'baas' is geen bekende waarde; "
            "kies uit: beleidsadviseur, manager, rigg, lezer, beheerder.",
        ),
        (
            "gebruikers",
            GEBRUIKERS.replace("organisatie: dorpstad", "organisatie: elders"),
            "seeds/gebruikers.yaml: 1 → organisatie: de organisatie 'elders' bestaat niet.",
        ),
        (
            "gebruikers",
            GEBRUIKERS * 2,
            "seeds/gebruikers.yaml: 2 → email: 'adviseur@dorpstad.example' komt meer dan één keer voor.",
        ),
        (
            "gebruikers",
            GEBRUIKERS.replace("adviseur@", "adviseur"),
            "seeds/gebruikers.yaml: 1 → email: hier hoort een e-mailadres in kleine letters te staan, "
            "zoals naam@gemeente.example.",
        ),
        ("notitie", "", "seeds/notities/notitie.yaml: het bestand is leeg."),
        (
            "notitie",
            "- los\n",
            "seeds/notities/notitie.yaml: hier horen sleutels met waarden te staan, geen lijst.",
        ),
    ],
)
def test_a_mistake_in_a_file(schrijf: Schrijf, bestand: str, inhoud: str, verwacht: str) -> None:
    assert regels(schrijf(**{bestand: inhoud})) == [verwacht]


@pytest.mark.parametrize(
    ("inhoud", "reden"),
    [
        ("- slug: a\n  slug: b\n", "regel 2, kolom 3: de sleutel 'slug' staat er twee keer."),
        (
            "- slug: a: b\n",
            "regel 1, kolom 10: hier staat een dubbele punt die niet past; zet de tekst tussen aanhalingstekens.",
        ),
        ("- a\n\t- b\n", "regel 2, kolom 1: hier staat een tab; gebruik spaties om in te springen."),
        ('- "a\n', "regel 2, kolom 1: een aanhalingsteken wordt niet gesloten."),
        ("[a, b\n", "regel 2, kolom 1: een lijst die met [ begint, wordt niet gesloten."),
        (
            "- a\n b: c\n",
            "regel 2, kolom 3: hier staat een dubbele punt die niet past; zet de tekst tussen aanhalingstekens.",
        ),
        ("- a\n---\n- b\n", "regel 2, kolom 1: er mag maar één document in het bestand staan."),
        ("- {1: a}\n", "regel 1, kolom 4: een sleutel moet tekst zijn."),
        ("- {[a]: b}\n", "regel 1, kolom 4: een sleutel moet tekst zijn."),
        ("- &a x\n- *a\n", "regel 1, kolom 3: ankers (&) en verwijzingen (*) zijn niet toegestaan."),
        ("- !!python/name:os.system x\n", "regel 1, kolom 3: een soortaanduiding met ! is niet toegestaan."),
        ("- !!timestamp x\n", "regel 1, kolom 3: een soortaanduiding met ! is niet toegestaan."),
        ("- a\n- b\x07\n", "regel 2: hier staat een teken dat niet mag (U+0007)."),
        (b"- a\n- b\xff\n", "regel 2: het bestand is niet opgeslagen als UTF-8."),
        ("[" * 100_000, "regel 1, kolom 21: de inhoud is dieper genest dan 20 niveaus."),
        ("- a\n" * 300_000, "het bestand is groter dan 1 MB."),
    ],
)
def test_yaml_that_is_not_accepted(schrijf: Schrijf, inhoud: str | bytes, reden: str) -> None:
    assert regels(schrijf(regios=inhoud)) == [f"seeds/regios.yaml: {reden}"]


def test_a_billion_laughs_is_refused_at_once(schrijf: Schrijf) -> None:
    lagen = ["a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]"]
    lagen += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    assert regels(schrijf(notitie="\n".join(lagen))) == [
        "seeds/notities/notitie.yaml: regel 1, kolom 5: ankers (&) en verwijzingen (*) zijn niet toegestaan."
    ]


def test_a_missing_file_is_named_once(schrijf: Schrijf) -> None:
    map = schrijf()
    (map / "organisaties.yaml").unlink()
    assert regels(map) == ["seeds/organisaties.yaml: het bestand ontbreekt."]


def test_a_missing_folder(tmp_path: Path) -> None:
    assert regels(tmp_path / "weg") == [
        f"weg/{naam}.yaml: het bestand ontbreekt." for naam in ("regios", "organisaties", "gebruikers")
    ]


def test_all_mistakes_are_listed(schrijf: Schrijf) -> None:
    notitie = NOTITIE.replace("max: 20", "max: 5").replace("status: concept", "status: klaar")
    gevonden = regels(schrijf(regios="- x: [", gebruikers=GEBRUIKERS * 2, notitie=notitie))
    assert [regel.split(":")[0] for regel in gevonden] == [
        "seeds/regios.yaml",
        "seeds/notities/notitie.yaml",
        "seeds/notities/notitie.yaml",
        "seeds/gebruikers.yaml",
    ]


def test_two_notities_with_the_same_title_and_date(schrijf: Schrijf) -> None:
    reden = "titel: deze organisatie heeft al een notitie met deze titel en datum."
    assert regels(schrijf(notitie_twee=NOTITIE)) == [
        f"seeds/notities/notitie.yaml: {reden}",
        f"seeds/notities/notitie_twee.yaml: {reden}",
    ]


def test_a_probleemgebied_twice(schrijf: Schrijf) -> None:
    blok = NOTITIE[NOTITIE.index("  - naam") :]
    assert regels(schrijf(notitie=NOTITIE + blok)) == [
        "seeds/notities/notitie.yaml: probleemgebieden → 2 → naam: 'Eerste gebied' komt meer dan één keer voor."
    ]
