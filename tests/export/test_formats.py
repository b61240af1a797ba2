"""The table of exports."""

import pytest

from copytrail import compare, read_plain
from copytrail.export import FORMATS
from tests.export.opened import read_text

TEXT = "The bridge was opened by the minister on Monday."


@pytest.mark.parametrize("name", FORMATS)
def test_equal_input_gives_equal_bytes(name):
    def render():
        return FORMATS[name].render((compare(read_plain(TEXT), read_plain(f"{TEXT} It rained.")),))

    assert render() == render()


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in ("svg", "png")])
def test_strange_characters_leave_in_every_format(name):
    strange = "Half \ud83d a pair, a zero \x00, a mark \u0301, \u202edesrever, 👩‍👩‍👧 and שלום in one sentence."

    shown = read_text(name, FORMATS[name].render((compare(read_plain(strange), read_plain(strange)),)))

    assert "a mark" in shown
    assert "in one sentence" in shown


def test_names_agree_with_their_keys():
    assert all(name == form.name for name, form in FORMATS.items())
    assert len({form.suffix for form in FORMATS.values()}) == len(FORMATS)
    assert all(form.suffix.startswith(".") for form in FORMATS.values())
