"""Unfinished forms."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, String, Table, Text

from webapp.tables.columns import metadata

drafts = Table(
    "drafts",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("case_id", String(40), ForeignKey("cases.id", ondelete="CASCADE"), index=True),
    Column("changed", String(40), nullable=False, index=True),
    Column("version", Integer, nullable=False),
    Column("writer", String(40), nullable=False),
    Column("turn", Integer, nullable=False),
    Column("data", Text, nullable=False),
    Column("person_id", String(40), nullable=False, server_default=""),
)
