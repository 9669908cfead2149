"""eerste tabellen"""

import sqlalchemy as sa
from alembic import op

revision = '0001'
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('regio',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('slug', sa.String(length=80), nullable=False),
    sa.Column('naam', sa.String(length=200), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_regio')),
    sa.UniqueConstraint('slug', name=op.f('uq_regio_slug')),
    sqlite_autoincrement=True
    )
    op.create_table('organisatie',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('slug', sa.String(length=80), nullable=False),
    sa.Column('naam', sa.String(length=200), nullable=False),
    sa.Column('soort', sa.Enum('gemeente', 'inkooporganisatie', name='soort', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('regio_id', sa.Integer(), nullable=True),
    sa.Column('aangemaakt_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gewijzigd_op', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("slug <> '' AND naam <> ''", name=op.f('ck_organisatie_niet_leeg')),
    sa.ForeignKeyConstraint(['regio_id'], ['regio.id'], name=op.f('fk_organisatie_regio_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_organisatie')),
    sa.UniqueConstraint('slug', name=op.f('uq_organisatie_slug')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('organisatie', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_organisatie_regio_id'), ['regio_id'], unique=False)

    op.create_table('gebruiker',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('email', sa.String(length=254), nullable=False),
    sa.Column('naam', sa.String(length=200), nullable=False),
    sa.Column('rol', sa.Enum('beleidsadviseur', 'manager', 'rigg', 'lezer', 'beheerder', name='rol', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('wachtwoord_hash', sa.String(length=200), nullable=False),
    sa.Column('actief', sa.Boolean(), nullable=False),
    sa.Column('laatste_bezoek', sa.DateTime(timezone=True), nullable=True),
    sa.Column('vorig_bezoek', sa.DateTime(timezone=True), nullable=True),
    sa.Column('organisatie_id', sa.Integer(), nullable=False),
    sa.Column('aangemaakt_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gewijzigd_op', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['organisatie_id'], ['organisatie.id'], name=op.f('fk_gebruiker_organisatie_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_gebruiker')),
    sa.UniqueConstraint('email', name=op.f('uq_gebruiker_email')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('gebruiker', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_gebruiker_organisatie_id'), ['organisatie_id'], unique=False)

    op.create_table('notitie',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('titel', sa.Text(), nullable=False),
    sa.Column('datum', sa.Date(), nullable=True),
    sa.Column('versie', sa.Text(), nullable=True),
    sa.Column('inleiding', sa.Text(), nullable=False),
    sa.Column('referentiejaar', sa.Integer(), nullable=True),
    sa.Column('doeljaar', sa.Integer(), nullable=True),
    sa.Column('status', sa.Enum('concept', 'ter vaststelling', 'vastgesteld', name='status', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('organisatie_id', sa.Integer(), nullable=False),
    sa.Column('rev', sa.Integer(), nullable=False),
    sa.Column('aangemaakt_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gewijzigd_op', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("titel <> ''", name=op.f('ck_notitie_titel_niet_leeg')),
    sa.ForeignKeyConstraint(['organisatie_id'], ['organisatie.id'], name=op.f('fk_notitie_organisatie_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_notitie')),
    sa.UniqueConstraint('id', 'organisatie_id', name=op.f('uq_notitie_id_organisatie_id')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('notitie', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_notitie_organisatie_id'), ['organisatie_id'], unique=False)

    op.create_table('importvoorstel',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('tijdstip', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gebruiker_id', sa.Integer(), nullable=False),
    sa.Column('bestandsnaam', sa.String(length=300), nullable=False),
    sa.Column('inhoud', sa.JSON(), nullable=False),
    sa.Column('organisatie_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['gebruiker_id'], ['gebruiker.id'], name=op.f('fk_importvoorstel_gebruiker_id')),
    sa.ForeignKeyConstraint(['organisatie_id'], ['organisatie.id'], name=op.f('fk_importvoorstel_organisatie_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_importvoorstel')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('importvoorstel', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_importvoorstel_gebruiker_id'), ['gebruiker_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_importvoorstel_organisatie_id'), ['organisatie_id'], unique=False)

    op.create_table('logregel',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('tijdstip', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gebruiker_id', sa.Integer(), nullable=True),
    sa.Column('bron', sa.Enum('scherm', 'import', 'opdrachtregel', name='bron', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('notitie_id', sa.Integer(), nullable=True),
    sa.Column('probleemgebied_id', sa.Integer(), nullable=True),
    sa.Column('omschrijving', sa.Text(), nullable=False),
    sa.Column('oud', sa.JSON(), nullable=False),
    sa.Column('nieuw', sa.JSON(), nullable=False),
    sa.Column('organisatie_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['gebruiker_id'], ['gebruiker.id'], name=op.f('fk_logregel_gebruiker_id')),
    sa.ForeignKeyConstraint(['organisatie_id'], ['organisatie.id'], name=op.f('fk_logregel_organisatie_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_logregel')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('logregel', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_logregel_gebruiker_id'), ['gebruiker_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_logregel_notitie_id'), ['notitie_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_logregel_organisatie_id'), ['organisatie_id'], unique=False)
        batch_op.create_index('ix_logregel_organisatie_id_id', ['organisatie_id', 'id'], unique=False)
        batch_op.create_index('ix_logregel_probleemgebied_id_id', ['probleemgebied_id', 'id'], unique=False)

    op.create_table('probleemgebied',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('notitie_id', sa.Integer(), nullable=False),
    sa.Column('volgorde', sa.Integer(), nullable=False),
    sa.Column('naam', sa.Text(), nullable=False),
    sa.Column('naam_in_lijst', sa.Text(), nullable=True),
    sa.Column('prioriteit', sa.Enum('top vijf', 'overig', name='prioriteit', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('doelen_toelichting', sa.Text(), nullable=False),
    sa.Column('indicatoren_inleiding', sa.Text(), nullable=False),
    sa.Column('toelichting', sa.Text(), nullable=False),
    sa.Column('organisatie_id', sa.Integer(), nullable=False),
    sa.Column('rev', sa.Integer(), nullable=False),
    sa.Column('aangemaakt_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gewijzigd_op', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("naam <> ''", name=op.f('ck_probleemgebied_naam_niet_leeg')),
    sa.CheckConstraint('volgorde >= 1', name=op.f('ck_probleemgebied_volgorde_positief')),
    sa.ForeignKeyConstraint(['notitie_id', 'organisatie_id'], ['notitie.id', 'notitie.organisatie_id'], name=op.f('fk_probleemgebied_notitie_id_organisatie_id')),
    sa.ForeignKeyConstraint(['organisatie_id'], ['organisatie.id'], name=op.f('fk_probleemgebied_organisatie_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_probleemgebied')),
    sa.UniqueConstraint('id', 'organisatie_id', name=op.f('uq_probleemgebied_id_organisatie_id')),
    sa.UniqueConstraint('notitie_id', 'volgorde', name=op.f('uq_probleemgebied_notitie_id_volgorde')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('probleemgebied', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_probleemgebied_organisatie_id'), ['organisatie_id'], unique=False)

    op.create_table('verwijdering',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('tijdstip', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gebruiker_id', sa.Integer(), nullable=True),
    sa.Column('soort', sa.String(length=40), nullable=False),
    sa.Column('ouder_id', sa.Integer(), nullable=False),
    sa.Column('omschrijving', sa.Text(), nullable=False),
    sa.Column('inhoud', sa.JSON(), nullable=False),
    sa.Column('teruggezet_op', sa.DateTime(timezone=True), nullable=True),
    sa.Column('organisatie_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['gebruiker_id'], ['gebruiker.id'], name=op.f('fk_verwijdering_gebruiker_id')),
    sa.ForeignKeyConstraint(['organisatie_id'], ['organisatie.id'], name=op.f('fk_verwijdering_organisatie_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_verwijdering')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('verwijdering', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_verwijdering_gebruiker_id'), ['gebruiker_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_verwijdering_organisatie_id'), ['organisatie_id'], unique=False)

    op.create_table('doel',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('probleemgebied_id', sa.Integer(), nullable=False),
    sa.Column('nummer', sa.Integer(), nullable=False),
    sa.Column('tekst', sa.Text(), nullable=False),
    sa.Column('richting', sa.Enum('daling', 'stijging', 'niveau', 'kwalitatief', name='richting', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('minimum', sa.Numeric(18, 4).with_variant(sa.BigInteger(), 'sqlite'), nullable=True),
    sa.Column('maximum', sa.Numeric(18, 4).with_variant(sa.BigInteger(), 'sqlite'), nullable=True),
    sa.Column('eenheid', sa.Text(), nullable=True),
    sa.Column('doeljaar', sa.Integer(), nullable=True),
    sa.Column('referentiejaar', sa.Integer(), nullable=True),
    sa.Column('open', sa.Boolean(), nullable=False),
    sa.Column('organisatie_id', sa.Integer(), nullable=False),
    sa.Column('rev', sa.Integer(), nullable=False),
    sa.Column('aangemaakt_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gewijzigd_op', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("richting <> 'kwalitatief' OR (minimum IS NULL AND maximum IS NULL)", name=op.f('ck_doel_kwalitatief_zonder_getal')),
    sa.CheckConstraint("tekst <> ''", name=op.f('ck_doel_tekst_niet_leeg')),
    sa.CheckConstraint('NOT open OR (minimum IS NULL AND maximum IS NULL)', name=op.f('ck_doel_open_zonder_getal')),
    sa.CheckConstraint('doeljaar BETWEEN 1900 AND 2200', name=op.f('ck_doel_doeljaar')),
    sa.CheckConstraint('maximum >= minimum', name=op.f('ck_doel_max_niet_onder_min')),
    sa.CheckConstraint('nummer >= 1', name=op.f('ck_doel_nummer_positief')),
    sa.CheckConstraint('referentiejaar BETWEEN 1900 AND 2200', name=op.f('ck_doel_referentiejaar')),
    sa.ForeignKeyConstraint(['organisatie_id'], ['organisatie.id'], name=op.f('fk_doel_organisatie_id')),
    sa.ForeignKeyConstraint(['probleemgebied_id', 'organisatie_id'], ['probleemgebied.id', 'probleemgebied.organisatie_id'], name=op.f('fk_doel_probleemgebied_id_organisatie_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_doel')),
    sa.UniqueConstraint('id', 'organisatie_id', name=op.f('uq_doel_id_organisatie_id')),
    sa.UniqueConstraint('id', 'probleemgebied_id', name=op.f('uq_doel_id_probleemgebied_id')),
    sa.UniqueConstraint('probleemgebied_id', 'nummer', name=op.f('uq_doel_probleemgebied_id_nummer')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('doel', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_doel_organisatie_id'), ['organisatie_id'], unique=False)

    op.create_table('interventie',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('probleemgebied_id', sa.Integer(), nullable=False),
    sa.Column('nummer', sa.Integer(), nullable=False),
    sa.Column('tekst', sa.Text(), nullable=False),
    sa.Column('organisatie_id', sa.Integer(), nullable=False),
    sa.Column('rev', sa.Integer(), nullable=False),
    sa.Column('aangemaakt_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gewijzigd_op', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("tekst <> ''", name=op.f('ck_interventie_tekst_niet_leeg')),
    sa.CheckConstraint('nummer >= 1', name=op.f('ck_interventie_nummer_positief')),
    sa.ForeignKeyConstraint(['organisatie_id'], ['organisatie.id'], name=op.f('fk_interventie_organisatie_id')),
    sa.ForeignKeyConstraint(['probleemgebied_id', 'organisatie_id'], ['probleemgebied.id', 'probleemgebied.organisatie_id'], name=op.f('fk_interventie_probleemgebied_id_organisatie_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_interventie')),
    sa.UniqueConstraint('id', 'organisatie_id', name=op.f('uq_interventie_id_organisatie_id')),
    sa.UniqueConstraint('probleemgebied_id', 'nummer', name=op.f('uq_interventie_probleemgebied_id_nummer')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('interventie', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_interventie_organisatie_id'), ['organisatie_id'], unique=False)

    op.create_table('opdracht',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('probleemgebied_id', sa.Integer(), nullable=False),
    sa.Column('opdrachtnemer', sa.Enum('lokaal', 'rigg', name='opdrachtnemer', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('volgorde', sa.Integer(), nullable=False),
    sa.Column('tekst', sa.Text(), nullable=False),
    sa.Column('organisatie_id', sa.Integer(), nullable=False),
    sa.Column('rev', sa.Integer(), nullable=False),
    sa.Column('aangemaakt_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gewijzigd_op', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("tekst <> ''", name=op.f('ck_opdracht_tekst_niet_leeg')),
    sa.CheckConstraint('volgorde >= 1', name=op.f('ck_opdracht_volgorde_positief')),
    sa.ForeignKeyConstraint(['organisatie_id'], ['organisatie.id'], name=op.f('fk_opdracht_organisatie_id')),
    sa.ForeignKeyConstraint(['probleemgebied_id', 'organisatie_id'], ['probleemgebied.id', 'probleemgebied.organisatie_id'], name=op.f('fk_opdracht_probleemgebied_id_organisatie_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_opdracht')),
    sa.UniqueConstraint('probleemgebied_id', 'opdrachtnemer', 'volgorde', name=op.f('uq_opdracht_probleemgebied_id_opdrachtnemer_volgorde')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('opdracht', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_opdracht_organisatie_id'), ['organisatie_id'], unique=False)

    op.create_table('punt',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('probleemgebied_id', sa.Integer(), nullable=False),
    sa.Column('soort', sa.Enum('ist', 'soll', name='soort', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('volgorde', sa.Integer(), nullable=False),
    sa.Column('tekst', sa.Text(), nullable=False),
    sa.Column('organisatie_id', sa.Integer(), nullable=False),
    sa.Column('rev', sa.Integer(), nullable=False),
    sa.Column('aangemaakt_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gewijzigd_op', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("tekst <> ''", name=op.f('ck_punt_tekst_niet_leeg')),
    sa.CheckConstraint('volgorde >= 1', name=op.f('ck_punt_volgorde_positief')),
    sa.ForeignKeyConstraint(['organisatie_id'], ['organisatie.id'], name=op.f('fk_punt_organisatie_id')),
    sa.ForeignKeyConstraint(['probleemgebied_id', 'organisatie_id'], ['probleemgebied.id', 'probleemgebied.organisatie_id'], name=op.f('fk_punt_probleemgebied_id_organisatie_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_punt')),
    sa.UniqueConstraint('probleemgebied_id', 'soort', 'volgorde', name=op.f('uq_punt_probleemgebied_id_soort_volgorde')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('punt', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_punt_organisatie_id'), ['organisatie_id'], unique=False)

    op.create_table('indicator',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('probleemgebied_id', sa.Integer(), nullable=False),
    sa.Column('doel_id', sa.Integer(), nullable=True),
    sa.Column('los_nummer', sa.Integer(), nullable=True),
    sa.Column('volgorde', sa.Integer(), nullable=False),
    sa.Column('tekst', sa.Text(), nullable=False),
    sa.Column('organisatie_id', sa.Integer(), nullable=False),
    sa.Column('rev', sa.Integer(), nullable=False),
    sa.Column('aangemaakt_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gewijzigd_op', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("tekst <> ''", name=op.f('ck_indicator_tekst_niet_leeg')),
    sa.CheckConstraint('(doel_id IS NULL) <> (los_nummer IS NULL)', name=op.f('ck_indicator_doel_of_los_nummer')),
    sa.CheckConstraint('volgorde >= 1', name=op.f('ck_indicator_volgorde_positief')),
    sa.ForeignKeyConstraint(['doel_id', 'probleemgebied_id'], ['doel.id', 'doel.probleemgebied_id'], name=op.f('fk_indicator_doel_id_probleemgebied_id')),
    sa.ForeignKeyConstraint(['organisatie_id'], ['organisatie.id'], name=op.f('fk_indicator_organisatie_id')),
    sa.ForeignKeyConstraint(['probleemgebied_id', 'organisatie_id'], ['probleemgebied.id', 'probleemgebied.organisatie_id'], name=op.f('fk_indicator_probleemgebied_id_organisatie_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_indicator')),
    sa.UniqueConstraint('probleemgebied_id', 'volgorde', name=op.f('uq_indicator_probleemgebied_id_volgorde')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('indicator', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_indicator_doel_id'), ['doel_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_indicator_organisatie_id'), ['organisatie_id'], unique=False)

    op.create_table('onderdeel',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('interventie_id', sa.Integer(), nullable=False),
    sa.Column('letter', sa.String(length=8), nullable=False),
    sa.Column('tekst', sa.Text(), nullable=False),
    sa.Column('organisatie_id', sa.Integer(), nullable=False),
    sa.Column('rev', sa.Integer(), nullable=False),
    sa.Column('aangemaakt_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gewijzigd_op', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("letter <> ''", name=op.f('ck_onderdeel_letter_niet_leeg')),
    sa.CheckConstraint("tekst <> ''", name=op.f('ck_onderdeel_tekst_niet_leeg')),
    sa.ForeignKeyConstraint(['interventie_id', 'organisatie_id'], ['interventie.id', 'interventie.organisatie_id'], name=op.f('fk_onderdeel_interventie_id_organisatie_id')),
    sa.ForeignKeyConstraint(['organisatie_id'], ['organisatie.id'], name=op.f('fk_onderdeel_organisatie_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_onderdeel')),
    sa.UniqueConstraint('id', 'organisatie_id', name=op.f('uq_onderdeel_id_organisatie_id')),
    sa.UniqueConstraint('interventie_id', 'letter', name=op.f('uq_onderdeel_interventie_id_letter')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('onderdeel', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_onderdeel_organisatie_id'), ['organisatie_id'], unique=False)

    op.create_table('toewijzing',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('opdrachtnemer', sa.Enum('lokaal', 'rigg', name='opdrachtnemer', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('voorbehoud', sa.Boolean(), nullable=False),
    sa.Column('doel_id', sa.Integer(), nullable=True),
    sa.Column('interventie_id', sa.Integer(), nullable=True),
    sa.Column('onderdeel_id', sa.Integer(), nullable=True),
    sa.Column('organisatie_id', sa.Integer(), nullable=False),
    sa.CheckConstraint('(CASE WHEN doel_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN interventie_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN onderdeel_id IS NULL THEN 0 ELSE 1 END) = 1', name=op.f('ck_toewijzing_precies_een')),
    sa.ForeignKeyConstraint(['doel_id', 'organisatie_id'], ['doel.id', 'doel.organisatie_id'], name=op.f('fk_toewijzing_doel_id_organisatie_id')),
    sa.ForeignKeyConstraint(['interventie_id', 'organisatie_id'], ['interventie.id', 'interventie.organisatie_id'], name=op.f('fk_toewijzing_interventie_id_organisatie_id')),
    sa.ForeignKeyConstraint(['onderdeel_id', 'organisatie_id'], ['onderdeel.id', 'onderdeel.organisatie_id'], name=op.f('fk_toewijzing_onderdeel_id_organisatie_id')),
    sa.ForeignKeyConstraint(['organisatie_id'], ['organisatie.id'], name=op.f('fk_toewijzing_organisatie_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_toewijzing')),
    sa.UniqueConstraint('doel_id', 'opdrachtnemer', name=op.f('uq_toewijzing_doel_id_opdrachtnemer')),
    sa.UniqueConstraint('interventie_id', 'opdrachtnemer', name=op.f('uq_toewijzing_interventie_id_opdrachtnemer')),
    sa.UniqueConstraint('onderdeel_id', 'opdrachtnemer', name=op.f('uq_toewijzing_onderdeel_id_opdrachtnemer')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('toewijzing', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_toewijzing_organisatie_id'), ['organisatie_id'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('toewijzing', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_toewijzing_organisatie_id'))

    op.drop_table('toewijzing')
    with op.batch_alter_table('onderdeel', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_onderdeel_organisatie_id'))

    op.drop_table('onderdeel')
    with op.batch_alter_table('indicator', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_indicator_organisatie_id'))
        batch_op.drop_index(batch_op.f('ix_indicator_doel_id'))

    op.drop_table('indicator')
    with op.batch_alter_table('punt', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_punt_organisatie_id'))

    op.drop_table('punt')
    with op.batch_alter_table('opdracht', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_opdracht_organisatie_id'))

    op.drop_table('opdracht')
    with op.batch_alter_table('interventie', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_interventie_organisatie_id'))

    op.drop_table('interventie')
    with op.batch_alter_table('doel', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_doel_organisatie_id'))

    op.drop_table('doel')
    with op.batch_alter_table('verwijdering', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_verwijdering_organisatie_id'))
        batch_op.drop_index(batch_op.f('ix_verwijdering_gebruiker_id'))

    op.drop_table('verwijdering')
    with op.batch_alter_table('probleemgebied', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_probleemgebied_organisatie_id'))

    op.drop_table('probleemgebied')
    with op.batch_alter_table('logregel', schema=None) as batch_op:
        batch_op.drop_index('ix_logregel_probleemgebied_id_id')
        batch_op.drop_index('ix_logregel_organisatie_id_id')
        batch_op.drop_index(batch_op.f('ix_logregel_organisatie_id'))
        batch_op.drop_index(batch_op.f('ix_logregel_notitie_id'))
        batch_op.drop_index(batch_op.f('ix_logregel_gebruiker_id'))

    op.drop_table('logregel')
    with op.batch_alter_table('importvoorstel', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_importvoorstel_organisatie_id'))
        batch_op.drop_index(batch_op.f('ix_importvoorstel_gebruiker_id'))

    op.drop_table('importvoorstel')
    with op.batch_alter_table('notitie', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_notitie_organisatie_id'))

    op.drop_table('notitie')
    with op.batch_alter_table('gebruiker', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_gebruiker_organisatie_id'))

    op.drop_table('gebruiker')
    with op.batch_alter_table('organisatie', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_organisatie_regio_id'))

    op.drop_table('organisatie')
    op.drop_table('regio')
