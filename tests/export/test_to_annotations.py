"""Web annotations: each target is found again by position and by words."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from copytrail.corrections import relabel_match
from copytrail.export import FORMATS, ExportOptions
from copytrail.model import Comparison, Label
from tests.display.texts import FIRST, SECOND, THIRD, compare_texts
from tests.engine.correction_texts import SAID, find_match, hold, lay

SMALL = compare_texts([FIRST, SECOND, THIRD], [THIRD, FIRST.replace("Monday", "Tuesday")])
SELECTORS = {
    "type": "array",
    "prefixItems": [
        {"properties": {"type": {"const": "TextPositionSelector"}}, "required": ["type", "start", "end"]},
        {"properties": {"type": {"const": "TextQuoteSelector"}}, "required": ["type", "exact", "prefix", "suffix"]},
    ],
    "minItems": 2,
}
ANNOTATION = {
    "required": ["id", "type", "motivation", "body", "target"],
    "properties": {
        "id": {"pattern": "^urn:copytrail:[0-9a-f]{64}#"},
        "type": {"const": "Annotation"},
        "motivation": {"enum": ["linking", "commenting"]},
        "body": {"type": "array", "minItems": 1, "items": {"required": ["type", "purpose", "value"]}},
        "target": {
            "type": "array",
            "minItems": 1,
            "items": {"required": ["type", "source", "selector"], "properties": {"selector": SELECTORS}},
        },
    },
}


def read_items(comparison: Comparison, **options) -> list[dict]:
    data = json.loads(FORMATS["annotations"].render((comparison,), ExportOptions(**options)))
    assert data["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    return data["copytrail:pages"][0]["items"]


def test_annotations_have_the_shape_of_the_standard():
    items = read_items(SMALL)

    assert {each["motivation"] for each in items} == {"linking", "commenting"}
    for each in items:
        Draft202012Validator(ANNOTATION).validate(each)
    assert len({each["id"] for each in items}) == len(items)


def test_each_match_links_both_texts():
    links = [each for each in read_items(SMALL) if each["motivation"] == "linking"]

    assert len(links) == len(SMALL.matches)
    for link, match in zip(links, SMALL.matches, strict=True):
        assert len(link["target"]) == 1 + len(match.original)


@pytest.mark.parametrize("number", [0, 1])
def test_positions_and_words_agree(number):
    text = (SMALL.derivative, SMALL.original)[number].text

    for link in (each for each in read_items(SMALL) if each["motivation"] == "linking"):
        position, quote = link["target"][number]["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert f"{quote['prefix']}{quote['exact']}{quote['suffix']}" in text


def test_decisions_of_people_are_told_apart():
    plain = hold()
    corrected = lay(plain, relabel_match(plain, find_match(plain, "The new bridge"), Label.PARAPHRASED, SAID))

    told = json.dumps(read_items(corrected), ensure_ascii=False)
    silent = json.dumps(read_items(corrected, names=False), ensure_ascii=False)

    assert (
        "Set by hand, 3 May 2026, 09:00 UTC, by Ada, because: Both were read aloud; the machine said: copied." in told
    )
    assert "Set by hand" in silent
    assert "Ada" not in silent
