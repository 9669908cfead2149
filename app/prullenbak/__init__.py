"""What was removed, and putting it back."""

from app.prullenbak.routes import scherm

__all__ = ["scherm"]
