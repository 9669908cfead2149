"""Overviews to write: drawn by hypothesis with the texts that people and attackers paste."""

from datetime import date

from hypothesis import strategies as st

from app.domain.opdrachtoverzicht import Blok, Overzicht, Regel, tel
from app.domain.structuur import Opdrachtnemer
from app.writing.document import Document
from app.writing.documenten.opdrachten import opdrachten_document

DATUM = date(2020, 5, 20)

LASTIGE_TEKSTEN = (
    "Minder wachttijd 👩‍👩‍👧 voor gezinnen 🎯",
    "مرحبا بالعالم en שלום",
    "\u202eomgekeerd\u202c",
    "<script>alert(1)</script> & <b>vet</b> ]]>",
    "=cmd()|'/C calc'!A0",
    '=HYPERLINK("x";"y")',
    "+31 en meer",
    "-10 procent",
    "@SOM(1)",
    "＝1+1",
    "'=1",
    "\t=1",
    "\r=1",
    "{=1}",
    "regel een\nregel twee\r\nregel drie\rregel vier",
    "punt;komma;en \"aanhalingen\" en 'andere'",
    "stuur\x00teken\x07en\x1bmeer\x0b\ufffe",
    "half \ud83d teken",
    "_x0041_ blijft staan",
    "  spaties vooraan en achteraan  ",
    "0012",
    "1e5",
    "TRUE",
    "https://voorbeeld.test/#anker",
    "w" * 20_000,
    "woord " * 3_400,
)

teksten = st.one_of(st.sampled_from(LASTIGE_TEKSTEN), st.text(max_size=60))
namen = st.one_of(st.sampled_from(LASTIGE_TEKSTEN[:10]), st.text(min_size=1, max_size=30))


@st.composite
def regels(draw: st.DrawFn, *, met_onderdelen: bool) -> tuple[Regel, ...]:
    gemaakt = []
    for nummer in draw(st.lists(st.integers(1, 40), unique=True, max_size=3)):
        letters = draw(st.sampled_from(["", "a", "abc"])) if met_onderdelen else ""
        onderdelen = tuple(Regel(f"{nummer}{letter}", draw(teksten), draw(st.booleans())) for letter in letters)
        gemaakt.append(Regel(str(nummer), draw(teksten), draw(st.booleans()), draw(st.booleans()), onderdelen))
    return tuple(gemaakt)


@st.composite
def blokken(draw: st.DrawFn) -> Blok:
    return Blok(
        organisatie=draw(st.sampled_from(["Waddenstad", "Veenrijk", "=Gemeente <X>"])),
        notitie=draw(st.sampled_from(["Notitie 2020", "Notitie; 'nieuw'"])),
        probleemgebied=draw(namen),
        volgorde=draw(st.integers(1, 12)),
        opdrachtnemer=draw(st.sampled_from(Opdrachtnemer)),
        doelen=draw(regels(met_onderdelen=False)),
        interventies=draw(regels(met_onderdelen=True)),
        opdrachten=tuple(Regel("", tekst) for tekst in draw(st.lists(teksten, max_size=2))),
    )


@st.composite
def overzichten(draw: st.DrawFn) -> Overzicht:
    getrokken = tuple(draw(st.lists(blokken(), max_size=4)))
    return Overzicht(getrokken, tel(getrokken))


def maak_document(*blokken: Blok, filters: tuple[tuple[str, str], ...] = ()) -> Document:
    return opdrachten_document(
        Overzicht(blokken, tel(blokken), filters), organisatie="Gemeente Waddenstad", datum=DATUM
    )


def gewoon_blok(
    opdrachtnemer: Opdrachtnemer = Opdrachtnemer.RIGG, *, organisatie: str = "Waddenstad", volgorde: int = 1
) -> Blok:
    return Blok(
        organisatie=organisatie,
        notitie="Notitie jeugd 2020",
        probleemgebied="Hulp dichtbij",
        volgorde=volgorde,
        opdrachtnemer=opdrachtnemer,
        doelen=(Regel("1", "Wachttijd van 11 naar 4 weken.", gedeeld=True),),
        interventies=(
            Regel("2", "Inkopen van lichte hulp.", voorbehoud=True, onderdelen=(Regel("2a", "Voor jonge kinderen."),)),
        ),
        opdrachten=(Regel("", "Minder producten."),),
    )
