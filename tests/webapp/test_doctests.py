"""The examples in the shell's own documentation."""

from __future__ import annotations

import doctest
import importlib

import pytest

MODULES = ["comparing", "settings", "tables", "wording", "views.exports"]


@pytest.mark.parametrize("name", MODULES)
def test_examples_are_true(name):
    result = doctest.testmod(importlib.import_module(f"webapp.{name}"))

    assert result.attempted
    assert not result.failed
