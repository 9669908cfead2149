"""The static files: served by name with a hash of the content in it, so that a browser asks for each of them once."""

import json
from pathlib import Path

from flask import Flask, url_for
from whitenoise import WhiteNoise

MET_HASH = r"-[A-Z0-9]{8}\.\w+(\.LEGAL\.txt)?$"
# Without a hash in its name a file may be another one tomorrow; there is an ETag to ask with.
EVEN = 60


def init_app(app: Flask) -> None:
    map_ = Path(app.static_folder or "")
    namen = _manifest(map_)
    if map_.is_dir():
        app.wsgi_app = WhiteNoise(  # type: ignore[method-assign]
            app.wsgi_app,
            root=str(map_),
            prefix="static/",
            max_age=EVEN,
            immutable_file_test=MET_HASH,
            allow_all_origins=False,
        )

    @app.template_global()
    def statisch(naam: str) -> str:
        """The address of a built file; its plain name when nothing was built yet."""
        return url_for("static", filename=namen.get(naam, naam))


def _manifest(map_: Path) -> dict[str, str]:
    bestand = map_ / "manifest.json"
    namen: dict[str, str] = json.loads(bestand.read_text(encoding="utf-8")) if bestand.exists() else {}
    return namen
