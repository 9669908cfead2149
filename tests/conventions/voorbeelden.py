"""A real record for every address: made once from the demonstration data, of one gemeente."""

import re
from datetime import timedelta
from io import BytesIO
from typing import Any

from PIL import Image
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.routing import Rule

from app.domain import structuur
from app.domain.cijfers.indicator import Bloksoort
from app.domain.regio.groepen import Besluitsoort
from app.domain.taal.datums import vandaag
from app.domain.voortgang.structuur import Voortgang
from app.metingen_importeren.taken import LEZEN
from app.models import (
    Bron,
    Gebruiker,
    Hoofdstuk,
    Indicator,
    Indicatorregel,
    Inlogsessie,
    Linksoort,
    Maatregel,
    Meting,
    Metinglevering,
    Notitie,
    NotitieStatus,
    Opdrachtbesluit,
    Organisatie,
    OrganisatieSoort,
    Probleemgebied,
    Rapport,
    Rapportageperiode,
    Rapportblok,
    Reeks,
    Regio,
    Rol,
    Thema,
    Voortgangsregel,
)
from app.reading.afbeelding import lees_afbeelding
from app.reading.notitie import gelezen_json
from app.reading.notitie.gelezen import GelezenNotitie
from app.reading.terug.uitkomst import Teruggebracht
from app.reading.terug.voortgang_bouw import TabellenTerug
from app.reading.voortgang import gelezen as voortgang_gelezen
from app.reading.voortgang.gelezen import GelezenVoortgang
from app.services.accounts.links import maak_link
from app.services.importvoorstel import Soort, bewaar_voorstel
from app.services.indicatoren.import_beheren import maak_import
from app.services.indicatoren.indicator_beheren import verwijder_indicator, voeg_indicator_toe
from app.services.indicatoren.metingen_ongedaan import onthoud
from app.services.indicatoren.metingen_opslaan import Opgeslagen
from app.services.logboek import Dader
from app.services.notities.item_verwijderen import verwijder_item
from app.services.notities.items import SOORTEN
from app.services.notities.overnemen import laad_geheel
from app.services.notities.structuur_van import structuur_van_notitie
from app.services.notities.terugkomst import Herkomst
from app.services.organisaties.huisstijl import wijzig_huisstijl
from app.services.rapporten.verwijderen import verwijder_hoofdstuk
from app.services.sleutels import Sleutelmacht, maak_sleutel
from app.services.taken.plannen import plan_taak
from app.services.voortgang.tabellen_nu import lees_nu
from app.services.voortgang.terug import Herkomst as VoortgangHerkomst
from app.services.voortgang.verwijderen import verwijder_maatregel
from app.terugkomst import bewaard as terugkomst
from app.terugkomst import voortgang_bewaard as voortgang_terugkomst
from tests.integration import bewerkhulp

# In the demonstration data this period is open, and the one before is closed.
OPEN, GESLOTEN = "2019-H2", "2019-H1"
GEMEENTE, RIGG = "het-hogeland", "rigg"
# A gemeente of the same regio; and for the RIGG, which sees its whole regio, one of another.
BUUR, ELDERS = "eemsdelta", "inkoop-elders"
# A part of an address: what stands before it, and its name.
DEEL = re.compile(r"(?:([a-z-]+)/)?<(?:[a-z]+:)?([a-z_]+)>")

# What an address is nothing without.
ACHTER = {"rapportages.blok_nieuw": "?soort=tekst"}

Waarde = int | str


def proefadres(slug: str, rol: Rol) -> str:
    """The address of the user of that role that was made for trying, at that organisatie."""
    return f"proef.{rol.value}@{slug}.example"


def maak_proefgebruikers(session: Session) -> None:
    """One of every role at each of these organisaties; the demonstration data do not have them all."""
    regio = Regio(slug="elders", naam="Elders")
    session.add(Organisatie(slug=ELDERS, naam="Elders", soort=OrganisatieSoort.INKOOPORGANISATIE, regio=regio))
    for organisatie in session.scalars(select(Organisatie).where(Organisatie.slug.in_((GEMEENTE, BUUR, RIGG, ELDERS)))):
        for rol in Rol:
            bewerkhulp.maak_gebruiker(session, organisatie, rol, naam=f"Proef {rol.value}")


