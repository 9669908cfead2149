"""A message with a way back."""

from typing import Any, cast

from flask import flash


def flash_ongedaan(tekst: str, url: str) -> None:
    """Says what was removed, with a button that posts to `url` to undo it."""
    # Flask keeps any plain value in the session; its annotation only knows text.
    flash(cast(Any, {"tekst": tekst, "url": url}), "ongedaan")
