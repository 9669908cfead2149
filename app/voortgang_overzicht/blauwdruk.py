"""The blueprint, apart from the routes that hang on it."""

from flask import Blueprint

scherm = Blueprint("voortgang_overzicht", __name__, url_prefix="/voortgang")
