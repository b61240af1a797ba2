"""A case copied in the database, with all that people said of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from sqlalchemy import ColumnElement, Connection, Table, insert, literal, select, update

from webapp import tables

_documents = tables.documents
_cases = tables.cases
_WITH_DOCUMENTS = (tables.paragraph_kinds, tables.comparisons, tables.dismissals, tables.acts)
"""What hangs on a document and is copied with it."""


def copy_case(connection: Connection, case_id: str, new: Mapping[str, str], make_id: Callable[[], str]) -> None:
    """Copy a case; `new` says what differs in the row of the copy, its id among that."""
    kept = {"bundled": None, "archived": None, "trashed": None, "trashed_by": "", "copied_from": case_id}
    _copy_rows(connection, _cases, _cases.c.id == case_id, {**kept, **new})
    _copy_rows(connection, tables.case_tags, tables.case_tags.c.case_id == case_id, {"case_id": new["id"]})
    held = select(_documents.c.id).where(_documents.c.case_id == case_id).order_by(_documents.c.place)
    for document_id in connection.execute(held).scalars().all():
        made = make_id()
        _copy_rows(connection, _documents, _documents.c.id == document_id, {"id": made, "case_id": new["id"]})
        for table in _WITH_DOCUMENTS:
            _copy_rows(connection, table, table.c.document_id == document_id, {"document_id": made})
        _copy_notes(connection, document_id, made, make_id)


def renew_trail(connection: Connection, case_id: str, *, before: str, now: str) -> None:
    """Have the copied comparisons say that they were traced among the copies."""
    comparisons = tables.comparisons
    held = select(_documents.c.id).where(_documents.c.case_id == case_id)
    query = select(comparisons.c.document_id, comparisons.c.inputs).where(comparisons.c.document_id.in_(held))
    for document_id, inputs in connection.execute(query).all():
        if inputs.endswith(before):
            renewed = update(comparisons).where(comparisons.c.document_id == document_id)
            connection.execute(renewed.values(inputs=inputs.removesuffix(before) + now))


def _copy_notes(connection: Connection, document_id: str, copy_id: str, make_id: Callable[[], str]) -> None:
    """Copy the notes on an article with the answers to them; each gets an id and a one-time key of its own."""
    notes, replies = tables.notes, tables.note_replies
    for note_id in _list_ids(connection, notes, notes.c.document_id == document_id):
        made = make_id()
        _copy_rows(connection, notes, notes.c.id == note_id, {"id": made, "key": made, "document_id": copy_id})
        for reply_id in _list_ids(connection, replies, replies.c.note_id == note_id):
            answer = make_id()
            _copy_rows(connection, replies, replies.c.id == reply_id, {"id": answer, "key": answer, "note_id": made})


def _list_ids(connection: Connection, table: Table, which: ColumnElement[bool]) -> Sequence[str]:
    return connection.execute(select(table.c.id).where(which)).scalars().all()


def _copy_rows(connection: Connection, table: Table, which: ColumnElement[bool], new: Mapping[str, object]) -> None:
    names = [column.name for column in table.c]
    values = [literal(new[name], table.c[name].type) if name in new else table.c[name] for name in names]
    connection.execute(insert(table).from_select(names, select(*values).where(which)))
