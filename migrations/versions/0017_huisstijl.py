"""het logo en de kleur van de bestanden van een organisatie"""

import sqlalchemy as sa
from alembic import op

from app.models.basis import Moment

revision = '0017'
down_revision = '0016'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'huisstijl',
        sa.Column('organisatie_id', sa.Integer(), autoincrement=False, nullable=False),
        sa.Column('kleur', sa.String(length=6), nullable=True),
        sa.Column('logo', sa.LargeBinary(), nullable=True),
        sa.Column('breedte', sa.Integer(), server_default='0', nullable=False),
        sa.Column('hoogte', sa.Integer(), server_default='0', nullable=False),
        sa.Column('logotekst', sa.String(length=200), server_default='', nullable=False),
        sa.Column('aangemaakt_op', Moment(timezone=True), nullable=False),
        sa.Column('gewijzigd_op', Moment(timezone=True), nullable=False),
        sa.CheckConstraint("kleur IS NULL OR length(kleur) = 6", name=op.f('ck_huisstijl_kleur')),
        sa.CheckConstraint(
            "logo IS NULL OR (breedte > 0 AND hoogte > 0 AND logotekst <> '')", name=op.f('ck_huisstijl_logo')
        ),
        sa.ForeignKeyConstraint(
            ['organisatie_id'], ['organisatie.id'], name=op.f('fk_huisstijl_organisatie_id'), ondelete='CASCADE'
        ),
        sa.PrimaryKeyConstraint('organisatie_id', name=op.f('pk_huisstijl')),
    )


def downgrade() -> None:
    op.drop_table('huisstijl')
