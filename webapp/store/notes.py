"""Notes and the answers to them, in the database; each is kept with its article, whatever the engine finds later."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import datetime

from sqlalchemy import Connection, RowMapping, and_, bindparam, delete, insert, select, update

from copytrail.codec import place_from_data, place_to_data
from copytrail.model import Note, Reply
from webapp import tables
from webapp.catalogue.lines import NOTE
from webapp.faults import ChangedMeanwhile, UnknownNote
from webapp.people.rights import Viewer
from webapp.store import words

_notes = tables.notes
_replies = tables.note_replies
_OF_ARTICLE = select(_notes).where(_notes.c.document_id == bindparam("article")).order_by(_notes.c.written, _notes.c.id)


def load_notes(connection: Connection, document_id: str) -> tuple[Note, ...]:
    """The notes on the comparison of an article, each with its answers, in the order of time."""
    rows = connection.execute(_OF_ARTICLE, {"article": document_id}).mappings().all()
    replies = _list_replies(connection, document_id) if rows else {}
    return tuple(_make_note(row, replies.get(row["id"], ())) for row in rows)


def add_note(connection: Connection, document_id: str, note: Note, key: str, *, writer: Viewer) -> None:
    """Keep a new note as this person's; a key can be used once only."""
    place = json.dumps(place_to_data(note.place), ensure_ascii=True)
    values = {**_write(note), **_own(writer), "place": place, "resolved": None, "resolver": ""}
    connection.execute(insert(_notes).values(document_id=document_id, key=key, **values))


def add_reply(connection: Connection, note_id: str, reply: Reply, key: str, *, writer: Viewer) -> None:
    """Keep a new answer as this person's; a key can be used once only."""
    connection.execute(insert(_replies).values(note_id=note_id, key=key, **_write(reply), **_own(writer)))


def change(connection: Connection, written: Note | Reply, before: int) -> None:
    """Keep another wording of a note or an answer, where the one kept is still that of this version."""
    table = _notes if isinstance(written, Note) else _replies
    values = {name: value for name, value in _write(written).items() if name not in {"id", "person", "written"}}
    kept = update(table).where(table.c.id == written.id, table.c.version == before).values(**values)
    if not connection.execute(kept).rowcount:
        raise ChangedMeanwhile
    words.drop_text(connection, NOTE, written.id)


def remove(connection: Connection, written: Note | Reply, before: int) -> None:
    """Delete a note or an answer for good, where it is still of this version."""
    table = _notes if isinstance(written, Note) else _replies
    if isinstance(written, Note):
        for reply in written.replies:
            words.drop_text(connection, NOTE, reply.id)
    words.drop_text(connection, NOTE, written.id)
    gone = delete(table).where(table.c.id == written.id, table.c.version == before)
    if not connection.execute(gone).rowcount:
        raise ChangedMeanwhile


def resolve(connection: Connection, note_id: str, resolved: datetime | None, person: str) -> bool:
    """Keep that nothing is left to do, or that something is again; says whether that is new."""
    is_other = _notes.c.resolved.is_(None) if resolved else _notes.c.resolved.is_not(None)
    kept = update(_notes).where(_notes.c.id == note_id, is_other)
    return bool(connection.execute(kept.values(resolved=_write_time(resolved), resolver=person)).rowcount)


def find_note(connection: Connection, document_id: str, note_id: str) -> Note:
    """One note of an article."""
    found = next((each for each in load_notes(connection, document_id) if each.id == note_id), None)
    if found is None:
        raise UnknownNote
    return found


def list_noted(connection: Connection, case_id: str) -> frozenset[str]:
    """The ids of the articles of a case on which somebody wrote."""
    held = select(tables.documents.c.id).where(tables.documents.c.case_id == case_id)
    query = select(_notes.c.document_id).where(_notes.c.document_id.in_(held)).distinct()
    return frozenset(connection.execute(query).scalars())


def list_own(connection: Connection, case_id: str, writer: Viewer, name: str) -> frozenset[str]:
    """The ids of the notes and answers in a case that one wrote.

    A person's are those kept under their id, whatever name they had then; without accounts, those of nobody's that
    are signed with the name of the desk.
    """
    held = select(tables.documents.c.id).where(tables.documents.c.case_id == case_id)
    notes = select(_notes.c.id).where(_notes.c.document_id.in_(held))
    found: set[str] = set()
    for table, ours in ((_notes, _notes.c.document_id.in_(held)), (_replies, _replies.c.note_id.in_(notes))):
        signed = and_(table.c.person_id.is_(None), table.c.person == name)
        is_own = signed if writer.sees_all else table.c.person_id == writer.person_id
        found.update(connection.execute(select(table.c.id).where(ours, is_own)).scalars())
    return frozenset(found)


def _own(writer: Viewer) -> dict[str, str | None]:
    return {"person_id": writer.person_id or None}


def _list_replies(connection: Connection, document_id: str) -> dict[str, tuple[Reply, ...]]:
    ours = select(_notes.c.id).where(_notes.c.document_id == document_id)
    query = select(_replies).where(_replies.c.note_id.in_(ours)).order_by(_replies.c.written, _replies.c.id)
    found: defaultdict[str, list[Reply]] = defaultdict(list)
    for row in connection.execute(query).mappings():
        found[row["note_id"]].append(
            Reply(
                id=row["id"],
                text=row["text"],
                person=row["person"],
                time=datetime.fromisoformat(row["written"]),
                edited=_read_time(row["edited"]),
                deleted=bool(row["deleted"]),
                version=row["version"],
            )
        )
    return {note: tuple(replies) for note, replies in found.items()}


def _make_note(row: RowMapping, replies: tuple[Reply, ...]) -> Note:
    return Note(
        id=row["id"],
        place=place_from_data(json.loads(row["place"])),
        text=row["text"],
        person=row["person"],
        time=datetime.fromisoformat(row["written"]),
        edited=_read_time(row["edited"]),
        deleted=bool(row["deleted"]),
        version=row["version"],
        replies=replies,
        resolved=_read_time(row["resolved"]),
        resolver=row["resolver"],
    )


def _write(written: Note | Reply) -> dict[str, object]:
    return {
        "id": written.id,
        "text": written.text,
        "person": written.person,
        "written": written.time.isoformat(),
        "edited": _write_time(written.edited),
        "deleted": written.deleted,
        "version": written.version,
    }


def _write_time(time: datetime | None) -> str | None:
    return time.isoformat() if time else None


def _read_time(time: str | None) -> datetime | None:
    return datetime.fromisoformat(time) if time else None
