"""Single words that changed their place inside a match."""

import pytest

from copytrail import compare, read_plain
from copytrail.model import Edit, EditKind

ORIGINAL = "The council will hastily close 2 gates of the northern market hall on Monday for repairs."


def kept_words(derivative: str) -> list[str]:
    (match,) = compare(read_plain(ORIGINAL), read_plain(derivative)).matches
    return [_words(edit, derivative) for edit in match.edits if edit.kind is EditKind.KEPT]


def _words(edit: Edit, text: str) -> str:
    return edit.derivative.of(text) if edit.derivative else ""


def test_a_moved_word_is_kept():
    moved = "The council will close 2 gates of the northern market hall hastily on Monday for repairs."

    assert "hastily" in kept_words(moved)


def test_a_moved_function_word_is_not():
    moved = "The council will hastily close 2 gates of the northern market hall Monday for repairs on it."

    assert "on" not in kept_words(moved)


@pytest.mark.parametrize(
    ("word", "moved"),
    [
        ("Monday", "The council will on Monday hastily close 2 gates of the northern market hall for repairs."),
        ("2", "The council will hastily close gates of the northern market hall on Monday for 2 repairs."),
    ],
)
def test_moved_names_and_figures_say_another_thing(word, moved):
    assert word not in kept_words(moved)


def test_a_repeated_word_stays_unpaired():
    moved = "The council will close 2 gates of the northern market hall hastily, hastily on Monday for repairs."

    assert "hastily" not in kept_words(moved)
