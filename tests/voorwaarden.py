"""What a test may find missing on a machine: it then skips with the reason, or fails where everything is compulsory."""

import os
import shutil
import sys
from functools import cache
from pathlib import Path
from typing import NoReturn

import psycopg
import pytest

PROJECT = Path(__file__).resolve().parents[1]
BRONNEN = PROJECT.parent / "shared" / "bronnen"
POSTGRES_STANDAARD = "postgresql://postgres@127.0.0.1:5432"
CHROMIUM_NAMEN = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def sla_over(reden: str) -> NoReturn:
    """Skips, or fails when DOELSPOOR_ALLES_VERPLICHT=1 says that nothing may be missing."""
    if os.environ.get("DOELSPOOR_ALLES_VERPLICHT") == "1":
        pytest.fail(f"{reden} (DOELSPOOR_ALLES_VERPLICHT=1: overslaan mag niet)", pytrace=False)
    pytest.skip(reden)


def bronnen() -> Path:
    """The source documents stand beside the project or they do not; that is never compulsory."""
    if not BRONNEN.is_dir():
        pytest.skip("De brondocumenten staan niet naast het project.")
    return BRONNEN


@cache
def _postgres() -> tuple[str, str]:
    """An address without a database name and "", or "" and why there is none."""
    adres = os.environ.get("DOELSPOOR_TEST_POSTGRES", POSTGRES_STANDAARD).rstrip("/")
    adres = adres.replace("postgresql+psycopg://", "postgresql://", 1)
    try:
        psycopg.connect(f"{adres}/postgres", connect_timeout=3).close()
    except psycopg.OperationalError as fout:
        return "", str(fout).splitlines()[0]
    return adres, ""


def postgres() -> str:
    adres, reden = _postgres()
    return adres or sla_over(f"Geen PostgreSQL gevonden (zet DOELSPOOR_TEST_POSTGRES): {reden}")


def nginx() -> str:
    return shutil.which("nginx") or sla_over("Geen nginx gevonden.")


def chromium() -> str:
    """The path of a Chromium or Chrome."""
    gewenst = os.environ.get("CHROMIUM", "")
    gevonden = [shutil.which(naam) for naam in ((gewenst,) if gewenst else CHROMIUM_NAMEN)]
    pad = next(filter(None, gevonden), None) or (None if gewenst else _chromium_van_playwright())
    return pad or sla_over("Geen Chromium gevonden (installeer chromium of zet CHROMIUM op het pad).")


def _chromium_van_playwright() -> str | None:
    cache_map = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH", Path.home() / ".cache/ms-playwright"))
    return next(map(str, sorted(cache_map.glob("chromium-*/chrome-linux*/chrome"))), None)


def libreoffice() -> str:
    """The path of soffice."""
    pad = shutil.which("soffice") or shutil.which("libreoffice")
    return pad or sla_over("Geen LibreOffice gevonden (installeer libreoffice-writer-nogui en -calc-nogui).")


def poppler(programma: str = "pdftoppm") -> str:
    return shutil.which(programma) or sla_over(f"{programma} niet gevonden (installeer poppler-utils).")


def postgres_programma(naam: str) -> str:
    """A program that comes with PostgreSQL; those of the server are not on the search path on Debian."""
    mappen = [str(pad) for pad in sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)]
    pad = shutil.which(naam) or shutil.which(naam, path=":".join(mappen))
    return pad or sla_over(f"{naam} niet gevonden (installeer postgresql).")


def openssl() -> str:
    """The command that makes certificates."""
    return shutil.which("openssl") or sla_over("openssl niet gevonden (installeer openssl).")


def axe_bestand() -> Path:
    bestand = PROJECT / "node_modules/axe-core/axe.min.js"
    return bestand if bestand.exists() else sla_over("axe-core is niet geïnstalleerd (make css-dev).")


def node() -> str:
    """The program that runs scripts of npm: of this machine, or the one that was installed beside Python."""
    eigen = Path(sys.executable).parent
    return shutil.which("node") or shutil.which("node", path=str(eigen)) or sla_over("node niet gevonden.")


def oidc_provider() -> Path:
    """The script that starts one."""
    if not (PROJECT / "node_modules/oidc-provider").is_dir():
        sla_over("oidc-provider is niet geïnstalleerd (make css).")
    return PROJECT / "tests/integration/aanbieder.mjs"
