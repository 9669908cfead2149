"""Addresses to try: every route, filled with what exists in the demonstration data."""

from dataclasses import dataclass

from sqlalchemy import select
from werkzeug.routing import Rule

from app.models import Doel, Notitie, Organisatie, Probleemgebied, db

# A method that may be called without a body; a route that knows GET as well is visited, not changed.
METHODEN = ("GET", "POST")


@dataclass(frozen=True)
class Voorbeelden:
    notitie: int
    probleemgebied: int
    doel: int

    @classmethod
    def van(cls, slug: str) -> "Voorbeelden":
        """Records of one organisatie; what is not there (an upload, a removal) gets an id that does not exist."""
        keuze = (
            select(Notitie.id, Probleemgebied.id, Doel.id)
            .join(Organisatie, Notitie.organisatie_id == Organisatie.id)
            .join(Probleemgebied, Probleemgebied.notitie_id == Notitie.id)
            .join(Doel, Doel.probleemgebied_id == Probleemgebied.id)
            .where(Organisatie.slug == slug)
            .order_by(Notitie.id, Probleemgebied.volgorde, Doel.nummer)
        )
        return cls(*db.session.execute(keuze.limit(1)).one())

    def adres(self, regel: Rule) -> str:
        return "".join(
            str(self._waarde(regel, deel)) if dynamisch else deel for dynamisch, deel in regel._trace
        ).removeprefix("|")

    def _waarde(self, regel: Rule, naam: str) -> int | str:
        begin = regel.rule.strip("/").partition("/")[0]
        per_naam: dict[str, int | str] = {"soort": "doel", "item_id": self.doel, "formaat": "docx"}
        per_begin = {"notities": self.notitie, "probleemgebieden": self.probleemgebied}
        if naam in per_naam:
            return per_naam[naam]
        if naam == "id_":
            return per_begin.get(begin, 999_999)
        raise AssertionError(f"Zeg in {__file__} wat in {regel.rule} op de plaats van <{naam}> komt.")

    def bestaat(self, regel: Rule) -> bool:
        """Whether the demonstration data hold what this address asks for."""
        return "999999" not in self.adres(regel)


def methoden(regel: Rule) -> list[str]:
    return [methode for methode in METHODEN if methode in (regel.methods or ())]
