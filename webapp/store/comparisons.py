"""Comparisons in the database: one JSON value each, beside what it was made from."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from webapp import tables
from webapp.records import StoredComparison

_comparisons = tables.comparisons
_documents = tables.documents


def save_comparison(connection: Connection, document_id: str, stored: StoredComparison, now: datetime) -> None:
    """Keep the comparison of an article in place of an older one, unless the article was deleted meanwhile."""
    known = select(_documents.c.id).where(_documents.c.id == document_id)
    if connection.execute(known).scalar() is None:
        return
    connection.execute(delete(_comparisons).where(_comparisons.c.document_id == document_id))
    connection.execute(
        insert(_comparisons).values(
            document_id=document_id,
            schema=stored.schema,
            engine=stored.engine,
            inputs=stored.inputs,
            computed=now.isoformat(),
            data=stored.data,
        )
    )


def load_comparison(connection: Connection, document_id: str) -> StoredComparison | None:
    """The stored comparison of an article, if there is one."""
    query = select(_comparisons).where(_comparisons.c.document_id == document_id)
    row = connection.execute(query).mappings().first()
    if row is None:
        return None
    return StoredComparison(schema=row["schema"], engine=row["engine"], inputs=row["inputs"], data=row["data"])
