"""When each worker was last seen, also while there is nothing to do."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from app.models.basis import Model


class Werkerteken(Model):
    """`naam`: the machine and the process; belongs to no organisatie."""

    __tablename__ = "werkerteken"

    naam: Mapped[str] = mapped_column(String(120), primary_key=True)
    gezien_op: Mapped[datetime]
