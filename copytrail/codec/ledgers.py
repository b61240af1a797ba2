"""The rows of the ledgers, and the findings, to JSON data and back."""

from __future__ import annotations

from copytrail.codec.matches import edit_from_data, edit_to_data
from copytrail.codec.reviews import by_hand_from_data, by_hand_to_data, dismissal_from_data, dismissal_to_data
from copytrail.codec.spans import Json, to_exact, to_optional_exact, to_optional_span, to_span
from copytrail.model import (
    Addition,
    AdditionKind,
    Fact,
    FactKind,
    FactOutcome,
    Finding,
    Loss,
    Omission,
    Quotation,
    QuotationKind,
    Speaker,
    Speech,
    SpeechOutcome,
)


def speech_to_data(row: Speech, original: str, derivative: str) -> Json:
    """A row of the speech ledger."""
    return {
        "outcome": row.outcome.value,
        "wording": row.wording.value,
        "derivative": _quotation_to_data(row.derivative, derivative) if row.derivative else None,
        "original": _quotation_to_data(row.original, original) if row.original else None,
        "edits": [edit_to_data(edit) for edit in row.edits],
    }


def speech_from_data(data: Json) -> Speech:
    """The row of the speech ledger that data describes."""
    return Speech(
        outcome=SpeechOutcome(data["outcome"]),
        wording=SpeechOutcome(data["wording"]),
        derivative=_quotation_from_data(data["derivative"]) if data["derivative"] else None,
        original=_quotation_from_data(data["original"]) if data["original"] else None,
        edits=tuple(edit_from_data(edit) for edit in data["edits"]),
    )


def _quotation_to_data(quotation: Quotation, text: str) -> Json:
    """A quotation with its speaker and cue."""
    speaker, cue = quotation.speaker, quotation.cue
    return {
        **to_exact(quotation.content, text),
        "kind": quotation.kind.value,
        "speaker": {"name": speaker.name, "start": speaker.span.start, "end": speaker.span.end} if speaker else None,
        "cue": to_optional_exact(cue, text),
        "unsure": quotation.unsure,
        "corrected": by_hand_to_data(quotation.corrected, "speaker"),
    }


def _quotation_from_data(data: Json) -> Quotation:
    """The quotation that data describes."""
    speaker, cue = data["speaker"], data["cue"]
    return Quotation(
        content=to_span(data),
        kind=QuotationKind(data["kind"]),
        speaker=Speaker(speaker["name"], to_span(speaker)) if speaker else None,
        cue=to_optional_span(cue),
        unsure=data["unsure"],
        corrected=by_hand_from_data(data.get("corrected"), "speaker"),
    )


def fact_to_data(fact: Fact, original: str, derivative: str) -> Json:
    """A row of the fact ledger with the words of both sides."""
    return {
        "kind": fact.kind.value,
        "value": fact.value,
        "outcome": fact.outcome.value,
        "derivative": to_optional_exact(fact.derivative, derivative),
        "original": to_optional_exact(fact.original, original),
    }


def fact_from_data(data: Json) -> Fact:
    """The row that data describes."""
    return Fact(
        kind=FactKind(data["kind"]),
        value=data["value"],
        outcome=FactOutcome(data["outcome"]),
        derivative=to_optional_span(data["derivative"]),
        original=to_optional_span(data["original"]),
    )


def addition_to_data(addition: Addition, _: str, derivative: str) -> Json:
    """An addition with its words and its kind."""
    return {
        **to_exact(addition.span, derivative),
        "kind": addition.kind.value,
        "also_in": list(addition.also_in),
        "why": addition.why,
    }


def addition_from_data(data: Json) -> Addition:
    """The addition that data describes."""
    return Addition(
        span=to_span(data), kind=AdditionKind(data["kind"]), why=data["why"], also_in=tuple(data["also_in"])
    )


def omission_to_data(omission: Omission, original: str, _: str) -> Json:
    """An omission with its words and what is lost with it."""
    return {
        **to_exact(omission.span, original),
        "rank": omission.rank,
        "lost": [loss.value for loss in omission.lost],
        "why": omission.why,
    }


def omission_from_data(data: Json) -> Omission:
    """The omission that data describes."""
    return Omission(
        span=to_span(data), rank=data["rank"], lost=tuple(Loss(loss) for loss in data["lost"]), why=data["why"]
    )


def finding_to_data(finding: Finding, original: str, derivative: str) -> Json:
    """A finding with its evidence."""
    return {
        "kind": finding.kind,
        "derivative": to_optional_exact(finding.derivative, derivative),
        "original": to_optional_exact(finding.original, original),
        "expected": finding.expected,
        "found": finding.found,
        "why": finding.why,
        "dismissed": dismissal_to_data(finding.dismissed) if finding.dismissed else None,
    }


def finding_from_data(data: Json) -> Finding:
    """The finding that data describes."""
    return Finding(
        kind=data["kind"],
        derivative=to_optional_span(data["derivative"]),
        original=to_optional_span(data["original"]),
        expected=data["expected"],
        found=data["found"],
        why=data["why"],
        dismissed=dismissal_from_data(data["dismissed"]) if data.get("dismissed") else None,
    )
