"""Notes find their words again, whatever is written elsewhere in the text."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copytrail import Comparison, read_plain
from copytrail.codec import comparison_from_data, comparison_to_data
from copytrail.corrections import apply_review
from copytrail.model import Note, NoteAbout, Reply, Review, Span
from copytrail.notes import find_quoted, lay_notes, place_note
from tests.engine.correction_texts import ARTICLE, RELEASE, find_span, hold

TIME = datetime(2026, 5, 3, 14, 2, tzinfo=UTC)
PARAGRAPHS = ARTICLE.split("\n\n")


def write(comparison: Comparison, words: str, about: NoteAbout = NoteAbout.PASSAGE, **places: Span) -> Note:
    places = places or {"derivative": find_span(comparison.derivative.text, words)}
    return Note(id="n", place=place_note(comparison, about, **places), text="Who says so?", time=TIME)


def lay(comparison: Comparison, *notes: Note) -> list[str]:
    laid = lay_notes(comparison, notes).notes
    return [each.derivative.of(comparison.derivative.text) if each.derivative else "" for each in laid]


def with_article(article: str) -> Comparison:
    return replace(hold(), derivative=read_plain(article), matches=(), findings=(), speech=(), facts=(), additions=())


@given(
    st.lists(st.text("abcdefg \n.,", max_size=40), min_size=3, max_size=3),
    st.sampled_from(["paid half", "years of work by local", "complained"]),
)
def test_edit_elsewhere_keeps_the_place(written, words):
    note = write(hold(), words)
    place = next(number for number, each in enumerate(PARAGRAPHS) if words in each)
    others = [text for number, text in enumerate(PARAGRAPHS) if number != place]
    changed = [f"{text} {new}" for text, new in zip(others, written, strict=True)]
    changed.insert(place, PARAGRAPHS[place])

    assert lay(with_article("\n\n".join(changed)), note) == [words]


@given(st.data())
def test_words_of_every_stretch_are_found_again(data):
    comparison = hold()
    text = comparison.derivative.text
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    note = write(comparison, "", derivative=span)

    if note.place.derivative:
        (laid,) = lay_notes(comparison, (note,)).notes
        assert laid.derivative.start <= span.end
        assert laid.derivative.of(text) == note.place.derivative.exact


def test_note_without_its_words_is_kept():
    note = write(hold(), "complained about")

    (laid,) = lay_notes(with_article("Nothing of this stands here now."), (note,)).notes

    assert not laid.is_placed
    assert laid.note == note


def test_changed_words_around_lose_only_few_words():
    article = "Yesterday, nobody: for many children everywhere. Then complained she."

    assert lay(with_article(article), write(hold(), "complained")) == [""]
    assert lay(with_article(article), write(hold(), "for many children")) == [""]
    longer = "the way to school for many children"
    assert lay(with_article(f"Now {longer} is not so."), write(hold(), longer)) == [longer]


def test_notes_stand_in_the_order_of_the_article():
    comparison = hold()
    notes = [
        replace(write(comparison, "", NoteAbout.WHOLE, derivative=None), id="whole"),
        replace(write(comparison, "Fishermen"), id="last"),
        replace(write(comparison, "five million"), id="first"),
    ]

    assert [each.note.id for each in lay_notes(comparison, notes).notes] == ["first", "last", "whole"]


def test_place_holds_whole_words_only():
    comparison = hold()
    start = RELEASE.index("bridge")

    place = place_note(comparison, NoteAbout.PASSAGE, original=Span(start + 2, start + 4))

    assert place.original.exact == "bridge"
    assert place_note(comparison, NoteAbout.PASSAGE, original=Span(start - 1, start)).original is None


@pytest.mark.parametrize(("quoted", "found"), [("County  PAID", "county paid"), ("the river", None), ("", None)])
def test_quoted_words_are_found_in_their_passage(quoted, found):
    document = hold().derivative
    within = find_span(document.text, PARAGRAPHS[1])

    span = find_quoted(document, within, quoted)

    assert (span.of(document.text) if span else None) == found


def test_notes_are_written_only_where_asked_for():
    comparison = hold()
    reply = Reply(id="r", text="Ask them.", person="Ada", time=TIME, edited=TIME)
    note = replace(write(comparison, "Fishermen"), replies=(reply,), resolved=TIME, resolver="Ada")

    noted = apply_review(comparison, Review(notes=(note,)))

    assert "notes" not in comparison_to_data(comparison)
    assert comparison_to_data(noted)["notes"][0]["replies"][0]["text"] == "Ask them."
    assert comparison_from_data(comparison_to_data(noted)) == noted
