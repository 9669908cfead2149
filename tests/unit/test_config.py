"""The settings: what may be left out, what is refused, and what a refusal says."""

import stat
from datetime import timedelta
from pathlib import Path

import pytest

import config
from app.models import Rol
from config import Inlogregels, Instellingen, InstellingFout, Mailserver, Omgeving, Server, lees_instellingen
from config_inloggen import ROLLEN, Aanbieder

GOEDE_SLEUTEL = "kT9-vQx2_mLz7RwPp4cYh8sNb3dFj6gA1eU"
PRODUCTIE = {"DOELSPOOR_OMGEVING": "productie", "SECRET_KEY": GOEDE_SLEUTEL}


@pytest.fixture(autouse=True)
def eigen_map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder instance/ of these tests is not the one of this installation."""
    monkeypatch.setattr(config, "PROJECT", tmp_path)
    return tmp_path


def test_zonder_instellingen_werkt_het_meteen(eigen_map: Path) -> None:
    instellingen = lees_instellingen({})
    assert instellingen.omgeving is Omgeving.ONTWIKKELING
    assert instellingen.database_url == f"sqlite:///{eigen_map}/instance/doelspoor.db"
    assert len(instellingen.secret_key) >= 32


def test_een_onbekende_omgeving_wordt_geweigerd() -> None:
    with pytest.raises(InstellingFout, match=r"DOELSPOOR_OMGEVING is 'prod'.*ontwikkeling, test, productie"):
        lees_instellingen({"DOELSPOOR_OMGEVING": "prod"})


def test_productie_eist_een_sleutel() -> None:
    with pytest.raises(InstellingFout, match="SECRET_KEY ontbreekt"):
        lees_instellingen({"DOELSPOOR_OMGEVING": "productie"})


@pytest.mark.parametrize("sleutel", ["geheim", "kort-maar-gevarieerd-123", "a" * 64, "abcabc" * 10])
def test_productie_weigert_een_zwakke_sleutel(sleutel: str) -> None:
    with pytest.raises(InstellingFout, match="SECRET_KEY is te zwak") as fout:
        lees_instellingen({**PRODUCTIE, "SECRET_KEY": sleutel})
    assert sleutel not in str(fout.value)


def test_productie_neemt_een_goede_sleutel_en_bewaart_er_geen(eigen_map: Path) -> None:
    instellingen = lees_instellingen({**PRODUCTIE, "DATABASE_URL": "postgresql://db/doelspoor?sslmode=verify-full"})
    assert instellingen.secret_key == GOEDE_SLEUTEL
    assert not (eigen_map / "instance/secret_key").exists()


def test_de_eigen_sleutel_blijft_en_is_alleen_van_de_eigenaar(eigen_map: Path) -> None:
    eerste = lees_instellingen({}).secret_key
    assert lees_instellingen({}).secret_key == eerste
    bestand = eigen_map / "instance/secret_key"
    assert bestand.read_text().strip() == eerste
    assert stat.S_IMODE(bestand.stat().st_mode) == 0o600


def test_twee_installaties_hebben_elk_een_eigen_sleutel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    eerste = lees_instellingen({}).secret_key
    (tmp_path / "ander").mkdir()
    monkeypatch.setattr(config, "PROJECT", tmp_path / "ander")
    assert lees_instellingen({}).secret_key != eerste


def test_een_afgebroken_sleutelbestand_geeft_geen_lege_sleutel(eigen_map: Path) -> None:
    (eigen_map / "instance").mkdir()
    (eigen_map / "instance/secret_key").touch(0o600)
    assert len(lees_instellingen({}).secret_key) >= 32


@pytest.mark.parametrize(
    "adres", ["mysql://db/doelspoor", "doelspoor.db", "oracle://x", "sqlite:doelspoor.db", "postgresql://db:poort/x"]
)
def test_een_onbruikbaar_adres_van_de_database_wordt_geweigerd(adres: str) -> None:
    with pytest.raises(InstellingFout, match="DATABASE_URL"):
        lees_instellingen({"DATABASE_URL": adres})


def test_een_geweigerd_adres_noemt_het_wachtwoord_niet() -> None:
    with pytest.raises(InstellingFout) as fout:
        lees_instellingen({"DATABASE_URL": "mysql://jan:hondsdol@db/doelspoor"})
    assert "hondsdol" not in str(fout.value)


@pytest.mark.parametrize(
    ("adres", "gebruikt"),
    [
        ("postgresql://jan@db/doelspoor", "postgresql+psycopg://jan@db/doelspoor"),
        ("postgresql+psycopg://jan@db/doelspoor", "postgresql+psycopg://jan@db/doelspoor"),
        ("sqlite:////var/lib/doelspoor.db", "sqlite:////var/lib/doelspoor.db"),
    ],
)
def test_het_adres_van_de_database(adres: str, gebruikt: str) -> None:
    assert lees_instellingen({"DATABASE_URL": adres}).database_url == gebruikt


@pytest.mark.parametrize(("omgeving", "alleen_https"), [("productie", True), ("ontwikkeling", False), ("test", False)])
def test_de_cookie_gaat_in_productie_alleen_over_https(omgeving: str, alleen_https: bool) -> None:
    voor_flask = lees_instellingen({**PRODUCTIE, "DOELSPOOR_OMGEVING": omgeving}).voor_flask()
    assert voor_flask["SESSION_COOKIE_SECURE"] is alleen_https
    assert voor_flask["SESSION_COOKIE_HTTPONLY"] is True
    assert voor_flask["TESTING"] is (omgeving == "test")
    assert "WTF_CSRF_ENABLED" not in voor_flask


def test_instellingen_zijn_niet_te_veranderen() -> None:
    instellingen = Instellingen(Omgeving.TEST, "sqlite://", GOEDE_SLEUTEL)
    with pytest.raises(AttributeError):
        instellingen.secret_key = "anders"  # type: ignore[misc]


POST = {
    "DOELSPOOR_SMTP_URL": "smtp://jan:hond%40dol@mail.example:2525",
    "DOELSPOOR_AFZENDER": "Doelspoor <doelspoor@gemeente.example>",
    "DOELSPOOR_ADRES": "https://doelspoor.gemeente.example/",
}


def test_zonder_mailserver_wordt_er_niet_gemaild() -> None:
    instellingen = lees_instellingen({})
    assert (instellingen.mailserver, instellingen.adres) == (None, "")


def test_een_mailserver_met_naam_en_wachtwoord() -> None:
    instellingen = lees_instellingen(POST)
    server = instellingen.mailserver
    assert server == Mailserver("mail.example", 2525, False, POST["DOELSPOOR_AFZENDER"], "jan", "hond@dol")
    assert "hond" not in repr(instellingen)
    assert instellingen.adres == "https://doelspoor.gemeente.example"


@pytest.mark.parametrize(("url", "poort"), [("smtp://mail.example", 25), ("smtps://mail.example/", 465)])
def test_de_gewone_poorten(url: str, poort: int) -> None:
    server = lees_instellingen(POST | {"DOELSPOOR_SMTP_URL": url}).mailserver
    assert server is not None
    assert (server.poort, server.versleuteld) == (poort, poort == 465)


@pytest.mark.parametrize(
    ("naam", "waarde"),
    [
        ("DOELSPOOR_SMTP_URL", "http://jan:hondsdol@mail.example"),
        ("DOELSPOOR_SMTP_URL", "smtp://jan:hondsdol@"),
        ("DOELSPOOR_SMTP_URL", "smtp://jan:hondsdol@mail.example:poort"),
        ("DOELSPOOR_SMTP_URL", "mail.example"),
        ("DOELSPOOR_AFZENDER", ""),
        ("DOELSPOOR_AFZENDER", "Doelspoor"),
        ("DOELSPOOR_AFZENDER", "a@b.example\nBcc: c@d.example"),
        ("DOELSPOOR_ADRES", ""),
        ("DOELSPOOR_ADRES", "doelspoor.gemeente.example"),
        ("DOELSPOOR_ADRES", "ftp://doelspoor.gemeente.example"),
    ],
)
def test_een_onbruikbare_instelling_voor_de_post_wordt_genoemd(naam: str, waarde: str) -> None:
    with pytest.raises(InstellingFout, match=naam) as fout:
        lees_instellingen(POST | {naam: waarde})
    assert "hondsdol" not in str(fout.value)


@pytest.mark.parametrize("waarde", ["3", "30", "3600"])
def test_hoe_lang_een_taak_stil_mag_zijn(waarde: str) -> None:
    assert lees_instellingen({"DOELSPOOR_TAAK_STIL_NA": waarde}).taak_stil_na == int(waarde)


@pytest.mark.parametrize("waarde", ["2", "3601", "-5", "1,5", "veel", "²", "9" * 5000])
def test_een_onmogelijke_stilte_wordt_geweigerd(waarde: str) -> None:
    with pytest.raises(InstellingFout, match=r"DOELSPOOR_TAAK_STIL_NA is .* van 3 tot en met 3600"):
        lees_instellingen({"DOELSPOOR_TAAK_STIL_NA": waarde})


@pytest.mark.parametrize(
    ("omgeving", "verwacht"),
    [
        ({}, Server(logniveau="warning")),
        ({**PRODUCTIE}, Server(logniveau="info")),
        (
            {**PRODUCTIE, "DOELSPOOR_ADRES": "https://Doelspoor.gemeente.example:8443/"},
            Server(logniveau="info", hosts=("doelspoor.gemeente.example", "127.0.0.1", "localhost")),
        ),
        ({"DOELSPOOR_ADRES": "https://doelspoor.gemeente.example"}, Server()),
        ({"DOELSPOOR_HOSTS": "A.example, .b.example"}, Server(hosts=("a.example", ".b.example"))),
        ({"DOELSPOOR_PROXIES": "2", "DOELSPOOR_GRENZEN": "uit"}, Server(proxies=2, grenzen=False)),
    ],
)
def test_hoe_er_wordt_geserveerd(omgeving: dict[str, str], verwacht: Server) -> None:
    assert lees_instellingen(omgeving).server == verwacht


@pytest.mark.parametrize(
    ("naam", "waarde"),
    [
        ("DOELSPOOR_PROXIES", "-1"),
        ("DOELSPOOR_PROXIES", "10"),
        ("DOELSPOOR_PROXIES", "ja"),
        ("DOELSPOOR_HOSTS", "https://a.example"),
        ("DOELSPOOR_HOSTS", "a.example,,b.example"),
        ("DOELSPOOR_HOSTS", "*"),
        ("DOELSPOOR_LOGNIVEAU", "alles"),
        ("DOELSPOOR_GRENZEN", "misschien"),
    ],
)
def test_een_onmogelijke_server_wordt_geweigerd(naam: str, waarde: str) -> None:
    with pytest.raises(InstellingFout, match=naam):
        lees_instellingen({naam: waarde})


def test_in_productie_is_de_cookie_van_deze_host_alleen() -> None:
    """A browser refuses such a name without Secure, with a Domain, or for a part of the addresses."""
    voor_flask = lees_instellingen(PRODUCTIE).voor_flask()
    assert str(voor_flask["SESSION_COOKIE_NAME"]).startswith("__Host-")
    assert voor_flask["SESSION_COOKIE_SECURE"] is True
    assert voor_flask["SESSION_COOKIE_SAMESITE"] == "Lax"
    assert {"SESSION_COOKIE_DOMAIN", "SESSION_COOKIE_PATH", "APPLICATION_ROOT"}.isdisjoint(voor_flask)


@pytest.mark.parametrize(("omgeving", "aan"), [("productie", True), ("ontwikkeling", True), ("test", False)])
def test_grenzen_gelden_overal_behalve_in_proeven(omgeving: str, aan: bool) -> None:
    assert lees_instellingen({**PRODUCTIE, "DOELSPOOR_OMGEVING": omgeving}).voor_flask()["GRENZEN"] is aan


def test_wat_in_een_opdracht_aan_de_database_stond_komt_niet_in_een_fout() -> None:
    for url in ("sqlite:///x.db", "postgresql://jan@db/doelspoor"):
        opties = lees_instellingen({"DATABASE_URL": url}).voor_flask()["SQLALCHEMY_ENGINE_OPTIONS"]
        assert opties["hide_parameters"] is True  # type: ignore[index]


def test_hoe_lang_iemand_ingelogd_blijft() -> None:
    assert lees_instellingen({}).inloggen == Inlogregels(timedelta(hours=1), timedelta(hours=12))
    strenger = lees_instellingen({"DOELSPOOR_SESSIE_MINUTEN": "15", "DOELSPOOR_SESSIE_UREN": "8"})
    assert strenger.inloggen == Inlogregels(timedelta(minutes=15), timedelta(hours=8))
    with pytest.raises(InstellingFout, match=r"DOELSPOOR_SESSIE_MINUTEN is '4'; geef een getal van 5"):
        lees_instellingen({"DOELSPOOR_SESSIE_MINUTEN": "4"})


OIDC = {
    "DOELSPOOR_OIDC_ADRES": "https://inloggen.gemeente.example/v2.0",
    "DOELSPOOR_OIDC_CLIENT": "doelspoor",
    "DOELSPOOR_OIDC_GEHEIM": "zeer-geheim",
}


def test_een_aanbieder_om_bij_in_te_loggen() -> None:
    aanbieder = lees_instellingen(OIDC).inloggen.aanbieder
    assert aanbieder == Aanbieder(OIDC["DOELSPOOR_OIDC_ADRES"], "doelspoor", "uw werkaccount", "zeer-geheim")
    assert "zeer-geheim" not in repr(aanbieder)
    assert lees_instellingen({}).inloggen.aanbieder is None
    anders = lees_instellingen(OIDC | {"DOELSPOOR_OIDC_NAAM": "Entra", "DOELSPOOR_OIDC_MAIL_ZEKER": "aan"})
    assert anders.inloggen.aanbieder
    assert (anders.inloggen.aanbieder.naam, anders.inloggen.aanbieder.mail_zeker) == ("Entra", True)


@pytest.mark.parametrize(
    ("anders", "naam"),
    [
        ({"DOELSPOOR_OIDC_ADRES": ""}, "DOELSPOOR_OIDC_ADRES ontbreekt"),
        ({"DOELSPOOR_OIDC_ADRES": "http://inloggen.gemeente.example"}, "https://"),
        ({"DOELSPOOR_OIDC_ADRES": "inloggen.gemeente.example"}, "https://"),
        ({"DOELSPOOR_OIDC_ADRES": "https://inloggen.gemeente.example/?a=b"}, "https://"),
        ({"DOELSPOOR_OIDC_CLIENT": ""}, "DOELSPOOR_OIDC_CLIENT"),
        ({"DOELSPOOR_OIDC_GEHEIM": ""}, "DOELSPOOR_OIDC_GEHEIM"),
        ({"DOELSPOOR_OIDC_MAIL_ZEKER": "ja"}, "DOELSPOOR_OIDC_MAIL_ZEKER"),
    ],
)
def test_een_onmogelijke_aanbieder_wordt_geweigerd(anders: dict[str, str], naam: str) -> None:
    with pytest.raises(InstellingFout, match=naam) as fout:
        lees_instellingen(OIDC | anders)
    assert "zeer-geheim" not in str(fout.value)


def test_een_kopie_om_van_te_lezen_hoort_bij_postgresql() -> None:
    """More of it in tests/integration/web/test_leeskopie.py."""
    with pytest.raises(InstellingFout, match="DOELSPOOR_LEESDATABASE_URL"):
        lees_instellingen({"DOELSPOOR_LEESDATABASE_URL": "postgresql://kopie/doelspoor"})
    adressen = {
        "DATABASE_URL": "postgresql://hoofd/doelspoor",
        "DOELSPOOR_LEESDATABASE_URL": "postgresql://kopie/doelspoor",
    }
    voor_flask = lees_instellingen(adressen).voor_flask()
    assert voor_flask["SQLALCHEMY_BINDS"]["lezen"]["url"].query["host"] == ("kopie:5432", "hoofd:5432")  # type: ignore[index]


def test_vorige_sleutels() -> None:
    voor_flask = lees_instellingen(PRODUCTIE | {"SECRET_KEY_VORIGE": f"{'b' * 40}, {'a' * 40}"}).voor_flask()
    assert voor_flask["SECRET_KEY_FALLBACKS"] == ["b" * 40, "a" * 40]
    assert voor_flask["WTF_CSRF_SECRET_KEY"] == ["a" * 40, "b" * 40, GOEDE_SLEUTEL], "de laatste ondertekent"
    assert lees_instellingen(PRODUCTIE).voor_flask()["SECRET_KEY_FALLBACKS"] == []


@pytest.mark.parametrize("waarde", ["abc", f"{'a' * 40},", GOEDE_SLEUTEL, f"{'a' * 40},{GOEDE_SLEUTEL}"])
def test_onmogelijke_vorige_sleutels_worden_geweigerd(waarde: str) -> None:
    with pytest.raises(InstellingFout, match="SECRET_KEY_VORIGE") as fout:
        lees_instellingen(PRODUCTIE | {"SECRET_KEY_VORIGE": waarde})
    assert waarde not in str(fout.value)


def test_de_rollen_van_de_instelling_zijn_die_van_het_product() -> None:
    assert set(ROLLEN) == {rol.value for rol in Rol}


@pytest.mark.parametrize(
    ("omgeving", "waarde", "wie"),
    [
        ("productie", "", set(ROLLEN)),
        ("ontwikkeling", "", set()),
        ("productie", "niemand", set()),
        ("test", "iedereen", set(ROLLEN)),
        ("productie", "beheerder, manager", {"beheerder", "manager"}),
    ],
)
def test_van_wie_de_tweede_stap_wordt_gevraagd(omgeving: str, waarde: str, wie: set[str]) -> None:
    gelezen = lees_instellingen(PRODUCTIE | {"DOELSPOOR_OMGEVING": omgeving, "DOELSPOOR_TWEEDE_STAP": waarde})
    assert gelezen.inloggen.tweede_stap == wie


@pytest.mark.parametrize("waarde", ["ja", "beheerder,", "beheerder manager", "iedereen,manager"])
def test_een_onmogelijke_tweede_stap_wordt_geweigerd(waarde: str) -> None:
    with pytest.raises(InstellingFout, match="DOELSPOOR_TWEEDE_STAP"):
        lees_instellingen({"DOELSPOOR_TWEEDE_STAP": waarde})


OPEN = [
    "postgresql://u:hondsdol@db.elders.example/x",
    "postgresql://u:hondsdol@db.elders.example/x?sslmode=require",
    "postgresql://u:hondsdol@db.elders.example/x?sslmode=verify-ca",
    "postgresql://u:hondsdol@10.0.0.5:6432/x?sslmode=prefer",
    "postgresql://u:hondsdol@/x?host=db.elders.example",
    "postgresql://u:hondsdol@localhost/x?host=db.elders.example:5432",
    "postgresql://u:hondsdol@/x?host=localhost,db.elders.example",
    "postgresql://u:hondsdol@localhost/x?host=localhost&host=db.elders.example",
]


@pytest.mark.parametrize("url", OPEN)
def test_in_productie_geen_open_lijn_naar_de_database(url: str) -> None:
    with pytest.raises(InstellingFout, match=r"DATABASE_URL.*sslmode=verify-full.*DOELSPOOR_EIGEN_NET") as fout:
        lees_instellingen(PRODUCTIE | {"DATABASE_URL": url})
    assert "hondsdol" not in str(fout.value)
    assert lees_instellingen({"DATABASE_URL": url}), "elders is het aan wie het probeert"


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://u@db.elders.example/x?sslmode=verify-full&sslrootcert=system",
        "postgresql://u@localhost/x",
        "postgresql://u@[::1]/x",
        "postgresql:///x?host=/var/run/postgresql",
        "postgresql:///x",
        "postgresql://u@Database/x",
        "sqlite:////tmp/x.db",
    ],
)
def test_een_lijn_die_dicht_of_van_onszelf_is_mag(url: str) -> None:
    assert lees_instellingen(PRODUCTIE | {"DATABASE_URL": url, "DOELSPOOR_EIGEN_NET": "database, mail"})


def test_ook_de_kopie_om_te_lezen_gaat_over_een_dichte_lijn() -> None:
    kopie = {"DATABASE_URL": "postgresql://u@localhost/x", "DOELSPOOR_LEESDATABASE_URL": "postgresql://u@kopie/x"}
    with pytest.raises(InstellingFout, match="DOELSPOOR_LEESDATABASE_URL gaat naar de machine 'kopie'"):
        lees_instellingen(PRODUCTIE | kopie)
    assert lees_instellingen(PRODUCTIE | kopie | {"DOELSPOOR_EIGEN_NET": "kopie"})


@pytest.mark.parametrize(
    ("omgeving", "host", "eigen_net", "dicht"),
    [
        ("productie", "mail.example", "", True),
        ("productie", "mail.example", "mail.example", False),
        ("productie", "localhost", "", False),
        ("ontwikkeling", "mail.example", "", False),
    ],
)
def test_in_productie_geen_open_lijn_naar_de_mailserver(omgeving: str, host: str, eigen_net: str, dicht: bool) -> None:
    anders = {"DOELSPOOR_OMGEVING": omgeving, "DOELSPOOR_SMTP_URL": f"smtp://{host}", "DOELSPOOR_EIGEN_NET": eigen_net}
    server = lees_instellingen(PRODUCTIE | POST | anders).mailserver
    assert server is not None
    assert server.nooit_open is dicht


def test_een_onmogelijk_eigen_net_wordt_geweigerd() -> None:
    with pytest.raises(InstellingFout, match=r"DOELSPOOR_EIGEN_NET noemt 'a b'"):
        lees_instellingen({"DOELSPOOR_EIGEN_NET": "db,a b"})
