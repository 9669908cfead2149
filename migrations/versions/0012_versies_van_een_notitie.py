"""versies van een notitie, en het besluit waarmee een versie is vastgesteld"""

import sqlalchemy as sa
from alembic import op

revision = '0012'
down_revision = '0011'
branch_labels = None
depends_on = None


def upgrade() -> None:
    sqlite = op.get_bind().dialect.name == 'sqlite'
    op.add_column('notitie', sa.Column('lijn', sa.String(length=16), server_default='', nullable=False))
    op.add_column('notitie', sa.Column('versienummer', sa.Integer(), server_default=sa.text('1'), nullable=False))
    # Every notitie of before is the first version of a document of its own.
    toeval = "lower(hex(randomblob(5)))" if sqlite else "md5(random()::text || id::text)"
    op.execute(f"UPDATE notitie SET lijn = 'm' || substr({toeval}, 1, 9)")
    op.create_index(op.f('ix_notitie_lijn_versienummer'), 'notitie', ['lijn', 'versienummer'], unique=True)
    bewerkt = sa.text("status <> 'vastgesteld'")
    op.create_index(
        'ix_notitie_lijn_in_bewerking', 'notitie', ['lijn'], unique=True, sqlite_where=bewerkt, postgresql_where=bewerkt
    )
    op.create_table('vaststelling',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('notitie_id', sa.Integer(), nullable=False),
    sa.Column('datum', sa.Date(), nullable=False),
    sa.Column('besluit', sa.String(length=300), nullable=False),
    sa.Column('nummer', sa.String(length=80), nullable=False),
    sa.Column('link', sa.String(length=500), nullable=False),
    sa.Column('gebruiker_id', sa.Integer(), nullable=True),
    sa.Column('tijdstip', sa.DateTime(timezone=True), nullable=False),
    sa.Column('organisatie_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['gebruiker_id'], ['gebruiker.id'], name=op.f('fk_vaststelling_gebruiker_id')),
    sa.ForeignKeyConstraint(['notitie_id', 'organisatie_id'], ['notitie.id', 'notitie.organisatie_id'], name=op.f('fk_vaststelling_notitie_id_organisatie_id')),
    sa.ForeignKeyConstraint(['organisatie_id'], ['organisatie.id'], name=op.f('fk_vaststelling_organisatie_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_vaststelling')),
    sa.UniqueConstraint('notitie_id', name=op.f('uq_vaststelling_notitie_id')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_vaststelling_gebruiker_id'), 'vaststelling', ['gebruiker_id'], unique=False)
    op.create_index(op.f('ix_vaststelling_organisatie_id'), 'vaststelling', ['organisatie_id'], unique=False)
    _leg_vast_wat_was_vastgesteld(sqlite)


def _leg_vast_wat_was_vastgesteld(sqlite: bool) -> None:
    """With the day and the person of the logboek; what it does not tell was so since its last change."""
    log = (
        "SELECT {wat} FROM logregel WHERE logregel.notitie_id = notitie.id"
        " AND omschrijving LIKE 'Status van %is nu vastgesteld' ORDER BY logregel.id DESC LIMIT 1"
    )
    moment = f"coalesce(({log.format(wat='tijdstip')}), gewijzigd_op)"
    dag = f"date({moment})" if sqlite else f"({moment})::date"
    op.execute(
        "INSERT INTO vaststelling (notitie_id, organisatie_id, datum, besluit, nummer, link, gebruiker_id, tijdstip)"
        f" SELECT id, organisatie_id, {dag}, '', '', '', ({log.format(wat='gebruiker_id')}), {moment}"
        " FROM notitie WHERE status = 'vastgesteld'"
    )


def downgrade() -> None:
    """What was followed by a newer version stays, as a notitie of its own."""
    op.drop_table('vaststelling')
    op.drop_index('ix_notitie_lijn_in_bewerking', 'notitie')
    op.drop_index(op.f('ix_notitie_lijn_versienummer'), 'notitie')
    op.drop_column('notitie', 'versienummer')
    op.drop_column('notitie', 'lijn')
