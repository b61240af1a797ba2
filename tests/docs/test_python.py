"""The examples of docs/python.md are run."""

import doctest

import copytrail


def test_every_example_of_the_page_is_true(root):
    result = doctest.testfile(str(root / "docs" / "python.md"), module_relative=False, encoding="utf-8")

    assert result.attempted > 10
    assert not result.failed


def test_page_names_every_verb(root):
    page = (root / "docs" / "python.md").read_text(encoding="utf-8")

    verbs = [name for name in copytrail.__all__ if name[0].islower()]
    assert [name for name in verbs if f"`{name}`" not in page and f"import {name}" not in page] == []
