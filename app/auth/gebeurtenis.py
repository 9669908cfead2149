"""A line in the log for each attempt to come in, also one that failed. Never what was typed: only whose account."""

import logging
from enum import StrEnum

logger = logging.getLogger(__name__)


class Manier(StrEnum):
    """With what somebody tries to come in, as it stands in the log."""

    WACHTWOORD = "wachtwoord"
    CODE = "tweede stap"
    LINK = "link"
    AANBIEDER = "aanbieder"


class Uitkomst(StrEnum):
    BINNEN = "binnen"
    HALVERWEGE = "halverwege"
    GEWEIGERD = "geweigerd"
    TE_VAAK = "te vaak"


_GEWOON = (Uitkomst.BINNEN, Uitkomst.HALVERWEGE)


def noteer(manier: Manier, uitkomst: Uitkomst, gebruiker_id: int | None) -> None:
    """`gebruiker_id`: of the account that was tried; None when there is no such account."""
    niveau = logging.INFO if uitkomst in _GEWOON else logging.WARNING
    velden = {"means": manier.value, "outcome": uitkomst.value, "user_id": gebruiker_id}
    logger.log(niveau, "login", extra={"velden": velden})
