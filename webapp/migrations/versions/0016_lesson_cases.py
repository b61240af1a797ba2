"""From which case a lesson was made, so that whoever deletes the case learns of it; no one knows of older lessons."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    op.add_column("lessons", sa.Column("case_id", sa.String(40), nullable=False, server_default=""))
    op.create_index("ix_lessons_case_id", "lessons", ["case_id"])


def downgrade() -> None:
    """Remove the column."""
    op.drop_index("ix_lessons_case_id", "lessons")
    op.drop_column("lessons", "case_id")
