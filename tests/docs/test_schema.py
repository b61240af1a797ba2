"""The published JSON Schema describes what the codec writes, and notices what it should not write."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import fields, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from copytrail import Comparison, compare
from copytrail.case_files import bundled_cases
from copytrail.codec import SCHEMA, comparison_to_data
from copytrail.corrections import apply_review
from copytrail.model import Anchor, Finding, Review, Span, Thresholds
from copytrail.references import hold_references
from copytrail.review import dismiss

ANCHOR = {"exact": "bridge", "prefix": "The ", "suffix": " opened", "start": 4}
DOCS = Path(__file__).resolve().parents[2] / "docs"


@cache
def schema() -> dict:
    return json.loads((DOCS / "comparison.schema.json").read_text(encoding="utf-8"))


@cache
def validator() -> Draft202012Validator:
    return Draft202012Validator(schema())


@cache
def comparisons() -> tuple[dict, ...]:
    case = bundled_cases()[0]
    original = case.original.read()
    return tuple(comparison_to_data(compare(original, derivative.read())) for derivative in case.derivatives)


@cache
def small() -> dict:
    """A short comparison in which every list of this version has something in it."""
    from copytrail import read_plain

    caveat = "The toll is subject to a vote of the council on 9 May."
    original = read_plain(f"The bridge opened on Monday after long delays. {caveat}\n\nShare")
    derivative = read_plain("The old bridge opened Monday after delays, he said.\n\nIt rained.\n\nShare")
    found = compare(original, derivative)
    other = read_plain("The bridge opened on Tuesday after long delays. It rained.", id="reference-1")
    (found,) = hold_references([found], [other])
    found = replace(found, additions=tuple(replace(one, also_in=("other",)) for one in found.additions))
    finding = Finding(kind="changed_date", derivative=Span(0, 3), original=None, expected="a", found="b", why="c")
    with_finding = Comparison(
        original=found.original, derivative=found.derivative, matches=found.matches, findings=(finding,)
    )
    dismissal = dismiss(with_finding, finding, reason="Both are right.", time=datetime(2026, 11, 22, tzinfo=UTC))
    other = replace(dismissal, kind="changed_name", anchors=replace(dismissal.anchors, original=Anchor(**ANCHOR)))
    reviewed = comparison_to_data(apply_review(with_finding, Review(dismissals=(dismissal, other))))
    return {**comparison_to_data(found), "findings": reviewed["findings"], "unplaced": reviewed["unplaced"]}


def resolve(part: dict) -> dict:
    return schema()["$defs"][part["$ref"].rsplit("/", 1)[1]] if "$ref" in part else part


def required_places(part: dict, data: object, path: tuple = ()) -> Iterator[tuple]:
    """The paths of all required fields that the data has, one element standing for each list."""
    part = resolve(part)
    if "anyOf" in part and data is not None:
        yield from required_places(part["anyOf"][0], data, path)
    elif isinstance(data, list) and data and "items" in part:
        yield from required_places(part["items"], data[0], (*path, 0))
    elif isinstance(data, dict):
        for name in part.get("required", ()):
            yield (*path, name)
            yield from required_places(part["properties"][name], data[name], (*path, name))


def changed(data: dict, path: tuple, *, remove: bool) -> dict:
    copy = deepcopy(data)
    place = copy
    for step in path[:-1]:
        place = place[step]
    if remove:
        del place[path[-1]]
    else:
        place[path[-1]] = {"no": "such value"} if not isinstance(place[path[-1]], dict) else 5
    return copy


PLACES = tuple(required_places(schema(), small()))


def test_the_schema_is_one_itself():
    Draft202012Validator.check_schema(schema())

    assert schema()["properties"]["schema"]["const"] == SCHEMA


@pytest.mark.parametrize("number", range(4))
def test_the_bundled_case_fits_the_schema(number):
    assert [error.message for error in validator().iter_errors(comparisons()[number])] == []


def test_every_kind_of_field_is_tried():
    names = {path[-1] for path in PLACES}

    assert {"exact", "why", "edits", "shares", "reason", "verbatim", "reasons", "expected", "left_out"} <= names
    assert {"also_in", "rank", "lost", "questions", "candidates", "reference"} <= names
    assert len(PLACES) > 100


@pytest.mark.parametrize("path", PLACES, ids=lambda path: ".".join(map(str, path)))
def test_a_damaged_field_is_noticed(path):
    assert validator().is_valid(small())
    assert not validator().is_valid(changed(small(), path, remove=True))
    assert not validator().is_valid(changed(small(), path, remove=False))


def test_no_field_is_written_undescribed():
    unknown = {path for data in (*comparisons(), small()) for path in undescribed(schema(), data)}

    assert unknown == set()


def undescribed(part: dict, data: object, path: str = "") -> Iterator[str]:
    part = resolve(part)
    if "anyOf" in part and data is not None:
        yield from undescribed(part["anyOf"][0], data, path)
    elif isinstance(data, list):
        for item in data:
            yield from undescribed(part["items"], item, path + "[]")
    elif isinstance(data, dict):
        for name, value in data.items():
            if name in part.get("properties", {}):
                yield from undescribed(part["properties"][name], value, f"{path}.{name}")
            elif "additionalProperties" not in part:
                yield f"{path}.{name}"


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("matches", 0, "label"), "added"),
        (("passages", "derivative", 0, "label"), "left_out"),
        (("passages", "original", 0, "label"), "added"),
        (("matches", 0, "derivative", "start"), -1),
        (("matches", 0, "score"), 1.5),
        (("matches", 0, "original"), []),
        (("blocks", 0, "original"), [1]),
        (("summary", "derivation"), "stolen"),
        (("sentences", 0, "shares"), {"stolen": 1.0}),
        (("schema",), "copytrail.comparison/2"),
        (("original", "text"), ""),
    ],
)
def test_values_outside_the_contract_are_noticed(path, value):
    data = deepcopy(small())
    place = data
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value

    assert not validator().is_valid(data)


@pytest.mark.parametrize("name", [field.name for field in fields(Thresholds)])
def test_every_threshold_is_explained(name):
    assert f"| `{name}` | {getattr(Thresholds(), name)} |" in (DOCS / "method.md").read_text(encoding="utf-8")
    assert name in schema()["$defs"]["thresholds"]["required"]


@pytest.mark.parametrize("name", [*schema()["$defs"], *schema()["required"]])
def test_every_part_is_described(name):
    part = schema()["$defs"].get(name) or schema()["properties"][name]

    assert part.get("description") or resolve(part)["description"]


def test_notes_are_described_where_they_were_asked_for():
    comparison = noted()

    data = comparison_to_data(comparison)

    assert list(validator().iter_errors(data)) == []
    broken = deepcopy(data)
    del broken["notes"][0]["replies"][0]["time"]
    assert list(validator().iter_errors(broken)) != []


def noted() -> Comparison:
    from copytrail import read_plain
    from copytrail.model import Note, NoteAbout, Reply
    from copytrail.notes import place_note

    time = datetime(2026, 11, 22, tzinfo=UTC)
    found = compare(read_plain("The bridge opened on Monday."), read_plain("The bridge opened on Monday."))
    place = place_note(found, NoteAbout.PAIR, derivative=Span(4, 10), original=Span(4, 10))
    reply = Reply(id="r", text="The office.", time=time)
    return apply_review(found, Review(notes=(Note(id="n", place=place, text="Who?", time=time, replies=(reply,)),)))
