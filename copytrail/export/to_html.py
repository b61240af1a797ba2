"""The report as one HTML file: no scripts, nothing to load, readable on screen and on paper."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass

from copytrail.display.ledger.overview import Overview, show_overview
from copytrail.display.naming import count
from copytrail.display.page import ComparisonView, name_document, view_comparison
from copytrail.display.questions import QUESTIONS_NOTE, QuestionLine, list_questions
from copytrail.display.state import PageState, View
from copytrail.export.environment import make_environment, read_style
from copytrail.model import Comparison

SHEETS = ("tokens.css", "marks.css", "report.css", "ledger.css")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPage:
    """A file with one report for each article of a release."""

    title: str
    language: str
    style: str
    policy: str
    release: str
    contents: str
    overview: Overview | None
    """The ledgers over all articles, where there are several."""
    reports: tuple[ComparisonView, ...]
    questions: tuple[QuestionLine, ...] = ()
    """Facts on which the originals of the case disagree."""
    questions_note: str = QUESTIONS_NOTE


def render(comparisons: tuple[Comparison, ...]) -> bytes:
    """The reports of all comparisons of one original, in one file; the same bytes every time."""
    template = make_environment().get_template("export/report.html")
    return template.render(page=make_report(comparisons)).encode("utf-8", errors="replace")


def make_report(comparisons: tuple[Comparison, ...]) -> ReportPage:
    """What the file says."""
    prefixes = [f"report-{number}-" if len(comparisons) > 1 else "" for number in range(1, len(comparisons) + 1)]
    reports = tuple(
        view_comparison(comparison, PageState(view=View.REPORT, prefix=prefix))
        for comparison, prefix in zip(comparisons, prefixes, strict=True)
    )
    style = "\n".join(read_style(sheet) for sheet in SHEETS)
    release = name_document(comparisons[0].original, "Release") if comparisons else ""
    return ReportPage(
        title=reports[0].title if len(reports) == 1 else release,
        language="en-GB",
        style=style,
        policy=f"default-src 'none'; style-src 'sha256-{_digest(style)}'; base-uri 'none'; form-action 'none'",
        release=release,
        contents=f"{count(len(reports), 'article')} held against one release" if len(reports) > 1 else "",
        overview=show_overview(comparisons) if len(reports) > 1 else None,
        reports=reports,
        questions=list_questions(comparisons),
    )


def _digest(style: str) -> str:
    return base64.b64encode(hashlib.sha256(style.encode()).digest()).decode("ascii")
