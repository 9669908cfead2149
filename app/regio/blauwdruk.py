"""The blueprint, apart from the routes that hang on it."""

from flask import Blueprint

scherm = Blueprint("regio", __name__, url_prefix="/regio")
