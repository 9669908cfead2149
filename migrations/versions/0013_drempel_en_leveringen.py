"""de drempel voor kleine aantallen is minstens 3; een bestand met metingen is ongedaan te maken"""

import sqlalchemy as sa
from alembic import op

revision = '0013'
down_revision = '0012'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("UPDATE organisatie SET drempel = 3 WHERE drempel < 3")
    op.create_table('metinglevering',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('gebruiker_id', sa.Integer(), nullable=True),
    sa.Column('import_id', sa.Integer(), nullable=True),
    sa.Column('taak_id', sa.Integer(), nullable=True),
    sa.Column('bestandsnaam', sa.String(length=300), nullable=False),
    sa.Column('nieuw', sa.Integer(), nullable=False),
    sa.Column('gewijzigd', sa.Integer(), nullable=False),
    sa.Column('indicatoren', sa.JSON(), nullable=False),
    sa.Column('overgenomen_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('teruggedraaid_op', sa.DateTime(timezone=True), nullable=True),
    sa.Column('uitkomst', sa.JSON(none_as_null=True), nullable=True),
    sa.Column('organisatie_id', sa.Integer(), nullable=False),
    sa.CheckConstraint('nieuw >= 0 AND gewijzigd >= 0', name=op.f('ck_metinglevering_aantallen_niet_negatief')),
    sa.ForeignKeyConstraint(['gebruiker_id'], ['gebruiker.id'], name=op.f('fk_metinglevering_gebruiker_id')),
    sa.ForeignKeyConstraint(['import_id'], ['metingimport.id'], name=op.f('fk_metinglevering_import_id'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['organisatie_id'], ['organisatie.id'], name=op.f('fk_metinglevering_organisatie_id')),
    sa.ForeignKeyConstraint(['taak_id'], ['taak.id'], name=op.f('fk_metinglevering_taak_id'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_metinglevering')),
    sqlite_autoincrement=True
    )
    for kolom in ('gebruiker_id', 'import_id', 'organisatie_id', 'taak_id'):
        op.create_index(op.f(f'ix_metinglevering_{kolom}'), 'metinglevering', [kolom], unique=False)
    op.add_column('meting', sa.Column('levering_id', sa.Integer(), nullable=True))
    op.add_column('eerdere_meting', sa.Column('levering_id', sa.Integer(), nullable=True))


def downgrade() -> None:
    """What stood in the threshold before hid nothing; nobody wants that back."""
    op.drop_column('eerdere_meting', 'levering_id')
    op.drop_column('meting', 'levering_id')
    op.drop_table('metinglevering')
