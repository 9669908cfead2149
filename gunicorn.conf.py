"""How gunicorn serves: two processes with threads, on this machine only; a proxy in front brings in the world."""

import os
import signal
from typing import Any

from logregels import VOOR_GUNICORN

bind = f"127.0.0.1:{os.environ.get('PORT') or 8000}"
workers = int(os.environ.get("WEB_CONCURRENCY") or 2)
worker_class = "gthread"
threads = 4
timeout = 120  # reading a large document may take a while
graceful_timeout = 5
loglevel = "warning"
control_socket_disable = True
logconfig_dict = VOOR_GUNICORN
# Who is believed about X-Forwarded-* is said by DOELSPOOR_PROXIES, in one place; gunicorn itself believes nobody.
forwarded_allow_ips = ""


def post_worker_init(_worker: Any) -> None:
    """Ctrl-C reaches every process of the terminal; a worker that also gets the signal of its master can get stuck."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
