"""Pairs of texts with the labels a reader gives their phrases, written before the engine was asked.

A new pair is three files: `<name>.original.txt`, `<name>.derivative.txt`, `<name>.expected.json`.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from copytrail import Comparison, compare, read_plain
from copytrail.measures import measure
from copytrail.model import Passage, Span
from copytrail.passages import match_by_id, tile_derivative, tile_original
from copytrail.words import word_pairs

FOLDER = Path(__file__).parent
NAMES = sorted(path.name.removesuffix(".expected.json") for path in FOLDER.glob("*.expected.json"))


def read(name: str) -> tuple[Comparison, dict]:
    original, derivative = (read_plain((FOLDER / f"{name}.{side}.txt").read_bytes()) for side in SIDES)
    return compare(original, derivative), json.loads((FOLDER / f"{name}.expected.json").read_text(encoding="utf-8"))


SIDES = ("original", "derivative")


def find_once(text: str, phrase: str) -> Span:
    start = text.index(phrase)
    assert text.find(phrase, start + 1) < 0, f"{phrase!r} stands twice"
    return Span(start, start + len(phrase))


def passages_under(passages: tuple[Passage, ...], text: str, phrase: str) -> list[Passage]:
    place = find_once(text, phrase)
    words = [Span(start, end) for start, end in word_pairs(text, place.start, place.end)]
    return [passage for passage in passages if any(passage.span.contains(word) for word in words)]


def complain(comparison: Comparison, phrase: dict, side: str) -> list[str]:
    """What is wrong about one phrase, in words."""
    text = getattr(comparison, side).text
    tiles = tile_derivative(comparison) if side == "derivative" else tile_original(comparison)
    found = passages_under(tiles, text, phrase["words"])
    labels = [passage.label.value for passage in found]
    wrong = [] if set(labels) <= set(phrase["labels"]) else [f"is {labels}, not {phrase['labels']}"]
    matches = [match_by_id(comparison)[passage.match] for passage in found if passage.match]
    if "source" in phrase:
        span = find_once(comparison.original.text, phrase["source"])
        if not any(source.overlaps(span) for match in matches for source in match.original):
            wrong.append(f"does not come from {phrase['source']!r}")
    if "moved" in phrase and {match.moved for match in matches} != {phrase["moved"]}:
        wrong.append(f"moved is not {phrase['moved']}")
    return [f"{phrase['words']!r} {what}" for what in wrong]


@pytest.mark.parametrize("name", NAMES)
def test_pair_reads_as_expected(name):
    comparison, expected = read(name)

    wrong = [line for side in SIDES for phrase in expected[side] for line in complain(comparison, phrase, side)]

    assert wrong == []
    assert measure(comparison).derivation.value == expected["derivation"]


def test_pairs_are_complete_and_enough():
    texts = {path.name for path in FOLDER.glob("*.txt")}

    assert texts == {f"{name}.{side}.txt" for name in NAMES for side in SIDES}
    assert len(NAMES) >= 10
