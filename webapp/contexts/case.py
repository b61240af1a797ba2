"""What the page of a case says."""

from __future__ import annotations

from dataclasses import dataclass

from copytrail.display.ledger.overview import Overview, show_overview
from copytrail.display.naming import count
from copytrail.display.uptake import UptakeRow, list_uptake
from copytrail.display.visible import show_line
from webapp.bars import make_bar
from webapp.checking import FieldError
from webapp.contexts.comparison import EXPORTS, ExportLink
from webapp.contexts.documents import Describing, DocumentView, show_document
from webapp.contexts.references import References, show_all_references
from webapp.fields import FieldView
from webapp.records import CaseRecord, ComparisonRecord

Renaming = tuple[str, tuple[FieldError, ...]]
"""A name that could not be given, and why."""
DELETE_WARNING = (
    "This deletes the release{} from this computer for good, with every comparison made of them. It cannot be undone."
)
NO_ARTICLES = "No article yet. Add one to compare it with the release."
UPTAKE_NOTE = (
    "One row for each paragraph of the release: the label most of the words used fall under, "
    "and how much of the paragraph was used."
)
LEDGER_NOTE = (
    "What became of speech, figures, dates, names and titles in each article. Each cell leads to the row of that "
    "article’s ledger; “!” marks what is worth checking."
)


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
    no_articles: str
    references: References | None
    """The further originals, where the case has any."""
    uptake: tuple[UptakeRow, ...]
    uptake_note: str
    ledger: Overview | None
    ledger_note: str
    exports: tuple[ExportLink, ...]
    delete_warning: str
    addresses: tuple[str, ...] = ()
    """Of the comparisons, in the order of the articles; whoever serves the page knows them."""


def make_case(
    *,
    csrf: str,
    case: CaseRecord,
    comparisons: tuple[ComparisonRecord, ...],
    notice: str = "",
    renaming: Renaming | None = None,
    describing: Describing | None = None,
) -> CasePage:
    """The page of a case; what was typed in vain stays in its fields."""
    bars = {record.number: make_bar(record.comparison) for record in comparisons}
    documents = tuple(
        show_document(document, bars.get(document.place), describing) for document in (case.original, *case.articles)
    )
    return CasePage(
        title=show_line(case.name),
        csrf=csrf,
        id=case.id,
        name=show_line(case.name),
        rename=_show_rename(case, renaming),
        count=_count_documents(case),
        notice=notice,
        release=documents[0],
        articles=documents[1:],
        no_articles=NO_ARTICLES,
        references=show_all_references(case, comparisons, describing) if case.references else None,
        uptake=list_uptake(tuple(record.comparison for record in comparisons)),
        uptake_note=UPTAKE_NOTE,
        ledger=show_overview(tuple(record.comparison for record in comparisons)),
        ledger_note=LEDGER_NOTE,
        exports=EXPORTS,
        delete_warning=DELETE_WARNING.format(_count_others(case)),
    )


def _count_others(case: CaseRecord) -> str:
    """What goes with the release."""
    articles = count(len(case.articles), "article")
    more = count(len(case.references), "further original")
    return f", {articles} and {more}" if case.references else f" and {articles}"


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
