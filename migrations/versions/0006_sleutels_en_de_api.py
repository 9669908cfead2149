"""The API as a source of the logboek, and keys that read small counts."""

import sqlalchemy as sa
from alembic import op

revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None

SLEUTELS = sa.table(
    'api_token', sa.column('id'), sa.column('mag_schrijven', sa.Boolean()), sa.column('ziet_kleine_aantallen', sa.Boolean())
)
BRONNEN = ('scherm', 'import', 'opdrachtregel')


def upgrade() -> None:
    zet_bronnen((*BRONNEN, 'api'))
    onwaar = '0' if is_sqlite() else 'false'
    schrijvers = neem_schrijfrecht_af()
    # In one statement: SQLite would have to rebuild the table for a constraint that comes later.
    op.execute(
        f"ALTER TABLE api_token ADD COLUMN ziet_kleine_aantallen BOOLEAN DEFAULT {onwaar} NOT NULL "
        "CONSTRAINT ck_api_token_schrijver_ziet_alles CHECK (ziet_kleine_aantallen OR NOT mag_schrijven)"
    )
    geef_terug(schrijvers)


def neem_schrijfrecht_af() -> list[int]:
    """The new check holds for keys that may write as soon as it is there: until they see small counts, none may."""
    schrijvers = list(op.get_bind().scalars(sa.text("SELECT id FROM api_token WHERE mag_schrijven")))
    op.get_bind().execute(SLEUTELS.update().values(mag_schrijven=False))
    return schrijvers


def geef_terug(schrijvers: list[int]) -> None:
    alles = SLEUTELS.update().values(mag_schrijven=True, ziet_kleine_aantallen=True)
    op.get_bind().execute(alles.where(SLEUTELS.c.id.in_(schrijvers)))


def downgrade() -> None:
    op.execute("ALTER TABLE api_token DROP COLUMN ziet_kleine_aantallen")
    op.execute("UPDATE logregel SET bron = 'import' WHERE bron = 'api'")
    zet_bronnen(BRONNEN)


def zet_bronnen(bronnen: tuple[str, ...]) -> None:
    """SQLite cannot change a constraint, so there the table is made anew; nothing refers to it."""
    naam, keuze = op.f('ck_logregel_bron'), f"bron IN ({', '.join(repr(bron) for bron in bronnen)})"
    if not is_sqlite():
        op.drop_constraint(naam, 'logregel', type_='check')
        op.create_check_constraint(naam, 'logregel', keuze)
        return
    # The constraints of a table are not copied with it: the old one is gone by itself.
    opties = {'sqlite_autoincrement': True}
    with op.batch_alter_table('logregel', schema=None, recreate='always', table_kwargs=opties) as batch_op:
        batch_op.create_check_constraint(naam, keuze)


def is_sqlite() -> bool:
    return op.get_context().dialect.name == 'sqlite'
