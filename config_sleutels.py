"""The setting about keys of before: while they are replaced, what they signed and sealed still counts."""

from collections.abc import Mapping

from config_server import InstellingFout

KORTSTE = 16


def lees_vorige_sleutels(omgeving: Mapping[str, str]) -> tuple[str, ...]:
    """The last one first. Never repeats one in a message."""
    waarde = omgeving.get("SECRET_KEY_VORIGE", "")
    sleutels = tuple(deel.strip() for deel in waarde.split(",")) if waarde else ()
    if any(len(sleutel) < KORTSTE for sleutel in sleutels):
        raise InstellingFout("SECRET_KEY_VORIGE noemt een sleutel die te kort is; zet een komma tussen twee sleutels.")
    if omgeving.get("SECRET_KEY", "") in sleutels:
        raise InstellingFout("SECRET_KEY_VORIGE noemt ook de huidige SECRET_KEY; geef daar een nieuwe.")
    return sleutels
