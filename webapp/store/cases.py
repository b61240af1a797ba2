"""Cases in the database."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, RowMapping, delete, func, insert, select, update

from webapp import tables
from webapp.faults import UnknownCase
from webapp.records import CaseLine, CaseRecord, SentForm
from webapp.store import documents

_cases = tables.cases
_keys = tables.form_keys
_documents = tables.documents


def add_case(connection: Connection, case_id: str, *, title: str, bundled: str | None, now: datetime) -> None:
    """Keep a new case; a bundled name can be kept once only."""
    row = {"id": case_id, "title": title, "bundled": bundled}
    connection.execute(insert(_cases).values(**row, created=now.isoformat(), changed=now.isoformat()))


def find_bundled(connection: Connection, name: str) -> str | None:
    """The id of the case that holds this bundled case."""
    found: str | None = connection.execute(select(_cases.c.id).where(_cases.c.bundled == name)).scalar()
    return found


def use_form(connection: Connection, case_id: str, form: SentForm) -> None:
    """Note that this form made or changed this case; a form can be used once only."""
    connection.execute(insert(_keys).values(id=form.digest, key=form.key, case_id=case_id))


def find_used(connection: Connection, form: SentForm) -> str | None:
    """The id of the case which this very form made or changed before."""
    found: str | None = connection.execute(select(_keys.c.case_id).where(_keys.c.id == form.digest)).scalar()
    return found


def is_key_used(connection: Connection, key: str) -> bool:
    """Whether a form with this key was sent."""
    return connection.execute(select(_keys.c.id).where(_keys.c.key == key)).first() is not None


def load_case(connection: Connection, case_id: str) -> CaseRecord:
    """The case with what is known of its documents."""
    row = connection.execute(select(_cases).where(_cases.c.id == case_id)).mappings().first()
    if row is None:
        raise UnknownCase
    return _make_case(connection, row)


def list_cases(connection: Connection) -> tuple[CaseLine, ...]:
    """All cases, the one changed last first."""
    count = func.count(_documents.c.id) - 1
    rows = connection.execute(
        select(_cases, count.label("articles"))
        .join(_documents, _documents.c.case_id == _cases.c.id)
        .group_by(*_cases.c)
        .order_by(_cases.c.changed.desc(), _cases.c.id)
    ).mappings()
    return tuple(
        CaseLine(
            id=row["id"],
            name=row["title"] if row["title"].strip() else documents.name_original(connection, row["id"]),
            articles=row["articles"],
            changed=datetime.fromisoformat(row["changed"]),
        )
        for row in rows
    )


def rename_case(connection: Connection, case_id: str, title: str) -> None:
    """Give the case another title."""
    if not connection.execute(update(_cases).where(_cases.c.id == case_id).values(title=title)).rowcount:
        raise UnknownCase


def touch_case(connection: Connection, case_id: str, now: datetime) -> None:
    """Note that the case changed now."""
    changed = update(_cases).where(_cases.c.id == case_id).values(changed=now.isoformat())
    if not connection.execute(changed).rowcount:
        raise UnknownCase


def delete_case(connection: Connection, case_id: str) -> None:
    """Delete the case with everything that hangs on it."""
    if not connection.execute(delete(_cases).where(_cases.c.id == case_id)).rowcount:
        raise UnknownCase


def _make_case(connection: Connection, row: RowMapping) -> CaseRecord:
    original, *articles = documents.list_documents(connection, row["id"])
    return CaseRecord(
        id=row["id"],
        title=row["title"],
        original=original,
        articles=tuple(articles),
        created=datetime.fromisoformat(row["created"]),
        changed=datetime.fromisoformat(row["changed"]),
    )
