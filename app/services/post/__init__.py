"""Handing mail to the mail server."""
