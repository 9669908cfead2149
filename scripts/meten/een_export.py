"""Asks for one file as the RIGG and prints, as JSON, its size, the time it took and the memory it needed; null when the
answer is that the list is too long for this format.

python -m scripts.meten.een_export DATABASE-URL E-MAIL SOORT FORMAAT KEREN
"""

import json
import resource
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

from scripts.meten.bezoeker import Bezoeker, maak_app
from scripts.regio.maken import WACHTWOORD

OPDRACHTEN, REGIO = "opdrachten", "regio"


def piek() -> float:
    """The most memory this process had so far, in MB."""
    status = Path("/proc/self/status")
    if status.exists():  # unlike ru_maxrss this does not begin with what the parent had
        regel = next(r for r in status.read_text().splitlines() if r.startswith("VmHWM"))
        return int(regel.split()[1]) / 1024
    per_mb = 1024 * 1024 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / per_mb


def vergeet_piek() -> None:
    """Counts on from what is in use now: logging in takes more than most files, for a moment. Only Linux can."""
    wissen = Path("/proc/self/clear_refs")
    if wissen.exists():
        wissen.write_text("5")


def main(url: str, email: str, soort: str, formaat: str, keren: int) -> None:
    bezoeker = Bezoeker(maak_app(url), email, WACHTWOORD)
    bezoeker.haal("/opdrachten/")
    vergeet_piek()
    vooraf, duren, grootte = piek(), [], 0
    for _ in range(keren):
        begin = perf_counter()
        antwoord = _vraag(bezoeker, soort, formaat)
        if antwoord is None:
            print("null")
            return
        grootte = antwoord
        duren.append(perf_counter() - begin)
    print(json.dumps({"bytes": grootte, "ms": median(duren) * 1000, "mb": piek() - vooraf}))


def _vraag(bezoeker: Bezoeker, soort: str, formaat: str) -> int | None:
    if soort == OPDRACHTEN:
        return bezoeker.haal_bestand(f"/opdrachten/exporteren.{formaat}")
    return bezoeker.haal_bestand("/regio/exporteren", {"formaat": formaat})


if __name__ == "__main__":
    main(*sys.argv[1:5], int(sys.argv[5]))
