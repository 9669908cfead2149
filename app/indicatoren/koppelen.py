"""Which indicator measures a line of a notitie: an existing one, best resembling first, or a new one."""

from collections.abc import Sequence

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.auth.bewaking import vereist
from app.auth.dader import dader
from app.auth.rechten import Recht
from app.domain.taal.gelijkenis import gelijkenis, kernwoorden
from app.indicatoren import queries
from app.indicatoren.basis import scherm
from app.models import Indicator, Indicatorregel, db
from app.services.indicatoren.regel_koppelen import koppel_regel

MEESTE = 15
GEEN = "geen"


@scherm.get("/indicatorregels/<int:id_>/koppelen")
@vereist(Recht.INDICATOREN_BEWERKEN)
def koppelen(id_: int) -> ResponseReturnValue:
    regel = queries.regel(id_) or abort(404)
    zoek = " ".join(request.args.get("zoek", "").split())[:100]
    gevonden = op_gelijkenis(regel, _met(queries.bruikbaar(), zoek))
    return render_template(
        "indicatoren/koppelen.html",
        regel=regel,
        zoek=zoek,
        indicatoren=gevonden[:MEESTE],
        meer=len(gevonden) - MEESTE,
    )


@scherm.post("/indicatorregels/<int:id_>/koppelen")
@vereist(Recht.INDICATOREN_BEWERKEN)
def koppeling_opslaan(id_: int) -> ResponseReturnValue:
    regel = queries.regel(id_) or abort(404)
    gekozen = request.form.get("indicator", "")
    indicator = _gekozen(gekozen)
    if indicator is None and gekozen != GEEN:
        flash("Kies een indicator, of kies 'Geen cijfers'. Er is niets gewijzigd.", "let_op")
        return redirect(url_for(".koppelen", id_=id_), 303)
    if _stand(regel) not in (request.form.get("stond"), gekozen):
        nu = f"gekoppeld aan '{regel.indicator.naam}'" if regel.indicator else "losgemaakt"
        flash(f"Een collega heeft deze indicator intussen {nu}. Kies nog een keer als dat anders moet.", "let_op")
        return redirect(url_for(".koppelen", id_=id_), 303)
    koppel_regel(db.session(), regel=regel, indicator=indicator, door=dader())
    naar = f"wordt nu gemeten met '{indicator.naam}'" if indicator else "is niet meer aan cijfers gekoppeld"
    flash(f"Indicator {regel.nummer} {naar}.", "gelukt")
    return redirect(url_for("probleemgebieden.toon", id_=regel.probleemgebied_id), 303)


def _stand(regel: Indicatorregel) -> str:
    """What is chosen now, as the form sends it."""
    return str(regel.indicator_id or GEEN)


def op_gelijkenis(regel: Indicatorregel, indicatoren: Sequence[Indicator]) -> list[Indicator]:
    """The one chosen now first, then those that are most about the same thing."""
    over = kernwoorden(f"{regel.tekst} {regel.doel.tekst if regel.doel else ''}")

    def afstand(indicator: Indicator) -> tuple[bool, float]:
        eigen = kernwoorden(indicator.naam)
        return indicator.id != regel.indicator_id, -gelijkenis(eigen, over) - gelijkenis(over, eigen)

    return sorted(indicatoren, key=afstand)


def _met(indicatoren: Sequence[Indicator], zoek: str) -> list[Indicator]:
    return [i for i in indicatoren if zoek.casefold() in f"{i.naam} {i.definitie}".casefold()]


def _gekozen(code: str) -> Indicator | None:
    if not (code.isascii() and code.isdecimal() and len(code) < 10):
        return None
    return next(iter(queries.bruikbaar(int(code))), None)
