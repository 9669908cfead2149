"""links om een wachtwoord te kiezen, mislukte pogingen, en wie er niet meer is"""

import sqlalchemy as sa
from alembic import op

from app.models.basis import Moment

revision = '0014'
down_revision = '0013'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'toegangslink',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('gebruiker_id', sa.Integer(), nullable=False),
        sa.Column('soort', sa.String(length=40), nullable=False),
        sa.Column('hash', sa.String(length=64), nullable=False),
        sa.Column('gemaakt_op', Moment(timezone=True), nullable=False),
        sa.Column('verloopt_op', Moment(timezone=True), nullable=False),
        sa.CheckConstraint("soort IN ('uitnodiging', 'herstel')", name=op.f('ck_toegangslink_soort')),
        sa.ForeignKeyConstraint(
            ['gebruiker_id'], ['gebruiker.id'], name=op.f('fk_toegangslink_gebruiker_id'), ondelete='CASCADE'
        ),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_toegangslink')),
        sa.UniqueConstraint('hash', name=op.f('uq_toegangslink_hash')),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f('ix_toegangslink_gebruiker_id'), 'toegangslink', ['gebruiker_id'], unique=False)
    op.create_table(
        'poging',
        sa.Column('sleutel', sa.String(length=64), nullable=False),
        sa.Column('aantal', sa.Integer(), nullable=False),
        sa.Column('laatste_op', Moment(timezone=True), nullable=False),
        sa.Column('wacht_tot', Moment(timezone=True), nullable=False),
        sa.CheckConstraint('aantal >= 0', name=op.f('ck_poging_aantal_niet_negatief')),
        sa.PrimaryKeyConstraint('sleutel', name=op.f('pk_poging')),
    )
    op.create_index(op.f('ix_poging_laatste_op'), 'poging', ['laatste_op'], unique=False)
    op.add_column('gebruiker', sa.Column('verwijderd_op', Moment(timezone=True), nullable=True))


def downgrade() -> None:
    op.drop_column('gebruiker', 'verwijderd_op')
    op.drop_table('poging')
    op.drop_table('toegangslink')
