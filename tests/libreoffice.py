"""LibreOffice without a screen, for tests: converts many files in one go, and edits documents as its users do."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from tests.voorwaarden import sla_over

_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
{code}
</script:module>
"""


class LibreOffice:
    """With a profile of its own, so that an open LibreOffice is not disturbed."""

    def __init__(self, map_: Path) -> None:
        if shutil.which("soffice") is None:
            sla_over("Niet gevonden: soffice (installeer LibreOffice).")
        self._profiel = map_ / "profiel"

    def zet_om(self, bronnen: Sequence[Path], naar: str, doel: Path, *opties: str) -> list[Path]:
        self._start(*opties, "--convert-to", naar, "--outdir", str(doel), *map(str, bronnen))
        gemaakt = [doel / f"{bron.stem}.{naar}" for bron in bronnen]
        assert all(bestand.exists() for bestand in gemaakt), gemaakt
        return gemaakt

    def voer_uit(self, basic: str) -> None:
        """Runs `Sub Main` of a module in Basic; it ends LibreOffice itself. The profile exists already: the first
        start of all writes an empty module over ours."""
        map_ = self._profiel / "user" / "basic" / "Standard"
        assert map_.exists(), "Laat LibreOffice eerst iets omzetten."
        (map_ / "Module1.xba").write_text(_MODULE.format(code=escape(basic)), "utf-8")
        self._start("macro:///Standard.Module1.Main")

    def _start(self, *argumenten: str) -> None:
        opdracht = ["soffice", f"-env:UserInstallation={self._profiel.as_uri()}", "--headless", *argumenten]
        subprocess.run(opdracht, capture_output=True, timeout=300, check=False)
