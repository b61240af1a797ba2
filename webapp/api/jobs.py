"""Long work on a case, as programs see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from webapp.api.about import About
from webapp.jobs.standing import Standing
from webapp.jobs.values import JobRecord, JobState, StepProblem


@dataclass(frozen=True, slots=True, kw_only=True)
class FailedArticle:
    """An article that could not be compared."""

    number: Annotated[int, About(text="Its number, from 1.")]
    document_id: Annotated[str, About(text="Its id.")]
    problem: Annotated[StepProblem, About(text="Why.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class JobData:
    """How far the articles of a case are compared."""

    ready: Annotated[bool, About(text="Whether every article that can be compared is.")]
    state: Annotated[JobState | None, About(text="The state of the work in the background; null where there was none.")]
    share: Annotated[float, About(text="How much of it is done, from 0 to 1.")]
    articles: Annotated[int, About(text="How many articles the case has.")]
    compared: Annotated[int, About(text="How many of them are compared.")]
    failed: Annotated[tuple[FailedArticle, ...], About(text="Those that could not be.")]


def tell_job(standing: Standing, job: JobRecord | None) -> JobData:
    """The work on a case, for programs."""
    articles = standing.record.articles
    return JobData(
        ready=standing.is_ready,
        state=job.state if job else None,
        share=round(job.share, 4) if job else float(standing.is_ready),
        articles=len(articles),
        compared=sum(standing.is_compared(article) for article in articles),
        failed=tuple(
            FailedArticle(number=each.place, document_id=each.id, problem=standing.failed[each.id])
            for each in articles
            if each.id in standing.failed
        ),
    )
