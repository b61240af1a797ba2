"""What people said of a comparison: dismissals and corrections."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, String, Table, Text

from webapp.tables.columns import AnyText, metadata, written_by

dismissals = Table(
    "dismissals",
    metadata,
    Column("document_id", String(40), ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("key", String(64), primary_key=True),
    Column("kind", String(80), nullable=False),
    Column("anchors", Text, nullable=False),
    Column("reason", AnyText, nullable=False),
    Column("person", AnyText, nullable=False),
    written_by(),
    Column("dismissed", String(40), nullable=False),
)

acts = Table(
    "acts",
    metadata,
    Column("document_id", String(40), ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("verb", String(20), nullable=False),
    Column("data", Text, nullable=False),
    Column("person", AnyText, nullable=False),
    written_by(),
    Column("done", String(40), nullable=False),
)
