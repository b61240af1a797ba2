"""What to know of the files that the texts came from, wherever the comparison is shown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from copytrail import compare, read_plain
from copytrail.export import FORMATS

NOTE = "The file has 412 pages; the first 300 were read."


@pytest.fixture
def comparison():
    original = replace(read_plain("The minister opened the bridge on Monday."), notes=(NOTE,))
    return compare(original, read_plain("The minister opened the bridge. It rained."))


@pytest.mark.parametrize("name", ["text", "html", "json"])
def test_export_says_what_a_limit_cut(comparison, name):
    assert NOTE in FORMATS[name].render((comparison,)).decode()
