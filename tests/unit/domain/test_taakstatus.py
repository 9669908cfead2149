from app.domain.taakstatus import TaakStatus


def test_elke_taak_loopt_of_is_klaar_of_mag_opnieuw() -> None:
    for status in TaakStatus:
        assert [status.loopt, status is TaakStatus.KLAAR, status.mag_opnieuw].count(True) == 1
