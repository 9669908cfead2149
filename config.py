"""Settings, read once from the environment; a wrong one stops the start with a sentence that says which."""

import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from email.utils import parseaddr
from enum import StrEnum
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from config_inloggen import Inlogregels as Inlogregels
from config_inloggen import lees_inlogregels
from config_lezen import lees_leesdatabase
from config_server import InstellingFout as InstellingFout
from config_server import Server as Server
from config_server import lees_getal, lees_server
from config_sleutels import lees_vorige_sleutels
from config_verbindingen import eis_veilige_database, gaat_naar_buiten, lees_eigen_net

VERSIE = "0.1.0"
PROJECT = Path(__file__).resolve().parent
MINIMALE_SLEUTELLENGTE = 32
MAXIMALE_UPLOAD = 20 * 1024 * 1024
STANDAARD_STIL_NA = 30
SECONDEN_TOT_DATABASE = 5
SECONDEN_BIJ_EEN_KOPIE = 30


class Omgeving(StrEnum):
    ONTWIKKELING = "ontwikkeling"
    TEST = "test"
    PRODUCTIE = "productie"


@dataclass(frozen=True, slots=True)
class Mailserver:
    """`afzender` is a bare address or "Naam <adres>". `versleuteld`: TLS from the first byte.

    `nooit_open`: no mail goes without TLS, also where that begins later (STARTTLS).
    """

    host: str
    poort: int
    versleuteld: bool
    afzender: str
    gebruiker: str = ""
    wachtwoord: str = field(default="", repr=False)
    nooit_open: bool = False


@dataclass(frozen=True, slots=True)
class Instellingen:
    """`adres`: where people find this installation, without a slash at the end; "" when it was not said.

    `leesdatabase`: where files out are read from, None when that is the database itself.
    `taak_stil_na`: seconds without a sign of life after which work in the background counts as stopped.
    """

    omgeving: Omgeving
    database_url: str
    secret_key: str
    mailserver: Mailserver | None = None
    adres: str = ""
    taak_stil_na: int = STANDAARD_STIL_NA
    server: Server = field(default_factory=Server)
    inloggen: Inlogregels = field(default_factory=Inlogregels)
    leesdatabase: URL | None = None
    vorige_sleutels: tuple[str, ...] = field(default=(), repr=False)

    @property
    def productie(self) -> bool:
        return self.omgeving is Omgeving.PRODUCTIE

    def voor_flask(self) -> dict[str, object]:
        return {
            "SQLALCHEMY_DATABASE_URI": self.database_url,
            "SQLALCHEMY_ENGINE_OPTIONS": self._database_opties(),
            "SQLALCHEMY_BINDS": self._leesdatabase(),
            "SECRET_KEY": self.secret_key,
            "SECRET_KEY_FALLBACKS": list(self.vorige_sleutels),
            # Flask-WTF does not look at the fallbacks; the last one signs.
            "WTF_CSRF_SECRET_KEY": [*reversed(self.vorige_sleutels), self.secret_key],
            # With this prefix a browser takes it over https only, from this host only and for all of it.
            "SESSION_COOKIE_NAME": "__Host-doelspoor" if self.productie else "session",
            "SESSION_COOKIE_HTTPONLY": True,
            "SESSION_COOKIE_SAMESITE": "Lax",
            "SESSION_COOKIE_SECURE": self.productie,
            "REMEMBER_COOKIE_DURATION": 0,
            # Room beside the file itself for the other fields of the upload form.
            "MAX_CONTENT_LENGTH": MAXIMALE_UPLOAD + 1024 * 1024,
            "MAX_FORM_MEMORY_SIZE": 8 * 1024 * 1024,
            "MAX_FORM_PARTS": 5000,
            "WTF_CSRF_TIME_LIMIT": None,  # as long as the session: a form left open overnight is not lost
            "WTF_I18N_ENABLED": False,  # WTForms brings its own Dutch messages
            "MAILSERVER": self.mailserver,
            "ADRES": self.adres,
            "TAAK_STIL_NA": self.taak_stil_na,
            "TRUSTED_HOSTS": list(self.server.hosts) or None,
            "PRODUCTIE": self.productie,
            "SERVER": self.server,
            "INLOGGEN": self.inloggen,
            "GRENZEN": self.server.grenzen and self.omgeving is not Omgeving.TEST,
            "TESTING": self.omgeving is Omgeving.TEST,
        }

    def _leesdatabase(self) -> dict[str, object]:
        """A connection lives shortly, so that a copy that is back is found again."""
        if self.leesdatabase is None:
            return {}
        return {"lezen": {**self._database_opties(), "url": self.leesdatabase, "pool_recycle": SECONDEN_BIJ_EEN_KOPIE}}

    def _database_opties(self) -> dict[str, object]:
        """What was in a statement stays out of the log. A connection that broke is replaced before it is used."""
        opties: dict[str, object] = {"hide_parameters": True}
        if self.database_url.startswith("postgresql"):
            opties |= {"pool_pre_ping": True, "connect_args": {"connect_timeout": SECONDEN_TOT_DATABASE}}
        return opties


