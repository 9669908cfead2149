"""Invented notities to send out and get back: a readable one, and those that hypothesis makes of everything people
paste."""

from datetime import date
from itertools import count

from hypothesis import strategies as st

from app.domain import structuur as s
from app.domain.notitie.bewaarvorm import bewaarvorm
from app.domain.streefwaarde.lezen import lees_streefwaarde
from app.domain.taal.letters import letter
from app.writing.document import Document
from app.writing.documenten.notitie import Herkomst, notitie_document
from tests.unit.writing.voorbeelden import LASTIGE_TEKSTEN

UITVOER = "k3y9m2p7q4r8s1t6"
HERKOMST = Herkomst("Gemeente Waddenstad", "concept", date(2026, 11, 29), UITVOER)


def document(notitie: s.Notitie) -> Document:
    return notitie_document(notitie, HERKOMST)


def met_merken(notitie: s.Notitie) -> s.Notitie:
    """As it is kept, every item with a merk of its own: m000000001 and up, in the order of the text."""
    uit = bewaarvorm(notitie)
    nummers = count(1)
    for gebied in uit.probleemgebieden:
        gebied.merk = _merk(nummers)
        gebied.ist = [s.Regel(regel, _merk(nummers)) for regel in gebied.ist]
        gebied.soll = [s.Regel(regel, _merk(nummers)) for regel in gebied.soll]
        for item in (*gebied.doelen, *gebied.indicatoren, *gebied.interventies):
            item.merk = _merk(nummers)
        for onderdeel in (o for interventie in gebied.interventies for o in interventie.onderdelen):
            onderdeel.merk = _merk(nummers)
        for opdracht in gebied.opdracht.values():
            opdracht.opdrachten = [s.Regel(regel, _merk(nummers)) for regel in opdracht.opdrachten]
    return uit


def _merk(nummers: "count[int]") -> str:
    return f"m{next(nummers):09d}"


def doel(nummer: int, tekst: str) -> s.Doel:
    return s.Doel(nummer, tekst, lees_streefwaarde(tekst))


def leesbare_notitie() -> s.Notitie:
    """Two probleemgebieden with everything a notitie can hold; numbers with gaps, an open X, both opdrachtnemers."""
    wonen = s.Probleemgebied(
        1,
        "Wonen met hulp",
        s.Prioriteit.TOP_VIJF,
        ist=["Te weinig kamers in de dorpen.", "Verhuizen duurt een half jaar.", "Niemand kent de wachtlijst."],
        soll=["Iedereen woont waar hij wil.", "Wachten duurt hoogstens een maand."],
        doelen=[
            doel(1, "30% minder verhuizingen in 2030 t.o.v. 2025."),
            doel(2, "X extra kamers in 2030."),
            doel(3, "20-40 jongeren begeleid naar een eigen kamer in 2030."),
        ],
        doelen_toelichting="De begroting volgt in het najaar.",
        indicatoren=[s.Indicator(1, "Aantal verhuizingen per jaar."), s.Indicator(3, "Aantal jongeren met een kamer.")],
        indicatoren_inleiding="Behorend bij gelijk genummerde doelen",
        interventies=[
            s.Interventie(
                1,
                "Afspraken met de corporatie:",
                [s.Onderdeel("a", "Over kleine kamers."), s.Onderdeel("b", "Over de huur.")],
            ),
            s.Interventie(2, "Een makelaar voor kamers aanstellen."),
            s.Interventie(4, "Leegstand in kaart brengen."),
        ],
        toelichting="Cijfers over 2025 zijn voorlopig.\n• Bron: de corporatie.\n• Peildatum: 1 oktober 2025.",
    )
    wonen.opdracht = {
        s.Opdrachtnemer.LOKAAL: s.Opdracht(
            ["Kamers zoeken."], [s.Verwijzing(1), s.Verwijzing(2)], [s.Verwijzing(1, ("a",)), s.Verwijzing(4)]
        ),
        s.Opdrachtnemer.RIGG: s.Opdracht([], [s.Verwijzing(3)], [s.Verwijzing(2, voorbehoud=True)]),
    }
    vervoer = s.Probleemgebied(
        2,
        "Vervoer naar school",
        s.Prioriteit.OVERIG,
        ist=["De bus rijdt te laat."],
        soll=["De bus rijdt op tijd."],
        doelen=[doel(1, "Minimaal 95% van de ritten op tijd in 2030.")],
        indicatoren=[s.Indicator(1, "Ritten op tijd per maand.")],
        interventies=[s.Interventie(1, "Een tweede bus inzetten.")],
        naam_in_lijst="Leerlingenvervoer",
    )
    return met_merken(
        s.Notitie(
            "Notitie jeugdhulp Waddenstad",
            "Waddenstad",
            "0.3",
            date(2026, 3, 2),
            2025,
            2030,
            [wonen, vervoer],
            "Waarom deze notitie.\n\nWat eraan voorafging:\n• gesprekken in de dorpen\n• een enquête",
        )
    )


