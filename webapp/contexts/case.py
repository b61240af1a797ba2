"""What the page of a case says."""

from __future__ import annotations

from dataclasses import dataclass

from copytrail.display.naming import count
from copytrail.display.uptake import UptakeRow, list_uptake
from copytrail.display.visible import show_line
from webapp.bars import ShareBar, make_bar
from webapp.checking import FieldError
from webapp.contexts.comparison import EXPORTS, ExportLink
from webapp.fields import FieldView, TextView, show_description
from webapp.forms import TextForm
from webapp.records import CaseRecord, ComparisonRecord, DocumentRecord
from webapp.wording import say_size, say_time

Renaming = tuple[str, tuple[FieldError, ...]]
"""A name that could not be given, and why."""
DELETE_WARNING = (
    "This deletes the release and {} from this computer for good, with every comparison made of them. "
    "It cannot be undone."
)
DELETE_ARTICLE_WARNING = "This deletes the article and its comparison from this computer for good."
NO_ARTICLES = "No article yet. Add one to compare it with the release."
UPTAKE_NOTE = (
    "One row for each paragraph of the release: the label most of the words used fall under, "
    "and how much of the paragraph was used."
)
Describing = tuple[str, TextForm, tuple[FieldError, ...]]
"""The id of a document, what was typed about it, and what is wrong with that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """A document of a case."""

    id: str
    number: int
    """0 is the release."""
    role: str
    name: str
    facts: tuple[str, ...]
    url: str
    snapshot: str
    fields: TextView
    bar: ShareBar | None
    open_details: bool
    delete_warning: str


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
    uptake: tuple[UptakeRow, ...]
    uptake_note: str
    exports: tuple[ExportLink, ...]
    delete_warning: str


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
        _show_document(document, bars.get(document.place), describing) for document in (case.original, *case.articles)
    )
    return CasePage(
        title=show_line(case.name),
        csrf=csrf,
        id=case.id,
        name=show_line(case.name),
        rename=_show_rename(case, renaming),
        count=f"One release and {count(len(case.articles), 'article')}",
        notice=notice,
        release=documents[0],
        articles=documents[1:],
        no_articles=NO_ARTICLES,
        uptake=list_uptake(tuple(record.comparison for record in comparisons)),
        uptake_note=UPTAKE_NOTE,
        exports=EXPORTS,
        delete_warning=DELETE_WARNING.format(count(len(case.articles), "article")),
    )


def _show_rename(case: CaseRecord, renaming: Renaming | None) -> FieldView:
    return FieldView(
        name="title",
        label="Name of the case",
        value=renaming[0] if renaming else case.title,
        hint="Without one it is called after the release.",
        error=renaming[1][0].message if renaming else "",
    )


def _show_document(document: DocumentRecord, bar: ShareBar | None, describing: Describing | None) -> DocumentView:
    typed: TextForm | None = None
    errors: tuple[FieldError, ...] = ()
    if describing and describing[0] == document.id:
        _, typed, errors = describing
    return DocumentView(
        id=document.id,
        number=document.place,
        role=f"Article {document.place}" if document.place else "Release",
        name=show_line(document.name),
        facts=_list_facts(document),
        url=document.url if document.url.lower().startswith(("http://", "https://")) else "",
        snapshot=(
            f"Kept as it came, {say_size(document.size)}, on {say_time(document.received)}. SHA-256 {document.sha256}"
        ),
        fields=show_description(document, typed, errors),
        bar=bar,
        open_details=bool(errors),
        delete_warning=DELETE_ARTICLE_WARNING,
    )


def _list_facts(document: DocumentRecord) -> tuple[str, ...]:
    facts = (document.publisher, document.published, f"{count(document.words, 'word')} in all")
    return tuple(show_line(fact) for fact in facts if fact.strip())
