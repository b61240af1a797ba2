"""Jobs in the database: one open for each case at most, whoever asks for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from webapp import tables
from webapp.jobs.values import Failure, JobRecord, JobState, NewStep, StepProblem, StepRecord, StepState

_jobs = tables.jobs
_steps = tables.job_steps
_failures = tables.failures
_documents = tables.documents
_FAILED = select(_failures).join(_documents).where(_documents.c.case_id == bindparam("case"))
UNFINISHED = (StepState.WAITING.value, StepState.RUNNING.value)


def add_job(connection: Connection, job_id: str, *, case_id: str, person: str, now: datetime) -> None:
    """Open a job for a case in place of its finished ones; a second open one is refused."""
    connection.execute(delete(_jobs).where(_jobs.c.case_id == case_id, _jobs.c.state != JobState.OPEN.value))
    moment = now.isoformat()
    connection.execute(
        insert(_jobs).values(
            id=job_id,
            case_id=case_id,
            state=JobState.OPEN.value,
            open_key=case_id,
            person=person,
            created=moment,
            served=moment,
        )
    )


def add_steps(connection: Connection, job_id: str, steps: Sequence[NewStep]) -> None:
    """Add steps to a job; articles that it is about to compare already are passed by, and the joining step waits."""
    ours = _steps.c.job_id == job_id
    held = connection.execute(
        select(_steps.c.document_id).where(ours, _steps.c.number > 0, _steps.c.state.in_(UNFINISHED))
    ).scalars()
    known = set(held)
    last = connection.execute(select(func.max(_steps.c.number)).where(ours)).scalar() or 0
    connection.execute(delete(_steps).where(ours, _steps.c.number == 0))
    rows = [_make_row(job_id, 0, step) for step in steps if step.document_id is None]
    new = (step for step in steps if step.document_id is not None and step.document_id not in known)
    rows += [_make_row(job_id, number, step) for number, step in enumerate(new, last + 1)]
    connection.execute(insert(_steps), rows)


def find_job(connection: Connection, case_id: str) -> JobRecord | None:
    """The job of a case: the open one, or the one that was last."""
    query = select(_jobs).where(_jobs.c.case_id == case_id).order_by(_jobs.c.created.desc(), _jobs.c.id)
    row = connection.execute(query.limit(1)).mappings().first()
    if row is None:
        return None
    found = connection.execute(select(_steps).where(_steps.c.job_id == row["id"]).order_by(_steps.c.number))
    steps = tuple(
        StepRecord(
            number=step["number"],
            document_id=step["document_id"],
            words=step["words"],
            state=StepState(step["state"]),
        )
        for step in found.mappings()
    )
    return JobRecord(id=row["id"], case_id=case_id, state=JobState(row["state"]), steps=steps)


def close_job(connection: Connection, job_id: str, state: JobState) -> bool:
    """Close a job, with what waits in it or is under way; says whether it was open."""
    ours = update(_jobs).where(_jobs.c.id == job_id, _jobs.c.state == JobState.OPEN.value)
    was_open = bool(connection.execute(ours.values(state=state.value, open_key=None)).rowcount)
    if was_open:
        left = update(_steps).where(_steps.c.job_id == job_id, _steps.c.state.in_(UNFINISHED))
        connection.execute(left.values(state=StepState.CANCELLED.value, owner=""))
    return was_open


def has_open(connection: Connection) -> bool:
    """Whether any job has something left to do."""
    return (
        connection.execute(select(_jobs.c.id).where(_jobs.c.state == JobState.OPEN.value).limit(1)).first() is not None
    )


def save_failure(connection: Connection, document_id: str, failure: Failure) -> None:
    """Keep why an article is not compared, unless it was deleted meanwhile."""
    connection.execute(delete(_failures).where(_failures.c.document_id == document_id))
    if connection.execute(select(_documents.c.id).where(_documents.c.id == document_id)).scalar() is not None:
        row = {"document_id": document_id, "problem": failure.problem.value, "inputs": failure.inputs}
        connection.execute(insert(_failures).values(**row))


def list_failures(connection: Connection, case_id: str) -> dict[str, Failure]:
    """Why articles of a case are not compared, by their ids."""
    return {
        row["document_id"]: Failure(StepProblem(row["problem"]), row["inputs"])
        for row in connection.execute(_FAILED, {"case": case_id}).mappings()
    }


def clear_failures(connection: Connection, case_id: str) -> bool:
    """Forget what failed in a case; says whether anything had."""
    held = select(_documents.c.id).where(_documents.c.case_id == case_id)
    return bool(connection.execute(delete(_failures).where(_failures.c.document_id.in_(held))).rowcount)


def _make_row(job_id: str, number: int, step: NewStep) -> dict[str, object]:
    return {
        "job_id": job_id,
        "number": number,
        "document_id": step.document_id,
        "words": step.words,
        "inputs": step.inputs,
        "state": StepState.WAITING.value,
        "tries": 0,
        "owner": "",
        "lease": "",
    }
