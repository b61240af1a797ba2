"""What is changed on purpose and must be found, or is harmless and must not be reported."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from random import Random

from bench.mutations.changes import Change, Operation, Source
from bench.mutations.claims import drop_hedge, reverse_claim
from bench.mutations.english_facts import (
    change_date,
    change_figure,
    change_house_style,
    change_name,
    change_title,
    change_unit,
    keep_text,
)
from bench.mutations.german_facts import (
    change_german_date,
    change_german_figure,
    change_german_house_style,
    change_german_unit,
)
from bench.mutations.speech import alter_word, join_quotations, swap_speakers
from copytrail.model.ledgers import Finding
from copytrail.model.segments import Span

_IN_SPEECH = ("altered_quotation",)
"""A fact changed inside a quotation is told once, as altered words."""
_DATES = ("changed_date", "unsupported_date", *_IN_SPEECH)
_FIGURES = ("changed_figure", "unsupported_figure", *_DATES)
"""A number of years is told as a date."""
_NAMES = ("changed_name", "unsupported_name", "wrong_speaker", "changed_title", *_IN_SPEECH)
"""The name of a body is a part of its director's office."""
_REVERSED = ("reversed_claim", "changed_figure", *_IN_SPEECH)
"""“Less than 40” for “more than 40” is another figure."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One operation: the kinds of finding that tell of it, and the goal for the share found."""

    name: str
    operation: Operation
    kinds: tuple[str, ...]
    goal: float | None = None


_REVERSAL = Trial("claim reversed", reverse_claim, _REVERSED, 0.80)
_HEDGE = Trial("hedge dropped", drop_hedge, ("stronger_claim", *_IN_SPEECH))
TRIALS = {
    "en": (
        Trial("two speakers swapped", swap_speakers, ("wrong_speaker",), 0.95),
        Trial("word altered in a quotation", alter_word, ("altered_quotation",), 0.95),
        Trial("two quotations joined", join_quotations, ("spliced_quotation",)),
        Trial("figure changed", change_figure, _FIGURES, 0.97),
        Trial("date changed", change_date, _DATES),
        Trial("unit changed", change_unit, _FIGURES),
        Trial("name changed", change_name, _NAMES, 0.95),
        Trial("title changed", change_title, ("changed_title", *_IN_SPEECH)),
        _REVERSAL,
        _HEDGE,
    ),
    "de": (
        Trial("figure changed", change_german_figure, _FIGURES, 0.97),
        Trial("date changed", change_german_date, _DATES),
        Trial("unit changed", change_german_unit, _FIGURES),
        _REVERSAL,
        _HEDGE,
    ),
}
"""What is changed in which language, and what is to be reached."""

_IDENTICAL = Trial("identical", keep_text, (), 0.0)
HARMLESS = {
    "en": (Trial("house style only", change_house_style, (), 1 / 20), _IDENTICAL),
    "de": (Trial("house style only", change_german_house_style, (), 1 / 20), _IDENTICAL),
}
"""What must not be reported, with the findings a text that are allowed."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of one operation on one text."""

    trial: str
    way: str
    is_found: bool
    is_noticed: bool
    """Whether there is any finding at the place at all."""
    elsewhere: int


def change_source(name: str, operation: Operation, key: str, source: Source) -> Change | None:
    """The text changed once by an operation that has a name; the same for the same key every time."""
    return operation(source, Random(f"{name} {key}"))


def judge_findings(trial: Trial, change: Change, findings: Iterable[Finding]) -> Tried:
    """Whether the findings tell of the change, and how many speak of something else."""
    there, elsewhere = [], 0
    for finding in findings:
        if _tells_of(finding, change):
            there.append(finding.kind)
        else:
            elsewhere += 1
    return Tried(trial.name, change.way, any(kind in trial.kinds for kind in there), bool(there), elsewhere)


def _tells_of(finding: Finding, change: Change) -> bool:
    """Whether a finding is about the place, or names what was put in there, as of a speaker beside his words."""
    names = any(place.of(change.text) in finding.found for place in change.derivative if place)
    return names or _touches(finding.original, change.original) or _touches(finding.derivative, change.derivative)


def _touches(place: Span | None, places: Iterable[Span]) -> bool:
    return place is not None and any(place.overlaps(one) for one in places)
