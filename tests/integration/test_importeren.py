"""The import screens: choose, look, take over."""

import io
import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient
from lxml import html
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse, encode_multipart

from app.models import Importvoorstel, Logregel, Notitie, NotitieStatus, Rol
from app.writing.formaten import schrijf
from tests.integration import wordbestanden as word
from tests.integration.conftest import csrf_token
from tests.unit.reading.tekst_bouw import Tekstopmaak, schrijf_tekst
from tests.unit.reading.voorbeeld import voorbeeld
from tests.unit.terug.notities import document, leesbare_notitie

Inloggen = Callable[..., FlaskClient]


@pytest.fixture
def adviseur(inloggen: Inloggen) -> FlaskClient:
    return inloggen(Rol.BELEIDSADVISEUR, organisatie="het-hogeland")


def upload(client: FlaskClient, inhoud: bytes, naam: str = "notitie.docx") -> TestResponse:
    """The body is made in memory: the temporary file of the test client itself is never closed."""
    bestand = FileStorage(io.BytesIO(inhoud), filename=naam, name="bestand")
    grens, lijf = encode_multipart({"bestand": bestand, "csrf_token": csrf_token(client, "/importeren/")})
    return client.post("/importeren/", data=lijf, content_type=f"multipart/form-data; boundary={grens}")


def voorstel(client: FlaskClient, inhoud: bytes | None = None) -> str:
    antwoord = upload(client, word.notitie() if inhoud is None else inhoud)
    assert antwoord.status_code == 303, tekst(antwoord)
    return antwoord.location


def pagina_van(antwoord: TestResponse) -> Any:
    return html.document_fromstring(antwoord.get_data(as_text=True))


def tekst(antwoord: TestResponse) -> str:
    return " ".join(pagina_van(antwoord).find(".//main").text_content().split())


def velden(client: FlaskClient, adres: str, **anders: str) -> dict[str, Any]:
    """The form as the page offers it, with what the user fills in."""
    pagina = pagina_van(client.get(adres))
    formulier = pagina.xpath("//main//form")[0]
    return {**{naam: waarde for naam, waarde in formulier.form_values() if waarde is not None}, **anders}


def tel(session: Session, model: type[Any]) -> int:
    session.rollback()
    return session.scalar(select(func.count()).select_from(model)) or 0


def nieuwste(session: Session) -> Notitie:
    session.rollback()
    return session.scalars(select(Notitie).order_by(Notitie.id.desc())).first()  # type: ignore[return-value]


def test_kiezen_vertelt_wat_er_mag(adviseur: FlaskClient) -> None:
    antwoord = adviseur.get("/importeren/")
    assert antwoord.status_code == 200
    assert "hoogstens 20 MB" in tekst(antwoord)


def test_zonder_bestand_staat_de_melding_bij_het_veld(adviseur: FlaskClient) -> None:
    antwoord = adviseur.post_formulier("/importeren/", {})  # type: ignore[attr-defined]
    assert antwoord.status_code == 422
    pagina = pagina_van(antwoord)
    assert "Kies eerst een bestand." in pagina.get_element_by_id("bestand-fout").text_content()


def test_voorbeeld_toont_oordeel_lezing_en_plaats(adviseur: FlaskClient, session: Session) -> None:
    rijen = word.met(interventies=["1. grond kopen", "dit hoort nergens bij: xyz"])
    pagina = tekst(adviseur.get(voorstel(adviseur, word.notitie(rijen, inleiding="Vooraf een woord."))))
    assert "1 probleemgebied, 2 doelen, 1 interventie; 1 regel niet herkend, 1 doel nog open" in pagina
    assert "dit hoort nergens bij: xyz Komt in de toelichting van Wonen." in pagina
    assert "10% hoger dan in 2020, te halen in 2024" in pagina
    assert "Tabel 1, rij 3, alinea 1" in pagina
    assert "Vooraf een woord." in pagina
    assert "Waarde nog open 1" in pagina
    assert pagina.index("Niet herkend") < pagina.index("Bevindingen") < pagina.index("Wat is herkend")
    assert tel(session, Notitie) == 3


