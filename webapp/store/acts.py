"""The logs of corrections in the database: rows are added with each article and never changed."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import datetime

from sqlalchemy import Connection, RowMapping, bindparam, insert, select

from copytrail.codec import correction_from_data, correction_to_data
from copytrail.model import Correction
from webapp import tables
from webapp.acts import ActLog, Entry, Verb
from webapp.store.people import find_writer

_acts = tables.acts
_OF_ARTICLE = select(_acts).where(_acts.c.document_id == bindparam("article")).order_by(_acts.c.number)


def load_log(connection: Connection, document_id: str) -> ActLog:
    """What people corrected in the comparison of an article, in the order in which they did."""
    rows = connection.execute(_OF_ARTICLE, {"article": document_id}).mappings()
    return ActLog(tuple(_make_entry(row) for row in rows))


def list_standing(connection: Connection, case_id: str) -> dict[str, tuple[Correction, ...]]:
    """The corrections that stand in each article of a case; articles without any are left out."""
    held = select(tables.documents.c.id).where(tables.documents.c.case_id == case_id)
    query = select(_acts).where(_acts.c.document_id.in_(held)).order_by(_acts.c.document_id, _acts.c.number)
    logs: defaultdict[str, list[Entry]] = defaultdict(list)
    for row in connection.execute(query).mappings():
        logs[row["document_id"]].append(_make_entry(row))
    standing = {document: ActLog(tuple(entries)).standing for document, entries in logs.items()}
    return {document: corrections for document, corrections in standing.items() if corrections}


def add_entry(connection: Connection, document_id: str, entry: Entry) -> None:
    """Keep one more entry; a number that another page took is refused."""
    data: object = correction_to_data(entry.correction) if entry.correction else None
    if entry.standing is not None:
        data = {"standing": [correction_to_data(each) for each in entry.standing]}
    connection.execute(
        insert(_acts).values(
            document_id=document_id,
            number=entry.number,
            verb=entry.verb.value,
            data=json.dumps(data, ensure_ascii=True),
            person=entry.person,
            person_id=find_writer(entry.person),
            done=entry.time.isoformat(),
        )
    )


def _make_entry(row: RowMapping) -> Entry:
    data = json.loads(row["data"])
    standing = data["standing"] if data and "standing" in data else None
    return Entry(
        number=row["number"],
        verb=Verb(row["verb"]),
        time=datetime.fromisoformat(row["done"]),
        person=row["person"],
        correction=correction_from_data(data) if data and standing is None else None,
        standing=None if standing is None else tuple(map(correction_from_data, standing)),
    )
