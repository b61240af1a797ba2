"""Answers in the database: one for each pupil and task."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, RowMapping, insert, select, update

from copytrail.model import Span
from copytrail.teaching import Answer
from webapp import tables
from webapp.teaching.classes import SavedAnswer

_answers = tables.answers


def find_answer(connection: Connection, pupil_id: str, task_id: str) -> SavedAnswer | None:
    """What a pupil answered to a task; held until the transaction ends."""
    is_meant = (_answers.c.pupil_id == pupil_id, _answers.c.task_id == task_id)
    row = connection.execute(select(_answers).where(*is_meant).with_for_update()).mappings().first()
    return _read(row) if row else None


def save_answer(connection: Connection, class_id: str, saved: SavedAnswer) -> None:
    """Keep an answer, in place of the version before."""
    values = _write(saved)
    if saved.version > 1:
        is_meant = (_answers.c.pupil_id == saved.pupil_id, _answers.c.task_id == saved.answer.task_id)
        connection.execute(update(_answers).where(*is_meant).values(**values))
    else:
        row = {"pupil_id": saved.pupil_id, "task_id": saved.answer.task_id, "class_id": class_id, **values}
        connection.execute(insert(_answers).values(**row))


def list_of_pupil(connection: Connection, pupil_id: str) -> tuple[SavedAnswer, ...]:
    """All answers of one pupil."""
    query = select(_answers).where(_answers.c.pupil_id == pupil_id).order_by(_answers.c.task_id)
    return _read_all(connection.execute(query).mappings().all())


def list_of_class(connection: Connection, class_id: str, task_id: str | None = None) -> tuple[SavedAnswer, ...]:
    """All answers of a class, or those to one task."""
    query = select(_answers).where(_answers.c.class_id == class_id)
    if task_id is not None:
        query = query.where(_answers.c.task_id == task_id)
    return _read_all(connection.execute(query.order_by(_answers.c.task_id, _answers.c.saved)).mappings().all())


def _write(saved: SavedAnswer) -> dict[str, object]:
    answer = saved.answer
    return {
        "choice": answer.choice,
        "spans": json.dumps([[span.start, span.end] for span in answer.spans]),
        "text": answer.text,
        "reason": answer.reason,
        "version": saved.version,
        "key": saved.key,
        "saved": saved.saved.isoformat() if saved.saved else "",
    }


def _read_all(rows: Sequence[RowMapping]) -> tuple[SavedAnswer, ...]:
    return tuple(_read(row) for row in rows)


def _read(row: RowMapping) -> SavedAnswer:
    return SavedAnswer(
        pupil_id=row["pupil_id"],
        answer=Answer(
            task_id=row["task_id"],
            choice=row["choice"],
            spans=tuple(Span(start, end) for start, end in json.loads(row["spans"])),
            text=row["text"],
            reason=row["reason"],
        ),
        version=row["version"],
        key=row["key"],
        saved=datetime.fromisoformat(row["saved"]) if row["saved"] else None,
    )
