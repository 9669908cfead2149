"""wat als tekstdocument is uitgevoerd, om het te herkennen als het terugkomt"""

import sqlalchemy as sa
from alembic import op

revision = '0011'
down_revision = '0010'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'uitvoer',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('code', sa.String(length=16), nullable=False),
        sa.Column('notitie_id', sa.Integer(), nullable=True),
        sa.Column('periode_id', sa.Integer(), nullable=True),
        sa.Column('gebruiker_id', sa.Integer(), nullable=True),
        sa.Column('tijdstip', sa.DateTime(timezone=True), nullable=False),
        sa.Column('afdruk', sa.String(length=64), nullable=False),
        sa.Column('inhoud', sa.JSON(), nullable=False),
        sa.Column('organisatie_id', sa.Integer(), nullable=False),
        sa.CheckConstraint(
            '(notitie_id IS NULL) <> (periode_id IS NULL)', name=op.f('ck_uitvoer_een_onderwerp')
        ),
        sa.ForeignKeyConstraint(['gebruiker_id'], ['gebruiker.id'], name=op.f('fk_uitvoer_gebruiker_id')),
        sa.ForeignKeyConstraint(
            ['notitie_id', 'organisatie_id'],
            ['notitie.id', 'notitie.organisatie_id'],
            name=op.f('fk_uitvoer_notitie_id_organisatie_id'),
            ondelete='CASCADE',
        ),
        sa.ForeignKeyConstraint(
            ['periode_id', 'organisatie_id'],
            ['rapportageperiode.id', 'rapportageperiode.organisatie_id'],
            name=op.f('fk_uitvoer_periode_id_organisatie_id'),
            ondelete='CASCADE',
        ),
        sa.ForeignKeyConstraint(['organisatie_id'], ['organisatie.id'], name=op.f('fk_uitvoer_organisatie_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_uitvoer')),
        sa.UniqueConstraint('code', name=op.f('uq_uitvoer_code')),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f('ix_uitvoer_gebruiker_id'), 'uitvoer', ['gebruiker_id'])
    op.create_index(op.f('ix_uitvoer_notitie_id'), 'uitvoer', ['notitie_id'])
    op.create_index(op.f('ix_uitvoer_organisatie_id'), 'uitvoer', ['organisatie_id'])
    op.create_index(op.f('ix_uitvoer_periode_id'), 'uitvoer', ['periode_id'])
    op.create_index(op.f('ix_uitvoer_tijdstip'), 'uitvoer', ['tijdstip'])


def downgrade() -> None:
    op.drop_table('uitvoer')
