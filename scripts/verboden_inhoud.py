"""Finds what must not be in the repository: names of package registries and paths of somebody's machine."""

import re
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]

# Written in pieces, so that this file does not find itself.
REGISTERS = [
    "pypi" + r"\.org",
    "pythonhosted" + r"\.org",
    "npmjs" + r"\.(org|com)",
    "yarnpkg" + r"\.com",
    "unpkg" + r"\.com",
    "jsdelivr" + r"\.net",
    "deb" + r"\.debian\.org",
    "deb" + r"\.nodesource\.com",
    "archive" + r"\.ubuntu\.com",
]
PADEN = ["/ho" + r"me/\w", "/Use" + r"rs/\w", "/ro" + r"ot/", "/wo" + r"rk/", r"[A-Z]:\\Use" + "rs"]
VERBODEN = re.compile("|".join(f"(?<![\\w]){deel}" for deel in [*REGISTERS, *PADEN]), re.IGNORECASE)


GEMAAKT = {".git", ".venv", "node_modules", "instance", "dist", "build"}


def bestanden() -> list[str]:
    """What git keeps or would keep; without git everything that is not installed or built."""
    opdracht = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    if (PROJECT / ".git").exists():
        uit = subprocess.run(opdracht, cwd=PROJECT, capture_output=True, check=True, text=True).stdout
        return sorted(set(filter(None, uit.split("\0"))))
    paden = (pad.relative_to(PROJECT) for pad in PROJECT.rglob("*"))
    return sorted(str(pad) for pad in paden if not any(deel in GEMAAKT or "cache" in deel for deel in pad.parts))


def vondsten(naam: str) -> list[str]:
    pad = PROJECT / naam
    if not pad.is_file():
        return []
    regels = pad.read_bytes().decode("utf-8", errors="ignore").splitlines()
    return [
        f"{naam}:{nummer}: {vondst[0]}" for nummer, regel in enumerate(regels, 1) if (vondst := VERBODEN.search(regel))
    ]


def main() -> int:
    gevonden = [vondst for naam in bestanden() for vondst in vondsten(naam)]
    print("\n".join(gevonden))
    return 1 if gevonden else 0


if __name__ == "__main__":
    sys.exit(main())
