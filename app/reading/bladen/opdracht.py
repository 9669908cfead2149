"""Has a PDF taken apart by a program of its own, and says in words what went wrong there."""

import json
import logging
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from app.reading.bladen.uitpakken import proces
from app.reading.fouten import LeesFout, LezerWerktNiet
from app.reading.word.veilig import MAX_BESTAND

SECONDEN = 90
LAATSTE_TEKENS = 4000
# Imports only the directory of the program itself, not the whole of Doelspoor.
BEGIN = "import sys; sys.path.append(sys.argv[1]); from uitpakken.proces import begin; begin()"
TE_GROOT = "De PDF is te groot of te ingewikkeld om te lezen. Gebruik het Word-bestand, of sla hem eenvoudiger op."
TE_VEEL_BLADZIJDEN = f"De PDF heeft meer dan {proces.MEESTE_BLADEN} bladzijden; zo lang kan een document niet zijn."
ZINNEN = {
    "beschadigd": "De PDF is beschadigd en niet te lezen. Maak hem opnieuw en probeer het nog eens.",
    "wachtwoord": "De PDF is met een wachtwoord beveiligd. Haal het wachtwoord eraf en probeer het opnieuw.",
    "te-veel-bladzijden": TE_VEEL_BLADZIJDEN,
    "te-lang": "In de PDF staat te veel tekst om te lezen.",
    "te-groot": TE_GROOT,
}
logger = logging.getLogger(__name__)


def haal_uit_elkaar(inhoud: bytes) -> dict[str, Any]:
    """What `proces.lees` gives. Raises LeesFout, or LezerWerktNiet when the fault is not in the file."""
    if len(inhoud) > MAX_BESTAND:
        raise LeesFout(f"Het bestand is groter dan {MAX_BESTAND // 1024 // 1024} MB.")
    programma = [sys.executable, "-I", "-c", BEGIN, str(Path(proces.__file__).parents[1])]
    try:
        # The program is our own; the file goes in as bytes and never becomes part of a command.
        gedaan = subprocess.run(  # noqa: S603
            programma, input=inhoud, capture_output=True, timeout=SECONDEN, env=_omgeving(), check=False
        )
    except subprocess.TimeoutExpired as fout:
        raise LeesFout(TE_GROOT) from fout
    return _uitkomst(gedaan)


def _omgeving() -> dict[str, str]:
    """No settings or passwords of the web server go along."""
    return {naam: os.environ[naam] for naam in ("PATH", "SYSTEMROOT", "LANG", "TMPDIR") if naam in os.environ}


def _uitkomst(gedaan: subprocess.CompletedProcess[bytes]) -> dict[str, Any]:
    if gedaan.returncode < 0:
        logger.warning("Het lezen van een PDF is afgebroken door signaal %d.", -gedaan.returncode)
        raise LeesFout(TE_GROOT)
    gemeld = gedaan.stderr.decode("utf-8", "replace")[-LAATSTE_TEKENS:]
    if gedaan.returncode:
        raise LezerWerktNiet(gemeld)
    if gemeld:
        logger.warning("Het lezen van een PDF gaf een melding: %s", gemeld)
    uitkomst: dict[str, Any] = json.loads(gedaan.stdout)
    if code := uitkomst.get("fout"):
        raise LeesFout(ZINNEN[code])
    return uitkomst
