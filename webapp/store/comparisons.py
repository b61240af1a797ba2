"""Comparisons in the database: one JSON value each, beside what it was made from."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from webapp import tables
from webapp.records import StoredComparison

_comparisons = tables.comparisons
_documents = tables.documents
_OF_ARTICLE = select(_comparisons).where(_comparisons.c.document_id == bindparam("article"))


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


def delete_comparisons(connection: Connection, case_id: str) -> None:
    """Delete all comparisons of a case, with the words of its references in them; they are made anew when opened."""
    held = select(_documents.c.id).where(_documents.c.case_id == case_id)
    connection.execute(delete(_comparisons).where(_comparisons.c.document_id.in_(held)))


def renew_inputs(connection: Connection, document_id: str, *, before: str, now: str) -> None:
    """Note that the kept comparison of an article holds for other inputs too, unless it was replaced meanwhile."""
    kept = update(_comparisons).where(_comparisons.c.document_id == document_id, _comparisons.c.inputs == before)
    connection.execute(kept.values(inputs=now))


def load_comparison(connection: Connection, document_id: str) -> StoredComparison | None:
    """The stored comparison of an article, if there is one."""
    row = connection.execute(_OF_ARTICLE, {"article": document_id}).mappings().first()
    if row is None:
        return None
    return StoredComparison(schema=row["schema"], engine=row["engine"], inputs=row["inputs"], data=row["data"])
