"""What is never done in this code, as no care makes it safe: in Python and in what runs in the browser."""

import ast
import re
from pathlib import Path

import pytest

from config import PROJECT

CODE = sorted([*(PROJECT / "app").rglob("*.py"), *PROJECT.glob("*.py")])
SCRIPTS = sorted((PROJECT / "app/static/src").rglob("*.js"))
# Runs text as code, reads objects that can be code, makes a template of text, or guesses instead of drawing lots.
FUNCTIES = {"eval", "exec", "__import__", "render_template_string", "from_string", "mktemp", "extractall"}
BIBLIOTHEKEN = {"pickle", "marshal", "shelve", "random", "telnetlib", "ftplib", "xmlrpc", "ldap3"}
ZWAK = {"md5", "sha1", "DES", "ARC4", "ECB"}
HTML_UIT_TEKST = re.compile(
    r"\b(innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|document\.write|eval\s*\(|new Function|"
    r"localStorage|postMessage|indexedDB|WebSocket|RTCPeerConnection)\b"
)


def naam(pad: Path) -> str:
    return pad.relative_to(PROJECT).as_posix()


def genoemd(functie: ast.expr) -> str:
    """The last part of what is called."""
    if isinstance(functie, ast.Attribute):
        return functie.attr
    return functie.id if isinstance(functie, ast.Name) else ""


def gevaar(knoop: ast.AST) -> str | None:
    if isinstance(knoop, ast.Import | ast.ImportFrom):
        modules = [a.name for a in knoop.names] if isinstance(knoop, ast.Import) else [knoop.module or ""]
        return next((module for module in modules if module.partition(".")[0] in BIBLIOTHEKEN), None)
    if not isinstance(knoop, ast.Call):
        return None
    wat = genoemd(knoop.func)
    if wat in FUNCTIES or wat in ZWAK:
        return wat
    velden = {veld.arg: veld.value for veld in knoop.keywords}
    if wat == "text" and knoop.args and isinstance(knoop.args[0], ast.JoinedStr | ast.BinOp | ast.Name):
        return "a statement for the database made of text"
    uit = {naam for naam, waarde in velden.items() if isinstance(waarde, ast.Constant) and waarde.value is False}
    aan = {naam for naam, waarde in velden.items() if isinstance(waarde, ast.Constant) and waarde.value is True}
    return "verify=False" if "verify" in uit else "shell=True" if "shell" in aan else None


@pytest.mark.parametrize("pad", CODE, ids=naam)
def test_niets_gevaarlijks_in_python(pad: Path) -> None:
    boom = ast.parse(pad.read_text(encoding="utf-8"))
    assert not [f"regel {knoop.lineno}: {wat}" for knoop in ast.walk(boom) if (wat := gevaar(knoop))]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "regel",
    [
        "eval(tekst)",
        "jinja.from_string(tekst)",
        "import pickle",
        "from random import choice",
        "hashlib.md5(b'')",
        "subprocess.run(opdracht, shell=True)",
        "requests.get(adres, verify=False)",
        "session.execute(text(f'select {wat}'))",
    ],
)
def test_de_zoeker_ziet_gevaar(regel: str) -> None:
    assert any(gevaar(knoop) for knoop in ast.walk(ast.parse(regel)))


@pytest.mark.parametrize("regel", ["re.compile('x')", "session.execute(text('select 1'))", "hashlib.sha256(b'')"])
def test_de_zoeker_laat_het_gewone_met_rust(regel: str) -> None:
    assert not any(gevaar(knoop) for knoop in ast.walk(ast.parse(regel)))


@pytest.mark.parametrize("pad", SCRIPTS, ids=naam)
def test_een_script_maakt_geen_html_van_tekst(pad: Path) -> None:
    """Text becomes text; and nothing stays in the browser longer than the tab, or comes in from another page."""
    code = re.sub(r"//[^\n]*", "", pad.read_text(encoding="utf-8"))
    assert not HTML_UIT_TEKST.findall(code)
    assert not re.findall(r"\w\[[^\]\n]+\]\s*=(?!=)|__proto__|Object\.assign\([^{d]", code), (
        "de naam van een veld uit invoer"
    )
