"""Lessons, classes that are taught, and what pupils write in them: the last three go with their class."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Integer, String, Table, Text, UniqueConstraint

from webapp.tables.columns import AnyText, metadata

lessons = Table(
    "lessons",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("title", AnyText, nullable=False),
    Column("lesson", AnyText, nullable=False),
    Column("version", Integer, nullable=False),
    Column("created", String(40), nullable=False),
    Column("changed", String(40), nullable=False, index=True),
    Column("owner_id", String(40), nullable=False, index=True, server_default=""),
    Column("team_id", String(40), nullable=False, index=True, server_default=""),
    Column("visibility", String(20), nullable=False, server_default="private"),
    Column("case_id", String(40), nullable=False, index=True, server_default=""),
)

classes = Table(
    "classes",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("lesson_id", String(40), nullable=False, index=True),
    Column("owner_id", String(40), nullable=False, index=True, server_default=""),
    Column("title", AnyText, nullable=False),
    Column("lesson", AnyText, nullable=False),
    Column("code", String(12), unique=True),
    Column("state", String(20), nullable=False),
    Column("pace", String(20), nullable=False),
    Column("current", String(40), nullable=False),
    Column("revealed", Text, nullable=False),
    Column("groups", Integer, nullable=False),
    Column("names", Boolean, nullable=False),
    Column("started", String(40), nullable=False),
    Column("delete_on", String(10), nullable=False, index=True),
    Column("version", Integer, nullable=False),
)


def _of_class() -> Column[str]:
    return Column("class_id", String(40), ForeignKey("classes.id", ondelete="CASCADE"), nullable=False, index=True)


pupils = Table(
    "pupils",
    metadata,
    Column("id", String(40), primary_key=True),
    _of_class(),
    Column("digest", String(64), nullable=False, unique=True),
    Column("name", AnyText, nullable=False),
    Column("name_key", String(64), nullable=False),
    Column("words", Integer, nullable=False),
    Column("group_number", Integer, nullable=False),
    Column("joined", String(40), nullable=False),
    UniqueConstraint("class_id", "name_key", name="uq_pupils_class_name"),
)

answers = Table(
    "answers",
    metadata,
    Column("pupil_id", String(40), ForeignKey("pupils.id", ondelete="CASCADE"), primary_key=True),
    Column("task_id", String(40), primary_key=True),
    _of_class(),
    Column("choice", String(40), nullable=False),
    Column("spans", Text, nullable=False),
    Column("text", AnyText, nullable=False),
    Column("reason", AnyText, nullable=False),
    Column("version", Integer, nullable=False),
    Column("key", String(64), nullable=False),
    Column("saved", String(40), nullable=False),
)

class_notes = Table(
    "class_notes",
    metadata,
    Column("class_id", String(40), ForeignKey("classes.id", ondelete="CASCADE"), primary_key=True),
    Column("task_id", String(40), primary_key=True),
    Column("text", AnyText, nullable=False),
)
