"""Certificates made on the spot with openssl, for a mail server on this machine."""

import ssl
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests import voorwaarden

HIER = "DNS:localhost,IP:127.0.0.1"


@dataclass(frozen=True)
class Certificaat:
    """`pad` is what a client must trust to believe the server."""

    pad: Path
    sleutel: Path

    def server(self) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.pad, self.sleutel)
        return context


def maak_certificaat(map_: Path, *, naam: str = HIER, verlopen: bool = False) -> Certificaat:
    """Signed by itself. `naam`: for whom it is, as openssl writes it."""
    certificaat = Certificaat(map_ / "certificaat.pem", map_ / "sleutel.pem")
    aanvraag, namen = map_ / "aanvraag.csr", map_ / "namen.cnf"
    namen.write_text(f"subjectAltName={naam}\n")
    nieuw = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", certificaat.sleutel)
    _openssl("req", "-new", *nieuw, "-subj", "/CN=Testserver", "-out", aanvraag)
    geldig = ("-days", "-1" if verlopen else "2", "-extfile", namen)
    _openssl("x509", "-req", "-in", aanvraag, "-signkey", certificaat.sleutel, *geldig, "-out", certificaat.pad)
    return certificaat


def _openssl(*woorden: str | Path) -> None:
    subprocess.run([voorwaarden.openssl(), *woorden], check=True, capture_output=True)
