"""Comparisons that another took the place of, in the database: for each article the one that people saw."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, insert, select

from webapp import tables
from webapp.records import FormerComparison, StoredComparison

_former = tables.former_comparisons
_comparisons = tables.comparisons
_SINCE = select(_former.c.engine, _former.c.computed, _former.c.replaced).where(
    _former.c.document_id == bindparam("article"), _former.c.replaced >= bindparam("since")
)


def keep_former(connection: Connection, document_id: str, now: datetime) -> bool:
    """Keep the comparison of an article before another takes its place, unless an older one is kept already."""
    kept = connection.execute(select(_comparisons).where(_comparisons.c.document_id == document_id)).mappings().first()
    known = connection.execute(select(_former.c.document_id).where(_former.c.document_id == document_id)).scalar()
    if kept is None or known:
        return False
    connection.execute(insert(_former).values(**kept, replaced=now.isoformat()))
    return True


def find_former(connection: Connection, document_id: str, since: datetime) -> FormerComparison | None:
    """What is known of the comparison that people saw before, where it was replaced not longer ago."""
    row = connection.execute(_SINCE, {"article": document_id, "since": since.isoformat()}).mappings().first()
    if row is None:
        return None
    return FormerComparison(
        engine=row["engine"],
        computed=datetime.fromisoformat(row["computed"]),
        replaced=datetime.fromisoformat(row["replaced"]),
    )


def load_former(connection: Connection, document_id: str) -> StoredComparison | None:
    """The comparison that people saw before."""
    row = connection.execute(select(_former).where(_former.c.document_id == document_id)).mappings().first()
    if row is None:
        return None
    return StoredComparison(schema=row["schema"], engine=row["engine"], inputs=row["inputs"], data=row["data"])


def drop_former(connection: Connection, document_id: str) -> bool:
    """Delete the former comparison of an article; says whether there was one."""
    return bool(connection.execute(delete(_former).where(_former.c.document_id == document_id)).rowcount)


def drop_old(connection: Connection, before: datetime) -> None:
    """Delete every former comparison that was replaced before this time."""
    connection.execute(delete(_former).where(_former.c.replaced < before.isoformat()))
