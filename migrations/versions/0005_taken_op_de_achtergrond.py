"""taken op de achtergrond"""

import sqlalchemy as sa
from alembic import op

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('bestand',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('naam', sa.String(length=300), nullable=False),
    sa.Column('grootte', sa.BigInteger(), nullable=False),
    sa.Column('gebruiker_id', sa.Integer(), nullable=True),
    sa.Column('aangemaakt_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('organisatie_id', sa.Integer(), nullable=False),
    sa.CheckConstraint('grootte >= 0', name=op.f('ck_bestand_grootte_niet_negatief')),
    sa.ForeignKeyConstraint(['gebruiker_id'], ['gebruiker.id'], name=op.f('fk_bestand_gebruiker_id')),
    sa.ForeignKeyConstraint(['organisatie_id'], ['organisatie.id'], name=op.f('fk_bestand_organisatie_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_bestand')),
    sa.UniqueConstraint('id', 'organisatie_id', name=op.f('uq_bestand_id_organisatie_id')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('bestand', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_bestand_aangemaakt_op'), ['aangemaakt_op'], unique=False)
        batch_op.create_index(batch_op.f('ix_bestand_gebruiker_id'), ['gebruiker_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_bestand_organisatie_id'), ['organisatie_id'], unique=False)

    op.create_table('bestandsdeel',
    sa.Column('bestand_id', sa.Integer(), nullable=False),
    sa.Column('volgnummer', sa.Integer(), nullable=False),
    sa.Column('inhoud', sa.LargeBinary(), nullable=False),
    sa.Column('organisatie_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['bestand_id', 'organisatie_id'], ['bestand.id', 'bestand.organisatie_id'], name=op.f('fk_bestandsdeel_bestand_id_organisatie_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['organisatie_id'], ['organisatie.id'], name=op.f('fk_bestandsdeel_organisatie_id')),
    sa.PrimaryKeyConstraint('bestand_id', 'volgnummer', name=op.f('pk_bestandsdeel')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('bestandsdeel', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_bestandsdeel_organisatie_id'), ['organisatie_id'], unique=False)

    op.create_table('taak',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('soort', sa.String(length=80), nullable=False),
    sa.Column('gebruiker_id', sa.Integer(), nullable=True),
    sa.Column('bron', sa.String(length=40), nullable=False),
    sa.Column('bestand_id', sa.Integer(), nullable=True),
    sa.Column('bestandsnaam', sa.String(length=300), nullable=False),
    sa.Column('parameters', sa.JSON(), nullable=False),
    sa.Column('vervolg', sa.String(length=300), nullable=False),
    sa.Column('status', sa.Enum('wacht', 'bezig', 'klaar', 'mislukt', 'afgebroken', name='status', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('gedaan', sa.Integer(), nullable=False),
    sa.Column('totaal', sa.Integer(), nullable=True),
    sa.Column('melding', sa.Text(), nullable=False),
    sa.Column('resultaat', sa.JSON(none_as_null=True), nullable=True),
    sa.Column('pogingen', sa.Integer(), nullable=False),
    sa.Column('werker', sa.String(length=120), nullable=False),
    sa.Column('aangemaakt_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gestart_op', sa.DateTime(timezone=True), nullable=True),
    sa.Column('bijgewerkt_op', sa.DateTime(timezone=True), nullable=True),
    sa.Column('klaar_op', sa.DateTime(timezone=True), nullable=True),
    sa.Column('organisatie_id', sa.Integer(), nullable=False),
    sa.CheckConstraint("status <> 'bezig' OR (gestart_op IS NOT NULL AND bijgewerkt_op IS NOT NULL)", name=op.f('ck_taak_gestart')),
    sa.CheckConstraint('gedaan >= 0 AND totaal >= 0', name=op.f('ck_taak_voortgang_niet_negatief')),
    sa.ForeignKeyConstraint(['bestand_id', 'organisatie_id'], ['bestand.id', 'bestand.organisatie_id'], name=op.f('fk_taak_bestand_id_organisatie_id')),
    sa.ForeignKeyConstraint(['gebruiker_id'], ['gebruiker.id'], name=op.f('fk_taak_gebruiker_id')),
    sa.ForeignKeyConstraint(['organisatie_id'], ['organisatie.id'], name=op.f('fk_taak_organisatie_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_taak')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('taak', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_taak_bestand_id'), ['bestand_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_taak_gebruiker_id'), ['gebruiker_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_taak_organisatie_id'), ['organisatie_id'], unique=False)
        batch_op.create_index('ix_taak_organisatie_id_id', ['organisatie_id', 'id'], unique=False)
        batch_op.create_index('ix_taak_status_id', ['status', 'id'], unique=False)



def downgrade() -> None:
    op.drop_table('taak')
    op.drop_table('bestandsdeel')
    op.drop_table('bestand')
