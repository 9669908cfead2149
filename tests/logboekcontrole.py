"""Whether every change leaves a line in the logboek, asked of each transaction that the product itself commits.

Every request and command of the integration tests runs under `in_de_gaten()`. What they write is seen on its way to
the database, so nothing escapes: not what is written in bulk, and not a service that is added tomorrow.
"""

import contextvars
import re
from typing import Any

from sqlalchemy import Engine, event

WEGSCHRIJVEN = re.compile(r"^(?:WITH .*?\) )?(INSERT INTO|UPDATE|DELETE FROM) \"?(\w+)\"?(.*)", re.DOTALL)
ZETTEN = re.compile(r" SET (.*?)(?: WHERE | FROM | RETURNING |$)", re.DOTALL)
KOLOM = re.compile(r"(?:^|,\s*)\"?(\w+)\"?\s*=\s*([^,\s]+)")

# What is no act of somebody on what the organisatie holds, and why.
ZONDER_REGEL = {
    "logregel": "the logboek itself",
    "verwijdering": "what is needed to put something back; removing and putting back have their own line",
    "inlogsessie": "being logged in; shown to the user itself",
    "toegangslink": "handed out after an act that has a line, or asked for by somebody who is not logged in",
    "poging": "counts who guesses",
    "limiet": "counts requests",
    "werkerteken": "a sign of life",
    "herinnering": "what was mailed, a history of its own",
    "importvoorstel": "waits for somebody to take it over",
    "metingimport": "waits for somebody to take it over",
    "importindicator": "waits with it",
    "importreeks": "waits with it",
    "importmeting": "waits with it",
    "importdubbel": "waits with it",
    "importwijziging": "waits with it",
    "importfout": "waits with it",
    "kolombetekenis": "what somebody chose last time, offered again",
    "bestand": "what a task reads or made",
    "bestandsdeel": "belongs to it",
    "taak": "how far it is; asking for it, stopping it and doing it again have a line",
    "uitvoer": "what a file that went out held, to know it again when it comes back",
    "regiouitvoer": "the same for a file of the regio",
    "regiostand": "the same for a file of the regio",
}
# Columns that change without an act, or that somebody sets for nobody but themselves.
BIJZAAK = {
    "gebruiker": {"laatste_bezoek", "vorig_bezoek", "voorkeuren", "herinneringen"},
    "tweede_stap": {"laatste_tijdvak", "geheim"},
    "herstelcode": {"gebruikt_op"},
    "api_token": {"laatst_gebruikt_op"},
}

OVERAL = {"gewijzigd_op", "rev"}

_let_op: contextvars.ContextVar[bool] = contextvars.ContextVar("let_op", default=False)
GERAAKT = "geraakte tabellen"


class OngelogdeDaad(AssertionError):
    """Something was changed and the logboek does not say so."""


def let_op() -> None:
    """From here on, in this context."""
    _let_op.set(True)


def luister(engine: Engine) -> None:
    if event.contains(engine, "commit", _beoordeel):
        return
    event.listen(engine, "before_cursor_execute", _noteer)
    event.listen(engine, "commit", _beoordeel)
    event.listen(engine, "rollback", _vergeet)


def geraakt(statement: str) -> str | None:
    """The table of which a statement changes something that matters; None when it does not."""
    gevonden = WEGSCHRIJVEN.match(statement.strip())
    if gevonden is None:
        return None
    daad, tabel, rest = gevonden.groups()
    if daad == "UPDATE" and (zetten := ZETTEN.search(rest)):
        kolommen = {naam for naam, waarde in KOLOM.findall(zetten[1]) if waarde not in (naam, f"{tabel}.{naam}")}
        if kolommen <= BIJZAAK.get(tabel, set()) | OVERAL:
            return None
    return tabel


def _noteer(verbinding: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
    if _let_op.get() and (tabel := geraakt(statement)):
        verbinding.info.setdefault(GERAAKT, set()).add(tabel)


def _beoordeel(verbinding: Any) -> None:
    tabellen = verbinding.info.pop(GERAAKT, set())
    zonder = tabellen - ZONDER_REGEL.keys()
    if zonder and "logregel" not in tabellen:
        # For SQLAlchemy the commit is over by now: the connection would go back as it is, locks and all.
        verbinding.connection.rollback()
        raise OngelogdeDaad(f"Gewijzigd zonder regel in het logboek: {', '.join(sorted(zonder))}")


def _vergeet(verbinding: Any) -> None:
    verbinding.info.pop(GERAAKT, None)
