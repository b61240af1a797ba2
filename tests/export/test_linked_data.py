"""Web annotations as a reader of linked data takes them: as statements, whatever their JSON looks like.

No package brings the context of the W3C, so `anno.json` maps the terms that we write, after the Web Annotation
Vocabulary; it stands in for the address that the files name.
"""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from pyld import jsonld

from copytrail.export import FORMATS, ExportOptions
from copytrail.model import Comparison
from tests.export.test_notes import NOTED
from tests.export.test_options import bundled

CONTEXT = json.loads((Path(__file__).parent / "anno.json").read_text(encoding="utf-8"))
OA = "http://www.w3.org/ns/oa#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
VALUE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#value"
COUNTED = "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"


def load(address, _options):
    """The one context that the files name; nothing else is ever asked for."""
    assert address == "http://www.w3.org/ns/anno.jsonld"
    return {"contextUrl": None, "documentUrl": address, "document": CONTEXT}


def render(*comparisons: Comparison) -> dict:
    return json.loads(FORMATS["annotations"].render(comparisons, ExportOptions(made=date(2026, 11, 22))))


def read(*comparisons: Comparison) -> list[dict]:
    """Every statement of the export."""
    return jsonld.to_rdf(render(*comparisons), {"documentLoader": load})["@default"]


@pytest.fixture(scope="module")
def statements():
    return read(*bundled())


def follow(statements: list[dict], subject: str, name: str) -> list[str]:
    found = (each for each in statements if each["subject"]["value"] == subject)
    return [each["object"]["value"] for each in found if each["predicate"]["value"] == name]


def list_instances(statements: list[dict], kind: str) -> list[str]:
    found = (each for each in statements if each["predicate"]["value"] == TYPE)
    return [each["subject"]["value"] for each in found if each["object"]["value"] == kind]


def test_no_property_is_lost():
    lost = []
    jsonld.expand(render(*bundled(), NOTED), {"documentLoader": load}, on_property_dropped=lost.append)

    assert lost == []


def test_digests_of_the_texts_are_told(statements):
    told = {
        each["object"]["value"] for each in statements if each["predicate"]["value"].endswith(":sha_256_of_the_file")
    }

    assert told == {bundled()[0].original.sha256, *(each.derivative.sha256 for each in bundled())}


def test_every_match_and_finding_is_an_annotation(statements):
    annotations = list_instances(statements, f"{OA}Annotation")
    placed = [finding for each in bundled() for finding in each.findings if finding.derivative or finding.original]

    motives = Counter(motive for each in annotations for motive in follow(statements, each, f"{OA}motivatedBy"))

    assert motives == {f"{OA}linking": sum(len(each.matches) for each in bundled()), f"{OA}commenting": len(placed)}


def test_both_selectors_find_the_same_words():
    comparison = bundled()[0]
    statements = read(comparison)
    texts = [comparison.original.text, comparison.derivative.text]

    places = list_instances(statements, f"{OA}SpecificResource")

    assert len(places) > 2 * len(comparison.findings)
    for place in places:
        facts = {}
        for selector in follow(statements, place, f"{OA}hasSelector"):
            for name in ("start", "end", "exact"):
                facts.update((name, value) for value in follow(statements, selector, f"{OA}{name}"))
        start, end = int(facts["start"]), int(facts["end"])
        assert facts["exact"] in {text[start:end] for text in texts}


def test_positions_are_counted_numbers(statements):
    ends = [each["object"] for each in statements if each["predicate"]["value"] in (f"{OA}start", f"{OA}end")]

    assert ends
    assert {each["datatype"] for each in ends} == {COUNTED}


def test_notes_say_who_wrote_them():
    statements = read(NOTED)
    creator = "http://purl.org/dc/terms/creator"

    bodies = {
        value: follow(statements, person, "http://xmlns.com/foaf/0.1/name")
        for body in list_instances(statements, f"{OA}TextualBody")
        for value in follow(statements, body, VALUE)
        for person in follow(statements, body, creator)
    }

    assert bodies == {"Who wrote this first?": ["Ada"], "The ministry did, we called.": ["Ben"]}


def test_one_text_has_one_name_everywhere(statements):
    named = {each["object"]["value"] for each in statements if each["predicate"]["value"] == f"{OA}hasSource"}
    used = [bundled()[0].original, *(each.derivative for each in bundled() if each.matches or each.findings)]

    assert named == {f"urn:sha256:{each.sha256}" for each in used}
