"""What the store keeps of long work, as values: a job for a case, one step for each article, none of their words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class JobState(StrEnum):
    """What became of a job."""

    OPEN = "open"
    DONE = "done"
    CANCELLED = "cancelled"


class StepState(StrEnum):
    """What became of a step."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class StepProblem(StrEnum):
    """Why an article could not be compared."""

    TOO_LARGE = "too_large"
    TIMED_OUT = "timed_out"
    GAVE_UP = "gave_up"
    EMPTY = "empty"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewStep:
    """One article to compare; without a document the step joins the results of all."""

    document_id: str | None
    words: int
    inputs: str = ""
    """The digest of what is compared, so that a failure is forgotten where that has changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimedStep:
    """A step that one worker has for itself, as long as it says that it lives."""

    job_id: str
    case_id: str
    number: int
    document_id: str | None
    inputs: str
    tries: int
    owner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRecord:
    """One step and how far it is."""

    number: int
    document_id: str | None
    words: int
    state: StepState


@dataclass(frozen=True, slots=True, kw_only=True)
class JobRecord:
    """The job of a case with its steps, those of articles first to last and the joining one in front."""

    id: str
    case_id: str
    state: JobState
    steps: tuple[StepRecord, ...]

    @property
    def is_open(self) -> bool:
        """Whether there is something left to do."""
        return self.state is JobState.OPEN

    @property
    def articles(self) -> tuple[StepRecord, ...]:
        """The steps that compare an article."""
        return tuple(step for step in self.steps if step.number)

    @property
    def share(self) -> float:
        """How much is done, by words, from 0 to 1; never all of it before the last step is done."""
        whole = sum(step.words for step in self.steps)
        over = (StepState.DONE, StepState.FAILED, StepState.CANCELLED)
        return sum(step.words for step in self.steps if step.state in over) / whole if whole else 0.0


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an article is not compared, and with what it was tried."""

    problem: StepProblem
    inputs: str
