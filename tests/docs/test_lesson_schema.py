"""The published JSON Schema of lessons describes what the codec writes, and docs/json.md names its fields."""

from __future__ import annotations

import json
import re
from copy import deepcopy
from functools import cache
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from copytrail.codec.lessons import LESSON_SCHEMA, lesson_to_data
from copytrail.lesson_files import bundled_lessons
from copytrail.teaching import Provenance, Step, TaskKind, Term, Timing
from tests.docs.test_schema import changed
from tests.teaching.lesson_texts import make_lesson

DOCS = Path(__file__).resolve().parents[2] / "docs"


@cache
def schema():
    return json.loads((DOCS / "lesson.schema.json").read_text(encoding="utf-8"))


@cache
def validator():
    return Draft202012Validator(schema())


def small():
    """A short lesson in which every list has something in it."""
    lesson = make_lesson(
        learning_goals=("a",),
        discussion_questions=("b",),
        glossary=(Term(word="c", means="d"),),
        timings=(Timing(minutes=20, steps=(Step(minutes=20, what="e"),), task_ids=("t1",)),),
        provenance=Provenance(author="f"),
    )
    return lesson_to_data(lesson)


def names(part):
    """All names of fields of the schema."""
    yield from part.get("properties", {})
    for inside in [*part.get("properties", {}).values(), *part.get("$defs", {}).values(), part.get("items", {})]:
        yield from names(inside) if inside else ()


def test_the_schema_is_one_itself():
    Draft202012Validator.check_schema(schema())

    assert schema()["properties"]["schema"]["const"] == LESSON_SCHEMA
    assert schema()["$defs"]["task"]["properties"]["kind"]["enum"] == [kind.value for kind in TaskKind]


@pytest.mark.parametrize("number", range(5))
def test_bundled_lessons_fit_the_schema(number):
    data = json.loads(json.dumps(lesson_to_data(bundled_lessons()[number].open())))

    assert [error.message for error in validator().iter_errors(data)] == []


@pytest.mark.parametrize("name", [name for name in small() if name != "schema"])
def test_a_missing_field_is_noticed(name):
    assert validator().is_valid(small())
    assert not validator().is_valid(changed(small(), (name,), remove=True))


@pytest.mark.parametrize("name", [*small()["tasks"][0]])
def test_a_damaged_task_is_noticed(name):
    data = deepcopy(small())
    data["tasks"][0][name] = 99.5

    assert not validator().is_valid(data)


def test_no_field_is_written_undescribed():
    assert set(undescribed(schema(), small())) == set()


def undescribed(part, data, path=""):
    part = schema()["$defs"][part["$ref"].rsplit("/", 1)[1]] if "$ref" in part else part
    if "anyOf" in part and data is not None:
        yield from undescribed(part["anyOf"][0], data, path)
    elif isinstance(data, list):
        for item in data:
            yield from undescribed(part["items"], item, path + "[]") if "items" in part else ()
    elif isinstance(data, dict):
        for name, value in data.items():
            known = name in part.get("properties", {})
            yield from undescribed(part["properties"][name], value, f"{path}.{name}") if known else (f"{path}.{name}",)


@pytest.mark.parametrize("name", sorted(set(names(schema())) - {"start", "end"}))
def test_the_page_names_every_field(name):
    section = (DOCS / "json.md").read_text(encoding="utf-8").partition("\n## Lessons\n")[2]

    assert re.search(rf"[`…]{name}(?:\[\])?`", section)
