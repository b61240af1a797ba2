"""What people corrected in each comparison, as a log."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table of acts."""
    op.create_table(
        "acts",
        sa.Column(
            "document_id", sa.String(40), sa.ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("verb", sa.String(20), nullable=False),
        sa.Column("data", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("done", sa.String(40), nullable=False),
    )
