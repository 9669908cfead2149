"""Addresses to try: every route, filled with what exists in the demonstration data."""

import re
from dataclasses import dataclass

from sqlalchemy import select
from werkzeug.routing import Rule

from app.models import (
    Doel,
    Indicator,
    Indicatorregel,
    Maatregel,
    Meting,
    Notitie,
    Organisatie,
    Probleemgebied,
    Rapportageperiode,
    Reeks,
    Thema,
    Voortgangsregel,
    db,
)

# Of the demonstration data; still open, so that its rows can be filled in.
PERIODE = "2019-H2"

# No table holds so many rows yet.
ONBEKEND = 999_999

# A method that may be called without a body; a route that knows GET as well is visited, not changed.
METHODEN = ("GET", "POST")


@dataclass(frozen=True)
class Voorbeelden:
    notitie: int
    probleemgebied: int
    doel: int
    thema: int
    maatregel: int
    regel: int
    indicator: int = ONBEKEND
    meting: int = ONBEKEND
    indicatorregel: int = ONBEKEND

    @classmethod
    def van(cls, slug: str) -> "Voorbeelden":
        """Records of one organisatie; what is not there (an upload, a removal) gets an id that does not exist."""
        keuze = (
            select(Notitie.id, Probleemgebied.id, Doel.id, Thema.id, Maatregel.id, Voortgangsregel.id)
            .join(Organisatie, Notitie.organisatie_id == Organisatie.id)
            .join(Probleemgebied, Probleemgebied.notitie_id == Notitie.id)
            .join(Doel, Doel.probleemgebied_id == Probleemgebied.id)
            .join(Thema, Thema.organisatie_id == Organisatie.id)
            .join(Maatregel, Maatregel.thema_id == Thema.id)
            .join(Voortgangsregel, Voortgangsregel.maatregel_id == Maatregel.id)
            .join(Rapportageperiode, Rapportageperiode.id == Voortgangsregel.periode_id)
            .where(Organisatie.slug == slug, Rapportageperiode.code == PERIODE)
            .order_by(Notitie.id, Probleemgebied.volgorde, Doel.nummer, Thema.nummer, Maatregel.volgorde)
        )
        return cls(*db.session.execute(keuze.limit(1)).one(), **_cijfers(slug))

    def adres(self, regel: Rule) -> str:
        return "".join(
            str(self._waarde(regel, deel)) if dynamisch else deel for dynamisch, deel in regel._trace
        ).removeprefix("|")

    def _waarde(self, regel: Rule, naam: str) -> int | str:
        begin = re.findall(rf"(?:^|/)([a-z]+)/<int:{naam}>", regel.rule) or [""]
        per_naam: dict[str, int | str] = {
            "soort": "doel",
            "item_id": self.doel,
            "formaat": "docx",
            "code": PERIODE,
            "meting_id": self.meting,
        }
        per_begin = {
            "notities": self.notitie,
            "probleemgebieden": self.probleemgebied,
            "themas": self.thema,
            "maatregelen": self.maatregel,
            "regels": self.regel,
            "indicatoren": self.indicator,
            "indicatorregels": self.indicatorregel,
            "doelen": self.doel,
        }
        if naam in per_naam:
            return per_naam[naam]
        if naam == "id_":
            return per_begin.get(begin[0], ONBEKEND)
        raise AssertionError(f"Zeg in {__file__} wat in {regel.rule} op de plaats van <{naam}> komt.")

    def bestaat(self, regel: Rule) -> bool:
        """Whether the demonstration data hold what this address asks for."""
        return str(ONBEKEND) not in self.adres(regel)


def _cijfers(slug: str) -> dict[str, int]:
    """An indicator that nobody else may see, a figure of it, and a line of a notitie."""
    eigen = (
        select(Indicator.id, Meting.id)
        .join(Reeks, Reeks.indicator_id == Indicator.id)
        .join(Meting, Meting.reeks_id == Reeks.id)
        .join(Organisatie, Organisatie.id == Indicator.organisatie_id)
        .where(Organisatie.slug == slug, Reeks.organisatie_id == Organisatie.id, ~Indicator.gedeeld)
    )
    regel = select(Indicatorregel.id).join(Organisatie, Organisatie.id == Indicatorregel.organisatie_id)
    gevonden = db.session.execute(eigen.order_by(Indicator.id, Meting.id).limit(1)).first() or (ONBEKEND, ONBEKEND)
    van_notitie = db.session.scalars(regel.where(Organisatie.slug == slug).order_by(Indicatorregel.id).limit(1)).first()
    return {"indicator": gevonden[0], "meting": gevonden[1], "indicatorregel": van_notitie or ONBEKEND}


def methoden(regel: Rule) -> list[str]:
    return [methode for methode in METHODEN if methode in (regel.methods or ())]
