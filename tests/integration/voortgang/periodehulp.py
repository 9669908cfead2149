"""What the tests of the life of a period share: a gemeente with a few maatregelen."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.voortgang.overzicht import VoortgangBeeld
from app.models import Bron, Gebruiker, Logregel, Maatregel, Rapportageperiode, Rol, Voortgangsregel
from app.services.accounts.gebruiker_maken import maak_gebruiker
from app.services.logboek import OPDRACHTREGEL, Dader
from app.services.organisaties.maken import maak_organisatie
from app.services.voortgang.maatregel_beheren import voeg_maatregel_toe
from app.services.voortgang.periode_starten import start_periode
from app.services.voortgang.periode_status import (
    sluit_periode,
    zet_ter_controle,
)
from app.services.voortgang.regel_beoordelen import keur_alles_goed
from app.services.voortgang.regel_bewaren import bewaar_regel
from app.services.voortgang.thema_beheren import voeg_thema_toe

Tel = Callable[[], AbstractContextManager[Any]]


class Dorp:
    """A gemeente with one thema, three maatregelen and someone who owns the first."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.organisatie = maak_organisatie(session, slug="testdorp", naam="Testdorp", door=OPDRACHTREGEL)
        self.wie: Gebruiker = maak_gebruiker(
            session, email="a@testdorp.example", naam="Ada", rol=Rol.BELEIDSADVISEUR,
            organisatie=self.organisatie, wachtwoord="lang-genoeg-123",
        )  # fmt: skip
        self.door = Dader(self.wie.id, Bron.SCHERM)
        self.thema = voeg_thema_toe(session, organisatie_id=self.organisatie.id, naam="Samen", door=self.door)
        eigenaren = (self.wie.id, None, None)
        self.maatregelen = [
            voeg_maatregel_toe(
                session,
                thema=self.thema,
                waarden={"naam": f"Maatregel {letter}", "letter": letter, "eigenaar_id": eigenaar},
                door=self.door,
            )
            for letter, eigenaar in zip("abc", eigenaren, strict=True)
        ]

    def start(self, code: str) -> Rapportageperiode:
        return start_periode(self.session, organisatie_id=self.organisatie.id, code=code, door=self.door).periode

    def regel(self, periode: Rapportageperiode, letter: str) -> Voortgangsregel:
        keuze = select(Voortgangsregel).join(Maatregel, Maatregel.id == Voortgangsregel.maatregel_id)
        return self.session.scalars(
            keuze.where(Voortgangsregel.periode_id == periode.id, Maatregel.letter == letter)
        ).one()

    def bewaar(self, regel: Voortgangsregel, **waarden: Any) -> bool:
        return bewaar_regel(self.session, regel=regel, waarden=waarden, door=self.door)

    def vul(self, periode: Rapportageperiode) -> None:
        self.bewaar(self.regel(periode, "a"), voortgang="Het loopt.", planning="Doorlopend")
        self.bewaar(self.regel(periode, "b"), voortgang="Klaar.", planning="Afgerond")
        self.bewaar(self.regel(periode, "c"), voortgang="Komt nog.", planning="1 januari 2020\nQ2 2020")

    def sluit(self, periode: Rapportageperiode) -> VoortgangBeeld:
        keur_alles_goed(self.session, periode=periode, door=self.door)
        zet_ter_controle(self.session, periode=periode, door=self.door)
        return sluit_periode(self.session, periode=periode, door=self.door)

    def log(self) -> list[str]:
        return list(self.session.scalars(select(Logregel.omschrijving).order_by(Logregel.id)))


def per_letter(beeld: VoortgangBeeld) -> dict[str | None, Any]:
    return {m.letter: m.regels[0] for m in beeld.maatregelen}
