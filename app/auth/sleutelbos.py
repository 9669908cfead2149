"""The keys that sign and seal: the present one, and those of before that still count."""

from flask import current_app
from itsdangerous import URLSafeSerializer, URLSafeTimedSerializer

from app.services.verzegelen import Zegel


def tekenaar(doel: str) -> URLSafeSerializer:
    """Signs with the present key; what an earlier one signed is good too."""
    return URLSafeSerializer(_oudste_eerst(), salt=doel)


def tekenaar_met_tijd(doel: str) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(_oudste_eerst(), salt=doel)


def zegel(doel: str) -> Zegel:
    return Zegel(current_app.config["SECRET_KEY"], doel, vorige=_vorige())


def _oudste_eerst() -> list[str]:
    return [*reversed(_vorige()), current_app.config["SECRET_KEY"]]


def _vorige() -> list[str]:
    return current_app.config["SECRET_KEY_FALLBACKS"] or []
