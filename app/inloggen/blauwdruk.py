"""The blueprint, apart from the routes that hang on it."""

from flask import Blueprint

scherm = Blueprint("inloggen", __name__)