def lees_instellingen(omgeving: Mapping[str, str] = os.environ) -> Instellingen:
    """Raises InstellingFout when a setting is missing or unusable."""
    soort = _omgeving(omgeving.get("DOELSPOOR_OMGEVING", Omgeving.ONTWIKKELING))
    adres = _adres(omgeving.get("DOELSPOOR_ADRES", ""))
    database_url = _database_url(omgeving.get("DATABASE_URL", ""), soort)
    leesdatabase = lees_leesdatabase(omgeving.get("DOELSPOOR_LEESDATABASE_URL", ""), database_url)
    productie, eigen_net = soort is Omgeving.PRODUCTIE, lees_eigen_net(omgeving)
    if productie:
        eis_veilige_database("DATABASE_URL", make_url(database_url), eigen_net)
        if leesdatabase is not None:
            eis_veilige_database("DOELSPOOR_LEESDATABASE_URL", leesdatabase, eigen_net)
    return Instellingen(
        omgeving=soort,
        database_url=database_url,
        leesdatabase=leesdatabase,
        secret_key=_secret_key(omgeving.get("SECRET_KEY", ""), soort),
        vorige_sleutels=lees_vorige_sleutels(omgeving),
        mailserver=_mailserver(omgeving, eigen_net if productie else None),
        adres=adres,
        # At least a few signs of life must fit in it: there is one every second.
        taak_stil_na=lees_getal(omgeving, "DOELSPOOR_TAAK_STIL_NA", STANDAARD_STIL_NA, (3, 3600)),
        inloggen=lees_inlogregels(omgeving, productie=productie),
        server=lees_server(omgeving, productie=productie, adres=adres),
    )


def _omgeving(waarde: str) -> Omgeving:
    try:
        return Omgeving(waarde)
    except ValueError:
        keuzes = ", ".join(Omgeving)
        raise InstellingFout(f"DOELSPOOR_OMGEVING is '{waarde}'; kies uit: {keuzes}.") from None


def _database_url(waarde: str, omgeving: Omgeving) -> str:
    if not waarde:
        return f"sqlite:///{_instance() / 'doelspoor.db'}"
    try:
        soort = make_url(waarde).drivername
    except (ArgumentError, ValueError):
        raise InstellingFout("DATABASE_URL is geen adres van een database.") from None
    if soort not in ("sqlite", "postgresql", "postgresql+psycopg"):
        raise InstellingFout("DATABASE_URL begint niet met sqlite: of postgresql:; andere databases werken niet.")
    return waarde.replace("postgresql://", "postgresql+psycopg://", 1)


def _secret_key(waarde: str, omgeving: Omgeving) -> str:
    if omgeving is not Omgeving.PRODUCTIE:
        return waarde or _bewaarde_sleutel()
    if not waarde:
        raise InstellingFout("SECRET_KEY ontbreekt; in productie is die verplicht.")
    if len(waarde) < MINIMALE_SLEUTELLENGTE or len(set(waarde)) < 10:
        raise InstellingFout(f"SECRET_KEY is te zwak: minstens {MINIMALE_SLEUTELLENGTE} willekeurige tekens.")
    return waarde


def _mailserver(omgeving: Mapping[str, str], eigen_net: frozenset[str] | None) -> Mailserver | None:
    """`eigen_net`: where mail may go in the open, None when it may anywhere. No message repeats the address: there may
    be a password in it."""
    url = omgeving.get("DOELSPOOR_SMTP_URL", "")
    afzender = omgeving.get("DOELSPOOR_AFZENDER", "")
    if not url:
        return None
    deel = _smtp_deel(url)
    if "@" not in parseaddr(afzender)[1] or not afzender.isprintable():
        raise InstellingFout("DOELSPOOR_AFZENDER ontbreekt of is geen e-mailadres; dat moet bij DOELSPOOR_SMTP_URL.")
    if not omgeving.get("DOELSPOOR_ADRES", ""):
        raise InstellingFout("DOELSPOOR_ADRES ontbreekt; dat moet bij DOELSPOOR_SMTP_URL, voor de links in de mails.")
    versleuteld = deel.scheme == "smtps"
    return Mailserver(
        host=deel.hostname or "",
        poort=deel.port or (465 if versleuteld else 25),
        versleuteld=versleuteld,
        afzender=afzender,
        gebruiker=unquote(deel.username or ""),
        wachtwoord=unquote(deel.password or ""),
        nooit_open=eigen_net is not None and gaat_naar_buiten(deel.hostname or "", eigen_net),
    )


def _smtp_deel(url: str) -> SplitResult:
    deel = _gesplitst(url)
    if deel is None or deel.scheme not in ("smtp", "smtps") or deel.path not in ("", "/") or deel.query:
        raise InstellingFout("DOELSPOOR_SMTP_URL is geen adres als smtp://gebruiker:wachtwoord@host:25 of smtps://….")
    return deel


def _adres(waarde: str) -> str:
    deel = _gesplitst(waarde)
    if waarde and (deel is None or deel.scheme not in ("http", "https") or deel.query or deel.fragment):
        raise InstellingFout(f"DOELSPOOR_ADRES is '{waarde}'; geef een adres als https://doelspoor.gemeente.nl.")
    return waarde.rstrip("/")


def _gesplitst(url: str) -> SplitResult | None:
    """None when it has no host, or a port that cannot be."""
    try:
        deel = urlsplit(url)
        return deel if deel.hostname and deel.port != 0 else None
    except ValueError:
        return None


def _bewaarde_sleutel() -> str:
    """A key of this installation's own, so that a restart does not log everybody out."""
    bestand = _instance() / "secret_key"
    if not bestand.exists() or not bestand.stat().st_size:
        _leg_neer(bestand, secrets.token_urlsafe(48))
    return bestand.read_text().strip()


def _leg_neer(bestand: Path, inhoud: str) -> None:
    """All or nothing; of two processes that start together the first one wins."""
    klad = bestand.with_name(f"{bestand.name}.{os.getpid()}")
    with os.fdopen(os.open(klad, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as uit:
        uit.write(inhoud)
    if bestand.exists() and not bestand.stat().st_size:
        bestand.unlink(missing_ok=True)
    with suppress(FileExistsError):
        os.link(klad, bestand)
    klad.unlink()


def _instance() -> Path:
    map_ = PROJECT / "instance"
    map_.mkdir(exist_ok=True)
    return map_
