"""Zip files of large cases: what was asked for, how far it is, and the bytes, in parts."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, String, Table

from webapp.tables.columns import AnyText, metadata, owned_by

parcels = Table(
    "parcels",
    metadata,
    Column("id", String(40), primary_key=True),
    owned_by("case"),
    Column("choices", AnyText, nullable=False),
    Column("person", AnyText, nullable=False),
    Column("asked", String(40), nullable=False),
    Column("state", String(20), nullable=False, index=True),
    Column("done", Integer, nullable=False),
    Column("articles", Integer, nullable=False),
    Column("size", Integer, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("owner", String(80), nullable=False),
    Column("lease", String(40), nullable=False),
)

parcel_parts = Table(
    "parcel_parts",
    metadata,
    Column("parcel_id", String(40), ForeignKey("parcels.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)
