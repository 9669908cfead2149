"""een merk waaraan een onderdeel van een notitie herkend blijft"""

import sqlalchemy as sa
from alembic import op

revision = '0008'
down_revision = '0007'
branch_labels = None
depends_on = None

OUDERS = {
    'probleemgebied': 'notitie_id',
    'punt': 'probleemgebied_id',
    'doel': 'probleemgebied_id',
    'indicatorregel': 'probleemgebied_id',
    'interventie': 'probleemgebied_id',
    'onderdeel': 'interventie_id',
    'opdracht': 'probleemgebied_id',
}


def upgrade() -> None:
    for tabel, ouder in OUDERS.items():
        op.add_column(tabel, sa.Column('merk', sa.String(length=16), server_default='', nullable=False))
        # Random per row, in one statement. It begins with a letter, as a bookmark must.
        op.execute(f"UPDATE {tabel} SET merk = 'm' || {_willekeurig()}")
        op.create_index(op.f(f'ix_{tabel}_{ouder}_merk'), tabel, [ouder, 'merk'], unique=True)


def downgrade() -> None:
    for tabel, ouder in OUDERS.items():
        op.drop_index(op.f(f'ix_{tabel}_{ouder}_merk'), tabel)
        op.drop_column(tabel, 'merk')


def _willekeurig() -> str:
    """Nine hexadecimal characters, unlike for any two rows below one parent."""
    if op.get_bind().dialect.name == 'sqlite':
        return "substr(lower(hex(randomblob(5))), 1, 9)"
    return "substr(md5(random()::text || id::text), 1, 9)"
