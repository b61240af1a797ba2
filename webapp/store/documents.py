"""Documents in the database: the bytes as they came, and what a person said about them."""

from __future__ import annotations

import json
from collections import Counter
from datetime import datetime

from sqlalchemy import Connection, RowMapping, bindparam, delete, insert, select, update

from copytrail.intake.extract_data import extract_from_data
from copytrail.intake.extracts import Changes, FileOptions
from webapp import tables
from webapp.catalogue.lines import DOCUMENT
from webapp.faults import UnknownArticle
from webapp.records import DocumentRecord, DocumentSource, GivenText, ReceivedFile, StoredText
from webapp.roles import Role
from webapp.store import choices, words
from webapp.store.attachments import write_extract

_documents = tables.documents
_described = [column for column in _documents.c if column.name not in {"content", "extract"}]
_IS_OF_CASE = _documents.c.case_id == bindparam("case")
_OF_CASE = select(*_described).where(_IS_OF_CASE).order_by(_documents.c.place, _documents.c.id)
_TEXT = select(_documents).where(_documents.c.id == bindparam("document"))


def add_document(connection: Connection, case_id: str, record: DocumentRecord, given: GivenText) -> None:
    """Keep a document with its bytes."""
    file = given.file
    connection.execute(
        insert(_documents).values(
            id=record.id,
            case_id=case_id,
            place=record.place,
            role=record.role.value,
            title=record.title,
            publisher=record.publisher,
            url=record.url,
            published=record.published,
            language=record.language,
            opening=record.opening,
            words=record.words,
            pasted=given.pasted,
            ending="",
            content=given.content,
            size=record.size,
            sha256=record.sha256,
            received=record.received.isoformat(),
            **(_list_source(file) if file else {}),
        )
    )


def list_documents(connection: Connection, case_id: str) -> tuple[DocumentRecord, ...]:
    """The documents of a case, the original first; articles and references are numbered in the order they came."""
    rows = connection.execute(_OF_CASE, {"case": case_id}).mappings().all()
    counts: Counter[str] = Counter()
    records = []
    for row in rows:
        counts[row["role"]] += 1
        records.append(_make_record(row, counts[row["role"]] if row["role"] != Role.ORIGINAL else 0))
    return tuple(records)


def next_place(connection: Connection, case_id: str) -> int:
    """The place after the last document of the case."""
    query = select(_documents.c.place).where(_documents.c.case_id == case_id).order_by(_documents.c.place.desc())
    last: int | None = connection.execute(query).scalar()
    return 0 if last is None else last + 1


def load_text(connection: Connection, record: DocumentRecord) -> StoredText:
    """The document's bytes and the kinds chosen for its paragraphs."""
    row = connection.execute(_TEXT, {"document": record.id}).mappings().first()
    if row is None:
        raise UnknownArticle
    return StoredText(
        record=record,
        content=bytes(row["content"]),
        pasted=bool(row["pasted"]),
        file=_make_file(row, record.source),
        choices=choices.list_of_text(connection, record.id),
    )


def describe_document(connection: Connection, document_id: str, given: GivenText, language: str | None) -> None:
    """Change what is written about a document, and its language where one is named; its text stays as it came."""
    values = {
        "title": given.title,
        "publisher": given.publisher,
        "url": given.url,
        "published": given.published,
        **({} if language is None else {"language": language}),
    }
    connection.execute(update(_documents).where(_documents.c.id == document_id).values(**values))
    words.drop_text(connection, DOCUMENT, document_id)


def save_reading(connection: Connection, record: DocumentRecord, file: ReceivedFile) -> None:
    """Keep what a file yields when it is read in another way."""
    values = {**_list_source(file), "words": record.words, "opening": record.opening}
    connection.execute(update(_documents).where(_documents.c.id == record.id).values(**values))
    words.drop_text(connection, DOCUMENT, record.id)


def delete_document(connection: Connection, document_id: str) -> None:
    """Delete the document with its comparison and the kinds chosen in it."""
    if not connection.execute(delete(_documents).where(_documents.c.id == document_id)).rowcount:
        raise UnknownArticle


def _make_record(row: RowMapping, place: int) -> DocumentRecord:
    return DocumentRecord(
        id=row["id"],
        place=place,
        role=Role(row["role"]),
        title=row["title"],
        publisher=row["publisher"],
        url=row["url"],
        published=row["published"],
        language=row["language"],
        opening=row["opening"],
        words=row["words"],
        size=row["size"],
        sha256=row["sha256"],
        received=datetime.fromisoformat(row["received"]),
        pasted=bool(row["pasted"]),
        source=_make_source(row) if row["format"] else None,
    )


def _make_source(row: RowMapping) -> DocumentSource:
    return DocumentSource(
        name=row["file_name"],
        format_name=row["format"],
        address=row["address"],
        fetched=datetime.fromisoformat(row["fetched"]) if row["fetched"] else None,
        options=FileOptions(encoding=row["encoding"], changes=Changes(row["changes"])),
    )


def _make_file(row: RowMapping, source: DocumentSource | None) -> ReceivedFile | None:
    if source is None:
        return None
    return ReceivedFile(
        name=source.name,
        format_name=source.format_name,
        options=source.options,
        extract=extract_from_data(json.loads(row["extract"])),
        address=source.address,
        fetched=source.fetched,
    )


def _list_source(file: ReceivedFile) -> dict[str, str | None]:
    """The columns that say what a document came from and what that yielded."""
    return {
        "file_name": file.name,
        "format": file.format_name,
        "encoding": file.options.encoding,
        "changes": file.options.changes.value,
        "address": file.address,
        "fetched": file.fetched.isoformat() if file.fetched else None,
        "extract": write_extract(file),
    }
