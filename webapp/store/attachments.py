"""Files kept beside unfinished forms, until these are compared or discarded."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, RowMapping, delete, exists, insert, or_, select

from copytrail.intake.extract_data import extract_from_data, extract_to_data
from copytrail.intake.extracts import FileOptions
from webapp import tables
from webapp.records import ReceivedFile
from webapp.unfinished import AttachmentRecord, StoredAttachment

_attachments = tables.attachments
_drafts = tables.drafts
_FOUND = ("title", "publisher", "url", "published", "language")


def add_attachment(connection: Connection, attachment: StoredAttachment, now: datetime, *, person_id: str = "") -> None:
    """Keep a file with what it yielded, unless it is kept already."""
    record, file = attachment.record, attachment.file
    if connection.execute(select(_attachments.c.id).where(_attachments.c.id == record.id)).first():
        return
    connection.execute(
        insert(_attachments).values(
            id=record.id,
            file_name=record.name,
            format=record.format_name,
            content=attachment.content,
            size=record.size,
            words=record.words,
            encoding=file.options.encoding,
            address=file.address,
            fetched=file.fetched.isoformat() if file.fetched else None,
            extract=write_extract(file),
            received=now.isoformat(),
            person_id=person_id,
        )
    )


def list_attachments(connection: Connection, ids: Collection[str], person_id: str = "") -> dict[str, AttachmentRecord]:
    """What is known of those of these files that are kept for this person, by their ids."""
    query = select(_attachments).where(_attachments.c.id.in_(ids), _is_own(person_id))
    rows = connection.execute(query).mappings()
    return {row["id"]: _make_record(row) for row in rows}


def load_attachment(connection: Connection, attachment_id: str, person_id: str = "") -> StoredAttachment | None:
    """The file with its bytes, if it is kept for this person."""
    query = select(_attachments).where(_attachments.c.id == attachment_id, _is_own(person_id))
    row = connection.execute(query).mappings().first()
    if row is None:
        return None
    return StoredAttachment(record=_make_record(row), content=bytes(row["content"]), file=_make_file(row))


def drop_unused(connection: Connection, ids: Iterable[str], before: datetime | None = None) -> bool:
    """Delete those of these files that no unfinished form names, and strays that came before a time; says whether any.

    A file is received a moment before its form is saved, so one that no form names is a stray only after a while.
    """
    named = exists(select(_drafts.c.id).where(_drafts.c.data.contains(_attachments.c.id)))
    meant = _attachments.c.id.in_(list(ids))
    dropped = or_(meant, _attachments.c.received < before.isoformat()) if before else meant
    return bool(connection.execute(delete(_attachments).where(dropped, ~named)).rowcount)


def write_extract(file: ReceivedFile) -> str:
    """What a file yielded, as plain ASCII, so that any character survives any database."""
    return json.dumps(extract_to_data(file.extract), ensure_ascii=True, separators=(",", ":"))


def _is_own(person_id: str) -> ColumnElement[bool]:
    """Whether a file is this person's, or came before there were accounts."""
    return _attachments.c.person_id.in_(("", person_id))


def _make_file(row: RowMapping) -> ReceivedFile:
    return ReceivedFile(
        name=row["file_name"],
        format_name=row["format"],
        options=FileOptions(encoding=row["encoding"]),
        extract=extract_from_data(json.loads(row["extract"])),
        address=row["address"],
        fetched=datetime.fromisoformat(row["fetched"]) if row["fetched"] else None,
    )


def _make_record(row: RowMapping) -> AttachmentRecord:
    data = json.loads(row["extract"])
    return AttachmentRecord(
        id=row["id"],
        name=row["file_name"],
        format_name=row["format"],
        size=row["size"],
        words=row["words"],
        address=row["address"],
        found={name: data[name] for name in _FOUND},
    )
