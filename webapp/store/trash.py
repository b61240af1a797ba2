"""Cases that were put away or thrown away, in the database."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, Update, select, update

from webapp import tables
from webapp.catalogue.lines import TrashedCase
from webapp.faults import UnknownCase
from webapp.store.cases import pick_name

_cases = tables.cases
_documents = tables.documents


def set_archived(connection: Connection, case_ids: Collection[str], now: datetime | None) -> tuple[str, ...]:
    """Put cases into the archive, or bring them back; says which moved."""
    moves = _cases.c.archived.is_(None) if now else _cases.c.archived.is_not(None)
    here = (_cases.c.id.in_(list(case_ids)), _cases.c.trashed.is_(None), moves)
    return _move(connection, update(_cases).where(*here).values(archived=now and now.isoformat()))


def throw_away(connection: Connection, case_ids: Collection[str], now: datetime, person: str) -> tuple[str, ...]:
    """Move cases into the trash; says which moved."""
    here = (_cases.c.id.in_(list(case_ids)), _cases.c.trashed.is_(None))
    return _move(connection, update(_cases).where(*here).values(trashed=now.isoformat(), trashed_by=person))


def take_back(connection: Connection, case_ids: Collection[str]) -> tuple[str, ...]:
    """Take cases out of the trash to where they were before; says which moved."""
    there = (_cases.c.id.in_(list(case_ids)), _cases.c.trashed.is_not(None))
    return _move(connection, update(_cases).where(*there).values(trashed=None, trashed_by=""))


def list_trash(connection: Connection, before: datetime | None = None) -> tuple[str, ...]:
    """The ids of the cases in the trash, or of those thrown away before a time."""
    query = select(_cases.c.id).where(_cases.c.trashed.is_not(None))
    if before:
        query = query.where(_cases.c.trashed <= before.isoformat())
    return tuple(connection.execute(query.order_by(_cases.c.id)).scalars())


def load_trashed(connection: Connection, case_id: str) -> TrashedCase:
    """What the page of a case in the trash says."""
    columns = (_cases.c.title, _cases.c.trashed, _cases.c.trashed_by)
    query = (
        select(*columns, _documents.c.title.label("original_title"), _documents.c.opening)
        .join(_documents, _documents.c.case_id == _cases.c.id)
        .where(_cases.c.id == case_id, _cases.c.trashed.is_not(None), _documents.c.place == 0)
    )
    row = connection.execute(query).mappings().first()
    if row is None:
        raise UnknownCase
    return TrashedCase(
        id=case_id,
        name=pick_name(row["title"], row["original_title"], row["opening"]),
        trashed=datetime.fromisoformat(row["trashed"]),
        trashed_by=row["trashed_by"],
    )


def _move(connection: Connection, change: Update) -> tuple[str, ...]:
    return tuple(sorted(connection.execute(change.returning(_cases.c.id)).scalars()))
