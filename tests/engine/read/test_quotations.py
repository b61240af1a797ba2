"""Quotations are found by every style of mark, over paragraphs, and told apart from titles and scare quotes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from copytrail import read_plain
from copytrail.model import Document, ParagraphKind, Quotation, QuotationKind
from copytrail.read.quotations import read_quotations


def document(text: str, language: str = "en") -> Document:
    return replace(read_plain(text), language=language)


def read(text: str, language: str = "en") -> tuple[Quotation, ...]:
    return read_quotations(document(text, language))


def contents(text: str, language: str = "en") -> list[str]:
    """What stands between marks, or would."""
    return [found.content.of(text) for found in read(text, language) if found.kind is not QuotationKind.INDIRECT]


@pytest.mark.parametrize(
    "marks", ["“”", "‘’", '""', "''", "«»", "»«", "„“", "„”", "‚‘", "‹›", "「」", ["« ", " »"], ["``", "''"]]
)
def test_every_style_of_mark_is_read(marks):
    text = f"{marks[0]}The bridge will open in March,{marks[1]} said Mayor Ada Holm."

    assert contents(text) == ["The bridge will open in March,"]


@pytest.mark.parametrize(
    "text",
    [
        "It’s the mayor’s bridge, and it isn’t the drivers’ first, Ada Holm said in the ’90s.",
        "It's the mayor's bridge, and the drivers' only one, Ada Holm said in the '90s.",
        "Ships 12' wide don't fit, said Ada Holm, 'cause it's low.",
    ],
)
def test_apostrophes_open_no_quotation(text):
    assert contents(text) == []


def test_apostrophes_stay_inside_single_marks():
    text = "Ada Holm said: ‘It’s the drivers’ bridge and isn’t ours.’ Then she left."

    assert contents(text) == ["It’s the drivers’ bridge and isn’t ours."]


def test_marks_inside_marks_make_one_quotation():
    text = "“They told me ‘never again’ and ‘we’re closed’,” said Ada Holm."

    assert contents(text) == ["They told me ‘never again’ and ‘we’re closed’,"]


def test_straight_marks_nest_in_straight_marks():
    text = 'She told us: "If somebody says, "I want the bridge," you know, he means it."'

    assert contents(text) == ['If somebody says, "I want the bridge," you know, he means it.']


def test_a_curly_mark_is_closed_by_a_straight_one():
    text = '“We have waited for years," said Ada Holm. She left.'

    assert contents(text) == ["We have waited for years,"]


def test_paragraphs_with_opening_marks_are_one_quotation():
    text = "Ada Holm said: “We waited.\n“We paid.\n“Now we drive.”\nThe road is long and old."

    [found] = read(text)

    assert found.content.of(text) == "We waited.\n“We paid.\n“Now we drive."
    assert not found.unsure


def test_a_mark_that_never_closes_is_unsure():
    text = "Ada Holm said: “We waited for the bridge.\nThe road is long and old, as everybody knows."

    [found] = read(text)

    assert found.content.of(text) == "We waited for the bridge."
    assert found.unsure


def test_a_tag_between_parts_belongs_to_both():
    text = "“We waited for years,” Ada Holm said, “and now we drive on it.”"

    first, second = read(text)

    assert {first.speaker.name, second.speaker.name} == {"Ada Holm"}
    assert first.cue == second.cue


def test_a_partial_quotation_of_one_word_needs_its_user():
    text = "The mayor said the “swift” opening was a surprise. The “reset” is a word for it."

    [found] = read(text)

    assert found.content.of(text) == "swift"
    assert found.kind is QuotationKind.PARTIAL


@pytest.mark.parametrize(
    "text",
    [
        "She is the author of “A Bridge Too Late” and lives in Rodan.",
        "“New Bridge Opens in Rodan,” by Carla Penn in the Courier.",
        'The page has <div class="wide" id="main">Rodan</div> in it.',
    ],
)
def test_titles_and_attributes_are_no_speech(text):
    assert contents(text) == []


def test_furniture_holds_no_quotations():
    page = document("Ada Holm said: “We waited.”\nRelated: Bob Penn said “We will never pay for it.”")
    furniture = replace(page.paragraphs[1], kind=ParagraphKind.FURNITURE)

    found = read_quotations(replace(page, paragraphs=(page.paragraphs[0], furniture)))

    assert [quotation.content.of(page.text) for quotation in found] == ["We waited."]


def test_a_text_without_speech_has_no_quotations():
    assert read("The bridge opened in March. It is long.") == ()
