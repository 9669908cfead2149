"""voortgang van beheersmaatregelen"""

import sqlalchemy as sa
from alembic import op

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('gebruiker', schema=None) as batch_op:
        batch_op.add_column(sa.Column('voorkeuren', sa.JSON(), server_default=sa.text("'{}'"), nullable=False))

    op.create_table('kleurdefinitie',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('kleur', sa.Enum('groen', 'oranje', 'rood', name='kleur', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('omschrijving', sa.Text(), nullable=False),
    sa.Column('organisatie_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['organisatie_id'], ['organisatie.id'], name=op.f('fk_kleurdefinitie_organisatie_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_kleurdefinitie')),
    sa.UniqueConstraint('organisatie_id', 'kleur', name=op.f('uq_kleurdefinitie_organisatie_id_kleur')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('kleurdefinitie', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_kleurdefinitie_organisatie_id'), ['organisatie_id'], unique=False)

    op.create_table('thema',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('nummer', sa.Integer(), nullable=False),
    sa.Column('naam', sa.Text(), nullable=False),
    sa.Column('organisatie_id', sa.Integer(), nullable=False),
    sa.Column('rev', sa.Integer(), nullable=False),
    sa.Column('aangemaakt_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gewijzigd_op', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("naam <> ''", name=op.f('ck_thema_naam_niet_leeg')),
    sa.CheckConstraint('nummer >= 1', name=op.f('ck_thema_nummer_positief')),
    sa.ForeignKeyConstraint(['organisatie_id'], ['organisatie.id'], name=op.f('fk_thema_organisatie_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_thema')),
    sa.UniqueConstraint('id', 'organisatie_id', name=op.f('uq_thema_id_organisatie_id')),
    sa.UniqueConstraint('organisatie_id', 'nummer', name=op.f('uq_thema_organisatie_id_nummer')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('thema', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_thema_organisatie_id'), ['organisatie_id'], unique=False)

    op.create_table('maatregel',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('thema_id', sa.Integer(), nullable=False),
    sa.Column('letter', sa.String(length=8), nullable=True),
    sa.Column('volgorde', sa.Integer(), nullable=False),
    sa.Column('naam', sa.Text(), nullable=False),
    sa.Column('eigenaar_id', sa.Integer(), nullable=True),
    sa.Column('fte', sa.Numeric(18, 4).with_variant(sa.BigInteger(), 'sqlite'), nullable=True),
    sa.Column('organisatie_id', sa.Integer(), nullable=False),
    sa.Column('rev', sa.Integer(), nullable=False),
    sa.Column('aangemaakt_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gewijzigd_op', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("naam <> ''", name=op.f('ck_maatregel_naam_niet_leeg')),
    sa.CheckConstraint('fte > 0', name=op.f('ck_maatregel_fte_positief')),
    sa.ForeignKeyConstraint(['eigenaar_id'], ['gebruiker.id'], name=op.f('fk_maatregel_eigenaar_id')),
    sa.ForeignKeyConstraint(['organisatie_id'], ['organisatie.id'], name=op.f('fk_maatregel_organisatie_id')),
    sa.ForeignKeyConstraint(['thema_id', 'organisatie_id'], ['thema.id', 'thema.organisatie_id'], name=op.f('fk_maatregel_thema_id_organisatie_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_maatregel')),
    sa.UniqueConstraint('id', 'organisatie_id', name=op.f('uq_maatregel_id_organisatie_id')),
    sa.UniqueConstraint('thema_id', 'letter', name=op.f('uq_maatregel_thema_id_letter')),
    sa.UniqueConstraint('thema_id', 'volgorde', name=op.f('uq_maatregel_thema_id_volgorde')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('maatregel', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_maatregel_eigenaar_id'), ['eigenaar_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_maatregel_organisatie_id'), ['organisatie_id'], unique=False)

    op.create_table('rapportageperiode',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('code', sa.String(length=10), nullable=False),
    sa.Column('soort', sa.Enum('jaar', 'halfjaar', 'kwartaal', name='soort', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('van', sa.Date(), nullable=False),
    sa.Column('tot', sa.Date(), nullable=False),
    sa.Column('sluit_op', sa.Date(), nullable=False),
    sa.Column('status', sa.Enum('open', 'ter controle', 'gesloten', name='status', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('gesloten_op', sa.DateTime(timezone=True), nullable=True),
    sa.Column('gesloten_door_id', sa.Integer(), nullable=True),
    sa.Column('momentopname', sa.JSON(none_as_null=True), nullable=True),
    sa.Column('organisatie_id', sa.Integer(), nullable=False),
    sa.Column('rev', sa.Integer(), nullable=False),
    sa.Column('aangemaakt_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gewijzigd_op', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("status <> 'gesloten' OR gesloten_op IS NOT NULL", name=op.f('ck_rapportageperiode_gesloten_op')),
    sa.CheckConstraint('tot >= van', name=op.f('ck_rapportageperiode_tot_na_van')),
    sa.ForeignKeyConstraint(['gesloten_door_id'], ['gebruiker.id'], name=op.f('fk_rapportageperiode_gesloten_door_id')),
    sa.ForeignKeyConstraint(['organisatie_id'], ['organisatie.id'], name=op.f('fk_rapportageperiode_organisatie_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_rapportageperiode')),
    sa.UniqueConstraint('id', 'organisatie_id', name=op.f('uq_rapportageperiode_id_organisatie_id')),
    sa.UniqueConstraint('organisatie_id', 'code', name=op.f('uq_rapportageperiode_organisatie_id_code')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('rapportageperiode', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_rapportageperiode_organisatie_id'), ['organisatie_id'], unique=False)

    op.create_table('voortgangsregel',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('maatregel_id', sa.Integer(), nullable=False),
    sa.Column('periode_id', sa.Integer(), nullable=False),
    sa.Column('volgorde', sa.Integer(), nullable=False),
    sa.Column('voortgang', sa.Text(), nullable=False),
    sa.Column('planning', sa.Text(), nullable=False),
    sa.Column('status', sa.Enum('niet gestart', 'gepland', 'in uitvoering', 'doorlopend', 'uitgesteld', 'afgerond', 'vervallen', name='status', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('kleur', sa.Enum('groen', 'oranje', 'rood', name='kleur', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('oorzaak', sa.Text(), nullable=False),
    sa.Column('gevolg', sa.Text(), nullable=False),
    sa.Column('bijsturing', sa.Text(), nullable=False),
    sa.Column('beoordeling', sa.Enum('in te vullen', 'ingevuld', 'teruggestuurd', 'akkoord', name='beoordeling', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('opmerking', sa.Text(), nullable=False),
    sa.Column('organisatie_id', sa.Integer(), nullable=False),
    sa.Column('rev', sa.Integer(), nullable=False),
    sa.Column('aangemaakt_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gewijzigd_op', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("kleur IS NULL OR kleur = 'groen' OR (oorzaak <> '' AND gevolg <> '' AND bijsturing <> '')", name=op.f('ck_voortgangsregel_kleur_met_uitleg')),
    sa.ForeignKeyConstraint(['maatregel_id', 'organisatie_id'], ['maatregel.id', 'maatregel.organisatie_id'], name=op.f('fk_voortgangsregel_maatregel_id_organisatie_id')),
    sa.ForeignKeyConstraint(['organisatie_id'], ['organisatie.id'], name=op.f('fk_voortgangsregel_organisatie_id')),
    sa.ForeignKeyConstraint(['periode_id', 'organisatie_id'], ['rapportageperiode.id', 'rapportageperiode.organisatie_id'], name=op.f('fk_voortgangsregel_periode_id_organisatie_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_voortgangsregel')),
    sa.UniqueConstraint('id', 'organisatie_id', name=op.f('uq_voortgangsregel_id_organisatie_id')),
    sa.UniqueConstraint('maatregel_id', 'periode_id', 'volgorde', name=op.f('uq_voortgangsregel_maatregel_id_periode_id_volgorde')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('voortgangsregel', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_voortgangsregel_organisatie_id'), ['organisatie_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_voortgangsregel_periode_id'), ['periode_id'], unique=False)

    op.create_table('maatregel_interventie',
    sa.Column('maatregel_id', sa.Integer(), nullable=False),
    sa.Column('interventie_id', sa.Integer(), nullable=False),
    sa.Column('organisatie_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['interventie_id', 'organisatie_id'], ['interventie.id', 'interventie.organisatie_id'], name=op.f('fk_maatregel_interventie_interventie_id_organisatie_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['maatregel_id', 'organisatie_id'], ['maatregel.id', 'maatregel.organisatie_id'], name=op.f('fk_maatregel_interventie_maatregel_id_organisatie_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['organisatie_id'], ['organisatie.id'], name=op.f('fk_maatregel_interventie_organisatie_id')),
    sa.PrimaryKeyConstraint('maatregel_id', 'interventie_id', name=op.f('pk_maatregel_interventie')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('maatregel_interventie', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_maatregel_interventie_organisatie_id'), ['organisatie_id'], unique=False)

    op.create_table('planningsmoment',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('regel_id', sa.Integer(), nullable=False),
    sa.Column('volgorde', sa.Integer(), nullable=False),
    sa.Column('van', sa.Date(), nullable=True),
    sa.Column('tot', sa.Date(), nullable=True),
    sa.Column('precisie', sa.Enum('dag', 'maand', 'kwartaal', 'halfjaar', 'jaar', name='precisie', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('herhaling', sa.String(length=80), nullable=True),
    sa.Column('organisatie_id', sa.Integer(), nullable=False),
    sa.CheckConstraint('(herhaling IS NOT NULL AND van IS NULL AND tot IS NULL AND precisie IS NULL) OR (herhaling IS NULL AND precisie IS NOT NULL AND (van IS NOT NULL OR tot IS NOT NULL))', name=op.f('ck_planningsmoment_datum_of_herhaling')),
    sa.CheckConstraint('tot >= van', name=op.f('ck_planningsmoment_tot_na_van')),
    sa.ForeignKeyConstraint(['organisatie_id'], ['organisatie.id'], name=op.f('fk_planningsmoment_organisatie_id')),
    sa.ForeignKeyConstraint(['regel_id', 'organisatie_id'], ['voortgangsregel.id', 'voortgangsregel.organisatie_id'], name=op.f('fk_planningsmoment_regel_id_organisatie_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_planningsmoment')),
    sa.UniqueConstraint('regel_id', 'volgorde', name=op.f('uq_planningsmoment_regel_id_volgorde')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('planningsmoment', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_planningsmoment_organisatie_id'), ['organisatie_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_planningsmoment_tot'), ['tot'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('planningsmoment', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_planningsmoment_tot'))
        batch_op.drop_index(batch_op.f('ix_planningsmoment_organisatie_id'))

    op.drop_table('planningsmoment')
    with op.batch_alter_table('maatregel_interventie', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_maatregel_interventie_organisatie_id'))

    op.drop_table('maatregel_interventie')
    with op.batch_alter_table('voortgangsregel', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_voortgangsregel_periode_id'))
        batch_op.drop_index(batch_op.f('ix_voortgangsregel_organisatie_id'))

    op.drop_table('voortgangsregel')
    with op.batch_alter_table('rapportageperiode', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_rapportageperiode_organisatie_id'))

    op.drop_table('rapportageperiode')
    with op.batch_alter_table('maatregel', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_maatregel_organisatie_id'))
        batch_op.drop_index(batch_op.f('ix_maatregel_eigenaar_id'))

    op.drop_table('maatregel')
    with op.batch_alter_table('thema', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_thema_organisatie_id'))

    op.drop_table('thema')
    with op.batch_alter_table('kleurdefinitie', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_kleurdefinitie_organisatie_id'))

    op.drop_table('kleurdefinitie')
    with op.batch_alter_table('gebruiker', schema=None) as batch_op:
        batch_op.drop_column('voorkeuren')
