"""Notes with the answers to them, what was done to a case, and comparisons that a newer one took the place of."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Integer, String, Table, Text

from webapp.tables.columns import AnyText, metadata, owned_by, written_by

notes = Table(
    "notes",
    metadata,
    Column("id", String(40), primary_key=True),
    owned_by("document"),
    Column("key", String(64), nullable=False, unique=True),
    Column("place", Text, nullable=False),
    Column("text", AnyText, nullable=False),
    Column("person", AnyText, nullable=False),
    written_by(),
    Column("written", String(40), nullable=False),
    Column("edited", String(40)),
    Column("deleted", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
    Column("resolved", String(40)),
    Column("resolver", AnyText, nullable=False),
)

note_replies = Table(
    "note_replies",
    metadata,
    Column("id", String(40), primary_key=True),
    owned_by("note"),
    Column("key", String(64), nullable=False, unique=True),
    Column("text", AnyText, nullable=False),
    Column("person", AnyText, nullable=False),
    written_by(),
    Column("written", String(40), nullable=False),
    Column("edited", String(40)),
    Column("deleted", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
)

events = Table(
    "events",
    metadata,
    Column("case_id", String(40), ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("document_id", String(40), ForeignKey("documents.id", ondelete="CASCADE"), index=True),
    Column("deed", String(40), nullable=False),
    Column("data", Text, nullable=False),
    Column("person", AnyText, nullable=False),
    written_by(),
    Column("done", String(40), nullable=False),
)

former_comparisons = Table(
    "former_comparisons",
    metadata,
    Column("document_id", String(40), ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("schema", String(80), nullable=False),
    Column("engine", String(40), nullable=False),
    Column("inputs", String(64), nullable=False),
    Column("data", Text, nullable=False),
    Column("computed", String(40), nullable=False),
    Column("replaced", String(40), nullable=False, index=True),
)
