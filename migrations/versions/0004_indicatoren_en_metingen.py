"""Indicatoren with their metingen, koers, reports and keys.

What was called `indicator` is a line of a notitie and becomes `indicatorregel`; an `indicator` is now what is measured.
"""

import sqlalchemy as sa
from alembic import op

revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None

REGELS = 'id, probleemgebied_id, doel_id, los_nummer, volgorde, tekst, organisatie_id, rev, aangemaakt_op, gewijzigd_op'


def upgrade() -> None:
    hoogste = zet_opzij('indicator')
    op.create_table('indicator',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('naam', sa.String(length=300), nullable=False),
    sa.Column('eenheid', sa.String(length=40), nullable=False),
    sa.Column('frequentie', sa.Enum('dag', 'week', 'maand', 'kwartaal', 'halfjaar', 'jaar', name='frequentie', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('definitie', sa.Text(), nullable=False),
    sa.Column('bron', sa.Text(), nullable=False),
    sa.Column('gunstig', sa.Enum('hoger', 'lager', name='gunstig', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('ondergrens', sa.Numeric(18, 4).with_variant(sa.BigInteger(), 'sqlite'), nullable=True),
    sa.Column('bovengrens', sa.Numeric(18, 4).with_variant(sa.BigInteger(), 'sqlite'), nullable=True),
    sa.Column('gedeeld', sa.Boolean(), nullable=False),
    sa.Column('noemer_id', sa.Integer(), nullable=True),
    sa.Column('organisatie_id', sa.Integer(), nullable=False),
    sa.Column('rev', sa.Integer(), nullable=False),
    sa.Column('aangemaakt_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gewijzigd_op', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("naam <> ''", name=op.f('ck_indicator_naam_niet_leeg')),
    sa.CheckConstraint("eenheid <> ''", name=op.f('ck_indicator_eenheid_niet_leeg')),
    sa.CheckConstraint('bovengrens >= ondergrens', name=op.f('ck_indicator_bovengrens_niet_onder_ondergrens')),
    sa.CheckConstraint('noemer_id <> id', name=op.f('ck_indicator_niet_eigen_noemer')),
    sa.ForeignKeyConstraint(['noemer_id'], ['indicator.id'], name=op.f('fk_indicator_noemer_id'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['organisatie_id'], ['organisatie.id'], name=op.f('fk_indicator_organisatie_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_indicator')),
    sa.UniqueConstraint('id', 'organisatie_id', name=op.f('uq_indicator_id_organisatie_id')),
    sa.UniqueConstraint('organisatie_id', 'naam', name=op.f('uq_indicator_organisatie_id_naam')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('indicator', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_indicator_noemer_id'), ['noemer_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_indicator_organisatie_id'), ['organisatie_id'], unique=False)

    op.create_table('indicatorregel',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('probleemgebied_id', sa.Integer(), nullable=False),
    sa.Column('doel_id', sa.Integer(), nullable=True),
    sa.Column('los_nummer', sa.Integer(), nullable=True),
    sa.Column('volgorde', sa.Integer(), nullable=False),
    sa.Column('tekst', sa.Text(), nullable=False),
    sa.Column('indicator_id', sa.Integer(), nullable=True),
    sa.Column('organisatie_id', sa.Integer(), nullable=False),
    sa.Column('rev', sa.Integer(), nullable=False),
    sa.Column('aangemaakt_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gewijzigd_op', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("tekst <> ''", name=op.f('ck_indicatorregel_tekst_niet_leeg')),
    sa.CheckConstraint('(doel_id IS NULL) <> (los_nummer IS NULL)', name=op.f('ck_indicatorregel_doel_of_los_nummer')),
    sa.CheckConstraint('volgorde >= 1', name=op.f('ck_indicatorregel_volgorde_positief')),
    sa.ForeignKeyConstraint(['doel_id', 'probleemgebied_id'], ['doel.id', 'doel.probleemgebied_id'], name=op.f('fk_indicatorregel_doel_id_probleemgebied_id')),
    sa.ForeignKeyConstraint(['indicator_id'], ['indicator.id'], name=op.f('fk_indicatorregel_indicator_id'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['organisatie_id'], ['organisatie.id'], name=op.f('fk_indicatorregel_organisatie_id')),
    sa.ForeignKeyConstraint(['probleemgebied_id', 'organisatie_id'], ['probleemgebied.id', 'probleemgebied.organisatie_id'], name=op.f('fk_indicatorregel_probleemgebied_id_organisatie_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_indicatorregel')),
    sa.UniqueConstraint('probleemgebied_id', 'volgorde', name=op.f('uq_indicatorregel_probleemgebied_id_volgorde')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('indicatorregel', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_indicatorregel_doel_id'), ['doel_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_indicatorregel_indicator_id'), ['indicator_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_indicatorregel_organisatie_id'), ['organisatie_id'], unique=False)

    zet_terug('indicatorregel', hoogste)

    op.create_table('reeks',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('indicator_id', sa.Integer(), nullable=False),
    sa.Column('gebied', sa.String(length=200), nullable=False),
    sa.Column('soort', sa.Enum('realisatie', 'begroting', 'prognose', name='soort', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('nulmeting_datum', sa.Date(), nullable=True),
    sa.Column('nulmeting_waarde', sa.Numeric(18, 4).with_variant(sa.BigInteger(), 'sqlite'), nullable=True),
    sa.Column('organisatie_id', sa.Integer(), nullable=False),
    sa.Column('rev', sa.Integer(), nullable=False),
    sa.Column('aangemaakt_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gewijzigd_op', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('(nulmeting_datum IS NULL) = (nulmeting_waarde IS NULL)', name=op.f('ck_reeks_nulmeting_heel')),
    sa.ForeignKeyConstraint(['indicator_id'], ['indicator.id'], name=op.f('fk_reeks_indicator_id')),
    sa.ForeignKeyConstraint(['organisatie_id'], ['organisatie.id'], name=op.f('fk_reeks_organisatie_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_reeks')),
    sa.UniqueConstraint('id', 'organisatie_id', name=op.f('uq_reeks_id_organisatie_id')),
    sa.UniqueConstraint('indicator_id', 'organisatie_id', 'gebied', 'soort', name=op.f('uq_reeks_indicator_id_organisatie_id_gebied_soort')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('reeks', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_reeks_organisatie_id'), ['organisatie_id'], unique=False)

    op.create_table('meting',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('organisatie_id', sa.Integer(), nullable=False),
    sa.Column('reeks_id', sa.Integer(), nullable=False),
    sa.Column('van', sa.Date(), nullable=False),
    sa.Column('tot', sa.Date(), nullable=False),
    sa.Column('waarde', sa.Numeric(18, 4).with_variant(sa.BigInteger(), 'sqlite'), nullable=False),
    sa.Column('voorlopig', sa.Boolean(), nullable=False),
    sa.Column('bron', sa.Text(), nullable=False),
    sa.Column('toelichting', sa.Text(), nullable=False),
    sa.Column('rev', sa.Integer(), nullable=False),
    sa.Column('aangemaakt_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gewijzigd_op', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('tot >= van', name=op.f('ck_meting_tot_na_van')),
    sa.ForeignKeyConstraint(['reeks_id', 'organisatie_id'], ['reeks.id', 'reeks.organisatie_id'], name=op.f('fk_meting_reeks_id_organisatie_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_meting')),
    sa.UniqueConstraint('id', 'organisatie_id', name=op.f('uq_meting_id_organisatie_id')),
    sa.UniqueConstraint('reeks_id', 'van', 'tot', name=op.f('uq_meting_reeks_id_van_tot')),
    sqlite_autoincrement=True
    )

    op.create_table('eerdere_meting',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('meting_id', sa.Integer(), nullable=False),
    sa.Column('waarde', sa.Numeric(18, 4).with_variant(sa.BigInteger(), 'sqlite'), nullable=False),
    sa.Column('voorlopig', sa.Boolean(), nullable=False),
    sa.Column('bron', sa.Text(), nullable=False),
    sa.Column('toelichting', sa.Text(), nullable=False),
    sa.Column('tot_moment', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gebruiker_id', sa.Integer(), nullable=True),
    sa.Column('reden', sa.Text(), nullable=False),
    sa.Column('organisatie_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['gebruiker_id'], ['gebruiker.id'], name=op.f('fk_eerdere_meting_gebruiker_id')),
    sa.ForeignKeyConstraint(['meting_id', 'organisatie_id'], ['meting.id', 'meting.organisatie_id'], name=op.f('fk_eerdere_meting_meting_id_organisatie_id')),
    sa.ForeignKeyConstraint(['organisatie_id'], ['organisatie.id'], name=op.f('fk_eerdere_meting_organisatie_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_eerdere_meting')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('eerdere_meting', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_eerdere_meting_gebruiker_id'), ['gebruiker_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_eerdere_meting_meting_id'), ['meting_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_eerdere_meting_organisatie_id'), ['organisatie_id'], unique=False)

    op.create_table('duiding',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('indicator_id', sa.Integer(), nullable=False),
    sa.Column('periode', sa.String(length=10), nullable=False),
    sa.Column('tekst', sa.Text(), nullable=False),
    sa.Column('organisatie_id', sa.Integer(), nullable=False),
    sa.Column('rev', sa.Integer(), nullable=False),
    sa.Column('aangemaakt_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gewijzigd_op', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("tekst <> ''", name=op.f('ck_duiding_tekst_niet_leeg')),
    sa.ForeignKeyConstraint(['indicator_id'], ['indicator.id'], name=op.f('fk_duiding_indicator_id')),
    sa.ForeignKeyConstraint(['organisatie_id'], ['organisatie.id'], name=op.f('fk_duiding_organisatie_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_duiding')),
    sa.UniqueConstraint('indicator_id', 'organisatie_id', 'periode', name=op.f('uq_duiding_indicator_id_organisatie_id_periode')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('duiding', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_duiding_organisatie_id'), ['organisatie_id'], unique=False)

    op.create_table('koersoordeel',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('doel_id', sa.Integer(), nullable=False),
    sa.Column('koers', sa.Enum('behaald', 'op koers', 'achter', 'ver achter', 'geen meting', 'doel nog open', 'niet te berekenen', name='koers', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('reden', sa.Text(), nullable=False),
    sa.Column('gebruiker_id', sa.Integer(), nullable=True),
    sa.Column('tijdstip', sa.DateTime(timezone=True), nullable=False),
    sa.Column('organisatie_id', sa.Integer(), nullable=False),
    sa.Column('rev', sa.Integer(), nullable=False),
    sa.CheckConstraint("reden <> ''", name=op.f('ck_koersoordeel_reden_niet_leeg')),
    sa.ForeignKeyConstraint(['doel_id', 'organisatie_id'], ['doel.id', 'doel.organisatie_id'], name=op.f('fk_koersoordeel_doel_id_organisatie_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['gebruiker_id'], ['gebruiker.id'], name=op.f('fk_koersoordeel_gebruiker_id')),
    sa.ForeignKeyConstraint(['organisatie_id'], ['organisatie.id'], name=op.f('fk_koersoordeel_organisatie_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_koersoordeel')),
    sa.UniqueConstraint('doel_id', name=op.f('uq_koersoordeel_doel_id')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('koersoordeel', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_koersoordeel_gebruiker_id'), ['gebruiker_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_koersoordeel_organisatie_id'), ['organisatie_id'], unique=False)

    op.create_table('streefpadpunt',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('doel_id', sa.Integer(), nullable=False),
    sa.Column('datum', sa.Date(), nullable=False),
    sa.Column('waarde', sa.Numeric(18, 4).with_variant(sa.BigInteger(), 'sqlite'), nullable=False),
    sa.Column('organisatie_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['doel_id', 'organisatie_id'], ['doel.id', 'doel.organisatie_id'], name=op.f('fk_streefpadpunt_doel_id_organisatie_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['organisatie_id'], ['organisatie.id'], name=op.f('fk_streefpadpunt_organisatie_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_streefpadpunt')),
    sa.UniqueConstraint('doel_id', 'datum', name=op.f('uq_streefpadpunt_doel_id_datum')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('streefpadpunt', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_streefpadpunt_organisatie_id'), ['organisatie_id'], unique=False)

    op.create_table('rapport',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('periode_id', sa.Integer(), nullable=False),
    sa.Column('titel', sa.String(length=300), nullable=False),
    sa.Column('momentopname', sa.JSON(none_as_null=True), nullable=True),
    sa.Column('organisatie_id', sa.Integer(), nullable=False),
    sa.Column('rev', sa.Integer(), nullable=False),
    sa.Column('aangemaakt_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gewijzigd_op', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("titel <> ''", name=op.f('ck_rapport_titel_niet_leeg')),
    sa.ForeignKeyConstraint(['organisatie_id'], ['organisatie.id'], name=op.f('fk_rapport_organisatie_id')),
    sa.ForeignKeyConstraint(['periode_id', 'organisatie_id'], ['rapportageperiode.id', 'rapportageperiode.organisatie_id'], name=op.f('fk_rapport_periode_id_organisatie_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_rapport')),
    sa.UniqueConstraint('id', 'organisatie_id', name=op.f('uq_rapport_id_organisatie_id')),
    sa.UniqueConstraint('periode_id', name=op.f('uq_rapport_periode_id')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('rapport', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_rapport_organisatie_id'), ['organisatie_id'], unique=False)

    op.create_table('hoofdstuk',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('rapport_id', sa.Integer(), nullable=False),
    sa.Column('volgorde', sa.Integer(), nullable=False),
    sa.Column('titel', sa.String(length=300), nullable=False),
    sa.Column('duiding', sa.Text(), nullable=False),
    sa.Column('organisatie_id', sa.Integer(), nullable=False),
    sa.Column('rev', sa.Integer(), nullable=False),
    sa.Column('aangemaakt_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gewijzigd_op', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("titel <> ''", name=op.f('ck_hoofdstuk_titel_niet_leeg')),
    sa.CheckConstraint('volgorde >= 1', name=op.f('ck_hoofdstuk_volgorde_positief')),
    sa.ForeignKeyConstraint(['organisatie_id'], ['organisatie.id'], name=op.f('fk_hoofdstuk_organisatie_id')),
    sa.ForeignKeyConstraint(['rapport_id', 'organisatie_id'], ['rapport.id', 'rapport.organisatie_id'], name=op.f('fk_hoofdstuk_rapport_id_organisatie_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_hoofdstuk')),
    sa.UniqueConstraint('id', 'organisatie_id', name=op.f('uq_hoofdstuk_id_organisatie_id')),
    sa.UniqueConstraint('rapport_id', 'volgorde', name=op.f('uq_hoofdstuk_rapport_id_volgorde')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('hoofdstuk', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_hoofdstuk_organisatie_id'), ['organisatie_id'], unique=False)

    op.create_table('rapportblok',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('hoofdstuk_id', sa.Integer(), nullable=False),
    sa.Column('volgorde', sa.Integer(), nullable=False),
    sa.Column('soort', sa.Enum('tekst', 'grafiek', 'cijfers', 'duiding', 'voortgangstabel', name='soort', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('tekst', sa.Text(), nullable=False),
    sa.Column('indicator_id', sa.Integer(), nullable=True),
    sa.Column('thema_id', sa.Integer(), nullable=True),
    sa.Column('organisatie_id', sa.Integer(), nullable=False),
    sa.Column('rev', sa.Integer(), nullable=False),
    sa.Column('aangemaakt_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gewijzigd_op', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("(indicator_id IS NOT NULL) = (soort IN ('grafiek', 'cijfers', 'duiding'))", name=op.f('ck_rapportblok_indicator_bij_soort')),
    sa.CheckConstraint("soort <> 'tekst' OR tekst <> ''", name=op.f('ck_rapportblok_tekst_niet_leeg')),
    sa.CheckConstraint("thema_id IS NULL OR soort = 'voortgangstabel'", name=op.f('ck_rapportblok_thema_bij_soort')),
    sa.CheckConstraint('volgorde >= 1', name=op.f('ck_rapportblok_volgorde_positief')),
    sa.ForeignKeyConstraint(['hoofdstuk_id', 'organisatie_id'], ['hoofdstuk.id', 'hoofdstuk.organisatie_id'], name=op.f('fk_rapportblok_hoofdstuk_id_organisatie_id')),
    sa.ForeignKeyConstraint(['indicator_id'], ['indicator.id'], name=op.f('fk_rapportblok_indicator_id')),
    sa.ForeignKeyConstraint(['organisatie_id'], ['organisatie.id'], name=op.f('fk_rapportblok_organisatie_id')),
    sa.ForeignKeyConstraint(['thema_id', 'organisatie_id'], ['thema.id', 'thema.organisatie_id'], name=op.f('fk_rapportblok_thema_id_organisatie_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_rapportblok')),
    sa.UniqueConstraint('hoofdstuk_id', 'volgorde', name=op.f('uq_rapportblok_hoofdstuk_id_volgorde')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('rapportblok', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_rapportblok_indicator_id'), ['indicator_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_rapportblok_organisatie_id'), ['organisatie_id'], unique=False)

    op.create_table('api_token',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('naam', sa.String(length=100), nullable=False),
    sa.Column('hash', sa.String(length=64), nullable=False),
    sa.Column('mag_schrijven', sa.Boolean(), nullable=False),
    sa.Column('verloopt_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ingetrokken_op', sa.DateTime(timezone=True), nullable=True),
    sa.Column('laatst_gebruikt_op', sa.DateTime(timezone=True), nullable=True),
    sa.Column('gebruiker_id', sa.Integer(), nullable=True),
    sa.Column('organisatie_id', sa.Integer(), nullable=False),
    sa.Column('aangemaakt_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gewijzigd_op', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("naam <> ''", name=op.f('ck_api_token_naam_niet_leeg')),
    sa.ForeignKeyConstraint(['gebruiker_id'], ['gebruiker.id'], name=op.f('fk_api_token_gebruiker_id')),
    sa.ForeignKeyConstraint(['organisatie_id'], ['organisatie.id'], name=op.f('fk_api_token_organisatie_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_api_token')),
    sa.UniqueConstraint('hash', name=op.f('uq_api_token_hash')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('api_token', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_api_token_gebruiker_id'), ['gebruiker_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_api_token_organisatie_id'), ['organisatie_id'], unique=False)

    # In one statement: SQLite would have to rebuild the table for a constraint that comes later.
    op.execute(
        "ALTER TABLE organisatie ADD COLUMN drempel INTEGER DEFAULT 5 NOT NULL "
        "CONSTRAINT ck_organisatie_drempel CHECK (drempel BETWEEN 0 AND 100)"
    )


def downgrade() -> None:
    op.execute("ALTER TABLE organisatie DROP COLUMN drempel")
    for tabel in ('api_token', 'rapportblok', 'hoofdstuk', 'rapport', 'streefpadpunt', 'koersoordeel', 'duiding', 'eerdere_meting', 'meting', 'reeks'):
        op.drop_table(tabel)
    hoogste = zet_opzij('indicatorregel')
    op.drop_table('indicator')
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

    zet_terug('indicator', hoogste)


def zet_opzij(tabel: str) -> int:
    """The lines of notities in a table without names that could collide. The highest id that was ever given out."""
    hoogste = hoogste_id(tabel)
    op.execute(f"CREATE TABLE regels_opzij AS SELECT {REGELS} FROM {tabel}")
    op.drop_table(tabel)
    return hoogste


def zet_terug(tabel: str, hoogste: int) -> None:
    op.execute(f"INSERT INTO {tabel} ({REGELS}) SELECT {REGELS} FROM regels_opzij")
    op.drop_table('regels_opzij')
    if not hoogste:
        return
    if op.get_context().dialect.name == 'sqlite':
        op.execute(f"DELETE FROM sqlite_sequence WHERE name = '{tabel}'")
        op.execute(f"INSERT INTO sqlite_sequence (name, seq) VALUES ('{tabel}', {hoogste})")
    else:
        op.execute(f"SELECT setval(pg_get_serial_sequence('{tabel}', 'id'), {hoogste})")


def hoogste_id(tabel: str) -> int:
    """Also of what was removed: an id is never given out twice, so that a removal can be undone."""
    sqlite = op.get_context().dialect.name == 'sqlite'
    vraag = f"SELECT seq FROM sqlite_sequence WHERE name = '{tabel}'" if sqlite else (
        f"SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM {tabel}_id_seq"
    )
    return op.get_bind().execute(sa.text(vraag)).scalar() or 0
