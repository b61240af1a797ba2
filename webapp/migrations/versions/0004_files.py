"""Files and pages: what each document came from and what it yielded, and files kept beside unfinished forms."""

import json

import sqlalchemy as sa
from alembic import op

from copytrail.intake.extract_data import extract_to_data
from copytrail.intake.extracts import FileOptions
from copytrail.intake.from_markdown import extract_markdown

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

NEW = {
    "file_name": sa.Text(),
    "format": sa.String(20),
    "encoding": sa.String(40),
    "changes": sa.String(20),
    "address": sa.Text(),
}


def upgrade() -> None:
    """Add the columns and the table; what was there before is read from its bytes as it was."""
    for name, kind in NEW.items():
        op.add_column("documents", sa.Column(name, kind, nullable=False, server_default=""))
    op.add_column("documents", sa.Column("fetched", sa.String(40)))
    op.add_column("documents", sa.Column("extract", sa.Text()))
    op.add_column("paragraph_kinds", sa.Column("speaker", sa.Text(), nullable=False, server_default=""))
    op.add_column("paragraph_kinds", sa.Column("reason", sa.String(200), nullable=False, server_default=""))
    op.create_table(
        "attachments",
        sa.Column("id", sa.String(40), primary_key=True),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("format", sa.String(20), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("words", sa.Integer(), nullable=False),
        sa.Column("encoding", sa.String(40), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("fetched", sa.String(40)),
        sa.Column("extract", sa.Text(), nullable=False),
        sa.Column("received", sa.String(40), nullable=False, index=True),
    )
    _keep_markdown()


def _keep_markdown() -> None:
    """Give the Markdown files, told so far by the ending of their names, what they yield."""
    names = ("id", "content", "pasted", "ending", "file_name", "format", "changes", "extract")
    documents = sa.table("documents", *map(sa.column, names))
    marked = sa.select(documents).where(documents.c.ending.in_((".md", ".markdown")))
    for row in op.get_bind().execute(marked).all():
        extract = extract_markdown(bytes(row.content), FileOptions(encoding="utf-8" if row.pasted else ""))
        data = json.dumps(extract_to_data(extract), ensure_ascii=True, separators=(",", ":"))
        values = {"file_name": f"text{row.ending}", "format": "markdown", "changes": "accepted", "extract": data}
        op.get_bind().execute(sa.update(documents).where(documents.c.id == row.id).values(**values))
