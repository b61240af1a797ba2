"""What the page of a case says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import ceil
from typing import TypedDict, Unpack

from copytrail.display.ledger.overview import Overview, show_overview
from copytrail.display.naming import count
from copytrail.display.uptake import UptakeRow, list_uptake
from copytrail.display.visible import show_line
from webapp.bars import make_bar
from webapp.checking import FieldError
from webapp.contexts.comparison import EXPORTS, ExportLink
from webapp.contexts.documents import ArticleColumn, Describing, DocumentView, list_columns, show_document
from webapp.contexts.references import References, show_all_references
from webapp.contexts.retention import Keeping, RetentionView, show_retention
from webapp.contexts.shelving import ShelvingView
from webapp.field_views import FieldView
from webapp.jobs.values import StepProblem
from webapp.records import CaseRecord, ComparisonRecord, DocumentRecord
from webapp.summaries.values import Summary
from webapp.wording import STEP_PROBLEMS, WAITS

Renaming = tuple[str, tuple[FieldError, ...]]
"""A name that could not be given, and why."""
NO_ARTICLES = "No article yet. Add one to compare it with the release."
UPTAKE_NOTE = (
    "One row for each paragraph of the release: the label most of the words used fall under, "
    "and how much of the paragraph was used."
)
LEDGER_NOTE = (
    "What became of speech, figures, dates, names and titles in each article. Each cell leads to the row of that "
    "article’s ledger; “!” marks what is worth checking."
)


PAGE_ARTICLES = 20
"""So many articles stand on one page of a large case."""
LARGE_NOTE = "The case is large: its grid, its trail and its ledger have pages of their own."


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseContent:
    """What a page of a case is made from: of a large one summaries only, else its comparisons too."""

    case: CaseRecord
    summaries: Mapping[str, Summary]
    """By the ids of the articles."""
    addresses: tuple[str, ...] = ()
    """Of the comparisons, in the order of the articles; whoever serves the page knows them."""
    comparisons: tuple[ComparisonRecord, ...] = ()
    failed: Mapping[str, StepProblem] = field(default_factory=dict)
    is_large: bool = False
    page: int = 1
    work: str = ""
    """How far it is compared, where it is not."""


class Beside(TypedDict, total=False):
    """What the page shows beside the case: what was done, or what was typed in vain."""

    notice: str
    renaming: Renaming
    describing: Describing
    keeping: Keeping


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePage:
    """A case: its documents with a bar each, and what each article took up."""

    title: str
    csrf: str
    id: str
    name: str
    rename: FieldView
    count: str
    notice: str
    release: DocumentView
    articles: tuple[DocumentView, ...]
    """Those of this page."""
    compared: tuple[ArticleColumn, ...]
    """Those that the tables have columns for."""
    page: int
    pages: int
    range: str
    """Which of the articles these are, where there are more."""
    work: str
    failed: str
    """How many could not be compared."""
    is_large: bool
    large_note: str
    no_articles: str
    references: References | None
    """The further originals, where the case has any."""
    uptake: tuple[UptakeRow, ...]
    uptake_note: str
    ledger: Overview | None
    ledger_note: str
    exports: tuple[ExportLink, ...]
    shelving: ShelvingView
    retention: RetentionView
    addresses: tuple[str, ...]
    """Of the comparisons, in the order of the articles."""


def make_case(
    *,
    csrf: str,
    content: CaseContent,
    shelving: ShelvingView,
    **beside: Unpack[Beside],
) -> CasePage:
    """The page of a case; what was typed in vain stays in its fields."""
    case, comparisons = content.case, content.comparisons
    describing = beside.get("describing")
    shown, pages = _cut_page(content)
    page = min(max(1, content.page), pages)
    return CasePage(
        title=show_line(case.name),
        csrf=csrf,
        id=case.id,
        name=show_line(case.name),
        rename=_show_rename(case, beside.get("renaming")),
        count=_count_documents(case),
        notice=beside.get("notice", ""),
        release=show_document(case.original, None, describing),
        articles=tuple(_show_article(content, article, describing) for article in shown),
        compared=list_columns(comparisons, content.addresses),
        addresses=content.addresses,
        page=page,
        pages=pages,
        range=f"Articles {shown[0].place} to {shown[-1].place} of {len(case.articles)}" if pages > 1 else "",
        work=content.work,
        failed=_say_failed(content),
        is_large=content.is_large,
        large_note=LARGE_NOTE,
        no_articles=NO_ARTICLES,
        references=show_all_references(case, comparisons, describing) if case.references else None,
        uptake=list_uptake(tuple(record.comparison for record in comparisons)),
        uptake_note=UPTAKE_NOTE,
        ledger=show_overview(tuple(record.comparison for record in comparisons)),
        ledger_note=LEDGER_NOTE,
        exports=EXPORTS,
        shelving=shelving,
        retention=show_retention(case.delete_on, beside.get("keeping")),
    )


def _cut_page(content: CaseContent) -> tuple[tuple[DocumentRecord, ...], int]:
    """The articles of this page, and how many pages there are."""
    articles = content.case.articles
    if not content.is_large:
        return articles, 1
    pages = max(1, ceil(len(articles) / PAGE_ARTICLES))
    first = (min(max(1, content.page), pages) - 1) * PAGE_ARTICLES
    return articles[first : first + PAGE_ARTICLES], pages


def _show_article(content: CaseContent, article: DocumentRecord, describing: Describing | None) -> DocumentView:
    """An article with its bar, or why it has none."""
    summary = content.summaries.get(article.id)
    problem = content.failed.get(article.id)
    says = STEP_PROBLEMS[problem] if problem else "" if summary else WAITS
    return show_document(article, make_bar(summary) if summary else None, describing, problem=says)


def _say_failed(content: CaseContent) -> str:
    if not content.failed:
        return ""
    return f"{count(len(content.failed), 'article')} could not be compared; each says why."


def _count_documents(case: CaseRecord) -> str:
    parts = [f"One release and {count(len(case.articles), 'article')}"]
    parts += [count(len(case.references), "further original")] if case.references else []
    return ", ".join(parts)


def _show_rename(case: CaseRecord, renaming: Renaming | None) -> FieldView:
    return FieldView(
        name="title",
        label="Name of the case",
        value=renaming[0] if renaming else case.title,
        hint="Without one it is called after the release.",
        error=renaming[1][0].message if renaming else "",
    )
