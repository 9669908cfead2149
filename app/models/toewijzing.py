"""Who carries what: one doel, interventie or onderdeel given to one opdrachtnemer."""

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.structuur import Opdrachtnemer
from app.models.basis import Model, VanOrganisatie, hoort_bij, keuze


class Toewijzing(VanOrganisatie, Model):
    """Exactly one of `doel_id`, `interventie_id` and `onderdeel_id` is set."""

    __tablename__ = "toewijzing"
    __table_args__ = (
        hoort_bij("doel", "doel_id"),
        hoort_bij("interventie", "interventie_id"),
        hoort_bij("onderdeel", "onderdeel_id"),
        UniqueConstraint("doel_id", "opdrachtnemer"),
        UniqueConstraint("interventie_id", "opdrachtnemer"),
        UniqueConstraint("onderdeel_id", "opdrachtnemer"),
        CheckConstraint(
            "(CASE WHEN doel_id IS NULL THEN 0 ELSE 1 END)"
            " + (CASE WHEN interventie_id IS NULL THEN 0 ELSE 1 END)"
            " + (CASE WHEN onderdeel_id IS NULL THEN 0 ELSE 1 END) = 1",
            name="precies_een",
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    opdrachtnemer: Mapped[Opdrachtnemer] = mapped_column(keuze(Opdrachtnemer, "opdrachtnemer"))
    voorbehoud: Mapped[bool] = mapped_column(default=False)
    doel_id: Mapped[int | None]
    interventie_id: Mapped[int | None]
    onderdeel_id: Mapped[int | None]
