"""What was done to a case, in the database: rows are added and never changed; they go with the text they are about."""

from __future__ import annotations

import json
from datetime import datetime

from sqlalchemy import Connection, func, insert, select

from webapp import tables
from webapp.deeds import Deed, Done
from webapp.store.people import find_writer

_cases = tables.cases
_events = tables.events


def add_event(connection: Connection, case_id: str, done: Done) -> None:
    """Keep what somebody did; the row of the case is held until the end, so that numbers follow."""
    connection.execute(select(_cases.c.id).where(_cases.c.id == case_id).with_for_update())
    last = connection.execute(select(func.max(_events.c.number)).where(_events.c.case_id == case_id)).scalar()
    connection.execute(
        insert(_events).values(
            case_id=case_id,
            number=(last or 0) + 1,
            document_id=done.document_id or None,
            deed=done.deed.value,
            data=json.dumps(done.data, ensure_ascii=True),
            person=done.person,
            person_id=find_writer(done.person),
            done=done.time.isoformat(),
        )
    )


def load_events(connection: Connection, case_id: str) -> tuple[Done, ...]:
    """All that was done to the case, in its order."""
    query = select(_events).where(_events.c.case_id == case_id).order_by(_events.c.number)
    return tuple(
        Done(
            deed=Deed(row["deed"]),
            time=datetime.fromisoformat(row["done"]),
            person=row["person"],
            document_id=row["document_id"] or "",
            data=json.loads(row["data"]),
        )
        for row in connection.execute(query).mappings()
    )
