"""Cases, and the forms that made them."""

from __future__ import annotations

from sqlalchemy import Column, String, Table

from webapp.tables.columns import AnyText, metadata, owned_by

cases = Table(
    "cases",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("title", AnyText, nullable=False),
    Column("bundled", String(80), unique=True),
    Column("created", String(40), nullable=False),
    Column("changed", String(40), nullable=False, index=True),
    Column("owner_id", String(40), nullable=False, index=True, server_default=""),
    Column("team_id", String(40), nullable=False, index=True, server_default=""),
    Column("visibility", String(20), nullable=False, server_default="all"),
    Column("archived", String(40)),
    Column("trashed", String(40), index=True),
    Column("trashed_by", AnyText, nullable=False, server_default=""),
    Column("copied_from", String(40), nullable=False, server_default=""),
    Column("delete_on", String(10), index=True),
)

form_keys = Table(
    "form_keys",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("key", String(40), nullable=False, index=True),
    Column("writer", String(40), nullable=False),
    owned_by("case"),
)
