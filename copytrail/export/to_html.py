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
from copytrail.export.options import AS_ON_SCREEN, Colours, ExportOptions
from copytrail.export.report import Part, make_parts, name_file
from copytrail.export.report.blocks import Block
from copytrail.export.report.sources import show_provenance, trace_provenance
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
    sources: tuple[tuple[Block, ...], ...]
    """Where each of them comes from."""
    questions: tuple[QuestionLine, ...] = ()
    """Facts on which the originals of the case disagree."""
    questions_note: str = QUESTIONS_NOTE


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestPage:
    """A file with verdicts, counts and findings only."""

    title: str
    language: str
    style: str
    policy: str
    parts: tuple[Part, ...]


def render(comparisons: tuple[Comparison, ...], options: ExportOptions = AS_ON_SCREEN) -> bytes:
    """The reports of all comparisons of one original, in one file; the same bytes every time."""
    page: DigestPage | ReportPage
    page, name = make_report(comparisons, options), "report"
    if options.is_digest:
        page, name = make_digest(comparisons, options), "digest"
    template = make_environment().get_template(f"export/{name}.html")
    return template.render(page=page).encode("utf-8", errors="replace")


def make_digest(comparisons: tuple[Comparison, ...], options: ExportOptions) -> DigestPage:
    """What the file says where the texts are left out."""
    style, parts = make_style(options), make_parts(comparisons, options)
    return DigestPage(title=name_file(parts), language="en-GB", style=style, policy=make_policy(style), parts=parts)


def make_report(comparisons: tuple[Comparison, ...], options: ExportOptions = AS_ON_SCREEN) -> ReportPage:
    """What the file says."""
    prefixes = [f"report-{number}-" if len(comparisons) > 1 else "" for number in range(1, len(comparisons) + 1)]
    reports = tuple(
        view_comparison(comparison, PageState(view=View.REPORT, prefix=prefix))
        for comparison, prefix in zip(comparisons, prefixes, strict=True)
    )
    style = make_style(options)
    release = name_document(comparisons[0].original, "Release") if comparisons else ""
    return ReportPage(
        title=reports[0].title if len(reports) == 1 else release,
        language="en-GB",
        style=style,
        policy=make_policy(style),
        release=release,
        contents=f"{count(len(reports), 'article')} held against one release" if len(reports) > 1 else "",
        overview=show_overview(comparisons) if len(reports) > 1 else None,
        reports=reports,
        sources=tuple(tuple(show_provenance(trace_provenance(each, options))) for each in comparisons),
        questions=list_questions(comparisons),
    )


def make_style(options: ExportOptions) -> str:
    """The style sheets, with the size of paper, and for print the one that does without colours."""
    sheets = [*SHEETS, *(["grey.css"] if options.colours is Colours.PRINT else [])]
    return "\n".join([*map(read_style, sheets), f"@page {{ size: {options.paper.value.capitalize()}; }}"])


def make_policy(style: str) -> str:
    """What the page allows itself: its own style sheet, and nothing else."""
    return f"default-src 'none'; style-src 'sha256-{_digest(style)}'; base-uri 'none'; form-action 'none'"


def _digest(style: str) -> str:
    return base64.b64encode(hashlib.sha256(style.encode()).digest()).decode("ascii")
