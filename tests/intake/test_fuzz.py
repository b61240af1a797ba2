"""Damaged files of every format: a text or one clear sentence, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copytrail.errors import EmptyText, UnreadableInput
from copytrail.intake.characters.charsets import ENCODINGS
from copytrail.intake.documents import make_document
from copytrail.intake.extracts import Changes, FileOptions
from copytrail.intake.formats import FORMATS
from copytrail.intake.sniff import find_format
from tests.intake.samples import read_samples

NAMES = sorted(FORMATS)
OPTIONS = st.builds(
    FileOptions, encoding=st.sampled_from(["", *(name for name, _ in ENCODINGS)]), changes=st.sampled_from(Changes)
)


@st.composite
def damage(draw, data):
    """The bytes with a few of them changed, left out, doubled or cut off."""
    for _ in range(draw(st.integers(1, 6))):
        place = draw(st.integers(0, max(0, len(data))))
        length = draw(st.integers(0, 40))
        how = draw(st.sampled_from(["put", "drop", "double", "cut"]))
        if how == "put":
            data = data[:place] + draw(st.binary(max_size=12)) + data[place:]
        elif how == "drop":
            data = data[:place] + data[place + length :]
        elif how == "double":
            data = data[: place + length] + data[place:]
        else:
            data = data[: max(place, 1)]
    return data


def check_sentence(message):
    """Whether it is one a reader can use."""
    assert message[:1].isupper()
    assert message.endswith((".", "!", "?"))
    assert "\n" not in message


def read_or_refuse(name, data, options):
    """Reads the bytes as this format, as far as they can be read."""
    try:
        document = make_document(FORMATS[name].extract(data, options))
    except (UnreadableInput, EmptyText) as error:
        check_sentence(str(error))
        return
    assert all(0 <= p.span.start < p.span.end <= len(document.text) for p in document.paragraphs)
    assert all(note.endswith(".") for note in document.notes)


def test_every_format_has_a_sample():
    assert set(read_samples()) == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
@given(st.data(), OPTIONS)
def test_damaged_files_yield_text_or_sentence(name, data, options):
    sample = data.draw(st.sampled_from(read_samples()[name]))

    read_or_refuse(name, data.draw(damage(sample)), options)


@pytest.mark.parametrize("name", NAMES)
@given(st.binary(max_size=400), OPTIONS)
def test_any_bytes_yield_text_or_sentence(name, data, options):
    read_or_refuse(name, data, options)


@given(st.binary(max_size=200), st.sampled_from(["", "a.txt", "b.docx", "c.pdf", "d.html", "e.md", "../f.eml", "\x00"]))
def test_any_bytes_are_some_format(data, name):
    try:
        found = find_format(data, name)
    except UnreadableInput as error:
        check_sentence(str(error))
        return
    assert found.name in FORMATS


@given(st.text(max_size=300))
def test_any_text_is_kept_whole(text):
    try:
        document = make_document(FORMATS["plain"].extract(text.encode("utf-8", "surrogatepass"), FileOptions()))
    except (UnreadableInput, EmptyText):
        return
    if not document.notes and text.isprintable():
        assert document.text == text.removeprefix("\ufeff")