_STUKKEN = ("Doelen:", "1. tekst", "Lokaal", "RIGG:", "a) deel", "• punt", "geen", "Realiseren doelen: 9.", "–", "2025")
teksten = st.one_of(
    st.sampled_from([t for t in LASTIGE_TEKSTEN if len(t) < 2_000] + list(_STUKKEN)),
    st.text(max_size=40),
    st.text("ab1. •-\n\t\u00a0(:", min_size=1, max_size=12),
)
_nummers = st.lists(st.integers(1, 40), unique=True, max_size=4)


@st.composite
def opdrachten(draw: st.DrawFn, gebied: s.Probleemgebied) -> s.Opdracht:
    doelen = [s.Verwijzing(d.nummer, (), draw(st.booleans())) for d in gebied.doelen if draw(st.booleans())]
    interventies = [
        s.Verwijzing(i.nummer, tuple(o.letter for o in i.onderdelen if draw(st.booleans())), draw(st.booleans()))
        for i in gebied.interventies
        if draw(st.booleans())
    ]
    return s.Opdracht(draw(st.lists(teksten, max_size=2)), doelen, interventies)


@st.composite
def gebieden(draw: st.DrawFn) -> s.Probleemgebied:
    gebied = s.Probleemgebied(
        1,
        draw(teksten),
        draw(st.sampled_from([None, *s.Prioriteit])),
        draw(st.lists(teksten, max_size=3)),
        draw(st.lists(teksten, max_size=2)),
        [doel(nummer, draw(teksten)) for nummer in draw(_nummers)],
        draw(teksten),
        [s.Indicator(nummer, draw(teksten)) for nummer in draw(st.lists(st.integers(0, 9), max_size=4))],
        draw(teksten),
        [s.Interventie(nummer, draw(teksten), draw(onderdelen())) for nummer in draw(_nummers)],
        toelichting=draw(teksten),
        naam_in_lijst=draw(st.none() | teksten),
    )
    gebied.opdracht = {wie: draw(opdrachten(gebied)) for wie in s.Opdrachtnemer}
    return gebied


@st.composite
def onderdelen(draw: st.DrawFn) -> list[s.Onderdeel]:
    plekken = draw(st.lists(st.integers(1, 29), unique=True, max_size=3))
    return [s.Onderdeel(letter(plek), draw(teksten)) for plek in plekken]


@st.composite
def notities(draw: st.DrawFn) -> s.Notitie:
    jaren = sorted(draw(st.lists(st.none() | st.integers(2000, 2040), min_size=2, max_size=2)), key=lambda j: j or 0)
    return met_merken(
        s.Notitie(
            draw(teksten.filter(str.strip)),
            "Waddenstad",
            draw(st.none() | teksten),
            draw(st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1))),
            *jaren,
            draw(st.lists(gebieden(), max_size=3)),
            draw(teksten),
        )
    )
