"""The table of rights in words, for who looks at it on screen."""

from app.auth.rechten import Recht
from app.models import Rol

ROLLEN: dict[Rol, str] = {
    Rol.BELEIDSADVISEUR: "Schrijft de notities en rapporteert over maatregelen en cijfers van de eigen organisatie.",
    Rol.MANAGER: "Kan wat een beleidsadviseur kan. Stelt ook vast, beoordeelt en sluit periodes.",
    Rol.RIGG: "Ziet de opdrachten aan de RIGG van alle gemeenten in de regio, zodra een gemeente haar notitie "
    "aanbiedt, en beantwoordt die. Ziet ook indicatoren die in de regio gedeeld zijn. Ziet geen concepten.",
    Rol.LEZER: "Leest wat van de eigen organisatie is vastgesteld, en periodes die gesloten zijn.",
    Rol.BEHEERDER: "Leest alles van de eigen organisatie, en regelt wie erbij mag en wat er is ingesteld.",
}

GROEPEN: dict[str, dict[Recht, str]] = {
    "Notities en opdrachten": {
        Recht.NOTITIES_LEZEN: "Notities en probleemgebieden lezen",
        Recht.NOTITIES_BEWERKEN: "Notities maken en wijzigen, en aanbieden ter vaststelling",
        Recht.NOTITIES_VASTSTELLEN: "Notities vaststellen of terugzetten naar concept",
        Recht.IMPORTEREN: "Een notitie uit Word inlezen",
        Recht.OPDRACHTEN_LEZEN: "Opdrachten bekijken en exporteren",
        Recht.REGIO_LEZEN: "De opdrachten van alle gemeenten in de regio naast elkaar zien en exporteren",
        Recht.OPDRACHTEN_BEANTWOORDEN: "Opdrachten beantwoorden, en bepalen welke dezelfde zijn",
    },
    "Voortgang en rapportages": {
        Recht.VOORTGANG_LEZEN: "De voortgang van maatregelen lezen",
        Recht.VOORTGANG_INVULLEN: "Voortgang invullen; thema’s en maatregelen wijzigen",
        Recht.VOORTGANG_BEOORDELEN: "Voortgang goedkeuren of terugsturen; een periode sluiten of heropenen",
        Recht.RAPPORTEN_LEZEN: "Halfjaarrapportages lezen",
        Recht.RAPPORTEN_SAMENSTELLEN: "Halfjaarrapportages samenstellen",
    },
    "Indicatoren en cijfers": {
        Recht.INDICATOREN_LEZEN: "Indicatoren, cijfers en koers lezen",
        Recht.INDICATOREN_BEWERKEN: "Indicatoren maken, wijzigen en aan doelen koppelen",
        Recht.METINGEN_INVOEREN: "Cijfers invoeren en inlezen",
        Recht.KLEINE_AANTALLEN_ZIEN: "Aantallen zien die kleiner zijn dan de drempel",
        Recht.KOERS_BEOORDELEN: "De koers van een doel beoordelen",
    },
    "Beheer": {
        Recht.BEHEER_BEKIJKEN: "Deze pagina’s onder Beheer bekijken",
        Recht.LOGBOEK_LEZEN: "Het logboek lezen en exporteren: wie wat wanneer wijzigde",
        Recht.GEBRUIKERS_BEHEREN: "Gebruikers uitnodigen, hun rol bepalen, blokkeren en verwijderen",
        Recht.ORGANISATIE_BEHEREN: "De gegevens van de organisatie wijzigen",
        Recht.KLEUREN_BEPALEN: "Bepalen wat groen, oranje en rood betekenen",
        Recht.DREMPEL_BEPALEN: "De drempel voor kleine aantallen bepalen",
        Recht.HERINNERINGEN_BEKIJKEN: "Zien welke herinneringen zijn verstuurd",
        Recht.SLEUTELS_BEHEREN: "Sleutels voor de API maken en intrekken",
        Recht.TAKEN_BEKIJKEN: "Taken op de achtergrond bekijken en afbreken",
    },
    "Voor iedereen die is ingelogd": {
        Recht.INGELOGD: "Mijn werk en Mijn instellingen",
    },
    "Alleen met een sleutel, niet met een rol": {
        Recht.API_LEZEN: "Cijfers lezen met een ander systeem",
        Recht.API_SCHRIJVEN: "Cijfers aanleveren met een ander systeem",
    },
}