def test_overnemen_met_verbeterde_gegevens(adviseur: FlaskClient, session: Session) -> None:
    adres = voorstel(adviseur)
    ingevuld = velden(adviseur, adres, titel="Woonnotitie", datum="2024-03-01", versie="0.9", doeljaar="2026")
    antwoord = adviseur.post(adres, data=ingevuld, follow_redirects=True)
    assert "De notitie 'Woonnotitie' is overgenomen, als concept." in tekst(antwoord)
    notitie = nieuwste(session)
    assert antwoord.request.path == f"/notities/{notitie.id}"
    assert (notitie.titel, notitie.datum, notitie.versie, notitie.doeljaar, notitie.status) == (
        "Woonnotitie",
        date(2024, 3, 1),
        "0.9",
        2026,
        NotitieStatus.CONCEPT,
    )
    assert [doel.nummer for doel in notitie.probleemgebieden[0].doelen] == [1, 2]
    assert tel(session, Importvoorstel) == 0


def test_twee_keer_drukken_geeft_een_notitie_en_een_duidelijke_melding(adviseur: FlaskClient, session: Session) -> None:
    adres = voorstel(adviseur)
    ingevuld = velden(adviseur, adres)
    assert adviseur.post(adres, data=ingevuld).status_code == 303
    for antwoord in (adviseur.post(adres, data=ingevuld), adviseur.get(adres)):
        assert antwoord.status_code == 404
        assert "Dit voorstel is er niet meer" in antwoord.get_data(as_text=True)
    assert tel(session, Notitie) == 4


def test_annuleren_haalt_het_voorstel_weg(adviseur: FlaskClient, session: Session) -> None:
    adres = voorstel(adviseur)
    ingevuld = velden(adviseur, adres)
    antwoord = adviseur.post(f"{adres}/annuleren", data=ingevuld, follow_redirects=True)
    assert "Er is niets overgenomen." in tekst(antwoord)
    assert (tel(session, Importvoorstel), tel(session, Notitie)) == (0, 3)
    assert adviseur.post(f"{adres}/annuleren", data=ingevuld).status_code == 404


@pytest.mark.parametrize(
    ("veld", "waarde", "melding"),
    [
        ("titel", " ", "Geef de notitie een titel."),
        ("titel", "x" * 301, "300"),
        ("doeljaar", "2019", "Het doeljaar ligt voor het referentiejaar."),
        ("doeljaar", "20245", "jaartal in van vier cijfers"),
        ("datum", "31-31-2020", "datum"),
    ],
)
def test_fout_in_een_veld_bewaart_niets_en_houdt_het_voorstel(
    adviseur: FlaskClient, session: Session, veld: str, waarde: str, melding: str
) -> None:
    adres = voorstel(adviseur)
    antwoord = adviseur.post(adres, data=velden(adviseur, adres, **{veld: waarde}))
    assert antwoord.status_code == 422
    pagina = pagina_van(antwoord)
    assert melding in pagina.get_element_by_id(f"{veld}-fout").text_content()
    assert (tel(session, Importvoorstel), tel(session, Notitie)) == (1, 3)


def test_bestaande_vraagt_eerst_een_keuze(adviseur: FlaskClient, session: Session) -> None:
    adres = voorstel(adviseur)
    adviseur.post(adres, data=velden(adviseur, adres))
    tweede = voorstel(adviseur, word.notitie(word.met(ist=["- te weinig huizen", "- te dure huizen"])))
    assert "De bestaande notitie bijwerken: 1 onderdeel nieuw." in tekst(adviseur.get(tweede))
    antwoord = adviseur.post(tweede, data=velden(adviseur, tweede))
    assert antwoord.status_code == 422
    assert "Kies of u de bestaande notitie bijwerkt" in tekst(antwoord)
    assert tel(session, Notitie) == 4


