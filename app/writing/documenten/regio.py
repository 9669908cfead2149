"""What all gemeenten of a regio ask of the RIGG, as a neutral document."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from app.domain.regio.antwoord import Antwoordsoort
from app.domain.regio.doelen import Groepssom, Som, optellingen_van
from app.domain.regio.overzicht import Regiogroep, Regioregel, Telling, tel_alles, tel_per_gemeente, tel_per_product
from app.domain.streefwaarde.in_woorden import in_woorden
from app.domain.stroom import Stroom
from app.domain.taal.hoeveel import hoeveel
from app.writing.document import Alinea, Blok, Document, Kolom, Kop, Tabel, Waarde
from app.writing.documenten import antwoord
from app.writing.documenten.regio_gegevens import gegevens_van, structuur_van
from app.writing.nederlands import opsomming

TITEL = "Opdrachten aan de RIGG"
_KOLOMMEN = (Kolom("Nr", 0.7), Kolom("Opdracht", 5), Kolom("Waar", 2.6), Kolom("Bijzonderheden", 1.9))
GEEN = "Er zijn geen opdrachten die bij deze keuze passen."
_TELLING = (
    "Doelen",
    "Interventies",
    "Losse opdrachten",
    "Samen",
    "Zonder antwoord",
    *(soort.label for soort in Antwoordsoort),
)


def regio_document(
    groepen: Sequence[Regiogroep], *, regio: str, datum: date, filters: tuple[tuple[str, str], ...] = ()
) -> Document:
    """`groepen`: what was chosen, each with its `gekozen`; `filters`: what was chosen on, as label and value."""
    iets = any(groep.gekozen for groep in groepen)
    return Document(
        titel=TITEL,
        ondertitel="Van elke gemeente de nieuwste notitie die is aangeboden of vastgesteld",
        organisatie=f"Regio {regio}",
        datum=datum,
        kenmerken=filters,
        blokken=Stroom(lambda: _inhoud(groepen)) if iets else (Alinea(GEEN),),
        gegevens=gegevens_van(groepen),
        structuur=Stroom(lambda: structuur_van(groepen, _sommen(groepen)).items()),
        liggend=True,
        inhoudsopgave=iets,
    )


def _sommen(groepen: Sequence[Regiogroep]) -> Sequence[Groepssom]:
    return optellingen_van(Regiogroep(groep.gekozen, groep.besluit, groep.gekozen) for groep in groepen)


def _inhoud(groepen: Sequence[Regiogroep]) -> Iterator[Blok]:
    regels = [regel for groep in groepen for regel in groep.gekozen]
    totaal = tel_alles(regels, "Samen")
    yield Alinea(_zin(totaal, groepen))
    yield Kop("Per gemeente")
    yield _telling("Opdrachten per gemeente", "Gemeente", tel_per_gemeente(regels), totaal)
    yield Kop("Per product")
    yield _telling("Opdrachten per product", "Product", tel_per_product(regels), totaal)
    if sommen := _sommen(groepen):
        yield Kop("Doelen die optellen")
        yield _somtabel(sommen)
    for kop, eigen in (("Doelen", True), ("Interventies en losse opdrachten", False)):
        if gekozen := [(nr, groep) for nr, groep in enumerate(groepen, start=1) if groep.is_doel is eigen]:
            yield Kop(kop)
            yield _opdrachten(kop, gekozen)


def _zin(totaal: Telling, groepen: Sequence[Regiogroep]) -> str:
    gemeenten = hoeveel(len(totaal.gemeenten), "gemeente geeft", "gemeenten geven")
    gedeeld = sum(len(groep.gemeenten) > 1 for groep in groepen)
    open_, *gegeven = totaal.antwoorden
    antwoorden = [f"{aantal} {soort}" for aantal, soort in zip(gegeven, Antwoordsoort, strict=True) if aantal]
    return (
        f"{gemeenten} de RIGG samen {hoeveel(totaal.totaal, 'opdracht', 'opdrachten')}: {len(groepen)} verschillende, "
        f"waarvan {gedeeld} van meer dan een gemeente. Antwoorden: {opsomming([*antwoorden, f'{open_} nog geen'])}."
    )


def _telling(titel: str, kop: str, tellingen: Mapping[str, Telling], totaal: Telling) -> Tabel:
    kolommen = (
        Kolom(kop, 3),
        Kolom("Gemeenten", 1.1, getal=True),
        *(Kolom(naam, 1.1, getal=True) for naam in _TELLING),
    )
    rijen: tuple[tuple[Waarde, ...], ...] = tuple(
        (telling.naam, len(telling.gemeenten), *telling.aantallen, *telling.antwoorden)
        for telling in (*tellingen.values(), totaal)
    )
    return Tabel(titel, kolommen, rijen)


def _somtabel(sommen: Iterable[Groepssom]) -> Tabel:
    """A row for every doel, and below it one for each sum and for each place that is in none."""
    rijen: list[tuple[Waarde, ...]] = []
    onder: set[int] = set()
    for groepssom in sommen:
        rijen.append((groepssom.groep.tekst, "", ""))
        eigen = [*map(_somrij, groepssom.sommen), *(_losse_rij(*los) for los in groepssom.buiten)]
        onder |= set(range(len(rijen), len(rijen) + len(eigen)))
        rijen += eigen
    kolommen = (Kolom("Doel", 5), Kolom("Streefwaarde", 3), Kolom("Telt mee", 3))
    return Tabel("Doelen die in meer plaatsen staan", kolommen, tuple(rijen), frozenset(onder))


def _somrij(som: Som) -> tuple[Waarde, ...]:
    return (f"Samen: {opsomming([_plaats(regel) for regel in som.leden])}", som.woorden, "telt op")


def _losse_rij(regel: Regioregel, reden: str) -> tuple[Waarde, ...]:
    return (_plaats(regel), in_woorden(regel.streefwaarde) if regel.streefwaarde else "", reden)


def _opdrachten(titel: str, groepen: Iterable[tuple[int, Regiogroep]]) -> Tabel:
    """What stands in more than one place is a row, with its places below it. The numbers are those of the gegevens."""
    rijen: list[tuple[Waarde, ...]] = []
    onder: set[int] = set()
    for nummer, groep in groepen:
        if len(groep.gekozen) == 1:
            rijen.append((str(nummer), *_plaatsrij(groep.gekozen[0])))
            continue
        rijen.append((str(nummer), groep.tekst, opsomming(sorted({r.plek.gemeente for r in groep.gekozen})), "", ""))
        onder |= set(range(len(rijen), len(rijen) + len(groep.gekozen)))
        for onderdeel, regel in enumerate(groep.gekozen, start=1):
            rijen.append((f"{nummer}.{onderdeel}", *_plaatsrij(regel, groep.tekst)))
    kolommen: tuple[Kolom, ...] = (*_KOLOMMEN, Kolom("Antwoord RIGG", 2.6))
    if not any(rij[-1] for rij in rijen):  # a column that stays empty only takes room
        kolommen, rijen = kolommen[:-1], [rij[:-1] for rij in rijen]
    return Tabel(titel, kolommen, tuple(rijen), frozenset(onder))


def _plaatsrij(regel: Regioregel, groepstekst: str = "") -> tuple[Waarde, ...]:
    tekst = "Dezelfde tekst" if regel.volledig == groepstekst else regel.volledig
    return (tekst, _plaats(regel), bijzonderheden(regel), antwoord.in_woorden(regel.antwoord, regel.volledig))


def _plaats(regel: Regioregel) -> str:
    nummer = f", {regel.soort} {regel.nummer}" if regel.nummer else ""
    return f"{regel.plek.gemeente}, {regel.plek.gebied}{nummer}"


def bijzonderheden(regel: Regioregel) -> str:
    merken = ["gedeeld met Lokaal" if regel.gedeeld else "", "onder voorbehoud" if regel.voorbehoud else ""]
    return ", ".join(filter(None, merken))
