"""Cases and their documents as programs see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from copytrail.model import ParagraphKind
from webapp.api.about import About
from webapp.catalogue.lines import CatalogueLine, Found
from webapp.records import CaseRecord, DocumentRecord, OpenText
from webapp.roles import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentData:
    """A document of a case, without its text."""

    id: Annotated[str, About(text="Its id.")]
    role: Annotated[Role, About(text="What it is in its case.")]
    number: Annotated[int, About(text="Among those of its role, from 1; 0 for the original.")]
    title: Annotated[str, About(text="Its title; may be empty.")]
    name: Annotated[str, About(text="Its title, or its first words.")]
    publisher: Annotated[str, About(text="Who published it.")]
    url: Annotated[str, About(text="Where it stands.")]
    published: Annotated[str, About(text="When it was published, as it is written there.")]
    language: Annotated[str, About(text="Its language, where somebody said it.")]
    words: Annotated[int, About(text="How many words it has.")]
    size: Annotated[int, About(text="Its size in bytes.")]
    sha256: Annotated[str, About(text="By which anyone can tell whether they have the same file.")]
    received: Annotated[datetime, About(text="When it came.")]
    format: Annotated[str, About(text="What kind of file it came as; empty where it was pasted.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphData:
    """A paragraph of a document."""

    number: Annotated[int, About(text="Its number, from 1.")]
    text: Annotated[str, About(text="Its words.")]
    kind: Annotated[ParagraphKind, About(text="What it is; furniture is not compared.")]
    reason: Annotated[str, About(text="Why it was set aside.")]
    speaker: Annotated[str, About(text="Whose speech it is, where a person said so.")]
    by_hand: Annotated[bool, About(text="Whether a person said what it is.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDocument:
    """A document with its text: what was kept of it, and what was set aside."""

    document: Annotated[DocumentData, About(text="What is known of it.")]
    paragraphs: Annotated[tuple[ParagraphData, ...], About(text="Its paragraphs.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseData:
    """A case with what is known of its documents."""

    id: Annotated[str, About(text="Its id.")]
    title: Annotated[str, About(text="Its title; may be empty.")]
    name: Annotated[str, About(text="Its title, or the name of its original.")]
    created: Annotated[datetime, About(text="When it was made.")]
    changed: Annotated[datetime, About(text="When something in it changed last.")]
    archived: Annotated[bool, About(text="Whether it lies in the archive.")]
    tags: Annotated[tuple[str, ...], About(text="Its tags.")]
    delete_on: Annotated[date | None, About(text="The day on which it is deleted.")]
    original: Annotated[DocumentData, About(text="The press release.")]
    articles: Annotated[tuple[DocumentData, ...], About(text="The articles, in order.")]
    references: Annotated[tuple[DocumentData, ...], About(text="Further originals.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLineData:
    """A case in a list."""

    id: Annotated[str, About(text="Its id.")]
    name: Annotated[str, About(text="Its title, or the name of its original.")]
    articles: Annotated[int, About(text="How many articles it has.")]
    created: Annotated[datetime, About(text="When it was made.")]
    changed: Annotated[datetime, About(text="When something in it changed last.")]
    tags: Annotated[tuple[str, ...], About(text="Its tags.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseList:
    """One page of the cases that were asked for."""

    cases: Annotated[tuple[CaseLineData, ...], About(text="The cases of this page.")]
    total: Annotated[int, About(text="How many there are in all.")]
    page: Annotated[int, About(text="The number of this page, from 1.")]
    pages: Annotated[int, About(text="How many pages there are.")]


def tell_case(case: CaseRecord) -> CaseData:
    """A case for programs."""
    return CaseData(
        id=case.id,
        title=case.title,
        name=case.name,
        created=case.created,
        changed=case.changed,
        archived=case.is_archived,
        tags=tuple(tag.name for tag in case.tags),
        delete_on=case.delete_on,
        original=tell_document(case.original),
        articles=tuple(map(tell_document, case.articles)),
        references=tuple(map(tell_document, case.references)),
    )


def tell_document(document: DocumentRecord) -> DocumentData:
    """A document for programs."""
    return DocumentData(
        id=document.id,
        role=document.role,
        number=document.place,
        title=document.title,
        name=document.name,
        publisher=document.publisher,
        url=document.url,
        published=document.published,
        language=document.language,
        words=document.words,
        size=document.size,
        sha256=document.sha256,
        received=document.received,
        format=document.source.format_name if document.source else "",
    )


def tell_text(text: OpenText) -> OpenDocument:
    """A document with its paragraphs, for programs."""
    document = text.document
    return OpenDocument(
        document=tell_document(text.record),
        paragraphs=tuple(
            ParagraphData(
                number=each.number,
                text=each.span.of(document.text),
                kind=each.kind,
                reason=each.reason,
                speaker=each.speaker,
                by_hand=each.number in text.by_hand,
            )
            for each in document.paragraphs
        ),
    )


def tell_found(found: Found) -> CaseList:
    """A page of the list, for programs."""
    return CaseList(cases=tuple(map(_tell_line, found.lines)), total=found.total, page=found.page, pages=found.pages)


def _tell_line(line: CatalogueLine) -> CaseLineData:
    return CaseLineData(
        id=line.id,
        name=line.name,
        articles=line.articles,
        created=line.made,
        changed=line.changed,
        tags=tuple(tag.name for tag in line.tags),
    )
