"""Gemeenten beside each other on one indicator, in one period; as such, or per 1.000 of a chosen noemer."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from sqlalchemy import func, or_, select

from app.auth.bereik import zichtbare_indicator, zichtbare_reeks
from app.auth.bewaking import vereist
from app.auth.kijker import kijker_van
from app.auth.rechten import Recht
from app.domain.cijfers.indicator import AANTAL, EURO, Reekssoort
from app.domain.cijfers.meetperiode import Meetperiode
from app.domain.taal.datums import vandaag
from app.indicatoren.basis import scherm
from app.indicatoren.vergelijken_form import VergelijkFormulier
from app.models import Indicator, Meting, Organisatie, OrganisatieSoort, Reeks, db
from app.services.indicatoren.vergelijking import Vergelijking, vergelijk
from app.web.bestand import als_bestand
from app.web.bladeren import blad
from app.web.fouten import foutpagina
from app.web.grenzen import EXPORTEREN, begrensd
from app.writing.documenten.vergelijking import toon_waarde, vergelijking_document
from app.writing.formaten import FORMATEN

PER_PAGINA = 60


@dataclass(frozen=True, slots=True)
class Gekozen:
    """What the address asks for, with what there is to choose from."""

    indicatoren: Sequence[Indicator]
    indicator: Indicator | None
    noemer: Indicator | None
    periodes: list[Meetperiode]
    periode: Meetperiode | None
    bezwaren: tuple[tuple[str, str], ...] = ()

    @property
    def noemers(self) -> list[Indicator]:
        """Counts to divide by; a share or a mark cannot be divided again."""
        if self.indicator is None or not deelbaar(self.indicator):
            return []
        return [i for i in self.indicatoren if i.eenheid == AANTAL and i.id != self.indicator.id]

    def als_adres(self, **anders: Any) -> dict[str, Any]:
        return {
            "indicator": self.indicator.id if self.indicator else None,
            "noemer": self.noemer.id if self.noemer else "geen",
            "periode": self.periode.code if self.periode else None,
        } | anders


def deelbaar(indicator: Indicator) -> bool:
    return indicator.eenheid in (AANTAL, EURO)


@scherm.get("/vergelijken")
@vereist(Recht.INDICATOREN_LEZEN)
def vergelijken() -> ResponseReturnValue:
    gekozen = _kies()
    form = VergelijkFormulier.met(gekozen)
    for veld, zin in gekozen.bezwaren:
        form[veld].errors = [zin]
    pagina = render_template(
        "indicatoren/vergelijken.html", form=form, gekozen=gekozen, **_inhoud(gekozen, _vergelijk(gekozen))
    )
    return pagina, 422 if gekozen.bezwaren else 200


@scherm.get("/vergelijken.<formaat>")
@vereist(Recht.INDICATOREN_LEZEN)
@begrensd(EXPORTEREN)
def vergelijken_bestand(formaat: str) -> ResponseReturnValue:
    gekozen = _kies()
    if formaat not in FORMATEN:
        abort(404)
    if gekozen.bezwaren:
        return foutpagina(422, uitleg=" ".join(zin for _, zin in gekozen.bezwaren))
    vergelijking = _vergelijk(gekozen)
    if vergelijking is None or gekozen.indicator is None or gekozen.periode is None:
        return redirect(url_for(".vergelijken", **gekozen.als_adres()))  # nothing to compare yet: choose first
    document = vergelijking_document(
        vergelijking,
        indicator=gekozen.indicator,
        periode=gekozen.periode,
        organisatie=current_user.organisatie.naam,
        datum=vandaag(),
    )
    return als_bestand(document, formaat)


def _kies() -> Gekozen:
    """What is not there gives a sentence, and then nothing is compared."""
    indicatoren = _indicatoren()
    per_id = {str(i.id): i for i in indicatoren}
    id_ = request.args.get("indicator", "")
    if id_ and id_ not in per_id:
        return Gekozen(
            indicatoren, None, None, [], None, (("indicator", "Deze indicator is er niet, of u mag hem niet zien."),)
        )
    indicator = per_id.get(id_)
    if indicator is None:
        return Gekozen(indicatoren, None, None, [], None)
    periodes = _periodes(indicator)
    noemer, zonder = _noemer(indicator, per_id)
    code = request.args.get("periode", "")
    periode = next((p for p in periodes if p.code == code), None)
    bezwaren = [("noemer", zonder)] if zonder else []
    if code and periode is None:
        bezwaren.append(("periode", f"Van ‘{code[:40]}’ zijn er geen cijfers van {indicator.naam}."))
    gekozen = periode or (None if code else _gewone(indicator, periodes))
    return Gekozen(indicatoren, indicator, noemer, periodes, gekozen, tuple(bezwaren))


def _noemer(indicator: Indicator, per_id: dict[str, Indicator]) -> tuple[Indicator | None, str]:
    """The one of the address, else that of the indicator; `geen` is none. With a sentence when it cannot be."""
    code = request.args.get("noemer", "")
    if code == "geen" or not deelbaar(indicator):
        return None, ""
    if not code:
        return per_id.get(str(indicator.noemer_id)), ""
    noemer = per_id.get(code)
    if noemer is None or noemer.id == indicator.id or noemer.eenheid != AANTAL:
        return None, "Hierdoor is niet te delen: kies een andere indicator die in aantallen meet."
    return noemer, ""


def _vergelijk(gekozen: Gekozen) -> Vergelijking | None:
    if gekozen.indicator is None or gekozen.periode is None or gekozen.bezwaren:
        return None
    return vergelijk(
        db.session(),
        indicator=gekozen.indicator,
        noemer=gekozen.noemer,
        periode=gekozen.periode,
        zichtbaar=zichtbare_reeks(current_user),
        gemeenten=_gemeenten(),
        kijker=kijker_van(current_user),
    )


def _inhoud(gekozen: Gekozen, vergelijking: Vergelijking | None) -> dict[str, Any]:
    if vergelijking is None or gekozen.indicator is None:
        return {"vergelijking": None}
    pagina, aantal_paginas = blad(len(vergelijking.rijen), PER_PAGINA)
    hoogste = max((abs(rij.waarde) for rij in vergelijking.rijen if rij.waarde is not None), default=Decimal(0))
    indicator = gekozen.indicator
    return {
        "vergelijking": vergelijking,
        "rijen": vergelijking.rijen[(pagina - 1) * PER_PAGINA : pagina * PER_PAGINA],
        "lengte": lambda waarde: round(100 * float(abs(waarde) / hoogste), 1) if hoogste else 0,
        "toon_waarde": lambda rij: toon_waarde(rij, indicator, vergelijking),
        "pagina": pagina,
        "aantal_paginas": aantal_paginas,
        "url_voor_pagina": lambda nummer: url_for(".vergelijken", **gekozen.als_adres(pagina=nummer)),
        "exports": [
            (f, url_for(".vergelijken_bestand", formaat=f.extensie, **gekozen.als_adres())) for f in FORMATEN.values()
        ],
    }


def _indicatoren() -> Sequence[Indicator]:
    """What is shared in the regio, and the own ones: those may have areas to compare."""
    eigen_of_gedeeld = or_(Indicator.gedeeld, Indicator.organisatie_id == current_user.organisatie_id)
    keuze = select(Indicator).where(zichtbare_indicator(current_user), eigen_of_gedeeld)
    return db.session.scalars(keuze.order_by(func.lower(Indicator.naam), Indicator.id)).all()


def _periodes(indicator: Indicator) -> list[Meetperiode]:
    """Newest first; of those that end on one day the longest."""
    keuze = (
        select(Meting.van, Meting.tot)
        .join(Reeks, Reeks.id == Meting.reeks_id)
        .where(zichtbare_reeks(current_user), Reeks.indicator_id == indicator.id)
        .where(Reeks.soort == Reekssoort.REALISATIE)
        .distinct()
    )
    periodes = [Meetperiode(rij.van, rij.tot) for rij in db.session.execute(keuze)]
    return sorted(periodes, key=lambda periode: (-periode.tot.toordinal(), periode.van))


def _gewone(indicator: Indicator, periodes: Sequence[Meetperiode]) -> Meetperiode | None:
    """The newest one of the frequentie of the indicator, else the newest."""
    gewoon = (periode for periode in periodes if periode.soort.value == indicator.frequentie.value)
    return next(gewoon, periodes[0] if periodes else None)


def _gemeenten() -> Sequence[Organisatie]:
    """Of the own regio; without one only the own organisatie."""
    regio = current_user.organisatie.regio_id
    keuze = select(Organisatie).where(Organisatie.soort == OrganisatieSoort.GEMEENTE)
    waar = Organisatie.id == current_user.organisatie_id if regio is None else Organisatie.regio_id == regio
    return db.session.scalars(keuze.where(waar)).all()
