"""wat een tekst eerder zei"""

import sqlalchemy as sa
from alembic import op

from app.models.basis import Moment

revision = '0020'
down_revision = '0019'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'eerdere_tekst',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('lijn', sa.String(length=16), nullable=False),
        sa.Column('merk', sa.String(length=16), nullable=False),
        sa.Column('tekst', sa.Text(), nullable=False),
        sa.Column('tot', Moment(timezone=True), nullable=False),
        sa.Column('organisatie_id', sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ['organisatie_id'], ['organisatie.id'], name=op.f('fk_eerdere_tekst_organisatie_id')
        ),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_eerdere_tekst')),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f('ix_eerdere_tekst_organisatie_id'), 'eerdere_tekst', ['organisatie_id'], unique=False)
    op.create_index(op.f('ix_eerdere_tekst_lijn_merk_id'), 'eerdere_tekst', ['lijn', 'merk', 'id'], unique=False)


def downgrade() -> None:
    op.drop_table('eerdere_tekst')
