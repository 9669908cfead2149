"""What the tests of the edit screens share: a notitie to edit, forms read from the page as a browser would."""

import re
from dataclasses import dataclass
from typing import Any

from flask.testing import FlaskClient
from lxml import html
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from app.domain import structuur as s
from app.models import (
    Doel,
    Gebruiker,
    Indicatorregel,
    Interventie,
    Notitie,
    NotitieStatus,
    Onderdeel,
    Opdracht,
    Organisatie,
    Probleemgebied,
    Punt,
    PuntSoort,
    Rol,
    Toewijzing,
)
from app.services.accounts.wachtwoorden import versleutel
from app.services.notities.structuur_van import structuur_van_probleemgebied
from tests.binnen import laat_binnen, token_van
from tests.standen import begin_met

WACHTWOORD = "een-goed-wachtwoord"
LOKAAL, RIGG = s.Opdrachtnemer.LOKAAL, s.Opdrachtnemer.RIGG


def maak_organisatie(session: Session, slug: str = "testdorp") -> Organisatie:
    organisatie = Organisatie(slug=slug, naam=slug.capitalize(), soort="gemeente")
    session.add(organisatie)
    session.flush()
    return organisatie


def maak_gebruiker(
    session: Session, organisatie: Organisatie, rol: Rol = Rol.BELEIDSADVISEUR, naam: str = "Jo Jansen"
) -> Gebruiker:
    email = f"{naam.lower().replace(' ', '.')}@{organisatie.slug}.example"
    gebruiker = Gebruiker(
        email=email, naam=naam, rol=rol, organisatie=organisatie, wachtwoord_hash=versleutel(WACHTWOORD)
    )
    session.add(gebruiker)
    session.flush()
    return gebruiker


def maak_gebied(session: Session, notitie: Notitie, naam: str = "Wachttijden", volgorde: int = 1) -> Probleemgebied:
    """Doelen 1, 2, 4; indicatoren at 1 and 2 (twice); interventies 1 (a, c), 2; toewijzingen of every kind."""
    vast = {"organisatie_id": notitie.organisatie_id}
    gebied = Probleemgebied(notitie_id=notitie.id, naam=naam, volgorde=volgorde, toelichting="Waarom.", **vast)
    session.add(gebied)
    session.flush()
    for soort in PuntSoort:
        gebied.punten += [Punt(soort=soort, volgorde=i, tekst=f"{soort.value} {i}", **vast) for i in (1, 2, 3)]
    doelen = [Doel(nummer=n, tekst=f"Doel tekst {n}", **vast) for n in (1, 2, 4)]
    doelen[1].toewijzingen = [
        Toewijzing(opdrachtnemer=LOKAAL, voorbehoud=True, **vast),
        Toewijzing(opdrachtnemer=RIGG, voorbehoud=False, **vast),
    ]
    gebied.doelen += doelen
    session.flush()
    for volgorde_, (doel, tekst) in enumerate(((doelen[1], "B1"), (doelen[0], "A1"), (doelen[1], "B2")), start=1):
        gebied.indicatoren.append(Indicatorregel(doel_id=doel.id, volgorde=volgorde_, tekst=tekst, **vast))
    interventies = [Interventie(nummer=n, tekst=f"Interventie tekst {n}", **vast) for n in (1, 2)]
    interventies[0].onderdelen = [Onderdeel(letter=letter, tekst=f"Deel {letter}", **vast) for letter in "ac"]
    # Only an onderdeel is given away here, onder voorbehoud, and not the interventie itself.
    interventies[0].onderdelen[1].toewijzingen = [Toewijzing(opdrachtnemer=RIGG, voorbehoud=True, **vast)]
    gebied.interventies += interventies
    for wie in s.Opdrachtnemer:
        gebied.opdrachten += [
            Opdracht(opdrachtnemer=wie, volgorde=i, tekst=f"Opdracht {wie.value} {i}", **vast) for i in (1, 2)
        ]
    session.flush()
    return gebied


