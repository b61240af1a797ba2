"""Tokens of the API, and the answers to writes that a program may send again."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, String, Table

from webapp.tables.columns import AnyText, metadata

api_tokens = Table(
    "api_tokens",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("person_id", String(40), ForeignKey("people.id", ondelete="CASCADE"), index=True),
    Column("name", AnyText, nullable=False),
    Column("scope", String(20), nullable=False),
    Column("hash", String(64), nullable=False),
    Column("created", String(40), nullable=False),
    Column("expires", String(40), nullable=False),
    Column("seen", String(40)),
)

api_answers = Table(
    "api_answers",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("request", String(64), nullable=False),
    Column("place", String(200), nullable=False),
    Column("made", String(40), nullable=False, index=True),
)
