"""What has been published is remembered."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Tables of publications and of their cells, empty at first."""
    op.create_table(
        "publication",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("association_id", sa.Integer(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("last_change", sa.Integer(), nullable=True),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("sums", sa.JSON(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('report', 'export', 'delivery')", name=op.f("ck_publication_kind")
        ),
        sa.ForeignKeyConstraint(
            ["association_id"], ["association.id"], name=op.f("fk_publication_association_id")
        ),
        sa.ForeignKeyConstraint(
            ["last_change"], ["change.id"], name=op.f("fk_publication_last_change")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_publication")),
    )
    op.create_index("ix_publication_association_id", "publication", ["association_id"])
    op.create_table(
        "published_cell",
        sa.Column("publication_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("association_id", sa.Integer(), nullable=False),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("of", sa.String(), nullable=False),
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("insats", sa.String(), nullable=True),
        sa.Column("sex", sa.String(), nullable=True),
        sa.Column("municipality", sa.String(), nullable=True),
        sa.Column("start", sa.Date(), nullable=False),
        sa.Column("end", sa.Date(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("hidden", sa.String(), nullable=True),
        sa.CheckConstraint(
            "hidden IN ('small', 'complementary', 'earlier')",
            name=op.f("ck_published_cell_hidden"),
        ),
        sa.CheckConstraint("value >= 0", name=op.f("ck_published_cell_value")),
        sa.ForeignKeyConstraint(
            ["publication_id"],
            ["publication.id"],
            name=op.f("fk_published_cell_publication_id"),
        ),
        sa.ForeignKeyConstraint(
            ["association_id"],
            ["association.id"],
            name=op.f("fk_published_cell_association_id"),
        ),
        sa.PrimaryKeyConstraint("publication_id", "place", name=op.f("pk_published_cell")),
    )
    op.create_index(
        "ix_published_cell_association_id_start_end",
        "published_cell",
        ["association_id", "start", "end"],
    )