def maak_notitie(
    session: Session, organisatie: Organisatie, titel: str = "Jeugd", status: NotitieStatus = NotitieStatus.CONCEPT
) -> Notitie:
    notitie = Notitie(organisatie_id=organisatie.id, titel=titel, status=status)
    session.add(notitie)
    session.flush()
    return notitie


def toestand(session: Session, gebied_id: int) -> dict[str, Any]:
    """Everything that is stored of a probleemgebied, down to the id and merk of every item and each voorbehoud."""
    session.rollback()
    session.expire_all()
    gebied = session.get(Probleemgebied, gebied_id)
    if gebied is None:
        return {}
    return {
        "structuur": structuur_van_probleemgebied(gebied),
        "punten": [(p.id, p.soort, p.volgorde, p.tekst) for p in gebied.punten],
        "doelen": [(d.id, d.nummer, d.tekst, wie(d)) for d in gebied.doelen],
        "indicatoren": sorted((i.id, i.doel_id, i.los_nummer, i.tekst) for i in gebied.indicatoren),
        "interventies": [
            (i.id, i.nummer, i.tekst, wie(i), [(o.id, o.letter, o.tekst, wie(o)) for o in i.onderdelen])
            for i in gebied.interventies
        ],
        "opdrachten": [(o.id, o.opdrachtnemer, o.volgorde, o.tekst) for o in gebied.opdrachten],
        "merken": merken(gebied),
    }


def merken(gebied: Probleemgebied) -> dict[str, str]:
    """Of the probleemgebied and everything in it, by what it says."""
    items: list[Any] = [*gebied.punten, *gebied.doelen, *gebied.indicatoren, *gebied.interventies, *gebied.opdrachten]
    items += [onderdeel for interventie in gebied.interventies for onderdeel in interventie.onderdelen]
    return {f"{type(item).__name__} {item.tekst}": item.merk for item in items} | {gebied.naam: gebied.merk}


def wie(drager: Doel | Interventie | Onderdeel) -> set[tuple[str, bool]]:
    return {(t.opdrachtnemer.value, t.voorbehoud) for t in drager.toewijzingen}


def log_in(client: FlaskClient, email: str, wachtwoord: str = WACHTWOORD, naar: str = "/inloggen") -> TestResponse:
    """With the form, for tests of logging in; others come in with `laat_binnen`."""
    velden = formulier(client.get(naar)) | {"email": email, "wachtwoord": wachtwoord}
    return client.post(naar, data=velden)


def formulier(antwoord: TestResponse, actie: str | None = None) -> dict[str, str]:
    """What a browser would send of the form in <main> (or of the one that goes to `actie`), without a button."""
    assert antwoord.status_code in (200, 409, 422), antwoord.get_data(as_text=True)
    wortel = html.document_fromstring(antwoord.get_data(as_text=True))
    keuze = f"//form[@action='{actie}']" if actie else "//main//form[not(@action)]"
    gevonden = wortel.xpath(keuze)
    assert gevonden, f"Geen formulier {actie or ''} op de pagina"
    # The line break that follows the start tag of a textarea is not part of its value.
    return {naam: re.sub(r"\A\r?\n", "", waarde or "") for naam, waarde in gevonden[0].form_values()}


def sla_op(client: FlaskClient, adres: str, velden: dict[str, Any], **anders: Any) -> TestResponse:
    return client.post(adres, data={**velden, **anders})


def kies(antwoord: TestResponse, wie: str = "mijn", actie: str | None = None) -> dict[str, str]:
    """The form that came back, with for everything that is asked the text of `wie`: "hun" or "mijn"."""
    assert antwoord.status_code in (409, 422)
    namen = html.document_fromstring(antwoord.get_data(as_text=True)).xpath(
        "//input[@type='radio' and starts-with(@name, 'keuze-')]/@name"
    )
    assert namen, "Er is niets te kiezen."
    return formulier(antwoord, actie) | dict.fromkeys(namen, wie)


