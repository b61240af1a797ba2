"""What the list of cases is searched and sorted by: tags, and the words of every text."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, String, Table

from webapp.tables.columns import AnyText, metadata, owned_by

case_tags = Table(
    "case_tags",
    metadata,
    Column("case_id", String(40), ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True),
    Column("key", AnyText, primary_key=True, index=True),
    Column("name", AnyText, nullable=False),
)

search_texts = Table(
    "search_texts",
    metadata,
    Column("kind", String(20), primary_key=True),
    Column("source", String(40), primary_key=True),
    owned_by("case"),
    Column("document_id", String(40), ForeignKey("documents.id", ondelete="CASCADE"), index=True),
    Column("folded", AnyText, nullable=False),
    Column("shown", AnyText, nullable=False),
)
"""A copy of what can be found, made from the texts whenever it is missing; it goes with what it was made from."""