class Voorbeelden:
    """Per role what its addresses are about: what is final for who sees nothing else, drafts for the others."""

    def __init__(self, session: Session) -> None:
        self._session = session
        maak_proefgebruikers(session)
        self._organisatie = session.scalars(select(Organisatie).where(Organisatie.slug == GEMEENTE)).one()
        manager = self._gebruiker(Rol.MANAGER)
        self._door = Dader(manager.id, Bron.SCHERM)
        self._geef_een_logo()
        self._gewoon = self._in_bewerking() | self._verwijderd() | self._onderweg() | self._vast()
        self._definitief = self._gewoon | self._vastgesteld()
        self._persoonlijk = {rol: self._eigen(rol) for rol in Rol}
        session.commit()

    def adres(self, regel: Rule, rol: Rol) -> str:
        """The address of `regel` for this role."""
        waarden = self._definitief if rol in (Rol.LEZER, Rol.RIGG) else self._gewoon
        waarden = waarden | self._persoonlijk[rol]
        if rol is Rol.RIGG:
            waarden = waarden | self._van_de_rigg()
        return DEEL.sub(lambda deel: self._vul_in(regel, waarden, *deel.groups()), regel.rule) + ACHTER.get(
            regel.endpoint, ""
        )

    def _vul_in(self, regel: Rule, waarden: dict[str, Waarde], begin: str | None, naam: str) -> str:
        gebied = regel.endpoint.partition(".")[0]
        for sleutel in (regel.endpoint, f"{gebied}:{begin}", begin, naam):
            if sleutel in waarden:
                return f"{begin}/{waarden[sleutel]}" if begin else str(waarden[sleutel])
        raise AssertionError(f"Zeg in {__file__} welk record in {regel.rule} op de plaats van <{naam}> komt.")

    def _vast(self) -> dict[str, Waarde]:
        vast: dict[str, Waarde] = {"formaat": "csv", "soort": "doel", "code": OPEN, "regio:opdrachten": "a-b"}
        return vast | {"voortgang": OPEN, "rapportages": OPEN}

    def _in_bewerking(self) -> dict[str, Waarde]:
        gebied = self._eerste(Probleemgebied)
        rapport = self._rapport()
        regel = self._eerste(Voortgangsregel, Voortgangsregel.periode_id == self._periode(OPEN).id)
        blok = next(blok for h in rapport.hoofdstukken for blok in h.blokken)
        duiding = self._eerste(Rapportblok, Rapportblok.soort == Bloksoort.DUIDING)
        eigen = self._cijfer(self._organisatie)
        return {
            "notities": gebied.notitie_id,
            "probleemgebieden": gebied.id,
            "doelen": gebied.doelen[0].id,
            "item_id": gebied.doelen[0].id,
            "themas": self._eerste(Thema).id,
            "maatregelen": regel.maatregel_id,
            "regels": regel.id,
            "hoofdstukken": blok.hoofdstuk_id,
            "blokken": blok.id,
            "rapportages.duiding": duiding.id,
            "indicatorregels": self._eerste(Indicatorregel).id,
            "indicatoren": eigen.reeks.indicator_id,
            "metingen": eigen.id,
        }

    def _vastgesteld(self) -> dict[str, Waarde]:
        notitie = bewerkhulp.maak_notitie(self._session, self._organisatie, "Vast", NotitieStatus.VASTGESTELD)
        gebied = bewerkhulp.maak_gebied(self._session, notitie)
        return {
            "notities": notitie.id,
            "probleemgebieden": gebied.id,
            "doelen": gebied.doelen[0].id,
            "item_id": gebied.doelen[0].id,
            # Doel 2 is asked of the RIGG.
            "regio:opdrachten": f"{notitie.lijn}-{gebied.doelen[1].merk}",
            "code": GESLOTEN,
            "voortgang": GESLOTEN,
            "rapportages": GESLOTEN,
        }

    def _van_de_rigg(self) -> dict[str, Waarde]:
        rigg = self._session.scalars(select(Organisatie).where(Organisatie.slug == RIGG)).one()
        return {"indicatoren": self._eerste(Indicator, organisatie=rigg).id}

    def _geef_een_logo(self) -> None:
        uit = BytesIO()
        Image.new("RGB", (30, 10)).save(uit, "PNG")
        logo = lees_afbeelding(uit.getvalue())
        for organisatie in self._session.scalars(select(Organisatie)):
            wijzig_huisstijl(
                self._session, organisatie=organisatie, kleur=None, logo=logo, zonder_logo=False, door=self._door
            )

    def _verwijderd(self) -> dict[str, Waarde]:
        """Of each area something that can come back."""
        s, door = self._session, self._door
        notitie = bewerkhulp.maak_notitie(s, self._organisatie, "Oud")
        doel = bewerkhulp.maak_gebied(s, notitie).doelen[-1]
        thema = self._eerste(Thema)
        hoofdstuk = self._hoofdstuk_erbij()
        maatregel = Maatregel(organisatie_id=thema.organisatie_id, thema_id=thema.id, naam="Oud", volgorde=99)
        s.add(maatregel)
        s.flush()
        waarden = {"naam": "Een indicator van vroeger", "eenheid": "aantal"}
        indicator = voeg_indicator_toe(s, organisatie_id=self._organisatie.id, waarden=waarden, door=door)
        ongedaan = onthoud(
            s, organisatie_id=self._organisatie.id, indicator_ids=[], opgeslagen=Opgeslagen(),
            terug="/indicatoren/", door=door,
        )  # fmt: skip
        weg = verwijder_item(s, soort=SOORTEN["doel"], item=doel, door=door)[0]
        return {
            "probleemgebieden:verwijderingen": weg.id,
            "prullenbak": weg.id,
            "voortgang:verwijderingen": verwijder_maatregel(s, maatregel=maatregel, door=door).id,
            "rapportages:verwijderingen": verwijder_hoofdstuk(s, hoofdstuk=hoofdstuk, door=door).id,
            "indicatoren:verwijderingen": verwijder_indicator(s, indicator=indicator, door=door).id,
            "ongedaan": ongedaan.id,
        }

    def _hoofdstuk_erbij(self) -> Hoofdstuk:
        rapport = self._rapport()
        hoofdstuk = Hoofdstuk(organisatie_id=rapport.organisatie_id, volgorde=99, titel="Oud")
        rapport.hoofdstukken.append(hoofdstuk)
        self._session.flush()
        return hoofdstuk

    def _onderweg(self) -> dict[str, Waarde]:
        s, door, organisatie = self._session, self._door, self._organisatie
        dag = vandaag() + timedelta(days=9)
        sleutel, _ = maak_sleutel(
            s, organisatie=organisatie, naam="Proef", macht=Sleutelmacht.LEZEN, geldig_tot=dag, door=door
        )
        imp = maak_import(s, organisatie_id=organisatie.id, bestandsnaam="cijfers.csv", door=door)
        taak = plan_taak(s, soort=LEZEN, door=door, organisatie_id=organisatie.id, parameters={"import": imp.id})
        imp.taak_id = taak.id
        levering = Metinglevering(organisatie_id=organisatie.id, bestandsnaam="cijfers.csv", nieuw=1)
        besluit = Opdrachtbesluit(regio_id=organisatie.regio_id, soort=Besluitsoort.APART, leden=["a-b"], rest=["c-d"])
        s.add_all([levering, besluit])
        s.flush()
        geheim = maak_link(s, gebruiker=self._gebruiker(Rol.LEZER), soort=Linksoort.UITNODIGING)
        return {
            "gebruikers": self._gebruiker(Rol.LEZER).id,
            "toegang": geheim,
            "sleutels": sleutel.id,
            "metingen_importeren:importeren": imp.id,
            "taken": taak.id,
            "leveringen": levering.id,
            "besluiten": besluit.id,
        }

    def _eigen(self, rol: Rol) -> dict[str, Waarde]:
        """A proposal is only there for who brought the file in, a session for who is logged in."""
        wie = self._gebruiker(rol)

        def bewaar(inhoud: dict[str, Any], soort: Soort) -> int:
            vast = {"gebruiker": wie, "bestandsnaam": "a.docx"}
            return bewaar_voorstel(self._session, inhoud=inhoud, soort=soort, **vast).id

        sessie = Inlogsessie(gebruiker_id=wie.id, hash=f"van {wie.email}")
        self._session.add(sessie)
        self._session.flush()
        notitie = gelezen_json.als_dict(GelezenNotitie(structuur.Notitie(titel="Uit Word")))
        rapport = voortgang_gelezen.als_dict(GelezenVoortgang(Voortgang(titel="Uit Word")))
        return {
            "sessies": sessie.id,
            "importeren:importeren": bewaar(notitie, Soort.NOTITIE),
            "terugkomst:terug": bewaar(self._terug_uit_word(), Soort.TERUGKOMST),
            "terugkomst:voortgang": bewaar(self._voortgang_uit_word(), Soort.VOORTGANG_TERUG),
            "voortgang_overzicht:importeren": bewaar(rapport, Soort.VOORTGANG),
        }

    def _terug_uit_word(self) -> dict[str, Any]:
        """A file in which nothing was changed."""
        notitie = laad_geheel(self._session, self._eerste(Notitie))
        toen = structuur_van_notitie(notitie)
        return terugkomst.als_inhoud(Herkomst(notitie, toen), Teruggebracht(toen))

    def _voortgang_uit_word(self) -> dict[str, Any]:
        periode = self._periode(OPEN)
        toen = lees_nu(self._session, periode).tabellen
        return voortgang_terugkomst.als_inhoud(VoortgangHerkomst(periode, toen), TabellenTerug(toen))

    def _gebruiker(self, rol: Rol) -> Gebruiker:
        adres = proefadres(RIGG if rol is Rol.RIGG else GEMEENTE, rol)
        return self._session.scalars(select(Gebruiker).where(Gebruiker.email == adres)).one()

    def _periode(self, code: str) -> Rapportageperiode:
        return self._eerste(Rapportageperiode, Rapportageperiode.code == code)

    def _rapport(self) -> Rapport:
        rapport: Rapport = self._eerste(Rapport, Rapport.periode_id == self._periode(OPEN).id)
        return rapport

    def _cijfer(self, organisatie: Organisatie) -> Meting:
        """Of an indicator that nobody else may see."""
        keuze = select(Meting).join(Meting.reeks).join(Reeks.indicator)
        keuze = keuze.where(
            ~Indicator.gedeeld, Indicator.organisatie_id == organisatie.id, Reeks.organisatie_id == organisatie.id
        )
        return self._session.scalars(keuze.order_by(Meting.id).limit(1)).one()

    def _eerste(self, model: Any, *welke: Any, organisatie: Organisatie | None = None) -> Any:
        van = (organisatie or self._organisatie).id
        keuze = select(model).where(model.organisatie_id == van, *welke).order_by(model.id).limit(1)
        return self._session.scalars(keuze).one()
