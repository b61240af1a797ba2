"""Comparisons in the database: one JSON value each, beside columns that can be searched and added up."""

from __future__ import annotations

from dataclasses import fields
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from copytrail.model import Derivation
from webapp import tables
from webapp.records import ShareLine, StoredComparison

_comparisons = tables.comparisons
_documents = tables.documents
_COUNTS = tuple(field.name for field in fields(ShareLine) if field.name != "derivation")


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
            derivation=stored.shares.derivation.value,
            data=stored.data,
            **{name: getattr(stored.shares, name) for name in _COUNTS},
        )
    )


def load_comparison(connection: Connection, document_id: str) -> StoredComparison | None:
    """The stored comparison of an article, if there is one."""
    query = select(_comparisons).where(_comparisons.c.document_id == document_id)
    row = connection.execute(query).mappings().first()
    if row is None:
        return None
    return StoredComparison(
        schema=row["schema"],
        engine=row["engine"],
        inputs=row["inputs"],
        data=row["data"],
        shares=ShareLine(derivation=Derivation(row["derivation"]), **{name: row[name] for name in _COUNTS}),
    )
