"""What the page of long work says: how far it is, what is under way, and what to do where it stands still."""

from __future__ import annotations

from dataclasses import dataclass

from copytrail.display.naming import count, join_words
from copytrail.display.visible import show_line
from webapp.jobs.standing import Standing
from webapp.jobs.values import JobRecord, StepState

QUARTERS = ("", "A quarter is done.", "Half is done.", "Three quarters are done.")
JOINING = "Now all articles are held against each other."
STARTING = "It begins in a moment."
MOST_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressPage:
    """The work on a case."""

    title: str
    csrf: str
    case_id: str
    case_name: str
    is_running: bool
    percent: int
    done: str
    """How many articles are compared."""
    under_way: str
    failed: str
    quarter: int
    """How many quarters are done."""
    says: str
    """What is said aloud, where another quarter was done since it was said last."""
    advice: str


def make_progress(*, csrf: str, standing: Standing, job: JobRecord | None, heard: int = 0) -> ProgressPage:
    """How far the work is; `heard` quarters were said before."""
    is_running = bool(job and job.is_open)
    percent = int(100 * job.share) if job and is_running else 0
    quarter = min(3, percent // 25)
    return ProgressPage(
        title="Comparing" if is_running else "Not compared yet",
        csrf=csrf,
        case_id=standing.record.id,
        case_name=show_line(standing.record.name),
        is_running=is_running,
        percent=percent,
        done=_count_done(standing),
        under_way=_name_under_way(standing, job) if job and is_running else "",
        failed=_say_failed(standing),
        quarter=quarter,
        says=QUARTERS[quarter] if quarter > heard else "",
        advice=(
            "You may leave this page: the work goes on, also after a restart. Articles that are compared can be read."
            if is_running
            else "The comparison was stopped. What is compared stays; the rest can be compared at any time."
        ),
    )


def say_work(standing: Standing) -> str:
    """How far a case is compared, where it is not; else nothing."""
    return "" if standing.is_ready else _count_done(standing)


def _count_done(standing: Standing) -> str:
    articles = len(standing.record.articles) - len(standing.failed)
    return f"{articles - len(standing.missing):,} of {count(articles, 'article')} compared."


def _name_under_way(standing: Standing, job: JobRecord) -> str:
    running = {step.document_id for step in job.steps if step.state is StepState.RUNNING}
    if None in running:
        return JOINING
    names = [f"“{show_line(article.name)}”" for article in standing.record.articles if article.id in running]
    more = [f"{len(names) - MOST_NAMED} more"] if len(names) > MOST_NAMED else []
    return f"Being compared now: {join_words(names[:MOST_NAMED] + more)}." if names else STARTING


def _say_failed(standing: Standing) -> str:
    if not standing.failed:
        return ""
    return f"{count(len(standing.failed), 'article')} could not be compared; the page of the case says why."
