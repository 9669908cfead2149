"""antwoorden en besluiten van de regio"""

import sqlalchemy as sa
from alembic import op

from app.models.basis import Moment

revision = '0016'
down_revision = '0015'
branch_labels = None
depends_on = None


def _keuze(naam: str, *waarden: str) -> sa.Enum:
    return sa.Enum(*waarden, name=naam, native_enum=False, create_constraint=True, length=40)


def upgrade() -> None:
    op.create_table('regiostand',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('regio_id', sa.Integer(), nullable=False),
    sa.Column('afdruk', sa.String(length=64), nullable=False),
    sa.Column('inhoud', sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(['regio_id'], ['regio.id'], name=op.f('fk_regiostand_regio_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_regiostand')),
    sa.UniqueConstraint('regio_id', 'afdruk', name=op.f('uq_regiostand_regio_id_afdruk')),
    sqlite_autoincrement=True
    )
    op.create_table('opdrachtantwoord',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('regio_id', sa.Integer(), nullable=False),
    sa.Column('lijn', sa.String(length=16), nullable=False),
    sa.Column('merk', sa.String(length=16), nullable=False),
    sa.Column('antwoord', _keuze('antwoord', 'aanvaard', 'vraag', 'niet uitvoerbaar'), nullable=False),
    sa.Column('toelichting', sa.Text(), nullable=False),
    sa.Column('tekst', sa.Text(), nullable=False),
    sa.Column('op', Moment(timezone=True), nullable=False),
    sa.Column('gebruiker_id', sa.Integer(), nullable=True),
    sa.Column('organisatie_id', sa.Integer(), nullable=False),
    sa.Column('rev', sa.Integer(), nullable=False),
    sa.CheckConstraint("lijn <> '' AND merk <> ''", name=op.f('ck_opdrachtantwoord_hoort_ergens_bij')),
    sa.ForeignKeyConstraint(['gebruiker_id'], ['gebruiker.id'], name=op.f('fk_opdrachtantwoord_gebruiker_id')),
    sa.ForeignKeyConstraint(['organisatie_id'], ['organisatie.id'], name=op.f('fk_opdrachtantwoord_organisatie_id')),
    sa.ForeignKeyConstraint(['regio_id'], ['regio.id'], name=op.f('fk_opdrachtantwoord_regio_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_opdrachtantwoord')),
    sa.UniqueConstraint(
        'organisatie_id', 'regio_id', 'lijn', 'merk',
        name=op.f('uq_opdrachtantwoord_organisatie_id_regio_id_lijn_merk'),
    ),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_opdrachtantwoord_gebruiker_id'), 'opdrachtantwoord', ['gebruiker_id'])
    op.create_index(op.f('ix_opdrachtantwoord_organisatie_id'), 'opdrachtantwoord', ['organisatie_id'])
    op.create_index(op.f('ix_opdrachtantwoord_regio_id'), 'opdrachtantwoord', ['regio_id'])
    op.create_table('opdrachtbesluit',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('regio_id', sa.Integer(), nullable=False),
    sa.Column('soort', _keuze('soort', 'samen', 'apart'), nullable=False),
    sa.Column('leden', sa.JSON(), nullable=False),
    sa.Column('rest', sa.JSON(), nullable=False),
    sa.Column('tijdstip', Moment(timezone=True), nullable=False),
    sa.Column('gebruiker_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['gebruiker_id'], ['gebruiker.id'], name=op.f('fk_opdrachtbesluit_gebruiker_id')),
    sa.ForeignKeyConstraint(['regio_id'], ['regio.id'], name=op.f('fk_opdrachtbesluit_regio_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_opdrachtbesluit')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_opdrachtbesluit_gebruiker_id'), 'opdrachtbesluit', ['gebruiker_id'])
    op.create_index(op.f('ix_opdrachtbesluit_regio_id'), 'opdrachtbesluit', ['regio_id'])
    op.create_table('regiouitvoer',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('regio_id', sa.Integer(), nullable=False),
    sa.Column('stand_id', sa.Integer(), nullable=False),
    sa.Column('formaat', sa.String(length=8), nullable=False),
    sa.Column('tijdstip', Moment(timezone=True), nullable=False),
    sa.Column('gebruiker_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['gebruiker_id'], ['gebruiker.id'], name=op.f('fk_regiouitvoer_gebruiker_id')),
    sa.ForeignKeyConstraint(['regio_id'], ['regio.id'], name=op.f('fk_regiouitvoer_regio_id')),
    sa.ForeignKeyConstraint(['stand_id'], ['regiostand.id'], name=op.f('fk_regiouitvoer_stand_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_regiouitvoer')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_regiouitvoer_gebruiker_id'), 'regiouitvoer', ['gebruiker_id'])
    op.create_index(op.f('ix_regiouitvoer_regio_id'), 'regiouitvoer', ['regio_id'])
    op.create_index(op.f('ix_regiouitvoer_stand_id'), 'regiouitvoer', ['stand_id'])


def downgrade() -> None:
    op.drop_table('regiouitvoer')
    op.drop_table('opdrachtbesluit')
    op.drop_table('opdrachtantwoord')
    op.drop_table('regiostand')
