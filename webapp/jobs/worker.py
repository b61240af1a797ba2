"""One worker: takes steps from the queue one after another and does them, whatever becomes of each."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from copytrail.errors import EmptyText
from webapp import store
from webapp.db import Database
from webapp.faults import NotFound, StoreUnavailable
from webapp.jobs.queue import list_steps
from webapp.jobs.standing import read_standing
from webapp.jobs.values import ClaimedStep, Failure, JobState, StepProblem, StepState
from webapp.results import Results
from webapp.summaries.summing import Summing

logger = logging.getLogger(__name__)
LEASE = timedelta(seconds=15)
"""So long a step stays with a worker that says nothing."""
MOST_TRIES = 2
"""A step that ended the process so often is given up."""


@dataclass(frozen=True, slots=True)
class Worker:
    """Does steps under the name of one owner."""

    database: Database
    clock: Callable[[], datetime]
    owner: str

    def claim(self) -> ClaimedStep | None:
        """The next step for this worker alone."""
        now = self.clock()
        with self.database.writing() as connection:
            return store.steps.claim_step(connection, self.owner, now=now, until=now + LEASE)

    def renew(self, step: ClaimedStep) -> bool:
        """Say that it is still worked on; whether it is still wanted of this worker."""
        with self.database.writing() as connection:
            return store.steps.renew_lease(connection, step, self.clock() + LEASE)

    def release(self, *, died: bool = False) -> None:
        """Leave what this worker holds to others."""
        with self.database.writing() as connection:
            store.steps.release_steps(connection, self.owner, died=died)

    def do(self, step: ClaimedStep) -> None:
        """Do a step; what goes wrong with one article is kept beside it and stops no other."""
        if step.tries > MOST_TRIES:
            self.fail(step, StepProblem.GAVE_UP)
            return
        try:
            self._join(step) if step.document_id is None else self._compare(step, step.document_id)
        except NotFound:
            self._let_go(step)
        except StoreUnavailable:
            self.release()
            raise
        except EmptyText:
            self.fail(step, StepProblem.EMPTY)
        except MemoryError:
            self.fail(step, StepProblem.TOO_LARGE)
        except Exception as error:  # a mistake of ours in one article must not stop the others  # noqa: BLE001
            logger.error("step %d of a job failed: %s", step.number, type(error).__name__)  # noqa: TRY400
            self.fail(step, StepProblem.BROKEN)

    def fail(self, step: ClaimedStep, problem: StepProblem) -> None:
        """Give a step up; without the joining one the job ends here."""
        with self.database.writing() as connection:
            if store.steps.finish_step(connection, step, StepState.FAILED):
                if step.document_id:
                    store.jobs.save_failure(connection, step.document_id, Failure(problem, step.inputs))
                else:
                    store.jobs.close_job(connection, step.job_id, JobState.CANCELLED)

    def _let_go(self, step: ClaimedStep) -> None:
        """Leave undone what was deleted or thrown away meanwhile; without the joining step the job ends here."""
        if step.document_id:
            self._finish(step, StepState.CANCELLED)
            return
        with self.database.writing() as connection:
            store.jobs.close_job(connection, step.job_id, JobState.CANCELLED)

    def work_off(self) -> int:
        """Do all that waits; how many steps that were."""
        done = 0
        while step := self.claim():
            self.do(step)
            done += 1
        return done

    def _compare(self, step: ClaimedStep, document_id: str) -> None:
        Results(self.database, self.clock).compare_one(step.case_id, document_id)
        self._finish(step, StepState.DONE)

    def _join(self, step: ClaimedStep) -> None:
        """Trace all articles of the case and sum them up; what came meanwhile becomes more steps of the job."""
        Results(self.database, self.clock).open_all(step.case_id)
        Summing(self.database, self.clock).renew(step.case_id)
        standing = read_standing(self.database, step.case_id)
        with self.database.writing() as connection:
            if not store.steps.finish_step(connection, step, StepState.DONE):
                return
            if standing.missing:
                store.jobs.add_steps(connection, step.job_id, list_steps(standing))
            else:
                store.jobs.close_job(connection, step.job_id, JobState.DONE)

    def _finish(self, step: ClaimedStep, state: StepState) -> None:
        with self.database.writing() as connection:
            store.steps.finish_step(connection, step, state)
