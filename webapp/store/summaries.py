"""Summaries of comparisons in the database, each beside the digest of what it was made from."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, delete, func, insert, select

from webapp import tables

_summaries = tables.summaries
_documents = tables.documents
_comparisons = tables.comparisons
_acts = tables.acts
_dismissals = tables.dismissals


def list_summaries(connection: Connection, case_id: str) -> dict[str, tuple[str, str]]:
    """Key and data of each summary of a case, by the ids of the articles."""
    query = select(_summaries).join(_documents).where(_documents.c.case_id == case_id)
    return {row["document_id"]: (row["key"], row["data"]) for row in connection.execute(query).mappings()}


def save_summaries(connection: Connection, made: Mapping[str, tuple[str, str]]) -> None:
    """Keep summaries in place of older ones; those of articles deleted meanwhile are left out."""
    ids = list(made)
    connection.execute(delete(_summaries).where(_summaries.c.document_id.in_(ids)))
    known = connection.execute(select(_documents.c.id).where(_documents.c.id.in_(ids))).scalars().all()
    rows = [{"document_id": each, "key": made[each][0], "data": made[each][1]} for each in known]
    if rows:
        connection.execute(insert(_summaries), rows)


def list_inputs(connection: Connection, case_id: str) -> dict[str, tuple[str, str, str]]:
    """Schema, engine and inputs of each kept comparison of a case, by the ids of the articles."""
    columns = (_comparisons.c.document_id, _comparisons.c.schema, _comparisons.c.engine, _comparisons.c.inputs)
    query = select(*columns).join(_documents).where(_documents.c.case_id == case_id)
    return {
        row["document_id"]: (row["schema"], row["engine"], row["inputs"])
        for row in connection.execute(query).mappings()
    }


def count_reviews(connection: Connection, case_id: str) -> dict[str, tuple[int, tuple[str, ...]]]:
    """How many acts there are on each article of a case, and which dismissals."""
    counted = (
        select(_acts.c.document_id, func.count())
        .join(_documents)
        .where(_documents.c.case_id == case_id)
        .group_by(_acts.c.document_id)
    )
    acts = {row[0]: row[1] for row in connection.execute(counted)}
    keys = select(_dismissals.c.document_id, _dismissals.c.key).join(_documents).where(_documents.c.case_id == case_id)
    dismissed: dict[str, tuple[str, ...]] = {}
    for document, key in connection.execute(keys.order_by(_dismissals.c.key)):
        dismissed[document] = (*dismissed.get(document, ()), key)
    return {each: (acts.get(each, 0), dismissed.get(each, ())) for each in {*acts, *dismissed}}
