"""The blueprint, apart from the routes that hang on it."""

from flask import Blueprint

scherm = Blueprint("versies", __name__, url_prefix="/notities")
