"""het logboek zegt waarover een regel gaat, en verandert niet: de database weigert wijzigen en weghalen"""

from alembic import op

revision = '0019'
down_revision = '0018'
branch_labels = None
depends_on = None

ZIN = 'Het logboek verandert niet.'

ONDERWERPEN = ('notities', 'voortgang', 'cijfers', 'rapporten', 'gebruikers', 'beheer')
# How lines began that did not yet say what they were about; what is left is about beheer.
BEGIN = {
    'voortgang': ('Periode %', 'Thema %', 'Maatregel %', 'Voortgang %'),
    'rapporten': ('Rapport %',),
    'cijfers': ("Indicator ''%", '%meting%', 'Meting%', 'Nulmeting%', 'Duiding%', 'Drempel%'),
}


def upgrade() -> None:
    _zeg_waarover()
    _zet_vast()


def _zeg_waarover() -> None:
    # With the check in the column itself, so that SQLite need not copy the whole logboek, on the way back neither.
    lijst = ', '.join(f"'{onderwerp}'" for onderwerp in ONDERWERPEN)
    op.execute(
        "ALTER TABLE logregel ADD COLUMN onderwerp VARCHAR(40) DEFAULT 'beheer' NOT NULL"
        f" CONSTRAINT ck_logregel_onderwerp CHECK (onderwerp IN ({lijst}))"
    )
    op.drop_index('ix_logregel_gebruiker_id', 'logregel')
    op.create_index('ix_logregel_gebruiker_id_id', 'logregel', ['gebruiker_id', 'id'])
    op.execute("UPDATE logregel SET onderwerp = 'notities' WHERE notitie_id IS NOT NULL")
    op.execute("UPDATE logregel SET onderwerp = 'gebruikers' WHERE over_gebruiker_id IS NOT NULL")
    for onderwerp, beginnen in BEGIN.items():
        lijkt = ' OR '.join(f"omschrijving LIKE '{begin}'" for begin in beginnen)
        op.execute(f"UPDATE logregel SET onderwerp = '{onderwerp}' WHERE onderwerp = 'beheer' AND ({lijkt})")


def _zet_vast() -> None:
    if op.get_bind().dialect.name == 'sqlite':
        for naam, wat in (('niet_wijzigen', 'UPDATE'), ('niet_verwijderen', 'DELETE')):
            op.execute(
                f"CREATE TRIGGER logregel_{naam} BEFORE {wat} ON logregel BEGIN SELECT RAISE(ABORT, '{ZIN}'); END"
            )
        return
    op.execute(
        "CREATE FUNCTION logregel_weigert() RETURNS trigger LANGUAGE plpgsql AS"
        f" $$ BEGIN RAISE EXCEPTION '{ZIN}' USING ERRCODE = 'restrict_violation'; END $$"
    )
    op.execute(
        "CREATE TRIGGER logregel_niet_wijzigen BEFORE UPDATE OR DELETE ON logregel"
        " FOR EACH ROW EXECUTE FUNCTION logregel_weigert()"
    )
    op.execute(
        "CREATE TRIGGER logregel_niet_leegmaken BEFORE TRUNCATE ON logregel"
        " FOR EACH STATEMENT EXECUTE FUNCTION logregel_weigert()"
    )


def downgrade() -> None:
    if op.get_bind().dialect.name == 'sqlite':
        op.execute('DROP TRIGGER logregel_niet_wijzigen')
        op.execute('DROP TRIGGER logregel_niet_verwijderen')
    else:
        op.execute('DROP TRIGGER logregel_niet_wijzigen ON logregel')
        op.execute('DROP TRIGGER logregel_niet_leegmaken ON logregel')
        op.execute('DROP FUNCTION logregel_weigert()')
    op.drop_index('ix_logregel_gebruiker_id_id', 'logregel')
    op.create_index('ix_logregel_gebruiker_id', 'logregel', ['gebruiker_id'])
    op.drop_column('logregel', 'onderwerp')
