"""Links by which others read a case or one comparison of it; only what a link hashes to is kept."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Integer, String, Table, Text

from webapp.tables.columns import AnyText, metadata, owned_by

shares = Table(
    "shares",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("digest", String(64), nullable=False, unique=True),
    owned_by("case"),
    Column("document_id", String(40), ForeignKey("documents.id", ondelete="CASCADE"), index=True),
    Column("label", AnyText, nullable=False),
    Column("reasons", Boolean, nullable=False),
    Column("names", Boolean, nullable=False),
    Column("download", Boolean, nullable=False),
    Column("sites", Text, nullable=False),
    Column("made", String(40), nullable=False),
    Column("person", AnyText, nullable=False),
    Column("expires", String(40)),
    Column("revoked", String(40)),
    Column("opened", Integer, nullable=False),
    Column("last_opened", String(40)),
)
