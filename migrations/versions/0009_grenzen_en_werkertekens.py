"""Counters for limits, and when each worker was last seen."""

import sqlalchemy as sa
from alembic import op

revision = '0009'
down_revision = '0008'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'limiet',
        sa.Column('sleutel', sa.String(length=200), nullable=False),
        sa.Column('aantal', sa.Integer(), nullable=False),
        sa.Column('verloopt_op', sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint('sleutel', name=op.f('pk_limiet')),
        # PostgreSQL writes no log for it: empty after a crash is good enough, and it is written to often.
        prefixes=['UNLOGGED'] if op.get_context().dialect.name == 'postgresql' else [],
    )
    op.create_index(op.f('ix_limiet_verloopt_op'), 'limiet', ['verloopt_op'])
    op.create_table(
        'werkerteken',
        sa.Column('naam', sa.String(length=120), nullable=False),
        sa.Column('gezien_op', sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint('naam', name=op.f('pk_werkerteken')),
    )


def downgrade() -> None:
    op.drop_table('werkerteken')
    op.drop_table('limiet')
