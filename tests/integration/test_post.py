"""Handing over one mail: logging in, refusing, and what a message never says."""

import pytest

from app.services.post.versturen import MailserverOnbereikbaar, Postbus, PostFout
from config import Mailserver
from tests.integration.posthulp import AFZENDER, WACHTWOORD, WIE, brievenbus

MAIL = {"aan": "jo@testdorp.example", "onderwerp": "Één onderwerp", "tekst": "Tekst — heel\n" * 3, "kenmerk": "k1"}


def server(poort: int, wachtwoord: str = "", host: str = "127.0.0.1") -> Mailserver:
    return Mailserver(host, poort, False, AFZENDER, WIE if wachtwoord else "", wachtwoord)


def test_een_mail_komt_heel_aan() -> None:
    with brievenbus() as bus, Postbus(server(bus.poort)) as post:
        post.verstuur(**MAIL)
        post.verstuur(**MAIL | {"kenmerk": "k2"})
    assert [mail["Message-ID"] for mail in bus.mails] == [f"<k{n}@testdorp.example>" for n in (1, 2)]
    assert bus.mails[0]["Subject"] == MAIL["onderwerp"]
    assert bus.mails[0].get_content().splitlines() == MAIL["tekst"].splitlines()


@pytest.mark.filterwarnings("ignore:Requiring AUTH:UserWarning")  # of the test server
def test_inloggen_met_naam_en_wachtwoord() -> None:
    with brievenbus(met_wachtwoord=True) as bus:
        with Postbus(server(bus.poort, WACHTWOORD)) as post:
            post.verstuur(**MAIL)
        with Postbus(server(bus.poort, "verkeerd-geheim")) as post, pytest.raises(MailserverOnbereikbaar) as fout:
            post.verstuur(**MAIL)
    assert bus.ingelogd == [True]
    assert str(fout.value).endswith("zij weigert de gebruikersnaam of het wachtwoord (535)")


def test_een_regeleinde_in_een_adres_komt_er_niet_door() -> None:
    with brievenbus() as bus, Postbus(server(bus.poort)) as post:
        with pytest.raises(PostFout):
            post.verstuur(**MAIL | {"aan": "jo@testdorp.example\nBcc: ander@testdorp.example"})
        post.verstuur(**MAIL)
    assert bus.aan == ["jo@testdorp.example"]


def test_een_vreemd_adres_houdt_de_volgende_niet_tegen() -> None:
    with brievenbus() as bus, Postbus(server(bus.poort)) as post:
        bus.weigert = {"weg@testdorp.example"}
        with pytest.raises(PostFout, match="451 Nu even niet") as fout:
            post.verstuur(**MAIL | {"aan": "weg@testdorp.example"})
        assert not isinstance(fout.value, MailserverOnbereikbaar)
        post.verstuur(**MAIL)
    assert len(bus.mails) == 1


@pytest.mark.filterwarnings("ignore:Requiring AUTH:UserWarning")  # of the test server
def test_geen_wachtwoord_over_een_open_lijn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.services.post.versturen.EIGEN_MACHINE", ())
    with (
        brievenbus(met_wachtwoord=True) as bus,
        Postbus(server(bus.poort, WACHTWOORD)) as post,
        pytest.raises(MailserverOnbereikbaar, match="biedt geen versleuteling"),
    ):
        post.verstuur(**MAIL)
    assert bus.mails == []
