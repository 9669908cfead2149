from flask import Blueprint

scherm = Blueprint("terugkomst", __name__, url_prefix="/importeren/terug")
