"""The blueprint, apart from the routes that hang on it."""

from flask import Blueprint

scherm = Blueprint("account", __name__, url_prefix="/instellingen")
