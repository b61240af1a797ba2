"""The day on which a case is deleted."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; cases that are here are kept."""
    op.add_column("cases", sa.Column("delete_on", sa.String(10)))
    op.create_index("ix_cases_delete_on", "cases", ["delete_on"])
