"""The ledgers as rows of a table: quotations, facts, additions and omissions, then the sentences of the derivative."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

from copytrail.credits import credit_passages
from copytrail.display.ledger.changes import order_additions
from copytrail.export.csv_cells import Held
from copytrail.export.csv_corrections import name_cells
from copytrail.passages import SentenceLabel, label_sentences, match_by_id

if TYPE_CHECKING:
    from copytrail.model import (
        Addition,
        Comparison,
        Credit,
        Document,
        Fact,
        Match,
        Omission,
        Quotation,
        Span,
        Speech,
    )

LEDGER_COLUMNS = (
    "outcome",
    "wording",
    "kind",
    "value",
    "original_speaker",
    "original_cue",
    "derivative_speaker",
    "derivative_cue",
    "unsure",
    "also_in",
    "rank",
    "lost",
    "shares",
)
_PLACE = ("side", "paragraph", "start", "end", "other_paragraph")
_LIST = "; "

Cells: TypeAlias = dict[str, object]
"""A row by the names of its columns; columns that it lacks are empty."""


def list_ledger_rows(comparison: Comparison) -> Iterator[Cells]:
    """The rows of all ledgers, then one for each sentence."""
    yield from (_speech_cells(comparison, row) for row in comparison.speech)
    yield from (_fact_cells(comparison, fact) for fact in comparison.facts)
    yield from (_addition_cells(comparison, addition) for _, addition in order_additions(comparison))
    yield from (_omission_cells(comparison, omission) for omission in comparison.omissions)
    yield from (_credit_cells(comparison, credit) for credit in _list_credits(comparison))
    matches = match_by_id(comparison)
    yield from (_sentence_cells(comparison, sentence, matches) for sentence in label_sentences(comparison))


def _speech_cells(comparison: Comparison, row: Speech) -> Cells:
    """A quotation with both speakers and both cues."""
    ours, theirs = row.derivative, row.original
    sides = (("original", theirs), ("derivative", ours))
    said = ours or theirs
    return {
        "row": "speech",
        **_place(comparison, ours.content if ours else None, theirs.content if theirs else None),
        "outcome": row.outcome.value,
        "wording": row.wording.value,
        "kind": said.kind.value if said else "",
        **_speaker_cells(comparison.original.text, "original", theirs),
        **_speaker_cells(comparison.derivative.text, "derivative", ours),
        "unsure": _LIST.join(side for side, quotation in sides if quotation and quotation.unsure),
        **name_cells(ours.corrected if ours else None),
    }


def _speaker_cells(text: str, side: str, quotation: Quotation | None) -> Cells:
    """Who says it and by which word, where the text names them."""
    if quotation is None:
        return {}
    return {
        f"{side}_speaker": quotation.speaker.name if quotation.speaker else "",
        f"{side}_cue": quotation.cue.of(text) if quotation.cue else "",
    }


def _fact_cells(comparison: Comparison, fact: Fact) -> Cells:
    return {
        "row": "fact",
        **_place(comparison, fact.derivative, fact.original),
        "outcome": fact.outcome.value,
        "kind": fact.kind.value,
        "value": fact.value,
    }


def _addition_cells(comparison: Comparison, addition: Addition) -> Cells:
    return {
        "row": "addition",
        **_place(comparison, addition.span, None),
        "why": addition.why,
        "kind": addition.kind.value,
        "also_in": _LIST.join(addition.also_in),
    }


def _omission_cells(comparison: Comparison, omission: Omission) -> Cells:
    return {
        "row": "omission",
        **_place(comparison, None, omission.span),
        "why": omission.why,
        "rank": omission.rank,
        "lost": _LIST.join(loss.value for loss in omission.lost),
    }


def _list_credits(comparison: Comparison) -> Iterator[Credit]:
    """The passages that are closer to a reference than to the original."""
    credits_ = credit_passages(comparison) if comparison.references else ()
    yield from (credit for credit in credits_ if credit.best.original != comparison.original.id)


def _credit_cells(comparison: Comparison, credit: Credit) -> Cells:
    """A passage that is closest to a reference; the words are the article's alone."""
    return {
        "row": "credit",
        **_place(comparison, credit.span, None),
        "label": credit.best.label.value,
        "match": credit.best.match,
        "score": f"{credit.best.score:.3f}",
        "also_in": _LIST.join(each.original for each in credit.candidates),
    }


def list_question_rows(comparison: Comparison) -> Iterator[Cells]:
    """The questions between the original and its references."""
    for reference in comparison.references:
        for question in reference.questions:
            held = Held("original", comparison.original, question.original[0], reference.document, question.reference)
            yield {
                "row": "question",
                **dict(zip(_PLACE, held.place(), strict=True)),
                "kind": question.kind.value,
                "expected": _list_words(comparison.original, question.original),
                "found": _list_words(reference.document, question.reference),
                "why": question.why,
                "also_in": reference.document.id,
            }


def _list_words(document: Document, spans: Sequence[Span]) -> str:
    return _LIST.join(span.of(document.text) for span in spans)


def _sentence_cells(comparison: Comparison, sentence: SentenceLabel, matches: dict[str, Match]) -> Cells:
    """A sentence of the derivative with the label of most of its words, and all its matches."""
    origins = tuple(span for name in sentence.matches for span in matches[name].original)
    held = Held("derivative", comparison.derivative, sentence.span, comparison.original, origins)
    return {
        "row": "sentence",
        **_show(held),
        "label": sentence.label.value,
        "match": _LIST.join(sentence.matches),
        "shares": _LIST.join(f"{label.value} {share:.3f}" for label, share in sentence.shares),
    }


def _place(comparison: Comparison, derivative: Span | None, original: Span | None) -> Cells:
    """Where a row stands: in the derivative, or in the original where it stands only there."""
    if derivative:
        others = (original,) if original else ()
        return _show(Held("derivative", comparison.derivative, derivative, comparison.original, others))
    if original:
        return _show(Held("original", comparison.original, original, comparison.derivative, ()))
    return {}


def _show(held: Held) -> Cells:
    """The place and both wordings."""
    original_words, derivative_words = held.words()
    return {
        **dict(zip(_PLACE, held.place(), strict=True)),
        "original_words": original_words,
        "derivative_words": derivative_words,
    }
