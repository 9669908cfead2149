"""`schrijf`: makes that folder, with what the test wants otherwise."""

from pathlib import Path

import pytest

from tests.unit.reading.seedmap import GEBRUIKERS, NOTITIE, ORGANISATIES, REGIOS, Schrijf


@pytest.fixture
def schrijf(tmp_path: Path) -> Schrijf:
    """Writes a seeds folder in which everything is right except the files that are given."""

    def _schrijf(**anders: str | bytes) -> Path:
        map = tmp_path / "seeds"
        (map / "notities").mkdir(parents=True, exist_ok=True)
        goed = {"regios": REGIOS, "organisaties": ORGANISATIES, "gebruikers": GEBRUIKERS, "notitie": NOTITIE}
        for naam, inhoud in {**goed, **anders}.items():
            pad = map / "notities" / f"{naam}.yaml" if naam.startswith("notitie") else map / f"{naam}.yaml"
            pad.write_bytes(inhoud if isinstance(inhoud, bytes) else inhoud.encode())
        return map

    return _schrijf
