"""How gunicorn serves: two processes with threads, on this machine only; a proxy in front brings in the world."""

import gc
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from gunicorn.http import wsgi

from config_server import METRICS_MAP, deel_metrics
from logregels import VOOR_GUNICORN

PROJECT = Path(__file__).resolve().parent
METRICS_VAN_ONS = not os.environ.get(METRICS_MAP)
METRICS = deel_metrics()
wsgi.SERVER = "Doelspoor"  # which server this is, and which version of it, is nobody's business
bijzit: list["subprocess.Popen[bytes]"] = []

bind = f"127.0.0.1:{os.environ.get('PORT') or 8000}"
workers = int(os.environ.get("WEB_CONCURRENCY") or 2)
worker_class = "gthread"
threads = 4
preload_app = True  # loaded once, before the processes split off: what they do not change they share
timeout = 120  # reading a large document may take a while
graceful_timeout = 5
keepalive = 75  # longer than what stands in front keeps a connection: it must be the one that closes it
loglevel = "warning"
control_socket_disable = True
logconfig_dict = VOOR_GUNICORN
# Who is believed about X-Forwarded-* is said by DOELSPOOR_PROXIES, in one place; gunicorn itself believes nobody.
forwarded_allow_ips = ""


def pre_fork(_server: Any, _worker: Any) -> None:
    """A collector that looks at everything that was loaded would write in it, and then it is shared no more."""
    gc.collect()
    gc.freeze()


def when_ready(_server: Any) -> None:
    """What the processes counted is shown by one beside them, which holds on to our end of its standard input."""
    if METRICS:
        opdracht = [sys.executable, "-m", "scripts.metrics_server", *([METRICS] if METRICS_VAN_ONS else [])]
        bijzit.append(subprocess.Popen(opdracht, cwd=PROJECT, stdin=subprocess.PIPE))  # noqa: S603


def child_exit(_server: Any, worker: Any) -> None:
    if METRICS:
        from prometheus_client.multiprocess import mark_process_dead

        mark_process_dead(worker.pid)


def on_exit(_server: Any) -> None:
    for proces in bijzit:
        proces.communicate(timeout=10)


def post_worker_init(_worker: Any) -> None:
    """Ctrl-C reaches every process of the terminal; a worker that also gets the signal of its master can get stuck."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
