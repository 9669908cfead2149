"""inloggen in twee stappen: de app, herstelcodes, en of een organisatie het eist"""

import sqlalchemy as sa
from alembic import op

from app.models.basis import Moment

revision = '0015'
down_revision = '0014'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'tweede_stap',
        sa.Column('gebruiker_id', sa.Integer(), autoincrement=False, nullable=False),
        sa.Column('geheim', sa.String(length=300), nullable=False),
        sa.Column('laatste_tijdvak', sa.Integer(), nullable=False),
        sa.Column('sinds', Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ['gebruiker_id'], ['gebruiker.id'], name=op.f('fk_tweede_stap_gebruiker_id'), ondelete='CASCADE'
        ),
        sa.PrimaryKeyConstraint('gebruiker_id', name=op.f('pk_tweede_stap')),
    )
    op.create_table(
        'herstelcode',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('gebruiker_id', sa.Integer(), nullable=False),
        sa.Column('hash', sa.String(length=64), nullable=False),
        sa.Column('gebruikt_op', Moment(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ['gebruiker_id'], ['gebruiker.id'], name=op.f('fk_herstelcode_gebruiker_id'), ondelete='CASCADE'
        ),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_herstelcode')),
        sa.UniqueConstraint('hash', name=op.f('uq_herstelcode_hash')),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f('ix_herstelcode_gebruiker_id'), 'herstelcode', ['gebruiker_id'], unique=False)
    for tabel, kolom in (('inlogsessie', 'tweede_stap'), ('organisatie', 'eist_tweede_stap')):
        op.add_column(tabel, sa.Column(kolom, sa.Boolean(), server_default=sa.false(), nullable=False))


def downgrade() -> None:
    op.drop_column('organisatie', 'eist_tweede_stap')
    op.drop_column('inlogsessie', 'tweede_stap')
    op.drop_table('herstelcode')
    op.drop_table('tweede_stap')
