"""The notitie that is there already under the title of the file, and what updating it would do."""

import hashlib
import json
from dataclasses import dataclass

from flask_login import current_user

from app.domain.notitie.status import hoe_verder
from app.domain.notitie.structuur_json import als_dict
from app.domain.notitie.verschil import Aard, Verschil, Wijziging
from app.domain.structuur import Notitie as Structuur
from app.importeren.forms import BIJWERKEN, NIEUW, OverneemFormulier
from app.models import Notitie, NotitieStatus, db
from app.services.notities.overnemen import laad_geheel, wat_verandert, zoek_bestaande
from app.services.notities.structuur_van import structuur_van_notitie

KIES = "Kies of u de bestaande notitie bijwerkt of een nieuwe maakt."
VERANDERD = "De bestaande notitie is intussen gewijzigd. Kijk opnieuw wat bijwerken verandert, en kies dan."
TITELS = {
    Aard.VERWIJDERD: "Verdwijnt",
    Aard.GEWIJZIGD: "Wordt anders",
    Aard.NIEUW: "Komt erbij",
    Aard.VERPLAATST: "Krijgt een andere plaats",
    Aard.HERNUMMERD: "Krijgt een ander nummer",
}


@dataclass(frozen=True, slots=True)
class Bestaand:
    """`stand`: a fingerprint of what the notitie holds, to see whether a colleague changed it meanwhile."""

    notitie: Notitie
    verschil: Verschil
    stand: str

    @property
    def bij_te_werken(self) -> bool:
        return self.notitie.status is NotitieStatus.CONCEPT

    @property
    def hoe_verder(self) -> str:
        return hoe_verder(self.notitie.status)

    @property
    def groepen(self) -> list[tuple[str, list[Wijziging]]]:
        return [(titel, wijzigingen) for aard, titel in TITELS.items() if (wijzigingen := self.verschil.van(aard))]


def vind_bestaand(bron: Structuur) -> Bestaand | None:
    """None when the own organisatie has no notitie of that title and date."""
    notitie = zoek_bestaande(
        db.session(), organisatie_id=current_user.organisatie_id, titel=bron.titel, datum=bron.datum
    )
    if notitie is None:
        return None
    verschil = wat_verandert(db.session(), bestaand=notitie, bron=bron)
    return Bestaand(notitie, verschil, _stand(notitie))


def _stand(notitie: Notitie) -> str:
    inhoud = als_dict(structuur_van_notitie(laad_geheel(db.session(), notitie)))
    return hashlib.sha256(json.dumps(inhoud, sort_keys=True).encode()).hexdigest()


def zet_keuzes(form: OverneemFormulier, bestaand: Bestaand | None) -> None:
    """The choices that exist now; the form also carries what they were about."""
    if bestaand is None:
        form.bestaand_id.data = form.getoond.data = ""
        return
    bijwerken = (BIJWERKEN, f"De bestaande notitie bijwerken: {bestaand.verschil.zin}.")
    nieuw = (NIEUW, "Als nieuwe notitie bewaren, naast de bestaande.")
    form.keuze.choices = [bijwerken, nieuw] if bestaand.bij_te_werken else [nieuw]
    form.bestaand_id.data, form.getoond.data = str(bestaand.notitie.id), bestaand.stand


def is_gekozen(form: OverneemFormulier, bestaand: Bestaand | None) -> bool:
    """False, with a message on the field, when the user has to choose (again)."""
    if bestaand is None:
        return True
    fout = _keuzefout(form, bestaand)
    form.keuze.errors = [fout] if fout else []
    return fout is None


def _keuzefout(form: OverneemFormulier, bestaand: Bestaand) -> str | None:
    gezien = form.bestaand_id.data == str(bestaand.notitie.id)
    if form.keuze.data == NIEUW and gezien:
        return None
    if form.keuze.data != BIJWERKEN or not gezien or not bestaand.bij_te_werken:
        return KIES
    return None if form.getoond.data == bestaand.stand else VERANDERD
