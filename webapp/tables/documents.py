"""Documents with their bytes, files that wait for a form, what was said of paragraphs, and the comparisons made."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, LargeBinary, String, Table, Text

from webapp.tables.columns import AnyText, metadata, owned_by

documents = Table(
    "documents",
    metadata,
    Column("id", String(40), primary_key=True),
    owned_by("case"),
    Column("place", Integer, nullable=False),
    Column("role", String(20), nullable=False),
    Column("title", AnyText, nullable=False),
    Column("publisher", AnyText, nullable=False),
    Column("url", AnyText, nullable=False),
    Column("published", AnyText, nullable=False),
    Column("language", String(20), nullable=False),
    Column("opening", AnyText, nullable=False),
    Column("words", Integer, nullable=False),
    Column("pasted", Boolean, nullable=False),
    Column("ending", String(20), nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("size", Integer, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("received", String(40), nullable=False),
    Column("file_name", AnyText, nullable=False, server_default=""),
    Column("format", String(20), nullable=False, server_default=""),
    Column("encoding", String(40), nullable=False, server_default=""),
    Column("changes", String(20), nullable=False, server_default=""),
    Column("address", AnyText, nullable=False, server_default=""),
    Column("fetched", String(40)),
    Column("extract", Text),
    Index("ix_documents_case_place", "case_id", "place", "role"),
)

attachments = Table(
    "attachments",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("file_name", AnyText, nullable=False),
    Column("format", String(20), nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("size", Integer, nullable=False),
    Column("words", Integer, nullable=False),
    Column("encoding", String(40), nullable=False),
    Column("address", AnyText, nullable=False),
    Column("fetched", String(40)),
    Column("extract", Text, nullable=False),
    Column("received", String(40), nullable=False, index=True),
    Column("person_id", String(40), nullable=False, server_default=""),
)

paragraph_kinds = Table(
    "paragraph_kinds",
    metadata,
    Column("document_id", String(40), ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("starts", Integer, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("machine_kind", String(20), nullable=False),
    Column("speaker", AnyText, nullable=False, server_default=""),
    Column("reason", String(200), nullable=False, server_default=""),
    Column("chosen", String(40), nullable=False),
)

comparisons = Table(
    "comparisons",
    metadata,
    Column("document_id", String(40), ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("schema", String(80), nullable=False),
    Column("engine", String(40), nullable=False),
    Column("inputs", String(64), nullable=False),
    Column("computed", String(40), nullable=False),
    Column("data", Text, nullable=False),
)
