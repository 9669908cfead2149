"""Encrypted mail: smtps and STARTTLS on a real server, with certificates that are right and that are not."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.services.post.versturen import MailserverOnbereikbaar, Postbus
from config import Mailserver
from tests.integration.certificaten import Certificaat, maak_certificaat
from tests.integration.posthulp import AFZENDER, WACHTWOORD, WIE, Brievenbus, brievenbus

MAIL = {"aan": "jo@testdorp.example", "onderwerp": "Onderwerp", "tekst": "Tekst.\n", "kenmerk": "k1"}


@pytest.fixture(scope="module")
def certificaat(tmp_path_factory: pytest.TempPathFactory) -> Certificaat:
    return maak_certificaat(tmp_path_factory.mktemp("tls"))


@pytest.fixture
def vertrouwd(certificaat: Certificaat, monkeypatch: pytest.MonkeyPatch) -> Certificaat:
    """This machine believes it, as it would believe that of an own certificate authority."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificaat.pad))
    return certificaat


@pytest.fixture
def andere_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """The test server counts as one on the other side of a line."""
    monkeypatch.setattr("app.services.post.versturen.EIGEN_MACHINE", ())


def smtps(bus: Brievenbus, host: str = "localhost") -> Mailserver:
    return Mailserver(host, bus.poort, True, AFZENDER)


def smtp(bus: Brievenbus, wachtwoord: str = "") -> Mailserver:
    return Mailserver("127.0.0.1", bus.poort, False, AFZENDER, WIE if wachtwoord else "", wachtwoord)


def weigering(server: Mailserver) -> str:
    with Postbus(server) as post, pytest.raises(MailserverOnbereikbaar) as fout:
        post.verstuur(**MAIL)
    return str(fout.value)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
def test_smtps_met_een_certificaat_dat_klopt(vertrouwd: Certificaat, host: str) -> None:
    with brievenbus(tls=vertrouwd.server()) as bus, Postbus(smtps(bus, host)) as post:
        post.verstuur(**MAIL)
        post.verstuur(**MAIL | {"kenmerk": "k2"})
    assert bus.versleuteld == [True, True]
    assert bus.mails[0].get_content().split() == ["Tekst."]


def test_smtps_met_een_vreemd_certificaat_verstuurt_niets(certificaat: Certificaat) -> None:
    with brievenbus(tls=certificaat.server()) as bus:
        zin = weigering(smtps(bus))
    assert zin == (
        "Het certificaat van de mailserver localhost is door de server zelf ondertekend. "
        "Er is niets naar de server verstuurd."
    )
    assert bus.mails == []


@pytest.mark.parametrize(
    ("naam", "verlopen", "host", "reden"),
    [
        ("DNS:mail.elders.example", False, "localhost", "staat op een andere naam"),
        ("DNS:localhost", False, "127.0.0.1", "staat op een ander adres"),
        ("DNS:localhost", True, "localhost", "is verlopen"),
    ],
)
def test_een_vertrouwd_certificaat_dat_niet_past(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, naam: str, verlopen: bool, host: str, reden: str
) -> None:
    certificaat = maak_certificaat(tmp_path, naam=naam, verlopen=verlopen)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificaat.pad))
    with brievenbus(tls=certificaat.server()) as bus:
        assert weigering(smtps(bus, host)).startswith(f"Het certificaat van de mailserver {host} {reden}.")
    assert bus.mails == []


def test_smtps_op_een_poort_zonder_versleuteling_zegt_waar_te_kijken() -> None:
    with brievenbus() as bus:
        zin = weigering(smtps(bus))
    assert zin.startswith("De mailserver is niet te bereiken: de versleutelde verbinding komt niet tot stand")
    assert zin.endswith("klopt de poort?")


@pytest.mark.usefixtures("andere_machine")
def test_starttls_wordt_gebruikt_als_de_server_het_biedt(vertrouwd: Certificaat) -> None:
    with brievenbus(starttls=vertrouwd.server()) as bus, Postbus(smtp(bus)) as post:
        post.verstuur(**MAIL)
    assert bus.versleuteld == [True]


@pytest.mark.usefixtures("andere_machine")
def test_een_wachtwoord_gaat_pas_na_starttls(vertrouwd: Certificaat) -> None:
    """This server takes no password before that."""
    with brievenbus(met_wachtwoord=True, starttls=vertrouwd.server()) as bus, Postbus(smtp(bus, WACHTWOORD)) as post:
        post.verstuur(**MAIL)
    assert (bus.ingelogd, bus.versleuteld) == ([True], [True])


@pytest.mark.usefixtures("andere_machine")
def test_starttls_met_een_vreemd_certificaat_verstuurt_niets(certificaat: Certificaat) -> None:
    """Going on without encryption would be what somebody on the line wants."""
    with brievenbus(starttls=certificaat.server()) as bus:
        zin = weigering(smtp(bus))
    assert zin.startswith("Het certificaat van de mailserver 127.0.0.1 is door de server zelf ondertekend.")
    assert bus.mails == []


def test_op_de_eigen_machine_is_geen_versleuteling_nodig(certificaat: Certificaat) -> None:
    with brievenbus(starttls=certificaat.server()) as bus, Postbus(smtp(bus)) as post:
        post.verstuur(**MAIL)
    assert bus.versleuteld == [False]


@pytest.mark.usefixtures("andere_machine")
def test_zonder_wachtwoord_mag_het_ook_zonder_starttls() -> None:
    with brievenbus() as bus, Postbus(smtp(bus)) as post:
        post.verstuur(**MAIL)
    assert bus.versleuteld == [False]


def test_wie_nooit_open_verstuurt_doet_dat_ook_zonder_wachtwoord_niet(andere_machine: None) -> None:
    with brievenbus() as bus:
        zin = weigering(replace(smtp(bus), nooit_open=True))
    assert "biedt geen versleuteling, en zonder gaat er in productie geen mail weg" in zin
    assert bus.mails == []


def test_wie_nooit_open_verstuurt_neemt_starttls(vertrouwd: Certificaat, andere_machine: None) -> None:
    with brievenbus(starttls=vertrouwd.server()) as bus, Postbus(replace(smtp(bus), nooit_open=True)) as post:
        post.verstuur(**MAIL)
    assert bus.versleuteld == [True]
