"""What columns are made of: the one collection of tables, text that may hold anything, and the owner of a row."""

from __future__ import annotations

import re

from sqlalchemy import (
    Column,
    Dialect,
    ForeignKey,
    MetaData,
    String,
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


def owned_by(table: str) -> Column[str]:
    """The column that names the row it goes with, when that is deleted."""
    return Column(f"{table}_id", String(40), ForeignKey(f"{table}s.id", ondelete="CASCADE"), nullable=False, index=True)


def written_by() -> Column[str]:
    """The column that names the person who wrote a row, beside the name they had then; nobody without an account."""
    return Column("person_id", String(40), ForeignKey("people.id", ondelete="SET NULL"), index=True)