def naast_elkaar(antwoord: TestResponse) -> dict[str, list[str]]:
    """Per label what the page shows: where I started, theirs, mine; without the words that say what changed."""
    wortel = html.document_fromstring(antwoord.get_data(as_text=True))
    for weg in wortel.xpath("//fieldset[contains(@class, 'botsing')]//del"):
        weg.drop_tree()
    for hulpwoord in wortel.xpath("//fieldset[contains(@class, 'botsing')]//*[@class='verborgen']"):
        hulpwoord.drop_tree()
    return {
        " ".join(vak.findtext("legend").split()).removesuffix(": welke tekst blijft?"): [
            " ".join(tekst.text_content().split()) for tekst in vak.find_class("botsing__tekst")
        ]
        for vak in wortel.find_class("botsing")
    }


def tekst_van(antwoord: TestResponse) -> str:
    wortel = html.document_fromstring(antwoord.get_data(as_text=True))
    return " ".join(wortel.text_content().split())


def melding(antwoord: TestResponse) -> str:
    wortel = html.document_fromstring(antwoord.get_data(as_text=True))
    return " ".join(" ".join(wortel.xpath("//div[@class='meldingen']")[0].text_content().split()).split())


def volg(client: FlaskClient, antwoord: TestResponse) -> TestResponse:
    assert antwoord.status_code == 303, (antwoord.status_code, antwoord.get_data(as_text=True)[:3000])
    return client.get(antwoord.location)


def doe(client: FlaskClient, adres: str, **velden: str) -> TestResponse:
    """Press a button that stands in a form of its own, and look at the page that follows."""
    return volg(client, client.post(adres, data={"csrf_token": token_van(client), **velden}))


def maak_ongedaan(client: FlaskClient, pagina: TestResponse) -> TestResponse:
    gevonden = re.search(r'action="(/verwijderingen/\d+/terugzetten)"', pagina.get_data(as_text=True))
    assert gevonden, "De pagina biedt niet aan om het ongedaan te maken."
    return doe(client, gevonden[1])


def een(session: Session, model: type[Any], **velden: Any) -> Any:
    session.rollback()
    session.expire_all()
    return session.scalars(select(model).filter_by(**velden)).one()


@dataclass
class Wereld:
    client: FlaskClient
    session: Session
    gebied: int
    notitie: int
    organisatie: int

    @property
    def basis(self) -> str:
        return f"/probleemgebieden/{self.gebied}"

    def toestand(self) -> dict[str, Any]:
        return toestand(self.session, self.gebied)

    def doelen(self) -> list[tuple[int, str]]:
        return [(nummer, tekst) for _, nummer, tekst, _ in self.toestand()["doelen"]]

    def id(self, model: type[Any], **velden: Any) -> int:
        return int(een(self.session, model, **velden).id)

    def doe(self, soort: str, id_: int, wat: str, **velden: str) -> Any:
        return doe(self.client, f"{self.basis}/{soort}/{id_}/{wat}", **velden)

    def verwijder(self, soort: str, id_: int) -> Any:
        return self.doe(soort, id_, "verwijderen")


def maak_wereld(client: FlaskClient, session: Session, rol: Rol = Rol.BELEIDSADVISEUR) -> Wereld:
    """One gemeente with one notitie with one probleemgebied, and its adviseur logged in."""
    gebied, notitie, organisatie = begin_met(client.application, session, vul)
    email = maak_gebruiker(session, session.get_one(Organisatie, organisatie), rol).email
    session.commit()
    laat_binnen(client, email)
    return Wereld(client, session, gebied, notitie, organisatie)


def vul(session: Session) -> tuple[int, int, int]:
    organisatie = maak_organisatie(session)
    notitie = maak_notitie(session, organisatie)
    gebied = maak_gebied(session, notitie)
    session.commit()
    return gebied.id, notitie.id, organisatie.id