@pytest.mark.parametrize(
    ("keuze", "aantal", "melding"), [("bijwerken", 4, "bijgewerkt: 1 onderdeel nieuw."), ("nieuw", 5, "overgenomen")]
)
def test_bijwerken_of_nieuw(adviseur: FlaskClient, session: Session, keuze: str, aantal: int, melding: str) -> None:
    adres = voorstel(adviseur)
    adviseur.post(adres, data=velden(adviseur, adres))
    eerste = nieuwste(session).id
    tweede = voorstel(adviseur, word.notitie(word.met(ist=["- te weinig huizen", "- te dure huizen"])))
    antwoord = adviseur.post(tweede, data=velden(adviseur, tweede, keuze=keuze), follow_redirects=True)
    assert melding in tekst(antwoord)
    assert tel(session, Notitie) == aantal
    notitie = nieuwste(session)
    assert (notitie.id == eerste) is (keuze == "bijwerken")
    assert len([p for p in notitie.probleemgebieden[0].punten if p.soort == "ist"]) == 2
    assert session.scalars(select(Logregel).order_by(Logregel.id.desc())).first().bron == "import"  # type: ignore[union-attr]


def test_wat_een_collega_intussen_wijzigde_wordt_niet_overschreven(adviseur: FlaskClient, session: Session) -> None:
    adres = voorstel(adviseur)
    adviseur.post(adres, data=velden(adviseur, adres))
    tweede = voorstel(adviseur)
    ingevuld = velden(adviseur, tweede, keuze="bijwerken")
    nieuwste(session).probleemgebieden[0].toelichting = "Door een collega."
    session.commit()
    antwoord = adviseur.post(tweede, data=ingevuld)
    assert antwoord.status_code == 422
    assert "De bestaande notitie is intussen gewijzigd." in tekst(antwoord)
    assert nieuwste(session).probleemgebieden[0].toelichting == "Door een collega."
    assert "Was: Door een collega." in tekst(antwoord)


def test_een_vastgestelde_notitie_kan_alleen_ernaast(adviseur: FlaskClient, session: Session) -> None:
    adres = voorstel(adviseur)
    adviseur.post(adres, data=velden(adviseur, adres))
    nieuwste(session).status = NotitieStatus.VASTGESTELD
    session.commit()
    tweede = voorstel(adviseur)
    pagina = adviseur.get(tweede)
    assert "kan daarom niet worden bijgewerkt" in tekst(pagina)
    assert 'value="bijwerken"' not in pagina.get_data(as_text=True)
    assert adviseur.post(tweede, data=velden(adviseur, tweede, keuze="bijwerken")).status_code == 422
    assert tel(session, Notitie) == 4


def test_een_andere_titel_kan_ook_een_bestaande_raken(adviseur: FlaskClient, session: Session) -> None:
    adres = voorstel(adviseur)
    adviseur.post(adres, data=velden(adviseur, adres))
    tweede = voorstel(adviseur, word.notitie(titel="Iets anders"))
    antwoord = adviseur.post(tweede, data=velden(adviseur, tweede, titel="Proefnotitie"))
    assert antwoord.status_code == 422
    assert "Deze notitie is er al" in tekst(antwoord)
    assert tel(session, Notitie) == 4


def test_andere_gemeente_waarschuwt(adviseur: FlaskClient) -> None:
    pagina = tekst(
        adviseur.get(voorstel(adviseur, word.notitie(inleiding="Dit is een notitie van de gemeente Eemsdelta.")))
    )
    assert "Dit bestand noemt Eemsdelta, u werkt voor Het Hogeland." in pagina


def test_niemand_anders_ziet_of_neemt_het_voorstel(adviseur: FlaskClient, session: Session, inloggen: Inloggen) -> None:
    adres = voorstel(adviseur)
    ingevuld = velden(adviseur, adres)
    for rol, organisatie in ((Rol.MANAGER, "het-hogeland"), (Rol.BELEIDSADVISEUR, "eemsdelta")):
        ander = inloggen(rol, organisatie=organisatie)
        ingevuld["csrf_token"] = csrf_token(ander, "/importeren/")
        assert ander.get(adres).status_code == 404
        assert ander.post(adres, data=ingevuld).status_code == 404
        assert ander.post(f"{adres}/annuleren", data=ingevuld).status_code == 404
    assert (tel(session, Importvoorstel), tel(session, Notitie)) == (1, 3)


