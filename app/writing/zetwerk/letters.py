"""The letters of our PDF files. They come with the product, so that every server sets the same pages.

Arimo is as wide as the Arial of our Word files, letter by letter. Noto has the signs and scripts it lacks: emoji,
Arabic and more. Not Chinese, Japanese and Korean.
"""

from functools import cache
from importlib.resources import files
from pathlib import Path

import typst

FAMILIES = ("Arimo", "Noto Sans", "Noto Sans Arabic", "Noto Sans Symbols", "Noto Emoji")


@cache
def lettertypen() -> typst.Fonts:
    """Read once: that takes longer than to set a page."""
    mappen = [Path(str(files("fontpkg_arimo"))) / "files", Path(str(files("manimgx_fonts")))]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[*map(str, mappen)])
