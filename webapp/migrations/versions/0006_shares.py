"""Links by which others read a case or one of its comparisons."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table of shares."""
    op.create_table(
        "shares",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("digest", sa.String(64), nullable=False, unique=True),
        sa.Column("case_id", sa.String(40), sa.ForeignKey("cases.id", ondelete="CASCADE"), nullable=False),
        sa.Column("document_id", sa.String(40), sa.ForeignKey("documents.id", ondelete="CASCADE")),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("reasons", sa.Boolean, nullable=False),
        sa.Column("names", sa.Boolean, nullable=False),
        sa.Column("download", sa.Boolean, nullable=False),
        sa.Column("sites", sa.Text, nullable=False),
        sa.Column("made", sa.String(40), nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("expires", sa.String(40)),
        sa.Column("revoked", sa.String(40)),
        sa.Column("opened", sa.Integer, nullable=False),
        sa.Column("last_opened", sa.String(40)),
    )
    op.create_index("ix_shares_case_id", "shares", ["case_id"])
    op.create_index("ix_shares_document_id", "shares", ["document_id"])
