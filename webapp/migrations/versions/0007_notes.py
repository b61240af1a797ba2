"""Notes and the answers to them, what was done to a case, and comparisons that a newer one took the place of."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of notes, their answers, events and former comparisons."""
    op.create_table(
        "notes",
        *_written("document"),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("resolved", sa.String(40)),
        sa.Column("resolver", sa.Text, nullable=False),
    )
    op.create_table("note_replies", *_written("note"))
    op.create_index("ix_notes_document_id", "notes", ["document_id"])
    op.create_index("ix_note_replies_note_id", "note_replies", ["note_id"])
    op.create_table(
        "events",
        sa.Column("case_id", sa.String(40), sa.ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("document_id", sa.String(40), sa.ForeignKey("documents.id", ondelete="CASCADE")),
        sa.Column("deed", sa.String(40), nullable=False),
        sa.Column("data", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("done", sa.String(40), nullable=False),
    )
    op.create_index("ix_events_document_id", "events", ["document_id"])
    op.create_table(
        "former_comparisons",
        sa.Column(
            "document_id", sa.String(40), sa.ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("schema", sa.String(80), nullable=False),
        sa.Column("engine", sa.String(40), nullable=False),
        sa.Column("inputs", sa.String(64), nullable=False),
        sa.Column("data", sa.Text, nullable=False),
        sa.Column("computed", sa.String(40), nullable=False),
        sa.Column("replaced", sa.String(40), nullable=False),
    )
    op.create_index("ix_former_comparisons_replaced", "former_comparisons", ["replaced"])


def _written(owner: str) -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("id", sa.String(40), primary_key=True),
        sa.Column(
            f"{owner}_id", sa.String(40), sa.ForeignKey(f"{owner}s.id", ondelete="CASCADE"), nullable=False
        ),
        sa.Column("key", sa.String(64), nullable=False, unique=True),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("written", sa.String(40), nullable=False),
        sa.Column("edited", sa.String(40)),
        sa.Column("deleted", sa.Boolean, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
    )
