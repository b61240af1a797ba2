"""Unfinished forms in the database."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, RowMapping, delete, insert, select, update

from webapp import tables
from webapp.faults import UnknownDraft
from webapp.records import DraftRecord

_drafts = tables.drafts


def save_draft(connection: Connection, draft: DraftRecord) -> None:
    """Keep the draft in place of its earlier state."""
    changed = draft.changed.isoformat()
    values = {"case_id": draft.case_id, "changed": changed, "data": draft.data}
    if not connection.execute(update(_drafts).where(_drafts.c.id == draft.id).values(**values)).rowcount:
        connection.execute(insert(_drafts).values(id=draft.id, **values))


def load_draft(connection: Connection, draft_id: str) -> DraftRecord:
    """The draft as it was saved last."""
    row = connection.execute(select(_drafts).where(_drafts.c.id == draft_id)).mappings().first()
    if row is None:
        raise UnknownDraft
    return _make_draft(row)


def list_drafts(connection: Connection) -> tuple[DraftRecord, ...]:
    """All drafts, the one changed last first."""
    rows = connection.execute(select(_drafts).order_by(_drafts.c.changed.desc(), _drafts.c.id)).mappings()
    return tuple(_make_draft(row) for row in rows)


def delete_draft(connection: Connection, draft_id: str) -> bool:
    """Delete the draft; says whether there was one."""
    return bool(connection.execute(delete(_drafts).where(_drafts.c.id == draft_id)).rowcount)


def _make_draft(row: RowMapping) -> DraftRecord:
    return DraftRecord(
        id=row["id"], case_id=row["case_id"], changed=datetime.fromisoformat(row["changed"]), data=row["data"]
    )
