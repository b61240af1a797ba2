"""TEI: read back by another program, held against the elements' definitions, every pointer leading somewhere."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from copytrail import compare, read_plain
from copytrail.corrections import relabel_match
from copytrail.export import FORMATS, ExportOptions
from copytrail.model import Comparison, Label, Note, NoteAbout, Span
from copytrail.notes import lay_notes, place_note
from tests.display.texts import FIRST, SECOND, THIRD, compare_texts
from tests.engine.correction_texts import SAID, find_match, hold, lay
from tests.export.test_options import bundled

TEI = {"t": "http://www.tei-c.org/ns/1.0"}
ID = "{http://www.w3.org/XML/1998/namespace}id"
SMALL = compare_texts([FIRST, SECOND, THIRD], [THIRD, FIRST.replace("Monday", "Tuesday"), "It rained all day."])


@cache
def read_schema() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(Path(__file__).with_name("tei.rng")))


def read(*comparisons: Comparison, **options) -> etree._Element:
    root = etree.fromstring(FORMATS["tei"].render(comparisons, ExportOptions(**options)))
    read_schema().assertValid(root)
    return root


def list_segments(root: etree._Element, side: int) -> list[etree._Element]:
    """Of the release (1) or of the article (2)."""
    return root.findall(f".//t:group/t:text[{side}]//t:seg", TEI)


@pytest.mark.parametrize("side", [1, 2])
def test_segments_hold_the_whole_text(side):
    document = (SMALL.original, SMALL.derivative)[side - 1]

    paragraphs = read(SMALL).findall(f".//t:group/t:text[{side}]//t:p", TEI)

    assert ["".join(each.itertext()) for each in paragraphs] == [
        each.span.of(document.text) for each in document.paragraphs
    ]


def test_labels_are_named_as_in_meter():
    kinds = {each.get("ana"): each.get("type") for each in list_segments(read(*bundled()), 2)}

    assert kinds == {
        "#label-copied": "verbatim",
        "#label-edited": "rewrite",
        "#label-paraphrased": "rewrite",
        "#label-added": "new",
        "#label-furniture": "furniture",
    }


def test_passages_point_at_their_sources_and_back():
    root = read(SMALL)

    there = {(each.get(ID), name) for each in list_segments(root, 2) for name in each.get("corresp", "").split()}
    back = {(name, each.get(ID)) for each in list_segments(root, 1) for name in each.get("corresp", "").split()}

    assert there
    assert {(a, r.removeprefix("#")) for a, r in there} == {(a.removeprefix("#"), r) for a, r in back}


def test_every_pointer_of_a_corpus_leads_somewhere():
    root = read(*bundled(), made=date(2026, 11, 22))
    names = [each.get(ID) for each in root.iter() if each.get(ID)]

    pointers = {
        pointer
        for each in root.iter()
        for attribute in ("corresp", "ana", "resp", "who", "decls")
        for pointer in each.get(attribute, "").split()
    }

    assert len(set(names)) == len(names)
    assert {each.removeprefix("#") for each in pointers} <= set(names)
    assert "on 2026-11-22" in root.findtext(".//t:publicationStmt/t:p", namespaces=TEI)


def test_decisions_of_people_are_told_apart():
    plain = hold()
    corrected = lay(plain, relabel_match(plain, find_match(plain, "The new bridge"), Label.PARAPHRASED, SAID))

    told, silent = read(corrected), read(corrected, names=False, notes=False)

    assert {each.get("resp") for each in list_segments(told, 2) if each.get("cert")} == {"#copytrail", "#people"}
    assert "Ada" in told.findtext(".//t:revisionDesc/t:change", namespaces=TEI)
    assert b"Ada" not in etree.tostring(silent)
    assert b"Both were read aloud" not in etree.tostring(silent)


def test_findings_stand_with_their_places():
    root = read(bundled()[0])
    items = root.findall(".//t:back//t:item", TEI)
    words = {each.get(ID): each.text for each in root.iter(f"{{{TEI['t']}}}seg")}

    wrong = next(each for each in items if each.get("n") == "wrong_speaker")

    assert "given to Dan Jarvis here" in wrong.findtext("t:p", namespaces=TEI)
    assert any("innovative foreign policy" in words[each.removeprefix("#")] for each in wrong.get("corresp").split())


def test_notes_stand_behind_the_texts():
    words = Span(0, SMALL.derivative.paragraphs[0].span.end)
    place = place_note(SMALL, NoteAbout.PASSAGE, derivative=words)
    note = Note(id="n1", place=place, text="Who wrote this first?", person="Ada", time=datetime(2026, 5, 3, tzinfo=UTC))

    root = read(lay_notes(SMALL, [note]))

    item = root.find(".//t:list[@type='notes']/t:item", TEI)
    assert item.findtext("t:p", namespaces=TEI) == "Ada: Who wrote this first?"
    assert item.get("corresp").startswith("#a1")
    assert read(lay_notes(SMALL, [note]), notes=False).find(".//t:list[@type='notes']", TEI) is None


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_words_make_a_valid_file(first, second):
    comparison = compare(read_plain(f"It rained. {first}"), read_plain(f"{second}\n\nIt rained. {first}"))

    root = read(comparison)

    assert len(root.findall(".//t:group/t:text", TEI)) == 2
