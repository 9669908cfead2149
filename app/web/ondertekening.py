"""What a browser keeps for us is signed with SHA-256: cookies, the tokens in forms and what a form started from.

By themselves the libraries sign with SHA-1.
"""

import hashlib

from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from itsdangerous import Signer


class Sessies(SecureCookieSessionInterface):
    digest_method = staticmethod(hashlib.sha256)


def init_app(app: Flask) -> None:
    """The second one is for what makes its own signer, such as Flask-WTF."""
    app.session_interface = Sessies()
    Signer.default_digest_method = staticmethod(hashlib.sha256)
