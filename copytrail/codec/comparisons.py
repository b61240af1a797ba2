"""A comparison to JSON data (`copytrail.comparison/1`) and back.

Only facts are read back; passages, sentences, blocks and the summary are written for the readers of
the file and computed anew from the facts.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import asdict
from typing import TypeVar

from copytrail.blocks import join_blocks
from copytrail.codec.documents import document_from_data, document_to_data
from copytrail.codec.ledgers import (
    addition_from_data,
    addition_to_data,
    fact_from_data,
    fact_to_data,
    finding_from_data,
    finding_to_data,
    omission_from_data,
    omission_to_data,
    speech_from_data,
    speech_to_data,
)
from copytrail.codec.matches import block_to_data, match_from_data, match_to_data, passage_to_data, sentence_to_data
from copytrail.codec.notes import laid_note_from_data, laid_note_to_data
from copytrail.codec.references import credit_to_data, reference_from_data, reference_to_data
from copytrail.codec.reviews import (
    correction_from_data,
    correction_to_data,
    dismissal_from_data,
    dismissal_to_data,
    laid_from_data,
    laid_to_data,
)
from copytrail.codec.spans import Json, to_pair
from copytrail.credits import credit_passages
from copytrail.errors import BadComparisonData
from copytrail.measures import measure
from copytrail.model import Comparison, Credit, Span, Thresholds
from copytrail.passages import label_sentences, tile_derivative, tile_original

SCHEMA = "copytrail.comparison/1"

Row = TypeVar("Row")


def comparison_to_data(comparison: Comparison, fields: Collection[str] | None = None) -> Json:
    """The comparison as JSON data, with everything a reader of the file needs to check it, or some fields of it."""
    data = {name: write(comparison) for name, write in _WRITERS.items() if fields is None or name in fields}
    if comparison.notes and (fields is None or "notes" in fields):
        data["notes"] = [laid_note_to_data(each) for each in comparison.notes]
    return data


def comparison_from_data(data: Json) -> Comparison:
    """The comparison that JSON data describes.

    Raises BadComparisonData when the data is of another schema or damaged.
    """
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        raise BadComparisonData(f"The data is not of the schema {SCHEMA}.")
    try:
        return Comparison(
            original=document_from_data(data["original"]),
            derivative=document_from_data(data["derivative"]),
            matches=tuple(match_from_data(match) for match in data["matches"]),
            verbatim=tuple(Span(*pair) for pair in data["verbatim"]),
            speech=tuple(speech_from_data(row) for row in data["speech"]),
            facts=tuple(fact_from_data(fact) for fact in data["facts"]),
            additions=tuple(addition_from_data(addition) for addition in data["additions"]),
            omissions=tuple(omission_from_data(omission) for omission in data["omissions"]),
            findings=tuple(finding_from_data(finding) for finding in data["findings"]),
            unplaced=tuple(dismissal_from_data(dismissal) for dismissal in data.get("unplaced", ())),
            corrections=tuple(laid_from_data(each) for each in data.get("corrections", ())),
            unplaced_corrections=tuple(correction_from_data(each) for each in data.get("unplaced_corrections", ())),
            notes=tuple(laid_note_from_data(each) for each in data.get("notes", ())),
            references=tuple(reference_from_data(reference) for reference in data.get("references", ())),
            thresholds=Thresholds(**data["thresholds"]),
            engine=data["engine"],
        )
    except (KeyError, TypeError, ValueError) as error:
        raise BadComparisonData(f"The comparison is damaged: {error!r}.") from error


def _passages_to_data(comparison: Comparison) -> Json:
    """The tiling of both sides."""
    return {
        "original": [passage_to_data(passage) for passage in tile_original(comparison)],
        "derivative": [passage_to_data(passage) for passage in tile_derivative(comparison)],
    }


def _each(rows: Iterable[Row], write: Callable[[Row, str, str], Json], comparison: Comparison) -> list[Json]:
    """Rows that carry words of both texts."""
    return [write(row, comparison.original.text, comparison.derivative.text) for row in rows]


def _list_credits(comparison: Comparison) -> tuple[Credit, ...]:
    """What is credited to which text; with one original only, the matches say it."""
    return credit_passages(comparison) if comparison.references else ()


def _summary_to_data(comparison: Comparison) -> Json:
    """The counts of both sides and the verdict."""
    measures = measure(comparison)
    return {
        "derivative": asdict(measures.derivative),
        "original": asdict(measures.original),
        "derivation": measures.derivation.value,
        "reasons": list(measures.reasons),
    }


_WRITERS: dict[str, Callable[[Comparison], object]] = {
    "schema": lambda _: SCHEMA,
    "engine": lambda comparison: comparison.engine,
    "thresholds": lambda comparison: asdict(comparison.thresholds),
    "original": lambda comparison: document_to_data(comparison.original),
    "derivative": lambda comparison: document_to_data(comparison.derivative),
    "matches": lambda comparison: _each(comparison.matches, match_to_data, comparison),
    "verbatim": lambda comparison: [to_pair(span) for span in comparison.verbatim],
    "blocks": lambda comparison: [block_to_data(block) for block in join_blocks(comparison)],
    "passages": _passages_to_data,
    "sentences": lambda comparison: [sentence_to_data(sentence) for sentence in label_sentences(comparison)],
    "speech": lambda comparison: _each(comparison.speech, speech_to_data, comparison),
    "facts": lambda comparison: _each(comparison.facts, fact_to_data, comparison),
    "additions": lambda comparison: _each(comparison.additions, addition_to_data, comparison),
    "omissions": lambda comparison: _each(comparison.omissions, omission_to_data, comparison),
    "findings": lambda comparison: _each(comparison.findings, finding_to_data, comparison),
    "unplaced": lambda comparison: [dismissal_to_data(dismissal) for dismissal in comparison.unplaced],
    "corrections": lambda comparison: [laid_to_data(each) for each in comparison.corrections],
    "unplaced_corrections": lambda comparison: [correction_to_data(each) for each in comparison.unplaced_corrections],
    "references": lambda comparison: _each(comparison.references, reference_to_data, comparison),
    "credits": lambda comparison: _each(_list_credits(comparison), credit_to_data, comparison),
    "summary": _summary_to_data,
}
"""What writes each field, in their order."""
