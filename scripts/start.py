"""What `make run` does once everything is installed: make the tables, load the demonstration data, serve.

Beside the server runs a worker for what takes long; `werker_oppassen.py` keeps it alive and stops it with the server.
"""

import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT))
os.chdir(PROJECT)


def stop(*regels: str) -> NoReturn:
    for regel in regels:
        print(regel, file=sys.stderr)
    raise SystemExit(1)


def poort() -> int:
    waarde = os.environ.get("PORT") or "8000"
    if not waarde.isdecimal() or not 0 < int(waarde) < 65536:
        stop(f"PORT is '{waarde}'; dat is geen poort. (PORT must be a number from 1 to 65535.)")
    return int(waarde)


def controleer_poort(nummer: int) -> None:
    with socket.socket() as proef:
        proef.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            proef.bind(("127.0.0.1", nummer))
        except PermissionError:
            stop(f"Poort {nummer} mag u niet gebruiken; kies een andere: make run PORT=8001 (port not allowed).")
        except OSError:
            stop(f"Poort {nummer} is al in gebruik; kies een andere: make run PORT={nummer + 1} (port in use).")


def bereid_voor() -> list[tuple[str, str, str]]:
    """Tables and demonstration data; gives role, e-mail and password of the demonstration logins that are there."""
    from flask_migrate import upgrade
    from sqlalchemy import select

    from app.models import Gebruiker, db
    from app.reading.seeds.lezen import lees_seeds
    from app.services.demo_laden import NietLeeg, laad_demo
    from config import Omgeving, lees_instellingen
    from wsgi import app

    with app.app_context():
        upgrade()
        if lees_instellingen().omgeving is Omgeving.PRODUCTIE:
            return []
        seeds = lees_seeds(PROJECT / "seeds")
        try:
            laad_demo(db.session(), seeds=seeds)
            db.session.commit()
            print("Doelspoor: voorbeeldgegevens geladen")
        except NietLeeg:
            db.session.rollback()
        aanwezig = set(db.session.scalars(select(Gebruiker.email)))
        db.session.remove()
        db.engine.dispose()
    per_rol = {g.rol: (g.rol, g.email, g.wachtwoord) for g in reversed(seeds.gebruikers) if g.email in aanwezig}
    return sorted(per_rol.values())


def toon(nummer: int, logins: list[tuple[str, str, str]]) -> None:
    print(f"\n  Doelspoor staat op http://127.0.0.1:{nummer}\n")
    if logins:
        print("  Inloggen om te proberen:")
        for rol, email, wachtwoord in logins:
            print(f"    {rol:<16}{email:<28}{wachtwoord}")
        print()
    print("  Stoppen: Ctrl-C", flush=True)


def start_werker() -> "subprocess.Popen[bytes]":
    """In a session of its own: Ctrl-C is for the server, and its end is what stops the worker in an orderly way."""
    opdracht = [sys.executable, str(PROJECT / "scripts/werker_oppassen.py")]
    return subprocess.Popen(opdracht, cwd=PROJECT, stdin=subprocess.PIPE, start_new_session=True)


def serveer_met_werker() -> None:
    oppasser, eigen = start_werker(), os.getpid()
    try:
        serveer()
    finally:
        if os.getpid() == eigen:  # the processes of gunicorn end here too, each with a copy of this
            oppasser.terminate()
            oppasser.wait()


def serveer() -> None:
    """In this process: what is loaded already need not be loaded again."""
    from gunicorn.app.wsgiapp import WSGIApplication

    sys.argv = ["doelspoor", "--config", "gunicorn.conf.py", "--preload", "wsgi:app"]
    WSGIApplication(prog="doelspoor").run()


def main() -> None:
    nummer = poort()
    controleer_poort(nummer)
    from sqlalchemy.exc import ArgumentError, DBAPIError

    from config import InstellingFout
    from config_server import deel_metrics

    try:
        deel_metrics()
        logins = bereid_voor()
    except InstellingFout as fout:
        stop(str(fout))
    except (ArgumentError, DBAPIError) as fout:
        stop(f"De database van DATABASE_URL is niet te gebruiken: {str(fout).splitlines()[0]}")
    toon(nummer, logins)
    serveer_met_werker()


if __name__ == "__main__":
    main()
