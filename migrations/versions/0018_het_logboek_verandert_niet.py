"""het logboek verandert niet: de database weigert een regel te wijzigen of weg te halen"""

from alembic import op

revision = '0018'
down_revision = '0017'
branch_labels = None
depends_on = None

ZIN = 'Het logboek verandert niet.'


def upgrade() -> None:
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
        return
    op.execute('DROP TRIGGER logregel_niet_wijzigen ON logregel')
    op.execute('DROP TRIGGER logregel_niet_leegmaken ON logregel')
    op.execute('DROP FUNCTION logregel_weigert()')
