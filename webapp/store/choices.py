"""What people said paragraphs are, in the database; the machine's own word needs no row."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, insert, select

from copytrail.model import ParagraphKind
from webapp import tables
from webapp.records import KindChoice

_documents = tables.documents
_kinds = tables.paragraph_kinds
_CHOICES = select(_kinds).order_by(_kinds.c.number)
_OF_TEXT = _CHOICES.where(_kinds.c.document_id == bindparam("document"))
_IS_OF_CASE = _documents.c.case_id == bindparam("case")
_OF_CASE = _CHOICES.where(_kinds.c.document_id.in_(select(_documents.c.id).where(_IS_OF_CASE)))


def list_of_text(connection: Connection, document_id: str) -> tuple[KindChoice, ...]:
    """The kinds chosen for the paragraphs of one document."""
    return _list_choices(connection, _OF_TEXT, {"document": document_id}).get(document_id, ())


def list_of_case(connection: Connection, case_id: str) -> dict[str, tuple[KindChoice, ...]]:
    """The kinds chosen for the paragraphs of all documents of a case, by the documents' ids."""
    return _list_choices(connection, _OF_CASE, {"case": case_id})


def save_choice(connection: Connection, document_id: str, choice: KindChoice, now: datetime) -> None:
    """Keep what a person says a paragraph is; the machine's own kind needs no row."""
    connection.execute(delete(_kinds).where(_kinds.c.document_id == document_id, _kinds.c.number == choice.number))
    if choice.is_needed:
        connection.execute(
            insert(_kinds).values(
                document_id=document_id,
                number=choice.number,
                starts=choice.starts,
                kind=choice.kind.value,
                machine_kind=choice.machine_kind.value,
                speaker=choice.speaker,
                reason=choice.reason,
                chosen=now.isoformat(),
            )
        )


def _list_choices(
    connection: Connection, query: Select[Any], named: Mapping[str, str]
) -> dict[str, tuple[KindChoice, ...]]:
    found: dict[str, tuple[KindChoice, ...]] = {}
    for row in connection.execute(query, named).mappings():
        choice = KindChoice(
            number=row["number"],
            starts=row["starts"],
            kind=ParagraphKind(row["kind"]),
            machine_kind=ParagraphKind(row["machine_kind"]),
            speaker=row["speaker"],
            reason=row["reason"],
        )
        found[row["document_id"]] = (*found.get(row["document_id"], ()), choice)
    return found
