"""How a line in the log looks: one JSON object, with the number of the request, and without anything secret.

Stands beside the application so that the main process of gunicorn can use it without loading all of it.
"""

import logging
import re
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog
from structlog.processors import JSONRenderer
from structlog.stdlib import ProcessorFormatter

VERBORGEN = "[verborgen]"
GEHEIM = r"authorization|cookie|wachtwoord|password|passwd|token|secret|geheim|otp|herstelcode|api_?key"
GEHEIME_NAAM = re.compile(GEHEIM, re.IGNORECASE)
# What stands behind a telling name, a key of the API, the login in an address of a server, a query, and the values
# that PostgreSQL repeats when they are not unique.
IN_TEKST = (
    (re.compile(r"\b(bearer|basic)\s+[\w.~+/=-]+", re.IGNORECASE), rf"\1 {VERBORGEN}"),
    (re.compile(r"\bdoelspoor_[\w-]{16,}"), VERBORGEN),
    (re.compile(r"://[^/\s@]+@"), f"://{VERBORGEN}@"),
    (
        re.compile(rf"""(\w*(?:{GEHEIM})\w*["']?\s*[:=]\s*)("[^"]*"|'[^']*'|[^\s,;&)}}\]]+)""", re.IGNORECASE),
        rf"\1{VERBORGEN}",
    ),
    (re.compile(r"(/[\w./%~-]*)\?[^\s\"']+"), rf"\1?{VERBORGEN}"),
    (re.compile(r"Key \((.*?)\)=\(.*?\)"), rf"Key (\1)=({VERBORGEN})"),
)
Regel = MutableMapping[str, Any]


def maak_schoon(tekst: str) -> str:
    for patroon, vervanging in IN_TEKST:
        tekst = patroon.sub(vervanging, tekst)
    return tekst


def verberg_geheimen(_logger: Any, _methode: str, regel: Regel) -> Regel:
    for naam, waarde in regel.items():
        if isinstance(waarde, str):
            regel[naam] = VERBORGEN if GEHEIME_NAAM.search(naam) else maak_schoon(waarde)
    return regel


def _velden(_logger: Any, _methode: str, regel: Regel) -> Regel:
    """What the code gave along with a line (`extra={"velden": …}`) become fields of it."""
    regel.update(getattr(regel.get("_record"), "velden", None) or {})
    return regel


class Opmaak(ProcessorFormatter):
    def __init__(self, *, als_json: bool = True) -> None:
        toon = JSONRenderer(ensure_ascii=False) if als_json else structlog.dev.ConsoleRenderer(colors=False)
        super().__init__(
            foreign_pre_chain=[
                structlog.contextvars.merge_contextvars,
                structlog.stdlib.add_log_level,
                structlog.stdlib.add_logger_name,
                structlog.processors.TimeStamper(fmt="iso", utc=True),
            ],
            processors=[
                _velden,
                ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                verberg_geheimen,
                toon,
            ],
        )


def stel_in(niveau: str, *, als_json: bool) -> None:
    """For this process: our own lines from `niveau` on, those of others when something is wrong; on standard error."""
    uit = logging.StreamHandler(sys.stderr)
    uit.setFormatter(Opmaak(als_json=als_json))
    logging.basicConfig(handlers=[uit], level=logging.WARNING, force=True)
    logging.getLogger("app").setLevel(niveau.upper())


# For gunicorn: its own lines in the same form. It keeps no list of requests: the application does that.
VOOR_GUNICORN = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "logregels.Opmaak"}},
    "handlers": {"uit": {"class": "logging.StreamHandler", "formatter": "json", "stream": "ext://sys.stderr"}},
    "root": {"level": "WARNING", "handlers": ["uit"]},
    "loggers": {
        "gunicorn.error": {"level": "WARNING", "handlers": ["uit"], "propagate": False},
        "gunicorn.access": {"level": "CRITICAL", "handlers": [], "propagate": False},
    },
}
