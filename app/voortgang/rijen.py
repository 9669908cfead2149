"""The rows of the table to report in, as the page shows them: which, in what state, with what in their fields."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from flask import request
from flask_login import current_user

from app.auth.rechten import Recht, mag
from app.domain.planning.lezen import Planning, lees_planning, toon_momenten
from app.domain.voortgang.overzicht import Filter, MaatregelBeeld, RegelBeeld, ThemaBeeld, VoortgangBeeld, gefilterd
from app.domain.voortgang.periodestatus import BEOORDELING_OVERGANGEN, INVULBAAR, Beoordeling
from app.models import PeriodeStatus
from app.services.voortgang.beeld_licht import Leesbeeld
from app.services.voortgang.regel_vullen import alineas
from app.voortgang.forms import RegelFormulier, afgeleide_status, regel_velden, regel_waarden
from app.web.adressen import lees_sleutel
from app.web.basis import Botsing, Start, teken
from app.web.bladeren import paginanummer

PER_PAGINA = 100


@dataclass(frozen=True, slots=True)
class Keuze:
    """Which rows are asked for; stands in the address."""

    alle: bool
    thema: int | None = None
    pagina: int = 1

    def in_adres(self, **anders: Any) -> dict[str, Any]:
        """As arguments for url_for; what is as usual stays out of the address."""
        keuze = replace(self, **anders)
        wie = None if keuze.alle == standaard_alle() else ("alle" if keuze.alle else "mij")
        return {"wie": wie, "thema": keuze.thema, "pagina": keuze.pagina if keuze.pagina > 1 else None}


@dataclass(slots=True)
class Teruggekomen:
    """A row that was sent and could not be saved: what was typed, what is wrong, and what there is to choose."""

    regel_id: int
    form: RegelFormulier


@dataclass(frozen=True, slots=True)
class Rij:
    regel: RegelBeeld
    maatregel: MaatregelBeeld
    velden: dict[str, str]
    basis: str
    planning: Planning
    bewerkbaar: bool
    acties: frozenset[Beoordeling]
    fouten: dict[str, list[str]] = field(default_factory=dict)
    botsingen: Sequence[Botsing] = ()
    terug: bool = False

    @property
    def naam(self) -> str:
        """Tells two rows of one maatregel apart."""
        meer = len(self.maatregel.regels) > 1
        return f"{self.maatregel.aanduiding}{f' (regel {self.plek})' if meer else ''}"

    @property
    def plek(self) -> int:
        return [regel.id for regel in self.maatregel.regels].index(self.regel.id) + 1

    @property
    def gelezen_status(self) -> str:
        status = afgeleide_status(self.planning, self.velden["voortgang"])
        return status.label if status else "nog geen status"

    @property
    def gelezen(self) -> str:
        """ "Gepland, t/m 1 juli 2020"; empty when nothing was read."""
        woorden = [self.planning.status.label if self.planning.status else "", toon_momenten(self.planning.momenten)]
        return ", ".join(woord for woord in woorden if woord)


def standaard_alle() -> bool:
    """Who judges looks at everything; the others begin with their own."""
    return mag(current_user.rol, Recht.VOORTGANG_BEOORDELEN)


def lees_keuze() -> Keuze:
    wie = request.args.get("wie")
    return Keuze(
        alle=wie == "alle" if wie in ("alle", "mij") else standaard_alle(),
        thema=request.args.get("thema", type=lees_sleutel),
        pagina=paginanummer(),
    )


def gekozen(beeld: VoortgangBeeld, keuze: Keuze) -> VoortgangBeeld:
    themas = frozenset({keuze.thema}) if keuze.thema is not None else frozenset()
    eigenaren = frozenset() if keuze.alle else frozenset({current_user.id})
    return gefilterd(beeld, Filter(themas=themas, eigenaren=eigenaren))


def pagina_met(beeld: VoortgangBeeld, regel_id: int) -> int:
    """The page on which this row stands; 1 when it is on none."""
    ids = [regel.id for regel in beeld.regels]
    return ids.index(regel_id) // PER_PAGINA + 1 if regel_id in ids else 1


def ids_op(beeld: VoortgangBeeld, pagina: int) -> set[int]:
    """Of the rows on this page."""
    begin = (pagina - 1) * PER_PAGINA
    return {regel.id for regel in beeld.regels[begin : begin + PER_PAGINA]}


def volledige_pagina(boek: Leesbeeld, deel: VoortgangBeeld, pagina: int) -> VoortgangBeeld:
    """The maatregelen with rows on this page, with all of their rows: a row says which of several it is."""
    ids = ids_op(deel, pagina)
    return boek.volledig(deel, {m.id for m in deel.maatregelen if any(regel.id in ids for regel in m.regels)})


def rijen_van(
    beeld: VoortgangBeeld, op_pagina: set[int], terug: Teruggekomen | None = None
) -> list[tuple[ThemaBeeld, list[Rij]]]:
    """Per thema the rows with these ids."""
    per_thema = [(thema, list(_rijen(beeld, thema, op_pagina, terug))) for thema in beeld.themas]
    return [(thema, rijen) for thema, rijen in per_thema if rijen]


def _rijen(beeld: VoortgangBeeld, thema: ThemaBeeld, ids: set[int], terug: Teruggekomen | None) -> Iterator[Rij]:
    for maatregel in thema.maatregelen:
        for regel in maatregel.regels:
            if regel.id in ids:
                rij = _rij(beeld, maatregel, regel)
                yield _met_wat_terugkwam(rij, terug) if terug and terug.regel_id == regel.id else rij


def _rij(beeld: VoortgangBeeld, maatregel: MaatregelBeeld, regel: RegelBeeld) -> Rij:
    status = beeld.periode.status
    planning = lees_planning(alineas(regel.planning), beeld.periode.tot)
    return Rij(
        regel=regel,
        maatregel=maatregel,
        velden=regel_velden(regel, planning),
        basis=teken(Start(regel_waarden(regel))),
        planning=planning,
        bewerkbaar=regel.beoordeling in INVULBAAR[status] and mag(current_user.rol, Recht.VOORTGANG_INVULLEN),
        acties=_acties(status, regel),
    )


def _acties(status: PeriodeStatus, regel: RegelBeeld) -> frozenset[Beoordeling]:
    """What the manager can do with it now."""
    if status is PeriodeStatus.GESLOTEN or not mag(current_user.rol, Recht.VOORTGANG_BEOORDELEN):
        return frozenset()
    mogelijk = BEOORDELING_OVERGANGEN[regel.beoordeling]
    return frozenset({Beoordeling.AKKOORD, Beoordeling.TERUGGESTUURD} & set(mogelijk))


def _met_wat_terugkwam(rij: Rij, terug: Teruggekomen) -> Rij:
    form = terug.form
    return replace(
        rij,
        velden={naam: str(form[naam].data or "") for naam in RegelFormulier.VELDEN},
        basis=form.basis.data or "",
        fouten={naam: list(form[naam].errors) for naam in RegelFormulier.VELDEN if form[naam].errors},
        botsingen=form.botsingen,
        bewerkbaar=True,
        terug=True,
    )
