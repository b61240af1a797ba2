"""How a text is read is kept beside its bytes; all texts so far were read as plain text."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the ending of the file that a text came in."""
    op.add_column("documents", sa.Column("ending", sa.String(20), nullable=False, server_default=""))
