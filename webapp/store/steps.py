"""Steps of jobs in the database: claimed by one worker at a time, whoever else asks on whatever machine.

A claim holds until its lease runs out; whoever works renews it. Each claim is a compare-and-set on what was seen, which
both databases do alike.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, Update, and_, exists, or_, select, update

from webapp import tables
from webapp.jobs.values import ClaimedStep, JobState, StepState
from webapp.store.jobs import UNFINISHED

_jobs = tables.jobs
_steps = tables.job_steps
_CANDIDATES = 8


def claim_step(connection: Connection, owner: str, *, now: datetime, until: datetime) -> ClaimedStep | None:
    """The next step for this owner, of the job that was served longest ago; none where nothing waits."""
    for row in connection.execute(_select_free(now).limit(_CANDIDATES)).mappings().all():
        taken = update(_steps).where(_is_row(row), _steps.c.owner == row["owner"], _steps.c.lease == row["lease"])
        values = {"state": StepState.RUNNING.value, "owner": owner, "lease": until.isoformat()}
        if connection.execute(taken.values(tries=row["tries"] + 1, **values)).rowcount:
            served = update(_jobs).where(_jobs.c.id == row["job_id"]).values(served=now.isoformat())
            connection.execute(served)
            return ClaimedStep(
                job_id=row["job_id"],
                case_id=row["case_id"],
                number=row["number"],
                document_id=row["document_id"],
                inputs=row["inputs"],
                tries=row["tries"] + 1,
                owner=owner,
            )
    return None


def renew_lease(connection: Connection, step: ClaimedStep, until: datetime) -> bool:
    """Hold a step longer; says whether it is still this owner's, and was not cancelled or deleted."""
    return bool(connection.execute(_update_own(step).values(lease=until.isoformat())).rowcount)


def finish_step(connection: Connection, step: ClaimedStep, state: StepState) -> bool:
    """Note what became of a step; says whether it was still this owner's."""
    return bool(connection.execute(_update_own(step).values(state=state.value, owner="", lease="")).rowcount)


def release_steps(connection: Connection, owner: str, *, died: bool) -> None:
    """Let others have what this owner holds; it counts as a try only where the owner died of it."""
    held = update(_steps).where(_steps.c.owner == owner, _steps.c.state == StepState.RUNNING.value)
    tries = _steps.c.tries if died else _steps.c.tries - 1
    connection.execute(held.values(state=StepState.WAITING.value, owner="", lease="", tries=tries))


def _select_free(now: datetime) -> Select[tuple[object, ...]]:
    """The steps that anybody may take: waiting ones, and those whose owner was not heard of for too long."""
    other = _steps.alias()
    is_first = ~exists().where(other.c.job_id == _steps.c.job_id, other.c.number > 0, other.c.state.in_(UNFINISHED))
    is_lost = and_(_steps.c.state == StepState.RUNNING.value, _steps.c.lease < now.isoformat())
    return (
        select(_steps, _jobs.c.case_id)
        .join(_jobs, _jobs.c.id == _steps.c.job_id)
        .where(_jobs.c.state == JobState.OPEN.value)
        .where(or_(_steps.c.state == StepState.WAITING.value, is_lost))
        .where(or_(_steps.c.number > 0, is_first))
        .order_by(_jobs.c.served, _jobs.c.id, _steps.c.number)
    )


def _is_row(row: RowMapping) -> ColumnElement[bool]:
    return and_(_steps.c.job_id == row["job_id"], _steps.c.number == row["number"], _steps.c.state == row["state"])


def _update_own(step: ClaimedStep) -> Update:
    ours = and_(_steps.c.job_id == step.job_id, _steps.c.number == step.number, _steps.c.owner == step.owner)
    return update(_steps).where(ours, _steps.c.state == StepState.RUNNING.value)
