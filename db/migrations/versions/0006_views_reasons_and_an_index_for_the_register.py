"""Saved views, the reason of a change, and an index that the register is searched in."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0004"
branch_labels = None
depends_on = None

SEARCHED = [
    *("association_id", sa.text("start_date DESC"), "voided", "number", "intervention_id"),
    *("sex", "age_band", "end_date", "exit_reason", "work_after", "study_after"),
    *("support_after", "work_after_why", "study_after_why", "support_after_why"),
]


def upgrade() -> None:
    """A table of views, empty at first; a reason that may be empty; the index."""
    op.create_table(
        "saved_view",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("association_id", sa.Integer(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("search", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["association_id"], ["association.id"], name=op.f("fk_saved_view_association_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_view")),
        sa.UniqueConstraint(
            *("association_id", "by", "name"), name=op.f("uq_saved_view_association_id_by_name")
        ),
    )
    op.add_column("change", sa.Column("reason", sa.String(), server_default="", nullable=False))
    op.create_index("ix_episode_register", "episode", SEARCHED)
