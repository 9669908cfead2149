"""How the code is cut: small functions, small files, short routes, and one place that commits."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from config import PROJECT

REGELS_PER_BESTAND = 400
REGELS_PER_FUNCTIE = 60
REGELS_PER_ROUTE = 25
ROUTES = {"route", "get", "post"}
# A large file goes in parts: a job that reads it commits as it goes, so that nobody waits and nothing fills the memory.
IN_DELEN = ("app/metingen_importeren/taken.py", "app/services/indicatoren/import_klaarzetten.py")
MAG_BEVESTIGEN = ("app/web/transactie.py", "app/cli/", "app/achtergrond/", *IN_DELEN)

CODE = sorted((PROJECT / "app").rglob("*.py"))
Functie = ast.FunctionDef | ast.AsyncFunctionDef


def naam(pad: Path) -> str:
    return pad.relative_to(PROJECT).as_posix()


def functies(pad: Path) -> Iterator[Functie]:
    boom = ast.parse(pad.read_text(encoding="utf-8"))
    return (knoop for knoop in ast.walk(boom) if isinstance(knoop, Functie))


def lengte(functie: Functie) -> int:
    return (functie.end_lineno or functie.lineno) - functie.lineno + 1


def is_route(functie: Functie) -> bool:
    aanroepen = (d.func for d in functie.decorator_list if isinstance(d, ast.Call))
    return any(isinstance(a, ast.Attribute) and a.attr in ROUTES for a in aanroepen)


@pytest.mark.parametrize("pad", CODE, ids=naam)
def test_bestanden_en_functies_blijven_klein(pad: Path) -> None:
    aantal = len(pad.read_text(encoding="utf-8").splitlines())
    assert aantal <= REGELS_PER_BESTAND
    te_lang = {functie.name: lengte(functie) for functie in functies(pad) if lengte(functie) > REGELS_PER_FUNCTIE}
    assert not te_lang


def test_routes_zijn_kort() -> None:
    routes = [(naam(pad), f) for pad in CODE for f in functies(pad) if is_route(f)]
    assert len(routes) > 5
    assert not [f"{pad}: {f.name} ({lengte(f)})" for pad, f in routes if lengte(f) > REGELS_PER_ROUTE]


def test_een_plek_bevestigt_de_transactie() -> None:
    plekken = {naam(pad) for pad in CODE for knoop in ast.walk(ast.parse(pad.read_text("utf-8"))) if _is_commit(knoop)}
    assert "app/web/transactie.py" in plekken
    assert not {plek for plek in plekken if not plek.startswith(MAG_BEVESTIGEN)}


def _is_commit(knoop: ast.AST) -> bool:
    return isinstance(knoop, ast.Call) and isinstance(knoop.func, ast.Attribute) and knoop.func.attr == "commit"
