"""The page of one indicator: its chart, its koers, its figures, what people say about them, where it comes from."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import abort, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.auth.bewaking import vereist
from app.auth.kijker import kijker_van
from app.auth.rechten import Recht, mag
from app.domain.cijfers.indicator import Reekssoort
from app.domain.taal.datums import vandaag
from app.indicatoren import queries
from app.indicatoren.basis import haal_indicator, scherm
from app.indicatoren.cijferrijen import PER_PAGINA, aantal_cijfers, maak_rijen
from app.indicatoren.forms_meting import MetingFormulier
from app.indicatoren.periodes import volgende_periode
from app.models import Doel, Indicator, Indicatorregel, db
from app.services.indicatoren.cijfers import Reekscijfers, haal_cijfers
from app.services.indicatoren.eerdere_cijfers import EerderCijfer, haal_eerdere
from app.services.koersen import DoelKoers, IndicatorKoers, koersen_van
from app.services.koersen.grafiek import grafiek_van
from app.web.bestand import als_bestand
from app.web.bladeren import blad, paginanummer
from app.web.grenzen import EXPORTEREN, begrensd
from app.writing.documenten.koersen import indicator_document
from app.writing.formaten import FORMATEN
from app.writing.grafiek.lijn import op_pagina
from app.writing.grafiek.waarden import Lijngrafiek

# A shared indicator may measure the doelen of a whole regio; the overview has them all.
MEESTE_DOELEN = 12
# Series of which the nulmeting is told: the areas of an indicator may run into the thousands.
NULMETINGEN_PER_PAGINA = 10


@dataclass(frozen=True, slots=True)
class Beeld:
    """All that is known of one indicator, as this user may see it. `koersen`: per doel that it measures."""

    indicator: Indicator
    reeksen: list[Reekscijfers]
    eerdere: dict[int, list[EerderCijfer]]
    koersen: list[tuple[DoelKoers, IndicatorKoers]]
    aantal_doelen: int
    regels: Sequence[Indicatorregel]

    @property
    def grafiek(self) -> Lijngrafiek:
        return grafiek_van(self.indicator, self.reeksen, koers=self._koers(), eerdere=self.eerdere, peildatum=vandaag())

    def _koers(self) -> IndicatorKoers | None:
        """Whose streefwaarde is drawn: that of the first own doel in the same unit."""
        eigen = [van_doel for doelkoers, van_doel in self.koersen if _eigen(doelkoers) and van_doel.reeks]
        return next((koers for koers in eigen if koers.beeld.verwacht_pad or koers.beeld.doel_min is not None), None)


@scherm.get("/<int:id_>")
@vereist(Recht.INDICATOREN_LEZEN)
def toon(id_: int) -> ResponseReturnValue:
    return toon_pagina(haal_indicator(id_))


@scherm.get("/<int:id_>/cijfers.<formaat>")
@vereist(Recht.INDICATOREN_LEZEN)
@begrensd(EXPORTEREN)
def cijfers_bestand(id_: int, formaat: str) -> ResponseReturnValue:
    if formaat not in FORMATEN:
        abort(404)
    indicator = haal_indicator(id_)
    beeld = _beeld(indicator)
    document = indicator_document(
        indicator,
        beeld.grafiek,
        koersen=[doelkoers for doelkoers, _ in beeld.koersen],
        duidingen=[(duiding.periode, duiding.tekst) for duiding in queries.duidingen(indicator)],
        organisatie=current_user.organisatie.naam,
        peildatum=vandaag(),
    )
    return als_bestand(document, formaat)


def toon_pagina(indicator: Indicator, form: MetingFormulier | None = None) -> str:
    """`form`: a figure that was sent and could not be saved."""
    beeld = _beeld(indicator)
    return render_template(
        "indicatoren/toon.html",
        indicator=indicator,
        beeld=beeld,
        grafiek=op_pagina(beeld.grafiek, id_="grafiek"),
        duidingen=queries.duidingen(indicator),
        regels=beeld.regels,
        form=form or _leeg_formulier(indicator, beeld.reeksen),
        eigen=indicator.organisatie_id == current_user.organisatie_id,
        exports=[(f, url_for(".cijfers_bestand", id_=indicator.id, formaat=f.extensie)) for f in FORMATEN.values()],
        **_cijfers(beeld),
        **_nulmetingen(beeld),
    )


def _cijfers(beeld: Beeld) -> dict[str, Any]:
    pagina, aantal_paginas = blad(aantal_cijfers(beeld.reeksen), PER_PAGINA)
    return {
        "rijen": maak_rijen(beeld.indicator, beeld.reeksen, beeld.eerdere, pagina=pagina),
        "pagina": pagina,
        "aantal_paginas": aantal_paginas,
    }


def _nulmetingen(beeld: Beeld) -> dict[str, Any]:
    pagina, paginas = blad(len(beeld.reeksen), NULMETINGEN_PER_PAGINA, paginanummer("nulmetingen"))
    begin = (pagina - 1) * NULMETINGEN_PER_PAGINA
    return {
        "nulmetingen": beeld.reeksen[begin : begin + NULMETINGEN_PER_PAGINA],
        "nulmetingen_pagina": pagina,
        "nulmetingen_paginas": paginas,
    }


def _beeld(indicator: Indicator) -> Beeld:
    """In a fixed number of queries."""
    session, kijker = db.session(), kijker_van(current_user)
    reeksen = haal_cijfers(
        session, kijker=kijker, indicatoren=[indicator.id], organisaties=[current_user.organisatie_id]
    )
    regels = queries.regels_van(indicator)
    doelen = _doelen(regels)
    koersen = koersen_van(session, doelen[:MEESTE_DOELEN], kijker=kijker, peildatum=vandaag(), verloop=False)
    return Beeld(
        indicator=indicator,
        reeksen=reeksen,
        eerdere=haal_eerdere(session, reeksen),
        koersen=_van_indicator(indicator, list(koersen.values())),
        aantal_doelen=len(doelen),
        regels=regels,
    )


def _doelen(regels: Sequence[Indicatorregel]) -> list[Doel]:
    """Those that are measured, the own ones first; then of the newest notitie, as they stand there."""
    doelen = dict.fromkeys(regel.doel for regel in regels if regel.doel)
    return sorted(doelen, key=_plek_van_doel)


def _plek_van_doel(doel: Doel) -> tuple[bool, int, int, int]:
    gebied = doel.probleemgebied
    return doel.organisatie_id != current_user.organisatie_id, -gebied.notitie_id, gebied.volgorde, doel.nummer


def _van_indicator(indicator: Indicator, koersen: Sequence[DoelKoers]) -> list[tuple[DoelKoers, IndicatorKoers]]:
    """Each doel with what this one of its indicatoren says."""
    return [(doelkoers, i) for doelkoers in koersen for i in doelkoers.indicatoren if i.indicator.id == indicator.id]


def _eigen(koers: DoelKoers) -> bool:
    return bool(koers.doel.organisatie_id == current_user.organisatie_id)


def _leeg_formulier(indicator: Indicator, reeksen: Sequence[Reekscijfers]) -> MetingFormulier | None:
    """Ready for the figure that is due next; None for who may not enter any."""
    if not mag(current_user.rol, Recht.METINGEN_INVOEREN):
        return None
    eigen = [reeks for reeks in reeksen if reeks.gebied == "" and reeks.soort is Reekssoort.REALISATIE]
    periodes = [cijfer.periode for reeks in eigen for cijfer in reeks.cijfers]
    vorige = max(periodes, key=lambda p: (p.tot, -p.van.toordinal()), default=None)
    periode = volgende_periode(indicator.frequentie, vorige, vandaag())
    return MetingFormulier(indicator, formdata=None, data={"periode": periode.code})
