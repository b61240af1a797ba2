"""The list of cases: archive and trash, tags, and the words that are searched.

The words of what is stored already are copied when the list is searched, some at a time: nothing of that can fail here.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns of cases, the tables and the index."""
    op.add_column("cases", sa.Column("archived", sa.String(40)))
    op.add_column("cases", sa.Column("trashed", sa.String(40)))
    op.add_column("cases", sa.Column("trashed_by", sa.Text(), nullable=False, server_default=""))
    op.add_column("cases", sa.Column("copied_from", sa.String(40), nullable=False, server_default=""))
    op.create_index("ix_cases_trashed", "cases", ["trashed"])
    op.create_index("ix_documents_case_place", "documents", ["case_id", "place", "role"])
    make_tags()
    make_search_texts()


def make_tags() -> None:
    """The words that people sort cases by."""
    op.create_table(
        "case_tags",
        sa.Column("case_id", sa.String(40), sa.ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("key", sa.Text, primary_key=True, index=True),
        sa.Column("name", sa.Text, nullable=False),
    )


def make_search_texts() -> None:
    """A folded copy of every text, and the text on one line."""
    op.create_table(
        "search_texts",
        sa.Column("kind", sa.String(20), primary_key=True),
        sa.Column("source", sa.String(40), primary_key=True),
        sa.Column(
            "case_id", sa.String(40), sa.ForeignKey("cases.id", ondelete="CASCADE"), nullable=False, index=True
        ),
        sa.Column("document_id", sa.String(40), sa.ForeignKey("documents.id", ondelete="CASCADE"), index=True),
        sa.Column("folded", sa.Text, nullable=False),
        sa.Column("shown", sa.Text, nullable=False),
    )
    if op.get_bind().dialect.name == "postgresql":  # to search texts that lie compressed takes three times as long
        op.execute("ALTER TABLE search_texts ALTER COLUMN folded SET STORAGE EXTERNAL")