@pytest.mark.parametrize("rol", [Rol.LEZER, Rol.BEHEERDER, Rol.RIGG])
def test_wie_niet_mag_importeren_komt_er_niet_in(inloggen: Inloggen, rol: Rol) -> None:
    client = inloggen(rol)
    assert client.get("/importeren/").status_code == 403
    assert client.get("/importeren/1").status_code == 403


def test_oude_voorstellen_worden_opgeruimd(adviseur: FlaskClient, session: Session) -> None:
    oud = int(voorstel(adviseur).rsplit("/", 1)[1])
    session.rollback()
    session.get_one(Importvoorstel, oud).tijdstip -= timedelta(days=1, minutes=1)
    session.commit()
    voorstel(adviseur)
    session.expire_all()
    assert session.get(Importvoorstel, oud) is None
    assert tel(session, Importvoorstel) == 1


@pytest.mark.parametrize("soort", word.onleesbaar())
def test_wat_geen_bruikbaar_bestand_is_geeft_een_zin_bij_het_veld(
    adviseur: FlaskClient, session: Session, soort: str
) -> None:
    antwoord = upload(adviseur, word.onleesbaar()[soort])
    assert antwoord.status_code == 422
    melding = pagina_van(antwoord).get_element_by_id("bestand-fout").text_content()
    assert len(melding.split()) >= 5
    assert "root:" not in antwoord.get_data(as_text=True)
    assert (tel(session, Importvoorstel), tel(session, Notitie)) == (0, 3)


def test_een_pdf_toont_de_bladzijde_en_is_over_te_nemen(adviseur: FlaskClient, session: Session) -> None:
    adres = voorstel(adviseur, schrijf(document(leesbare_notitie()), "pdf"))
    pagina = tekst(adviseur.get(adres))
    assert "2 probleemgebieden, 4 doelen, 4 interventies; 0 regels niet herkend" in pagina
    assert "Bladzijde 2, regel " in pagina
    adviseur.post(adres, data=velden(adviseur, adres))
    assert [gebied.naam for gebied in nieuwste(session).probleemgebieden] == ["Wonen met hulp", "Vervoer naar school"]


def test_gewone_tekst_toont_de_regel_en_is_over_te_nemen(adviseur: FlaskClient, session: Session) -> None:
    inhoud = schrijf_tekst(voorbeeld(), Tekstopmaak(bladen="ff")).encode("utf-16")
    antwoord = upload(adviseur, inhoud, "notitie.doc")
    pagina = tekst(adviseur.get(antwoord.location))
    assert "3 probleemgebieden, 7 doelen, 6 interventies; 0 regels niet herkend" in pagina
    assert re.search(r"Regel \d+ \(bladzijde 2\)", pagina)
    adviseur.post(antwoord.location, data=velden(adviseur, antwoord.location))
    namen = [gebied.naam for gebied in nieuwste(session).probleemgebieden]
    assert namen == [gebied.naam for gebied in voorbeeld().probleemgebieden]


def test_een_leesprogramma_dat_ontbreekt_is_een_fout_van_de_server(
    adviseur: FlaskClient, monkeypatch: pytest.MonkeyPatch, session: Session
) -> None:
    monkeypatch.setattr("app.reading.bladen.opdracht.BEGIN", "import een_pakket_dat_ontbreekt")
    adviseur.application.config["PROPAGATE_EXCEPTIONS"] = False
    antwoord = upload(adviseur, b"%PDF-1.7")
    assert antwoord.status_code == 500
    assert "beschadigd" not in antwoord.get_data(as_text=True)
    assert tel(session, Importvoorstel) == 0


