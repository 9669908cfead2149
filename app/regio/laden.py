"""From the tables to the opdrachten of a regio: eight queries, however many gemeenten there are."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from sqlalchemy import CTE, ColumnElement, Select, select

from app.auth.bereik import ZICHTBARE_STATUSSEN
from app.domain.regio.groepen import Besluit, Opdrachtsoort
from app.domain.regio.overzicht import Plek, Regiogroep, Regioregel, stel_samen
from app.domain.structuur import Opdrachtnemer, Streefwaarde
from app.models import (
    Doel,
    Interventie,
    Notitie,
    Onderdeel,
    Opdracht,
    Opdrachtantwoord,
    Opdrachtbesluit,
    Organisatie,
    OrganisatieSoort,
    Probleemgebied,
    Rol,
    Toewijzing,
    db,
)
from app.models.notitie import nieuwste_versie
from app.opdrachten.bereik import Bereik, Keuze
from app.opdrachten.selectie import gekozen_gebieden
from app.services.regio.antwoorden import Antwoorden, antwoorden_in

RIGG = Opdrachtnemer.RIGG


class _Gebied(NamedTuple):
    lijn: str
    plek: Plek


class _Wie(NamedTuple):
    """Who carries a row: `eigen` is the voorbehoud of the RIGG, None when it does not; `ander`: somebody else does."""

    eigen: bool | None = None
    ander: bool = False


def laad_regio(regio_id: int) -> tuple[Regiogroep, ...]:
    regels = laad_regels(regio_id)
    return stel_samen(regels, laad_besluiten(regio_id))


def laad_besluiten(regio_id: int) -> list[Besluit]:
    b = Opdrachtbesluit
    keuze = select(b.id, b.soort, b.leden, b.rest).where(b.regio_id == regio_id).order_by(b.id)
    return [Besluit(id_, soort, tuple(leden), tuple(rest)) for id_, soort, leden, rest in db.session.execute(keuze)]


def bereik_van_regio(regio_id: int) -> Bereik:
    """What the RIGG of this regio may see: what the gemeenten released, and of that only what is asked of the RIGG."""
    organisaties = select(Organisatie).where(
        Organisatie.regio_id == regio_id, Organisatie.soort == OrganisatieSoort.GEMEENTE
    )
    statussen = ZICHTBARE_STATUSSEN[Rol.RIGG]
    van_regio = Notitie.organisatie_id.in_(organisaties.with_only_columns(Organisatie.id))
    return Bereik(
        organisaties=organisaties,
        notities=van_regio & Notitie.status.in_(statussen),
        geldend=van_regio & nieuwste_versie(statussen),
        opdrachtnemers=(RIGG,),
    )


def laad_regels(regio_id: int) -> list[Regioregel]:
    """Of every gemeente its newest notitie, as on the page per gemeente; sorted as a reader expects them."""
    gebieden_cte = gekozen_gebieden(bereik_van_regio(regio_id), Keuze())
    gebieden = _gebieden(gebieden_cte)
    antwoorden = antwoorden_in(db.session(), Opdrachtantwoord.regio_id == regio_id)
    soorten = (_doelen(gebieden_cte), _interventies(gebieden_cte), _opdrachten(gebieden_cte))
    regels = [_regel(gebieden, antwoorden, **rij) for rijen in soorten for rij in rijen]
    return sorted(_uniek(regels), key=lambda regel: regel.volgorde)


def _regel(gebieden: dict[int, _Gebied], antwoorden: Antwoorden, *, gebied_id: int, **velden: Any) -> Regioregel:
    lijn, plek = gebieden[gebied_id]
    return Regioregel(
        sleutel=f"{lijn}-{velden['merk']}",
        lijn=lijn,
        plek=plek,
        antwoord=antwoorden.get((plek.organisatie_id, lijn, velden["merk"])),
        **velden,
    )


def _uniek(regels: Iterable[Regioregel]) -> list[Regioregel]:
    """A merk is only promised to be unique within a probleemgebied; what shares one is one opdracht, the first."""
    per_sleutel: dict[str, Regioregel] = {}
    for regel in sorted(regels, key=lambda regel: regel.volgorde):
        per_sleutel.setdefault(regel.sleutel, regel)
    return list(per_sleutel.values())


def _gebieden(gebieden: CTE) -> dict[int, _Gebied]:
    g, n, o = Probleemgebied, Notitie, Organisatie
    kolommen = (g.id, n.lijn, o.naam, o.slug, o.id, n.titel, n.id, n.versienummer, n.status, g.naam, g.merk, g.volgorde)
    keuze = select(*kolommen).join(n, n.id == g.notitie_id).join(o, o.id == n.organisatie_id)
    keuze = keuze.where(g.id.in_(select(gebieden.c.id)))
    return {
        id_: _Gebied(
            lijn,
            Plek(gemeente, slug, organisatie_id, titel, notitie_id, versie, status.value, naam, id_, merk, volgorde),
        )
        for id_, lijn, gemeente, slug, organisatie_id, titel, notitie_id, versie, status, naam, merk, volgorde in (
            db.session.execute(keuze)
        )
    }


def _doelen(gebieden: CTE) -> Iterator[dict[str, Any]]:
    d = Doel
    waarde = (d.richting, d.minimum, d.maximum, d.eenheid, d.doeljaar, d.referentiejaar, d.open)
    keuze = _met_wie(select(d.id, d.probleemgebied_id, d.merk, d.nummer, d.tekst, *waarde), d.id == Toewijzing.doel_id)
    for rij, wie in _per_drager(keuze.where(d.probleemgebied_id.in_(select(gebieden.c.id)))):
        if wie.eigen is not None:
            _, gebied_id, merk, nummer, tekst, *streefwaarde = rij
            yield {
                "gebied_id": gebied_id, "soort": Opdrachtsoort.DOEL, "merk": merk, "nummer": str(nummer),
                "plaats": nummer, "tekst": tekst, "streefwaarde": Streefwaarde(*streefwaarde), "gedeeld": wie.ander,
                "voorbehoud": wie.eigen,
            }  # fmt: skip


def _interventies(gebieden: CTE) -> Iterator[dict[str, Any]]:
    """Those of which the RIGG carries the whole, or an onderdeel."""
    i = Interventie
    keuze = _met_wie(select(i.id, i.probleemgebied_id, i.merk, i.nummer, i.tekst), i.id == Toewijzing.interventie_id)
    onderdelen = _onderdelen(gebieden)
    for (id_, gebied_id, merk, nummer, tekst), wie in _per_drager(
        keuze.where(i.probleemgebied_id.in_(select(gebieden.c.id)))
    ):
        alle = onderdelen[id_]
        eigen = [deel for deel in alle if deel[2].eigen is not None]
        if wie.eigen is None and not eigen:
            continue
        yield {
            "gebied_id": gebied_id, "soort": Opdrachtsoort.INTERVENTIE, "merk": merk, "nummer": str(nummer),
            "plaats": nummer, "tekst": tekst, "onderdelen": tuple((letter, deel) for letter, deel, _ in eigen or alle),
            "gedeeld": wie.ander or any(w.ander for _, _, w in alle),
            "voorbehoud": bool(wie.eigen) or any(w.eigen for _, _, w in eigen),
        }  # fmt: skip


def _onderdelen(gebieden: CTE) -> dict[int, list[tuple[str, str, _Wie]]]:
    """By the id of their interventie: letter, text, and who carries it."""
    o = Onderdeel
    keuze = _met_wie(select(o.id, o.interventie_id, o.letter, o.tekst), o.id == Toewijzing.onderdeel_id)
    keuze = keuze.join(Interventie, Interventie.id == o.interventie_id)
    per_interventie: dict[int, list[tuple[str, str, _Wie]]] = defaultdict(list)
    for (_, interventie_id, letter, tekst), wie in _per_drager(
        keuze.where(Interventie.probleemgebied_id.in_(select(gebieden.c.id)))
    ):
        per_interventie[interventie_id].append((letter, tekst, wie))
    for delen in per_interventie.values():
        delen.sort(key=lambda deel: (len(deel[0]), deel[0]))
    return per_interventie


def _opdrachten(gebieden: CTE) -> Iterator[dict[str, Any]]:
    o = Opdracht
    keuze = select(o.probleemgebied_id, o.merk, o.volgorde, o.tekst).where(
        o.probleemgebied_id.in_(select(gebieden.c.id)), o.opdrachtnemer == RIGG
    )
    for gebied_id, merk, plaats, tekst in db.session.execute(keuze):
        vast = {"soort": Opdrachtsoort.OPDRACHT, "nummer": ""}
        yield {**vast, "gebied_id": gebied_id, "merk": merk, "plaats": plaats, "tekst": tekst}


def _met_wie(keuze: Any, hoort_erbij: ColumnElement[bool]) -> Select[Any]:
    """With behind each row who carries it, a row for each; empty for nobody."""
    met: Select[Any] = keuze.add_columns(Toewijzing.opdrachtnemer, Toewijzing.voorbehoud)
    return met.outerjoin(Toewijzing, hoort_erbij)


def _per_drager(keuze: Select[Any]) -> Iterator[tuple[tuple[Any, ...], _Wie]]:
    """Every row once, as its own columns and who carries it; the id is the first column."""
    rijen: dict[int, tuple[tuple[Any, ...], _Wie]] = {}
    for *kolommen, opdrachtnemer, voorbehoud in db.session.execute(keuze):
        rij, wie = rijen.get(kolommen[0], (tuple(kolommen), _Wie()))
        if opdrachtnemer is RIGG:
            wie = wie._replace(eigen=voorbehoud)
        elif opdrachtnemer is not None:
            wie = wie._replace(ander=True)
        rijen[kolommen[0]] = (rij, wie)
    yield from rijen.values()
