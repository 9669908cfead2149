"""Asks for one file as the RIGG and prints, as JSON, its size, the time it took and the memory it needed.

python -m scripts.meten.een_export DATABASE-URL E-MAIL FORMAAT KEREN
"""

import json
import resource
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

from scripts.meten.bezoeker import Bezoeker, maak_app
from scripts.regio.maken import WACHTWOORD


def piek() -> float:
    """The most memory this process had so far, in MB."""
    status = Path("/proc/self/status")
    if status.exists():  # unlike ru_maxrss this does not begin with what the parent had
        regel = next(r for r in status.read_text().splitlines() if r.startswith("VmHWM"))
        return int(regel.split()[1]) / 1024
    per_mb = 1024 * 1024 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / per_mb


def main(url: str, email: str, formaat: str, keren: int) -> None:
    bezoeker = Bezoeker(maak_app(url), email, WACHTWOORD)
    bezoeker.haal("/opdrachten/")
    vooraf, duren, grootte = piek(), [], 0
    for _ in range(keren):
        begin = perf_counter()
        grootte = len(bezoeker.haal(f"/opdrachten/exporteren.{formaat}"))
        duren.append(perf_counter() - begin)
    print(json.dumps({"bytes": grootte, "ms": median(duren) * 1000, "mb": piek() - vooraf}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]))
