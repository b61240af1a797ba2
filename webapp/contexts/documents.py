"""What the page of a case says of each of its documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from copytrail.display.naming import count, say_time
from copytrail.display.visible import show_line
from webapp.bars import ShareBar
from webapp.checking import FieldError
from webapp.field_views import TextView
from webapp.fields import show_description
from webapp.records import ComparisonRecord, DocumentRecord
from webapp.roles import Role
from webapp.text_forms import TextForm
from webapp.wording import say_size

DELETE_WARNINGS = {
    Role.ORIGINAL: "",
    Role.DERIVATIVE: "This deletes the article and its comparison from this computer for good.",
    Role.REFERENCE: "This deletes the further original from this computer for good. The release and the articles stay.",
}
ROLE_NAMES = {Role.ORIGINAL: "Release", Role.DERIVATIVE: "Article {}", Role.REFERENCE: "Reference {}"}
Describing = tuple[str, TextForm, tuple[FieldError, ...]]
"""The id of a document, what was typed about it, and what is wrong with that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """A document of a case."""

    id: str
    anchor: str
    number: int
    """0 is the release."""
    is_article: bool
    role: str
    name: str
    facts: tuple[str, ...]
    url: str
    snapshot: str
    fields: TextView
    texts_of: int | None
    """The number by which the page with its paragraphs is found; none where that is the first."""
    bar: ShareBar | None
    problem: str
    """Why there is no comparison, where there is none."""
    open_details: bool
    delete_warning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleColumn:
    """An article that a table over several has a column for, with the address of its comparison."""

    role: str
    name: str
    address: str


def list_columns(records: Sequence[ComparisonRecord], addresses: Sequence[str]) -> tuple[ArticleColumn, ...]:
    """The columns of these comparisons; the addresses are those of all articles of the case, in their order."""
    return tuple(
        ArticleColumn(
            role=ROLE_NAMES[Role.DERIVATIVE].format(record.number),
            name=show_line(record.article.name),
            address=addresses[record.number - 1],
        )
        for record in records
    )


def show_document(
    document: DocumentRecord, bar: ShareBar | None, describing: Describing | None, *, problem: str = ""
) -> DocumentView:
    """A document with the fields that describe it; what was typed in vain stays in them."""
    typed: TextForm | None = None
    errors: tuple[FieldError, ...] = ()
    if describing and describing[0] == document.id:
        _, typed, errors = describing
    return DocumentView(
        id=document.id,
        anchor=document.anchor,
        number=document.place,
        is_article=document.role is Role.DERIVATIVE,
        role=ROLE_NAMES[document.role].format(document.place),
        name=show_line(document.name),
        facts=_list_facts(document),
        url=document.url if document.url.lower().startswith(("http://", "https://")) else "",
        snapshot=(
            f"Kept as it came, {say_size(document.size)}, on {say_time(document.received)}. SHA-256 {document.sha256}"
        ),
        fields=show_description(document, typed, errors),
        texts_of=document.place if document.role is Role.DERIVATIVE else None,
        bar=bar,
        problem=problem,
        open_details=bool(errors),
        delete_warning=DELETE_WARNINGS[document.role],
    )


def _list_facts(document: DocumentRecord) -> tuple[str, ...]:
    facts = (document.publisher, document.published, f"{count(document.words, 'word')} in all")
    return tuple(show_line(fact) for fact in facts if fact.strip())