def test_ook_een_onverwachte_fout_bij_het_lezen_geeft_een_zin(
    adviseur: FlaskClient, monkeypatch: pytest.MonkeyPatch, session: Session
) -> None:
    def stuk(*_args: object, **_kwargs: object) -> object:
        raise RecursionError

    monkeypatch.setattr("app.importeren.routes.lees_notitie", stuk)
    antwoord = upload(adviseur, word.notitie())
    assert antwoord.status_code == 422
    assert "Dit bestand is niet te lezen." in tekst(antwoord)
    assert tel(session, Importvoorstel) == 0


def test_te_groot(adviseur: FlaskClient, session: Session) -> None:
    antwoord = upload(adviseur, b"PK" + bytes(22 * 1024 * 1024))
    assert antwoord.status_code == 413
    assert "groter dan 20 MB" in tekst(antwoord)
    antwoord = upload(adviseur, b"PK" + bytes(20 * 1024 * 1024 + 10))
    assert antwoord.status_code == 422
    assert "20 MB" in tekst(antwoord)
    assert tel(session, Importvoorstel) == 0


VREEMD = {
    "script": "<script>alert(1)</script>",
    "formule": "=cmd()|'/c calc'!A0",
    "emoji": "meer 🏡 en 👨‍👩‍👧",
    "rechts naar links": "‮مرحبا بالعالم‬",
    "lang": "lang " * 4_000,
}


@pytest.mark.parametrize("soort", VREEMD)
def test_vreemde_tekst_komt_er_letterlijk_door(adviseur: FlaskClient, session: Session, soort: str) -> None:
    vreemd = VREEMD[soort].strip()
    rijen = word.met(ist=[f"- {vreemd}"], doelen=[f"1. {vreemd}"])
    naam = vreemd[:200]
    adres = voorstel(adviseur, word.notitie(rijen, naam=f"Wonen {naam}", titel=f"Over {naam}"))
    pagina = adviseur.get(adres).get_data(as_text=True)
    assert "<script>alert" not in pagina
    adviseur.post(adres, data=velden(adviseur, adres))
    notitie = nieuwste(session)
    assert tel(session, Notitie) == 4
    assert _letters(notitie.probleemgebieden[0].doelen[0].tekst) == _letters(vreemd)
    toon = adviseur.get(f"/notities/{notitie.id}")
    assert toon.status_code == 200
    assert "<script>alert" not in toon.get_data(as_text=True)


def _letters(waarde: str) -> str:
    """Without the invisible direction marks, that a reader may leave out."""
    return re.sub("[\u202a-\u202e\u2066-\u2069]", "", waarde)


def test_twee_doelen_2_en_een_toewijzing_naar_9_worden_verteld(adviseur: FlaskClient, session: Session) -> None:
    rijen = word.met(
        doelen=["1. een", "2. twee", "2. nog eens twee"],
        opdracht=["Lokaal", "Realiseren doelen: 1, 9"],
    )
    adres = voorstel(adviseur, word.notitie(rijen))
    pagina = tekst(adviseur.get(adres))
    assert "Doel 2 stond er twee keer; dit is nu doel 3: nog eens twee" in pagina
    assert "Opdracht Lokaal noemt doel 9, maar dat nummer staat er niet." in pagina
    assert adviseur.post(adres, data=velden(adviseur, adres)).status_code == 303
    gebied = nieuwste(session).probleemgebieden[0]
    assert gebied.toelichting.count("[Niet herkend]") == 2
    assert [doel.nummer for doel in gebied.doelen] == [1, 2, 3]


def test_het_voorbeeld_kost_een_vast_aantal_queries(adviseur: FlaskClient, tel_queries: Callable[..., Any]) -> None:
    klein = voorstel(adviseur)
    groot = voorstel(adviseur, word.notitie(word.met(ist=[f"- punt {i}" for i in range(60)])))
    aantallen = []
    for adres in (klein, groot):
        with tel_queries() as teller:
            adviseur.get(adres)
        aantallen.append(teller.aantal)
    assert aantallen[0] == aantallen[1] <= 4
