"""A free line of what an opdrachtnemer is asked to do, beside the toewijzingen."""

from sqlalchemy import CheckConstraint, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.structuur import Opdrachtnemer
from app.models.basis import Gemerkt, Gevolgd, MetVersie, Model, VanOrganisatie, hoort_bij, keuze, merk_uniek
from app.models.probleemgebied import Probleemgebied


class Opdracht(VanOrganisatie, Gemerkt, MetVersie, Gevolgd, Model):
    __tablename__ = "opdracht"
    __table_args__ = (
        hoort_bij("probleemgebied", "probleemgebied_id"),
        merk_uniek("probleemgebied_id"),
        UniqueConstraint("probleemgebied_id", "opdrachtnemer", "volgorde"),
        CheckConstraint("volgorde >= 1", name="volgorde_positief"),
        CheckConstraint("tekst <> ''", name="tekst_niet_leeg"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    probleemgebied_id: Mapped[int]
    opdrachtnemer: Mapped[Opdrachtnemer] = mapped_column(keuze(Opdrachtnemer, "opdrachtnemer"))
    volgorde: Mapped[int]
    tekst: Mapped[str] = mapped_column(Text)

    probleemgebied: Mapped[Probleemgebied] = relationship(
        back_populates="opdrachten", primaryjoin="foreign(Opdracht.probleemgebied_id) == Probleemgebied.id"
    )
