"""Findings that readers dismissed, in the database; each is kept with its article, whatever the engine finds later."""

from __future__ import annotations

import json

from sqlalchemy import Connection, RowMapping, bindparam, delete, insert, select, update

from copytrail.codec import dismissal_from_data, dismissal_to_data
from copytrail.model import Dismissal, Review
from webapp import tables
from webapp.store.people import find_writer

_dismissals = tables.dismissals
_IS_OF_ARTICLE = _dismissals.c.document_id == bindparam("article")
_OF_ARTICLE = select(_dismissals).where(_IS_OF_ARTICLE).order_by(_dismissals.c.dismissed, _dismissals.c.key)
_COLUMNS = frozenset({"kind", "reason", "time", "person"})
"""What of a dismissal has a column of its own; the rest says what it is about."""


def load_review(connection: Connection, document_id: str) -> Review:
    """What readers said about the comparison of an article, in the order of time."""
    rows = connection.execute(_OF_ARTICLE, {"article": document_id}).mappings()
    return Review(dismissals=tuple(_make_dismissal(row) for row in rows))


def add_dismissal(connection: Connection, document_id: str, dismissal: Dismissal) -> None:
    """Keep a dismissal that is not kept yet."""
    data = dismissal_to_data(dismissal)
    about = {name: value for name, value in data.items() if name not in _COLUMNS}
    connection.execute(
        insert(_dismissals).values(
            document_id=document_id,
            key=dismissal.key,
            kind=dismissal.kind,
            anchors=json.dumps(about, ensure_ascii=True),
            reason=dismissal.reason,
            person=dismissal.person,
            person_id=find_writer(dismissal.person),
            dismissed=dismissal.time.isoformat(),
        )
    )


def give_reason(connection: Connection, document_id: str, key: str, reason: str) -> None:
    """Put another reason in place of the one that is kept."""
    ours = (_dismissals.c.document_id == document_id, _dismissals.c.key == key)
    connection.execute(update(_dismissals).where(*ours).values(reason=reason))


def delete_dismissal(connection: Connection, document_id: str, key: str) -> bool:
    """Delete a dismissal; says whether it was there."""
    ours = (_dismissals.c.document_id == document_id, _dismissals.c.key == key)
    return bool(connection.execute(delete(_dismissals).where(*ours)).rowcount)


def _make_dismissal(row: RowMapping) -> Dismissal:
    said = {"kind": row["kind"], "reason": row["reason"], "person": row["person"]}
    return dismissal_from_data({**json.loads(row["anchors"]), **said, "time": row["dismissed"]})
