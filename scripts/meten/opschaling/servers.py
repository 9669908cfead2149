"""Servers of the application, each in a process group of its own, and nginx that shares requests out between them."""

import os
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from config import PROJECT
from tests.e2e.server import vrije_poort

# As docs/draaien.md advises; only the ports and the places of files are those of a trial.
NGINX = """
daemon off;
pid {map_}/pid;
error_log {map_}/fouten.log warn;
events {{ worker_connections 256; }}
http {{
  access_log off;
  client_body_temp_path {map_}/a;
  proxy_temp_path {map_}/b;
  fastcgi_temp_path {map_}/c;
  uwsgi_temp_path {map_}/d;
  scgi_temp_path {map_}/e;
  upstream doelspoor {{
{upstream}
    keepalive 16;
    keepalive_timeout 60s;
  }}
  server {{
    listen 127.0.0.1:{poort};
    client_max_body_size 21m;
    location / {{
      proxy_pass http://doelspoor;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $remote_addr;
      proxy_set_header X-Forwarded-Proto $scheme;
      proxy_set_header X-Forwarded-Host $http_host;
      proxy_next_upstream error timeout;
      proxy_connect_timeout 5s;
    }}
  }}
}}
"""


class Server:
    """One gunicorn with its workers."""

    def __init__(self, omgeving: Mapping[str, str], log: Path) -> None:
        self.poort = vrije_poort()
        opdracht = [
            sys.executable,
            "-m",
            "gunicorn",
            "-c",
            "gunicorn.conf.py",
            "-b",
            f"127.0.0.1:{self.poort}",
            "wsgi:app",
        ]
        self._uit = log.open("w")
        self._proces = subprocess.Popen(
            opdracht,
            cwd=PROJECT,
            env={**os.environ, **omgeving},
            stdout=self._uit,
            stderr=self._uit,
            start_new_session=True,
        )
        wacht_op(self.poort)

    def dood(self) -> None:
        """As a power cut: no process of it gets to finish anything."""
        if self._proces.poll() is None:
            os.killpg(self._proces.pid, signal.SIGKILL)
            self._proces.wait(timeout=20)
        self._uit.close()


@contextmanager
def achter_nginx(programma: str, omgeving: Mapping[str, str], aantal: int = 2) -> Iterator[tuple[str, list[Server]]]:
    """The address of nginx, and the servers behind it."""
    with ExitStack() as opruimen:
        map_ = Path(opruimen.enter_context(tempfile.TemporaryDirectory(prefix="doelspoor-nginx-")))
        servers = []
        for nummer in range(aantal):
            servers.append(Server(omgeving, map_ / f"server{nummer}.log"))
            opruimen.callback(servers[-1].dood)
        poort = vrije_poort()
        upstream = "\n".join(f"    server 127.0.0.1:{s.poort} max_fails=3 fail_timeout=5s;" for s in servers)
        instelling = map_ / "nginx.conf"
        instelling.write_text(NGINX.format(map_=map_, poort=poort, upstream=upstream))
        opdracht = [programma, "-c", str(instelling), "-e", str(map_ / "begin.log")]
        nginx = subprocess.Popen(opdracht, start_new_session=True)
        opruimen.callback(_beeindig, nginx)
        wacht_op(poort)
        yield f"http://127.0.0.1:{poort}", servers


def _beeindig(proces: "subprocess.Popen[bytes]") -> None:
    proces.terminate()
    proces.wait(timeout=20)


def wacht_op(poort: int) -> None:
    for _ in range(300):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{poort}/gezond", timeout=5).close()
            return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise RuntimeError(f"Op poort {poort} antwoordt niemand.")
