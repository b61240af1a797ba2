"""The user's files by their endings."""

from __future__ import annotations

import pytest

from copytrail.errors import UnreadableInput
from copytrail.files import READERS, find_reader, read_file
from copytrail.intake.from_markdown import read_markdown
from copytrail.intake.from_plain import read_plain


@pytest.mark.parametrize(
    ("name", "reader"),
    [("a.txt", read_plain), ("a.md", read_markdown), ("A.MARKDOWN", read_markdown), ("a", read_plain)],
)
def test_ending_decides_the_reader(name, reader):
    assert find_reader(name) is reader


@pytest.mark.parametrize("name", ["a.pdf", "https://example.org/a.md"])
def test_other_files_are_refused_with_advice(name):
    with pytest.raises(UnreadableInput, match="save"):
        find_reader(name)


@pytest.mark.parametrize("ending", READERS)
def test_file_is_called_after_its_name(tmp_path, ending):
    path = tmp_path / f"story{ending}"
    path.write_text("The bridge opened.", encoding="utf-8")

    document = read_file(path, id="d")

    assert (document.id, document.title, document.text) == ("d", f"story{ending}", "The bridge opened.")
