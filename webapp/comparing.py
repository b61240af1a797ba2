"""From stored texts to a comparison, and from a comparison to what is stored of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from copytrail.codec import SCHEMA, comparison_from_data, comparison_to_data
from copytrail.compare import compare
from copytrail.display.naming import shorten
from copytrail.errors import BadComparisonData
from copytrail.files import READERS
from copytrail.intake.from_plain import read_plain
from copytrail.intake.furniture import set_kinds
from copytrail.model import Comparison, Document, ParagraphKind, Thresholds
from copytrail.version import VERSION
from webapp.records import CaseRecord, DocumentRecord, GivenText, KindChoice, StoredComparison, StoredText
from webapp.roles import Role

OPENING_LENGTH = 80
_DIGEST_LENGTH = 32
"""In characters; two digests fill the column of the inputs."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The two stored texts of one comparison."""

    original: StoredText
    derivative: StoredText


def read_given(given: GivenText, name: str = "") -> Document:
    """The document that a text is, read by its ending; pasted text is decoded here, a file by the intake."""
    read = READERS.get(given.ending, read_plain)
    return read(
        given.content.decode("utf-8", "surrogatepass") if given.pasted else given.content,
        id=name,
        title=given.title,
        publisher=given.publisher,
        url=given.url,
        published=given.published,
        language=given.language,
    )


def read_document(text: StoredText) -> Document:
    """The stored text as a document, with the kinds a person chose."""
    document = _read_by_machine(text)
    starts = {paragraph.number: paragraph.span.start for paragraph in document.paragraphs}
    kinds = {choice.number: choice.kind for choice in text.choices if starts.get(choice.number) == choice.starts}
    return set_kinds(document, kinds) if kinds else document


def choose_kind(text: StoredText, number: int, kind: ParagraphKind) -> KindChoice | None:
    """A person's word on one paragraph, beside the machine's; none if there is no such paragraph.

    To call it text again gives back the kind of text that it was: a heading, a list item.
    """
    for paragraph in _read_by_machine(text).paragraphs:
        if paragraph.number == number:
            is_text = kind is ParagraphKind.BODY and paragraph.kind is not ParagraphKind.FURNITURE
            chosen = paragraph.kind if is_text else kind
            return KindChoice(number=number, starts=paragraph.span.start, kind=chosen, machine_kind=paragraph.kind)
    return None


def compare_pair(pair: Pair) -> Comparison:
    """The comparison of the two texts as they stand."""
    return compare(read_document(pair.original), read_document(pair.derivative))


def store_comparison(comparison: Comparison, inputs: str) -> StoredComparison:
    """What is kept of a comparison; the JSON is plain ASCII, so any character survives any database."""
    return StoredComparison(
        schema=SCHEMA,
        engine=VERSION,
        inputs=inputs,
        data=json.dumps(comparison_to_data(comparison), ensure_ascii=True, separators=(",", ":")),
    )


def restore_comparison(stored: StoredComparison | None, pair: Pair) -> Comparison | None:
    """The kept comparison, unless the texts, the kinds or the engine have changed since."""
    if stored is None or (stored.schema, stored.engine) != (SCHEMA, VERSION):
        return None
    if not stored.inputs.startswith(digest_inputs(pair)):
        return None
    try:
        comparison = comparison_from_data(json.loads(stored.data))
    except (BadComparisonData, json.JSONDecodeError):
        return None
    return _put_in_place(comparison, _name_place(pair.derivative.record))


def digest_inputs(pair: Pair) -> str:
    """One digest of everything a comparison is made from."""
    parts = [part for text in (pair.original, pair.derivative) for part in _list_inputs(text)]
    return _digest([*parts, repr(Thresholds())])


def digest_trail(case: CaseRecord, choices: Mapping[str, tuple[KindChoice, ...]]) -> str:
    """One digest of the articles of a case, by which their additions are traced, and its references."""
    articles = [[each.id, each.sha256, each.language, _list_kinds(choices.get(each.id, ()))] for each in case.articles]
    references: list[list[object]] = [
        [each.id, *_list_described(each), _list_kinds(choices.get(each.id, ()))] for each in case.references
    ]
    return _digest([*articles, "references", *references] if references else articles)


def digest_result(pair: Pair, trail: str) -> str:
    """One digest of everything a traced comparison is made from."""
    return digest_inputs(pair) + trail


def find_opening(text: str) -> str:
    r"""The first words of a text, to call it by.

    >>> find_opening("---\n# Minister opens bridge.\n\nIt rained.")
    'Minister opens bridge.'
    """
    lines = (line.strip(" #*_") for line in text.splitlines())
    return shorten(next((line for line in lines if any(map(str.isalnum, line))), ""), OPENING_LENGTH)


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
        opening=find_opening(document.text),
        words=len(document.words),
        size=len(given.content),
        sha256=hashlib.sha256(given.content).hexdigest(),
        received=now,
    )


def _read_by_machine(text: StoredText) -> Document:
    record = text.record
    given = GivenText(
        content=text.content,
        pasted=text.pasted,
        ending=text.ending,
        title=record.title,
        publisher=record.publisher,
        url=record.url,
        published=record.published,
        language=record.language,
    )
    return read_given(given, _name_place(record))


def _name_place(record: DocumentRecord) -> str:
    names = {Role.ORIGINAL: "original", Role.DERIVATIVE: f"article-{record.place}"}
    return names.get(record.role, f"reference-{record.place}")


def _put_in_place(comparison: Comparison, name: str) -> Comparison:
    """The comparison with its article called by the place it has now; all else of the texts stands in the digest."""
    if comparison.derivative.id == name:
        return comparison
    return replace(comparison, derivative=replace(comparison.derivative, id=name))


def _list_inputs(text: StoredText) -> list[object]:
    return [
        text.record.sha256,
        text.pasted,
        text.ending,
        *_list_described(text.record),
        _list_kinds(text.choices),
    ]


def _list_described(record: DocumentRecord) -> list[str]:
    return [record.title, record.publisher, record.url, record.published, record.language]


def _list_kinds(choices: Sequence[KindChoice]) -> list[object]:
    return [(choice.number, choice.starts, choice.kind.value) for choice in choices]


def _digest(parts: Sequence[object]) -> str:
    return hashlib.sha256(json.dumps(parts).encode("ascii")).hexdigest()[:_DIGEST_LENGTH]
