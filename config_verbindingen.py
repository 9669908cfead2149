"""Settings about lines to other machines: encrypted, and to the machine that is meant, unless nobody else is on it."""

from collections.abc import Mapping

from sqlalchemy.engine import URL

from config_server import HOST, InstellingFout

DEZE_MACHINE = ("localhost", "127.0.0.1", "::1")


def lees_eigen_net(omgeving: Mapping[str, str]) -> frozenset[str]:
    """Machines on a network where nobody else can listen, such as that of the containers of one installation."""
    waarde = omgeving.get("DOELSPOOR_EIGEN_NET", "")
    namen = [naam.strip().lower() for naam in waarde.split(",")] if waarde else []
    fout = [naam for naam in namen if not HOST.fullmatch(naam)]
    if fout:
        raise InstellingFout(f"DOELSPOOR_EIGEN_NET noemt '{fout[0]}'; geef namen van machines, met komma's.")
    return frozenset(namen)


def gaat_naar_buiten(host: str, eigen_net: frozenset[str]) -> bool:
    """Over a line that others may listen to. A path is a socket on this machine."""
    host = host.lower()
    return bool(host) and not host.startswith(("/", "@")) and host not in DEZE_MACHINE and host not in eigen_net


def eis_veilige_database(naam: str, adres: URL, eigen_net: frozenset[str]) -> None:
    """Raises InstellingFout, which names no address: there may be a password in it."""
    buiten = [host for host in _hosts(adres) if gaat_naar_buiten(host, eigen_net)]
    if buiten and adres.query.get("sslmode") != "verify-full":
        raise InstellingFout(
            f"{naam} gaat naar de machine '{buiten[0]}' zonder versleuteling te eisen en te controleren wie "
            "daar antwoordt. Zet ?sslmode=verify-full achter het adres (en zo nodig &sslrootcert=…), of noem de "
            "machine in DOELSPOOR_EIGEN_NET als niemand anders op dat net kan."
        )


def _hosts(adres: URL) -> list[str]:
    """What libpq takes: one in the address, or more behind it."""
    erachter = adres.query.get("host", ())
    namen = [erachter] if isinstance(erachter, str) else [*erachter]
    hosts = [adres.host or "", *(deel for naam in namen for deel in naam.split(","))]
    return [host.rsplit(":", 1)[0] if host.count(":") == 1 else host for host in hosts]
