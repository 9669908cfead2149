"""Doelspoor. `create_app` wires the parts together and does nothing else."""

from flask import Flask
from flask_migrate import Migrate
from flask_wtf import CSRFProtect

from app import auth, cli, web
from app.models import db
from app.schermen import SCHERMEN
from app.web import grenzen, leeskopie
from config import PROJECT, Instellingen


def create_app(instellingen: Instellingen) -> Flask:
    app = Flask(__name__, static_folder="static/dist", static_url_path="/static")
    app.config.from_mapping(instellingen.voor_flask())
    db.init_app(app)
    Migrate(app, db, directory=str(PROJECT / "migrations"), render_as_batch=False)
    CSRFProtect(app)
    web.init_app(app)
    auth.init_app(app)
    grenzen.init_app(app)
    leeskopie.init_app(app)
    for scherm in SCHERMEN:
        app.register_blueprint(scherm)
    cli.init_app(app)
    return app
