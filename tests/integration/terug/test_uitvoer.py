"""A notitie or a probleemgebied as a file, from the screen and by command; and what of it is kept."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.notitie.structuur_json import als_dict, uit_dict
from app.models import Notitie, NotitieStatus, Organisatie, Probleemgebied, Uitvoer, nu
from app.reading.seeds.lezen import Seeds
from app.reading.terug.bouw import bouw
from app.reading.terug.lezen import lees_terug
from app.services.notities.overnemen import laad_geheel
from app.services.notities.structuur_van import structuur_van_notitie
from app.services.uitvoer import BEWAARTIJD, bewaar_uitvoer_van_notitie, vind_uitvoer
from app.writing.formaten import FORMATEN
from tests.integration.conftest import ControlerendeClient
from tests.unit.terug.test_heen_en_terug import anders, nieuwe_merken

Inloggen = Callable[..., ControlerendeClient]
HOGELAND = ("--organisatie", "het-hogeland")


def eerste_notitie(session: Session, slug: str = "het-hogeland") -> Notitie:
    keuze = select(Notitie).join(Notitie.organisatie).where(Organisatie.slug == slug)
    return laad_geheel(session, session.scalars(keuze).one())


def onveranderd(inhoud: bytes, uitvoer: Uitvoer) -> None:
    basis = uit_dict(uitvoer.inhoud)
    terug = lees_terug(inhoud)
    assert terug is not None
    assert terug.uitvoer == uitvoer.code
    uit = bouw(terug, basis, nieuwe_merken())
    assert anders(als_dict(basis), als_dict(uit.notitie)) == []
    assert (uit.meldingen, uit.niet_geplaatst) == ([], [])


def test_elk_formaat_van_het_scherm(demo: Seeds, inloggen: Inloggen, session: Session) -> None:
    client = inloggen("beleidsadviseur", organisatie="het-hogeland")
    notitie = eerste_notitie(session)
    adres = f"/notities/{notitie.id}"
    for formaat, soort in FORMATEN.items():
        antwoord = client.post_formulier(f"{adres}/exporteren", {"formaat": formaat}, vanaf=adres)
        assert (antwoord.status_code, antwoord.mimetype) == (200, soort.mimetype.split(";")[0])
        assert f".{formaat}" in antwoord.headers["Content-Disposition"]
        bewaard = session.scalars(select(Uitvoer)).all()
        assert len(bewaard) == 1, "docx came first, odt says the same, and of the others nothing is kept"
        if formaat == "docx":
            assert bewaard[0].notitie_id == notitie.id
            assert als_dict(uit_dict(bewaard[0].inhoud)) == als_dict(structuur_van_notitie(notitie))
            onveranderd(antwoord.data, bewaard[0])


def test_een_los_probleemgebied(demo: Seeds, inloggen: Inloggen, session: Session) -> None:
    client = inloggen("beleidsadviseur", organisatie="het-hogeland")
    gebied = session.scalars(select(Probleemgebied).where(Probleemgebied.volgorde == 3)).first()
    assert gebied is not None
    adres = f"/probleemgebieden/{gebied.id}"
    client = inloggen("beleidsadviseur", organisatie=gebied.notitie.organisatie.slug)
    antwoord = client.post_formulier(f"{adres}/exporteren", {"formaat": "docx"}, vanaf=adres)
    (bewaard,) = session.scalars(select(Uitvoer)).all()
    basis = uit_dict(bewaard.inhoud)
    assert ([g.merk for g in basis.probleemgebieden], basis.inleiding) == ([gebied.merk], "")
    onveranderd(antwoord.data, bewaard)


def test_wie_niet_mag_lezen_krijgt_niets(demo: Seeds, inloggen: Inloggen, session: Session) -> None:
    notitie = eerste_notitie(session)
    client = inloggen("beleidsadviseur", organisatie="eemsdelta")
    velden = {"formaat": "docx"}
    assert (
        client.post_formulier(f"/notities/{notitie.id}/exporteren", velden, vanaf="/notities/nieuw").status_code == 404
    )
    gebied = notitie.probleemgebieden[0].id
    assert (
        client.post_formulier(f"/probleemgebieden/{gebied}/exporteren", velden, vanaf="/notities/nieuw").status_code
        == 404
    )
    assert session.scalars(select(Uitvoer)).all() == []


def test_een_onbekend_formaat_is_een_zin(demo: Seeds, inloggen: Inloggen, session: Session) -> None:
    client = inloggen("beleidsadviseur", organisatie="het-hogeland")
    adres = f"/notities/{eerste_notitie(session).id}"
    antwoord = client.post_formulier(f"{adres}/exporteren", {"formaat": "exe"}, vanaf=adres)
    assert antwoord.status_code == 422
    assert "Dit soort bestand bestaat niet." in antwoord.get_data(as_text=True)


def test_hetzelfde_nog_een_keer_is_dezelfde_uitvoer_en_oude_gaan_weg(demo: Seeds, session: Session) -> None:
    notitie = eerste_notitie(session)
    inhoud = structuur_van_notitie(notitie)

    def bewaar() -> Uitvoer:
        return bewaar_uitvoer_van_notitie(session, notitie=notitie, inhoud=inhoud, gebruiker_id=None)

    eerste = bewaar()
    assert bewaar() is eerste
    inhoud.inleiding += "Iets erbij."
    tweede = bewaar()
    assert tweede.code != eerste.code
    eerste.tijdstip = nu() - BEWAARTIJD - timedelta(days=1)
    session.flush()
    inhoud.inleiding += "Nog iets."
    bewaar()
    codes, organisatie = (eerste.code, tweede.code), notitie.organisatie_id
    session.expunge_all()
    van_ons = [vind_uitvoer(session, code=code, organisatie_id=organisatie) for code in codes]
    assert [gevonden is None for gevonden in van_ons] == [True, False]
    assert vind_uitvoer(session, code=codes[1], organisatie_id=organisatie + 1) is None


def voer_uit(app: Flask, *argumenten: str | Path) -> Result:
    return app.test_cli_runner().invoke(args=["exporteer", "notitie", *map(str, argumenten)])


def test_opdracht_schrijft_elk_formaat(app: Flask, demo: Seeds, tmp_path: Path, session: Session) -> None:
    for formaat in FORMATEN:
        uit = tmp_path / f"notitie.{formaat}"
        uitkomst = voer_uit(app, *HOGELAND, "--formaat", formaat, "--uit", uit)
        assert (uitkomst.exit_code, uitkomst.stderr) == (0, "")
        assert str(uit) in uitkomst.stdout
        assert uit.stat().st_size > 1_000
    onveranderd((tmp_path / "notitie.docx").read_bytes(), session.scalars(select(Uitvoer)).one())
    als_json = json.loads((tmp_path / "notitie.json").read_text())
    assert uit_dict(als_json) == structuur_van_notitie(eerste_notitie(session))


def test_opdracht_neemt_de_nieuwste_of_de_genoemde_notitie(app: Flask, demo: Seeds, session: Session) -> None:
    oud = eerste_notitie(session)
    vast = {"organisatie_id": oud.organisatie_id, "status": NotitieStatus.CONCEPT}
    session.add(Notitie(titel="Een nieuwere", datum=nu().date(), **vast))
    session.commit()
    nieuwste = voer_uit(app, *HOGELAND, "--formaat", "json", "--uit", "-")
    genoemd = voer_uit(app, *HOGELAND, "--formaat", "json", "--uit", "-", "--notitie", str(oud.id))
    assert [json.loads(u.stdout)["titel"] for u in (nieuwste, genoemd)] == ["Een nieuwere", oud.titel]


@pytest.mark.parametrize(
    ("argumenten", "zin"),
    [
        (("--organisatie", "westerkwartier", "--notitie", "999"), "Westerkwartier heeft geen notitie met nummer 999."),
        (("--organisatie", "rigg"), "heeft nog geen notitie."),
        (("--organisatie", "nergens"), "Er is geen organisatie 'nergens'."),
    ],
)
def test_opdracht_weigert_met_een_zin(app: Flask, demo: Seeds, argumenten: tuple[str, ...], zin: str) -> None:
    uitkomst = voer_uit(app, *argumenten, "--formaat", "docx", "--uit", "x.docx")
    assert (uitkomst.exit_code, uitkomst.stdout) == (2, "")
    assert zin in uitkomst.stderr
