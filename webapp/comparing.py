"""From stored texts to a comparison, and from a comparison to what is stored of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from copytrail.codec import SCHEMA, comparison_from_data, comparison_to_data
from copytrail.errors import BadComparisonData
from copytrail.model import Comparison, Thresholds
from copytrail.pipeline import compare
from copytrail.version import VERSION
from webapp.reading import name_place, read_document
from webapp.records import CaseRecord, DocumentRecord, KindChoice, StoredComparison, StoredText

_DIGEST_LENGTH = 32
"""In characters; two digests fill the column of the inputs."""


Described = tuple[DocumentRecord, tuple[KindChoice, ...]]
"""What is known of a document, and what a person said of its paragraphs."""
Sides = tuple[Described, Described]
"""What is known of the two texts of one comparison, the original first."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The two stored texts of one comparison."""

    original: StoredText
    derivative: StoredText


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


def restore_comparison(stored: StoredComparison | None, sides: Sides) -> Comparison | None:
    """The kept comparison, unless the texts, the kinds or the engine have changed since."""
    if stored is None or (stored.schema, stored.engine) != (SCHEMA, VERSION):
        return None
    if not stored.inputs.startswith(digest_described(*sides)):
        return None
    try:
        comparison = comparison_from_data(json.loads(stored.data))
    except (BadComparisonData, json.JSONDecodeError):
        return None
    return _put_in_place(comparison, name_place(sides[1][0]))


def restore_former(stored: StoredComparison) -> Comparison | None:
    """A comparison of an earlier engine, as far as it can still be read."""
    try:
        return comparison_from_data(json.loads(stored.data))
    except (BadComparisonData, json.JSONDecodeError):
        return None


def is_of_other_engine(stored: StoredComparison) -> bool:
    """Whether another engine, or other thresholds, made a kept comparison."""
    if stored.engine != VERSION:
        return True
    try:
        return bool(json.loads(stored.data).get("thresholds", asdict(Thresholds())) != asdict(Thresholds()))
    except json.JSONDecodeError:
        return False


def sign_restored(stored: StoredComparison, sides: Sides) -> tuple[str | int, ...]:
    """By what a restored comparison is known again: all that it was made from, its place, and the engine of now."""
    record, _choices = sides[1]
    made = (VERSION, stored.schema, stored.engine, stored.inputs)
    return (*made, record.id, record.place, digest_described(*sides))


def digest_inputs(pair: Pair) -> str:
    """One digest of everything a comparison is made from."""
    return digest_described(*((text.record, text.choices) for text in (pair.original, pair.derivative)))


def digest_described(*texts: Described) -> str:
    """The same digest, from what is known of both texts without their words."""
    return _digest([*(part for record, choices in texts for part in _list_inputs(record, choices)), repr(Thresholds())])


def digest_trail(case: CaseRecord, choices: Mapping[str, tuple[KindChoice, ...]]) -> str:
    """One digest of the articles of a case, by which their additions are traced, and its references."""
    articles: list[list[object]] = [
        [each.id, each.sha256, *_list_described(each)[4:], _list_kinds(choices.get(each.id, ()))]
        for each in case.articles
    ]
    references: list[list[object]] = [
        [each.id, *_list_described(each), _list_kinds(choices.get(each.id, ()))] for each in case.references
    ]
    return _digest([*articles, "references", *references] if references else articles)


def digest_result(sides: Sides, trail: str) -> str:
    """One digest of everything a traced comparison is made from."""
    return digest_described(*sides) + trail


def _put_in_place(comparison: Comparison, name: str) -> Comparison:
    """The comparison with its article called by the place it has now; all else of the texts stands in the digest."""
    if comparison.derivative.id == name:
        return comparison
    return replace(comparison, derivative=replace(comparison.derivative, id=name))


def _list_inputs(record: DocumentRecord, choices: Sequence[KindChoice]) -> list[object]:
    return [record.sha256, record.pasted, *_list_described(record), _list_kinds(choices)]


def _list_described(record: DocumentRecord) -> list[str]:
    source = record.source
    how = [source.format_name, source.options.encoding, source.options.changes.value] if source else []
    return [record.title, record.publisher, record.url, record.published, record.language, *how]


def _list_kinds(choices: Sequence[KindChoice]) -> list[object]:
    return [(choice.number, choice.starts, choice.kind.value, choice.speaker) for choice in choices]


def _digest(parts: Sequence[object]) -> str:
    return hashlib.sha256(json.dumps(parts).encode("ascii")).hexdigest()[:_DIGEST_LENGTH]
