"""wie waar is ingelogd, en over wie een regel in het logboek gaat"""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from alembic import op
from alembic.operations import BatchOperations

from app.models.basis import Moment

revision = '0010'
down_revision = '0009'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'inlogsessie',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('gebruiker_id', sa.Integer(), nullable=False),
        sa.Column('hash', sa.String(length=64), nullable=False),
        sa.Column('browser', sa.String(length=80), nullable=False),
        sa.Column('begonnen_op', Moment(timezone=True), nullable=False),
        sa.Column('laatst_gezien_op', Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ['gebruiker_id'], ['gebruiker.id'], name=op.f('fk_inlogsessie_gebruiker_id'), ondelete='CASCADE'
        ),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_inlogsessie')),
        sa.UniqueConstraint('hash', name=op.f('uq_inlogsessie_hash')),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f('ix_inlogsessie_gebruiker_id'), 'inlogsessie', ['gebruiker_id'], unique=False)
    with logregel() as batch_op:
        batch_op.add_column(sa.Column('over_gebruiker_id', sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            op.f('fk_logregel_over_gebruiker_id'), 'gebruiker', ['over_gebruiker_id'], ['id']
        )
    op.create_index(op.f('ix_logregel_over_gebruiker_id'), 'logregel', ['over_gebruiker_id'], unique=False)


def downgrade() -> None:
    op.drop_index(op.f('ix_logregel_over_gebruiker_id'), 'logregel')
    with logregel() as batch_op:
        batch_op.drop_constraint(op.f('fk_logregel_over_gebruiker_id'), type_='foreignkey')
        batch_op.drop_column('over_gebruiker_id')
    op.drop_table('inlogsessie')


@contextmanager
def logregel() -> Iterator[BatchOperations]:
    """SQLite cannot add a reference to a table, so there it is made anew; nothing refers to it.

    Its check constraint is not copied along.
    """
    sqlite = op.get_context().dialect.name == 'sqlite'
    opties = {'recreate': 'always', 'table_kwargs': {'sqlite_autoincrement': True}} if sqlite else {}
    with op.batch_alter_table('logregel', schema=None, **opties) as batch_op:
        yield batch_op
        if sqlite:
            batch_op.create_check_constraint(
                op.f('ck_logregel_bron'), "bron IN ('scherm', 'import', 'opdrachtregel', 'api')"
            )
