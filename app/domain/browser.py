"""Which browser it is, as people call it; only a help to recognise it, as anybody can say anything here."""

import re

# The first that fits: many say that they are others as well.
BROWSERS = (
    ("Edge", r"Edg(?:e|A|iOS)?/"),
    ("Opera", r"OPR/|Opera"),
    ("Samsung Internet", r"SamsungBrowser/"),
    ("Firefox", r"Firefox/|FxiOS/"),
    ("Chrome", r"Chrom(?:e|ium)/|CriOS/"),
    ("Safari", r"Safari/"),
)
APPARATEN = (
    ("iPhone", r"iPhone"),
    ("iPad", r"iPad"),
    ("Android", r"Android"),
    ("Windows", r"Windows"),
    ("Mac", r"Macintosh|Mac OS"),
    ("Linux", r"Linux|X11"),
)


def in_woorden(kenmerk: str) -> str:
    """ "Firefox op Windows". `kenmerk`: what the browser says of itself (User-Agent)."""
    browser = _eerste(BROWSERS, kenmerk) or "Een browser"
    apparaat = _eerste(APPARATEN, kenmerk)
    return f"{browser} op {apparaat}" if apparaat else browser


def _eerste(soorten: tuple[tuple[str, str], ...], kenmerk: str) -> str | None:
    return next((naam for naam, patroon in soorten if re.search(patroon, kenmerk)), None)
