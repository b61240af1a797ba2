"""The use cases of long work: start it, see how far it is, cancel it; and whether a page may do it itself."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime

from webapp import store
from webapp.db import Database
from webapp.faults import AlreadyStored, StillComparing
from webapp.jobs.standing import Standing, read_standing
from webapp.jobs.values import JobRecord, JobState, NewStep

PAGE_WORDS = 12_000
"""So many words are compared while a page waits, in about a second; more goes to the background."""


@dataclass(frozen=True, slots=True)
class Alarm:
    """Tells whoever works in the background that there is something to do; nobody listens at first."""

    listeners: list[Callable[[], None]] = field(default_factory=list)

    @property
    def is_heard(self) -> bool:
        """Whether anybody works in the background."""
        return bool(self.listeners)

    def ring(self) -> None:
        """Wake them."""
        for listener in self.listeners:
            listener()


@dataclass(frozen=True, slots=True)
class Queue:
    """Long work on the cases of one database."""

    database: Database
    clock: Callable[[], datetime]
    make_id: Callable[[], str]
    alarm: Alarm = field(default_factory=Alarm)

    def guard(self, case_id: str) -> None:
        """Raise StillComparing where bringing a case up to date takes longer than a page may wait."""
        if self.is_long(case_id):
            raise StillComparing(case_id)

    def is_long(self, case_id: str) -> bool:
        """Whether bringing a case up to date takes longer than a page may wait, or is under way elsewhere."""
        if not self.alarm.is_heard:
            return False
        standing = read_standing(self.database, case_id)
        if standing.is_ready or standing.words > PAGE_WORDS:
            return not standing.is_ready
        job = self.find_job(case_id)
        return bool(job and job.is_open)

    def forgive(self, case_id: str) -> bool:
        """Forget what failed, so that it is tried again; says whether that must be done in the background."""
        with self.database.writing() as connection:
            has_failed = store.jobs.clear_failures(connection, store.cases.load_case(connection, case_id).id)
        return has_failed and self.alarm.is_heard

    def start(self, case_id: str, *, person: str = "") -> None:
        """Have the case brought up to date in the background."""
        standing = read_standing(self.database, case_id)
        if standing.is_ready:
            return
        with suppress(AlreadyStored), self.database.writing() as connection:
            job = store.jobs.find_job(connection, case_id)
            job_id = job.id if job and job.is_open else self.make_id()
            if not job or not job.is_open:
                store.jobs.add_job(connection, job_id, case_id=case_id, person=person, now=self.clock())
            store.jobs.add_steps(connection, job_id, list_steps(standing))
        self.alarm.ring()

    def go_on(self, case_id: str) -> None:
        """Have it brought up to date, unless somebody cancelled that."""
        job = self.find_job(case_id)
        if job is None or job.state is not JobState.CANCELLED:
            self.start(case_id)

    def find_job(self, case_id: str) -> JobRecord | None:
        """The job of a case: the open one, or the one that was last."""
        with self.database.reading() as connection:
            return store.jobs.find_job(connection, case_id)

    def open_standing(self, case_id: str) -> Standing:
        """How the case stands now."""
        return read_standing(self.database, case_id)

    def cancel(self, case_id: str) -> None:
        """Stop the work on a case; what is compared stays."""
        with self.database.writing() as connection:
            job = store.jobs.find_job(connection, store.cases.load_case(connection, case_id).id)
            if job:
                store.jobs.close_job(connection, job.id, JobState.CANCELLED)


def list_steps(standing: Standing) -> tuple[NewStep, ...]:
    """What is to do for a case: its articles one by one, then all of them together."""
    join = NewStep(document_id=None, words=max(1, standing.tracing))
    articles = (
        NewStep(document_id=article.id, words=max(1, standing.weigh(article)), inputs=standing.inputs[article.id])
        for article in standing.missing
    )
    return (join, *articles)
