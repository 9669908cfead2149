"""Who is there, what they may do, and whose records they may see."""

from flask import Flask

from app.auth.bewaking import init_bewaking


def init_app(app: Flask) -> None:
    init_bewaking(app)
