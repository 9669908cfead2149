"""metingen uit een bestand"""

import sqlalchemy as sa
from alembic import op

revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('metingimport',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('gebruiker_id', sa.Integer(), nullable=True),
    sa.Column('bestandsnaam', sa.String(length=300), nullable=False),
    sa.Column('bestand_id', sa.Integer(), nullable=True),
    sa.Column('taak_id', sa.Integer(), nullable=True),
    sa.Column('status', sa.Enum('lezen', 'vergelijken', 'voorbeeld', 'overnemen', 'klaar', 'onbruikbaar', name='status', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('verkenning', sa.JSON(none_as_null=True), nullable=True),
    sa.Column('kolomkeuze', sa.JSON(none_as_null=True), nullable=True),
    sa.Column('gelezen', sa.Integer(), nullable=False),
    sa.Column('leesfouten', sa.Integer(), nullable=False),
    sa.Column('telling', sa.JSON(none_as_null=True), nullable=True),
    sa.Column('bezwaar', sa.Text(), nullable=False),
    sa.Column('opmerkingen', sa.JSON(), nullable=False),
    sa.Column('aangemaakt_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('organisatie_id', sa.Integer(), nullable=False),
    sa.CheckConstraint('gelezen >= 0 AND leesfouten >= 0', name=op.f('ck_metingimport_aantallen_niet_negatief')),
    sa.ForeignKeyConstraint(['bestand_id'], ['bestand.id'], name=op.f('fk_metingimport_bestand_id'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['gebruiker_id'], ['gebruiker.id'], name=op.f('fk_metingimport_gebruiker_id')),
    sa.ForeignKeyConstraint(['organisatie_id'], ['organisatie.id'], name=op.f('fk_metingimport_organisatie_id')),
    sa.ForeignKeyConstraint(['taak_id'], ['taak.id'], name=op.f('fk_metingimport_taak_id'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_metingimport')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('metingimport', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_metingimport_aangemaakt_op'), ['aangemaakt_op'], unique=False)
        batch_op.create_index(batch_op.f('ix_metingimport_bestand_id'), ['bestand_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_metingimport_gebruiker_id'), ['gebruiker_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_metingimport_organisatie_id'), ['organisatie_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_metingimport_taak_id'), ['taak_id'], unique=False)

    op.create_table('importdubbel',
    sa.Column('eerste', sa.Integer(), nullable=False),
    sa.Column('botst', sa.Boolean(), nullable=False),
    sa.Column('import_id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('nr', sa.Integer(), autoincrement=False, nullable=False),
    sa.ForeignKeyConstraint(['import_id'], ['metingimport.id'], name=op.f('fk_importdubbel_import_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('import_id', 'nr', name=op.f('pk_importdubbel')),
    sqlite_autoincrement=True,
    sqlite_with_rowid=False
    )
    op.create_table('importfout',
    sa.Column('regel', sa.Integer(), nullable=False),
    sa.Column('kolom', sa.Text(), nullable=False),
    sa.Column('zin', sa.Text(), nullable=False),
    sa.Column('bij_lezen', sa.Boolean(), nullable=False),
    sa.Column('import_id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('nr', sa.Integer(), autoincrement=False, nullable=False),
    sa.ForeignKeyConstraint(['import_id'], ['metingimport.id'], name=op.f('fk_importfout_import_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('import_id', 'nr', name=op.f('pk_importfout')),
    sqlite_autoincrement=True,
    sqlite_with_rowid=False
    )
    op.create_table('importindicator',
    sa.Column('naam', sa.String(length=300), nullable=False),
    sa.Column('eenheid', sa.String(length=40), nullable=False),
    sa.Column('frequentie', sa.Enum('dag', 'week', 'maand', 'kwartaal', 'halfjaar', 'jaar', name='frequentie', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('regel', sa.Integer(), nullable=False),
    sa.Column('besluit', sa.Enum('bestaand', 'nieuw', 'overslaan', 'vraag', name='besluit', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('gekozen', sa.Boolean(), nullable=False),
    sa.Column('indicator_id', sa.Integer(), nullable=True),
    sa.Column('lijkt_op', sa.String(length=300), nullable=False),
    sa.Column('import_id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('nr', sa.Integer(), autoincrement=False, nullable=False),
    sa.ForeignKeyConstraint(['import_id'], ['metingimport.id'], name=op.f('fk_importindicator_import_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['indicator_id'], ['indicator.id'], name=op.f('fk_importindicator_indicator_id'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('import_id', 'nr', name=op.f('pk_importindicator')),
    sqlite_autoincrement=True,
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('importindicator', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_importindicator_indicator_id'), ['indicator_id'], unique=False)

    op.create_table('importmeting',
    sa.Column('reeks_nr', sa.Integer(), nullable=False),
    sa.Column('regel', sa.Integer(), nullable=False),
    sa.Column('van', sa.Date(), nullable=False),
    sa.Column('tot', sa.Date(), nullable=False),
    sa.Column('waarde', sa.Numeric(18, 4).with_variant(sa.BigInteger(), 'sqlite'), nullable=False),
    sa.Column('voorlopig', sa.Boolean(), nullable=False),
    sa.Column('bron', sa.Text(), nullable=False),
    sa.Column('toelichting', sa.Text(), nullable=False),
    sa.Column('import_id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('nr', sa.Integer(), autoincrement=False, nullable=False),
    sa.ForeignKeyConstraint(['import_id'], ['metingimport.id'], name=op.f('fk_importmeting_import_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('import_id', 'nr', name=op.f('pk_importmeting')),
    sqlite_autoincrement=True,
    sqlite_with_rowid=False
    )
    op.create_table('importreeks',
    sa.Column('indicator_nr', sa.Integer(), nullable=False),
    sa.Column('gebied', sa.String(length=200), nullable=False),
    sa.Column('eenheid', sa.String(length=40), nullable=False),
    sa.Column('soort', sa.Enum('realisatie', 'begroting', 'prognose', name='soort', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('regel', sa.Integer(), nullable=False),
    sa.Column('aantal', sa.Integer(), nullable=False),
    sa.Column('plaats', sa.String(length=200), nullable=False),
    sa.Column('plek', sa.Integer(), nullable=False),
    sa.Column('reeks_id', sa.Integer(), nullable=True),
    sa.Column('minimum', sa.Numeric(18, 4).with_variant(sa.BigInteger(), 'sqlite'), nullable=True),
    sa.Column('maximum', sa.Numeric(18, 4).with_variant(sa.BigInteger(), 'sqlite'), nullable=True),
    sa.Column('overslaan', sa.Boolean(), nullable=False),
    sa.Column('bezwaar', sa.Text(), nullable=False),
    sa.Column('import_id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('nr', sa.Integer(), autoincrement=False, nullable=False),
    sa.ForeignKeyConstraint(['import_id'], ['metingimport.id'], name=op.f('fk_importreeks_import_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('import_id', 'nr', name=op.f('pk_importreeks')),
    sqlite_autoincrement=True,
    sqlite_with_rowid=False
    )
    op.create_table('importwijziging',
    sa.Column('meting_id', sa.Integer(), nullable=False),
    sa.Column('rev', sa.Integer(), nullable=False),
    sa.Column('import_id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('nr', sa.Integer(), autoincrement=False, nullable=False),
    sa.ForeignKeyConstraint(['import_id'], ['metingimport.id'], name=op.f('fk_importwijziging_import_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('import_id', 'nr', name=op.f('pk_importwijziging')),
    sqlite_autoincrement=True,
    sqlite_with_rowid=False
    )
    op.create_table('kolombetekenis',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('kop', sa.String(length=200), nullable=False),
    sa.Column('betekenis', sa.String(length=40), nullable=False),
    sa.Column('organisatie_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['organisatie_id'], ['organisatie.id'], name=op.f('fk_kolombetekenis_organisatie_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_kolombetekenis')),
    sa.UniqueConstraint('organisatie_id', 'kop', name=op.f('uq_kolombetekenis_organisatie_id_kop')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('kolombetekenis', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_kolombetekenis_organisatie_id'), ['organisatie_id'], unique=False)


def downgrade() -> None:
    for tabel in (
        'kolombetekenis',
        'importwijziging', 'importreeks', 'importmeting', 'importindicator', 'importfout', 'importdubbel',
        'metingimport',
    ):
        op.drop_table(tabel)
