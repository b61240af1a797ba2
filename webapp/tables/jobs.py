"""Long work and what is derived from comparisons: jobs, their steps, what failed, and short summaries."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, String, Table, Text

from webapp.tables.columns import AnyText, metadata, owned_by

jobs = Table(
    "jobs",
    metadata,
    Column("id", String(40), primary_key=True),
    owned_by("case"),
    Column("state", String(20), nullable=False),
    Column("open_key", String(40), unique=True),
    Column("person", AnyText, nullable=False),
    Column("created", String(40), nullable=False),
    Column("served", String(40), nullable=False),
)

job_steps = Table(
    "job_steps",
    metadata,
    Column("job_id", String(40), ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("document_id", String(40), ForeignKey("documents.id", ondelete="CASCADE"), index=True),
    Column("words", Integer, nullable=False),
    Column("inputs", String(64), nullable=False),
    Column("state", String(20), nullable=False, index=True),
    Column("tries", Integer, nullable=False),
    Column("owner", String(80), nullable=False),
    Column("lease", String(40), nullable=False),
)

failures = Table(
    "failures",
    metadata,
    Column("document_id", String(40), ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("problem", String(20), nullable=False),
    Column("inputs", String(64), nullable=False),
)

summaries = Table(
    "summaries",
    metadata,
    Column("document_id", String(40), ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("key", String(64), nullable=False),
    Column("data", Text, nullable=False),
)
