"""Which probleemgebied of a document that came back is which of those that were handed out, and how it is ranked."""

from collections import Counter
from collections.abc import Iterator, Sequence

from app.domain import structuur as s
from app.domain.koppeling import Plek, koppel
from app.domain.notitie.vorm import GROEPEN
from app.domain.terugkomst.documentmerk import Merksoort
from app.reading.notitie.prioriteit import prioriteit_van
from app.reading.terug.context import SOORTEN, Context, kies, vroeger_in
from app.reading.terug.gelezen import Gebied, Inlijst
from app.reading.terug.kern import kern


def koppel_gebieden(
    gebieden: Sequence[Gebied], oude: Sequence[s.Probleemgebied]
) -> list[tuple[Gebied, s.Probleemgebied | None]]:
    """By the mark at the heading, else by the marks of what stands in it, else by its name and what it says."""
    per_merk = {oud.merk: oud for oud in oude if oud.merk}
    uit: dict[int, s.Probleemgebied] = {}
    for gebied in sorted(gebieden, key=lambda gebied: not gebied.heeft_tabel):  # a lone heading comes last
        merk = gebied.merk if gebied.merk in per_merk else None
        if merk is not None:
            uit[id(gebied)] = per_merk.pop(merk)
    waar = {merk: oud.merk for oud in oude for soort in SOORTEN for merk in _merken(oud, soort)}
    for gebied in gebieden:
        thuis = Counter(waar[merk] for merk in _merken_in(gebied) if waar.get(merk) in per_merk)
        if id(gebied) not in uit and thuis:
            uit[id(gebied)] = per_merk.pop(str(thuis.most_common(1)[0][0]))
    _op_inhoud([g for g in gebieden if id(g) not in uit], list(per_merk.values()), uit)
    return [(gebied, uit.get(id(gebied))) for gebied in gebieden]


def _merken(gebied: s.Probleemgebied, soort: Merksoort) -> Iterator[str]:
    return (item.merk for item in vroeger_in(gebied, soort))


def _merken_in(gebied: Gebied) -> Iterator[str]:
    return (merk for lijnen in gebied.vakken.values() for lijn in lijnen for _, merk in lijn.merken)


def _op_inhoud(gebieden: Sequence[Gebied], oude: Sequence[s.Probleemgebied], uit: dict[int, s.Probleemgebied]) -> None:
    namen = [Plek(None, kern(gebied.naam.tekst) if gebied.naam else "") for gebied in gebieden]
    for gebied, i in zip(gebieden, koppel([Plek(None, kern(oud.naam)) for oud in oude], namen), strict=True):
        if i is not None and gebied.naam is not None:
            uit[id(gebied)] = oude[i]


def lees_lijst(context: Context, lijst: Sequence[Inlijst]) -> None:
    """The priority and the name in the list of every probleemgebied; what is not in the list stays as it was."""
    oude = {gebied.merk: gebied for gebied in context.basis.probleemgebieden}
    op_merk = {merk: regel for regel in lijst if (merk := regel.lijn.merk(Merksoort.IN_LIJST))}
    op_naam = {kern(regel.lijn.tekst).casefold(): regel for regel in lijst}
    for gebied in context.uit.notitie.probleemgebieden:
        oud = oude.get(gebied.merk)
        merk = context.merk_in_bestand.get(gebied.merk) or gebied.merk
        regel = op_merk.get(merk or "") or op_naam.get(kern(gebied.naam).casefold())
        gebied.prioriteit = oud.prioriteit if oud else None
        gebied.naam_in_lijst = oud.naam_in_lijst if oud else None
        if regel is not None and regel.lijn.tekst:
            gebied.naam_in_lijst = _naam_in_lijst(regel, gebied, oud)
            gebied.prioriteit = _prioriteit(regel.groep, gebied.prioriteit)
            context.opmerkingen(gebied.merk, "naam_in_lijst", [regel.lijn])


def _naam_in_lijst(regel: Inlijst, gebied: s.Probleemgebied, oud: s.Probleemgebied | None) -> str | None:
    """A name that nobody touched is no other name, also when the heading has changed."""
    getoond = (oud.naam_in_lijst or oud.naam) if oud else gebied.naam
    if kies(regel.lijn.tekst, getoond) == getoond:
        return oud.naam_in_lijst if oud else None
    return None if kies(regel.lijn.tekst, gebied.naam) == gebied.naam else regel.lijn.tekst


def _prioriteit(groep: str, anders: s.Prioriteit | None) -> s.Prioriteit | None:
    gewoon = kern(groep).casefold()
    for prioriteit, kop in GROEPEN.items():
        if kop.casefold() == gewoon:
            return prioriteit
    return prioriteit_van(groep) or anders
