"""inloggen met een account bij een aanbieder (OpenID Connect)"""

import sqlalchemy as sa
from alembic import op

from app.models.basis import Moment

revision = '0018'
down_revision = '0017'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'aanbiederkoppeling',
        sa.Column('gebruiker_id', sa.Integer(), autoincrement=False, nullable=False),
        sa.Column('uitgever', sa.String(length=300), nullable=False),
        sa.Column('onderwerp', sa.String(length=255), nullable=False),
        sa.Column('sinds', Moment(timezone=True), nullable=False),
        sa.CheckConstraint("uitgever <> '' AND onderwerp <> ''", name=op.f('ck_aanbiederkoppeling_niet_leeg')),
        sa.ForeignKeyConstraint(
            ['gebruiker_id'], ['gebruiker.id'], name=op.f('fk_aanbiederkoppeling_gebruiker_id'), ondelete='CASCADE'
        ),
        sa.PrimaryKeyConstraint('gebruiker_id', name=op.f('pk_aanbiederkoppeling')),
        sa.UniqueConstraint('uitgever', 'onderwerp', name=op.f('uq_aanbiederkoppeling_uitgever_onderwerp')),
    )


def downgrade() -> None:
    op.drop_table('aanbiederkoppeling')
