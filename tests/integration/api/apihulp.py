"""What the tests of the API share: two gemeenten of one regio and one elsewhere, indicatoren, and keys."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from typing import Any

from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from app.domain.cijfers.indicator import Reekssoort
from app.domain.cijfers.meetperiode import lees_meetperiode
from app.models import ApiToken, Indicator, Meting, Organisatie, Reeks, Regio, nu
from app.services.sleutels import hash_van
from tests.standen import begin_met

API = "/api/v1"


@dataclass
class Wereld:
    app: Flask
    session: Session
    ids: dict[str, int] = field(default_factory=dict)
    sleutels: dict[str, str] = field(default_factory=dict)

    def vraag(self, pad: str, sleutel: str | None = "schrijver", methode: str = "GET", **wat: Any) -> TestResponse:
        """`pad` below /api/v1; {naam} in it is the id of that indicator."""
        koppen = {"Authorization": f"Bearer {self.sleutels.get(sleutel, sleutel)}"} if sleutel else {}
        koppen |= wat.pop("headers", {})
        adres = API + pad.format(**self.ids)
        return self.app.test_client().open(adres, method=methode, headers=koppen, **wat)

    def lever(self, *metingen: Any, naam: str = "clienten", vraag: str = "", **wat: Any) -> TestResponse:
        """POST of these metingen: (periode, waarde) or a dict."""
        rijen = [m if isinstance(m, dict) else {"periode": m[0], "waarde": m[1]} for m in metingen]
        inhoud: dict[str, Any] = {"metingen": rijen}
        if "reden" in wat:
            inhoud["reden"] = wat.pop("reden")
        return self.vraag(f"/indicatoren/{self.ids[naam]}/metingen{vraag}", methode="POST", json=inhoud, **wat)

    def metingen(self, naam: str = "clienten", organisatie: str = "testdorp") -> dict[tuple[str, str, str], Decimal]:
        """What the tables say: (gebied, soort, period code) -> value."""
        self.session.rollback()
        keuze = (
            select(Reeks.gebied, Reeks.soort, Meting.van, Meting.tot, Meting.waarde)
            .join(Reeks, Meting.reeks_id == Reeks.id)
            .where(Reeks.indicator_id == self.ids[naam], Reeks.organisatie_id == self.ids[organisatie])
        )
        rijen = self.session.execute(keuze)
        return {(r.gebied, r.soort.value, f"{r.van}/{r.tot}"): r.waarde for r in rijen}

    def aantal(self, model: Any) -> int:
        self.session.rollback()
        return self.session.scalar(select(func.count()).select_from(model)) or 0

    def zet(self, naam: str, organisatie: str, rijen: Iterable[tuple[str, str, str]]) -> None:
        """Metingen straight into the tables: (gebied, periode, waarde)."""
        reeksen: dict[str, Reeks] = {}
        for gebied, periode, waarde in rijen:
            reeks = reeksen.get(gebied) or self._reeks(naam, organisatie, gebied)
            reeksen[gebied] = reeks
            wanneer = lees_meetperiode(periode)
            self.session.add(
                Meting(
                    organisatie_id=self.ids[organisatie],
                    reeks_id=reeks.id,
                    van=wanneer.van,
                    tot=wanneer.tot,
                    waarde=Decimal(waarde),
                )
            )
        self.session.commit()

    def _reeks(self, naam: str, organisatie: str, gebied: str) -> Reeks:
        wie = {"organisatie_id": self.ids[organisatie], "indicator_id": self.ids[naam], "gebied": gebied}
        reeks = self.session.scalars(select(Reeks).filter_by(soort=Reekssoort.REALISATIE, **wie)).first()
        if reeks is None:
            reeks = Reeks(**wie)
            self.session.add(reeks)
            self.session.flush()
        return reeks


def maak_wereld(app: Flask, session: Session) -> Wereld:
    ids, sleutels = begin_met(app, session, vul)
    return Wereld(app, session, dict(ids), dict(sleutels))


def vul(session: Session) -> tuple[dict[str, int], dict[str, str]]:
    """testdorp (with three keys) and buurdorp share a regio, verdorp stands alone; each has an indicator."""
    regio = Regio(slug="oost", naam="Oost")
    dorpen = {
        slug: Organisatie(slug=slug, naam=slug.capitalize(), soort="gemeente", regio=regio if waar else None)
        for slug, waar in (("testdorp", True), ("buurdorp", True), ("verdorp", False))
    }
    session.add_all(dorpen.values())
    session.flush()
    ids = {slug: dorp.id for slug, dorp in dorpen.items()}
    for naam, dorp, velden in (
        ("clienten", "testdorp", {"eenheid": "aantal"}),
        ("aandeel", "testdorp", {"eenheid": "procent", "ondergrens": Decimal(0), "bovengrens": Decimal(100)}),
        ("gedeeld", "buurdorp", {"eenheid": "aantal", "gedeeld": True}),
        ("geheim", "buurdorp", {"eenheid": "aantal"}),
        ("ver", "verdorp", {"eenheid": "aantal", "gedeeld": True}),
    ):
        indicator = Indicator(naam=f"Indicator {naam}", organisatie_id=ids[dorp], **velden)
        session.add(indicator)
        session.flush()
        ids[naam] = indicator.id
    sleutels = {}
    for naam, dorp, schrijft, ziet in (
        ("schrijver", "testdorp", True, True),
        ("lezer", "testdorp", False, False),
        ("kijker", "testdorp", False, True),
        ("buur", "buurdorp", True, True),
        ("ver weg", "verdorp", True, True),
    ):
        sleutels[naam] = maak_sleutel(session, ids[dorp], naam, schrijft, ziet)
    session.commit()
    return ids, sleutels


def maak_sleutel(session: Session, organisatie_id: int, naam: str, schrijft: bool, ziet: bool, **velden: Any) -> str:
    geheim = f"doelspoor_{naam.replace(' ', '')}-{'x' * 30}"
    velden = {"verloopt_op": nu() + timedelta(days=30), **velden}
    session.add(
        ApiToken(
            organisatie_id=organisatie_id,
            naam=naam,
            hash=hash_van(geheim),
            mag_schrijven=schrijft,
            ziet_kleine_aantallen=ziet,
            **velden,
        )
    )
    session.flush()
    return geheim
