"""What an association sets for every plan that does not state it."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """A column of settings, empty at first."""
    settings = sa.Column("settings", sa.JSON(), server_default=sa.text("'{}'"), nullable=False)
    op.add_column("association", settings)
