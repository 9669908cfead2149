from flask import Blueprint

scherm = Blueprint("metingen_importeren", __name__, url_prefix="/indicatoren/importeren")
