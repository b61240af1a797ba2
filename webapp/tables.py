"""The tables, written apart from the model; `store` maps their rows by hand.

Only what SQLite and PostgreSQL share. Times are UTC in ISO form, ids are random, and a text is kept as
the bytes it came in. A comparison is one JSON value beside what it was made from.
"""

from __future__ import annotations

import re

from sqlalchemy import (
    Boolean,
    Column,
    Dialect,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)

metadata = MetaData()


class AnyText(TypeDecorator[str]):
    r"""Text that may hold any character, U+0000 and lone surrogates too, which databases refuse.

    >>> AnyText().process_bind_param("a\x00b", None)
    'a\\u0000b'
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect | None) -> str | None:  # noqa: ARG002
        """Write backslashes, U+0000 and lone surrogates as escapes."""
        return None if value is None else re.sub("[\\\\\0\ud800-\udfff]", lambda m: f"\\u{ord(m[0]):04x}", value)

    def process_result_value(self, value: str | None, dialect: Dialect | None) -> str | None:  # noqa: ARG002
        """Read the escapes back."""
        return None if value is None else re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), value)


def _owner(table: str) -> Column[str]:
    return Column(f"{table}_id", String(40), ForeignKey(f"{table}s.id", ondelete="CASCADE"), nullable=False, index=True)


cases = Table(
    "cases",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("title", AnyText, nullable=False),
    Column("bundled", String(80), unique=True),
    Column("created", String(40), nullable=False),
    Column("changed", String(40), nullable=False, index=True),
)

form_keys = Table(
    "form_keys",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("key", String(40), nullable=False, index=True),
    Column("writer", String(40), nullable=False),
    _owner("case"),
)

documents = Table(
    "documents",
    metadata,
    Column("id", String(40), primary_key=True),
    _owner("case"),
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

dismissals = Table(
    "dismissals",
    metadata,
    Column("document_id", String(40), ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("key", String(64), primary_key=True),
    Column("kind", String(80), nullable=False),
    Column("anchors", Text, nullable=False),
    Column("reason", AnyText, nullable=False),
    Column("person", AnyText, nullable=False),
    Column("dismissed", String(40), nullable=False),
)

acts = Table(
    "acts",
    metadata,
    Column("document_id", String(40), ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("verb", String(20), nullable=False),
    Column("data", Text, nullable=False),
    Column("person", AnyText, nullable=False),
    Column("done", String(40), nullable=False),
)

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
)
