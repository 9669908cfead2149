from flask import Blueprint

scherm = Blueprint("importeren", __name__, url_prefix="/importeren")
