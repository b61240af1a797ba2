"""Given and stored texts to documents: what each yielded, with what a person said of it and of its paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from datetime import datetime

from copytrail.display.naming import shorten
from copytrail.files import digest, write_moment
from copytrail.intake.decisions import set_reasons, set_speakers
from copytrail.intake.documents import make_document
from copytrail.intake.extracts import Extract
from copytrail.intake.from_plain import extract_plain
from copytrail.intake.furniture import set_kinds
from copytrail.intake.headlines import choose_headline
from copytrail.model import Document, ParagraphKind
from webapp.faults import UnknownParagraph
from webapp.records import DocumentRecord, DocumentSource, GivenText, KindChoice, ReceivedFile, StoredText
from webapp.roles import Role

OPENING_LENGTH = 80
_known: ContextVar[dict[GivenText, Document] | None] = ContextVar("known", default=None)
"""What was read already, as long as one request lasts."""


@contextmanager
def reading_once() -> Iterator[None]:
    """Within this a text that is looked at several times is read once: checked, kept and compared in one request."""
    known = _known.set({})
    try:
        yield
    finally:
        _known.reset(known)


def read_given(given: GivenText, name: str = "") -> Document:
    """The document that a text is: from what its file yielded, or as plain text."""
    known = _known.get()
    if known is None:
        return _read(given, name)
    key = replace(given, is_reference=False)
    if key not in known:
        known[key] = _read(given, "")
    return replace(known[key], id=name)


def _read(given: GivenText, name: str) -> Document:
    extract = given.file.extract if given.file else _read_plain(given.content, pasted=given.pasted)
    bare = replace(extract, title="", publisher="", url="", published="")  # what a person left of it is given
    return make_document(
        bare,
        id=name,
        title=given.title,
        publisher=given.publisher,
        url=given.url,
        published=given.published,
        language=given.language,
        sha256=digest(given.content),
        fetched=write_moment(given.file.fetched) if given.file else "",
    )


def read_document(text: StoredText) -> Document:
    """The stored text as a document, with what a person said of its paragraphs."""
    document = read_by_machine(text)
    return lay_choices(document, find_fitting(text.choices, document))


def lay_choices(document: Document, fitting: Sequence[KindChoice]) -> Document:
    """The document with what a person said of its paragraphs."""
    kinds = {choice.number: choice.kind for choice in fitting if choice.kind is not choice.machine_kind}
    speakers = {choice.number: choice.speaker for choice in fitting if choice.speaker}
    reasons = {choice.number: choice.reason for choice in fitting if choice.reason and choice.number in kinds}
    document = set_reasons(set_kinds(document, kinds), reasons) if kinds else document
    return set_speakers(document, speakers) if speakers else document


def find_fitting(choices: Sequence[KindChoice], document: Document) -> tuple[KindChoice, ...]:
    """Those of a person's words on paragraphs whose paragraph still stands where it stood."""
    starts = {paragraph.number: paragraph.span.start for paragraph in document.paragraphs}
    return tuple(choice for choice in choices if starts.get(choice.number) == choice.starts)


def choose_kinds(text: StoredText, numbers: Iterable[int], kind: ParagraphKind) -> tuple[KindChoice, ...]:
    """A person's word on what paragraphs are, beside the machine's; raises UnknownParagraph where there is none.

    To call one text again gives back the kind of text that it was: a heading, a list item.
    """
    known = _list_known(text)
    chosen = []
    for number in numbers:
        choice = _find(known, number)
        is_text = kind is ParagraphKind.BODY and choice.machine_kind is not ParagraphKind.FURNITURE
        chosen.append(replace(choice, kind=choice.machine_kind if is_text else kind))
    return tuple(chosen)


def choose_speaker(text: StoredText, number: int, speaker: str) -> KindChoice:
    """A person's word on whose speech one paragraph is; an empty one takes it back."""
    return replace(_find(_list_known(text), number), speaker=speaker)


def find_opening(text: str) -> str:
    r"""The first words of a text, to call it by.

    >>> find_opening("---\n# Minister opens bridge.\n\nIt rained.")
    'Minister opens bridge.'
    """
    return shorten(choose_headline(line.strip(" #*_") for line in text.splitlines()), OPENING_LENGTH)


def name_opening(document: Document) -> str:
    """The first words that were kept of a document, to call it by."""
    kept = (each.span.of(document.text) for each in document.paragraphs if each.kind is not ParagraphKind.FURNITURE)
    return find_opening("\n".join(kept)) or find_opening(document.text)


def receive_text(given: GivenText, *, document_id: str, place: int, now: datetime) -> DocumentRecord:
    """What is known of a text that was just given."""
    document = read_given(given)
    return DocumentRecord(
        id=document_id,
        place=place,
        role=Role.REFERENCE if given.is_reference else Role.DERIVATIVE,
        title=given.title,
        publisher=given.publisher,
        url=given.url,
        published=given.published,
        language=given.language,
        opening=name_opening(document),
        words=len(document.words),
        size=len(given.content),
        sha256=digest(given.content),
        received=now,
        pasted=given.pasted,
        source=_name_source(given.file) if given.file else None,
    )


def _name_source(file: ReceivedFile) -> DocumentSource:
    return DocumentSource(
        name=file.name,
        format_name=file.format_name,
        address=file.address,
        fetched=file.fetched,
        options=file.options,
    )


def read_by_machine(text: StoredText) -> Document:
    """The stored text as a document, before anybody said anything of its paragraphs."""
    record = text.record
    given = GivenText(
        content=text.content,
        pasted=text.pasted,
        title=record.title,
        publisher=record.publisher,
        url=record.url,
        published=record.published,
        language=record.language,
        file=text.file,
    )
    return read_given(given, name_place(record))


def _read_plain(content: bytes, *, pasted: bool) -> Extract:
    """Pasted text is decoded here; the encoding of any other is for the intake to find."""
    return extract_plain(content.decode("utf-8", "surrogatepass") if pasted else content)


def _list_known(text: StoredText) -> dict[int, KindChoice]:
    """What a person said of each paragraph so far, or the machine's own word on it, by number."""
    document = read_by_machine(text)
    by_machine = (
        KindChoice(number=each.number, starts=each.span.start, kind=each.kind, machine_kind=each.kind)
        for each in document.paragraphs
    )
    by_hand = find_fitting(text.choices, document)
    return {choice.number: choice for choice in (*by_machine, *by_hand)}


def _find(known: dict[int, KindChoice], number: int) -> KindChoice:
    if number not in known:
        raise UnknownParagraph
    return known[number]


def name_place(record: DocumentRecord) -> str:
    """What the document is called in its comparisons: `original`, `article-1`, `reference-1`."""
    names = {Role.ORIGINAL: "original", Role.DERIVATIVE: f"article-{record.place}"}
    return names.get(record.role, f"reference-{record.place}")
