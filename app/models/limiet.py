"""How often somebody did something in a short time: shared by all processes, and gone when the time is over."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from app.models.basis import Model


class Limiet(Model):
    """`sleutel`: what and who, such as "uploads/gebruiker:5"; belongs to no organisatie and holds nothing to keep."""

    __tablename__ = "limiet"

    sleutel: Mapped[str] = mapped_column(String(200), primary_key=True)
    aantal: Mapped[int]
    verloopt_op: Mapped[datetime] = mapped_column(index=True)
