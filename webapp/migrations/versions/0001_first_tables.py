"""The first tables: cases, documents, paragraph kinds, comparisons, drafts."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    make_cases()
    make_form_keys()
    make_documents()
    make_paragraph_kinds()
    make_comparisons()
    make_drafts()


def make_cases() -> None:
    """One original and the articles held against it."""
    op.create_table(
        "cases",
        sa.Column("id", sa.String(40), primary_key=True),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("bundled", sa.String(80), unique=True),
        sa.Column("created", sa.String(40), nullable=False),
        sa.Column("changed", sa.String(40), nullable=False, index=True),
    )


def make_form_keys() -> None:
    """Which forms were sent already, so that a second click makes no second case."""
    op.create_table(
        "form_keys",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("key", sa.String(40), nullable=False, index=True),
        sa.Column("writer", sa.String(40), nullable=False),
        sa.Column(
            "case_id", sa.String(40), sa.ForeignKey("cases.id", ondelete="CASCADE"), nullable=False, index=True
        ),
    )


def make_documents() -> None:
    """The texts as they came, with what was written about them."""
    op.create_table(
        "documents",
        sa.Column("id", sa.String(40), primary_key=True),
        sa.Column(
            "case_id", sa.String(40), sa.ForeignKey("cases.id", ondelete="CASCADE"), nullable=False, index=True
        ),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("publisher", sa.Text, nullable=False),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("published", sa.Text, nullable=False),
        sa.Column("language", sa.String(20), nullable=False),
        sa.Column("opening", sa.Text, nullable=False),
        sa.Column("words", sa.Integer, nullable=False),
        sa.Column("pasted", sa.Boolean, nullable=False),
        sa.Column("ending", sa.String(20), nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("received", sa.String(40), nullable=False),
    )


def make_paragraph_kinds() -> None:
    """What a person said a paragraph is."""
    op.create_table(
        "paragraph_kinds",
        sa.Column(
            "document_id", sa.String(40), sa.ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("starts", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("machine_kind", sa.String(20), nullable=False),
        sa.Column("chosen", sa.String(40), nullable=False),
    )


def make_comparisons() -> None:
    """One JSON value for each article, beside what it was made from."""
    op.create_table(
        "comparisons",
        sa.Column(
            "document_id", sa.String(40), sa.ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("schema", sa.String(80), nullable=False),
        sa.Column("engine", sa.String(40), nullable=False),
        sa.Column("inputs", sa.String(64), nullable=False),
        sa.Column("computed", sa.String(40), nullable=False),
        sa.Column("data", sa.Text, nullable=False),
    )


def make_drafts() -> None:
    """Forms that were not sent yet."""
    op.create_table(
        "drafts",
        sa.Column("id", sa.String(40), primary_key=True),
        sa.Column("case_id", sa.String(40), sa.ForeignKey("cases.id", ondelete="CASCADE"), index=True),
        sa.Column("changed", sa.String(40), nullable=False, index=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("writer", sa.String(40), nullable=False),
        sa.Column("turn", sa.Integer, nullable=False),
        sa.Column("data", sa.Text, nullable=False),
    )
