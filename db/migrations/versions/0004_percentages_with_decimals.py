"""Percentages with decimals: part-time work and sick leave are often 37.5 per cent."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

WHEN = ("before", "after")
PERCENTAGES = {
    "episode": [
        f"{what}_{when}"
        for what in ("support_degree", "work", "study", "sick_leave")
        for when in WHEN
    ],
    "follow_up": ["support_degree", "work", "study"],
}


def upgrade() -> None:
    """Every column that holds a percentage holds decimals too; what is stored stays."""
    for table, columns in PERCENTAGES.items():
        with op.batch_alter_table(table) as batch_op:
            for column in columns:
                batch_op.alter_column(column, existing_type=sa.Integer(), type_=sa.Float())
