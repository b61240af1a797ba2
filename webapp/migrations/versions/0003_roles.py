"""What each document is in its case: the original, a derivative, or a further original (reference)."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Give each document its role."""
    role = sa.Column("role", sa.String(20), nullable=False, server_default="derivative")
    op.add_column("documents", role)
    op.execute("UPDATE documents SET role = 'original' WHERE place = 0")
