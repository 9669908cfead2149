"""herinneringen"""

import sqlalchemy as sa
from alembic import op

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


def upgrade() -> None:
    # In one statement: SQLite would have to rebuild the table for a constraint that comes later.
    op.execute(
        "ALTER TABLE gebruiker ADD COLUMN herinneringen VARCHAR(40) DEFAULT 'dagelijks' NOT NULL "
        "CONSTRAINT ck_gebruiker_herinneringen CHECK (herinneringen IN ('dagelijks', 'wekelijks', 'geen'))"
    )
    op.create_table('herinnering',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('gebruiker_id', sa.Integer(), nullable=False),
    sa.Column('sleutel', sa.String(length=120), nullable=False),
    sa.Column('soort', sa.Enum('sluit', 'planning', 'teruggestuurd', name='soort', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('status', sa.Enum('klaargezet', 'bezig', 'verstuurd', 'mislukt', name='status', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('tekst', sa.Text(), nullable=False),
    sa.Column('periode', sa.String(length=10), nullable=False),
    sa.Column('regel_id', sa.Integer(), nullable=True),
    sa.Column('klaargezet_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('opgepakt_op', sa.DateTime(timezone=True), nullable=True),
    sa.Column('verstuurd_op', sa.DateTime(timezone=True), nullable=True),
    sa.Column('verzonden_dag', sa.Date(), nullable=True),
    sa.Column('pogingen', sa.Integer(), nullable=False),
    sa.Column('fout', sa.Text(), nullable=False),
    sa.Column('organisatie_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['gebruiker_id'], ['gebruiker.id'], name=op.f('fk_herinnering_gebruiker_id')),
    sa.ForeignKeyConstraint(['organisatie_id'], ['organisatie.id'], name=op.f('fk_herinnering_organisatie_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_herinnering')),
    sa.UniqueConstraint('gebruiker_id', 'sleutel', name=op.f('uq_herinnering_gebruiker_id_sleutel')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('herinnering', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_herinnering_organisatie_id'), ['organisatie_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_herinnering_status'), ['status'], unique=False)


def downgrade() -> None:
    op.drop_table('herinnering')
    op.execute("ALTER TABLE gebruiker DROP COLUMN herinneringen")
