"""Where in a document something stood, as a person counts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Plaats:
    """`tabel` and `rij` are 1-based, or None outside the tables.

    `alinea` is the 1-based paragraph inside its cell, or among the paragraphs outside the tables;
    empty paragraphs are not counted. A nested table counts as part of the cell it stands in.
    `bladzijde` and `regel` (of that page) are only known of a PDF or a text. `doorgeteld`: the line counts from the
    beginning of the file, as a text editor does.
    """

    tabel: int | None = None
    rij: int | None = None
    alinea: int | None = None
    bladzijde: int | None = None
    regel: int | None = None
    doorgeteld: bool = False

    @property
    def volgorde(self) -> tuple[int, int, int]:
        """The order of places of one kind: all in tables, or all outside them."""
        return self.tabel or 0, self.rij or 0, self.alinea or 0

    @property
    def zin(self) -> str:
        if self.doorgeteld:
            return f"regel {self.regel}" + (f" (bladzijde {self.bladzijde})" if self.bladzijde is not None else "")
        if self.bladzijde is not None:
            return f"bladzijde {self.bladzijde}" + (f", regel {self.regel}" if self.regel is not None else "")
        if self.tabel is None:
            return f"alinea {self.alinea} (buiten de tabellen)" if self.alinea else "buiten de tabellen"
        delen = [f"tabel {self.tabel}"]
        if self.rij is not None:
            delen.append(f"rij {self.rij}")
        if self.alinea is not None:
            delen.append(f"alinea {self.alinea}")
        return ", ".join(delen)
